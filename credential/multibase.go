package credential

import (
	"crypto/ed25519"
	"encoding/base64"
	"math/big"
	"slices"
)

// base58 writes bytes in the alphabet of Bitcoin, behind the z that Multibase
// has for it (W3C Controlled Identifiers §2.4).
func base58(b []byte) string {
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

// multikey writes a public key as Multikey does: the prefix of Ed25519, then
// its 32 bytes (W3C Controlled Identifiers §2.2.2).
func multikey(k ed25519.PublicKey) string {
	return base58(append([]byte{0xed, 0x01}, k...))
}

// base64url writes bytes without padding (RFC 4648 §5).
func base64url(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
