package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"panonceau/catalog"
	"panonceau/internal/seal"
)

// trustFlags say which names outside the registry are believed.
type trustFlags struct {
	SignKeys string           `env:"PANONCEAU_SIGN_KEYS" placeholder:"FILE" help:"Keys of signed addresses: a key id and a secret in hexadecimal on each line. Without it, every free name is a specimen."`
	Free     catalog.FreeText `default:"on" env:"PANONCEAU_FREE" placeholder:"on|signed|off" help:"Names outside the registry: drawn as specimens, drawn if signed, or never drawn (${default})."`
}

// load reads packs, registry and keys. What writes credentials may be nil.
func (f *trustFlags) load(packs *packFlags, base string, with catalog.Credentials) (*catalog.Catalog, error) {
	o := catalog.Sources{Base: base, Now: time.Now, Free: f.Free, Credentials: with}
	if f.SignKeys == "" && f.Free == catalog.FreeSigned {
		return nil, hint{errors.New("--free=signed: there is no key to check signatures with"), "name a file of keys with --sign-keys"}
	}
	var err error
	if o.Keys, err = readKeys(f.SignKeys); err != nil {
		return nil, err
	}
	return packs.loadWith(o)
}

// readKeys reads a file of keys; no name is no keys.
func readKeys(name string) (seal.Keys, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return seal.ParseKeys(filepath.Base(name), data)
}
