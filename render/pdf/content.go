package pdf

import (
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
)

// A mode says in what colours a content stream is written.
type mode uint8

const (
	modeInk  mode = iota // DeviceCMYK and Separation
	modeRGB              // DeviceRGB
	modeGray             // luminances, inside masks
)

// A content is a content stream being written: that of the page, or that of a
// form, a mask or a pattern cell. Coordinates are those of the drawing, or of
// the pattern.
type content struct {
	e    *encoder
	buf  []byte
	res  resources
	mode mode

	base    geom.Matrix // to the space that pattern matrices start from
	bounds  geom.Rect   // nothing shows outside
	page    bool        // the page itself, where structure is marked
	cell    bool        // a pattern cell: drawn in many places
	linear  bool        // luminances of a mask are in linear light
	layer   render.Layer
	opacity float64 // of a group that is folded into its only child

	st    state
	saved []state
}

// A state is the part of the graphics state that is set (ISO 32000-2 §8.4).
// Each field holds the operator that set it; empty means unknown.
type state struct {
	fill, stroke           string
	fillAlpha, strokeAlpha string
	overprint              string
	width, cap, join       string
	miter, dash            string
}

// decimals of coordinates. A thousandth of a millimetre is finer than any
// press or plotter, and a thousandth of a pixel finer than any screen.
const decimals = 3

// newContent starts a stream that inherits nothing from where it is drawn but
// colours and line styles, which count as unknown. A transparency group and a
// pattern cell start opaque (ISO 32000-2 §11.6.6).
func (e *encoder) newContent(m mode, bounds geom.Rect) *content {
	return &content{
		e: e, mode: m, bounds: bounds, base: geom.Identity, opacity: 1,
		res: resources{
			gs: names{prefix: "G"}, spaces: names{prefix: "C"}, patterns: names{prefix: "P"},
			xobjects: names{prefix: "X"}, properties: names{prefix: "L"},
		},
		st: state{fillAlpha: opaqueFill, strokeAlpha: opaqueStroke},
	}
}

func (c *content) op(s string) {
	c.buf = append(append(c.buf, s...), '\n')
	if len(c.buf) > maxContent {
		c.e.fail("more than %d bytes in one content stream", maxContent)
		c.buf = c.buf[:0]
	}
}

// set writes op unless it is what the state already says.
func (c *content) set(field *string, op string) {
	if *field != op {
		*field = op
		c.op(op)
	}
}

func (c *content) save() {
	c.saved = append(c.saved, c.st)
	c.op("q")
}

func (c *content) restore() {
	last := len(c.saved) - 1
	c.st = c.saved[last]
	c.saved = c.saved[:last]
	c.op("Q")
}

// concat changes the coordinate system by m.
func (c *content) concat(m geom.Matrix) {
	c.buf = append(appendMatrix(c.buf, m), " cm\n"...)
}

func (c *content) point(p geom.Point) {
	c.buf = append(appendNumber(c.buf, p.X, decimals), ' ')
	c.buf = append(appendNumber(c.buf, p.Y, decimals), ' ')
}

// path writes the construction of p (ISO 32000-2 §8.5.2).
func (c *content) path(p *geom.Path) {
	i, cur, start := 0, geom.Point{}, geom.Point{}
	for _, op := range p.Ops {
		pts := p.Pts[i : i+op.Points()]
		i += op.Points()
		switch op {
		case geom.MoveTo:
			c.point(pts[0])
			c.op("m")
			start = pts[0]
		case geom.LineTo:
			c.point(pts[0])
			c.op("l")
		case geom.QuadTo: // the same curve, as a cubic
			c.point(cur.Lerp(pts[0], 2.0/3))
			c.point(pts[1].Lerp(pts[0], 2.0/3))
			c.point(pts[1])
			c.op("c")
		case geom.CubeTo:
			c.point(pts[0])
			c.point(pts[1])
			c.point(pts[2])
			c.op("c")
		case geom.Close:
			c.op("h")
			cur = start
		}
		if len(pts) > 0 {
			cur = pts[len(pts)-1]
		}
	}
}

