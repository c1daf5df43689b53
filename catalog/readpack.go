package catalog

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

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
	r.designs(f.Designs)
	r.charter(f.Rules)
	if len(r.faults) == 0 {
		r.mixPalettes(dark)
		r.checkContrast()
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
	if f.ID == holdersWord {
		r.fail("id", "%q is taken by addresses of holders", f.ID)
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

// forms reads the words of one text: for each language, the forms that "|"
// separates.
func (r *packReader) forms(path string, v words) map[string][]string {
	out := make(map[string][]string)
	add := func(lang, s string) {
		if utf8.RuneCountInString(s) > maxText {
			r.fail(path, "%d characters; at most %d", utf8.RuneCountInString(s), maxText)
			return
		}
		for _, form := range strings.Split(s, "|") {
			if form = strings.TrimSpace(form); form != "" {
				out[lang] = append(out[lang], form)
			}
		}
	}
	switch v := v.(type) {
	case nil:
	case string:
		add("", v)
	case map[string]any:
		for _, lang := range slices.Sorted(maps.Keys(v)) {
			s, ok := v[lang].(string)
			if !ok || !slices.Contains(r.Languages, lang) {
				r.fail(path, "%q: want a text for each of the languages %s", lang, oneOf(r.Languages))
				continue
			}
			add(lang, s)
		}
	default:
		r.fail(path, "want a text, or a table with a text for each language")
	}
	return out
}

// layer reads a table of texts.
func (r *packReader) layer(path string, texts map[string]words) layer {
	if len(texts) > maxEntries {
		r.fail(path, "%d texts; at most %d", len(texts), maxEntries)
		return nil
	}
	l := make(layer, len(texts))
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		at := path + "." + key
		r.word(at, key)
		l[key] = r.forms(at, texts[key])
		for _, lang := range slices.Sorted(maps.Keys(l[key])) {
			for _, form := range l[key][lang] {
				if _, err := parseTemplate(form); err != nil {
					r.fail(at, "%v", err)
				}
			}
		}
	}
	return l
}

// texts reads words that quote nothing. Languages that are left out get those
// of the default language, or def if that has none either.
func (r *packReader) texts(path string, v words, def string) Texts {
	forms := r.forms(path, v)
	first := func(lang string) string {
		if f := forms[lang]; len(f) > 0 {
			return f[0]
		}
		return ""
	}
	t := make(Texts, len(r.Languages))
	for _, lang := range r.Languages {
		t[lang] = cmp.Or(first(lang), first(""), first(r.Languages[0]), def)
	}
	return t
}

func (r *packReader) scales(f *labelFile) {
	if len(f.Scales) == 0 {
		r.fail("scale", "the pack has no scale")
	}
	r.unique("scale", len(f.Scales), func(i int) string { return f.Scales[i].ID })
	for i := range f.Scales {
		at := "scale." + strconv.Itoa(i)
		from := &f.Scales[i]
		s := &Scale{ID: from.ID, Name: r.texts(at+".name", from.Name, from.ID), text: r.layer(at+".text", from.Text)}
		unlit := at + ".unlit"
		if from.Unlit == "" {
			unlit = "unlit"
		}
		s.Unlit = r.inkNamed(unlit, cmp.Or(from.Unlit, f.Unlit))
		if n := len(from.Levels); n == 0 || n > maxSteps {
			r.fail(at, "scale %q has %d levels; want 1 to %d", from.ID, n, maxSteps)
			continue
		}
		r.unique(at+".level", len(from.Levels), func(i int) string { return from.Levels[i].ID })
		for j := range from.Levels {
			s.Levels = append(s.Levels, r.level(at, from, j))
		}
		r.Scales = append(r.Scales, s)
	}
}

// maxSteps bounds the levels of a scale; artwork counts them one by one.
const maxSteps = 24

// level reads the jth level of a scale.
func (r *packReader) level(scale string, s *scaleFile, j int) *Level {
	at := scale + ".level." + strconv.Itoa(j)
	from := &s.Levels[j]
	l := &Level{ID: from.ID, Rank: j + 1, Name: r.texts(at+".name", from.Name, from.ID),
		Ink: r.inkNamed(at+".ink", from.Ink), text: r.layer(at+".text", from.Text), index: len(r.levels)}
	ramp, rampAt := from.Ramp, at+".ramp"
	if ramp == nil {
		ramp, rampAt = s.Ramp, scale+".ramp"
	}
	if len(ramp) != len(s.Levels) {
		r.fail(rampAt, "%d inks for the %d steps of scale %q", len(ramp), len(s.Levels), s.ID)
	}
	for _, k := range ramp {
		l.Ramp = append(l.Ramp, r.inkNamed(rampAt, k))
	}
	r.levels = append(r.levels, l)
	return l
}

func (r *packReader) editions(f *labelFile) {
	if len(f.Editions) == 0 {
		r.fail("edition", "the pack has no edition")
	}
	r.unique("edition", len(f.Editions), func(i int) string { return f.Editions[i].ID })
	for i := range f.Editions {
		at := "edition." + strconv.Itoa(i)
		from := &f.Editions[i]
		e := &Edition{ID: from.ID, Date: from.Date, Until: from.Until,
			text: r.layer(at+".text", from.Text), levels: make(map[string]layer)}
		if e.ID == Latest || e.ID == holdersWord {
			r.fail(at+".id", "%q means something else in addresses", e.ID)
		}
		for j := range r.Scales {
			if r.Scales[j].ID == from.Scale {
				e.Scale = r.Scales[j]
			}
		}
		if e.Scale == nil {
			r.fail(at+".scale", "edition %q: no scale is called %q", e.ID, from.Scale)
			continue
		}
		r.date(at+".date", from.Date)
		r.date(at+".until", from.Until)
		for _, id := range slices.Sorted(maps.Keys(from.Level)) {
			if e.Scale.Level(id) == nil {
				r.fail(at+".level."+id, "scale %q has no level %q", e.Scale.ID, id)
			}
			e.levels[id] = r.layer(at+".level."+id+".text", from.Level[id].Text)
		}
		r.Editions = append(r.Editions, e)
	}
}

// date checks a date of the ISO 8601 calendar; none is fine.
func (r *packReader) date(path, s string) {
	if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil {
		r.fail(path, "%s: want a date as in 2025-11-19", quote(s))
	}
}

func (r *packReader) kinds(from []kindFile) {
	r.unique("kind", len(from), func(i int) string { return from[i].ID })
	for i := range from {
		at := "kind." + strconv.Itoa(i)
		k := &Kind{ID: from[i].ID, Name: r.texts(at+".name", from[i].Name, from[i].ID)}
		k.noun = r.nouns(at+".noun", from[i].Noun)
		r.Kinds = append(r.Kinds, k)
	}
}

// nouns reads how titles call holders of a kind, in every language.
func (r *packReader) nouns(path string, v words) []template {
	w := &writer{fallback: r.Languages[0], layers: []layer{{"noun": r.forms(path, v)}}}
	var out []template
	for _, w.lang = range r.Languages {
		forms, lang := w.find("noun")
		if len(forms) == 0 {
			forms = []string{"{holder}"}
		}
		t, err := parseTemplate(forms[0])
		if err != nil {
			r.fail(path, "%v", err)
		}
		for _, s := range t {
			if s.key != "" && s.key != "holder" && s.key != "holder-of" {
				r.fail(path, "{%s}: a noun can quote {holder} and {holder-of}", s.key)
			}
		}
		out = append(out, t.in(lang))
	}
	return out
}

// wordings writes down the texts of every level of every edition.
func (r *packReader) wordings() {
	all := make(map[string]bool)
	for _, k := range slices.Concat(requestKeys, editionKeys) {
		all[k] = true
	}
	layers := []layer{r.text}
	for _, s := range r.Scales {
		layers = append(layers, s.text)
	}
	for _, l := range r.levels {
		layers = append(layers, l.text)
	}
	for _, e := range r.Editions {
		layers = append(layers, e.text)
		for _, id := range slices.Sorted(maps.Keys(e.levels)) {
			layers = append(layers, e.levels[id])
		}
	}
	for _, l := range layers {
		for k := range l {
			all[k] = true
		}
	}
	r.words = r.wording("text", all, nil, nil)
	for i, e := range r.Editions {
		at := "edition." + strconv.Itoa(i)
		e.words = append(e.words, r.wording(at, all, e, nil))
		for _, l := range e.Scale.Levels {
			e.words = append(e.words, r.wording(at, all, e, l))
		}
	}
}

// wording writes down the texts of one level of one edition, either of which
// may be nil, in every language.
func (r *packReader) wording(at string, all map[string]bool, e *Edition, l *Level) []*wording {
	var out []*wording
	for _, lang := range r.Languages {
		w := &writer{lang: lang, fallback: r.Languages[0], all: all, known: make(map[string]string)}
		if e != nil {
			w.known["edition"] = e.ID
			w.known["steps"] = strconv.Itoa(len(e.Scale.Levels))
			w.layers = append(w.layers, e.text)
		}
		if l != nil {
			w.known["level-name"] = l.Name[lang]
			w.known["rank"] = strconv.Itoa(l.Rank)
			w.layers = slices.Concat([]layer{e.levels[l.ID]}, w.layers, []layer{l.text})
		}
		if e != nil {
			w.layers = append(w.layers, e.Scale.text)
		}
		w.layers = append(w.layers, r.text)
		words, err := w.wording()
		if err != nil {
			r.fail(at, "in %s: %v", lang, err)
			return nil
		}
		out = append(out, words)
	}
	return out
}

func (r *packReader) variants(f *labelFile) (dark map[string]*render.Ink) {
	if len(f.Variants) == 0 {
		r.fail("variant", "the pack has no variant; the first is the default")
	}
	r.unique("variant", len(f.Variants), func(i int) string { return f.Variants[i].ID })
	for i := range f.Variants {
		at := "variant." + strconv.Itoa(i)
		from := &f.Variants[i]
		r.Variants = append(r.Variants, &Variant{ID: from.ID,
			Name: r.texts(at+".name", from.Name, from.ID), swap: r.swap(at+".swap", from.Swap)})
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
		r.refer(at+".level", f.Level, "level", func(s string) bool {
			return slices.ContainsFunc(r.levels, func(l *Level) bool { return l.ID == s })
		})
		r.rules = append(r.rules, rule{f.Design, f.Variant, f.Theme, f.Level, r.texts(at+".reason", f.Reason, "")})
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
