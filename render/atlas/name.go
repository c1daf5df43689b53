package atlas

import (
	"math"
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A side is where a name stands beside its mark: the direction from the mark,
// and which point of the name is there.
type side struct{ dx, dy float64 }

// sides in the order in which cartographers like them.
var sides = []side{{1, 0}, {-1, 0}, {1, -0.5}, {1, 0.5}, {-1, -0.5}, {-1, 0.5}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}, {0, -1}, {0, 1}}

const (
	nameGap   = 4 // between a mark and its name
	nameLines = 3
	nameClear = 2 // around a name
)

// nameWidths are how wide lines may be, as they are tried.
var nameWidths = []float64{172, 104}

// names writes the names for which there is room, those of the first places
// first.
func (s *sheet) names(spots []spot) {
	taken := s.obstacles(spots)
	room := s.Page.Inset(14)
	room.X0 = nameRoom
	for i := range spots {
		p := &spots[i]
		if len(p.places) > 1 {
			continue
		}
		if r, ok := s.nameOf(p, room, taken); ok {
			taken = append(taken, r)
		}
		if s.Err != nil {
			return
		}
	}
}

// nameOf writes the name of a mark in the first form there is room for. On the
// small maps short forms come first.
func (s *sheet) nameOf(p *spot, room geom.Rect, taken []geom.Rect) (geom.Rect, bool) {
	who := s.places[p.places[0]]
	forms := append([]string{who.Name}, who.Short...)
	if who.view != s.views[0] {
		slices.Reverse(forms)
	}
	taken = slices.Clip(taken)
	for _, v := range s.views[1:] {
		if v != who.view {
			taken = append(taken, v.frame)
		}
	}
	for _, form := range forms {
		for _, width := range nameWidths {
			if r, ok := s.name(p, form, width, room, taken); ok {
				return r, true
			}
		}
	}
	return geom.Rect{}, false
}

// nameRoom is where the part of the page begins that names may stand in.
const nameRoom = 352

// obstacles returns what names may not cover.
func (s *sheet) obstacles(spots []spot) []geom.Rect {
	var all []geom.Rect
	for i := range spots {
		p := &spots[i]
		all = append(all, around(p.at, p.r+1))
		if !p.moved() {
			continue
		}
		const steps = 6
		for k := range steps {
			all = append(all, around(p.home.Lerp(p.at, float64(k)/steps), leaderDot))
		}
	}
	for _, v := range s.views[1:] {
		all = append(all, v.caption)
	}
	return all
}

func around(c geom.Point, r float64) geom.Rect {
	return geom.Rect{X0: c.X - r, Y0: c.Y - r, X1: c.X + r, Y1: c.Y + r}
}

// name writes a name on the first side of its mark that has room for it.
func (s *sheet) name(p *spot, what string, width float64, room geom.Rect, taken []geom.Rect) (geom.Rect, bool) {
	var blocks [text.AlignEnd + 1]*text.Block
	for _, d := range sides {
		align := alignOf(d)
		if blocks[align] == nil {
			b, err := s.setName(what, width, align)
			if err != nil {
				return geom.Rect{}, false // a longer name than there is room for
			}
			blocks[align] = b
		}
		ink := blocks[align].Ink
		r := beside(p, d, ink)
		if room.Contains(r, 0) && !collides(r, taken) {
			s.write(blocks[align], geom.Translate(r.X0-ink.X0, r.Y0-ink.Y0))
			return r, true
		}
	}
	return geom.Rect{}, false
}

func (s *sheet) setName(what string, width float64, align text.Align) (*text.Block, error) {
	st := s.styles.name
	return text.Fit(text.Box{W: width, H: float64(nameLines*st.Leading) + st.Size, Align: align, VAlign: text.VAlignTop,
		Face: st.Face, Style: text.Style{Lang: s.Map.Lang}, Size: st.Size, MinSize: st.Least, MinStretch: 1,
		MaxLines: nameLines, LineHeight: st.Leading / st.Size}, s.Typeset(what))
}

// alignOf returns how a name is aligned on a side.
func alignOf(d side) text.Align {
	switch {
	case d.dx > 0:
		return text.AlignStart
	case d.dx < 0:
		return text.AlignEnd
	}
	return text.AlignMiddle
}

// beside returns where a name with the bounds ink is on a side of a mark.
func beside(p *spot, d side, ink geom.Rect) geom.Rect {
	w, h := ink.W(), ink.H()
	far := p.r + nameGap
	if d.dx != 0 && (d.dy == 1 || d.dy == -1) {
		far = float64(far * math.Sqrt2 / 2)
	}
	x, y := p.at.X+float64(d.dx*far), p.at.Y+float64(d.dy*far)
	r := geom.RectWH(x, y, w, h)
	r.X0 -= float64((1 - d.dx) / 2 * w)
	r.Y0 -= float64((1 - d.dy) / 2 * h)
	r.X1, r.Y1 = r.X0+w, r.Y0+h
	return r
}

func collides(r geom.Rect, taken []geom.Rect) bool {
	r = r.Inset(-nameClear)
	for _, o := range taken {
		if r.X0 < o.X1 && o.X0 < r.X1 && r.Y0 < o.Y1 && o.Y0 < r.Y1 {
			return true
		}
	}
	return false
}

// write adds the glyphs of a name.
func (s *sheet) write(block *text.Block, m geom.Matrix) {
	t := &render.Text{String: block.String(), Lang: s.Map.Lang, Fill: &render.Fill{Paint: color(s.Inks.Text), Opacity: 1}}
	for _, g := range block.Glyphs() {
		placed := m.Mul(g.Matrix)
		placed.E, placed.F = geom.Quantize(placed.E, s.Step()), geom.Quantize(placed.F, s.Step())
		t.Glyphs = append(t.Glyphs, render.Glyph{Outline: g.Outline, Matrix: placed})
	}
	s.Draw(t)
}