// strokeStyle sets how lines are drawn (ISO 32000-2 §8.4.3). Lengths are in
// the unit of the content.
func (c *content) strokeStyle(s geom.StrokeStyle) {
	number := func(v float64) string { return string(appendNumber(nil, v, decimals+2)) }
	c.set(&c.st.width, number(s.Width)+" w")
	c.set(&c.st.cap, [...]string{geom.CapButt: "0 J", geom.CapRound: "1 J", geom.CapSquare: "2 J"}[s.Cap])
	join := "0 j" // also for the joins of SVG 2 that PDF does not have
	switch s.Join {
	case geom.JoinRound:
		join = "1 j"
	case geom.JoinBevel:
		join = "2 j"
	}
	c.set(&c.st.join, join)
	if join == "0 j" {
		c.set(&c.st.miter, number(max(s.MiterLimit, 1))+" M")
	}
	dash := "[] 0 d"
	if slices.ContainsFunc(s.Dash, func(v float64) bool { return v > 0 }) {
		b := []byte{'['}
		for i, v := range s.Dash {
			if i > 0 {
				b = append(b, ' ')
			}
			b = append(b, number(v)...)
		}
		dash = string(b) + "] " + number(s.DashOffset) + " d"
	}
	c.set(&c.st.dash, dash)
}

// The graphics state parameters that are set by name.
const (
	opaqueFill   = "<< /ca 1 >>"
	opaqueStroke = "<< /CA 1 >>"

	// ISO 32000-2 §8.6.7: in overprint mode 1 a process ink of zero leaves
	// its plate as it is. Black is the only ink that is drawn so.
	overprints = "<< /OP true /op true /OPM 1 >>"
	knocksOut  = "<< /OP false /op false >>"
)

// extGState sets graphics state parameters unless field says they are.
func (c *content) extGState(field *string, dict string) {
	if *field != dict {
		*field = dict
		c.op(c.res.gs.name(dict) + " gs")
	}
}

func (c *content) setOverprint(on bool) {
	switch {
	case on:
		c.extGState(&c.st.overprint, overprints)
	case c.st.overprint != "":
		c.extGState(&c.st.overprint, knocksOut)
	}
}

func (c *content) setFillAlpha(a float64) {
	c.extGState(&c.st.fillAlpha, "<< /ca "+num(a)+" >>")
}

func (c *content) setStrokeAlpha(a float64) {
	c.extGState(&c.st.strokeAlpha, "<< /CA "+num(a)+" >>")
}

// resources are what a content stream uses, named in order of first use. Each
// stream has its own: with one dictionary for all, a form would be among its own
// resources, which some readers follow for ever.
type resources struct{ gs, spaces, patterns, xobjects, properties names }

// names gives names to values.
type names struct {
	entries []string
	byValue map[string]string
	prefix  string
}

// name returns the name of value, a new one the first time.
func (n *names) name(value string) string {
	if s, ok := n.byValue[value]; ok {
		return s
	}
	if n.byValue == nil {
		n.byValue = map[string]string{}
	}
	s := name(n.prefix + string(appendNumber(nil, float64(len(n.entries)+1), 0)))
	n.byValue[value] = s
	n.entries = append(n.entries, s+" "+value)
	return s
}

// dict writes the resource dictionary (ISO 32000-2 §7.8.3).
func (r *resources) dict() string {
	b := []byte("<<")
	for _, part := range []struct {
		key string
		n   names
	}{
		{"ExtGState", r.gs}, {"ColorSpace", r.spaces}, {"Pattern", r.patterns},
		{"XObject", r.xobjects}, {"Properties", r.properties},
	} {
		if len(part.n.entries) == 0 {
			continue
		}
		b = append(b, " /"+part.key+" <<"...)
		for _, s := range part.n.entries {
			b = append(append(b, ' '), s...)
		}
		b = append(b, " >>"...)
	}
	return string(append(b, " >>"...))
}
