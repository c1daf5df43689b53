package atlas

import (
	"slices"

	"panonceau/render/geom"
)

// A spot is one mark on the page: of a place, or of several that are too near
// to be told apart.
type spot struct {
	places []int      // indices in sheet.places, the first first
	home   geom.Point // where it belongs
	at     geom.Point // where it is drawn
	r      float64    // radius
	room   geom.Rect  // that the mark stays in
}

// Radii of marks, in pixels, by how many there are.
const (
	largeMark, mediumMark, smallMark = 13, 10.5, 8
	few, some                        = 70, 220
	markGap                          = 2 // between two marks
	maxSpots                         = 300
)

// Radii of marks that stand for several, by how many.
const (
	cluster10, cluster100, cluster1000 = 13, 16, 20
)

// spread finds places for marks that do not overlap: marks move aside, not far,
// and those that cannot become one with a number. What comes first and where it
// stands decide; nothing is left to chance.
func spread(places []place) []spot {
	spots := make([]spot, len(places))
	r := markRadius(len(places))
	for i, p := range places {
		spots[i] = spot{places: []int{i}, home: p.at, at: p.at, r: min(r, p.view.largest), room: p.view.room}
		spots[i].stay()
	}
	for reach := float64(r / 2); len(spots) > maxSpots; reach *= 1.5 {
		spots = gather(spots, reach)
	}
	for range maxRounds {
		relax(spots)
		joined := join(spots)
		if len(joined) == len(spots) {
			break
		}
		spots = joined
	}
	return spots
}

// markRadius returns how large the marks of so many places are.
func markRadius(places int) float64 {
	switch {
	case places > some:
		return smallMark
	case places > few:
		return mediumMark
	}
	return largeMark
}

const (
	maxRounds     = 12  // of moving and joining
	maxSteps      = 160 // of moving
	maxShift      = 2.6 // how far a mark moves, in radii
	tolerance     = 0.5 // overlap that does not show, in pixels
	pushed        = 0.52
	coincidence   = 1.0 / 64
	shortestHoriz = 0.70710678
)

// gather makes one spot of all that lie within reach of an earlier one.
func gather(spots []spot, reach float64) []spot {
	var out []spot
	for _, s := range spots {
		i := slices.IndexFunc(out, func(o spot) bool { return o.home.Sub(s.home).Len() <= reach })
		if i < 0 {
			out = append(out, s)
			continue
		}
		out[i].add(s)
	}
	return out
}

// add joins o to s, which stays where its weight is.
func (s *spot) add(o spot) {
	n, m := float64(len(s.places)), float64(len(o.places))
	s.home = s.home.Mul(n / (n + m)).Add(o.home.Mul(m / (n + m)))
	s.home = geom.Pt(geom.Quantize(s.home.X, pixelGrid), geom.Quantize(s.home.Y, pixelGrid))
	s.places = append(slices.Clip(s.places), o.places...)
	slices.Sort(s.places)
	s.at = s.home
	switch n := len(s.places); {
	case n < 10:
		s.r = max(s.r, cluster10)
	case n < 100:
		s.r = cluster100
	default:
		s.r = cluster1000
	}
}

// ways are the directions in which marks of one place part.
var ways = [8]geom.Point{{X: 1}, {X: -1}, {Y: 1}, {Y: -1},
	{X: shortestHoriz, Y: shortestHoriz}, {X: -shortestHoriz, Y: -shortestHoriz},
	{X: -shortestHoriz, Y: shortestHoriz}, {X: shortestHoriz, Y: -shortestHoriz}}

// relax moves spots that overlap away from each other.
func relax(spots []spot) {
	for range maxSteps {
		moved := false
		for i := range spots {
			for j := i + 1; j < len(spots); j++ {
				moved = part(&spots[i], &spots[j], i+j) || moved
			}
		}
		if !moved {
			return
		}
		for i := range spots {
			spots[i].stay()
		}
	}
}

// part moves two spots that overlap, and reports whether they did.
func part(a, b *spot, turn int) bool {
	d := b.at.Sub(a.at)
	far := a.r + b.r + markGap
	if d.X > far || -d.X > far || d.Y > far || -d.Y > far {
		return false
	}
	n := d.Len()
	if n >= far-coincidence {
		return false
	}
	way := ways[turn%len(ways)]
	if n > coincidence {
		way = d.Mul(1 / n)
	}
	push := way.Mul(float64((far - n) * pushed))
	a.at, b.at = a.at.Sub(push), b.at.Add(push)
	return true
}

// stay keeps a spot near its home, and in its room.
func (s *spot) stay() {
	d := s.at.Sub(s.home)
	if n, most := d.Len(), float64(maxShift*s.r); n > most {
		d = d.Mul(most / n)
	}
	s.at = s.home.Add(d)
	in := s.room.Inset(s.r)
	s.at.X, s.at.Y = max(in.X0, min(s.at.X, in.X1)), max(in.Y0, min(s.at.Y, in.Y1))
	s.at = geom.Pt(geom.Quantize(s.at.X, pixelGrid), geom.Quantize(s.at.Y, pixelGrid))
}

// join makes one of each two spots that still overlap.
func join(spots []spot) []spot {
	gone := make([]bool, len(spots))
	for i := range spots {
		for j := i + 1; j < len(spots) && !gone[i]; j++ {
			if !gone[j] && spots[j].at.Sub(spots[i].at).Len() < spots[i].r+spots[j].r-tolerance {
				spots[i].add(spots[j])
				gone[j] = true
			}
		}
	}
	var out []spot
	for i, s := range spots {
		if !gone[i] {
			s.at = s.home
			out = append(out, s)
		}
	}
	return out
}
