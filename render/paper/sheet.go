// Package paper lays out pages that programs compose rather than designers
// draw: proofs, charters. A Sheet takes lines, fills and set text, in
// millimetres from its top left corner, and becomes a Drawing.
//
// Like package render it is pure.
package paper

import (
	"errors"
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A Sheet is a page being laid out. It keeps the first error. Lengths are
// millimetres from the top left corner.
type Sheet struct {
	Page  geom.Rect
	Lang  string       // BCP 47, of the texts
	Layer render.Layer // of all that is drawn
	Nodes []render.Node
	Cells []Cell
	Err   error

	open *render.Group // the last of Nodes, if Draw made it
}

// A Cell is a place for text, and what was set there.
type Cell struct {
	Box  geom.Rect
	Text *render.Text
}

// A Style is how a kind of text is set. Lengths are millimetres.
type Style struct {
	Face     *text.Face
	Size     float64
	Least    float64 // size to which a long text may shrink
	Leading  float64
	Tracking float64 // em
	Features string  // of OpenType
	Upper    bool    // in capitals
	Align    text.Align
	Ink      *render.Ink
}

// In returns st in another ink.
func (st Style) In(k *render.Ink) Style { st.Ink = k; return st }

// End returns st aligned at the end of lines.
func (st Style) End() Style { st.Align = text.AlignEnd; return st }

// Middle returns st aligned in the middle of lines.
func (st Style) Middle() Style { st.Align = text.AlignMiddle; return st }

// letters returns how the letters of st are set.
func (st Style) letters(lang string) text.Style {
	return text.Style{Lang: lang, Tracking: st.Tracking, Features: st.Features}
}

// Typeset sets what was typed as printers do. A number keeps its unit.
func (s *Sheet) Typeset(t string) string {
	return strings.ReplaceAll(text.Typeset(s.Lang, t), " mm", "\u00a0mm")
}

// Draw adds nodes, on the layer of the sheet.
func (s *Sheet) Draw(nodes ...render.Node) {
	if n := len(s.Nodes); n == 0 || s.open == nil || s.Nodes[n-1] != render.Node(s.open) {
		s.open = render.NewGroup()
		s.open.Layer = s.Layer
		s.Nodes = append(s.Nodes, s.open)
	}
	s.open.Children = append(s.open.Children, nodes...)
}

// Step is the grid of coordinates.
func (s *Sheet) Step() float64 { return render.StepFor(s.Page.X1, s.Page.Y1) }

// Fill fills p.
func (s *Sheet) Fill(p *geom.Path, k *render.Ink) {
	p.Quantize(s.Step())
	s.Draw(&render.Shape{Path: p, Fill: &render.Fill{Paint: Paint(k), Opacity: 1}})
}

// Stroke draws along p; dash is empty for a continuous line.
func (s *Sheet) Stroke(p *geom.Path, k *render.Ink, width float64, dash ...float64) {
	p.Quantize(s.Step())
	s.Draw(&render.Shape{Path: p, Stroke: &render.Stroke{Paint: Paint(k), Opacity: 1,
		StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4, Dash: dash}}})
}

// Paint returns an ink as a paint.
func Paint(k *render.Ink) render.Color { return render.Color{RGB: k.RGB, Ink: k} }

// Line draws from a to b.
func (s *Sheet) Line(a, b geom.Point, k *render.Ink, width float64, dash ...float64) {
	p := new(geom.Path)
	p.MoveTo(a)
	p.LineTo(b)
	s.Stroke(p, k, width, dash...)
}

// Fail keeps the first error.
func (s *Sheet) Fail(err error) {
	if s.Err == nil {
		s.Err = err
	}
}

// Rule draws a line across r at height y.
func (s *Sheet) Rule(r geom.Rect, y float64, k *render.Ink, width float64) {
	s.Line(geom.Pt(r.X0, y), geom.Pt(r.X1, y), k, width)
}

// firstBaseline is where the first line of a text stands below the top of its
// cell, in sizes: accents on capitals fit above.
const firstBaseline = 0.97

