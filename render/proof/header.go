package proof

import (
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// header names the sheet, the job and its version.
func (s *sheet) header(r geom.Rect) {
	t := &s.ticket
	right := r.X1
	if t.Code != "" {
		s.code(geom.RectWH(r.X1-headHeight, r.Y0, headHeight, headHeight))
		right -= headHeight + gutter
	}
	cells := []struct {
		width       float64
		name, value string
	}{{32, s.words.reference, t.Reference}, {16, s.words.version, t.Version}, {24, s.words.date, s.date()}}
	x := right
	for i := len(cells) - 1; i >= 0; i-- {
		c := cells[i]
		x -= c.width
		box := geom.RectWH(x, r.Y0, c.width, 9)
		s.Rule(box, s.field(box, c.name, c.value, 1), hair, hairline)
		if i > 0 {
			x -= between
		}
	}
	if s.piece.drawing.Meta.Specimen {
		w := s.Width(s.styles.tag, text.Upper(s.Lang, s.words.specimen)) + 6
		s.stamp(geom.Rect{X0: right - w, Y0: r.Y1 - 5, X1: right, Y1: r.Y1}, s.words.specimen)
	}
	left := geom.Rect{X0: r.X0, Y0: r.Y0, X1: x - gutter, Y1: r.Y1}
	s.Set(left, s.styles.title, 1, s.words.title)
	left.Y0 += 10.5
	s.Set(left, s.styles.value.In(grey), 1, s.product())
}

// date writes the date as people do: 12 mars 2026.
func (s *sheet) date() string {
	d := s.ticket.Date
	var year, month, day int
	if n, err := fmt.Sscanf(d, "%4d-%2d-%2d", &year, &month, &day); n != 3 || err != nil || month < 1 || month > 12 {
		return d
	}
	return fmt.Sprintf("%d\u00a0%s\u00a0%d", day, s.words.months[month-1], year)
}

// product says what is made and how large.
func (s *sheet) product() string {
	size := s.Size(s.piece.width, s.piece.height)
	if s.ticket.Product == "" {
		return size
	}
	return s.ticket.Product + " · " + size
}

// field draws a named value, or room to write one, in most lines at most, and
// returns where the rule below belongs.
func (s *sheet) field(r geom.Rect, name, value string, most int) float64 {
	below := r
	below.Y0 += s.Set(r, s.styles.label, 1, name)
	return below.Y0 + max(s.Set(below, s.styles.value, most, value), s.styles.value.Leading) + 0.8
}

// stamp draws a word in a frame.
func (s *sheet) stamp(r geom.Rect, what string) {
	s.Stroke(r.Path(), alarm, frameLine)
	st := s.styles.tag
	st.Align = text.AlignMiddle
	s.Set(geom.Rect{X0: r.X0 + 1, Y0: r.Y0 + (r.H()-st.Leading)/2 + 0.1, X1: r.X1 - 1, Y1: r.Y1}, st, 1, what)
}

// code draws the QR code in black ink alone, the quiet zone beyond the box: the
// sheet is white there.
func (s *sheet) code(r geom.Rect) {
	modules, _, err := render.QRCode(s.ticket.Code)
	if err != nil {
		s.Fail(fmt.Errorf("QR code of %d bytes: %w", len(s.ticket.Code), err))
		return
	}
	ink := modules.Bounds()
	k := r.W() / ink.W()
	m := geom.Translate(r.X0, r.Y0).Mul(geom.Scale(k, k)).Mul(geom.Translate(-ink.X0, -ink.Y0))
	s.Fill(modules.Transform(m), black)
}

// footer gives the address of the picture and its terms.
func (s *sheet) footer(r geom.Rect) {
	meta := &s.piece.drawing.Meta
	var terms []string
	for _, t := range []string{meta.Notice, meta.License} {
		if t != "" {
			terms = append(terms, t)
		}
	}
	st := s.styles.note.In(grey)
	right := r
	right.X0 = r.X1 - sideWidth
	left := r
	left.X1 = right.X0 - gutter
	left.Y0, right.Y0 = r.Y0+1, r.Y0+1
	s.Set(left, st, 1, s.ticket.Permalink)
	s.Set(right, st.End(), 1, strings.Join(terms, " · "))
}
