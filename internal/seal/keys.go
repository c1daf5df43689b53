package seal

import (
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// Keys are the keys that signatures are checked with. The first signs; the
// others are those it replaced, and are kept until what they signed has
// expired.
type Keys []Key

const (
	maxKeys   = 32  // a new one each month, kept for two years
	maxID     = 16  // letters of a key's name
	minSecret = 16  // bytes; fewer can be guessed
	maxSecret = 64  // bytes; SHA-256 would hash longer ones first (RFC 2104 §2)
	maxSig    = 128 // bytes of a signature; one with the longest id has 80
)

// ParseKeys reads a file of keys, one a line: its id, in lower-case letters,
// digits and hyphens, a space, and 16 to 64 bytes in hexadecimal. Empty lines
// and those that begin with # mean nothing. Errors begin with file:line, and
// never repeat what a line says: it may be a secret.
func ParseKeys(file string, data []byte) (Keys, error) {
	var keys Keys
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		k, err := parseKey(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		if _, twice := keys.Key(k.ID); twice {
			return nil, fmt.Errorf("%s:%d: the key %s is there twice", file, n, k.ID)
		}
		if len(keys) == maxKeys {
			return nil, fmt.Errorf("%s:%d: more than %d keys", file, n, maxKeys)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("%s: no key", file)
	}
	return keys, nil
}

func parseKey(line string) (Key, error) {
	words := strings.Fields(line)
	if len(words) != 2 {
		return Key{}, errors.New("want a key id, a space, and a secret in hexadecimal")
	}
	id := words[0]
	if len(id) > maxID || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return Key{}, fmt.Errorf("key id: want at most %d lower-case letters, digits and hyphens", maxID)
	}
	secret, err := hex.DecodeString(words[1])
	if err != nil {
		return Key{}, fmt.Errorf("key %s: the secret is not hexadecimal", id)
	}
	if len(secret) < minSecret || len(secret) > maxSecret {
		return Key{}, fmt.Errorf("key %s: secret of %d bytes; want %d to %d", id, len(secret), minSecret, maxSecret)
	}
	return newKey(id, secret), nil
}

// Key returns the key with an id.
func (keys Keys) Key(id string) (Key, bool) {
	for _, k := range keys {
		if k.ID == id {
			return k, true
		}
	}
	return Key{}, false
}
