package raster

import "panonceau/render/geom"

// one is 1 in the fixed-point numbers of a plane.
const one = 1 << 32

// A plane is a linear function of a pixel's place, in 2⁻³² units: something
// that can be followed along a row by adding integers, however long the row.
type plane struct{ dx, dy, at int64 }

// newPlane returns the plane dx·x + dy·y + c, taken at the centres of pixels. A
// slope beyond 2¹⁵ a pixel, which is noise at any rate, is cut to that, so that
// nothing overflows on a picture of MaxSide.
func newPlane(dx, dy, c float64) plane {
	c += float64(dx/2) + float64(dy/2)
	return plane{fixed(dx, 1<<15), fixed(dy, 1<<15), fixed(c, 1<<29)}
}

func fixed(v, limit float64) int64 {
	if v != v {
		return 0
	}
	return int64(max(-limit, min(limit, v)) * one)
}

// value returns the value at the centre of a pixel.
func (p plane) value(x, y int) int64 { return p.at + p.dx*int64(x) + p.dy*int64(y) }

// aligned reports whether p follows the pixels of the picture one by one, in
// one direction.
func (p plane) aligned() bool {
	return p.dx == one && p.dy == 0 || p.dx == 0 && p.dy == one
}

// planes returns the two coordinates of m.Apply.
func planes(m geom.Matrix) (u, v plane) {
	return newPlane(m.A, m.C, m.E), newPlane(m.B, m.D, m.F)
}
