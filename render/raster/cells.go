package raster

import (
	"math"

	"panonceau/render/geom"
)

// A cell is what the edges of a path do in one pixel: how far they go down
// (256 is the whole height) and, times two, the area between them and the left
// side of the pixel.
type cell struct{ x, y, cover, area int32 }

// An edges collects lines on a grid of 1/256 pixel and turns them into cells.
// All of it is integer arithmetic, exact but for the place where a line
// crosses from one pixel to the next, which is rounded down to the grid. So
// the result is the same on every machine, a line drawn back and forth leaves
// nothing, and two shapes that share an edge cover each pixel exactly once.
type edges struct {
	width, height int64 // of the visible pixels, from (0, 0)
	cells         []cell

	room int     // how many cells are kept before they are added up
	sums []total // of each pixel, once there was no room

	sorted []cell  // by row
	starts []int32 // of each row in sorted
}

// reset prepares e for a new path on a picture of w by h pixels.
func (e *edges) reset(w, h int) {
	e.width, e.height = int64(w), int64(h)
	e.cells = e.cells[:0]
	e.sums, e.room = e.sums[:0], max(minRoom, e.pixels())
}

// path adds p, mapped to pixels by m.
func (e *edges) path(p *geom.Path, m geom.Matrix) { trace(p, m, e) }

func (e *edges) line(a, b geom.Point) {
	if near(a) && near(b) {
		e.slope(grid(a.X), grid(a.Y), grid(b.X), grid(b.Y))
	} else {
		clipFar(a, b, e.line)
	}
}

func (e *edges) quad(a, b, c geom.Point) {
	flatQuad(a, b, c, func(q geom.Point) { e.line(a, q); a = q })
}

func (e *edges) cube(a, b, c, d geom.Point) {
	flatCube(a, b, c, d, func(q geom.Point) { e.line(a, q); a = q })
}

// grid returns the nearest multiple of 1/256, as a number of such.
func grid(v float64) int64 { return int64(math.Floor(float64(v*256) + 0.5)) }

// slope adds the line between two points, in 1/256 pixel. What it does above
// and below the picture and to the right of it cannot be seen; what it does to
// the left is kept as if it were there, since it decides what is inside.
func (e *edges) slope(x0, y0, x1, y1 int64) {
	sign := int32(1)
	if y0 > y1 {
		x0, y0, x1, y1 = x1, y1, x0, y0
		sign = -1
	}
	bottom := min(y1, e.height<<8)
	if y0 == y1 || y1 <= 0 || y0 >= bottom || min(x0, x1) >= e.width<<8 {
		return
	}
	dx, dy := x1-x0, y1-y0
	x, y, rest := x0, y0, int64(0)
	if y < 0 {
		var step int64
		step, rest = floorDiv(-y*dx, dy)
		x, y = x+step, 0
	}
	var lift, lift1 int64 // per whole row, and its remainder
	if bottom-y >= 256 {
		lift, lift1 = floorDiv(256*dx, dy)
	}
	for y < bottom {
		down := min(256-y&255, y1-y)
		var step int64
		switch {
		case dx == 0:
		case down == 256:
			step, rest = lift, rest+lift1
			if rest >= dy {
				step, rest = step+1, rest-dy
			}
		default:
			step, rest = floorDiv(down*dx+rest, dy)
		}
		e.strip(int32(y>>8), x, x+step, down, sign)
		x, y = x+step, y+down
	}
}

// strip adds a line that stays in one row of pixels, from xa to xb, and goes
// down by h.
func (e *edges) strip(y int32, xa, xb, h int64, sign int32) {
	if xa > xb {
		xa, xb = xb, xa
	}
	switch {
	case xb <= 0:
		e.add(-1, y, int32(h)*sign, 0)
		return
	case xa >= e.width<<8:
		return
	}
	first, last := xa>>8, xa>>8
	if xb > xa {
		last = (xb - 1) >> 8
	}
	if first == last {
		e.add(int32(first), y, int32(h)*sign, int32(xa+xb-first<<9)*int32(h)*sign)
		return
	}
	d, left, rest := xb-xa, h, int64(0)
	take := func(num int64) int32 {
		var q int64
		q, rest = (num+rest)/d, (num+rest)%d
		left -= q
		return int32(q) * sign
	}
	if xa < 0 {
		e.add(-1, y, take(-xa*h), 0)
		first = 0
	} else {
		q := take((256 - xa&255) * h)
		e.add(int32(first), y, q, int32(xa&255+256)*q)
		first++
	}
	for ; first < min(last, e.width); first++ {
		q := take(256 * h)
		e.add(int32(first), y, q, 256*q)
	}
	if last < e.width {
		e.add(int32(last), y, int32(left)*sign, int32(xb-last<<8)*int32(left)*sign)
	}
}

func (e *edges) add(x, y, cover, area int32) {
	if n := len(e.cells) - 1; n >= 0 && e.cells[n].x == x && e.cells[n].y == y {
		e.cells[n].cover += cover
		e.cells[n].area += area
		return
	}
	if len(e.cells) >= e.room {
		e.addUp()
	}
	e.cells = append(e.cells, cell{x, y, cover, area})
}

// floorDiv returns the quotient of a and b > 0, rounded down, and what is left
// over, which is not negative.
func floorDiv(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r < 0 {
		q, r = q-1, r+b
	}
	return q, r
}
