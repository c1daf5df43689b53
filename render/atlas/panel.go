package atlas

import (
	"strconv"
	"strings"

	"panonceau/render/geom"
)

// The column with what the map says in words, in pixels.
var column = geom.Rect{X0: 56, Y0: 56, X1: 336, Y1: 912}

// Distances in the column.
const (
	titleGap    = 14
	legendGap   = 34
	groupGap    = 16
	rowHeight   = 40
	smallRow    = 31 // where there are many levels
	manyLevels  = 7
	symbolSize  = 13 // radius
	symbolRoom  = 40
	countRoom   = 60
	labelLines  = 4
	titleLines  = 3
	sourceLines = 3
	noteLines   = 6
)

// panel writes the column.
func (s *sheet) panel() {
	r := column
	r.Y0 += s.Set(r, s.styles.label, labelLines, s.Map.Label)
	r.Y0 += titleGap
	r.Y0 += s.Set(r, s.styles.title, titleLines, s.Map.Title)
	r.Y0 += s.Set(r, s.styles.title, 1, s.words.holders(len(s.Map.Places)))
	r.Y0 += legendGap
	s.legend(r)
	s.sources()
}

// legend names the levels, the highest first, and counts who has them.
func (s *sheet) legend(r geom.Rect) {
	counts := make([][]int, len(s.Groups))
	levels := 0
	for i, g := range s.Groups {
		counts[i] = make([]int, len(g.Levels))
		levels += len(g.Levels)
	}
	for _, p := range s.Map.Places {
		counts[p.Group][p.Level]++
	}
	height := float64(rowHeight)
	if levels > manyLevels {
		height = smallRow
	}
	for i, g := range s.Groups {
		if g.Title != "" {
			r.Y0 += s.Set(r, s.styles.heading, 2, g.Title) + 8
		}
		for j := len(g.Levels) - 1; j >= 0; j-- {
			s.entry(geom.RectWH(r.X0, r.Y0, r.W(), height), i, j, counts[i][j])
			r.Y0 += height
		}
		r.Y0 += groupGap
	}
	s.notes(r)
}

// entry writes one line of the legend.
func (s *sheet) entry(r geom.Rect, group, level, n int) {
	middle := r.Center().Y
	s.symbol(group, level, geom.Pt(r.X0+symbolSize, middle), symbolSize)
	line := geom.Rect{X0: r.X0 + symbolRoom, X1: r.X1 - countRoom, Y0: middle - s.styles.entry.Leading/2, Y1: r.Y1}
	line.Y0 -= 1 // the middle of the letters is above that of the line
	s.Set(line, s.styles.entry, 1, s.Groups[group].Levels[level].Name)
	line.X0, line.X1 = r.X1-countRoom, r.X1
	number := "–"
	if n > 0 {
		number = strconv.Itoa(n)
	}
	s.Set(line, s.styles.count, 1, number)
}

// notes says who is not on the map.
func (s *sheet) notes(r geom.Rect) {
	var nowhere []string
	for _, p := range s.Map.Places {
		if p.At == nil {
			nowhere = append(nowhere, p.Name)
		}
	}
	for _, note := range []struct {
		what string
		who  []string
	}{{s.words.off, s.off}, {s.words.nowhere, nowhere}} {
		if len(note.who) > 0 {
			r.Y0 += s.Set(r, s.styles.source, noteLines, note.what+someOf(note.who)) + titleGap
		}
	}
}

// maxNamed bounds the names in a note.
const maxNamed = 5

// someOf lists names, or counts them if they are many.
func someOf(names []string) string {
	if len(names) > maxNamed {
		return strconv.Itoa(len(names))
	}
	return strings.Join(names, ", ")
}

// sources says at the foot of the column where the map is from.
func (s *sheet) sources() {
	lines := s.Map.Sources
	if s.views[0].territory != nil {
		lines = append(lines[:len(lines):len(lines)], s.words.outline)
	}
	st := s.styles.source
	r := column
	r.Y0 = column.Y1 - float64(st.Leading*float64(len(lines)))
	for _, line := range lines {
		s.Set(r, st, 1, line)
		r.Y0 += st.Leading
	}
}
