package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A textRun is a part of a text in one style, set in one piece.
type textRun struct {
	e      *element
	style  *style
	s      string
	glyphs []render.Glyph // in the user space of the text element
	cell   *geom.Path     // around the cells of the glyphs
}

// path returns the outlines of the run.
func (r *textRun) path() *geom.Path {
	t := render.Text{Glyphs: r.glyphs}
	return t.Path()
}

// node returns the run as a node of the drawing.
func (r *textRun) node(m geom.Matrix, fill *render.Fill) *render.Text {
	t := &render.Text{String: strings.TrimSpace(r.s), Lang: r.style.text.lang, Fill: fill}
	for _, g := range r.glyphs {
		t.Glyphs = append(t.Glyphs, render.Glyph{Outline: g.Outline, Matrix: m.Mul(g.Matrix)})
	}
	return t
}

// textRuns sets a text element, in its user space.
func (c *converter) textRuns(e *element, p place) []textRun {
	if c.o.Fonts == nil {
		c.report.add(e, "text is not drawn, as there are no fonts")
		return nil
	}
	s := setter{c: c}
	list := c.characters(e, p)
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].x == nil && list[n].y == nil {
			n++
		}
		s.chunk(list[:n], e, p)
		list = list[n:]
	}
	return s.runs
}

// A setter sets chunks one after the other.
type setter struct {
	c    *converter
	pen  geom.Point
	runs []textRun
}

// chunk sets characters that follow each other from one absolute position and
// are aligned as a whole (SVG 2 §11.5).
func (s *setter) chunk(list []character, e *element, p place) {
	if x := list[0].x; x != nil {
		s.pen.X = *x
	}
	if y := list[0].y; y != nil {
		s.pen.Y = *y
	}
	start, first := s.pen, len(s.runs)
	for len(list) > 0 {
		n := 1
		for n < len(list) && joined(&list[n-1], &list[n]) {
			n++
		}
		s.run(list[:n])
		list = list[n:]
	}

	advance := s.pen.X - start.X
	m := geom.Identity
	if l, ok := parseLength(e.attr("textLength")); ok && advance > 0 && len(s.runs) > 0 {
		// As lengthAdjust="spacingAndGlyphs"; of a single chunk.
		if want := l.px(p.view.w, p.style.text.size); want > 0 {
			k := want / advance
			m = geom.Translate(start.X, 0).Mul(geom.Scale(k, 1)).Mul(geom.Translate(-start.X, 0))
			s.pen.X = start.X + want
			advance = want
			if e.attr("lengthAdjust") != "spacingAndGlyphs" {
				s.c.report.add(e, "textLength stretches the glyphs, not only their spacing")
			}
		}
	}
	if first < len(s.runs) {
		switch s.runs[first].style.text.anchor {
		case 'm':
			m = geom.Translate(-advance/2, 0).Mul(m)
			s.pen.X -= advance / 2
		case 'e':
			m = geom.Translate(-advance, 0).Mul(m)
			s.pen.X -= advance
		}
	}
	for i := first; i < len(s.runs); i++ {
		for k := range s.runs[i].glyphs {
			g := &s.runs[i].glyphs[k]
			g.Matrix = m.Mul(g.Matrix)
		}
		s.runs[i].cell = s.runs[i].cell.Transform(m)
	}
}

// joined reports whether b is set in one piece with a, before it.
func joined(a, b *character) bool {
	return a.style == b.style && b.dx == 0 && b.dy == 0 && a.rotate == 0 && b.rotate == 0 &&
		!(a.r == ' ' && a.style.text.wordSpacing.value != 0)
}

// run sets characters in one piece and moves the pen.
func (s *setter) run(list []character) {
	ch := list[0]
	s.pen = s.pen.Add(geom.Pt(ch.dx, ch.dy))
	text := make([]rune, len(list))
	for i := range list {
		text[i] = list[i].r
	}
	st := &ch.style.text
	line, err := s.shape(ch.e, string(text), st)
	if err != nil {
		s.c.report.add(ch.e, "text %.40q is not drawn: %v", string(text), err)
		return
	}
	if list[len(list)-1].r == ' ' {
		line.Advance += st.wordSpacing.value
	}
	m := geom.Translate(s.pen.X, s.pen.Y).Mul(geom.Rotate(ch.rotate))
	r := textRun{e: ch.e, style: ch.style, s: string(text), glyphs: make([]render.Glyph, len(line.Glyphs))}
	for i, g := range line.Glyphs {
		r.glyphs[i] = render.Glyph{Outline: g.Outline, Matrix: m.Mul(g.Matrix)}
	}
	r.cell = geom.Rect{Y0: -line.Ascent, X1: line.Advance, Y1: line.Descent}.Path().Transform(m)
	s.runs = append(s.runs, r)
	s.pen.X += line.Advance
}

// shape sets text in the family asked for, or in any other.
func (s *setter) shape(e *element, text string, st *textStyle) (Line, error) {
	f := Font{
		Size: st.size, Weight: st.weight, Italic: st.italic, Stretch: st.stretch,
		Tracking: st.letterSpacing.value, Lang: st.lang,
	}
	for name := range strings.SplitSeq(st.family, ",") {
		if name = strings.TrimSpace(unquote(strings.TrimSpace(name))); name != "" {
			f.Families = append(f.Families, name)
		}
	}
	if st.size <= 0 {
		return Line{}, nil
	}
	line, err := s.c.o.Fonts.Shape(text, f)
	if err != nil {
		s.c.report.add(e, "%v; set in another font", err)
		f.Families, f.Italic, f.Stretch = nil, false, ""
		line, err = s.c.o.Fonts.Shape(text, f)
	}
	return line, err
}
