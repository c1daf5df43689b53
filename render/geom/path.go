package geom

import "math"

// An Op is one command of a Path.
type Op uint8

// The commands of a path, with the number of points each one takes from Pts.
const (
	MoveTo Op = iota // 1: starts a subpath
	LineTo           // 1
	QuadTo           // 2: control point, end
	CubeTo           // 3: two control points, end
	Close            // 0: back to the start of the subpath
)

var opPoints = [...]int{MoveTo: 1, LineTo: 1, QuadTo: 2, CubeTo: 3, Close: 0}

// Points returns how many points op takes from Path.Pts.
func (op Op) Points() int { return opPoints[op] }

// A Path is a sequence of subpaths. Only these five absolute commands exist:
// arcs, relative commands and shorthands are resolved where a path is read.
//
// A well-formed Path begins each subpath with MoveTo; the methods keep it so. A
// Path that is part of a Drawing is never modified.
type Path struct {
	Ops []Op
	Pts []Point
}

// MoveTo starts a new subpath at p.
func (p *Path) MoveTo(a Point) { p.Ops = append(p.Ops, MoveTo); p.Pts = append(p.Pts, a) }

// LineTo adds a line to a.
func (p *Path) LineTo(a Point) { p.Ops = append(p.Ops, LineTo); p.Pts = append(p.Pts, a) }

// QuadTo adds a quadratic Bézier curve to b with control point a.
func (p *Path) QuadTo(a, b Point) { p.Ops = append(p.Ops, QuadTo); p.Pts = append(p.Pts, a, b) }

// CubeTo adds a cubic Bézier curve to c with control points a and b.
func (p *Path) CubeTo(a, b, c Point) { p.Ops = append(p.Ops, CubeTo); p.Pts = append(p.Pts, a, b, c) }

// Close closes the subpath.
func (p *Path) Close() { p.Ops = append(p.Ops, Close) }

// Empty reports whether p has no command.
func (p *Path) Empty() bool { return p == nil || len(p.Ops) == 0 }

// Append adds the subpaths of q to p.
func (p *Path) Append(q *Path) {
	p.Ops = append(p.Ops, q.Ops...)
	p.Pts = append(p.Pts, q.Pts...)
}

// Transform returns p mapped by m. The result shares Ops with p.
func (p *Path) Transform(m Matrix) *Path {
	q := &Path{Ops: p.Ops[:len(p.Ops):len(p.Ops)], Pts: make([]Point, len(p.Pts))}
	for i, a := range p.Pts {
		q.Pts[i] = m.Apply(a)
	}
	return q
}

// Quantize rounds every coordinate of p to the nearest multiple of step, in
// place. Pictures are quantized when they enter a Drawing, so that a last bit
// in which two processors differ cannot reach an encoder.
func (p *Path) Quantize(step float64) {
	for i, a := range p.Pts {
		p.Pts[i] = Point{Quantize(a.X, step), Quantize(a.Y, step)}
	}
}

// Quantize rounds v to the nearest multiple of step, halves away from zero.
// Step should be a power of two, which makes the result exact. Minus zero
// becomes zero.
func Quantize(v, step float64) float64 { return float64(math.Round(v/step)*step) + 0 }

// Finite reports whether no coordinate of p is infinite or NaN.
func (p *Path) Finite() bool {
	for _, a := range p.Pts {
		if !a.Finite() {
			return false
		}
	}
	return true
}

// Bounds returns the least rectangle that holds p, curves counted exactly
// and control points not. It is Nowhere for an empty path.
func (p *Path) Bounds() Rect {
	r := nowhere
	i, cur := 0, Point{}
	for _, op := range p.Ops {
		pts := p.Pts[i : i+opPoints[op]]
		i += opPoints[op]
		switch op {
		case MoveTo, LineTo:
			r = r.extend(pts[0])
		case QuadTo:
			r = r.extend(pts[1])
			r = quadExtrema(r, cur, pts[0], pts[1])
		case CubeTo:
			r = r.extend(pts[2])
			r = cubeExtrema(r, cur, pts[0], pts[1], pts[2])
		}
		if len(pts) > 0 {
			cur = pts[len(pts)-1]
		}
	}
	return r
}

// quadExtrema extends r by the points where a quadratic curve turns back in x
// or in y.
func quadExtrema(r Rect, a, b, c Point) Rect {
	for _, t := range [2]float64{(a.X - b.X) / (a.X - float64(2*b.X) + c.X), (a.Y - b.Y) / (a.Y - float64(2*b.Y) + c.Y)} {
		if t > 0 && t < 1 {
			r = r.extend(a.Lerp(b, t).Lerp(b.Lerp(c, t), t))
		}
	}
	return r
}

