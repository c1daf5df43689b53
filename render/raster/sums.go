package raster

import "slices"

// A total is what all edges of a path do in one pixel, as a cell says it.
type total struct{ cover, area int32 }

// pixels returns how many pixels cells can lie in: those of the picture, and in
// each row one for all that is left of it.
func (e *edges) pixels() int { return int((e.width + 1) * e.height) }

// addUp adds the cells to the sums, so that a path of many edges takes no more
// memory than its pixels. Sums of integers are the same in any order.
func (e *edges) addUp() {
	if len(e.sums) == 0 {
		e.sums = slices.Grow(e.sums, e.pixels())[:e.pixels()]
		clear(e.sums)
	}
	for _, c := range e.cells {
		s := &e.sums[int(c.y)*int(e.width+1)+int(c.x+1)]
		s.cover += c.cover
		s.area += c.area
	}
	e.cells = e.cells[:0]
}

// summed returns the sums of a row as cells, from left to right.
func (e *edges) summed(y int) []cell {
	w := int(e.width + 1)
	row := e.sorted[:0]
	for i, s := range e.sums[y*w : (y+1)*w] {
		if s != (total{}) {
			row = append(row, cell{int32(i - 1), int32(y), s.cover, s.area})
		}
	}
	e.sorted = row
	return row
}
