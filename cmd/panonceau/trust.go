package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/internal/seal"
)

// trustFlags say which names outside the registry are believed, and what signs
// the pictures.
type trustFlags struct {
	SignKeys    string           `env:"PANONCEAU_SIGN_KEYS" placeholder:"FILE" help:"Keys of signed addresses: a key id and a secret in hexadecimal on each line. Without it, every free name is a specimen."`
	AttestKeys  string           `env:"PANONCEAU_ATTEST_KEYS" placeholder:"FILE" help:"Keys that sign files and open badges: a key id and a seed in hexadecimal on each line, the one that signs first. Without it, files are not signed."`
	Free        catalog.FreeText `default:"on" env:"PANONCEAU_FREE" placeholder:"on|signed|off" help:"Names outside the registry: drawn as specimens, drawn if signed, or never drawn (${default})."`
	FreeDesigns []string         `env:"PANONCEAU_FREE_DESIGNS" placeholder:"ID,…" help:"Designs that unsigned names are drawn in, as badge,logo. All of them without it."`
}

// load reads packs, registry and keys. Where no keys of files are named, those
// of standIn sign what else there is to sign. The origin is that of credentials.
func (f *trustFlags) load(packs *packFlags, base, origin string, standIn attest.Keys) (*catalog.Catalog, error) {
	o := catalog.Sources{Base: base, Now: time.Now, Free: f.Free, FreeDesigns: f.FreeDesigns, Attest: standIn}
	if f.SignKeys == "" && f.Free == catalog.FreeSigned {
		return nil, hint{errors.New("--free=signed: there is no key to check signatures with"), "name a file of keys with --sign-keys"}
	}
	var err error
	if o.Keys, err = readKeys(f.SignKeys, seal.ParseKeys); err != nil {
		return nil, err
	}
	if f.AttestKeys != "" {
		if o.Attest, err = readKeys(f.AttestKeys, attest.ParseKeys); err != nil {
			return nil, err
		}
	}
	if o.Credentials, err = credentialsOf(origin, o.Attest); err != nil {
		return nil, err
	}
	return packs.loadWith(o)
}

// readKeys reads a file of keys; no name is no keys.
func readKeys[K any](name string, parse func(file string, data []byte) (K, error)) (K, error) {
	var none K
	if name == "" {
		return none, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return none, err
	}
	return parse(filepath.Base(name), data)
}
