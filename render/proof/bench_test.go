package proof

import "testing"

func BenchmarkCompose(b *testing.B) {
	d, ticket := plaque(b, 300, 200), full("fr", A4)
	for b.Loop() {
		if _, err := Compose(d, ticket, typefaces(b)); err != nil {
			b.Fatal(err)
		}
	}
}
