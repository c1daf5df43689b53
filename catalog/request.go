package catalog

import (
	"strings"
)

// A Request is the address of a picture, taken apart: well formed, bounded,
// and nothing looked up. Two requests for the same thing are equal.
//
// It has one of these forms:
//
//	/{Label}/{Edition}/{Level}/{Design}.{Ext}
//	/{Label}/holders/{Holder}/{Edition}/{Design}.{Ext}
//	/{Label}/holders/{Holder}/{Edition}.zip, or .json
//	/{Label}/{Sheet}.{Ext}
//	/{Label}/{Edition}/map.{Ext}
//
// followed by options. An option that is not asked for, or asked for with its
// default, is the empty string; others have their canonical spelling.
type Request struct {
	Label   string
	Edition string // for a holder and a map, also Latest
	Level   string // empty: the one Holder was awarded, or all
	Holder  string // identifier; empty: the reference picture of a level
	Design  string // empty: the kit of an award, or a Sheet
	Sheet   string // what shows the label as a whole: SheetCharter; empty: none
	Ext     string // of a Format

	Variant, Theme, Lang, Size, Width, Scale, DPI, Style, Material, Mockup string
	Axis, Ground, Hide                                                     string
	Bleed, Marks, Profile, Release, Bake, Name, Sig, V, Download           string

	// Of a proof.
	Proof, Ref, Version, Date, Quantity, Thickness, Film, Finish, Fixing string
}

// Latest is the edition that stands for the newest award of a holder.
const Latest = "latest"

// SheetCharter is the charter of a label.
const SheetCharter = "charter"

// holdersWord is the path segment that no edition may be called.
const holdersWord = "holders"

// ParseRequest reads an address: a path, or a URL whose origin is ignored.
//
// The error is an *[Error]. Beside it, the Request holds what could be
// understood, so that the refusal can be drawn in the format and the language
// that were asked for.
func ParseRequest(rawURL string) (Request, error) {
	var r Request
	if len(rawURL) > maxURL {
		return r, fault(ErrInvalid, "url", "adresse de %d octets ; %d au plus",
			"address of %d bytes; at most %d", len(rawURL), maxURL)
	}
	path, query, _ := strings.Cut(withoutOrigin(rawURL), "?")
	if strings.Contains(rawURL, "#") {
		return r, fault(ErrInvalid, "url", "« # » n’a pas sa place dans l’adresse", `"#" has no place in the address`)
	}
	if err := r.parsePath(path); err != nil {
		r.parseQuery(query) // for the language of the refusal
		return r, err
	}
	if err := r.parseQuery(query); err != nil {
		return r, err
	}
	return r, nil
}

// withoutOrigin drops the scheme and host of a URL.
func withoutOrigin(u string) string {
	for _, scheme := range []string{"https://", "http://"} {
		if rest, ok := strings.CutPrefix(u, scheme); ok {
			if i := strings.IndexAny(rest, "/?"); i >= 0 {
				return rest[i:]
			}
			return ""
		}
	}
	return u
}

func (r *Request) parsePath(path string) error {
	rest, ok := strings.CutPrefix(path, "/")
	parts := strings.Split(rest, "/")
	if !ok || len(parts) < 2 || len(parts) > 5 {
		return notPicture()
	}
	for i, p := range parts {
		var err *Error
		if parts[i], err = unescape("path", p, false); err != nil {
			return err
		}
	}
	file, ext, dot := strings.Cut(parts[len(parts)-1], ".")
	if !dot {
		return notPicture()
	}
	if _, known := FormatOf(ext); known {
		r.Ext = ext
	}
	r.Label = parts[0]
	ofHolder := parts[1] == holdersWord
	switch {
	case ofHolder && len(parts) == 5:
		r.Holder, r.Edition, r.Design = parts[2], parts[3], file
	case ofHolder && len(parts) == 4 && (ext == extKit || ext == extJSON):
		r.Holder, r.Edition = parts[2], file
	case !ofHolder && len(parts) == 3 && file == mapWord:
		r.Edition, r.Design = parts[1], file
	case !ofHolder && len(parts) == 4:
		r.Edition, r.Level, r.Design = parts[1], parts[2], file
	case len(parts) == 2 && file == SheetCharter:
		r.Sheet = file
	default:
		*r = Request{Ext: r.Ext}
		return notPicture()
	}
	return r.checkPath(ext)
}

// checkPath checks the words of the path, and takes the slug off the holder.
func (r *Request) checkPath(ext string) error {
	kit := r.Design == "" && r.Sheet == ""
	words := []struct{ name, fr, word string }{
		{"label", "label", r.Label}, {"edition", "édition", r.Edition},
		{"level", "niveau", r.Level}, {"design", "visuel", r.Design},
	}
	for _, w := range words {
		absent := (w.name == "level" && (r.Holder != "" || r.isMap())) || (w.name == "design" && kit) || (w.name != "label" && r.Sheet != "")
		if !absent && !isWord(w.word) {
			return &Error{ErrInvalid, w.name,
				w.fr + " : " + quote(w.word) + " n’est pas admis ; attendu : des lettres minuscules, des chiffres et des traits d’union",
				w.name + ": " + quote(w.word) + " is not allowed; expected: lower-case letters, digits and hyphens"}
		}
	}
	if r.Holder != "" {
		id, err := trimSlug(r.Holder)
		if err != nil {
			return err
		}
		r.Holder = id
	}
	if r.Ext == "" || (r.Ext == extKit) != kit && !(kit && r.Ext == extJSON) {
		allowed := oneOf(formatWords(func(f Format) bool { return f.Ext != extKit }))
		return fault(ErrInvalid, "format", "format : %s n’est pas admis ; attendu : %s",
			"format: %s is not allowed; expected: %s", quote(ext), allowed)
	}
	return nil
}

