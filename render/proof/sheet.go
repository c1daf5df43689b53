package proof

import (
	"errors"
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A sheet is a proof being laid out. It keeps the first error. Lengths are
// millimetres from the top left corner.
type sheet struct {
	ticket Ticket
	page   geom.Rect
	lang   string
	words  *words
	styles *styles
	piece  *piece
	scale  scale
	nodes  []render.Node
	cells  []cell
	err    error
}

// A cell is a place for text, and what was set there.
type cell struct {
	box  geom.Rect
	text *render.Text
}

func newSheet(t Ticket, fonts *text.Collection) (*sheet, error) {
	st, err := newStyles(fonts)
	if err != nil {
		return nil, err
	}
	lang := "en"
	if isFrench(t.Lang) {
		lang = t.Lang
	}
	return &sheet{ticket: t, lang: lang, words: wordsOf(lang), styles: st}, nil
}

// typeset sets what was typed as printers do. A number keeps its unit.
func (s *sheet) typeset(t string) string {
	return strings.ReplaceAll(text.Typeset(s.lang, t), " mm", "\u00a0mm")
}

// draw adds nodes that only proofs show.
func (s *sheet) draw(nodes ...render.Node) {
	if n := len(s.nodes); n > 0 {
		if last, ok := s.nodes[n-1].(*render.Group); ok && last.Layer == render.LayerProof {
			last.Children = append(last.Children, nodes...)
			return
		}
	}
	g := render.NewGroup(nodes...)
	g.Layer = render.LayerProof
	s.nodes = append(s.nodes, g)
}

// step is the grid of coordinates.
func (s *sheet) step() float64 { return render.StepFor(s.page.X1, s.page.Y1) }

func (s *sheet) fill(p *geom.Path, k *render.Ink) {
	p.Quantize(s.step())
	s.draw(&render.Shape{Path: p, Fill: &render.Fill{Paint: color(k), Opacity: 1}})
}

// stroke draws along p; dash is empty for a continuous line.
func (s *sheet) stroke(p *geom.Path, k *render.Ink, width float64, dash ...float64) {
	p.Quantize(s.step())
	s.draw(&render.Shape{Path: p, Stroke: &render.Stroke{Paint: color(k), Opacity: 1,
		StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4, Dash: dash}}})
}

func color(k *render.Ink) render.Color { return render.Color{RGB: k.RGB, Ink: k} }

// line draws from a to b.
func (s *sheet) line(a, b geom.Point, k *render.Ink, width float64, dash ...float64) {
	p := new(geom.Path)
	p.MoveTo(a)
	p.LineTo(b)
	s.stroke(p, k, width, dash...)
}

// fail keeps the first error.
func (s *sheet) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// rule draws a line across r at height y.
func (s *sheet) rule(r geom.Rect, y float64, k *render.Ink, width float64) {
	s.line(geom.Pt(r.X0, y), geom.Pt(r.X1, y), k, width)
}

// firstBaseline is where the first line of a text stands below the top of its
// cell, in sizes: accents on capitals fit above.
const firstBaseline = 0.97

// set writes a text at the top of a box, in as many lines as needed up to most,
// and returns the height it takes.
func (s *sheet) set(box geom.Rect, st style, most int, what string) float64 {
	what = s.typeset(what)
	if st.upper {
		what = text.Upper(s.lang, what)
	}
	if s.err != nil || what == "" {
		return 0
	}
	// Wrapped first, and condensed only where that is not enough: texts of
	// different widths side by side look restless.
	b := text.Box{
		W: box.W(), H: float64(float64(most)*st.leading) + st.size/2,
		Align: st.align, VAlign: text.VAlignTop,
		Face: st.face, Style: st.set(s.lang),
		Size: st.size, MinSize: st.size, MinStretch: 1, MaxLines: most, LineHeight: st.leading / st.size,
	}
	block, err := text.Fit(b, what)
	if errors.Is(err, text.ErrOverflow) {
		b.Condensed, b.MinSize, b.MinStretch = st.face.Condensed(), st.least, 0
		block, err = text.Fit(b, what)
	}
	if err != nil {
		s.fail(err)
		return 0
	}
	n := len(block.Lines)
	height := float64(n) * st.leading
	if n == 0 {
		return 0
	}
	top := box.Y0 + float64(firstBaseline*block.Size) - block.Lines[0].Y
	s.write(block, st, geom.Translate(box.X0, top))
	s.cells[len(s.cells)-1].box = geom.RectWH(box.X0, box.Y0, box.W(), height)
	return height
}

// write adds the glyphs of a block, mapped by m.
func (s *sheet) write(block *text.Block, st style, m geom.Matrix) {
	t := &render.Text{String: block.String(), Lang: s.lang, Fill: &render.Fill{Paint: color(st.ink), Opacity: 1}}
	for _, g := range block.Glyphs() {
		placed := m.Mul(g.Matrix)
		placed.E, placed.F = geom.Quantize(placed.E, s.step()), geom.Quantize(placed.F, s.step())
		t.Glyphs = append(t.Glyphs, render.Glyph{Outline: g.Outline, Matrix: placed})
	}
	s.draw(t)
	s.cells = append(s.cells, cell{box: s.page, text: t})
}

// A turn is the direction in which a note reads.
type turn bool

// The turns.
const (
	across  turn = false
	upwards turn = true
)

// note writes one line around a point, in the middle of its capitals. Align
// tells which point of the line: its start, its middle or its end.
func (s *sheet) note(at geom.Point, dir turn, align text.Align, st style, what string) {
	width := s.width(st, what)
	if s.err != nil {
		return
	}
	// A box around the origin, high enough to keep the size, with the line
	// on its middle.
	w, h := width+1, 2*st.size
	block, err := text.Fit(text.Box{W: w, H: h, Align: align, Face: st.face, Style: st.set(s.lang), Size: st.size}, s.typeset(what))
	if err != nil {
		s.fail(err)
		return
	}
	m := geom.Translate(at.X, at.Y)
	if dir == upwards {
		m = m.Mul(geom.Rotate(-90))
	}
	start := 0.0
	switch align {
	case text.AlignMiddle:
		start = -w / 2
	case text.AlignEnd:
		start = -w
	}
	s.write(block, st, m.Mul(geom.Translate(start, -h/2)))
}

// width returns how long a text is on one line.
func (s *sheet) width(st style, what string) float64 {
	line, err := st.face.Shape(s.typeset(what), st.set(s.lang))
	if err != nil {
		s.fail(err)
		return 0
	}
	return line.Advance * st.size
}

// number writes a length or a share, with one decimal at most.
func (s *sheet) number(v float64) string {
	v = geom.Quantize(v*10, 1) / 10
	n := strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
	if isFrench(s.lang) {
		n = strings.Replace(n, ".", ",", 1)
	}
	return n
}

// mm writes a length in millimetres.
func (s *sheet) mm(v float64) string { return s.number(v) + "\u00a0mm" }

// size writes two lengths in millimetres.
func (s *sheet) size(w, h float64) string {
	return s.number(w) + "\u00a0×\u00a0" + s.mm(h)
}
