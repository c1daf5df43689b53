package credential

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"

	"panonceau/attest"
)

// A proof is the signature inside a document (W3C Data Integrity §2.1). It has
// no date of its own: the same award always has the same credential.
type proof struct {
	Type         string `json:"type"`
	Cryptosuite  string `json:"cryptosuite"`
	Method       string `json:"verificationMethod"`
	ProofPurpose string `json:"proofPurpose"`
	ProofValue   string `json:"proofValue,omitempty"`
}

// prove returns the proof of a document in the suite eddsa-rdfc-2022 (W3C Data
// Integrity EdDSA §3.2): the signature covers what the document means, however
// its JSON is written.
func (i *Issuer) prove(p place, context []string, document any) (*proof, error) {
	key := i.keys[0]
	out := proof{Type: "DataIntegrityProof", Cryptosuite: "eddsa-rdfc-2022",
		Method: p.method(key), ProofPurpose: "assertionMethod"}
	config := struct {
		Context []string `json:"@context"`
		proof
	}{context, out}
	of, err := canonical(config)
	if err != nil {
		return nil, fmt.Errorf("proof: %w", err)
	}
	what, err := canonical(document)
	if err != nil {
		return nil, err
	}
	first, second := sha256.Sum256(of), sha256.Sum256(what)
	out.ProofValue = attest.Multibase(key.Sign(slices.Concat(first[:], second[:])))
	return &out, nil
}

// A header is that of a signed token (RFC 7515 §4).
type header struct {
	Alg string `json:"alg"`
	Kid string `json:"kid"`
	Typ string `json:"typ"`
}

// token signs claims as a compact JWS (RFC 7515 §7.1, RFC 8037 §3.1).
func (i *Issuer) token(p place, claims any) (string, error) {
	key := i.keys[0]
	h, err := json.Marshal(header{Alg: "EdDSA", Kid: p.keyAddress(key), Typ: "JWT"})
	if err != nil {
		return "", err
	}
	body, err := json.Marshal(claims)
	if err != nil {
		return "", err
	}
	signed := base64url(h) + "." + base64url(body)
	return signed + "." + base64url(key.Sign([]byte(signed))), nil
}

// base64url writes bytes without padding (RFC 4648 §5).
func base64url(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
