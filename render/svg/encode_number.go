package svg

import (
	"math"
	"strconv"

	"panonceau/render/geom"
)

// maxNumber bounds what is written down. Viewers keep coordinates in 32-bit
// floats, in which a billion units leave 64 units between neighbours: nothing
// that far away can be seen, and with this bound differences of coordinates
// cannot overflow.
const maxNumber = 1e9

// maxDecimals is what maxNumber leaves room for in an int64.
const maxDecimals = 8

var powersOfTen = [maxDecimals + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}

// A grid is the set of numbers with so many decimals. Numbers are rounded to
// integers on the grid first and subtracted after, so that the rounding errors
// of relative coordinates do not add up along a path.
type grid struct{ decimals int }

// gridFor returns the grid for a picture whose longer side is length: two
// decimals from 500 units on, three from ten, and one more for each time it is
// ten times smaller. Rounding moves nothing by more than a 20,000th of the
// picture, a tenth of a pixel when it is 2,000 pixels wide.
func gridFor(length float64) grid {
	g := grid{3}
	if length >= 500 {
		g.decimals = 2
	}
	for ; length < 10 && g.decimals < maxDecimals; length *= 10 {
		g.decimals++
	}
	return g
}

// finer returns g with n more decimals.
func (g grid) finer(n int) grid { return grid{min(g.decimals+n, maxDecimals)} }

// round returns v as a multiple of the grid, halves away from zero. Infinities
// count as maxNumber and NaN as 0.
func (g grid) round(v float64) int64 {
	if v != v {
		return 0
	}
	v = min(max(v, -maxNumber), maxNumber)
	return int64(math.Round(v * float64(g.unit())))
}

// unit returns the number of steps of the grid in 1.
func (g grid) unit() int64 { return powersOfTen[g.decimals] }

func (g grid) point(p geom.Point) vec { return vec{g.round(p.X), g.round(p.Y)} }

// matrix returns m with its numbers rounded.
func (g grid) matrix(m geom.Matrix) geom.Matrix {
	v := func(v float64) float64 { return float64(g.round(v)) / float64(g.unit()) }
	return geom.Matrix{A: v(m.A), B: v(m.B), C: v(m.C), D: v(m.D), E: v(m.E), F: v(m.F)}
}

// append writes n, a multiple of the grid, in the shortest form: "-.5", "12",
// "0".
func (g grid) append(dst []byte, n int64) []byte {
	if n < 0 {
		dst = append(dst, '-')
		n = -n
	}
	unit, digits := g.unit(), g.decimals
	whole, frac := n/unit, n%unit
	if whole > 0 || frac == 0 {
		dst = strconv.AppendInt(dst, whole, 10)
	}
	if frac == 0 {
		return dst
	}
	for frac%10 == 0 {
		frac /= 10
		digits--
	}
	dst = append(dst, ".00000000"[:1+digits]...)
	for i := len(dst) - 1; frac > 0; i-- {
		dst[i] = byte('0' + frac%10)
		frac /= 10
	}
	return dst
}

// fractional reports whether append writes a decimal point for n.
func (g grid) fractional(n int64) bool { return n%g.unit() != 0 }
