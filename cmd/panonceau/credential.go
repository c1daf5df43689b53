package main

import (
	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/credential"
)

// credentialsOf returns what writes the credentials of a service at an origin,
// or nil if it has no key that can.
func credentialsOf(origin string, keys attest.Keys) (catalog.Credentials, error) {
	first, ok := keys.Issuer()
	if !ok || origin == "" {
		return nil, nil
	}
	signers := []credential.Signer{first}
	for _, k := range keys {
		if k.ID() != first.ID() {
			signers = append(signers, k)
		}
	}
	return credential.New(origin, signers)
}
