// Package pdf writes drawings as PDF: print files to the rules of PDF/X-4 and
// PDF/X-1a, and tagged files for the screen.
//
// Text is written as outlines, so that no font can be missing or substituted.
// Inks keep the values of the charter: a colour that has an [render.Ink] is
// never converted. What a conformance level cannot say, such as transparency
// in PDF/X-1a, is an error and not an approximation.
//
// The files are built to the rules that the standards are publicly known for;
// nobody has certified them.
package pdf

import (
	"errors"
	"fmt"
	"io"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// Options choose the kind of file. The zero Options make a PDF/X-4 print file
// with all the bleed that the drawing has.
type Options struct {
	// Preset names one of Presets; empty means "x4".
	Preset string

	// Bleed is how far the bleed box extends beyond the finished piece, in
	// millimetres. Zero means all the bleed of the drawing, negative none.
	Bleed float64

	// Marks adds crop marks outside the bleed. Many printers refuse them.
	Marks bool

	// Scale is the size of the page over that of the piece. Zero means 1, or
	// 1/10 for pieces longer than a page can be.
	Scale float64

	// Tagged adds a structure tree with alternate text. Files for the screen
	// always have one.
	Tagged bool

	// Date is written as the date of the file: RFC 3339, in UTC, a day or a
	// second. Empty means 2000-01-01: a file says nothing about when it was
	// made unless it is told.
	Date string

	// Uncompressed leaves all streams and the objects readable, for
	// comparison.
	Uncompressed bool
}

// ErrTransparency is wrapped by the error for drawings that PDF/X-1a cannot
// carry.
var ErrTransparency = errors.New("transparency")

// Encode writes d to w. The same Drawing and Options give the same bytes.
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	e, err := newEncoder(d, o)
	if err != nil {
		return err
	}
	root, info := e.document()
	if e.err != nil {
		return fmt.Errorf("pdf: %w", e.err)
	}
	return e.file.write(w, root, info)
}

// An encoder holds what one file is made of. It keeps the first error.
type encoder struct {
	d      *render.Drawing
	o      Options
	preset Preset
	date   string // RFC 3339, to the second
	page   page

	file   file
	tags   tagger
	layers []layer
	spots  []spot
	srgb   ref // profile of images, 0 until there is one
	forms  map[glyphKey]ref
	images map[imageKey]ref
	uses   map[*geom.Path]int // how often an outline is drawn
	laid   []laid
	depth  int
	err    error
}

func newEncoder(d *render.Drawing, o Options) (*encoder, error) {
	p, err := find(o.Preset)
	if err != nil {
		return nil, err
	}
	if d.Title == "" {
		return nil, errors.New("pdf: drawing has no title, which PDF/X requires")
	}
	date, err := fullDate(o.Date)
	if err != nil {
		return nil, err
	}
	e := &encoder{
		d: d, o: o, preset: p, date: date,
		forms:  map[glyphKey]ref{},
		images: map[imageKey]ref{},
		uses:   map[*geom.Path]int{},
	}
	if e.page, err = newPage(d, o, p); err != nil {
		return nil, err
	}
	e.file.uncompressed = o.Uncompressed
	e.file.version = p.version
	e.tags.on = o.Tagged || p.mode == modeRGB
	countOutlines(d.Root, e.uses)
	return e, nil
}

// fail keeps the first error.
func (e *encoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf(format, args...)
	}
}

// Scale returns the size of the page over that of the piece for d and o: 1, or
// 1/10 when a page cannot be as large as the piece.
func Scale(d *render.Drawing, o Options) (float64, error) {
	p, err := find(o.Preset)
	if err != nil {
		return 0, err
	}
	pg, err := newPage(d, o, p)
	return pg.scale, err
}

// A page says where the drawing lies on its page. Lengths are points.
type page struct {
	scale               float64
	perUnit             float64 // points per unit of the drawing
	media, bleed, trim  geom.Rect
	bleedUnits          float64 // the bleed in units of the drawing
	marks               bool
	width, height, slug float64
}

// Lengths of crop marks on the page, in millimetres. A mark begins clear of
// the bleed and ends before the edge of the sheet.
const (
	markGap    = 2.0
	markLength = 5.0
	slugWidth  = 12.0
)

const pointsPerMM = 72 / 25.4

func newPage(d *render.Drawing, o Options, p Preset) (page, error) {
	pg := page{scale: o.Scale, marks: o.Marks || p.Marks}
	bleed := d.Bleed * d.Unit
	switch {
	case p.mode == modeRGB || o.Bleed < 0:
		bleed = 0
	case o.Bleed > bleed+1e-6:
		return page{}, fmt.Errorf("pdf: bleed of %g mm exceeds the %g mm of the drawing", o.Bleed, bleed)
	case o.Bleed > 0:
		bleed = o.Bleed
	}
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) || math.IsInf(d.Width*d.Height*d.Unit, 0) {
		return page{}, fmt.Errorf("pdf: drawing of %g by %g units of %g mm", d.Width, d.Height, d.Unit)
	}
	if pg.marks {
		pg.slug = slugWidth * pointsPerMM
	}
	longest := max(d.Width, d.Height)*d.Unit + 2*bleed
	fits := func(scale float64) bool { return longest*scale*pointsPerMM+2*pg.slug <= maxPage }
	if pg.scale == 0 {
		pg.scale = 1
		if !fits(1) {
			pg.scale = 0.1
		}
	}
	if !(pg.scale > 0 && fits(pg.scale)) {
		return page{}, fmt.Errorf("pdf: %.0f mm at scale %g exceeds the %.0f mm of a page", longest, pg.scale, maxPage/pointsPerMM)
	}
	pg.perUnit = d.Unit * pg.scale * pointsPerMM
	pg.bleedUnits = bleed / d.Unit
	b := bleed * pg.scale * pointsPerMM
	pg.width, pg.height = d.Width*pg.perUnit, d.Height*pg.perUnit
	pg.trim = geom.RectWH(b+pg.slug, b+pg.slug, pg.width, pg.height)
	pg.bleed = pg.trim.Inset(-b)
	pg.media = pg.bleed.Inset(-pg.slug)
	return pg, nil
}

// matrix takes the drawing, y down, to the page, y up (ISO 32000-2 §8.3.2.3).
func (pg *page) matrix() geom.Matrix {
	return geom.Matrix{A: pg.perUnit, D: -pg.perUnit, E: pg.trim.X0, F: pg.trim.Y1}
}

// fullDate completes a date to the second.
func fullDate(s string) (string, error) {
	switch {
	case s == "":
		return "2000-01-01T00:00:00Z", nil
	case matches(s, "0000-00-00"):
		return s + "T00:00:00Z", nil
	case matches(s, "0000-00-00T00:00:00Z"):
		return s, nil
	}
	return "", fmt.Errorf("pdf: date %q is not like 2006-01-02 or 2006-01-02T15:04:05Z", s)
}

// matches reports whether s is like pattern, where 0 stands for any digit.
func matches(s, pattern string) bool {
	if len(s) != len(pattern) {
		return false
	}
	for i := range len(s) {
		digit := s[i] >= '0' && s[i] <= '9'
		if pattern[i] == '0' && !digit || pattern[i] != '0' && s[i] != pattern[i] {
			return false
		}
	}
	return true
}
