package raster

import (
	"math"

	"panonceau/render/geom"
)

// A tracer takes the segments of a path. Coordinates are pixels.
type tracer interface {
	line(a, b geom.Point)
	quad(a, b, c geom.Point)
	cube(a, b, c, d geom.Point)
}

// trace hands the segments of p, mapped to pixels by m, to t. Open subpaths
// are closed, and commands with points that are infinite or NaN are left out.
func trace(p *geom.Path, m geom.Matrix, t tracer) {
	i := 0
	var cur, start geom.Point
	for _, op := range p.Ops {
		pts := p.Pts[i : i+op.Points()]
		i += op.Points()
		var q [3]geom.Point
		for k, a := range pts {
			q[k] = m.Apply(a)
		}
		if !usable(q[0]) || !usable(q[1]) || !usable(q[2]) {
			continue
		}
		switch op {
		case geom.MoveTo:
			t.line(cur, start)
			start, cur = q[0], q[0]
		case geom.LineTo:
			t.line(cur, q[0])
			cur = q[0]
		case geom.QuadTo:
			t.quad(cur, q[0], q[1])
			cur = q[1]
		case geom.CubeTo:
			t.cube(cur, q[0], q[1], q[2])
			cur = q[2]
		case geom.Close:
			t.line(cur, start)
			cur = start
		}
	}
	t.line(cur, start)
}

// flatQuad calls to for the end of each of the lines that stand for a curve.
func flatQuad(a, b, c geom.Point, to func(geom.Point)) {
	n := geom.QuadSegments(a, b, c, curveTolerance)
	for k := 1; k < n; k++ {
		to(geom.QuadAt(a, b, c, float64(k)/float64(n)))
	}
	to(c)
}

// flatCube does the same for a cubic curve.
func flatCube(a, b, c, d geom.Point, to func(geom.Point)) {
	n := geom.CubeSegments(a, b, c, d, curveTolerance)
	for k := 1; k < n; k++ {
		to(geom.CubeAt(a, b, c, d, float64(k)/float64(n)))
	}
	to(d)
}

// clipFar calls line for the parts of a line from a to b, one of which is far
// away, having brought them to the sides of what is near.
func clipFar(a, b geom.Point, line func(a, b geom.Point)) {
	a, b, ok := clipY(a, b)
	if !ok {
		return
	}
	sides := [2]float64{-far, far}
	if a.X > b.X {
		sides = [2]float64{far, -far}
	}
	for _, x := range sides {
		if (a.X < x) != (b.X < x) {
			t := (x - a.X) / (b.X - a.X)
			cut := geom.Pt(x, a.Y+float64((b.Y-a.Y)*t))
			line(clamp(a), clamp(cut))
			a = cut
		}
	}
	line(clamp(a), clamp(b))
}

// clamp moves a point that is far to one side to that side: a line between two
// of them goes straight up or down.
func clamp(a geom.Point) geom.Point {
	return geom.Pt(max(-far, min(far, a.X)), max(-far, min(far, a.Y)))
}

// clipY returns the part of a line whose y is not far away, and false if there
// is none.
func clipY(a, b geom.Point) (geom.Point, geom.Point, bool) {
	for _, y := range [2]float64{-far, far} {
		if (a.Y < y) == (b.Y < y) {
			continue
		}
		t := (y - a.Y) / (b.Y - a.Y)
		cut := geom.Pt(a.X+float64((b.X-a.X)*t), y)
		if (a.Y < y) == (y < 0) {
			a = cut
		} else {
			b = cut
		}
	}
	return a, b, max(a.Y, b.Y) > -far && min(a.Y, b.Y) < far
}

// near reports whether a is near enough for the grid.
func near(a geom.Point) bool { return math.Abs(a.X) <= far && math.Abs(a.Y) <= far }

// usable reports whether a is a place one can calculate with.
func usable(a geom.Point) bool { return math.Abs(a.X) < 1e30 && math.Abs(a.Y) < 1e30 }
