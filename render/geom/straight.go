package geom

import "math"

// straighten replaces the curves of s that hardly bend by lines, as Skia's
// stroker does: through the places where they bend the most. Those that turn
// back on themselves stay.
func (s *subpath) straighten() {
	var out []curve
	for i := range s.curves {
		c := &s.curves[i]
		if c.line || !c.straight() {
			out = append(out, *c)
			continue
		}
		pts := append(c.bends(), c.p[3])
		along, forward := c.p[3].Sub(c.p[0]), true
		from := c.p[0]
		for _, a := range pts {
			forward = forward && a.Sub(from).Dot(along) > 0
			from = a
		}
		if !forward {
			out = append(out, *c)
			continue
		}
		from = c.p[0]
		for _, a := range pts {
			out = append(out, lineCurve(from, a))
			from = a
		}
	}
	s.curves = out
}

// straight reports whether all points of c lie near the line between the two
// that are furthest apart, or all but one in the same place.
func (c *curve) straight() bool {
	size, a, b := -1.0, 0, 0
	for i := range 3 {
		for j := i + 1; j < 4; j++ {
			d := c.p[j].Sub(c.p[i])
			if far := max(math.Abs(d.X), math.Abs(d.Y)); far > size {
				size, a, b = far, i, j
			}
		}
	}
	limit := float64(size*size) * 1e-5
	for i := range 4 {
		if i != a && i != b && offLine(c.p[i], c.p[a], c.p[b]) > limit {
			return false
		}
	}
	return true
}

// bends returns the points within c where its bend is greatest or its pace is
// least or most: where the first derivative is at right angles to the second.
func (c *curve) bends() []Point {
	a, b, d := c.p[1].Sub(c.p[0]), second(c.p[0], c.p[1], c.p[2]), c.third()
	k3, k2, k1, k0 := d.Dot(d), float64(3*b.Dot(d)), float64(2*b.Dot(b))+d.Dot(a), a.Dot(b)
	at := func(t float64) float64 {
		return float64((float64((float64(k3*t)+k2)*t)+k1)*t) + k0
	}
	var pts []Point
	from := 0.0
	for _, to := range append(UnitRoots(float64(3*k3), float64(2*k2), k1), 1) {
		lo, hi := from, to
		if from = to; (at(lo) < 0) == (at(hi) < 0) {
			continue
		}
		for range 40 {
			if mid := (lo + hi) / 2; (at(mid) < 0) == (at(lo) < 0) {
				lo = mid
			} else {
				hi = mid
			}
		}
		if p := c.at(lo); lo > 0 && p != c.p[0] && p != c.p[3] {
			pts = append(pts, p)
		}
	}
	return pts
}
