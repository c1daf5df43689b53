package attest

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"
)

// A Document is /.well-known/panonceau.json: what is needed to check files
// without the service.
type Document struct {
	Version   int           `json:"version"`
	Service   string        `json:"service,omitempty"` // origin
	Algorithm string        `json:"algorithm"`
	Statement string        `json:"statement"` // first line of what is signed
	Help      string        `json:"help"`
	Keys      []DocumentKey `json:"keys"`
}

// A DocumentKey is a public key and how long it is believed.
type DocumentKey struct {
	ID        string `json:"id"`
	From      string `json:"from,omitempty"`  // first day, YYYY-MM-DD
	Until     string `json:"until,omitempty"` // last day
	Signs     bool   `json:"signs,omitempty"` // new files
	Dev       bool   `json:"dev,omitempty"`   // gone when the server restarts
	JWK       JWK    `json:"jwk"`
	Multibase string `json:"multibase"`
}

const documentVersion = 1

// help tells people who find the document what it is.
const help = "Files of this service carry in their metadata what they show, the digest of their content and an Ed25519 signature of both. " +
	"Check one with: panonceau verify FILE --keys THIS-DOCUMENT; docs/notes/trust.md of the program tells how to do it by hand."

// Document returns what keys tell everybody.
func (keys Keys) Document(service string) *Document {
	d := &Document{Version: documentVersion, Service: service, Algorithm: "Ed25519", Statement: statementPrefix, Help: help, Keys: []DocumentKey{}}
	signer, signs := keys.Signer()
	for _, k := range keys {
		e := DocumentKey{ID: k.id, JWK: k.JWK(), Multibase: k.Multibase(), Dev: k.Dev, Signs: signs && k.id == signer.id}
		if !k.From.IsZero() {
			e.From = k.From.Format(time.DateOnly)
		}
		if !k.Until.IsZero() {
			e.Until = k.Until.AddDate(0, 0, -1).Format(time.DateOnly)
		}
		d.Keys = append(d.Keys, e)
	}
	return d
}

// ParseDocument reads the keys of a [Document].
func ParseDocument(file string, data []byte) (Keys, error) {
	if len(data) > maxKeyFile {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", file, len(data), maxKeyFile)
	}
	var d Document
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if d.Version != documentVersion || len(d.Keys) > maxKeys {
		return nil, fmt.Errorf("%s: want version %d and at most %d keys", file, documentVersion, maxKeys)
	}
	var keys Keys
	for i := range d.Keys {
		k, err := d.Keys[i].key()
		if err != nil {
			return nil, fmt.Errorf("%s: key %d: %w", file, i+1, err)
		}
		keys = append(keys, k)
	}
	return keys, nil
}

func (d *DocumentKey) key() (Key, error) {
	x, err := base64.RawURLEncoding.Strict().DecodeString(d.JWK.X)
	if err != nil || d.JWK.Kty != "OKP" || d.JWK.Crv != "Ed25519" || len(x) != ed25519.PublicKeySize || !validID(d.ID) {
		return Key{}, fmt.Errorf("want an id and an Ed25519 key (RFC 8037)")
	}
	k := Key{id: d.ID, Dev: d.Dev, public: x}
	var dates []string
	if d.From != "" {
		dates = append(dates, "from", d.From)
	}
	if d.Until != "" {
		dates = append(dates, "until", d.Until)
	}
	return k, k.dates(dates)
}
