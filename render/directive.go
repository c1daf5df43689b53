package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"panonceau/render/geom"
)

// A directive is what the mark of an artwork element asks, understood. The
// attributes and their meaning are in docs/slots.md.
type directive struct {
	when   []term
	scale  string // of several; empty: the one that is shown
	step   int    // 1 and up; 0: none
	ink    string // "level", "level-text" or an ink of the pack
	unlit  string // ink of what is not lit, in a piece
	ground string // ink of the plate under arms
	layer  Layer

	kind    slotKind
	key     string    // of a text slot; name of a part or row
	box     geom.Rect // of a slot
	fill    Paint     // of a slot; nil: none
	text    textStyle
	align   string
	valign  string
	gap     float64 // of a row; negative: default
	variant string  // fact of a piece, instead of the picture's
	need    bool    // a text slot that may not be empty
	line    int
}

type slotKind uint8

const (
	noSlot slotKind = iota
	textSlot
	partSlot
	rowSlot
	armsSlot
	qrSlot
)

// textStyle is how a text slot is set.
type textStyle struct {
	face        string
	weight      int
	size, floor float64 // in units
	stretch     float64 // narrowest horizontal scale
	lines       int
	leading     float64 // in sizes
	tracking    float64 // in thousandths of the size
	upper, hug  bool
}

// maxSteps bounds the steps of a scale.
const maxSteps = 24

// parseDirective understands a mark. It returns nil for a mark without
// data-*, which is only an id.
func parseDirective(m *Mark, g *Group) (*directive, error) {
	if len(m.Data) == 0 {
		return nil, nil
	}
	p := &markParser{m: m}
	d := &directive{line: m.Line}
	for _, a := range m.Data {
		if !knownAttribute(a.Name) {
			p.fail(a.Name, "unknown; the known ones are %s", attributeNames())
		}
	}
	if s, ok := m.Get("if"); ok {
		terms, err := parseCondition(s)
		if err != nil {
			p.fail("if", "%v", err)
		}
		d.when = terms
	}
	d.scale = p.word("scale")
	d.step = p.integer("step", 0, 1, maxSteps)
	d.ink = p.word("ink")
	d.unlit = p.word("unlit")
	d.ground = p.word("ground")
	d.variant = p.word("variant")
	d.layer = Layer(p.choice("layer", "", "cut", "drill", "white", "engrave", "proof"))
	p.slot(d, g)
	return d, p.err
}

// A markParser reads attributes and keeps the first error.
type markParser struct {
	m   *Mark
	err error
}

func (p *markParser) fail(name, format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("line %d: <%s> data-%s: %s", p.m.Line, p.m.Element, name, fmt.Sprintf(format, args...))
	}
}

func (p *markParser) integer(name string, def, low, high int) int {
	s, ok := p.m.Get(name)
	if !ok {
		return def
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < low || n > high {
		p.fail(name, "%q is not a whole number from %d to %d", s, low, high)
	}
	return n
}

func (p *markParser) number(name string, def, low, high float64) float64 {
	s, ok := p.m.Get(name)
	if !ok {
		return def
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= low && v <= high) {
		p.fail(name, "%q is not a number from %g to %g", s, low, high)
	}
	return v
}

func (p *markParser) choice(name, def string, values ...string) string {
	s, ok := p.m.Get(name)
	if !ok {
		return def
	}
	if !slices.Contains(values, s) {
		p.fail(name, "%q is none of %s", s, strings.Join(values, ", "))
	}
	return s
}

// word reads the name of an ink, a field or a design; those of inks may have
// accents.
func (p *markParser) word(name string) string {
	s, _ := p.m.Get(name)
	if len(s) > 60 || strings.ContainsAny(s, " \t\n") {
		p.fail(name, "%q is not a name", s)
	}
	return s
}

// slot reads what makes an element a slot.
func (p *markParser) slot(d *directive, g *Group) {
	kinds := []struct {
		name string
		kind slotKind
	}{{"slot", textSlot}, {"part", partSlot}, {"row", rowSlot}, {"arms", armsSlot}, {"qr", qrSlot}}
	for _, k := range kinds {
		value, ok := p.m.Get(k.name)
		if !ok {
			continue
		}
		if d.kind != noSlot {
			p.fail(k.name, "an element is one slot only")
			return
		}
		d.kind, d.key = k.kind, value
		if (k.kind == textSlot || k.kind == partSlot || k.kind == rowSlot) && !isWord(value) {
			p.fail(k.name, "%q is not a name", value)
		}
	}
	if d.kind == noSlot {
		return
	}
	d.box, d.fill = p.box(g)
	d.align = p.choice("align", "", "start", "middle", "end")
	d.valign = p.choice("valign", "", "top", "middle", "bottom", "baseline")
	d.gap = p.number("gap", -1, 0, 1e6)
	if d.ground != "" && d.kind != armsSlot {
		p.fail("ground", "only arms have a plate")
	}
	_, optional := p.m.Get("optional")
	d.need = !optional
	if d.kind == textSlot {
		p.textStyle(d)
	}
}

// box returns the place and the paint of a slot's rect.
func (p *markParser) box(g *Group) (geom.Rect, Paint) {
	if len(g.Children) == 1 {
		if s, ok := g.Children[0].(*Shape); ok && p.m.Element == "rect" {
			r := s.Path.Bounds()
			if !upright(s.Path, r) {
				p.fail("slot", "the rect of a slot must be upright")
			}
			if s.Fill == nil {
				return r, nil
			}
			return r, s.Fill.Paint
		}
	}
	p.fail("slot", "a slot is a plain <rect>, without opacity, clip or filter")
	return geom.Rect{}, nil
}

// upright reports whether every point of p is a corner of r.
func upright(p *geom.Path, r geom.Rect) bool {
	const eps = 1e-3
	near := func(a, b float64) bool { return a-b < eps && b-a < eps }
	corner := func(a geom.Point) bool {
		return (near(a.X, r.X0) || near(a.X, r.X1)) && (near(a.Y, r.Y0) || near(a.Y, r.Y1))
	}
	for _, a := range p.Pts {
		if !corner(a) {
			return false
		}
	}
	return !r.Empty()
}

func (p *markParser) textStyle(d *directive) {
	t := &d.text
	t.face = "Barlow"
	if s, ok := p.m.Get("face"); ok {
		t.face = s
	}
	t.weight = p.integer("weight", 400, 1, 1000)
	t.size = p.number("size", d.box.H(), 0.001, 1e5)
	t.floor = p.number("min", t.size/2, 0.001, t.size)
	t.stretch = p.number("stretch", 0.85, 0.5, 1)
	t.lines = p.integer("lines", 1, 1, 20)
	t.leading = p.number("leading", 1.15, 0.5, 4)
	t.tracking = p.number("tracking", 0, -200, 1000)
	t.upper = p.choice("case", "", "upper") == "upper"
	t.hug = p.choice("hug", "", "x") == "x"
	if d.fill == nil {
		p.fail("slot", "the fill of a text slot is the colour of its text and may not be none")
	}
}
