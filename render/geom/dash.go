package geom

import "math"

// maxDashes bounds the dashes of one path. A path that would have more shows
// as solid at any size at which it can be seen whole.
const maxDashes = 1 << 16

// Dash returns the parts of p that lie on the dashes of a pattern: lengths of
// dashes and gaps in turn, even in number, beginning offset into the pattern.
// The pattern starts anew with each subpath (SVG 2 §13.5.6). A dash that runs
// over the seam of a closed subpath stays in one piece.
//
// A pattern with a negative length, or of zero length, leaves p solid. The
// direction of a dash of zero length is lost here; [Path.Stroke] keeps it.
func (p *Path) Dash(pattern []float64, offset float64) *Path {
	q := new(Path)
	for _, sub := range dash(p.subpaths(), pattern, offset, 0) {
		q.MoveTo(sub.start)
		for i := range sub.curves {
			sub.curves[i].addTo(q)
		}
		switch {
		case sub.closed:
			q.Close()
		case len(sub.curves) == 0 && sub.drawn:
			q.LineTo(sub.start)
		}
	}
	return q
}

// dash cuts subpaths by a pattern; see [Path.Dash] and measure.
func dash(subs []subpath, pattern []float64, offset, slack float64) []subpath {
	period := 0.0
	for _, l := range pattern {
		if !(l >= 0) {
			return subs
		}
		period += l
	}
	if !(period > 0) || period > 1e100 || len(pattern)%2 != 0 || offset-offset != 0 {
		return subs
	}
	rulers := make([]ruler, len(subs))
	dashes := 0.0
	for i := range subs {
		rulers[i] = measure(&subs[i], slack)
		dashes += float64(rulers[i].length / period * float64(len(pattern)/2))
	}
	if !(dashes < maxDashes) {
		return subs
	}
	var out []subpath
	for i := range subs {
		if rulers[i].length == 0 {
			out = append(out, subs[i])
			continue
		}
		out = append(out, rulers[i].dashes(pattern, period, offset)...)
	}
	return out
}

// dashes returns the parts of r's subpath that lie on dashes.
func (r *ruler) dashes(pattern []float64, period, offset float64) []subpath {
	k, left := phase(pattern, period, offset)
	var out []subpath
	firstLen := -1.0 // of a dash that begins at the start, or negative
	if k%2 == 0 {
		firstLen = left
	}
	end := 0.0
	for at := 0.0; at < r.length; k = (k + 1) % len(pattern) {
		end = at + left
		if k%2 == 0 {
			out = append(out, r.part(at, min(end, r.length)))
		}
		at, left = end, pattern[(k+1)%len(pattern)]
	}
	// The seam: the last dash goes on into the first one.
	last := (k + len(pattern) - 1) % len(pattern)
	if r.sub.closed && firstLen >= 0 && last%2 == 0 && len(out) > 1 {
		first := out[0]
		tail := &out[len(out)-1]
		tail.curves = append(tail.curves, first.curves...)
		out = out[1:]
	}
	return out
}

// phase returns the entry of the pattern in force at offset and what is left
// of it.
func phase(pattern []float64, period, offset float64) (k int, left float64) {
	turns := math.Floor(offset / period)
	at := offset - float64(turns*period)
	for k, l := range pattern {
		if at < l || at == 0 && l == 0 {
			return k, l - at
		}
		at -= l
	}
	return 0, pattern[0]
}

// A ruler finds places on a subpath by their distance from its start.
type ruler struct {
	sub    *subpath
	marks  []mark
	length float64
}

// A mark is a known distance: that of the point at t of one curve.
type mark struct {
	dist  float64
	curve int
	t     float64
}

// measure lays marks along s, finely enough for the length of a curve between
// two of them to be that of its chord; or, if there is a slack, for its control
// points to lie no further than that from where a line would have them.
func measure(s *subpath, slack float64) ruler {
	r := ruler{sub: s}
	for i := range s.curves {
		c := &s.curves[i]
		n := 1
		if slack > 0 && !c.line {
			r.marks = append(r.marks, mark{r.length, i, 0})
			r.halve(c, i, 0, 1, slack, maxRulerHalvings)
			continue
		}
		if !c.line {
			size := c.p[1].Sub(c.p[0]).Len() + c.p[2].Sub(c.p[1]).Len() + c.p[3].Sub(c.p[2]).Len()
			n = max(8, CubeSegments(c.p[0], c.p[1], c.p[2], c.p[3], size/20000))
		}
		r.marks = append(r.marks, mark{r.length, i, 0})
		last := c.p[0]
		for k := 1; k <= n; k++ {
			t := float64(k) / float64(n)
			p := c.at(t)
			r.length += p.Sub(last).Len()
			r.marks = append(r.marks, mark{r.length, i, t})
			last = p
		}
	}
	if r.length-r.length != 0 { // overflow
		r.length = 0
	}
	return r
}

// maxRulerHalvings bounds how often a curve is halved to be measured.
const maxRulerHalvings = 12

// halve lays marks along c, which is the i-th curve from t0 to t1.
func (r *ruler) halve(c *curve, i int, t0, t1, slack float64, halvings int) {
	d1, d2 := c.p[1].Sub(c.p[0].Lerp(c.p[3], 1./3)), c.p[2].Sub(c.p[0].Lerp(c.p[3], 2./3))
	if halvings > 0 && max(math.Abs(d1.X), math.Abs(d1.Y), math.Abs(d2.X), math.Abs(d2.Y)) > slack {
		a, b := c.split(0.5)
		mid := (t0 + t1) / 2
		r.halve(&a, i, t0, mid, slack, halvings-1)
		r.halve(&b, i, mid, t1, slack, halvings-1)
		return
	}
	r.length += c.p[3].Sub(c.p[0]).Len()
	r.marks = append(r.marks, mark{r.length, i, t1})
}

// find returns the place at a distance: a curve and the parameter on it.
func (r *ruler) find(dist float64) (int, float64) {
	lo, hi := 0, len(r.marks)-1
	for lo+1 < hi {
		if mid := (lo + hi) / 2; r.marks[mid].dist <= dist {
			lo = mid
		} else {
			hi = mid
		}
	}
	a, b := r.marks[lo], r.marks[hi]
	if b.curve != a.curve || b.dist <= a.dist {
		return b.curve, b.t
	}
	f := min(1, (dist-a.dist)/(b.dist-a.dist))
	return a.curve, a.t + float64((b.t-a.t)*f)
}

// part returns the piece of the subpath between two distances. A piece of
// zero length has the direction of the subpath there (SVG 2 §13.5.6).
func (r *ruler) part(from, to float64) subpath {
	i0, t0 := r.find(from)
	i1, t1 := r.find(to)
	c := &r.sub.curves[i0]
	s := subpath{start: c.at(t0), drawn: true}
	for i := i0; i <= i1 && from < to; i++ {
		lo, hi := 0.0, 1.0
		if i == i0 {
			lo = t0
		}
		if i == i1 {
			hi = t1
		}
		if lo < hi {
			if piece := r.sub.curves[i].between(lo, hi); piece.startDir() != (Point{}) {
				s.curves = append(s.curves, piece)
			}
		}
	}
	if len(s.curves) == 0 {
		s.dir = c.dirAt(t0)
	}
	return s
}

// dirAt returns the unit vector in which c runs at t.
func (c *curve) dirAt(t float64) Point {
	if t >= 1 {
		return c.endDir()
	}
	if t > 0 {
		_, rest := c.split(t)
		return rest.startDir()
	}
	return c.startDir()
}
