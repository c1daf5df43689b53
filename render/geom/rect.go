package geom

import "math"

// A Rect is an axis-aligned rectangle, from its least to its greatest corner.
// The zero Rect is empty.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// RectWH returns the rectangle with corner (x, y), width w and height h.
func RectWH(x, y, w, h float64) Rect { return Rect{x, y, x + w, y + h} }

// W returns the width.
func (r Rect) W() float64 { return r.X1 - r.X0 }

// H returns the height.
func (r Rect) H() float64 { return r.Y1 - r.Y0 }

// Center returns the middle of r.
func (r Rect) Center() Point { return Point{(r.X0 + r.X1) / 2, (r.Y0 + r.Y1) / 2} }

// Empty reports whether r has no area. A rectangle of a horizontal line is
// empty in this sense although it has a width.
func (r Rect) Empty() bool { return !(r.X1 > r.X0 && r.Y1 > r.Y0) }

// Inset returns r with each side moved inward by d (outward if d is negative).
func (r Rect) Inset(d float64) Rect { return Rect{r.X0 + d, r.Y0 + d, r.X1 - d, r.Y1 - d} }

// Union returns the least rectangle that holds r and s.
func (r Rect) Union(s Rect) Rect {
	return Rect{math.Min(r.X0, s.X0), math.Min(r.Y0, s.Y0), math.Max(r.X1, s.X1), math.Max(r.Y1, s.Y1)}
}

// Intersect returns the part common to r and s, which may be empty.
func (r Rect) Intersect(s Rect) Rect {
	return Rect{math.Max(r.X0, s.X0), math.Max(r.Y0, s.Y0), math.Min(r.X1, s.X1), math.Min(r.Y1, s.Y1)}
}

// Contains reports whether s lies within r, with eps of slack on each side.
func (r Rect) Contains(s Rect, eps float64) bool {
	return s.X0 >= r.X0-eps && s.Y0 >= r.Y0-eps && s.X1 <= r.X1+eps && s.Y1 <= r.Y1+eps
}

// Path returns the outline of r, clockwise from its first corner.
func (r Rect) Path() *Path {
	p := new(Path)
	p.MoveTo(Pt(r.X0, r.Y0))
	p.LineTo(Pt(r.X1, r.Y0))
	p.LineTo(Pt(r.X1, r.Y1))
	p.LineTo(Pt(r.X0, r.Y1))
	p.Close()
	return p
}

// nowhere is the union of no points: joining it with r gives r.
var nowhere = Rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// Nowhere returns the neutral element of Union.
func Nowhere() Rect { return nowhere }

// IsNowhere reports whether r holds no point at all, not even a line.
func (r Rect) IsNowhere() bool { return r.X0 > r.X1 || r.Y0 > r.Y1 }

// extend returns r grown to hold p.
func (r Rect) extend(p Point) Rect {
	return Rect{math.Min(r.X0, p.X), math.Min(r.Y0, p.Y), math.Max(r.X1, p.X), math.Max(r.Y1, p.Y)}
}
