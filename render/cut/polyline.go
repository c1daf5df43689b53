package cut

import (
	"math"

	"panonceau/render/geom"
)

// A Polyline is a line of straight pieces and of arcs: what controllers follow
// best. Shops complain of curves chopped into segments.
type Polyline struct {
	Vertices []Vertex
	Closed   bool
}

// A Vertex is a point and the way to the next one. Bulge is the tangent of a
// quarter of the angle of the arc that leads there, 0 for a straight line,
// positive when the arc turns from x towards y.
type Vertex struct {
	geom.Point
	Bulge float64
}

// Polylines returns p as lines and arcs that stray from it by at most tol.
func Polylines(p *geom.Path, tol float64) []Polyline {
	f := fitter{tol: tol}
	i := 0
	for _, op := range p.Ops {
		pts := p.Pts[i : i+op.Points()]
		i += op.Points()
		switch op {
		case geom.MoveTo:
			f.end(false)
			f.at = pts[0]
			f.line.Vertices = []Vertex{{Point: pts[0]}}
		case geom.LineTo:
			f.add(0, pts[0])
		case geom.QuadTo:
			f.cubic(f.at, f.at.Lerp(pts[0], 2.0/3), pts[1].Lerp(pts[0], 2.0/3), pts[1], maxSplits)
		case geom.CubeTo:
			f.cubic(f.at, pts[0], pts[1], pts[2], maxSplits)
		case geom.Close:
			start := f.at
			if len(f.line.Vertices) > 0 {
				start = f.line.Vertices[0].Point
			}
			f.end(true)
			f.at = start
		}
	}
	f.end(false)
	return f.lines
}

// Circle returns the circle that l is, if it is one: closed, of arcs that share
// one centre.
func (l *Polyline) Circle(tol float64) (center geom.Point, radius float64, ok bool) {
	n := len(l.Vertices)
	if !l.Closed || n < 2 {
		return geom.Point{}, 0, false
	}
	for i, v := range l.Vertices {
		if v.Bulge == 0 || v.Bulge*l.Vertices[0].Bulge < 0 {
			return geom.Point{}, 0, false
		}
		c, r := arcCircle(v, l.Vertices[(i+1)%n].Point)
		if i == 0 {
			center, radius = c, r
		}
		if c.Sub(center).Len() > tol || math.Abs(r-radius) > tol {
			return geom.Point{}, 0, false
		}
	}
	return center, radius, true
}

// arcCircle returns the circle that the arc from v to q lies on.
func arcCircle(v Vertex, q geom.Point) (center geom.Point, radius float64) {
	chord := q.Sub(v.Point)
	b := v.Bulge
	// Half the chord, seen from the centre at half the angle of the arc.
	k := (1 - float64(b*b)) / (4 * b)
	mid := v.Point.Lerp(q, 0.5)
	center = geom.Pt(mid.X-float64(chord.Y*k), mid.Y+float64(chord.X*k))
	return center, center.Sub(v.Point).Len()
}

// maxSplits bounds how often a curve is halved: 2⁻¹² of a metre is 0.25 mm.
const maxSplits = 12

// A fitter turns curves into arcs.
type fitter struct {
	tol   float64
	at    geom.Point
	line  Polyline
	lines []Polyline
}

// add goes on to q, along an arc unless bulge is 0.
func (f *fitter) add(bulge float64, q geom.Point) {
	if len(f.line.Vertices) == 0 {
		f.line.Vertices = []Vertex{{Point: f.at}}
	}
	f.at = q
	last := &f.line.Vertices[len(f.line.Vertices)-1]
	if last.Point == q {
		return
	}
	last.Bulge = bulge
	f.line.Vertices = append(f.line.Vertices, Vertex{Point: q})
}

// end finishes the line. One that comes back to its start is closed even if
// its path does not say so.
func (f *fitter) end(closed bool) {
	l := f.line
	f.line = Polyline{}
	if n := len(l.Vertices); n > 1 {
		if l.Vertices[n-1].Sub(l.Vertices[0].Point).Len() < f.tol/2 {
			l.Vertices = l.Vertices[:n-1]
			closed = true
		}
		l.Closed = closed
		l.straighten()
		l.round(f.tol)
		if len(l.Vertices) > 1 {
			f.lines = append(f.lines, l)
		}
	}
}

