package catalog

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"

	"panonceau/render"
	"panonceau/render/svg"
)

// A Use is what a design is made for.
type Use string

// The uses of designs. Parts and states are drawn by others and cannot be
// asked for.
const (
	ForScreen Use = "screen"
	ForPrint  Use = "print"
	ForPart   Use = "part"  // a piece of other designs
	ForState  Use = "state" // says why there is no award
)

// A Design is one piece of a label: its logo, its sign. The lists say what may
// be asked of it; an empty one means that there is no choice.
type Design struct {
	ID        string
	For       Use
	Name      Texts
	Purpose   Texts // where it is used
	Variants  []string
	Themes    []string
	Styles    []Style // at least one; the first is the default
	Sizes     []NamedSize
	Free      *Bounds // of sizes that are not named; nil: none
	Materials []string
	Mockups   []string // places in which the piece can be shown
	Hide      []string // what it can be asked not to tell
	Bare      bool     // leaves the ground to the page, and can be put on one
	MinPx     float64  // least width in pixels; 0: none
	MinMM     float64  // least width in millimetres; 0: none
	Road      bool     // stands at a road, which its proof warns about
	Kit       []Folder // of kits, that the design is in

	alt []template // by language: describes the picture; nil: its title does
}

// A Style is one artwork of a design.
type Style struct {
	ID   string // empty: the only one
	Name Texts
	File string
	Art  *render.Design
	// Issues are what the artwork asks for and does not get: elements that
	// were not read, colours that are no ink in a design for print.
	Issues []string

	parts []*render.Design
	alt   []template // by language: describes the picture; nil: the design's does
}

// A NamedSize is a size on offer.
type NamedSize struct {
	ID   string // as in size=
	Name Texts
	W, H float64 // millimetres
}

// Bounds are the least and the greatest size of a piece, in millimetres.
type Bounds struct{ MinW, MinH, MaxW, MaxH float64 }

// Width and Height are the size of the piece as drawn, in millimetres.
func (s *Style) Width() float64  { return s.Art.Art.Width * s.Art.Art.Unit }
func (s *Style) Height() float64 { return s.Art.Art.Height * s.Art.Art.Unit }

// Orderable reports whether the design can be asked for.
func (d *Design) Orderable() bool { return d.For == ForScreen || d.For == ForPrint }

// Style returns the style with the given id, "" being the default, or nil.
func (d *Design) Style(id string) *Style {
	for i := range d.Styles {
		if id == "" || d.Styles[i].ID == id {
			return &d.Styles[i]
		}
	}
	return nil
}

func (r *packReader) designs(from []designFile) {
	r.unique("design", len(from), func(i int) string { return from[i].ID })
	for i := range from {
		at := "design." + strconv.Itoa(i)
		if from[i].ID == credentialWord {
			r.fail(at+".id", "%q is where the open badge of an award is; choose another name", credentialWord)
		}
		r.Designs = append(r.Designs, r.design(at, &from[i]))
	}
	if !slices.ContainsFunc(r.Designs, func(d *Design) bool { return d.For == ForState }) {
		r.fail("design", "the pack has no design for %q, which says why there is no award", ForState)
	}
	if len(r.faults) > 0 {
		return
	}
	for i, d := range r.Designs {
		for j := range d.Styles {
			d.Styles[j].parts = r.parts("design."+strconv.Itoa(i), d.Styles[j].Art, nil)
		}
	}
}

func (r *packReader) design(at string, from *designFile) *Design {
	d := &Design{ID: from.ID, For: Use(from.For), MinPx: from.MinPx, MinMM: from.MinMM,
		Name: r.texts(at+".name", from.Name, from.ID), Purpose: r.texts(at+".use", from.Use, ""),
		Variants: from.Variants, Themes: from.Themes, Materials: from.Materials, Mockups: from.Mockups,
		Hide: from.Hide, Bare: from.Bare, Road: from.Road}
	if !slices.Contains([]Use{ForScreen, ForPrint, ForPart, ForState}, d.For) {
		r.fail(at+".for", "design %q is for %s; want screen, print, part or state", d.ID, quote(from.For))
	}
	r.refer(at+".variants", d.Variants, "variant", func(s string) bool { return r.Pack.Variant(s) != nil })
	r.refer(at+".themes", d.Themes, "theme", func(s string) bool { return s == themeLight || s == themeDark || s == themeAuto })
	r.refer(at+".mockups", d.Mockups, "mock-up", func(s string) bool { return s == OnWall || s == OnPost })
	r.refer(at+".hide", d.Hide, "thing to hide", canHide)
	if slices.Contains(d.Hide, hideLevel) && r.neutral == nil {
		r.fail(at+".hide", "design %q can hide its level; the pack needs neutral, the ink that steps then have", d.ID)
	}
	for _, m := range d.Materials {
		r.word(at+".materials", m)
	}
	r.styles(at, d, from)
	r.sizes(at, d, from)
	d.Kit = r.kitFolders(at, d, from.Kit)
	d.alt = r.alt(at+".alt", from.Alt)
	return d
}

// alt reads how a picture is described, in every language.
func (r *packReader) alt(path string, from words) []template {
	if from == nil {
		return nil
	}
	var out []template
	alt := r.texts(path, from, "")
	for _, lang := range r.Languages {
		t, err := parseTemplate(alt[lang])
		if err != nil || slices.ContainsFunc(t, func(s segment) bool { return s.key != "" && s.key != "title" }) {
			r.fail(path, "%q: want a text that quotes {title} at most", alt[lang])
		}
		out = append(out, t)
	}
	return out
}

