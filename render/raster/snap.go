package raster

import (
	"math"

	"panonceau/render/geom"
)

// snapped returns p with its vertical and horizontal edges moved to the nearest
// quarter of a pixel. Coordinates are pixels.
func snapped(p *geom.Path) *geom.Path {
	q := &geom.Path{Ops: p.Ops, Pts: append([]geom.Point(nil), p.Pts...)}
	edge := func(a, b int) {
		if math.Abs(p.Pts[a].X-p.Pts[b].X) < 1.0/512 {
			q.Pts[a].X, q.Pts[b].X = quarter(p.Pts[a].X), quarter(p.Pts[b].X)
		}
		if math.Abs(p.Pts[a].Y-p.Pts[b].Y) < 1.0/512 {
			q.Pts[a].Y, q.Pts[b].Y = quarter(p.Pts[a].Y), quarter(p.Pts[b].Y)
		}
	}
	i, cur, start := 0, 0, 0
	for _, op := range p.Ops {
		switch op {
		case geom.MoveTo:
			start = i
			cur = i
		case geom.LineTo:
			edge(cur, i)
			cur = i
		case geom.Close:
			edge(cur, start)
			cur = start
		default:
			cur = i + op.Points() - 1
		}
		i += op.Points()
	}
	return q
}

// quarter returns the nearest multiple of 1/4.
func quarter(v float64) float64 { return math.Floor(float64(v*4)+0.5) / 4 }
