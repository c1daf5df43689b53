package charter

import (
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// gap is between the parts of a column, in millimetres.
const gap = 7.0

// clearSpace draws the logo in the space that stays free around it, and returns
// where the next part begins.
func (s *sheet) clearSpace(r geom.Rect) float64 {
	c := s.charter
	if c.Logo == nil {
		return r.Y0
	}
	const high = 42.0
	y := s.heading(r, s.words.clear)
	stage := geom.RectWH(r.X0, y, r.W(), high)
	s.tile(stage, nil)
	// The logo and the space on both sides of it fit the stage.
	room := stage.Inset(5)
	logo := room.Inset(room.H() * c.Clear / (1 + 2*c.Clear))
	at := s.picture(c.Logo, logo)
	y = stage.Y1 + 2
	if c.Clear == 0 {
		return y + gap
	}
	free := at.Inset(-at.H() * c.Clear)
	s.Stroke(free.Path(), blue, 0.18, 1.2, 0.8)
	s.Stroke(at.Path(), blue, 0.09)
	mid := (at.X0 + at.X1) / 2
	for _, x := range []struct{ from, to geom.Point }{
		{geom.Pt(mid, free.Y0), geom.Pt(mid, at.Y0)},
		{geom.Pt(free.X0, (at.Y0+at.Y1)/2), geom.Pt(at.X0, (at.Y0+at.Y1)/2)},
	} {
		s.Line(x.from, x.to, blue, 0.18)
		s.Note(geom.Pt((x.from.X+x.to.X)/2+1, (x.from.Y+x.to.Y)/2-1.6), paper.Across, text.AlignStart, s.styles.note.In(blue), "x")
	}
	y += s.Set(geom.RectWH(r.X0, y, r.W(), 8), s.styles.value, 2, strings.Replace(s.words.clearIs, "%s", s.Number(100*c.Clear), 1))
	return y + gap
}

// minimums lists the least sizes in two columns, and returns where the next
// part begins.
func (s *sheet) minimums(r geom.Rect) float64 {
	list := s.charter.Minimums
	if len(list) == 0 {
		return r.Y0
	}
	const columns, row = 3, 4.6
	y := s.heading(r, s.words.minimums)
	rows := (len(list) + columns - 1) / columns
	w := (r.W() - float64((columns-1)*6)) / columns
	for i, m := range list {
		box := geom.RectWH(r.X0+float64(float64(i/rows)*(w+6)), y+float64(float64(i%rows)*row), w, row)
		name := box
		name.X1 -= 17
		s.Set(name, s.styles.note, 1, m.Name)
		s.Set(box, s.styles.note.End(), 1, m.least(s))
		s.Rule(box, box.Y0+3.7, hair, 0.1)
	}
	return y + float64(float64(rows)*row) + gap
}

// least says how small a design may be.
func (m *Minimum) least(s *sheet) string {
	var parts []string
	if m.MM > 0 {
		parts = append(parts, s.MM(m.MM))
	}
	if m.Px > 0 {
		parts = append(parts, s.Number(m.Px)+"\u00a0px")
	}
	return strings.Join(parts, " · ")
}

// levels shows the mark of every level, a scale a row.
func (s *sheet) levels(r geom.Rect) {
	scales := s.charter.Scales
	if len(scales) == 0 {
		return
	}
	y := s.heading(r, s.words.levels)
	high := (r.Y1 - y) / float64(len(scales))
	for i := range scales {
		row := geom.RectWH(r.X0, y+float64(float64(i)*high), r.W(), high)
		s.scale(&scales[i], row)
	}
}

// scale shows the levels of a scale side by side.
func (s *sheet) scale(k *Scale, r geom.Rect) {
	const nameW, caption, between = 30.0, 6.0, 3.0
	s.Set(geom.RectWH(r.X0, r.Y0+1, nameW-2, r.H()), s.styles.strong, 3, k.Name)
	n := float64(max(len(k.Levels), 5)) // marks of a short scale are not larger
	w := (r.W() - nameW - float64((n-1)*between)) / n
	for i := range k.Levels {
		box := geom.RectWH(r.X0+nameW+float64(float64(i)*(w+between)), r.Y0, w, r.H()-caption-2)
		s.picture(&k.Levels[i], box)
		s.Set(geom.RectWH(box.X0-1, box.Y1+1.2, w+2, caption), s.styles.note.Middle(), 1, k.Levels[i].Name)
	}
}

// versions shows the logo in every variant on a ground it is made for, and
// returns where the next part begins.
func (s *sheet) versions(r geom.Rect) float64 {
	list := s.charter.Versions
	if len(list) == 0 {
		return r.Y0
	}
	const columns, tileH, caption, between = 3, 25.0, 5.0, 4.0
	y := s.heading(r, s.words.versions)
	w := (r.W() - (columns-1)*between) / columns
	for i := range list {
		box := geom.RectWH(r.X0+float64(float64(i%columns)*(w+between)), y+float64(float64(i/columns)*(tileH+caption+2)), w, tileH)
		s.tile(box, list[i].Ground)
		s.picture(&list[i], box.Inset(4.5))
		s.Set(geom.RectWH(box.X0, box.Y1+1, w, caption), s.styles.note, 1, list[i].Name)
	}
	rows := (len(list) + columns - 1) / columns
	return y + float64(float64(rows)*(tileH+caption+2)) + gap - 3
}

// inks lists the colours, as many as there is room for.
func (s *sheet) inks(r geom.Rect) {
	list := s.charter.Inks
	if len(list) == 0 {
		return
	}
	const columns, row, between = 4, 8.6, 4.0
	y := s.heading(r, s.words.inks)
	w := (r.W() - (columns-1)*between) / columns
	room := columns * int((r.Y1-y)/row)
	shown := min(len(list), room)
	if shown < len(list) {
		shown = room - 1
	}
	rows := (min(len(list), room) + columns - 1) / columns
	for i := range list[:shown] {
		s.ink(&list[i], geom.RectWH(r.X0+float64(float64(i/rows)*(w+between)), y+float64(float64(i%rows)*row), w, row))
	}
	if rest := len(list) - shown; rest > 0 {
		at := geom.RectWH(r.X0+float64(float64(shown/rows)*(w+between)), y+float64(float64(shown%rows)*row), w, row)
		s.Set(at, s.styles.note.In(grey), 1, fmt.Sprintf(s.words.more, rest))
	}
}

// ink draws one colour with what each machine calls it.
func (s *sheet) ink(k *Ink, r geom.Rect) {
	chip := geom.RectWH(r.X0, r.Y0, 9, 6.6)
	s.Fill(chip.Path(), k.Ink)
	s.Stroke(chip.Path(), hair, 0.1)
	words := geom.Rect{X0: chip.X1 + 2, Y0: r.Y0 - 0.3, X1: r.X1, Y1: r.Y1}
	name := k.Name
	for _, more := range []string{k.Spot, ral(k.Ink.RAL)} {
		if more != "" {
			name += " · " + more
		}
	}
	s.Set(words, s.styles.note, 1, name)
	words.Y0 += 3.3
	s.Set(words, s.styles.note.In(grey), 1, fmt.Sprintf("#%02X%02X%02X · %s", k.RGB.R, k.RGB.G, k.RGB.B, s.shares(k.Ink)))
}

func ral(code string) string {
	if code == "" {
		return ""
	}
	return "RAL\u00a0" + code
}

// shares writes what the press prints of an ink: C90 M35 J72 N22.
func (s *sheet) shares(k *render.Ink) string {
	var parts []string
	for i, v := range k.CMYK {
		parts = append(parts, s.words.cmyk[i]+s.Number(v))
	}
	return strings.Join(parts, "\u00a0")
}
