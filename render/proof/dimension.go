package proof

import (
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// Lengths of dimension lines, in millimetres on the sheet (after ISO 129-1 §5,
// with oblique strokes for ends).
const (
	extensionGap = 0.8 // from the piece to where its extension line begins
	extensionEnd = 1.2 // beyond the dimension line
	tickSize     = 0.7 // half an oblique stroke, along each axis
	labelGap     = 1.0 // beside the number
)

// width dimensions the way from x0 to x1 on a line at height y; the feature
// itself is at height from.
func (s *sheet) across(x0, x1, y, from float64, what string) {
	for _, x := range [2]float64{x0, x1} {
		s.extension(geom.Pt(x, from), geom.Pt(x, y))
		s.tick(geom.Pt(x, y))
	}
	w := s.Width(s.styles.note, what)
	mid := (x0 + x1) / 2
	if x1-x0 >= w+float64(4*labelGap) {
		s.dimensionPart(geom.Pt(x0, y), geom.Pt(mid-w/2-labelGap, y))
		s.dimensionPart(geom.Pt(mid+w/2+labelGap, y), geom.Pt(x1, y))
		s.Note(geom.Pt(mid, y), paper.Across, text.AlignMiddle, s.styles.note.In(blue), what)
		return
	}
	// Too narrow for its number, which then stands before the line.
	s.dimensionPart(geom.Pt(x0-labelGap, y), geom.Pt(x1, y))
	s.Note(geom.Pt(x0-float64(2*labelGap), y), paper.Across, text.AlignEnd, s.styles.note.In(blue), what)
}

// along dimensions the way from y0 down to y1 on a line at x; the feature
// itself is at from. Its number reads upwards.
func (s *sheet) along(y0, y1, x, from float64, what string) {
	for _, y := range [2]float64{y0, y1} {
		s.extension(geom.Pt(from, y), geom.Pt(x, y))
		s.tick(geom.Pt(x, y))
	}
	w := s.Width(s.styles.note, what)
	mid := (y0 + y1) / 2
	if y1-y0 >= w+float64(4*labelGap) {
		s.dimensionPart(geom.Pt(x, y0), geom.Pt(x, mid-w/2-labelGap))
		s.dimensionPart(geom.Pt(x, mid+w/2+labelGap), geom.Pt(x, y1))
		s.Note(geom.Pt(x, mid), paper.Upwards, text.AlignMiddle, s.styles.note.In(blue), what)
		return
	}
	s.dimensionPart(geom.Pt(x, y0), geom.Pt(x, y1+labelGap))
	s.Note(geom.Pt(x, y1+float64(2*labelGap)), paper.Upwards, text.AlignEnd, s.styles.note.In(blue), what)
}

func (s *sheet) dimensionPart(a, b geom.Point) { s.Line(a, b, blue, hairline) }

// extension draws the line that ties a feature to a dimension line beyond it.
func (s *sheet) extension(from, to geom.Point) {
	way := to.Sub(from)
	n := way.Len()
	if n <= extensionGap {
		return
	}
	unit := way.Mul(1 / n)
	s.dimensionPart(from.Add(unit.Mul(extensionGap)), to.Add(unit.Mul(extensionEnd)))
}

// tick draws the oblique stroke at the end of a dimension line.
func (s *sheet) tick(at geom.Point) {
	s.Line(geom.Pt(at.X-tickSize, at.Y+tickSize), geom.Pt(at.X+tickSize, at.Y-tickSize), blue, fineLine)
}

// arrow draws a pointed head at a point, pointing down.
func (s *sheet) arrow(at geom.Point) {
	p := new(geom.Path)
	p.MoveTo(at)
	p.LineTo(geom.Pt(at.X-0.45, at.Y-1.6))
	p.LineTo(geom.Pt(at.X+0.45, at.Y-1.6))
	p.Close()
	s.Fill(p, blue)
}
