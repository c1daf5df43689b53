// Package seal signs messages with secret keys, and checks the signatures.
//
// A signature is text that fits in an address:
//
//	KEY.EXPIRY.MAC
//
// the id of the key, the second from which it no longer holds (Unix time, 0
// for never), and the HMAC-SHA256 (RFC 2104) of both and of the message, in
// base64url without padding (RFC 4648 §5).
package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"strconv"
	"strings"
	"time"
)

// A Verdict says whether a signature holds.
type Verdict int

// What there is to say of a signature. The zero Verdict is the one that gives
// no right.
const (
	Bad     Verdict = iota // not made of this message, by none of the keys, or not a signature
	Expired                // it was good until its expiry
	Good
)

// domain keeps a MAC of this package from being taken for one that the same
// key made for something else.
const domain = "panonceau address signature 1"

// A Key is a shared secret and its public name.
type Key struct {
	ID string
	// hash returns the HMAC of a message. It is a function, and not the secret:
	// nothing that prints a Key, or what holds one, can print that.
	hash func(message string) []byte
}

// newKey returns the key of a secret.
func newKey(id string, secret []byte) Key {
	return Key{id, func(message string) []byte {
		h := hmac.New(sha256.New, secret)
		h.Write([]byte(message))
		return h.Sum(nil)
	}}
}

// String returns the id of k.
func (k Key) String() string { return k.ID }

// Format writes the id of k, whatever the verb.
func (k Key) Format(f fmt.State, verb rune) { io.WriteString(f, k.ID) }

// LogValue returns the id of k.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.ID) }

// MarshalText returns the id of k, which is all that JSON may show.
func (k Key) MarshalText() ([]byte, error) { return []byte(k.ID), nil }

// Sign returns the signature of a message. It holds until expiry, and for ever
// if that is the zero time.
func (k Key) Sign(message string, expiry time.Time) string {
	end := "0"
	if !expiry.IsZero() {
		end = strconv.FormatInt(expiry.Unix(), 10)
	}
	return k.ID + "." + end + "." + base64.RawURLEncoding.EncodeToString(k.mac(end, message))
}

func (k Key) mac(end, message string) []byte {
	// No id and no expiry has a line break, so the parts cannot be shifted.
	return k.hash(domain + "\n" + k.ID + "\n" + end + "\n" + message)
}

// Check says whether sig is the signature of a message by one of the keys, and
// when it ends; the zero time means never, or that it is bad. The MAC is
// compared in constant time.
func (keys Keys) Check(message, sig string, now time.Time) (Verdict, time.Time) {
	id, rest, _ := strings.Cut(sig, ".")
	end, mac, ok := strings.Cut(rest, ".")
	k, known := keys.Key(id)
	if !ok || !known || len(sig) > maxSig {
		return Bad, time.Time{}
	}
	expiry, err := strconv.ParseInt(end, 10, 64)
	if err != nil || expiry < 0 || strconv.FormatInt(expiry, 10) != end {
		return Bad, time.Time{}
	}
	// Strict: the spare bits of the last letter are zero, or one signature
	// would have several spellings.
	sum, err := base64.RawURLEncoding.Strict().DecodeString(mac)
	if err != nil || !hmac.Equal(sum, k.mac(end, message)) {
		return Bad, time.Time{}
	}
	if expiry == 0 {
		return Good, time.Time{}
	}
	until := time.Unix(expiry, 0).UTC()
	if !now.Before(until) {
		return Expired, until
	}
	return Good, until
}
