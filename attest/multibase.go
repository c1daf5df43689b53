package attest

import (
	"crypto/ed25519"
	"math/big"
	"slices"
)

// Multibase writes bytes in the alphabet of Bitcoin, behind the z that Multibase
// has for it (W3C Controlled Identifiers §2.4).
func Multibase(b []byte) string {
	const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	var out []byte
	n, base, digit := new(big.Int).SetBytes(b), big.NewInt(58), new(big.Int)
	for n.Sign() > 0 {
		n.DivMod(n, base, digit)
		out = append(out, alphabet[digit.Int64()])
	}
	for _, c := range b { // a leading zero byte is a leading zero digit
		if c != 0 {
			break
		}
		out = append(out, alphabet[0])
	}
	slices.Reverse(out)
	return "z" + string(out)
}

// Multikey writes a public key as Multikey does: the prefix of Ed25519, then
// its 32 bytes (W3C Controlled Identifiers §2.2.2).
func Multikey(k ed25519.PublicKey) string {
	return Multibase(append([]byte{0xed, 0x01}, k...))
}
