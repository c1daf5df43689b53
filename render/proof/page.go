package proof

import (
	"fmt"

	"panonceau/render/geom"
)

// Lengths of the layout, in millimetres.
const (
	margin     = 10.0 // every office printer reaches that far
	gutter     = 4.0
	sideWidth  = 56.0
	headHeight = 18.0
	signHeight = 46.0
	footHeight = 4.0
	captionH   = 5.0
)

// Room for dimensions around the piece, in millimetres on the sheet.
const (
	dimensionGap  = 8.0 // a side with dimensions
	cornerGap     = 5.0 // a side with the radius of a corner
	clearGap      = 2.0
	dimensionLine = 5.0 // from the piece to the line
)

// places are the parts of a sheet.
type places struct{ header, figure, side, approval, footer geom.Rect }

// standing divides a sheet that is higher than wide: the approval runs along
// the whole foot.
func standing(page geom.Rect) places {
	in := page.Inset(margin)
	var p places
	p.header = geom.Rect{X0: in.X0, Y0: in.Y0, X1: in.X1, Y1: in.Y0 + headHeight}
	p.footer = geom.Rect{X0: in.X0, Y0: in.Y1 - footHeight, X1: in.X1, Y1: in.Y1}
	foot := p.footer.Y0 - gutter
	p.approval = geom.Rect{X0: in.X0, Y0: foot - signHeight, X1: in.X1, Y1: foot}
	top, bottom := p.header.Y1+gutter, p.approval.Y0-gutter
	p.side = geom.Rect{X0: in.X1 - sideWidth, Y0: top, X1: in.X1, Y1: bottom}
	p.figure = geom.Rect{X0: in.X0, Y0: top, X1: p.side.X0 - gutter, Y1: bottom}
	return p
}

// lying divides a sheet that is wider than high: the column at the side goes
// down to the foot.
func lying(page geom.Rect) places {
	p := standing(page)
	p.side.Y1 = p.approval.Y1
	p.approval.X1 = p.figure.X1
	return p
}

// arrange turns the sheet the way in which the piece is larger, standing if
// both are the same, and sets the scale.
func (s *sheet) arrange() (places, error) {
	up := s.page
	flat := geom.Rect{X1: up.Y1, Y1: up.X1}
	a, b := standing(up), lying(flat)
	ka, okA := s.fit(a.figure)
	kb, okB := s.fit(b.figure)
	switch {
	case okA && (!okB || ka.factor() >= kb.factor()):
		s.scale = ka
		return a, nil
	case okB:
		s.page, s.scale = flat, kb
		return b, nil
	}
	return places{}, fmt.Errorf("%w: %s", errScale, s.size(s.piece.width, s.piece.height))
}

// fit returns the largest scale at which the piece, its bleed and its
// dimensions fit a place.
func (s *sheet) fit(figure geom.Rect) (scale, bool) {
	p := s.piece
	room := s.room(figure)
	return largest(p.width+float64(2*p.bleed), p.height+float64(2*p.bleed), room.W(), room.H())
}

// room returns where in the figure the piece may be: inside its dimensions.
func (s *sheet) room(figure geom.Rect) geom.Rect {
	top := clearGap
	switch {
	case len(s.piece.holes) > 0:
		top = dimensionGap
	case len(s.piece.radii) > 0:
		top = cornerGap
	}
	return geom.Rect{
		X0: figure.X0 + dimensionGap, X1: figure.X1 - dimensionGap,
		Y0: figure.Y0 + top, Y1: figure.Y1 - captionH - dimensionGap,
	}
}
