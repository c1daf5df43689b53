package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// A TextShaper lays out text for Decode.
type TextShaper interface {
	// Shape sets s on one line. An error names the font or the character that
	// is missing; without families, only characters can be.
	Shape(s string, f Font) (Line, error)
}

// A Line is text that has been set, in user units from its origin, y down.
type Line struct {
	Glyphs  []render.Glyph // from left to right
	Advance float64        // distance to the end
	Ascent  float64        // of the glyph cells, above the baseline
	Descent float64        // below the baseline, positive
}

// A Font is what SVG text asks for.
type Font struct {
	Families []string // by preference; none: any
	Size     float64  // user units per em
	Weight   int      // 1 to 1000
	Italic   bool
	Stretch  string  // font-stretch as written; empty: normal
	Tracking float64 // user units added between letters
	Lang     string  // BCP 47, or empty
}

// A character is one of a text element's, after white space has been collapsed.
type character struct {
	r      rune
	e      *element // that styles it
	style  *style
	x, y   *float64 // absolute position, which begins a new chunk; nil: none
	dx, dy float64
	rotate float64 // degrees
}

// text draws a text element (SVG 2 §11).
func (c *converter) text(e *element, p place, out *render.Group) {
	runs := c.textRuns(e, p)
	box := once(func() geom.Rect { // SVG 2 §8.10: that of the glyph cells
		all := geom.Nowhere()
		for i := range runs {
			all = all.Union(runs[i].cell.Bounds())
		}
		return all
	})
	for i := range runs {
		c.textRun(&runs[i], p, box, out)
	}
}

// textOutline returns the outlines of a text in its user space, for clipping.
func (c *converter) textOutline(e *element, p place) *geom.Path {
	path := new(geom.Path)
	for _, r := range c.textRuns(e, p) {
		if !r.style.hidden {
			path.Append(r.path())
		}
	}
	return path
}

// textRun draws one run: as text if it is filled with one colour and no more,
// and else as a shape.
func (c *converter) textRun(r *textRun, p place, box boxFunc, out *render.Group) {
	if len(r.glyphs) == 0 {
		return
	}
	p.style = r.style
	path := r.path()
	if !c.add(r.e, path) {
		return
	}
	parts := shapeParts{placed: c.placed(path, p.m)}
	if !withinReach(parts.placed) {
		c.report.add(r.e, "lies too far away; not drawn")
		return
	}
	if !r.style.hidden {
		parts.fill = c.fillOf(r.e, p, box)
		parts.stroke, parts.outlined = c.strokeOf(r.e, p, path, box)
	}
	if parts.fill != nil && parts.stroke == nil {
		if _, ok := parts.fill.Paint.(render.Color); ok {
			out.Children = append(out.Children, r.node(p.m, parts.fill))
			return
		}
	}
	if parts.fill != nil {
		parts.fill.Rule = render.NonZero
	}
	nodes := []*render.Shape{parts.filled()}
	if parts.stroke != nil {
		nodes = append(nodes, parts.stroked())
		c.beside[nodes[1]] = true
		if r.style.strokeFirst() {
			nodes[0], nodes[1] = nodes[1], nodes[0]
		}
	}
	for _, n := range nodes {
		out.Children = append(out.Children, n)
	}
}

// characters returns the characters of a text element with their positions.
func (c *converter) characters(e *element, p place) []character {
	t := textReader{c: c, view: p.view}
	for a := e; a != nil; a = a.parent {
		for _, name := range [...]string{"text-decoration", "writing-mode", "direction", "font-variant"} {
			t.unsupported(a, name)
		}
	}
	t.element(e, p.style)
	for len(t.list) > 0 && !t.preserved && t.list[len(t.list)-1].r == ' ' {
		t.list = t.list[:len(t.list)-1]
	}
	if t.truncated {
		c.report.add(e, "text is longer than %d characters; cut", maxCharacters)
	}
	return t.list
}

// A textReader collects the characters of a text element.
type textReader struct {
	c         *converter
	view      viewport
	list      []character
	position  []positions // of the elements that are open, outermost first
	preserved bool        // the last character is not to be collapsed
	truncated bool
}

// positions are the x, y, dx, dy and rotate attributes of an element: one value
// for each of its characters (SVG 2 §11.4.3).
type positions struct {
	x, y, dx, dy, rotate []float64
	start                int // index of the element's first character
}

func (t *textReader) element(e *element, st *style) {
	t.position = append(t.position, t.positions(e, st))
	for _, child := range e.children {
		switch child.name {
		case textName:
			t.text(child.text, e, st)
		case "tspan", "a":
			if shown(child) {
				t.element(child, t.c.computed(child, st))
			}
		case "title", "desc", "style":
		default:
			t.c.report.add(child, "not supported within text")
		}
	}
	t.position = t.position[:len(t.position)-1]
	for _, name := range [...]string{"baseline-shift", "dominant-baseline"} {
		t.unsupported(e, name)
	}
	if e.name != "text" && e.has("textLength") {
		t.c.report.add(e, "textLength is read on text elements only")
	}
}

// unsupported reports a property that would have an effect.
func (t *textReader) unsupported(e *element, name string) {
	switch v := e.prop(name); v {
	case "", "none", "auto", "baseline", "alphabetic", "inherit", "0", "normal", "ltr", "horizontal-tb", "lr-tb", "lr":
	default:
		t.c.report.add(e, "%s %.40q is not supported", name, v)
	}
}

func (t *textReader) positions(e *element, st *style) positions {
	px := func(name string, whole float64) []float64 {
		list, ok := parseLengths(e.attr(name), maxCharacters)
		if !ok && e.has(name) {
			t.c.report.add(e, "%s %.40q is not valid; ignored", name, e.attr(name))
		}
		v := make([]float64, len(list))
		for i, l := range list {
			v[i] = l.px(whole, st.text.size)
		}
		return v
	}
	rotate, _ := parseNumbers(e.attr("rotate"), maxCharacters)
	return positions{
		x: px("x", t.view.w), y: px("y", t.view.h), dx: px("dx", t.view.w), dy: px("dy", t.view.h),
		rotate: rotate, start: len(t.list),
	}
}

// text adds character data. White space is collapsed across elements, unless
// xml:space says to preserve it (SVG 1.1 §10.15, and line ends as SVG 2).
func (t *textReader) text(s string, e *element, st *style) {
	for _, r := range s {
		if r == '\n' || r == '\r' || r == '\t' {
			r = ' '
		}
		n := len(t.list)
		if r == ' ' && !st.text.preserve && (n == 0 || t.list[n-1].r == ' ') {
			continue
		}
		if n >= maxCharacters {
			t.truncated = true
			return
		}
		t.preserved = st.text.preserve
		t.list = append(t.list, t.placed(character{r: r, e: e, style: st}))
	}
}

// placed gives the next character its position: from the innermost element
// that has one for it.
func (t *textReader) placed(ch character) character {
	n := len(t.list)
	for _, p := range t.position {
		i := n - p.start
		if i < len(p.x) {
			ch.x = &p.x[i]
		}
		if i < len(p.y) {
			ch.y = &p.y[i]
		}
		if i < len(p.dx) {
			ch.dx = p.dx[i]
		}
		if i < len(p.dy) {
			ch.dy = p.dy[i]
		}
		if k := len(p.rotate); k > 0 { // the last angle goes on
			ch.rotate = p.rotate[min(i, k-1)]
		}
	}
	return ch
}
