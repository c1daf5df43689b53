// Package catalog knows what can be ordered: labels and their artwork, read
// from packs, and who was awarded what, read from registries. It turns the
// address of a picture into a Spec that leaves nothing to decide.
//
//	Load           packs and registries, checked, as a Catalog
//	ParseRequest   an address, syntax only
//	Resolve        everything that has to be looked up
package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"panonceau/artwork"
	"panonceau/attest"
	"panonceau/fonts"
	"panonceau/internal/seal"
	"panonceau/render/text"
)

// A Catalog is packs and registries. It is never modified, and safe for
// concurrent use; to change it, load another one.
type Catalog struct {
	Packs []*Pack // by id

	base        string
	keys        seal.Keys
	free        FreeText
	freeDesigns []string
	now         func() time.Time
	fonts       *text.Collection
	registries  map[string]*registry // by label
	armories    map[string]*armory   // by label
	codes       map[string]*Award    // by code; nil: kept
	attest      attest.Keys
	credentials Credentials
}

// Sources say where a catalog comes from. The zero Sources mean what is
// embedded in the program.
type Sources struct {
	// Packs has one directory for each pack, with the name of the label,
	// and beside it, as LABEL-holders.csv, its registry if it has one.
	// Directories without label.toml are passed over.
	Packs fs.FS

	// Only names the pack to load; empty: all.
	Only string

	// Registry, if it is not nil, is read in the place of the registry
	// beside the pack. RegistryName is the name of its file: it begins with
	// the label, as in tnl-holders.csv, unless there is only one.
	Registry     []byte
	RegistryName string

	// Arms has the directory of coats of arms of that registry, LABEL-arms. Nil
	// means that there are none for it; others have theirs beside the pack.
	Arms fs.FS

	// Base is the public origin of the service, as in https://labels.example,
	// which pictures mention in their metadata; empty: they do not.
	Base string

	// Keys check the signatures of free names. Without any, each of those
	// names is a specimen. Free restricts them further.
	Keys seal.Keys
	Free FreeText

	// FreeDesigns are the designs that names without a signature that holds are
	// drawn in; none: all.
	FreeDesigns []string

	// Attest are the keys of files and credentials. Files are signed by the
	// first that can and outlives the program.
	Attest attest.Keys

	// Credentials write those of awards; nil: there are none.
	Credentials Credentials

	// Now tells the time, for editions and signatures that end. Nil: none
	// does.
	Now func() time.Time
}

const registrySuffix = "-holders.csv"

// Load reads packs and registries. The error tells every fault of the first
// file with one; each begins with file:line.
func Load(o Sources) (*Catalog, error) {
	if o.Packs == nil {
		o.Packs = artwork.FS
	}
	if err := checkBase(o.Base); err != nil {
		return nil, err
	}
	names, err := packNames(o)
	if err != nil {
		return nil, err
	}
	c := &Catalog{base: strings.TrimSuffix(o.Base, "/"), keys: o.Keys, free: o.Free, freeDesigns: o.FreeDesigns, now: o.Now,
		attest: o.Attest, credentials: o.Credentials,
		registries: make(map[string]*registry), armories: make(map[string]*armory)}
	if c.fonts, err = text.Load(fonts.FS); err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	for _, name := range names {
		p, err := readPack(o.Packs, name)
		if err != nil {
			return nil, err
		}
		if p.fonts, err = c.packFonts(o.Packs, p); err != nil {
			return nil, err
		}
		c.Packs = append(c.Packs, p)
	}
	if o.Registry != nil && c.registryOwner(o.RegistryName) == nil {
		return nil, fmt.Errorf("%s: no label is called so; name the file LABEL%s", o.RegistryName, registrySuffix)
	}
	for _, p := range c.Packs {
		if err := c.readRegistry(o, p); err != nil {
			return nil, err
		}
	}
	if err := c.indexCodes(); err != nil {
		return nil, err
	}
	return c, nil
}

// checkBase checks the origin of the service, which is printed in QR codes.
func checkBase(base string) error {
	if base == "" {
		return nil
	}
	u, err := url.Parse(strings.TrimSuffix(base, "/"))
	plain := strings.Trim(base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:/[]") == ""
	if err != nil || !plain || len(base) > maxBase || (u.Scheme != "https" && u.Scheme != "http") || u.Host == "" || u.Path != "" {
		return fmt.Errorf("base %s: want the origin of the service, as in https://labels.example, of at most %d ASCII characters", quote(base), maxBase)
	}
	return nil
}

// packNames returns the directories to read.
func packNames(o Sources) ([]string, error) {
	if o.Only != "" {
		return []string{o.Only}, nil
	}
	names, err := dirNames(o.Packs)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no pack: no directory has a " + labelName)
	}
	if len(names) > maxPacks {
		return nil, fmt.Errorf("%d packs; at most %d", len(names), maxPacks)
	}
	return names, nil
}

// registryOwner returns the pack that a registry file belongs to, or nil.
func (c *Catalog) registryOwner(file string) *Pack {
	label, _ := strings.CutSuffix(path.Base(file), registrySuffix)
	if p := c.Pack(label); p != nil || len(c.Packs) != 1 {
		return p
	}
	return c.Packs[0]
}

// LabelOf returns the label that a registry file belongs to, by its name, or "".
func (c *Catalog) LabelOf(file string) string {
	if p := c.registryOwner(file); p != nil {
		return p.ID
	}
	return ""
}

func (c *Catalog) readRegistry(o Sources, p *Pack) error {
	name, data, beside := p.ID+registrySuffix, o.Registry, o.Packs
	if data != nil && c.registryOwner(o.RegistryName) == p {
		name, beside = o.RegistryName, o.Arms
	} else {
		var err error
		data, err = fs.ReadFile(o.Packs, name)
		if errors.Is(err, fs.ErrNotExist) {
			c.registries[p.ID] = new(registry)
			return nil
		}
		if err != nil {
			return err
		}
	}
	r, err := readRegistry(name, data, p)
	if err != nil {
		return err
	}
	c.registries[p.ID] = r
	if beside != nil {
		c.armories[p.ID], err = readArmory(beside, p.ID, r)
	}
	return err
}

// Attest returns the keys of files and credentials.
func (c *Catalog) Attest() attest.Keys { return c.attest }

// Base returns the public origin of the service, or "".
func (c *Catalog) Base() string { return c.base }

// Pack returns the pack of a label, or nil.
func (c *Catalog) Pack(id string) *Pack {
	i, found := slices.BinarySearchFunc(c.Packs, id, func(p *Pack, id string) int { return cmp.Compare(p.ID, id) })
	if !found {
		return nil
	}
	return c.Packs[i]
}

// Holders returns who was ever awarded a label, by identifier.
func (c *Catalog) Holders(label string) []*Holder {
	if r := c.registries[label]; r != nil {
		return slices.Clone(r.holders)
	}
	return nil
}

// Holder returns the holder of a label with the given identifier, present or
// former, or nil.
func (c *Catalog) Holder(label, id string) *Holder {
	if r := c.registries[label]; r != nil {
		return r.byID[id]
	}
	return nil
}
