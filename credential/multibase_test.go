package credential

import (
	"bytes"
	"math/big"
	"strings"
	"testing"
)

// fromBase58 reads what base58 writes.
func fromBase58(t *testing.T, s string) []byte {
	t.Helper()
	const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	s, ok := strings.CutPrefix(s, "z")
	n, zeros := new(big.Int), 0
	for i, c := range s {
		d := strings.IndexRune(alphabet, c)
		if d < 0 {
			ok = false
		}
		if d == 0 && zeros == i {
			zeros++
		}
		n.Add(n.Mul(n, big.NewInt(58)), big.NewInt(int64(d)))
	}
	if !ok {
		t.Fatalf("%q is not in base 58", s)
	}
	return append(make([]byte, zeros), n.Bytes()...)
}

func TestBase58(t *testing.T) {
	for want, b := range map[string][]byte{
		"z":                  nil,
		"z1":                 {0},
		"z2NEpo7TZRRrLZSi2U": []byte("Hello World!"),
		"z11233QC4":          {0, 0, 0x28, 0x7f, 0xb4, 0xcd},
		"zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z": []byte("The quick brown fox jumps over the lazy dog."),
	} {
		if got := base58(b); got != want {
			t.Errorf("%x: %s, want %s", b, got, want)
		}
		if back := fromBase58(t, want); !bytes.Equal(back, b) {
			t.Errorf("%s: %x, want %x", want, back, b)
		}
	}
}
