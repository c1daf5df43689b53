package geom

import "math"

// maxSegments bounds the lines that stand for one curve. A curve that needs
// more is so large that its ends cannot be on the same picture.
const maxSegments = 1 << 10

// Flatten returns p with its curves replaced by lines that stray from them by
// at most tolerance. Lines are spread evenly over the curve's parameter; their
// number follows from its second differences (Sederberg, Computer Aided
// Geometric Design, §10.6), which needs a square root and no trigonometry.
func (p *Path) Flatten(tolerance float64) *Path {
	q := &Path{Ops: make([]Op, 0, 2*len(p.Ops)), Pts: make([]Point, 0, 2*len(p.Pts))}
	i, cur, start := 0, Point{}, Point{}
	for _, op := range p.Ops {
		pts := p.Pts[i : i+opPoints[op]]
		i += opPoints[op]
		switch op {
		case MoveTo:
			start, cur = pts[0], pts[0]
			q.MoveTo(cur)
		case LineTo:
			cur = pts[0]
			q.LineTo(cur)
		case QuadTo:
			n := QuadSegments(cur, pts[0], pts[1], tolerance)
			for k := 1; k < n; k++ {
				q.LineTo(QuadAt(cur, pts[0], pts[1], float64(k)/float64(n)))
			}
			cur = pts[1]
			q.LineTo(cur)
		case CubeTo:
			n := CubeSegments(cur, pts[0], pts[1], pts[2], tolerance)
			for k := 1; k < n; k++ {
				q.LineTo(CubeAt(cur, pts[0], pts[1], pts[2], float64(k)/float64(n)))
			}
			cur = pts[2]
			q.LineTo(cur)
		case Close:
			cur = start
			q.Close()
		}
	}
	return q
}

// QuadSegments returns how many lines, evenly spread over the parameter, keep
// within tolerance of the quadratic curve a b c.
func QuadSegments(a, b, c Point, tolerance float64) int {
	return segments(second(a, b, c).Len() / (4 * tolerance))
}

// CubeSegments does the same for the cubic curve a b c d.
func CubeSegments(a, b, c, d Point, tolerance float64) int {
	bend := max(second(a, b, c).Len(), second(b, c, d).Len())
	return segments(0.75 * bend / tolerance)
}

// second returns the second difference a − 2b + c.
func second(a, b, c Point) Point {
	return Point{a.X - float64(2*b.X) + c.X, a.Y - float64(2*b.Y) + c.Y}
}

// segments returns the least n whose square is not less than n2, in bounds.
func segments(n2 float64) int {
	if !(n2 > 1) { // NaN too
		return 1
	}
	return int(min(math.Ceil(math.Sqrt(n2)), maxSegments))
}

// QuadAt returns the point at t of the quadratic Bézier curve a b c.
func QuadAt(a, b, c Point, t float64) Point {
	return a.Lerp(b, t).Lerp(b.Lerp(c, t), t)
}
