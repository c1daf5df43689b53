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

// attestFlags say what signs the pictures.
type attestFlags struct {
	AttestKeys string `env:"PANONCEAU_ATTEST_KEYS" placeholder:"FILE" help:"Keys that sign files and open badges: a key id and a seed in hexadecimal on each line, the one that signs first. Without it, files are not signed."`
}

// sign adds to o the keys that are named, and what signs credentials of the
// origin. Where none are named, those that are in o sign.
func (f *attestFlags) sign(o *catalog.Sources, origin string) error {
	var err error
	if f.AttestKeys != "" {
		if o.Attest, err = readKeys(f.AttestKeys, attest.ParseKeys); err != nil {
			return err
		}
	}
	o.Credentials, err = credentialsOf(origin, o.Attest)
	return err
}

// load reads packs, registry and keys, for a service at an origin or "".
func (f *attestFlags) load(packs *packFlags, origin string) (*catalog.Catalog, error) {
	o := catalog.Sources{Base: origin, Now: time.Now}
	if err := f.sign(&o, origin); err != nil {
		return nil, err
	}
	return packs.loadWith(o)
}

// trustFlags say which names outside the registry are believed, and what signs
// the pictures.
type trustFlags struct {
	attestFlags
	SignKeys    string           `env:"PANONCEAU_SIGN_KEYS" placeholder:"FILE" help:"Keys of signed addresses: a key id and a secret in hexadecimal on each line. Without it, every free name is a specimen."`
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
	if err := f.sign(&o, origin); err != nil {
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
