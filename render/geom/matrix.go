package geom

import "math"

// A Matrix is an affine map. It takes (x, y) to (A·x + C·y + E, B·x + D·y + F),
// the order of SVG's matrix(a b c d e f) (SVG 2 §8.5).
type Matrix struct{ A, B, C, D, E, F float64 }

// Identity maps every point to itself.
var Identity = Matrix{A: 1, D: 1}

// Translate returns the map that moves points by (x, y).
func Translate(x, y float64) Matrix { return Matrix{1, 0, 0, 1, x, y} }

// Scale returns the map that multiplies x by sx and y by sy.
func Scale(sx, sy float64) Matrix { return Matrix{sx, 0, 0, sy, 0, 0} }

// Rotate returns the map that turns points by deg degrees, clockwise on the
// screen. Sine and cosine are rounded to 2⁻³², because package math computes
// them differently from one processor to the next; quarter turns are exact.
func Rotate(deg float64) Matrix {
	sin, cos := SinCos(deg)
	return Matrix{cos, sin, -sin, cos, 0, 0}
}

// SinCos returns the sine and cosine of an angle in degrees, rounded to 2⁻³²
// so that they are the same on every machine; multiples of 90° are exact.
func SinCos(deg float64) (sin, cos float64) {
	d := math.Mod(deg, 360)
	if d < 0 {
		d += 360
	}
	switch d {
	case 0:
		return 0, 1
	case 90:
		return 1, 0
	case 180:
		return 0, -1
	case 270:
		return -1, 0
	}
	r := d * (math.Pi / 180)
	return Snap(math.Sin(r)), Snap(math.Cos(r))
}

// Snap rounds v to the nearest multiple of 2⁻³². It is meant for results of
// trigonometry, of magnitude 1 or so.
func Snap(v float64) float64 { return float64(math.Round(v*(1<<32)) / (1 << 32)) }

// Mul returns the map that applies n first and m second: SVG writes it
// transform="m n".
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		A: float64(m.A*n.A) + float64(m.C*n.B),
		B: float64(m.B*n.A) + float64(m.D*n.B),
		C: float64(m.A*n.C) + float64(m.C*n.D),
		D: float64(m.B*n.C) + float64(m.D*n.D),
		E: float64(m.A*n.E) + float64(m.C*n.F) + m.E,
		F: float64(m.B*n.E) + float64(m.D*n.F) + m.F,
	}
}

// Apply returns the image of p.
func (m Matrix) Apply(p Point) Point {
	return Point{
		float64(m.A*p.X) + float64(m.C*p.Y) + m.E,
		float64(m.B*p.X) + float64(m.D*p.Y) + m.F,
	}
}

// Det returns the determinant, the factor by which m multiplies areas.
func (m Matrix) Det() float64 { return float64(m.A*m.D) - float64(m.B*m.C) }

// Inverse returns the inverse map, and false if m flattens the plane or is not
// finite.
func (m Matrix) Inverse() (Matrix, bool) {
	det := m.Det()
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) || math.IsInf(1/det, 0) {
		return Matrix{}, false
	}
	return Matrix{
		A: m.D / det, B: -m.B / det,
		C: -m.C / det, D: m.A / det,
		E: (float64(m.C*m.F) - float64(m.D*m.E)) / det,
		F: (float64(m.B*m.E) - float64(m.A*m.F)) / det,
	}, true
}

// MeanScale returns the factor by which m multiplies lengths on average, the
// square root of |Det|. It is the exact factor when m is a similarity.
func (m Matrix) MeanScale() float64 { return math.Sqrt(math.Abs(m.Det())) }

// Similar reports whether m keeps shapes, up to one part in 10⁶: circles stay
// circles, so a stroke can be scaled instead of outlined.
func (m Matrix) Similar() bool {
	eps := 1e-6 * (math.Abs(m.A) + math.Abs(m.B) + math.Abs(m.C) + math.Abs(m.D))
	direct := math.Abs(m.A-m.D) <= eps && math.Abs(m.B+m.C) <= eps
	mirror := math.Abs(m.A+m.D) <= eps && math.Abs(m.B-m.C) <= eps
	return direct || mirror
}

// Finite reports whether no coefficient is infinite or NaN.
func (m Matrix) Finite() bool {
	return Pt(m.A, m.B).Finite() && Pt(m.C, m.D).Finite() && Pt(m.E, m.F).Finite()
}
