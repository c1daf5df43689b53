package attest

import (
	"bufio"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Keys are the keys of a service: the one that signs, and those it replaced,
// which go on checking what they signed.
type Keys []Key

// Key returns the key with an id.
func (keys Keys) Key(id string) (Key, bool) {
	for _, k := range keys {
		if k.id == id {
			return k, true
		}
	}
	return Key{}, false
}

// Signer returns the key that signs files: the first that can, and outlives the
// program.
func (keys Keys) Signer() (Key, bool) {
	for _, k := range keys {
		if k.CanSign() && !k.Dev {
			return k, true
		}
	}
	return Key{}, false
}

// Issuer returns the key that signs credentials, which may be one that lives as
// long as the program.
func (keys Keys) Issuer() (Key, bool) {
	if k, ok := keys.Signer(); ok {
		return k, true
	}
	for _, k := range keys {
		if k.CanSign() {
			return k, true
		}
	}
	return Key{}, false
}

// ParseKeys reads a file of keys, one a line:
//
//	ID SEED                a key that signs: 32 bytes in hexadecimal
//	ID public:HEX          one that only checks
//	ID pem                 either, as the PEM block on the lines below
//	… from DAY until DAY   when it signed, and when that is no longer believed
//
// The first key that can sign does. Empty lines and those that begin with #
// mean nothing. Errors begin with file:line, and never repeat what a line says:
// it may be a secret.
func ParseKeys(file string, data []byte) (Keys, error) {
	if len(data) > maxKeyFile {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", file, len(data), maxKeyFile)
	}
	r := keyReader{lines: bufio.NewScanner(strings.NewReader(string(data)))}
	r.lines.Buffer(nil, maxKeyFile+1)
	for r.next() {
		if err := r.entry(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, r.line, err)
		}
	}
	if len(r.keys) == 0 {
		return nil, fmt.Errorf("%s: no key", file)
	}
	return r.keys, nil
}

// A keyReader reads a file of keys line by line.
type keyReader struct {
	lines *bufio.Scanner
	line  int
	text  string
	keys  Keys
}

// next goes to the next line that means something.
func (r *keyReader) next() bool {
	for r.lines.Scan() {
		r.line++
		r.text = strings.TrimSpace(r.lines.Text())
		if r.text != "" && r.text[0] != '#' {
			return true
		}
	}
	return false
}

func (r *keyReader) entry() error {
	words := strings.Fields(r.text)
	if len(words) < 2 {
		return errors.New("want a key id, a space, and a key")
	}
	id := words[0]
	if !validID(id) {
		return fmt.Errorf("key id: want at most %d lower-case letters, digits and hyphens", maxID)
	}
	if _, twice := r.keys.Key(id); twice {
		return fmt.Errorf("the key %s is there twice", id)
	}
	if len(r.keys) == maxKeys {
		return fmt.Errorf("more than %d keys", maxKeys)
	}
	k, err := r.material(id, words[1])
	if err == nil {
		err = k.dates(words[2:])
	}
	if err != nil {
		return fmt.Errorf("key %s: %w", id, err)
	}
	for _, other := range r.keys {
		if other.public.Equal(k.public) {
			return fmt.Errorf("keys %s and %s are the same", other.id, id)
		}
	}
	r.keys = append(r.keys, k)
	return nil
}

// validID reports whether id can be the name of a key.
func validID(id string) bool {
	return id != "" && len(id) <= maxID && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// material reads one of the forms of a key.
func (r *keyReader) material(id, word string) (Key, error) {
	public, isPublic := strings.CutPrefix(word, "public:")
	switch {
	case word == "pem":
		return r.pem(id)
	case isPublic:
		b, err := hex.DecodeString(public)
		if err != nil || len(b) != ed25519.PublicKeySize {
			return Key{}, fmt.Errorf("want public: and %d bytes in hexadecimal", ed25519.PublicKeySize)
		}
		return Key{id: id, public: b}, nil
	}
	seed, err := hex.DecodeString(word)
	if err != nil || len(seed) != ed25519.SeedSize {
		return Key{}, fmt.Errorf("want a seed of %d bytes in hexadecimal, public:HEX, or pem", ed25519.SeedSize)
	}
	return newKey(id, seed), nil
}

// pem reads the block on the lines below (RFC 7468): PKCS #8 or SPKI.
func (r *keyReader) pem(id string) (Key, error) {
	var b strings.Builder
	for r.next() {
		b.WriteString(r.text + "\n")
		if strings.HasPrefix(r.text, "-----END ") {
			break
		}
	}
	block, _ := pem.Decode([]byte(b.String()))
	if block == nil {
		return Key{}, errors.New("want a PEM block below")
	}
	switch block.Type {
	case "PRIVATE KEY":
		if k, err := x509.ParsePKCS8PrivateKey(block.Bytes); err == nil {
			if private, ok := k.(ed25519.PrivateKey); ok {
				return newKey(id, private.Seed()), nil
			}
		}
	case "PUBLIC KEY":
		if k, err := x509.ParsePKIXPublicKey(block.Bytes); err == nil {
			if public, ok := k.(ed25519.PublicKey); ok {
				return Key{id: id, public: public}, nil
			}
		}
	}
	return Key{}, errors.New("the PEM block is no Ed25519 key")
}

// dates reads from when to when a key holds.
func (k *Key) dates(words []string) error {
	const want = "want from DAY, until DAY or both, as in until 2026-12-31"
	for ; len(words) > 0; words = words[2:] {
		if len(words) < 2 {
			return errors.New(want)
		}
		day, err := time.Parse(time.DateOnly, words[1])
		switch {
		case err != nil:
			return errors.New(want)
		case words[0] == "from" && k.From.IsZero():
			k.From = day
		case words[0] == "until" && k.Until.IsZero():
			k.Until = day.AddDate(0, 0, 1)
		default:
			return errors.New(want)
		}
	}
	if !k.Until.IsZero() && !k.From.Before(k.Until) {
		return errors.New("it ends before it begins")
	}
	return nil
}