// cubic adds a cubic Bézier curve: as a line or an arc if one is near enough,
// else as two arcs that meet smoothly, else in two halves.
func (f *fitter) cubic(a, b, c, d geom.Point, splits int) {
	if straight(a, b, c, d, f.tol) {
		f.add(0, d)
		return
	}
	ta, td := direction(a, b, c, d), direction(d, c, b, a).Mul(-1)
	if bulge, ok := arcFrom(ta, d.Sub(a)); ok {
		arc := Vertex{a, bulge}
		tol := f.tol
		if math.Abs(math.Abs(bulge)-quarterBulge) < 1e-4 {
			// The usual drawing of a quarter of a circle as a cubic curve strays
			// from it by 0.03 % of the radius: the circle is what is meant.
			_, r := arcCircle(arc, d)
			tol = max(tol, 3e-4*r)
		}
		if near(a, b, c, d, tol, arc, Vertex{Point: d}) {
			f.add(bulge, d)
			return
		}
	}
	if arcs, ok := biarc(a, d, ta, td); ok && near(a, b, c, d, f.tol, arcs[0], arcs[1], Vertex{Point: d}) {
		f.add(arcs[0].Bulge, arcs[1].Point)
		f.add(arcs[1].Bulge, d)
		return
	}
	if splits == 0 {
		f.add(0, d)
		return
	}
	ab, bc, cd := a.Lerp(b, 0.5), b.Lerp(c, 0.5), c.Lerp(d, 0.5)
	abc, bcd := ab.Lerp(bc, 0.5), bc.Lerp(cd, 0.5)
	mid := abc.Lerp(bcd, 0.5)
	f.cubic(a, ab, abc, mid, splits-1)
	f.cubic(mid, bcd, cd, d, splits-1)
}

// quarterBulge is the bulge of a quarter of a circle, tan 22.5°.
const quarterBulge = math.Sqrt2 - 1

// straight reports whether the control points of a curve lie along its chord.
func straight(a, b, c, d geom.Point, tol float64) bool {
	chord := d.Sub(a)
	n := chord.Len()
	if n == 0 {
		return b.Sub(a).Len() < tol && c.Sub(a).Len() < tol
	}
	for _, p := range [2]geom.Point{b, c} {
		along := p.Sub(a).Dot(chord) / n
		if math.Abs(p.Sub(a).Cross(chord))/n > tol || along < -tol || along > n+tol {
			return false
		}
	}
	return true
}

// direction returns the unit vector in which the curve a b c d leaves a.
func direction(a, b, c, d geom.Point) geom.Point {
	for _, p := range [3]geom.Point{b, c, d} {
		if v := p.Sub(a); v.Len() > 1e-9 {
			return v.Mul(1 / v.Len())
		}
	}
	return geom.Point{}
}

// arcFrom returns the bulge of the arc that starts in direction t and spans
// chord, if it turns by no more than a half.
func arcFrom(t, chord geom.Point) (bulge float64, ok bool) {
	n := chord.Len()
	if n == 0 {
		return 0, false
	}
	// The chord leaves the tangent by half the angle of the arc, and half of
	// that has the tangent sin / (1 + cos).
	sin, cos := t.Cross(chord)/n, t.Dot(chord)/n
	if cos < 0 {
		return 0, false
	}
	return sin / (1 + cos), true
}

// biarc returns two arcs from a to d, with the given directions at the ends,
// that meet smoothly; of the many, those with tangents of equal length.
func biarc(a, d, ta, td geom.Point) (arcs [2]Vertex, ok bool) {
	v, t := d.Sub(a), ta.Add(td)
	k := 2 * (1 - ta.Dot(td))
	length := 0.0
	if k > 1e-9 {
		vt := v.Dot(t)
		length = (math.Sqrt(float64(vt*vt)+float64(k*v.Dot(v))) - vt) / k
	} else if vt := v.Dot(td); vt > 1e-9 {
		length = v.Dot(v) / (4 * vt)
	}
	if !(length > 0) {
		return arcs, false
	}
	mid := a.Add(d).Add(ta.Sub(td).Mul(length)).Mul(0.5)
	first, ok1 := arcFrom(ta, mid.Sub(a))
	second, ok2 := arcFrom(td.Mul(-1), mid.Sub(d)) // walked backwards
	return [2]Vertex{{a, first}, {mid, -second}}, ok1 && ok2
}

// near reports whether the curve strays from a line of arcs by at most tol.
func near(a, b, c, d geom.Point, tol float64, arcs ...Vertex) bool {
	const samples = 16
	for i := 1; i < samples; i++ {
		p := geom.CubeAt(a, b, c, d, float64(i)/samples)
		best := math.Inf(1)
		for k := range len(arcs) - 1 {
			best = min(best, distance(p, arcs[k], arcs[k+1].Point))
		}
		if best > tol {
			return false
		}
	}
	return true
}

// distance returns how far p is from the circle or line that leads from v to q.
func distance(p geom.Point, v Vertex, q geom.Point) float64 {
	if math.Abs(v.Bulge) < 1e-9 {
		chord := q.Sub(v.Point)
		if n := chord.Len(); n > 0 {
			return math.Abs(p.Sub(v.Point).Cross(chord)) / n
		}
		return p.Sub(q).Len()
	}
	center, r := arcCircle(v, q)
	return math.Abs(p.Sub(center).Len() - r)
}
