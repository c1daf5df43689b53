package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// inkRow is the height of one colour in the list, in millimetres.
const inkRow = 4.2

// inks lists the colours of the piece in r, as many as there is room for, and
// returns where the list ends.
func (s *sheet) inks(r geom.Rect) float64 {
	y := s.heading(r, s.words.inks)
	for i, name := range s.words.cmyk {
		s.Set(s.share(geom.RectWH(r.X0, r.Y0+1.2, r.W(), inkRow), i), s.styles.label.End(), 1, name)
	}
	st := s.styles.note
	room := int((r.Y1 - y - st.Leading) / inkRow)
	all := listed(s.piece.swatches)
	more := s.piece.images
	shown := len(all)
	if shown > room || more && shown == room {
		shown = max(0, room-1)
	}
	for _, w := range all[:shown] {
		s.swatch(geom.RectWH(r.X0, y, r.W(), inkRow), w)
		y += inkRow
	}
	var rest []string
	if n := len(all) - shown; n > 0 {
		rest = append(rest, fmt.Sprintf(s.words.moreInks, n))
	}
	if more {
		rest = append(rest, s.words.image)
	}
	if len(rest) > 0 {
		s.Set(geom.RectWH(r.X0+6, y, r.W()-6, inkRow), st, 1, strings.Join(rest, ", "))
		y += inkRow
	}
	y += 0.4
	return y + s.Set(geom.RectWH(r.X0, y, r.W(), st.Leading), st.In(grey), 1, s.words.screen)
}

// listed returns colours in the order of the list: those of the charter come
// first, as arms may bring dozens of others.
func listed(all []swatch) []swatch {
	all = slices.Clone(all)
	other := func(w swatch) int {
		if w.ink == nil {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b swatch) int { return cmp.Compare(other(a), other(b)) })
	return all
}

// swatch draws one colour: what it looks like, its name, what the press prints
// and what a screen shows.
func (s *sheet) swatch(r geom.Rect, w swatch) {
	const side = 3.2
	chip := geom.RectWH(r.X0, r.Y0, side+1.2, side)
	p := chip.Path()
	p.Quantize(s.Step())
	s.Draw(&render.Shape{Path: p, Fill: &render.Fill{Paint: render.Color{RGB: w.rgb, Ink: w.ink}, Opacity: 1}})
	s.Stroke(chip.Path(), hair, hairline)
	st := s.styles.note
	name := geom.Rect{X0: chip.X1 + 1.4, Y0: r.Y0, X1: s.share(r, 0).X0, Y1: r.Y1}
	shares := geom.Rect{X0: name.X1, Y0: r.Y0, X1: s.share(r, 3).X1, Y1: r.Y1}
	switch k := w.ink; {
	case k == nil:
		name.X1 = shares.X1
		s.Set(name, st, 1, s.words.noInk)
	case k.Spot != "":
		s.Set(name, st, 1, s.inkName(k))
		s.Set(shares, st.End(), 1, k.Spot)
	default:
		s.Set(name, st, 1, s.inkName(k))
		for i, v := range k.CMYK {
			s.Set(s.share(r, i), st.End(), 1, s.Number(v))
		}
	}
	s.Set(geom.Rect{X0: r.X1 - rgbWidth, Y0: r.Y0, X1: r.X1, Y1: r.Y1}, st.In(grey).End(), 1,
		fmt.Sprintf("#%02X%02X%02X", w.rgb.R, w.rgb.G, w.rgb.B))
}

// Widths of columns in the list of colours, in millimetres.
const (
	shareWidth = 5.2
	rgbWidth   = 13.0
)

// share returns the cell of the ink i of four in a row.
func (s *sheet) share(r geom.Rect, i int) geom.Rect {
	x := r.X1 - rgbWidth - float64(float64(4-i)*shareWidth)
	return geom.Rect{X0: x, Y0: r.Y0, X1: x + shareWidth, Y1: r.Y1}
}

// inkName is what people call an ink: its name in the pack, with that of a
// colour chart where the pack has one.
func (s *sheet) inkName(k *render.Ink) string {
	name := k.Name
	for _, n := range s.ticket.InkNames {
		if n.Ink == k.Name {
			name = n.Name
		}
	}
	if k.RAL != "" {
		name += " · RAL\u00a0" + k.RAL
	}
	return name
}
