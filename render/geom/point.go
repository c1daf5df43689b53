// Package geom holds the plane geometry of every picture: points, matrices,
// rectangles and paths. It imports nothing of the project and knows nothing of
// colours, formats or pixels.
//
// Lengths have no unit here: a caller's coordinates may be millimetres, pixels
// or font units. The y axis points down, as in SVG.
//
// Every formula in this package that adds to a product converts the product
// explicitly, as in float64(a*b) + c. The Go compiler may otherwise fuse the
// two operations into one, and does so on arm64, riscv64 and others but not on
// amd64, and a picture would depend on the machine that drew it
// (go.dev/ref/spec#Floating_point_operators). docs/notes/determinism.md tells
// the whole rule.
package geom

import "math"

// A Point is a position or a vector in the plane.
type Point struct{ X, Y float64 }

// Pt is shorthand for Point{x, y}.
func Pt(x, y float64) Point { return Point{x, y} }

// Add returns p + q.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns p − q.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// Mul returns p scaled by k.
func (p Point) Mul(k float64) Point { return Point{float64(p.X * k), float64(p.Y * k)} }

// Lerp returns the point a fraction t of the way from p to q.
func (p Point) Lerp(q Point, t float64) Point {
	return Point{p.X + float64((q.X-p.X)*t), p.Y + float64((q.Y-p.Y)*t)}
}

// Dot returns the scalar product of p and q.
func (p Point) Dot(q Point) float64 { return float64(p.X*q.X) + float64(p.Y*q.Y) }

// Cross returns the z component of the vector product of p and q. It is
// positive when q lies clockwise of p on the screen (y down).
func (p Point) Cross(q Point) float64 { return float64(p.X*q.Y) - float64(p.Y*q.X) }

// Len returns the length of p. It uses Sqrt, which IEEE 754 makes exact,
// rather than Hypot, which differs between machines.
func (p Point) Len() float64 { return math.Sqrt(p.Dot(p)) }

// Finite reports whether neither coordinate is infinite or NaN.
func (p Point) Finite() bool {
	return !math.IsInf(p.X, 0) && !math.IsInf(p.Y, 0) && p.X == p.X && p.Y == p.Y
}
