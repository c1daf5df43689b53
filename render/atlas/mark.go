package atlas

import (
	"strconv"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// Lines from a mark that moved to its place, in pixels.
const (
	leaderLine = 1.2
	leaderDot  = 2.4
	leastShift = 0.8 // radii that a mark moves before it needs a line
	markRim    = 2   // of paper around a mark
)

// drawMarks draws the places.
func (s *sheet) drawMarks() {
	spots := spread(s.places)
	for i := range spots {
		if spots[i].moved() {
			s.Line(spots[i].home, spots[i].at, s.Inks.Text, leaderLine)
			s.Fill(disc(spots[i].home, leaderDot), s.Inks.Text)
		}
	}
	// The first places lie on top.
	for i := len(spots) - 1; i >= 0; i-- {
		s.mark(&spots[i])
	}
	s.names(spots)
}

// moved reports whether the mark is so far from its place that a line must
// lead there.
func (s *spot) moved() bool { return s.at.Sub(s.home).Len() > float64(leastShift*s.r) }

func (s *sheet) mark(p *spot) {
	if len(p.places) > 1 {
		s.cluster(p)
		return
	}
	who := s.places[p.places[0]]
	s.symbol(who.Group, who.Level, p.at, p.r)
}

// symbol draws the mark of a level in a circle or, if it has none, its number.
func (s *sheet) symbol(group, level int, at geom.Point, r float64) {
	s.Fill(disc(at, r+markRim), s.Inks.Paper)
	d := s.marks[group][level]
	if d == nil {
		l := &s.Groups[group].Levels[level]
		s.Fill(disc(at, r), l.Ink)
		st := s.styles.number.In(l.On)
		st.Size = float64(r * numberSize)
		s.Note(at, paper.Across, text.AlignMiddle, st, strconv.Itoa(level+1))
		return
	}
	k := float64(2*r) / max(d.Width, d.Height)
	m := geom.Matrix{A: k, D: k, E: at.X - float64(k*d.Width)/2, F: at.Y - float64(k*d.Height)/2}
	s.Nodes = append(s.Nodes, render.Place(d, m, s.Step()))
}

// cluster draws how many places there are, on a disc in the ink of the highest
// level of them.
func (s *sheet) cluster(p *spot) {
	s.Fill(disc(p.at, p.r+markRim), s.Inks.Paper)
	s.Fill(disc(p.at, p.r), s.ink(s.places[p.places[0]].Place))
	s.Fill(disc(p.at, p.r-clusterRim), s.Inks.Paper)
	s.Note(p.at, paper.Across, text.AlignMiddle, s.styles.number, strconv.Itoa(len(p.places)))
}

// numberSize is the size of the number of a level, in radii of its disc.
const numberSize = 1.15

// clusterRim is the width of the ring of a mark for several places.
const clusterRim = 3
