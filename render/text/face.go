package text

import (
	"fmt"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/harfbuzz"

	"panonceau/render/geom"
)

// A Face is one weight of a family. It is parsed once, immutable and safe for
// concurrent use. Faces come from [Collection.Find].
type Face struct {
	Family  string
	Weight  int // 1 to 1000
	Metrics Metrics

	collection *Collection // where it is, and where its fallbacks are
	*source
}

// A source is a font file. Collections that have it in common share it.
type source struct {
	font   *font.Font
	unit   float64 // em per font unit
	places bool    // marks are placed on letters (GPOS feature mark)

	outlines sync.Map  // font.GID → *outline, made when first used
	shapers  sync.Pool // of *shaper
}

// An outline is a glyph in font units, y down.
type outline struct {
	path *geom.Path
	ink  geom.Rect // Nowhere for a space
}

// A shaper is what HarfBuzz needs for one face. It is used by one goroutine at
// a time.
type shaper struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

func newFace(c *Collection, parsed *font.Font) (*Face, error) {
	d := parsed.Describe()
	f := &Face{
		Family:     d.Family,
		Weight:     int(d.Aspect.Weight),
		collection: c,
		source:     &source{font: parsed, unit: 1 / float64(parsed.Upem())},
	}
	if f.Family == "" {
		return nil, fmt.Errorf("the font has no family name")
	}
	if d.Aspect.Stretch < font.StretchNormal && !strings.Contains(f.Family, "Condensed") {
		f.Family += " Condensed"
	}
	if d.Aspect.Style == font.StyleItalic {
		f.Family += " Italic"
	}
	for _, feature := range parsed.GPOS.Features {
		f.places = f.places || feature.Tag == ot.MustNewTag("mark")
	}
	f.shapers.New = func() any {
		return &shaper{harfbuzz.NewFont(font.NewFace(parsed)), harfbuzz.NewBuffer()}
	}
	f.Metrics = f.measure()
	return f, nil
}

// String names the face for people: "Barlow 600".
func (f *Face) String() string { return fmt.Sprintf("%s %d", f.Family, f.Weight) }

// Condensed returns the narrow sister of f, the family "… Condensed" in the
// nearest weight, or nil if the collection has none.
func (f *Face) Condensed() *Face {
	if sister := f.collection.family(f.Family + " Condensed"); sister != nil {
		return sister.nearest(f.Weight)
	}
	return nil
}

// Has reports whether f itself, without fallback, has a glyph for r.
func (f *Face) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}

// characters returns how many characters f has.
func (f *Face) characters() int {
	n := 0
	for it := f.font.Cmap.Iter(); it.Next(); n++ {
		it.Char()
	}
	return n
}

// measure returns the heights of H, x, d and p, or what the font declares.
func (f *Face) measure() Metrics {
	declared := font.NewFace(f.font)
	upem := float64(f.font.Upem())
	height := func(r rune, or font.LineMetric) float64 {
		if gid, ok := f.font.NominalGlyph(r); ok {
			if ink := f.outline(gid).ink; !ink.IsNowhere() {
				return -ink.Y0 / upem
			}
		}
		return float64(declared.LineMetric(or)) / upem
	}
	m := Metrics{
		CapHeight: height('H', font.CapHeight),
		XHeight:   height('x', font.XHeight),
		Ascender:  height('d', font.CapHeight),
	}
	if e, ok := declared.FontHExtents(); ok {
		m.CellAscent, m.CellDescent = float64(e.Ascender)/upem, -float64(e.Descender)/upem
	}
	m.Descender = m.CellDescent
	if gid, ok := f.font.NominalGlyph('p'); ok {
		m.Descender = f.outline(gid).ink.Y1 / upem
	}
	if m.CapHeight <= 0 || m.CapHeight > 1 { // no H, and a declaration that is absent or wrong
		m.CapHeight = 0.7
	}
	return m
}

// outline returns the outline of a glyph, the same pointer every time. A glyph
// the font does not have, or has only as a bitmap, is empty.
func (f *Face) outline(gid font.GID) *outline {
	o, ok := f.outlines.Load(gid)
	if !ok {
		o, _ = f.outlines.LoadOrStore(gid, f.trace(gid))
	}
	return o.(*outline)
}

// trace reads an outline from the font. Font units are whole numbers, but for
// scaled components, and y points up there.
func (f *Face) trace(gid font.GID) *outline {
	p := new(geom.Path)
	at := func(q ot.SegmentPoint) geom.Point { return geom.Pt(float64(q.X), -float64(q.Y)+0) }
	data, _ := font.NewFace(f.font).GlyphDataOutline(tables.GlyphID(gid))
	for _, s := range data.Segments {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if !p.Empty() {
				p.Close() // every contour of a font is closed
			}
			p.MoveTo(at(s.Args[0]))
		case ot.SegmentOpLineTo:
			p.LineTo(at(s.Args[0]))
		case ot.SegmentOpQuadTo:
			p.QuadTo(at(s.Args[0]), at(s.Args[1]))
		case ot.SegmentOpCubeTo:
			p.CubeTo(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if !p.Empty() {
		p.Close()
	}
	return &outline{p, p.Bounds()}
}
