package geom

import "math"

// StrokeQuads is [Path.Stroke] as Skia and its descendants do it, resvg among
// them: the sides of curves and the arcs of round joins and caps are quadratic
// curves, which may stray by tolerance at their middle, a quarter of a pixel
// with them. It is for pictures that are compared with theirs.
func (p *Path) StrokeQuads(s StrokeStyle, tolerance float64) *Path {
	k := stroker{style: s, r: s.Width / 2, tol: tolerance, quads: true, out: new(Path)}
	return k.stroke(p)
}

// maxQuadHalvings bounds how often a side is halved.
const maxQuadHalvings = 15

// quadsTo draws both sides of c, cut where it changes its bend.
func (k *stroker) quadsTo(c *curve) {
	ends := []float64{0}
	ends = append(append(ends, c.inflections()...), 1)
	k.turn(c.startDir(), JoinRound)
	for i := range k.side {
		for e := range ends[1:] {
			q := quadSide{c: c, s: k.r * sign[i], r: k.r, tol: k.tol, out: &k.side[i], found: c.quadratic()}
			q.draw(q.ray(ends[e]), q.ray(ends[e+1]), maxQuadHalvings)
		}
	}
	if t, ok := c.cusp(); ok {
		a, r := c.at(t), Pt(k.r, 0)
		k.out.MoveTo(a.Add(r))
		for range 4 {
			k.out.quadArc(a, r, r.normal())
			r = r.normal()
		}
		k.out.Close()
	}
	k.at, k.dir = c.p[3], c.endDir()
}

// cusp returns where c stands still on its way, which no side can follow, and
// false if it does not.
func (c *curve) cusp() (float64, bool) {
	if c.p[0] == c.p[1] || c.p[2] == c.p[3] {
		return 0, false
	}
	a, b, d := c.third(), second(c.p[0], c.p[1], c.p[2]).Mul(2), c.p[1].Sub(c.p[0])
	size := 0.0
	for i := range 3 {
		leg := c.p[i+1].Sub(c.p[i])
		size += leg.Dot(leg)
	}
	for _, t := range append(UnitRoots(a.X, b.X, d.X), UnitRoots(a.Y, b.Y, d.Y)...) {
		if v := a.Mul(t).Add(b).Mul(t).Add(d); v.Dot(v) < 1e-8*size {
			return t, true
		}
	}
	return 0, false
}

// inflections returns where in (0, 1) c changes its bend, in order: where its
// first derivative is parallel to the second.
func (c *curve) inflections() []float64 {
	a, b := c.p[1].Sub(c.p[0]), second(c.p[0], c.p[1], c.p[2])
	d := c.third()
	return UnitRoots(b.Cross(d), a.Cross(d), a.Cross(b))
}

// third returns the third difference of c.
func (c *curve) third() Point {
	return c.p[3].Sub(c.p[0]).Add(c.p[1].Sub(c.p[2]).Mul(3))
}

// quadratic reports whether c is a quadratic curve.
func (c *curve) quadratic() bool {
	d, size := c.third(), c.p[3].Sub(c.p[0])
	return d.Dot(d) <= 1e-18*size.Dot(size)
}

// UnitRoots returns the solutions of a·t² + b·t + c = 0 between 0 and 1, in
// order.
func UnitRoots(a, b, c float64) []float64 {
	disc := float64(b*b) - float64(4*a*c)
	if !(disc >= 0) {
		return nil
	}
	q := -(b + math.Copysign(math.Sqrt(disc), b)) / 2
	var t []float64
	for _, v := range [2]float64{q / a, c / q} {
		if v > 0 && v < 1 && (len(t) == 0 || v != t[0]) {
			t = append(t, v)
		}
	}
	if len(t) == 2 && t[0] > t[1] {
		t[0], t[1] = t[1], t[0]
	}
	return t
}

// A quadSide draws one side of a curve.
type quadSide struct {
	c      *curve
	s      float64 // distance of the side, negative on the other one
	r, tol float64
	out    *Path
	found  bool // tangents have met once
}

// A ray is a place on a side and the direction there, as long as the pen's
// radius.
type ray struct {
	t      float64
	on     Point // on the curve
	at, to Point
}

// ray calculates in single precision, as Skia does: where a side ends on a
// sample, the last bit decides on which side of it.
func (q *quadSide) ray(t float64) ray {
	p := &q.c.p
	x, dx := single(p[0].X, p[1].X, p[2].X, p[3].X, t)
	y, dy := single(p[0].Y, p[1].Y, p[2].Y, p[3].Y, t)
	on, d := Point{float64(x), float64(y)}, Point{float64(dx), float64(dy)}
	if d == (Point{}) {
		d = q.c.dirAt(t)
	}
	to := d.Mul(q.r / d.Len()).single()
	return ray{t, on, on.Add(to.normal().Mul(math.Copysign(1, q.s))).single(), to}
}

// single returns the value and a third of the derivative of a cubic curve at t.
func single(p0, p1, p2, p3, t float64) (at, slope float32) {
	a, b, c, d := float32(p0), float32(p1), float32(p2), float32(p3)
	u, first, bend := float32(t), b-a, c-float32(2*b)+a
	third := d + float32(3*(b-c)) - a
	at = float32(float32(float32(third*u)+float32(3*bend))*u) + float32(3*first)
	slope = float32(float32(float32(third*u)+float32(2*bend))*u) + first
	return float32(at*u) + a, slope
}

