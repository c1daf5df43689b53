package attest

import "testing"

func TestMultibase(t *testing.T) {
	for want, b := range map[string][]byte{
		"z":                  nil,
		"z1":                 {0},
		"z2NEpo7TZRRrLZSi2U": []byte("Hello World!"),
		"z11233QC4":          {0, 0, 0x28, 0x7f, 0xb4, 0xcd},
		"zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z": []byte("The quick brown fox jumps over the lazy dog."),
	} {
		if got := Multibase(b); got != want {
			t.Errorf("%x: %s, want %s", b, got, want)
		}
	}
}
