package main

import (
	"crypto/ed25519"
	"log/slog"

	"panonceau/catalog"
	"panonceau/credential"
)

// A devKey signs credentials until the program ends.
type devKey struct{ private ed25519.PrivateKey }

func (devKey) ID() string                   { return "dev" }
func (k devKey) Public() ed25519.PublicKey  { return k.private.Public().(ed25519.PublicKey) }
func (k devKey) Sign(message []byte) []byte { return ed25519.Sign(k.private, message) }

// devCredentials returns what writes credentials with a key that nobody keeps.
func devCredentials(base string, log *slog.Logger) (catalog.Credentials, error) {
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		return nil, err
	}
	log.Warn("NO KEY: open badges are signed with one that ends with this program; they verify until then and no longer", "base", base)
	return credential.New(base, []credential.Signer{devKey{private}})
}
