// Package credential writes the awards of a catalog as credentials that others
// can verify: Open Badges 3.0 of 1EdTech, which are Verifiable Credentials 2.0
// of the W3C, signed with Ed25519.
//
//	Issuer.Award     the credential of an award, with its proof inside
//	Issuer.Token     the same as a signed token (VC-JWT)
//	Issuer.Profile   who signs, with the keys
//	Issuer.Status    which awards no longer hold
//
// Nothing depends on the time: the same award, base and key give the same
// bytes. What changes, the state of an award, is in the status list.
package credential

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"panonceau/attest"
)

// A Signer is an Ed25519 key that can sign.
type Signer interface {
	ID() string // names the key in addresses: letters, digits and hyphens
	Public() ed25519.PublicKey
	Sign(message []byte) []byte
}

// An Issuer writes credentials. It is never modified, and safe for concurrent
// use.
type Issuer struct {
	base string
	keys []Signer
}

// New returns the issuer at a public origin, as in https://labels.example. The
// first key signs; the others are listed, so that what they have signed can
// still be verified.
func New(base string, keys []Signer) (*Issuer, error) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return nil, fmt.Errorf("credentials: %q is no origin as in https://labels.example", base)
	}
	if len(keys) == 0 {
		return nil, errors.New("credentials: no key to sign with")
	}
	if len(keys) > maxKeys {
		return nil, fmt.Errorf("credentials: %d keys; at most %d", len(keys), maxKeys)
	}
	return &Issuer{base: strings.TrimSuffix(base, "/"), keys: keys}, nil
}

// ID tells apart the issuers that write anything differently.
func (i *Issuer) ID() string {
	id := i.base
	for _, k := range i.keys {
		id += " " + k.ID() + " " + attest.Multikey(k.Public())
	}
	return id
}

// A place is the address below which everything of a label is.
type place string

func (i *Issuer) place(label string) place { return place(i.base + "/" + label) }

// issuer returns the address of the profile, which is who the issuer is.
func (p place) issuer() string { return string(p) + "/issuer.json" }

// method returns the verification method of a key for proofs.
func (p place) method(k Signer) string { return p.issuer() + "#" + k.ID() }

// keyAddress returns the address of a key for tokens. It has no fragment: what
// is there is the key as a JWK and nothing else, as Open Badges wants.
func (p place) keyAddress(k Signer) string { return p.issuer() + "?key=" + k.ID() }
