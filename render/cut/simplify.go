package cut

import (
	"math"

	"panonceau/render/geom"
)

// straighten leaves out the points on straight stretches of l.
func (l *Polyline) straighten() {
	n := len(l.Vertices)
	out := make([]Vertex, 0, n)
	for i, v := range l.Vertices {
		inner := l.Closed || i > 0 && i < n-1
		before, after := l.Vertices[(i+n-1)%n], l.Vertices[(i+1)%n]
		a, b := v.Sub(before.Point), after.Sub(v.Point)
		if inner && v.Bulge == 0 && before.Bulge == 0 && a.Dot(b) > 0 && math.Abs(a.Cross(b)) < 1e-9*a.Len()*b.Len() {
			continue
		}
		out = append(out, v)
	}
	l.Vertices = out
}

const (
	// minRun is the number of lines that are taken for an arc if they lie along
	// one: three could be a corner that was cut.
	minRun = 4

	// maxRun bounds the lines that one arc replaces.
	maxRun = 512
)

// round puts arcs in place of runs of short lines that lie along one: curves
// that were cut into lines where shapes were united. Corners stay, since the
// middle of each line must lie along the arc too.
func (l *Polyline) round(tol float64) {
	vs := l.Vertices
	if l.Closed && len(vs) > 0 {
		vs = append(vs, Vertex{Point: vs[0].Point})
	}
	out := make([]Vertex, 0, len(vs))
	for i := 0; i < len(vs); {
		n, bulge := run(vs[i:min(i+maxRun, len(vs))], tol)
		out = append(out, vs[i])
		if n > 0 {
			out[len(out)-1].Bulge = bulge
			i += n
			continue
		}
		i++
	}
	if l.Closed && len(out) > 0 {
		out = out[:len(out)-1]
	}
	l.Vertices = out
}

// run returns how many lines at the start of vs one arc can replace, and its
// bulge; 0 if too few.
func run(vs []Vertex, tol float64) (n int, bulge float64) {
	for end := minRun; end < len(vs) && vs[end-1].Bulge == 0; end++ {
		b, ok := along(vs[:end+1], tol)
		if !ok {
			break
		}
		n, bulge = end, b
	}
	return n, bulge
}

// along reports whether an arc from the first to the last of vs passes through
// all points between, and along all lines, and returns its bulge.
func along(vs []Vertex, tol float64) (bulge float64, ok bool) {
	first, last := vs[0], vs[len(vs)-1].Point
	mid := vs[len(vs)/2].Point
	bulge, ok = through(first.Point, mid, last)
	if !ok {
		return 0, false
	}
	center, r := arcCircle(Vertex{first.Point, bulge}, last)
	for i, v := range vs[:len(vs)-1] {
		next := vs[i+1].Point
		// All lines turn with the arc.
		if v.Bulge != 0 || v.Sub(center).Cross(next.Sub(center))*bulge <= 0 {
			return 0, false
		}
		for _, q := range [2]geom.Point{v.Point, v.Lerp(next, 0.5)} {
			if math.Abs(q.Sub(center).Len()-r) > tol {
				return 0, false
			}
		}
	}
	return bulge, true
}

// through returns the bulge of the arc from a over b to c, if it turns by no
// more than a half.
func through(a, b, c geom.Point) (bulge float64, ok bool) {
	// Wherever b lies on the arc, the way turns there by half the angle of the
	// arc; the bulge is the tangent of half of that.
	u, v := b.Sub(a), c.Sub(b)
	sin, cos := u.Cross(v), u.Dot(v)
	if sin == 0 || cos < 0 {
		return 0, false
	}
	return sin / (math.Sqrt(float64(sin*sin)+float64(cos*cos)) + cos), true
}
