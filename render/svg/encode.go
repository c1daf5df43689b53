package svg

import (
	"fmt"
	"io"

	svgo "github.com/ajstarks/svgo/float"

	"panonceau/render"
	"panonceau/render/geom"
)

// EncodeOptions control the writing of a picture. The zero EncodeOptions suit
// a file that a web page shows.
type EncodeOptions struct {
	// Width and Height are the size at which viewers show the picture, in CSS
	// pixels. If one is zero it follows from the other; if both are, the
	// picture has the size of the drawing, in mm unless the design is in
	// pixels.
	Width, Height float64

	// Inline leaves out the XML declaration, for pictures put into HTML.
	Inline bool

	// Layers are the production layers to write. Nil means all that is seen:
	// neither the technical layers nor those of proofs.
	Layers []render.Layer
}

// Encode writes d to w as a standalone SVG document. It has no text, script or
// external reference: glyphs are outlines and images are inside. The same
// Drawing and EncodeOptions always give the same bytes: attributes have a fixed
// order, identifiers are numbered in document order, and numbers have two or
// three decimals; more only in pictures of less than ten units, and in the
// matrices of turned images, patterns and filters.
//
// Identifiers begin with a digest of the picture, so that several pictures can
// be put into one page.
//
// The first error from w is returned as is.
func Encode(w io.Writer, d *render.Drawing, o EncodeOptions) error {
	size, err := o.size(d)
	if err != nil {
		return err
	}
	e := newEncoder(d, o)
	if d.Root != nil {
		root := outermost(d.Root)
		e.shareGlyphs(root)
		e.group(root)
	}
	if e.err != nil {
		return e.err
	}
	_, err = w.Write(e.document(d, size))
	return err
}

// An encoder writes the nodes of a drawing. The rules are:
//
//   - a definition stands right before the first element that refers to it;
//   - a number goes through a grid, and any text through escape;
//   - an identifier goes through ref, because its prefix is known last.
type encoder struct {
	grid
	out    []byte
	refs   []int          // where the prefix of an identifier goes in out
	lastID int            // identifiers are numbered from 1
	bodies map[string]int // definitions written so far, without identifier
	glyphs map[glyphKey]int
	inks   []darkInk
	blends bool // a blend mode occurs

	opts   EncodeOptions
	layer  render.Layer
	area   geom.Rect // what can be seen in the current coordinate system
	canvas *svgo.SVG // writes to out
	paths  pathWriter
	err    error
}

func newEncoder(d *render.Drawing, o EncodeOptions) *encoder {
	e := &encoder{
		grid:   gridFor(max(d.Width, d.Height)),
		out:    make([]byte, 0, 8<<10),
		refs:   make([]int, 0, 64),
		bodies: map[string]int{},
		opts:   o,
		area:   d.Page().Inset(-d.Bleed),
	}
	e.canvas = svgo.New(e)
	return e
}

// outermost returns g without what the root element does: it isolates if need
// be, and a group of a single group adds nothing.
func outermost(g *render.Group) *render.Group {
	root := *g
	root.Isolate = false
	for root.Plain() && root.Layer == "" && len(root.Children) == 1 {
		only, ok := root.Children[0].(*render.Group)
		if !ok {
			break
		}
		root = *only
		root.Isolate = false
	}
	return &root
}

// Write appends p; it makes e the writer of its canvas.
func (e *encoder) Write(p []byte) (int, error) {
	e.out = append(e.out, p...)
	return len(p), nil
}

func (e *encoder) str(s string) { e.out = append(e.out, s...) }

// attr writes an attribute whose value needs no escaping.
func (e *encoder) attr(name, value string) {
	e.open(name)
	e.str(value)
	e.str(`"`)
}

// open begins an attribute; the caller writes its value and the quote.
func (e *encoder) open(name string) {
	e.str(" ")
	e.str(name)
	e.str(`="`)
}

func (e *encoder) number(name string, v float64) {
	e.open(name)
	e.value(v)
	e.str(`"`)
}

// value writes a number.
func (e *encoder) value(v float64) { e.out = e.grid.append(e.out, e.round(v)) }

// values writes numbers with spaces between them. Path data alone may spare
// them everywhere.
func (e *encoder) values(vs ...float64) {
	for i, v := range vs {
		if i > 0 {
			e.str(" ")
		}
		e.value(v)
	}
}

// size returns the width and height attributes of the document.
func (o EncodeOptions) size(d *render.Drawing) (attributes string, err error) {
	if !(d.Width > 0 && d.Height > 0 && d.Width <= maxNumber && d.Height <= maxNumber) {
		return "", fmt.Errorf("svg: a picture of %g by %g units; sides go from 0 to %g", d.Width, d.Height, maxNumber)
	}
	if !(o.Width >= 0 && o.Height >= 0 && o.Width <= maxNumber && o.Height <= maxNumber) {
		return "", fmt.Errorf("svg: a size of %g by %g pixels; sides go from 0 to %g", o.Width, o.Height, maxNumber)
	}
	w, h, unit := o.Width, o.Height, ""
	switch {
	case w == 0 && h == 0:
		w, h, unit = naturalSize(d)
	case w == 0:
		w = h * d.Width / d.Height
	case h == 0:
		h = w * d.Height / d.Width
	}
	g := gridFor(min(w, h))
	b := append([]byte(nil), `width="`...)
	b = append(g.append(b, g.round(w)), unit...)
	b = append(b, `" height="`...)
	b = append(g.append(b, g.round(h)), unit...)
	return string(append(b, '"')), nil
}

// naturalSize returns the size of d in mm if that takes no more than three
// decimals, in pixels otherwise.
func naturalSize(d *render.Drawing) (w, h float64, unit string) {
	scale := d.Unit / render.Pixel
	if !(scale > 0) {
		scale = 1
	}
	mm := func(v float64) bool { // on the grid of thousandths, rounding errors aside
		t := v * d.Unit * 1000
		return t >= 1 && t-float64(int64(t+.5)) < 1e-6 && float64(int64(t+.5))-t < 1e-6
	}
	if scale != 1 && mm(d.Width) && mm(d.Height) {
		return d.Width * d.Unit, d.Height * d.Unit, "mm"
	}
	return d.Width * scale, d.Height * scale, ""
}
