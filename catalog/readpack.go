package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"

	"panonceau/render"
)

// labelName is the file that makes a directory a pack.
const labelName = "label.toml"

// maxFaults bounds the faults that are told at once.
const maxFaults = 50

// A packReader checks a label.toml and builds the pack. It keeps the faults it
// finds, each with its place in the file, so that all are told at once.
type packReader struct {
	dir    fs.FS
	file   string // name of label.toml, for messages
	at     positions
	faults []error
	files  map[string]string // digest of every file read, by name
	*Pack
}

// readPack reads the pack in the directory name of fsys.
func readPack(fsys fs.FS, name string) (*Pack, error) {
	dir, err := fs.Sub(fsys, name)
	if err != nil {
		return nil, err
	}
	r := &packReader{dir: dir, file: name + "/" + labelName, files: make(map[string]string), Pack: new(Pack)}
	data, err := r.read(labelName, maxLabelFile)
	if err != nil {
		return nil, err
	}
	f, at, err := decodeLabel(r.file, data)
	if err != nil {
		return nil, err
	}
	r.at = at
	r.build(f)
	r.fontFiles()
	if len(r.faults) == 0 && r.ID != name {
		r.fail("id", "pack %q is in the directory %q; they have the same name", r.ID, name)
	}
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	r.Digest = r.digest()
	return r.Pack, nil
}

// build makes the parts of the pack, those that others refer to first.
func (r *packReader) build(f *labelFile) {
	r.identity(f)
	if len(r.faults) > 0 {
		return // nothing can be checked without languages
	}
	r.text = r.layer("text", f.Text)
	r.inks(f)
	if len(r.faults) > 0 {
		return // every fault in what follows would be told again
	}
	r.scales(f)
	r.editions(f)
	r.kinds(f.Kinds)
	if len(r.faults) == 0 {
		r.wordings()
	}
	dark := r.variants(f)
	r.grounds(f.Variants)
	r.designs(f.Designs)
	r.documents(f.Documents)
	r.charter(f.Rules)
	r.links(f.Links)
	r.charterPage(&f.Charter)
	if len(r.faults) == 0 {
		r.mixPalettes(dark)
		r.checkContrast()
		r.checkGrounds()
	}
}

// fail tells a fault at a key.
func (r *packReader) fail(path, format string, args ...any) {
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, fmt.Errorf("%s:%s: %s", r.file, r.at.of(path), fmt.Sprintf(format, args...)))
	}
}

// read reads a file of the pack.
func (r *packReader) read(name string, most int64) ([]byte, error) {
	info, err := fs.Stat(r.dir, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", name, info.Size(), most)
	}
	data, err := fs.ReadFile(r.dir, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r.files[name] = hex.EncodeToString(sum[:])
	return data, nil
}

// digest sums up every file the pack was read from.
func (r *packReader) digest() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(r.files)) {
		fmt.Fprintf(h, "%s %s\n", r.files[name], name)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func (r *packReader) identity(f *labelFile) {
	p := r.Pack
	p.ID, p.Site, p.License, p.Issuer = f.ID, f.Site, f.License, f.Issuer
	r.word("id", f.ID)
	if Reserved(f.ID) {
		r.fail("id", "%q is taken by addresses of the service", f.ID)
	}
	if n := len(f.Languages); n == 0 || n > maxLanguages {
		r.fail("languages", "%d languages; want 1 to %d, the first being the default", n, maxLanguages)
	}
	seen := make(map[string]bool)
	for _, l := range f.Languages {
		r.word("languages", l)
		if seen[l] {
			r.fail("languages", "%q is there twice", l)
		}
		seen[l] = true
	}
	p.Languages = f.Languages
	p.Notice = r.texts("notice", f.Notice, "")
	for _, k := range slices.Concat(requestKeys, editionKeys) {
		if f.Text[k] != nil {
			r.fail("text."+k, "%q is given by the request", k)
		}
	}
	for _, k := range neededKeys {
		if f.Text[k] == nil {
			r.fail("text", "the text %q is missing", k)
		}
	}
}

// word checks an identifier.
func (r *packReader) word(path, s string) {
	if !isWord(s) {
		r.fail(path, "%s: want lower-case letters, digits and hyphens, at most %d", quote(s), maxWord)
	}
}

// unique checks the identifiers of a list.
func (r *packReader) unique(path string, n int, id func(int) string) {
	if n > maxEntries {
		r.fail(path, "%d entries; at most %d", n, maxEntries)
		return
	}
	seen := make(map[string]bool, n)
	for i := range n {
		at := path + "." + strconv.Itoa(i) + ".id"
		r.word(at, id(i))
		if seen[id(i)] {
			r.fail(at, "%q is there twice", id(i))
		}
		seen[id(i)] = true
	}
}

func (r *packReader) variants(f *labelFile) (dark map[string]*render.Ink) {
	if len(f.Variants) == 0 {
		r.fail("variant", "the pack has no variant; the first is the default")
	}
	r.unique("variant", len(f.Variants), func(i int) string { return f.Variants[i].ID })
	for i := range f.Variants {
		at := "variant." + strconv.Itoa(i)
		from := &f.Variants[i]
		r.Variants = append(r.Variants, &Variant{ID: from.ID, Dark: from.Dark,
			Name: r.texts(at+".name", from.Name, from.ID), swap: r.swap(at+".swap", from.Swap)})
		if from.Grey {
			r.Variants[i].swap = greys(r.Variants[i].swap, r.Inks)
		}
	}
	for i, t := range f.Themes {
		at := "theme." + strconv.Itoa(i)
		if t.ID != themeDark || i > 0 {
			r.fail(at, "theme %q: packs define one theme, %q", t.ID, themeDark)
			continue
		}
		dark = r.swap(at+".swap", t.Swap)
	}
	return dark
}

// swap reads what becomes of inks.
func (r *packReader) swap(path string, from map[string]string) map[string]*render.Ink {
	out := make(map[string]*render.Ink, len(from))
	for _, name := range slices.Sorted(maps.Keys(from)) {
		if name != "*" {
			r.inkNamed(path, name)
		}
		out[name] = r.inkNamed(path, from[name])
	}
	return out
}

// charter reads the forbidden combinations.
func (r *packReader) charter(from []ruleFile) {
	if len(from) > maxEntries {
		r.fail("rule", "%d rules; at most %d", len(from), maxEntries)
		return
	}
	for i, f := range from {
		at := "rule." + strconv.Itoa(i)
		if f.Reason == nil {
			r.fail(at, "the rule gives no reason")
		}
		r.refer(at+".design", f.Design, "design", func(s string) bool { return r.Pack.Design(s) != nil })
		r.refer(at+".variant", f.Variant, "variant", func(s string) bool { return r.Pack.Variant(s) != nil })
		r.refer(at+".theme", f.Theme, "theme", func(s string) bool { return s == themeLight || s == themeDark || s == themeAuto })
		r.refer(at+".ground", f.Ground, "ground", r.isGround)
		r.refer(at+".hide", f.Hide, "thing to hide", canHide)
		r.refer(at+".level", f.Level, "level", func(s string) bool {
			return slices.ContainsFunc(r.levels, func(l *Level) bool { return l.ID == s })
		})
		r.rules = append(r.rules, rule{f.Design, f.Variant, f.Theme, f.Level, f.Hide, f.Ground, r.texts(at+".reason", f.Reason, "")})
	}
}

// refer checks that names exist.
func (r *packReader) refer(path string, names []string, what string, exists func(string) bool) {
	for _, n := range names {
		if !exists(n) {
			r.fail(path, "no %s is called %s", what, quote(n))
		}
	}
}