// single returns p in single precision.
func (p Point) single() Point { return Point{float64(float32(p.X)), float64(float32(p.Y))} }

// draw goes from a, where the pen is, to b.
func (q *quadSide) draw(a, b ray, halvings int) {
	ctrl, kind := q.meet(&a, &b)
	mid := q.ray((a.t + b.t) / 2)
	if !q.found {
		close := kind == straightSide || near(a.at, b.at, q.tol)
		switch {
		case kind == bentSide:
			q.found = true
		case close && offLine(mid.at, a.at, b.at) < float64(q.tol*q.tol):
			q.out.LineTo(b.at)
			return
		}
	}
	switch {
	case halvings == 0 || q.found && kind == straightSide && a.to.Dot(b.to) >= 0:
		q.out.LineTo(b.at)
	case q.found && kind == bentSide && q.follows(a.at, ctrl, b.at, &mid):
		q.out.QuadTo(ctrl, b.at)
	default:
		q.draw(a, mid, halvings-1)
		q.draw(mid, b, halvings-1)
	}
}

// A sideKind is what a piece of a side may be drawn as.
type sideKind uint8

const (
	cutSide      sideKind = iota // its halves
	straightSide                 // a line
	bentSide                     // a quadratic curve
)

// meet returns where the tangents of a and b meet.
func (q *quadSide) meet(a, b *ray) (Point, sideKind) {
	denom := a.to.Cross(b.to)
	if denom == 0 {
		return Point{}, straightSide
	}
	back := a.at.Sub(b.at)
	na, nb := b.to.Cross(back), a.to.Cross(back)
	if (na >= 0) != (nb >= 0) {
		return a.at.Add(a.to.Mul(na / denom)).single(), bentSide
	}
	if max(offLine(a.at, b.at, b.at.Add(b.to)), offLine(b.at, a.at, a.at.Add(a.to))) <= float64(q.tol*q.tol) {
		return Point{}, straightSide
	}
	return Point{}, cutSide
}

// follows reports whether the quadratic curve a b c passes near the side's
// middle and has no sharp corner.
func (q *quadSide) follows(a, b, c Point, mid *ray) bool {
	if b.Sub(a).Dot(b.Sub(c)) > 0 {
		return false
	}
	if near(mid.at, QuadAt(a, b, c, 0.5), q.tol) {
		return true
	}
	x0, x1 := min(a.X, b.X, c.X)-q.tol, max(a.X, b.X, c.X)+q.tol
	y0, y1 := min(a.Y, b.Y, c.Y)-q.tol, max(a.Y, b.Y, c.Y)+q.tol
	if mid.at.X < x0 || mid.at.X > x1 || mid.at.Y < y0 || mid.at.Y > y1 {
		return false
	}
	// Where the curve crosses the ray from the side's middle to the path's.
	d := mid.on.Sub(mid.at)
	fa, fb, fc := a.Sub(mid.at).Cross(d), b.Sub(mid.at).Cross(d), c.Sub(mid.at).Cross(d)
	t := UnitRoots(fa-float64(2*fb)+fc, float64(2*(fb-fa)), fa)
	if len(t) != 1 {
		return false
	}
	return near(mid.at, QuadAt(a, b, c, t[0]), q.tol*(1-math.Abs(t[0]-0.5)*2))
}

// near reports whether a and b are within a distance of each other.
func near(a, b Point, distance float64) bool {
	d := a.Sub(b)
	return d.Dot(d) <= float64(distance*distance)
}

// offLine returns the square of the distance of p from the line from a to b,
// or from a if it is beside neither.
func offLine(p, a, b Point) float64 {
	d, from := b.Sub(a), p.Sub(a)
	if t := d.Dot(from) / d.Dot(d); t >= 0 && t <= 1 {
		from = from.Sub(d.Mul(t))
	}
	return from.Dot(from)
}

// maxArcHalvings bounds how often a quarter of a circle is halved.
const maxArcHalvings = 4

// arcTolerance is how far the quadratic curves for an arc may stray from it,
// in units, whatever their scale: Skia's.
const arcTolerance = 0.25

// quadArc adds an arc about c from c+a to c+b, at most a quarter turn, as
// quadratic curves (Floater, High-order approximation of conic sections by
// quadratic splines, 1995).
func (p *Path) quadArc(c, a, b Point) {
	rr := a.Dot(a)
	cosHalf := math.Sqrt(max(0, (1+min(1, a.Dot(b)/rr))/2))
	ctrl := a.Add(b).unit().Mul(math.Sqrt(rr) / cosHalf)
	off := second(a, ctrl, b).Mul((cosHalf - 1) / (4 * (1 + cosHalf)))
	n := 0
	for miss := off.Len(); miss > arcTolerance && n < maxArcHalvings; miss /= 4 {
		n++
	}
	p.conic(c, a, ctrl, b, cosHalf, n)
}

// conic adds a conic section about c with the weight w, as 2ⁿ curves.
func (p *Path) conic(c, a, ctrl, b Point, w float64, n int) {
	if n == 0 {
		p.QuadTo(c.Add(ctrl), c.Add(b))
		return
	}
	k := 1 / (1 + w)
	wc := ctrl.Mul(w)
	mid := a.Add(wc.Mul(2)).Add(b).Mul(k / 2)
	half := math.Sqrt((1 + w) / 2)
	p.conic(c, a, a.Add(wc).Mul(k), mid, half, n-1)
	p.conic(c, mid, wc.Add(b).Mul(k), b, half, n-1)
}