// cubeExtrema does the same for a cubic curve.
func cubeExtrema(r Rect, a, b, c, d Point) Rect {
	try := func(p0, p1, p2, p3 float64) {
		// The derivative, divided by three, is k2·t² + k1·t + k0.
		k0 := p1 - p0
		k1 := float64(2 * (float64(p0-float64(2*p1)) + p2))
		k2 := p3 - p0 + float64(3*(p1-p2))
		for _, t := range quadraticRoots(k2, k1, k0) {
			if t > 0 && t < 1 {
				r = r.extend(CubeAt(a, b, c, d, t))
			}
		}
	}
	try(a.X, b.X, c.X, d.X)
	try(a.Y, b.Y, c.Y, d.Y)
	return r
}

// quadraticRoots returns the real roots of a·t² + b·t + c; a missing root is
// NaN.
func quadraticRoots(a, b, c float64) [2]float64 {
	nan := math.NaN()
	if math.Abs(a) < 1e-12*(math.Abs(b)+math.Abs(c)) {
		return [2]float64{-c / b, nan}
	}
	disc := float64(b*b) - float64(4*float64(a*c))
	if disc < 0 {
		return [2]float64{nan, nan}
	}
	s := math.Sqrt(disc)
	return [2]float64{(-b + s) / (2 * a), (-b - s) / (2 * a)}
}

// CubeAt returns the point at t of the cubic Bézier curve a b c d.
func CubeAt(a, b, c, d Point, t float64) Point {
	ab, bc, cd := a.Lerp(b, t), b.Lerp(c, t), c.Lerp(d, t)
	return ab.Lerp(bc, t).Lerp(bc.Lerp(cd, t), t)
}

// kappa is the length of the control arms, over the radius, with which a cubic
// curve draws a quarter of a circle, off by at most 0.03 % of the radius.
const kappa = 0.5522847498

// Ellipse adds a whole ellipse to p as four cubic curves, starting at its
// rightmost point and going clockwise on the screen (SVG 2 §10.4).
func (p *Path) Ellipse(c Point, rx, ry float64) {
	kx, ky := float64(rx*kappa), float64(ry*kappa)
	p.MoveTo(Pt(c.X+rx, c.Y))
	p.CubeTo(Pt(c.X+rx, c.Y+ky), Pt(c.X+kx, c.Y+ry), Pt(c.X, c.Y+ry))
	p.CubeTo(Pt(c.X-kx, c.Y+ry), Pt(c.X-rx, c.Y+ky), Pt(c.X-rx, c.Y))
	p.CubeTo(Pt(c.X-rx, c.Y-ky), Pt(c.X-kx, c.Y-ry), Pt(c.X, c.Y-ry))
	p.CubeTo(Pt(c.X+kx, c.Y-ry), Pt(c.X+rx, c.Y-ky), Pt(c.X+rx, c.Y))
	p.Close()
}

// RoundRect adds r with elliptical corners of radii rx and ry, which must not
// exceed half the sides, clockwise from the top left (SVG 2 §10.3).
func (p *Path) RoundRect(r Rect, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		p.Append(r.Path())
		return
	}
	kx, ky := float64(rx*(1-kappa)), float64(ry*(1-kappa))
	p.MoveTo(Pt(r.X0+rx, r.Y0))
	p.LineTo(Pt(r.X1-rx, r.Y0))
	p.CubeTo(Pt(r.X1-kx, r.Y0), Pt(r.X1, r.Y0+ky), Pt(r.X1, r.Y0+ry))
	p.LineTo(Pt(r.X1, r.Y1-ry))
	p.CubeTo(Pt(r.X1, r.Y1-ky), Pt(r.X1-kx, r.Y1), Pt(r.X1-rx, r.Y1))
	p.LineTo(Pt(r.X0+rx, r.Y1))
	p.CubeTo(Pt(r.X0+kx, r.Y1), Pt(r.X0, r.Y1-ky), Pt(r.X0, r.Y1-ry))
	p.LineTo(Pt(r.X0, r.Y0+ry))
	p.CubeTo(Pt(r.X0, r.Y0+ky), Pt(r.X0+kx, r.Y0), Pt(r.X0+rx, r.Y0))
	p.Close()
}
