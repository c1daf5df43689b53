package geom

import "math"

// An Arc is an elliptical arc between two points, as the path command A gives
// it (SVG 2 §9.3.8).
type Arc struct {
	From, To   Point
	RX, RY     float64
	Rotation   float64 // of the x axis, in degrees
	Large      bool    // the longer of the two ways round
	Increasing bool    // in the direction of increasing angles (sweep-flag)
}

// ArcTo adds a to p, whose current point is a.From, as at most four cubic
// curves. Radii that are too small are scaled up until the arc exists; an arc
// with a radius of zero is a line (SVG 2 §B.2.5).
func (p *Path) ArcTo(a Arc) {
	if a.From == a.To {
		return
	}
	rx, ry := math.Abs(a.RX), math.Abs(a.RY)
	if !(rx > 0 && ry > 0) {
		p.LineTo(a.To)
		return
	}

	// SVG 2 §B.2.4: the half chord, in axes parallel to the ellipse's and
	// then scaled so that the ellipse is the unit circle.
	sin, cos := SinCos(a.Rotation)
	half := a.From.Sub(a.To).Mul(0.5)
	x1 := (float64(cos*half.X) + float64(sin*half.Y)) / rx
	y1 := (float64(cos*half.Y) - float64(sin*half.X)) / ry
	square := float64(x1*x1) + float64(y1*y1)
	if square > 1 {
		s := math.Sqrt(square)
		rx, ry = rx*s, ry*s
		x1, y1 = x1/s, y1/s
		square = 1
	}
	if !(square > 0) || math.IsInf(rx, 0) || math.IsInf(ry, 0) {
		p.LineTo(a.To)
		return
	}

	// The centre lies on the bisector of the chord.
	k := math.Sqrt((1 - square) / square)
	if a.Large == a.Increasing {
		k = -k
	}
	center := Pt(float64(k*y1), float64(-k*x1))
	start := Snap(math.Atan2(y1-center.Y, x1-center.X))
	end := Snap(math.Atan2(-y1-center.Y, -x1-center.X))
	delta := end - start
	if a.Increasing && delta < 0 {
		delta += 2 * math.Pi
	} else if !a.Increasing && delta > 0 {
		delta -= 2 * math.Pi
	}

	middle := a.From.Lerp(a.To, 0.5)
	toUser := Matrix{cos * rx, sin * rx, -sin * ry, cos * ry, middle.X, middle.Y}.Mul(Translate(center.X, center.Y))
	p.unitArc(toUser, start, delta, a.To)
}

// unitArc adds the arc of the unit circle from angle start over delta radians,
// mapped by m, and ends it exactly at end.
func (p *Path) unitArc(m Matrix, start, delta float64, end Point) {
	// One part in 10⁶ of slack keeps a quarter turn in one piece.
	n := int(math.Ceil(math.Abs(delta)/(math.Pi/2) - 1e-6))
	n = max(n, 1)
	step := delta / float64(n)
	arm := Snap(math.Tan(step/4)) * 4 / 3
	from := onCircle(start)
	for i := 1; i <= n; i++ {
		to := onCircle(start + float64(step*float64(i)))
		c1 := Pt(from.X-float64(arm*from.Y), from.Y+float64(arm*from.X))
		c2 := Pt(to.X+float64(arm*to.Y), to.Y-float64(arm*to.X))
		last := m.Apply(to)
		if i == n {
			last = end
		}
		p.CubeTo(m.Apply(c1), m.Apply(c2), last)
		from = to
	}
}

func onCircle(rad float64) Point { return Pt(Snap(math.Cos(rad)), Snap(math.Sin(rad))) }
