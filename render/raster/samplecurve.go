package raster

import (
	"math/bits"

	"panonceau/render/geom"
)

// maxHalving is the logarithm of the greatest number of lines a curve becomes.
const maxHalving = 6

// quad adds a curve as resvg's rasterizer does: cut where it turns up or down,
// and followed in 1 to 64 steps of fixed-point numbers.
func (s *sampler) quad(a, b, c geom.Point) {
	if !near(a) || !near(b) || !near(c) {
		flatQuad(a, b, c, func(q geom.Point) { s.line(a, q); a = q })
		return
	}
	if (a.Y-b.Y)*(b.Y-c.Y) >= 0 {
		s.lowQuad(a, b, c)
		return
	}
	t := (a.Y - b.Y) / (a.Y - float64(2*b.Y) + c.Y)
	ab, bc := a.Lerp(b, t), b.Lerp(c, t)
	m := ab.Lerp(bc, t)
	s.lowQuad(a, geom.Pt(ab.X, m.Y), m)
	s.lowQuad(m, geom.Pt(bc.X, m.Y), c)
}

// cube does the same for a cubic curve.
func (s *sampler) cube(a, b, c, d geom.Point) {
	if !near(a) || !near(b) || !near(c) || !near(d) {
		flatCube(a, b, c, d, func(q geom.Point) { s.line(a, q); a = q })
		return
	}
	from := 0.0
	for _, t := range extrema(a.Y, b.Y, c.Y, d.Y) {
		u := (t - from) / (1 - from)
		ab, bc, cd := a.Lerp(b, u), b.Lerp(c, u), c.Lerp(d, u)
		abc, bcd := ab.Lerp(bc, u), bc.Lerp(cd, u)
		m := abc.Lerp(bcd, u)
		s.lowCube(a, ab, geom.Pt(abc.X, m.Y), m)
		a, b, c, from = m, geom.Pt(bcd.X, m.Y), cd, t
	}
	s.lowCube(a, b, c, d)
}

// extrema returns where a cubic curve with these coordinates turns, in order.
func extrema(a, b, c, d float64) []float64 {
	return geom.UnitRoots(d-a+float64(3*(b-c)), float64(2*(a-float64(2*b)+c)), b-a)
}

// lowQuad adds a curve that goes only up or only down.
func (s *sampler) lowQuad(a, b, c geom.Point) {
	turn := int32(1)
	if fine(a.Y) > fine(c.Y) {
		a, c, turn = c, a, -1
	}
	x0, x1, x2 := fine(a.X), fine(b.X), fine(c.X)
	y0, y1, y2 := fine(a.Y), fine(b.Y), fine(c.Y)
	n := min(max(1, halvings((2*x1-x0-x2)>>2, (2*y1-y0-y2)>>2)), maxHalving)
	s.follow(quadStepper(x0, x1, x2, n), quadStepper(y0, y1, y2, n), n, x2, y2, turn)
}

// lowCube adds a curve that goes only up or only down.
func (s *sampler) lowCube(a, b, c, d geom.Point) {
	turn := int32(1)
	if fine(a.Y) > fine(d.Y) {
		a, b, c, d, turn = d, c, b, a, -1
	}
	x0, x1, x2, x3 := fine(a.X), fine(b.X), fine(c.X), fine(d.X)
	y0, y1, y2, y3 := fine(a.Y), fine(b.Y), fine(c.Y), fine(d.Y)
	n := min(1+halvings(bulge(x0, x1, x2, x3), bulge(y0, y1, y2, y3)), maxHalving)
	s.follow(cubeStepper(x0, x1, x2, x3, n), cubeStepper(y0, y1, y2, y3, n), n, x3, y3, turn)
}

// follow adds the 2ⁿ lines of a curve that ends at (x1, y1), in 1/64 sample.
func (s *sampler) follow(x, y stepper, n uint, x1, y1 int64, turn int32) {
	atX, atY := x.at, y.at
	for range 1<<n - 1 {
		nextX, nextY := x.next(), max(atY, y.next())
		y.at = nextY
		s.slope(atX>>10, atY>>10, nextX>>10, nextY>>10, turn)
		atX, atY = nextX, nextY
	}
	s.slope(atX>>10, atY>>10, x1, max(atY>>10, y1), turn)
}

// halvings returns how often a curve that strays by (dx, dy), in 1/64 sample,
// from the line between its ends is to be halved.
func halvings(dx, dy int64) uint {
	dx, dy = max(dx, -dx), max(dy, -dy)
	far := max(dx, dy) + min(dx, dy)/2 // about the length
	return uint(bits.Len64(uint64(far+16)>>5)) / 2
}

// bulge returns how far a cubic curve strays, at one or two thirds of the way,
// from the nearer of its control points' coordinates.
func bulge(a, b, c, d int64) int64 {
	third := (8*a - 15*b + 6*c + d) * 19 >> 9
	twoThirds := (a + 6*b - 15*c + 8*d) * 19 >> 9
	return max(third, -third, twoThirds, -twoThirds)
}

// A stepper follows one coordinate of a curve by adding its differences, in
// 2⁻¹⁶ sample.
type stepper struct {
	at             int64
	d1, d2, d3     int64 // first, second and third difference, scaled up
	shift1, shift2 uint  // by how much
}

func (s *stepper) next() int64 {
	s.at += s.d1 >> s.shift1
	s.d1 += s.d2 >> s.shift2
	s.d2 += s.d3
	return s.at
}

// quadStepper returns the stepper of a quadratic curve in 2ⁿ steps.
func quadStepper(a, b, c int64, n uint) stepper {
	p, q := (a-2*b+c)<<9, (b-a)<<10 // half of what they multiply t² and t by
	return stepper{at: a << 10, d1: q + p>>n, d2: p >> (n - 1), shift1: n - 1}
}

// cubeStepper returns the stepper of a cubic curve in 2ⁿ steps.
func cubeStepper(a, b, c, d int64, n uint) stepper {
	up, down := uint(6), uint(0)
	if n < 4 {
		up = 10 - n
	} else {
		down = n - 4
	}
	p, q, r := (d+3*(b-c)-a)<<up, 3*(a-2*b+c)<<up, 3*(b-a)<<up
	third := 3 * p >> (n - 1)
	return stepper{at: a << 10, d1: r + q>>n + p>>(2*n), d2: 2*q + third, d3: third, shift1: down, shift2: n}
}
