package proof

import "panonceau/render/geom"

// approval draws where the customer decides and signs.
func (s *sheet) approval(r geom.Rect) {
	const between = 5.0 // of the parts
	s.Rule(r, r.Y0, black, frameLine)
	top := r.Y0 + 1.6
	// Shares of the width: the decision, who signs, the signature, the stamp.
	w := r.W() - 3*between
	x := r.X0
	next := func(share float64) geom.Rect {
		c := geom.Rect{X0: x, Y0: top, X1: x + float64(w*share), Y1: r.Y1}
		x = c.X1 + between
		return c
	}
	s.decision(next(0.38))
	s.signatory(next(0.2))
	s.area(next(0.21), s.words.signature)
	s.area(next(0.21), s.words.stamp)
}

// decision draws the three answers and what signing means.
func (s *sheet) decision(r geom.Rect) {
	const box, row = 3.0, 5.0
	y := r.Y0 + s.Set(r, s.styles.label, 1, s.words.decision) + 0.8
	for i, answer := range [3]string{s.words.approved, s.words.corrected, s.words.rejected} {
		s.Stroke(geom.RectWH(r.X0, y, box, box).Path(), black, fineLine)
		st := s.styles.value
		if i == 0 {
			st = s.styles.strong
		}
		y += max(row, s.Set(geom.Rect{X0: r.X0 + box + 2, Y0: y - 0.35, X1: r.X1, Y1: r.Y1}, st, 2, answer)+0.8)
	}
	y += 0.4
	s.Set(geom.Rect{X0: r.X0, Y0: y, X1: r.X1, Y1: r.Y1}, s.styles.note.In(grey), int((r.Y1-y)/s.styles.note.Leading), s.words.commitment)
}

// signatory draws lines to write on.
func (s *sheet) signatory(r geom.Rect) {
	row := r.H() / 3
	for i, name := range [3]string{s.words.name, s.words.function, s.words.date} {
		y := r.Y0 + float64(float64(i)*row)
		s.Set(geom.Rect{X0: r.X0, Y0: y, X1: r.X1, Y1: y + row}, s.styles.label, 1, name)
		s.Rule(r, y+row-1.5, hair, hairline)
	}
}

// area draws a frame to sign or to stamp in.
func (s *sheet) area(r geom.Rect, name string) {
	s.Set(r, s.styles.label, 1, name)
	s.Stroke(geom.Rect{X0: r.X0, Y0: r.Y0 + s.styles.label.Leading + 0.6, X1: r.X1, Y1: r.Y1}.Path(), hair, hairline)
}
