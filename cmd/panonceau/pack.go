package main

import (
	"os"
	"path/filepath"
	"time"

	"panonceau/catalog"
)

// packFlags say where labels come from.
type packFlags struct {
	Packs    string `env:"PANONCEAU_PACKS" placeholder:"DIR" help:"Directory of packs, one directory each, instead of the ones inside the program."`
	Registry string `env:"PANONCEAU_REGISTRY" placeholder:"FILE" help:"CSV file of awards, named LABEL-holders.csv, instead of the one beside the packs."`
}

// load reads the catalog. The base is the public origin that pictures mention,
// or empty.
func (f *packFlags) load(base string) (*catalog.Catalog, error) {
	return f.loadWith(catalog.Sources{Base: base, Now: time.Now})
}

// loadWith reads the catalog, with what else is known of its sources.
func (f *packFlags) loadWith(o catalog.Sources) (*catalog.Catalog, error) {
	o, err := f.sources(o)
	if err != nil {
		return nil, err
	}
	c, err := catalog.Load(o)
	if err != nil && f.Packs != "" {
		return nil, hint{err, "panonceau check " + f.Packs + " tells more"}
	}
	return c, err
}

// sources adds to o what the flags name.
func (f *packFlags) sources(o catalog.Sources) (catalog.Sources, error) {
	if f.Packs != "" {
		o.Packs = os.DirFS(f.Packs)
	}
	err := readRegistry(&o, f.Registry)
	return o, err
}

// readRegistry reads the file of the flag --registry, if there is one. Coats of
// arms are beside it.
func readRegistry(o *catalog.Sources, name string) error {
	if name == "" {
		return nil
	}
	data, err := os.ReadFile(name)
	o.Registry, o.RegistryName = data, filepath.Base(name)
	o.Arms = os.DirFS(filepath.Dir(name))
	return err
}
