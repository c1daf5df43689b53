package geom

// A subpath is one connected part of a path, taken apart for stroking.
type subpath struct {
	start  Point
	curves []curve // consecutive, none of zero length
	closed bool
	drawn  bool  // it has a command besides MoveTo
	dir    Point // direction of its caps if it has no curve; zero: along x
}

// A curve is a cubic Bézier curve, or a line between its ends.
type curve struct {
	p    [4]Point
	line bool
}

// subpaths takes p apart. Commands of zero length are dropped.
func (p *Path) subpaths() []subpath {
	var subs []subpath
	var sub *subpath
	i, cur := 0, Point{}
	begin := func(a Point) {
		subs = append(subs, subpath{start: a})
		sub, cur = &subs[len(subs)-1], a
	}
	add := func(c curve) {
		sub.drawn, cur = true, c.p[3]
		if c.startDir() != (Point{}) {
			sub.curves = append(sub.curves, c)
		}
	}
	for _, op := range p.Ops {
		pts := p.Pts[i : i+opPoints[op]]
		i += opPoints[op]
		if op == MoveTo {
			begin(pts[0])
			continue
		}
		if sub == nil || sub.closed {
			begin(cur)
		}
		switch op {
		case LineTo:
			add(lineCurve(cur, pts[0]))
		case QuadTo:
			add(quadCurve(cur, pts[0], pts[1]))
		case CubeTo:
			add(curve{p: [4]Point{cur, pts[0], pts[1], pts[2]}})
		case Close:
			if cur != sub.start {
				add(lineCurve(cur, sub.start))
			}
			sub.closed, sub.drawn, cur = true, true, sub.start
		}
	}
	return subs
}

func lineCurve(a, b Point) curve {
	return curve{p: [4]Point{a, a.Lerp(b, 1./3), a.Lerp(b, 2./3), b}, line: true}
}

func quadCurve(a, b, c Point) curve {
	return curve{p: [4]Point{a, a.Lerp(b, 2./3), c.Lerp(b, 2./3), c}}
}

// addTo adds c to q, which has been brought to its start.
func (c *curve) addTo(q *Path) {
	if c.line {
		q.LineTo(c.p[3])
	} else {
		q.CubeTo(c.p[1], c.p[2], c.p[3])
	}
}

// at returns the point at t.
func (c *curve) at(t float64) Point { return CubeAt(c.p[0], c.p[1], c.p[2], c.p[3], t) }

// split cuts c at t.
func (c *curve) split(t float64) (a, b curve) {
	ab, bc, cd := c.p[0].Lerp(c.p[1], t), c.p[1].Lerp(c.p[2], t), c.p[2].Lerp(c.p[3], t)
	abc, bcd := ab.Lerp(bc, t), bc.Lerp(cd, t)
	m := abc.Lerp(bcd, t)
	return curve{[4]Point{c.p[0], ab, abc, m}, c.line}, curve{[4]Point{m, bcd, cd, c.p[3]}, c.line}
}

// between returns the part of c from t0 to t1.
func (c *curve) between(t0, t1 float64) curve {
	part := *c
	if t1 < 1 {
		part, _ = part.split(t1)
	}
	if t0 > 0 {
		_, part = part.split(t0 / t1)
	}
	return part
}

// startDir returns the unit vector in which c leaves its start. It is zero if
// the curve is a point.
func (c *curve) startDir() Point {
	for _, q := range c.p[1:] {
		if d := q.Sub(c.p[0]).unit(); d != (Point{}) {
			return d
		}
	}
	return Point{}
}

// endDir returns the unit vector in which c arrives at its end.
func (c *curve) endDir() Point {
	for i := 2; i >= 0; i-- {
		if d := c.p[3].Sub(c.p[i]).unit(); d != (Point{}) {
			return d
		}
	}
	return Point{}
}

// unit returns p scaled to length 1, or zero if p is too short to have a
// direction.
func (p Point) unit() Point {
	n := p.Len()
	if !(n > 1e-12) || n > 1e150 {
		return Point{}
	}
	return Point{p.X / n, p.Y / n}
}

// normal returns p turned by a quarter, clockwise on the screen.
func (p Point) normal() Point { return Point{-p.Y, p.X} }
