package svg

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// DecodeOptions say how a file is read. The zero DecodeOptions suit a picture
// that depends on no other file.
type DecodeOptions struct {
	// Name is the name of the file, for messages.
	Name string

	// Open returns the file that an image or a use refers to, given the
	// reference as written. If it is nil, such elements are left out and
	// reported.
	Open func(href string) ([]byte, error)

	// Fonts lays out text. If it is nil, text is left out and reported.
	Fonts TextShaper

	// Width and Height are the size, in CSS pixels, that percentages of the
	// root element refer to when it has no viewBox. Zero means 100.
	Width, Height float64

	// Exact keeps coordinates finer than the grid of a drawing
	// ([render.Drawing.Step]), for pictures that are compared with another
	// program's pixel by pixel.
	Exact bool

	// KeepMarks asks for a group with a Mark around what an element draws
	// that has an id or a data-* attribute, even if it draws nothing.
	KeepMarks bool
}

// Decode reads a static SVG file, plain or gzipped. Everything is resolved into
// the four kinds of nodes of a Drawing, in the units of the root's viewBox as
// long as these are scaled evenly, and in CSS pixels otherwise.
//
// Errors are of type *DecodeError: the file is no SVG, its size is not positive
// or it exceeds a limit. Lesser errors are handled as the specification says
// (SVG 2 §8 and §9.5.4: the element in error is not drawn, a path is drawn up
// to its error); the Report, which is never nil, lists them along with all that
// Decode does not support.
func Decode(data []byte, o DecodeOptions) (*render.Drawing, *Report, error) {
	report := new(Report)
	doc, err := parse(data, o.Name, true, report)
	if err != nil {
		return nil, report, err
	}
	c := newConverter(o, report)
	d, err := c.drawing(doc)
	report.sort()
	return d, report, err
}

// A frame is the outermost viewport of a file: its size and what it shows.
type frame struct {
	w, h    float64 // CSS pixels
	viewBox geom.Rect
	boxed   bool   // there is a viewBox
	align   aspect // preserveAspectRatio
	fit     bool   // the size is that of the contents
}

// frameOf resolves the size of a root element (SVG 2 §8.2). A width or height
// of "auto" is that of the viewBox, as in resvg.
func (c *converter) frameOf(root *element) (frame, bool) {
	f := frame{align: parseAspect(root.attr("preserveAspectRatio"))}
	f.viewBox, f.boxed = c.viewBox(root)
	whole := viewport{cmp.Or(c.o.Width, 100), cmp.Or(c.o.Height, 100)}
	if f.boxed {
		whole = viewport{f.viewBox.W(), f.viewBox.H()}
	}
	w, h := rootLength(root, "width"), rootLength(root, "height")
	f.w, f.h = w.px(whole.w, defaultFontSize), h.px(whole.h, defaultFontSize)
	f.fit = !f.boxed && (w.isPercent() || h.isPercent())
	valid := f.w > 0 && f.h > 0 && f.w <= maxCoordinate && f.h <= maxCoordinate
	return f, valid
}

func rootLength(root *element, name string) length {
	if l, ok := parseLength(root.attr(name)); ok {
		return l
	}
	return percent(100)
}

// even reports whether the viewBox fills the frame without being distorted.
func (f *frame) even() bool {
	if !f.boxed {
		return false
	}
	sx, sy := f.w/f.viewBox.W(), f.h/f.viewBox.H()
	return math.Abs(sx-sy) <= 1e-4*sx
}

// matrix returns the map from the root's user space to its frame.
func (f *frame) matrix() geom.Matrix {
	if !f.boxed {
		return geom.Identity
	}
	return f.align.matrix(f.viewBox, geom.Rect{X1: f.w, Y1: f.h})
}

func (f *frame) viewport() viewport {
	if f.boxed {
		return viewport{f.viewBox.W(), f.viewBox.H()}
	}
	return viewport{f.w, f.h}
}

// unitOf returns the length in millimetres of a user unit that is px CSS pixels
// long. Pixels and millimetres, which designs are drawn in, are exact.
func unitOf(px float64) float64 {
	unit := render.Pixel * px
	for _, exact := range [2]float64{render.Pixel, 1} {
		if math.Abs(unit-exact) <= 1e-6*exact {
			return exact
		}
	}
	return unit
}

// drawing converts a whole document.
func (c *converter) drawing(doc *document) (*render.Drawing, error) {
	f, ok := c.frameOf(doc.root)
	if !ok {
		return nil, &DecodeError{Name: c.o.Name, Line: doc.root.line, Element: "svg", Msg: "size is not positive"}
	}
	d := &render.Drawing{Width: f.w, Height: f.h, Unit: render.Pixel, Root: render.NewGroup()}
	m := f.matrix()
	if f.even() {
		d.Width, d.Height = f.viewBox.W(), f.viewBox.H()
		d.Unit = unitOf(f.w / d.Width)
		m = geom.Translate(-f.viewBox.X0, -f.viewBox.Y0)
	}
	c.page, c.svg = d.Page(), doc.root
	c.step = render.StepFor(d.Width, d.Height)
	if c.o.Exact {
		c.step /= 1 << 12
	}
	c.tolerance = max(d.Width, d.Height) / 20000
	c.pixel = render.Pixel / d.Unit
	d.Title, d.Desc = description(doc.root, "title"), description(doc.root, "desc")
	d.Lang = cmp.Or(doc.root.attr("xml:lang"), doc.root.attr("lang"))

	c.background(doc.root, d)
	c.root(doc.root, place{style: initialStyle(), m: m, view: f.viewport()}, d.Root)
	if c.err != nil {
		return nil, c.err
	}
	if f.fit {
		if box := c.bounds(d.Root, geom.Identity); !box.IsNowhere() && box.X1 > 0 && box.Y1 > 0 {
			d.Width, d.Height = box.X1, box.Y1
		}
	}
	prune(d.Root)
	return d, nil
}

// description returns the text of the first child of the given name.
func description(root *element, name string) string {
	for _, e := range root.children {
		if e.name == name {
			return strings.Join(strings.Fields(e.content()), " ")
		}
	}
	return ""
}

// background paints the whole picture with the root's background-color.
func (c *converter) background(root *element, d *render.Drawing) {
	color, ok := parseColor(root.prop("background-color"))
	if !ok || color.a == 0 {
		return
	}
	d.Root.Children = append(d.Root.Children, &render.Shape{
		Path: d.Page().Path(),
		Fill: &render.Fill{Paint: render.Color{RGB: color.RGB}, Opacity: color.a},
	})
}

// fail keeps the first error that stops the conversion.
func (c *converter) fail(e *element, format string, args ...any) {
	if c.err == nil {
		c.err = &DecodeError{Name: c.o.Name, Line: e.line, Element: e.name, Msg: fmt.Sprintf(format, args...)}
	}
}
