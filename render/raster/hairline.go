package raster

import (
	"math"
	"math/bits"

	"panonceau/render"
	"panonceau/render/geom"
)

// A hairline draws strokes of up to a pixel as resvg does: as lines a pixel
// wide, in less than the whole colour. Each line is drawn on its own, so they
// show where they overlap.
type hairline struct {
	w, h  int64 // of the layer
	reach float64
	span  func(y, x0, x1 int, coverage uint32)
}

// hairlineOpacity returns how much of its colour a stroke of that width has
// left as a hairline on a picture mapped by m, and false if it is too wide.
func hairlineOpacity(width float64, m geom.Matrix) (float64, bool) {
	a, b := roughLen(geom.Pt(m.A, m.B).Mul(width)), roughLen(geom.Pt(m.C, m.D).Mul(width))
	if !(a <= 1 && b <= 1) {
		return 0, false
	}
	if a+b == 2 {
		return 1, true
	}
	return math.Floor(255*math.Floor(128*(a+b))/256) / 255, true
}

// roughLen returns about the length of a vector, and that of one along an axis.
func roughLen(v geom.Point) float64 {
	x, y := math.Abs(v.X), math.Abs(v.Y)
	return max(x, y) + float64(min(x, y)/2)
}

// hairline draws the stroke of s as one.
func (r *renderer) hairline(s *render.Shape, opacity float64) {
	span := r.spans(s.Crisp, s.Stroke.Paint, float64(s.Stroke.Opacity*opacity))
	if span == nil {
		return
	}
	path := s.Path
	if len(s.Stroke.Dash) > 0 {
		path = path.Dash(s.Stroke.Dash, s.Stroke.DashOffset)
	}
	h := hairline{w: int64(r.dst.Dx()), h: int64(r.dst.Dy()), span: span}
	switch s.Stroke.Cap {
	case geom.CapSquare:
		h.reach = 0.5
	case geom.CapRound:
		h.reach = math.Pi / 8
	}
	h.path(path.Transform(r.outline()))
}

// path draws p, whose coordinates are pixels.
func (h *hairline) path(p *geom.Path) {
	i := 0
	var cur, start geom.Point
	for n, op := range p.Ops {
		if op == geom.MoveTo {
			cur, start = p.Pts[i], p.Pts[i]
			i++
			continue
		}
		q := [4]geom.Point{cur}
		k := 1 + copy(q[1:], p.Pts[i:i+op.Points()])
		i += op.Points()
		if op == geom.Close {
			q[1], k = start, 2
		}
		pts := q[:k]
		cur = pts[k-1]
		if !usable(q[1]) || !usable(q[2]) || !usable(q[3]) || !usable(q[0]) {
			continue
		}
		if h.reach > 0 && op != geom.Close {
			h.caps(pts, p.Ops[n-1] == geom.MoveTo, n+1 == len(p.Ops) || p.Ops[n+1] == geom.MoveTo || p.Ops[n+1] == geom.Close)
		}
		h.curve(pts)
	}
}

// caps moves the ends of a segment outwards, as far as a cap covers as much.
func (h *hairline) caps(pts []geom.Point, first, last bool) {
	end := len(pts) - 1
	if first {
		h.cap(pts, 0, 1, geom.Pt(1, 0))
	}
	if last {
		h.cap(pts, end, -1, geom.Pt(-1, 0))
	}
}

// cap moves pts[at], and those after it in that direction that are at the same
// place, away from the next that is not, or along a default.
func (h *hairline) cap(pts []geom.Point, at, step int, along geom.Point) {
	end, n := pts[at], 1
	for ; n < len(pts); n++ {
		if d := end.Sub(pts[at+n*step]); d != (geom.Point{}) {
			along = d.Mul(1 / d.Len())
			break
		}
	}
	for k := range min(n, len(pts)-1) {
		pts[at+k*step] = pts[at+k*step].Add(along.Mul(h.reach))
	}
}

// curve draws a segment as 2ⁿ lines.
func (h *hairline) curve(p []geom.Point) {
	n := 0
	switch len(p) {
	case 3:
		d := p[0].Lerp(p[2], 0.5).Sub(p[1])
		x, y := math.Ceil(math.Abs(d.X)), math.Ceil(math.Abs(d.Y))
		n = min(5, (bits.Len64(uint64(min(max(x, y)+math.Floor(min(x, y)/2), 1<<40)))+1)/2)
	case 4:
		d1, d2 := p[1].Sub(p[0].Lerp(p[3], 1./3)), p[2].Sub(p[0].Lerp(p[3], 2./3))
		far := max(math.Abs(d1.X), math.Abs(d1.Y), math.Abs(d2.X), math.Abs(d2.Y))
		for limit := 1. / 8; far >= limit && n < 9; limit *= 4 {
			n++
		}
	}
	from := p[0]
	for k := 1; k <= 1<<n; k++ {
		to, t := p[len(p)-1], float64(k)/float64(int(1)<<n)
		if k < 1<<n && len(p) == 3 {
			to = geom.QuadAt(p[0], p[1], p[2], t)
		} else if k < 1<<n {
			to = geom.CubeAt(p[0], p[1], p[2], p[3], t)
		}
		h.segment(from, to)
		from = to
	}
}

func (h *hairline) segment(a, b geom.Point) {
	if near(a) && near(b) {
		h.line(fine(a.X)>>2, fine(a.Y)>>2, fine(b.X)>>2, fine(b.Y)>>2)
	} else {
		clipFar(a, b, h.segment)
	}
}

// line draws a line, given in 1/64 pixel. Steps along it have sixteen binary
// digits, so it is halved until it is no longer than half a thousand pixels.
func (h *hairline) line(x0, y0, x1, y1 int64) {
	const long = 511 << 6
	if max(x0, x1) < -64 || max(y0, y1) < -64 || min(x0, x1) > (h.w+1)<<6 || min(y0, y1) > (h.h+1)<<6 {
		return
	}
	dx, dy := max(x1-x0, x0-x1), max(y1-y0, y0-y1)
	switch {
	case dx > long || dy > long:
		x, y := x0>>1+x1>>1, y0>>1+y1>>1
		h.line(x0, y0, x, y)
		h.line(x, y, x1, y1)
	case dx > dy:
		h.follow(x0, y0, x1, y1, h.plot)
	case dy > 0:
		h.follow(y0, x0, y1, x1, func(y, x, c int64) { h.plot(x, y, c) })
	}
}

// follow draws a line that goes along its first coordinate, u, more than
// along its second, v: two pixels on each step, which share its width.
func (h *hairline) follow(u0, v0, u1, v1 int64, plot func(u, v, coverage int64)) {
	if u0 > u1 {
		u0, v0, u1, v1 = u1, v1, u0, v0
	}
	slope := (v1 - v0) << 16 / (u1 - u0)
	v := v0<<10 + (slope*(32-u0&63)+32)>>6 + 1<<15
	first, last := u0>>6, (u1-1)>>6
	for u := first; u <= last; u++ {
		part := min(u1, (u+1)<<6) - max(u0, u<<6) // of 64, at the ends
		lower := v >> 8 & 255
		plot(u, v>>16-1, (255-lower)*part>>6)
		plot(u, v>>16, lower*part>>6)
		v += slope
	}
}

// plot paints one pixel.
func (h *hairline) plot(x, y, coverage int64) {
	if coverage > 0 && x >= 0 && y >= 0 && x < h.w && y < h.h {
		h.span(int(y), int(x), int(x)+1, uint32(coverage)*257)
	}
}
