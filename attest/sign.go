package attest

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"time"
)

// signatureEncoding is strict: the spare bits of the last letter are zero, or
// one signature would have several spellings.
var signatureEncoding = base64.RawURLEncoding.Strict()

// Sign returns a file with its digest and the signature of k in the room that
// its metadata has for them, under the id of k. Nothing else of it changes, not
// its length either.
func Sign(data []byte, k Key) ([]byte, error) {
	f, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	if f.packet.contentAt == 0 || f.packet.signatureAt == 0 || f.claims.Key != k.ID() {
		return nil, errors.New("sign: the file has no room for a signature of " + k.ID())
	}
	if f.claims.Content, err = f.content(); err != nil {
		return nil, fmt.Errorf("sign: %w", err)
	}
	out := slices.Clone(data)
	copy(out[f.packet.contentAt:], f.claims.Content)
	signature := k.Sign(f.claims.statement(f.format))
	copy(out[f.packet.signatureAt:], signatureEncoding.EncodeToString(signature))
	if f.format == PNG {
		sealChunk(out, f.packet.contentAt)
	}
	return out, nil
}

// A Finding says what a file is worth by itself. The zero Finding is the one
// that gives no right.
type Finding int

// What there is to find.
const (
	Unmarked   Finding = iota // it does not say what it is
	Unsigned                  // it does, and nobody signed that
	Forged                    // no key signed what it says
	Altered                   // what it says was signed, and it shows something else
	UnknownKey                // it names a key that is not known
	ExpiredKey                // it was signed by a key that is no longer believed
	Signed                    // what it says and shows was signed
)

// A Result is what a file says of itself, and whether that is true.
type Result struct {
	Format  Format
	Finding Finding
	Claims  Claims
	Key     Key    // that signed; zero: none of the keys
	Content string // digest of what the file shows; empty: it cannot be told
	Doubt   error  // why it cannot
}

// Verify checks a file with keys, at a time that ends some of them. The error
// wraps ErrFormat: it is none of the files that can be checked.
func Verify(data []byte, keys Keys, now time.Time) (*Result, error) {
	f, err := open(data)
	if f == nil || errors.Is(err, ErrFormat) {
		return nil, err
	}
	r := &Result{Format: f.format, Claims: f.claims, Doubt: err}
	var doubt error
	if r.Content, doubt = f.content(); doubt != nil {
		r.Doubt = errors.Join(r.Doubt, doubt)
	}
	if err == nil && f.claims != (Claims{}) {
		r.Finding, r.Key = f.finding(keys, r.Content, now)
	}
	return r, nil
}

// finding checks the signature, given the digest of the content.
func (f *file) finding(keys Keys, content string, now time.Time) (Finding, Key) {
	c := &f.claims
	if c.Key == "" {
		if c.Signature != "" {
			return Forged, Key{}
		}
		return Unsigned, Key{}
	}
	k, ok := keys.Key(c.Key)
	if !ok {
		return UnknownKey, Key{}
	}
	signature, err := signatureEncoding.DecodeString(c.Signature)
	switch {
	case err != nil || !k.Verify(c.statement(f.format), signature):
		return Forged, Key{}
	case c.Content != content:
		return Altered, k
	case k.Expired(now):
		return ExpiredKey, k
	}
	return Signed, k
}
