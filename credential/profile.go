package credential

import (
	"encoding/json"

	"panonceau/attest"
	"panonceau/catalog"
)

// A profile is who issues credentials (Open Badges 3.0, Profile).
type profile struct {
	ID   string   `json:"id"`
	Type []string `json:"type"`
	Name string   `json:"name"`
	URL  string   `json:"url,omitempty"`
}

// A controller is a profile with the keys that speak for it (W3C Controlled
// Identifiers §2).
type controller struct {
	Context []string `json:"@context"`
	profile
	Methods []method `json:"verificationMethod"`
	Asserts []string `json:"assertionMethod"`
}

// A method is a public key, as a Multikey for proofs or as a JWK for tokens.
type method struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Controller string `json:"controller"`
	Multibase  string `json:"publicKeyMultibase,omitempty"`
	JWK        *jwk   `json:"publicKeyJwk,omitempty"`
}

// A jwk is an Ed25519 public key (RFC 8037 §2).
type jwk struct {
	Kty string `json:"kty"`
	Crv string `json:"crv"`
	X   string `json:"x"`
	Kid string `json:"kid"`
	Alg string `json:"alg"`
	Use string `json:"use"`
}

func (at place) jwk(k Signer) *jwk {
	return &jwk{Kty: "OKP", Crv: "Ed25519", X: base64url(k.Public()), Kid: at.keyAddress(k), Alg: "EdDSA", Use: "sig"}
}

// controllerContexts define what a controller has besides its profile. The
// first is that of DID documents, whose shape it has: verifiers read that
// without a look at the others.
var controllerContexts = []string{"https://www.w3.org/ns/did/v1",
	"https://w3id.org/security/multikey/v1", "https://w3id.org/security/jwk/v1", contextOB}

func (i *Issuer) profile(p *catalog.Pack) profile {
	name := p.Issuer
	if name == "" {
		name = p.Name(p.Languages[0])
	}
	return profile{ID: i.place(p.ID).issuer(), Type: []string{"Profile"}, Name: name, URL: p.Site}
}

// Profile returns who issues the credentials of a label, with the keys that
// verify them, as JSON.
func (i *Issuer) Profile(p *catalog.Pack) ([]byte, error) {
	at := i.place(p.ID)
	c := controller{Context: controllerContexts, profile: i.profile(p)}
	for _, k := range i.keys {
		c.Methods = append(c.Methods,
			method{ID: at.method(k), Type: "Multikey", Controller: at.issuer(), Multibase: attest.Multikey(k.Public())},
			method{ID: at.keyAddress(k), Type: "JsonWebKey", Controller: at.issuer(), JWK: at.jwk(k)})
		c.Asserts = append(c.Asserts, at.method(k), at.keyAddress(k))
	}
	return indented(c)
}

// Key returns the public key called id as a JWK, as it is used for a label. The
// error wraps [catalog.ErrNotFound] if there is none.
func (i *Issuer) Key(p *catalog.Pack, id string) ([]byte, error) {
	for _, k := range i.keys {
		if k.ID() == id {
			return indented(i.place(p.ID).jwk(k))
		}
	}
	return nil, &catalog.Error{Kind: catalog.ErrNotFound, Param: "key",
		Fr: "key : aucune clé ne porte ce nom", En: "key: no key has this name"}
}

// indented writes v as JSON for people and programs. The characters < > & are
// escaped, so that it can stand in XML.
func indented(v any) ([]byte, error) {
	b, err := json.MarshalIndent(v, "", "  ")
	return append(b, '\n'), err
}
