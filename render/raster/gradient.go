package raster

import (
	"math"
	"sort"

	"panonceau/render"
	"panonceau/render/geom"
)

// rampBits is the logarithm of the number of colours of a ramp. With 2¹¹ of
// them a sharp stop in a gradient over 2048 pixels is off by half a pixel, and
// no smooth one shows its steps.
const rampBits = 11

// A ramp holds the colours of a gradient from 0 to 1.
type ramp struct {
	colors      []pixel // 2^rampBits; nil if the stops are looked up each time
	stops       []render.Stop
	premultiply func(c [4]uint32) pixel
	alpha       uint32
	first, last pixel
	spread      render.Spread
	solid       bool // all colours are opaque
}

// newRamp computes the colours between the stops. They are mixed before they
// are multiplied by their opacity (SVG 2 §14.2.4).
func newRamp(stops []render.Stop, spread render.Spread, opacity float64, sampling Sampling) *ramp {
	if len(stops) == 0 {
		return nil
	}
	r := &ramp{stops: stops, spread: spread, premultiply: premultiplied, alpha: fraction(opacity)}
	if sampling == FourByFour { // eight bits, as in resvg
		r.stops, r.alpha, r.premultiply = coarseStops(stops, opacity), full, premultipliedUp
	}
	end := r.stops[len(stops)-1]
	r.first, r.last = r.between(r.stops[0], r.stops[0], 0), r.between(end, end, 0)
	r.solid = fraction(opacity) == full
	for _, s := range stops {
		r.solid = r.solid && fraction(s.Opacity) == full
	}
	if sampling == ExactArea {
		r.tabulate()
	}
	return r
}

// tabulate computes the colours once and for all.
func (r *ramp) tabulate() {
	r.colors = make([]pixel, 1<<rampBits)
	k := 0
	for i := range r.colors {
		t := (int64(i)*2 + 1) << (31 - rampBits)
		for k < len(r.stops) && offset(r.stops[k]) <= t {
			k++
		}
		r.colors[i] = r.after(k, t)
	}
}

// after returns the colour at t, before which there are k stops.
func (r *ramp) after(k int, t int64) pixel {
	switch k {
	case 0:
		return r.first
	case len(r.stops):
		return r.last
	}
	return r.between(r.stops[k-1], r.stops[k], t)
}

// inside returns the colour at t, which is not negative and less than one.
func (r *ramp) inside(t int64) pixel {
	if r.colors != nil {
		return r.colors[t>>(32-rampBits)]
	}
	k := sort.Search(len(r.stops), func(k int) bool { return offset(r.stops[k]) > t })
	return r.after(k, t)
}

func offset(s render.Stop) int64 { return fixed(s.Offset, 1) }

// between mixes the colours of two stops at t, which lies between them.
func (r *ramp) between(a, b render.Stop, t int64) pixel {
	from, to := offset(a), offset(b)
	w := (t - from) << 16 / max(1, to-from)
	mix := func(a, b uint32) uint32 {
		return uint32((int64(a)*(1<<16-w) + int64(b)*w + 1<<15) >> 16)
	}
	c := func(a, b uint8) uint32 { return mix(uint32(a)*257, uint32(b)*257) }
	return r.premultiply([4]uint32{
		c(a.Color.R, b.Color.R), c(a.Color.G, b.Color.G), c(a.Color.B, b.Color.B),
		mix(fraction(a.Opacity), fraction(b.Opacity)),
	}).scale(r.alpha)
}

// premultipliedUp is premultiplied in eight bits, rounding up.
func premultipliedUp(c [4]uint32) pixel {
	a := uint32(eight(c[3]))
	up := func(v uint32) uint32 { return (uint32(eight(v))*a + 255) >> 8 * 257 }
	return rgba(up(c[0]), up(c[1]), up(c[2]), a*257)
}

// coarseStops returns stops with their opacities times opacity in eight bits.
func coarseStops(stops []render.Stop, opacity float64) []render.Stop {
	q := append([]render.Stop(nil), stops...)
	for i := range q {
		q[i].Opacity = float64(eight(fraction(float64(q[i].Opacity*opacity)))) / 255
	}
	return q
}

// at returns the colour at t, a fraction of one.
func (r *ramp) at(t int64) pixel {
	if uint64(t) < one {
		return r.inside(t)
	}
	switch r.spread {
	case render.SpreadReflect:
		if t &= 2*one - 1; t >= one {
			t = 2*one - 1 - t
		}
		return r.inside(t)
	case render.SpreadRepeat:
		return r.inside(t & (one - 1))
	}
	if t < 0 {
		return r.first
	}
	return r.last
}

