package raster

import (
	"math"

	"panonceau/render/geom"
)

// path adds p, mapped to pixels by m, to e. Open subpaths are closed, and
// commands with points that are infinite or NaN are left out.
func (e *edges) path(p *geom.Path, m geom.Matrix) {
	i := 0
	var cur, start geom.Point
	to := func(a geom.Point) {
		e.segment(cur, a)
		cur = a
	}
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
			to(start)
			start, cur = q[0], q[0]
		case geom.LineTo:
			to(q[0])
		case geom.QuadTo:
			a, n := cur, geom.QuadSegments(cur, q[0], q[1], curveTolerance)
			for k := 1; k < n; k++ {
				to(geom.QuadAt(a, q[0], q[1], float64(k)/float64(n)))
			}
			to(q[1])
		case geom.CubeTo:
			a, n := cur, geom.CubeSegments(cur, q[0], q[1], q[2], curveTolerance)
			for k := 1; k < n; k++ {
				to(geom.CubeAt(a, q[0], q[1], q[2], float64(k)/float64(n)))
			}
			to(q[2])
		case geom.Close:
			to(start)
		}
	}
	to(start)
}

// segment adds one line, in pixels.
func (e *edges) segment(a, b geom.Point) {
	if near(a) && near(b) {
		e.line(grid(a.X), grid(a.Y), grid(b.X), grid(b.Y))
		return
	}
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
			e.clamped(a, cut)
			a = cut
		}
	}
	e.clamped(a, b)
}

// clamped adds a line that is not far away, or one that is beyond one side of
// what is near: such a line goes straight up or down.
func (e *edges) clamped(a, b geom.Point) {
	e.line(grid(max(-far, min(far, a.X))), grid(a.Y), grid(max(-far, min(far, b.X))), grid(b.Y))
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

// grid returns the nearest multiple of 1/256, as a number of such.
func grid(v float64) int64 { return int64(math.Floor(float64(v*256) + 0.5)) }
