package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// A TextShaper lays out text for Decode.
type TextShaper interface {
	// Shape returns the glyphs of a single line, from left to right from the
	// origin, in user units with y down, and the advance to its end. Font
	// gives the size. An error names what is missing.
	Shape(s string, font Font) (glyphs []render.Glyph, advance float64, err error)
}

// A Font is what SVG text asks for.
type Font struct {
	Families []string // by preference
	Size     float64  // user units per em
	Weight   int      // 100 to 900
	Italic   bool
	Stretch  string // as in CSS, empty: normal
	Lang     string // BCP 47, or empty
}

func (c *converter) text(e *element, p place, out *render.Group) {
	if c.o.Fonts == nil {
		c.report.add(e, "text is not drawn: no fonts")
		return
	}
}

// textOutline returns the outlines of a text in its user space.
func (c *converter) textOutline(e *element, p place) *geom.Path {
	return new(geom.Path)
}
