package proof

import "panonceau/render/geom"

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

// A layout is a sheet, its parts, and the scale at which the piece fits.
type layout struct {
	page                                   geom.Rect
	header, figure, side, approval, footer geom.Rect
	scale                                  scale
}

// standing divides a sheet that is higher than wide: the approval runs along
// the whole foot.
func standing(page geom.Rect) layout {
	in := page.Inset(margin)
	p := layout{page: page}
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
func lying(page geom.Rect) layout {
	p := standing(page)
	p.side.Y1 = p.approval.Y1
	p.approval.X1 = p.figure.X1
	return p
}

// layouts returns the ways in which the piece fits the sheet: first the one in
// which it is larger, standing if both are the same.
func (s *sheet) layouts() []layout {
	paper := s.ticket.Sheet.page()
	up, flat := standing(paper), lying(geom.Rect{X1: paper.Y1, Y1: paper.X1})
	var okUp, okFlat bool
	up.scale, okUp = s.fit(up.figure)
	flat.scale, okFlat = s.fit(flat.figure)
	switch {
	case okUp && okFlat && flat.scale.factor() > up.scale.factor():
		return []layout{flat, up}
	case okUp && okFlat:
		return []layout{up, flat}
	case okUp:
		return []layout{up}
	case okFlat:
		return []layout{flat}
	}
	return nil
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