// Set writes a text at the top of a box, in as many lines as needed up to most,
// and returns the height it takes.
func (s *Sheet) Set(box geom.Rect, st Style, most int, what string) float64 {
	what = s.Typeset(what)
	if st.Upper {
		what = text.Upper(s.Lang, what)
	}
	if s.Err != nil || what == "" {
		return 0
	}
	// Wrapped first, and condensed only where that is not enough: texts of
	// different widths side by side look restless.
	b := text.Box{
		W: box.W(), H: float64(float64(most)*st.Leading) + st.Size/2,
		Align: st.Align, VAlign: text.VAlignTop,
		Face: st.Face, Style: st.letters(s.Lang),
		Size: st.Size, MinSize: st.Size, MinStretch: 1, MaxLines: most, LineHeight: st.Leading / st.Size,
	}
	block, err := text.Fit(b, what)
	if errors.Is(err, text.ErrOverflow) {
		b.Condensed, b.MinSize, b.MinStretch = st.Face.Condensed(), st.Least, 0
		block, err = text.Fit(b, what)
	}
	if err != nil {
		s.Fail(err)
		return 0
	}
	n := len(block.Lines)
	height := float64(n) * st.Leading
	if n == 0 {
		return 0
	}
	top := box.Y0 + float64(firstBaseline*block.Size) - block.Lines[0].Y
	s.write(block, st, geom.Translate(box.X0, top))
	s.Cells[len(s.Cells)-1].Box = geom.RectWH(box.X0, box.Y0, box.W(), height)
	return height
}

// write adds the glyphs of a block, mapped by m.
func (s *Sheet) write(block *text.Block, st Style, m geom.Matrix) {
	t := &render.Text{String: block.String(), Lang: s.Lang, Fill: &render.Fill{Paint: Paint(st.Ink), Opacity: 1}}
	for _, g := range block.Glyphs() {
		placed := m.Mul(g.Matrix)
		placed.E, placed.F = geom.Quantize(placed.E, s.Step()), geom.Quantize(placed.F, s.Step())
		t.Glyphs = append(t.Glyphs, render.Glyph{Outline: g.Outline, Matrix: placed})
	}
	s.Draw(t)
	s.Cells = append(s.Cells, Cell{Box: s.Page, Text: t})
}

// A Turn is the direction in which a note reads.
type Turn bool

// The turns.
const (
	Across  Turn = false
	Upwards Turn = true
)

// Note writes one line around a point, in the middle of its capitals. Align
// tells which point of the line: its start, its middle or its end.
func (s *Sheet) Note(at geom.Point, dir Turn, align text.Align, st Style, what string) {
	width := s.Width(st, what)
	if s.Err != nil {
		return
	}
	// A box around the origin, high enough to keep the size, with the line
	// on its middle.
	w, h := width+1, 2*st.Size
	block, err := text.Fit(text.Box{W: w, H: h, Align: align, Face: st.Face, Style: st.letters(s.Lang), Size: st.Size}, s.Typeset(what))
	if err != nil {
		s.Fail(err)
		return
	}
	m := geom.Translate(at.X, at.Y)
	if dir == Upwards {
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

// Width returns how long a text is on one line.
func (s *Sheet) Width(st Style, what string) float64 {
	line, err := st.Face.Shape(s.Typeset(what), st.letters(s.Lang))
	if err != nil {
		s.Fail(err)
		return 0
	}
	return line.Advance * st.Size
}

// Number writes a length or a share, with one decimal at most.
func (s *Sheet) Number(v float64) string {
	v = geom.Quantize(v*10, 1) / 10
	n := strings.TrimSuffix(fmt.Sprintf("%.1f", v), ".0")
	if IsFrench(s.Lang) {
		n = strings.Replace(n, ".", ",", 1)
	}
	return n
}

// MM writes a length in millimetres.
func (s *Sheet) MM(v float64) string { return s.Number(v) + "\u00a0mm" }

// Size writes two lengths in millimetres.
func (s *Sheet) Size(w, h float64) string {
	return s.Number(w) + "\u00a0×\u00a0" + s.MM(h)
}

// IsFrench reports whether a language is French.
func IsFrench(lang string) bool { return lang == "fr" || strings.HasPrefix(lang, "fr-") }