// A linearShader is the shader of a linear gradient.
type linearShader struct {
	ramp *ramp
	t    plane
}

func newLinear(g *render.LinearGradient, ctm geom.Matrix, opacity float64, sampling Sampling) shader {
	inv, ok := ctm.Mul(g.Matrix).Inverse()
	d := g.P1.Sub(g.P0)
	dd := d.Dot(d)
	ramp := newRamp(g.Stops, g.Spread, opacity, sampling)
	if !ok || !(dd > 0) || ramp == nil {
		return nil
	}
	from := geom.Pt(inv.E, inv.F).Sub(g.P0)
	return &linearShader{ramp, newPlane(
		geom.Pt(inv.A, inv.B).Dot(d)/dd, geom.Pt(inv.C, inv.D).Dot(d)/dd, from.Dot(d)/dd)}
}

func (s *linearShader) opaque() bool { return s.ramp.solid }

func (s *linearShader) shade(y, x0 int, row []pixel) {
	t := s.t.value(x0, y)
	if s.t.dx == 0 {
		c := s.ramp.at(t)
		for i := range row {
			row[i] = c
		}
		return
	}
	for i := range row {
		row[i] = s.ramp.at(t)
		t += s.t.dx
	}
}

// A radialShader is the shader of a radial gradient. Its space is moved and
// scaled: the focal point is the origin, and the end circle has a radius of 1.
type radialShader struct {
	ramp *ramp
	inv  geom.Matrix // from pixels
	c    geom.Point  // centre of the end circle
	fr   float64     // radius of the focal circle
	a    float64     // |c|² − (1−fr)²
}

func newRadial(g *render.RadialGradient, ctm geom.Matrix, opacity float64, sampling Sampling) shader {
	inv, ok := ctm.Mul(g.Matrix).Inverse()
	ramp := newRamp(g.Stops, g.Spread, opacity, sampling)
	if !ok || !(g.R > 0) || ramp == nil {
		return nil
	}
	k := 1 / g.R
	s := &radialShader{ramp: ramp, fr: g.FR * k, c: g.C.Sub(g.F).Mul(k)}
	s.inv = geom.Scale(k, k).Mul(geom.Translate(-g.F.X, -g.F.Y)).Mul(inv)
	s.a = s.c.Dot(s.c) - float64((1-s.fr)*(1-s.fr))
	return s
}

// A cone does not cover the whole plane.
func (s *radialShader) opaque() bool { return s.ramp.solid && s.a < 0 }

func (s *radialShader) shade(y, x0 int, row []pixel) {
	centred := s.fr == 0 && s.c == geom.Point{}
	cy := float64(y) + 0.5
	u0 := float64(s.inv.C*cy) + s.inv.E
	v0 := float64(s.inv.D*cy) + s.inv.F
	for i := range row {
		x := float64(x0+i) + 0.5
		p := geom.Point{X: float64(s.inv.A*x) + u0, Y: float64(s.inv.B*x) + v0}
		if centred {
			row[i] = s.ramp.at(fixed(math.Sqrt(float64(p.X*p.X)+float64(p.Y*p.Y)), 1<<29))
			continue
		}
		if t, ok := s.solve(p); ok {
			row[i] = s.ramp.at(fixed(t, 1<<29))
		} else {
			row[i] = 0
		}
	}
}

// solve returns the greatest t for which p is on the circle about t·c with
// radius fr + t·(1−fr), this radius not being negative (SVG 2 §14.2.3; HTML
// canvas, createRadialGradient).
func (s *radialShader) solve(p geom.Point) (float64, bool) {
	dr := 1 - s.fr
	b := p.Dot(s.c) + float64(s.fr*dr)
	c := p.Dot(p) - float64(s.fr*s.fr)
	grows := func(t float64) bool { return s.fr+float64(t*dr) >= 0 }
	if s.c == (geom.Point{}) && dr == 0 { // a step from the first colour to the last
		return math.Copysign(1<<29, c), true
	}
	if math.Abs(s.a) < 1e-9 { // the circles touch: one solution
		t := c / (2 * b)
		return t, b != 0 && grows(t)
	}
	disc := float64(b*b) - float64(s.a*c)
	if disc < 0 {
		return 0, false
	}
	root := math.Sqrt(disc)
	t0, t1 := (b+root)/s.a, (b-root)/s.a
	if t0 < t1 {
		t0, t1 = t1, t0
	}
	if grows(t0) {
		return t0, true
	}
	return t1, grows(t1)
}
