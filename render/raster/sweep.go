package raster

import (
	"cmp"
	"slices"

	"panonceau/render"
)

// sort groups the cells by row, each row from left to right.
func (e *edges) sort() {
	h := int(e.height)
	e.starts = slices.Grow(e.starts[:0], h+1)[:h+1]
	clear(e.starts)
	for i := range e.cells {
		e.starts[e.cells[i].y+1]++
	}
	for y := range h {
		e.starts[y+1] += e.starts[y]
	}
	e.sorted = slices.Grow(e.sorted[:0], len(e.cells))[:len(e.cells)]
	// Filling row y moves starts[y] to where row y+1 starts.
	for _, c := range e.cells {
		e.sorted[e.starts[c.y]] = c
		e.starts[c.y]++
	}
	copy(e.starts[1:], e.starts[:h])
	e.starts[0] = 0
	for y := range h {
		sortRow(e.sorted[e.starts[y]:e.starts[y+1]])
	}
}

// sortRow sorts cells by x. Most rows have few cells, or cells in order.
func sortRow(row []cell) {
	if len(row) > 24 {
		slices.SortFunc(row, func(a, b cell) int { return cmp.Compare(a.x, b.x) })
		return
	}
	for i := 1; i < len(row); i++ {
		c, j := row[i], i
		for ; j > 0 && row[j-1].x > c.x; j-- {
			row[j] = row[j-1]
		}
		row[j] = c
	}
}

// sweep calls span for each run of pixels of equal coverage, which is given as
// a fraction of full and is not zero. Runs come row by row, left to right.
func (e *edges) sweep(rule render.FillRule, span func(y, x0, x1 int, coverage uint32)) {
	if len(e.sums) > 0 {
		e.addUp()
		for y := range int(e.height) {
			e.sweepRow(y, e.summed(y), rule, span)
		}
		return
	}
	if len(e.cells) == 0 {
		return
	}
	e.sort()
	for y := range int(e.height) {
		e.sweepRow(y, e.sorted[e.starts[y]:e.starts[y+1]], rule, span)
	}
}

func (e *edges) sweepRow(y int, row []cell, rule render.FillRule, span func(y, x0, x1 int, coverage uint32)) {
	x, cover := int32(0), int32(0)
	for i := 0; i < len(row); {
		at := row[i].x
		if cover != 0 && at > x {
			if c := coverage(cover<<9, rule); c != 0 {
				span(y, int(x), int(at), c)
			}
		}
		area := int32(0)
		for ; i < len(row) && row[i].x == at; i++ {
			cover += row[i].cover
			area += row[i].area
		}
		if at >= 0 {
			if c := coverage(cover<<9-area, rule); c != 0 {
				span(y, int(at), int(at)+1, c)
			}
		}
		x = at + 1
	}
	if cover != 0 && x < int32(e.width) {
		if c := coverage(cover<<9, rule); c != 0 {
			span(y, int(x), int(e.width), c)
		}
	}
}

// coverage turns an area, of which a whole pixel has 2¹⁷ for each turn of the
// path round it, into a fraction of full (SVG 2 §13.4.2).
func coverage(area int32, rule render.FillRule) uint32 {
	if rule == render.EvenOdd {
		area &= 1<<18 - 1
		if area > 1<<17 {
			area = 1<<18 - area
		}
	} else if area < 0 {
		area = -area
	}
	return min(uint32(area)>>1, full)
}
