package mockup

import "testing"

func BenchmarkPlaque(b *testing.B) {
	d := plaque()
	for _, m := range []Material{Steel, Acrylic} {
		b.Run(string(m), func(b *testing.B) {
			for b.Loop() {
				if _, err := Plaque(d, m, 1200); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSign(b *testing.B) {
	d := plaque()
	for b.Loop() {
		if _, err := Sign(d, 1200); err != nil {
			b.Fatal(err)
		}
	}
}