// styles reads the artwork of a design: one file, or one for each style.
func (r *packReader) styles(at string, d *Design, from *designFile) {
	if (from.File == "") == (len(from.Styles) == 0) {
		r.fail(at, "design %q: want either a file or styles with one each", d.ID)
		return
	}
	if from.File != "" {
		d.Styles = []Style{{File: from.File}}
	}
	r.unique(at+".styles", len(from.Styles), func(i int) string { return from.Styles[i].ID })
	for _, s := range from.Styles {
		d.Styles = append(d.Styles, Style{ID: s.ID, File: s.File, Name: r.texts(at+".styles", s.Name, s.ID),
			alt: r.alt(at+".styles", s.Alt)})
	}
	for i := range d.Styles {
		r.artwork(at, d, &d.Styles[i])
	}
}

// artwork reads the file of a style.
func (r *packReader) artwork(at string, d *Design, s *Style) {
	name := path.Dir(r.file) + "/" + s.File
	data, err := r.read(s.File, maxDesignFile)
	if err != nil {
		r.fail(at, "design %q: %v", d.ID, err)
		return
	}
	art, report, err := svg.Decode(data, svg.DecodeOptions{Name: name, KeepMarks: true, Open: r.open})
	if err != nil {
		r.failArtwork(name, err)
		return
	}
	for _, i := range report.Issues {
		s.Issues = append(s.Issues, fmt.Sprintf("%s:%d: <%s>: %s", name, i.Line, i.Element, i.Message))
	}
	if s.Art, err = render.NewDesign(d.ID, art, r.Inks); err != nil {
		r.failArtwork(name, err)
		return
	}
	for _, k := range s.Art.TextKeys() {
		if !r.knows(k) {
			r.fail(at, "%s: slot %q: no text is called so", name, k)
		}
	}
	for _, name := range s.Art.ScaleNames() {
		if !slices.ContainsFunc(r.parallel, func(s *Scale) bool { return s.ID == name }) {
			r.fail(at, "%s: data-scale: %s is no scale of an edition with several", name, quote(name))
		}
	}
	if d.For == ForPrint {
		for _, c := range s.Art.Bare {
			s.Issues = append(s.Issues, fmt.Sprintf("%s: #%02X%02X%02X is no ink of the pack", name, c.R, c.G, c.B))
		}
	}
}

// open reads a file that artwork refers to. The reference is a path inside the
// pack: fs.FS accepts no other (io/fs.ValidPath).
func (r *packReader) open(href string) ([]byte, error) {
	return r.read(path.Clean(href), maxDesignFile)
}

// knows reports whether some text, of some level, has the given key.
func (r *packReader) knows(key string) bool {
	has := func(l layer) bool { return l[key] != nil }
	return slices.Contains(r.askedKeys(), key) || slices.Contains(editionKeys, key) || has(r.text) ||
		slices.ContainsFunc(r.Kinds, func(k *Kind) bool { return has(k.text) }) ||
		slices.ContainsFunc(r.Scales, func(s *Scale) bool { return has(s.text) }) ||
		slices.ContainsFunc(r.levels, func(l *Level) bool { return has(l.text) }) ||
		slices.ContainsFunc(r.Editions, func(e *Edition) bool { return has(e.text) })
}

// parts returns the designs that art draws, and those that they draw.
func (r *packReader) parts(at string, art *render.Design, found []*render.Design) []*render.Design {
	for _, name := range art.PartNames() {
		d := r.Pack.Design(name)
		if d == nil {
			r.fail(at, "design %q draws %s, which is no design of the pack", art.Name, quote(name))
			continue
		}
		part := d.Styles[0].Art
		if !slices.Contains(found, part) {
			found = r.parts(at, part, append(found, part))
		}
	}
	return found
}

// sizes reads the sizes on offer.
func (r *packReader) sizes(at string, d *Design, from *designFile) {
	if len(from.Sizes) > maxEntries {
		r.fail(at+".sizes", "%d sizes; at most %d", len(from.Sizes), maxEntries)
		return
	}
	for _, f := range from.Sizes {
		w, h, ok := sizeMM(f.Size)
		if !ok || (f.ID != "" && !isWord(f.ID)) {
			r.fail(at+".sizes", "design %q: %s, %s: want a name, or none, and a size as in 500x700mm", d.ID, quote(f.ID), quote(f.Size))
			continue
		}
		id, _ := normalSize(f.Size)
		if f.ID != "" {
			id = f.ID
		}
		d.Sizes = append(d.Sizes, NamedSize{ID: id, Name: r.texts(at+".sizes", f.Name, id), W: w, H: h})
	}
	if from.Free == nil {
		return
	}
	var b Bounds
	ok := len(from.Free) == 2
	if ok {
		var okMin, okMax bool
		b.MinW, b.MinH, okMin = sizeMM(from.Free[0])
		b.MaxW, b.MaxH, okMax = sizeMM(from.Free[1])
		ok = okMin && okMax && b.MinW <= b.MaxW && b.MinH <= b.MaxH
	}
	if !ok {
		r.fail(at+".free", `design %q: want the least and the greatest size, as in ["200x200mm", "3000x3000mm"]`, d.ID)
		return
	}
	d.Free = &b
}

// sizeMM reads a size in millimetres or CSS pixels.
func sizeMM(s string) (w, h float64, ok bool) {
	w, h, unit, ok := parseSize(s)
	if unit == "px" {
		w, h = w*render.Pixel, h*render.Pixel
	}
	return w, h, ok
}

// dirNames returns the names of the directories of fsys that are packs, sorted.
func dirNames(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if _, err := fs.Stat(fsys, e.Name()+"/"+labelName); e.IsDir() && err == nil {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
