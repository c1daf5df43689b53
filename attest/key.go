package attest

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"time"
)

// A Key signs files and credentials, or checks what it signed (Ed25519, RFC
// 8032). The zero Key does neither.
type Key struct {
	From  time.Time // first day on which it signed; zero: not told
	Until time.Time // when what it signed is no longer believed; zero: never

	// Dev tells that the key was made when the program started and goes when it
	// ends. What it signs can be checked for as long, so it signs no files.
	Dev bool

	id     string
	public ed25519.PublicKey
	// sign is a function, and not the seed: nothing that prints a Key, or what
	// holds one, by whatever means, can print that. Nil: the key only checks.
	sign func(message []byte) []byte
}

// newKey returns the key of a seed of 32 bytes.
func newKey(id string, seed []byte) Key {
	private := ed25519.NewKeyFromSeed(seed)
	return Key{
		id:     id,
		public: private.Public().(ed25519.PublicKey),
		sign:   func(message []byte) []byte { return ed25519.Sign(private, message) },
	}
}

// DevKey returns a new key for a program that was given none.
func DevKey() Key {
	seed := make([]byte, ed25519.SeedSize)
	rand.Read(seed) // never fails
	k := newKey("dev", seed)
	k.Dev = true
	return k
}

// ID returns what names k in signatures and addresses: lower-case letters,
// digits and hyphens.
func (k Key) ID() string { return k.id }

// CanSign reports whether k has its secret half.
func (k Key) CanSign() bool { return k.sign != nil }

// Sign returns the signature of a message, 64 bytes. The key must be one that
// can sign.
func (k Key) Sign(message []byte) []byte { return k.sign(message) }

// Verify reports whether signature is what k signs a message with.
func (k Key) Verify(message, signature []byte) bool {
	return len(k.public) == ed25519.PublicKeySize && len(signature) == ed25519.SignatureSize &&
		ed25519.Verify(k.public, message, signature)
}

// Public returns the half of k that everybody may know.
func (k Key) Public() ed25519.PublicKey { return k.public }

// Expired reports whether what k signed is no longer believed.
func (k Key) Expired(now time.Time) bool { return !k.Until.IsZero() && !now.Before(k.Until) }

// A JWK is a public key as programs for JSON Web Signatures read it (RFC 8037
// §2).
type JWK struct {
	Kty string `json:"kty"`
	Crv string `json:"crv"`
	X   string `json:"x"`
	Kid string `json:"kid"`
	Alg string `json:"alg"`
	Use string `json:"use"`
}

// JWK returns the public half of k.
func (k Key) JWK() JWK {
	return JWK{Kty: "OKP", Crv: "Ed25519", X: base64.RawURLEncoding.EncodeToString(k.public), Kid: k.id, Alg: "EdDSA", Use: "sig"}
}

// Multibase returns the public half of k as a Multikey (W3C Controlled
// Identifiers §2.2.2): z6Mk….
func (k Key) Multibase() string { return Multikey(k.public) }

// String returns the id of k.
func (k Key) String() string { return k.id }

// Format writes the id of k, whatever the verb.
func (k Key) Format(f fmt.State, verb rune) { io.WriteString(f, k.id) }

// LogValue returns the id of k.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.id) }