// parseQuery reads all options it can, and returns the first error.
func (r *Request) parseQuery(query string) error {
	var first error
	var seen [64]bool // by index in options
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		if pair == "" {
			continue
		}
		if err := r.parseOption(pair, &seen); err != nil && first == nil {
			first = err
		}
	}
	if first == nil {
		first = r.checkOptions()
	}
	return first
}

func (r *Request) parseOption(pair string, seen *[64]bool) error {
	rawName, rawValue, _ := strings.Cut(pair, "=")
	name, err := unescape("query", rawName, true)
	if err != nil {
		return err
	}
	for i := range options {
		o := &options[i]
		if o.Name != name {
			continue
		}
		if seen[i] {
			return fault(ErrInvalid, name, "%s : donné deux fois", "%s: given twice", name)
		}
		seen[i] = true
		v, err := unescape(name, rawValue, true)
		if err != nil {
			return err
		}
		if v, err = o.normal(v); err != nil {
			return err
		}
		*o.value(r) = v
		return nil
	}
	return fault(ErrInvalid, "query", "paramètre inconnu : %s ; attendu : %s",
		"unknown parameter: %s; expected: %s", quote(name), oneOf(optionNames()))
}

// checkOptions checks that the options go together and suit the format.
func (r *Request) checkOptions() error {
	f, _ := FormatOf(r.Ext)
	for i := range options {
		o := &options[i]
		if *o.value(r) == "" || o.Applies == nil || f.Ext == extJSON || o.Applies(f) {
			continue
		}
		return fault(ErrInvalid, o.Name, "%s : sans effet sur %s ; seulement sur %s",
			"%s: means nothing for %s; only for %s", o.Name, r.Ext, oneOf(formatWords(o.Applies)))
	}
	for i := range options {
		o := &options[i]
		if o.Needs != "" && *o.value(r) != "" && *optionNamed(o.Needs).value(r) == "" {
			return fault(ErrInvalid, o.Name, "%s : seulement avec %s", "%s: only with %s", o.Name, o.Needs)
		}
	}
	if r.Proof != "" && r.Marks != "" {
		return fault(ErrInvalid, "marks", "marks : sans effet sur un bon à tirer", "marks: means nothing for a proof")
	}
	if r.Proof != "" && r.Mockup != "" {
		return fault(ErrInvalid, "mockup", "mockup : sans effet sur un bon à tirer", "mockup: means nothing for a proof")
	}
	pixels := 0
	for _, v := range []string{r.Width, r.Scale, r.DPI} {
		if v != "" {
			pixels++
		}
	}
	if pixels > 1 {
		return fault(ErrInvalid, "width", "width, scale et dpi : un seul à la fois",
			"width, scale and dpi: only one at a time")
	}
	if r.Name != "" && r.Holder != "" {
		return fault(ErrInvalid, "name", "name : le nom d’un titulaire vient du registre",
			"name: the name of a holder comes from the registry")
	}
	return nil
}

// String returns the canonical address of r: the same for every spelling of
// the same request.
func (r Request) String() string {
	var b strings.Builder
	b.Grow(96)
	b.WriteByte('/')
	b.WriteString(r.Label)
	if r.Holder != "" {
		b.WriteByte('/')
		b.WriteString(holdersWord)
		b.WriteByte('/')
		b.WriteString(r.Holder)
	}
	for _, word := range [2]string{r.Edition, r.Sheet} {
		if word != "" {
			b.WriteByte('/')
			b.WriteString(word)
		}
	}
	if r.Level != "" {
		b.WriteByte('/')
		b.WriteString(r.Level)
	}
	if r.Design != "" {
		b.WriteByte('/')
		b.WriteString(r.Design)
	}
	b.WriteByte('.')
	b.WriteString(r.Ext)
	sep := byte('?')
	for i := range options {
		v := *options[i].value(&r)
		if v == "" {
			continue
		}
		b.WriteByte(sep)
		b.WriteString(options[i].Name)
		b.WriteByte('=')
		escape(&b, v)
		sep = '&'
	}
	return b.String()
}

func notPicture() *Error {
	return fault(ErrNotFound, "url",
		"ce n’est pas l’adresse d’une image ; attendu : /label/édition/niveau/visuel.format ou /label/holders/identifiant/édition/visuel.format",
		"not the address of a picture; expected: /label/edition/level/design.format or /label/holders/id/edition/design.format")
}
