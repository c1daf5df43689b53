package geom

// A StrokeStyle says how the outline of a path is drawn (SVG 2 §13.5).
type StrokeStyle struct {
	Width      float64
	Cap        Cap
	Join       Join
	MiterLimit float64   // at least 1; SVG's default is 4
	Dash       []float64 // lengths of dashes and gaps, even in number; nil: solid
	DashOffset float64
}

// A Cap is the shape of the ends of an open subpath.
type Cap uint8

// The caps of SVG 2 §13.5.4.
const (
	CapButt Cap = iota
	CapRound
	CapSquare
)

// A Join is the shape of the corners of a stroke.
type Join uint8

// The joins of SVG 2 §13.5.5.
const (
	JoinMiter Join = iota
	JoinMiterClip
	JoinRound
	JoinBevel
	JoinArcs // drawn as JoinMiter
)

// Stroke returns the outline of p drawn in style s, to be filled with the
// non-zero rule. Curves give curves, which stray from the true outline by at
// most tolerance. A path that is not finite, or a width that is not positive,
// has no outline.
func (p *Path) Stroke(s StrokeStyle, tolerance float64) *Path {
	k := stroker{style: s, r: s.Width / 2, tol: tolerance, out: new(Path)}
	return k.stroke(p)
}

func (k *stroker) stroke(p *Path) *Path {
	if p.Empty() || !(k.r > 0) || k.r-k.r != 0 || !(k.tol > 0) || !p.Finite() {
		return k.out
	}
	subs := p.subpaths()
	if s := &k.style; len(s.Dash) > 0 {
		slack := 0.0
		if k.quads {
			slack = 2 * k.tol
		}
		subs = dash(subs, s.Dash, s.DashOffset, slack)
	}
	for i := range subs {
		if k.quads {
			subs[i].straighten()
		}
		k.subpath(&subs[i])
	}
	return k.out
}

// A stroker follows a subpath with two pens, one on each side. Where the path
// bends, the inner pen goes through the bend itself, so that the outline is a
// sum of pieces that all turn the same way; filled non-zero, none can take
// away from another.
type stroker struct {
	style  StrokeStyle
	r, tol float64
	quads  bool // as StrokeQuads does
	out    *Path

	side [2]Path // what the pens have drawn, both in the path's direction
	at   Point   // where the path is
	dir  Point   // and its direction there, a unit vector
}

// sign tells on which side of the path a pen is: along the normal or against.
var sign = [2]float64{1, -1}

func (k *stroker) subpath(s *subpath) {
	if len(s.curves) == 0 {
		if s.drawn {
			k.dot(s.start, s.dir)
		}
		return
	}
	k.at, k.dir = s.start, s.curves[0].startDir()
	first := k.dir
	for i := range k.side {
		k.side[i].Ops, k.side[i].Pts = k.side[i].Ops[:0], k.side[i].Pts[:0]
		k.side[i].MoveTo(k.pen(i, k.dir))
	}
	for i := range s.curves {
		c := &s.curves[i]
		k.turn(c.startDir(), k.style.Join)
		switch {
		case c.line:
			k.lineTo(c.p[3])
		case k.quads:
			k.quadsTo(c)
		default:
			k.curveTo(c, 0)
			k.turn(c.endDir(), JoinRound)
		}
	}
	if s.closed {
		k.turn(first, k.style.Join)
		k.out.Append(&k.side[0])
		k.out.Close()
		k.out.MoveTo(k.side[1].Pts[len(k.side[1].Pts)-1])
		k.out.appendReversed(&k.side[1])
		k.out.Close()
		return
	}
	k.out.Append(&k.side[0])
	k.cap(k.at, k.dir)
	k.out.appendReversed(&k.side[1])
	k.cap(s.start, first.Mul(-1))
	k.out.Close()
}

// pen returns the place of a pen when the path runs in direction d.
func (k *stroker) pen(side int, d Point) Point {
	return k.at.Add(d.normal().Mul(k.r * sign[side]))
}

// lineTo draws both sides of a line.
func (k *stroker) lineTo(a Point) {
	k.at = a
	for i := range k.side {
		k.side[i].LineTo(k.pen(i, k.dir))
	}
}

// dot draws what a subpath without length shows (SVG 2 §13.5.4).
func (k *stroker) dot(a, dir Point) {
	if dir == (Point{}) {
		dir = Point{X: 1}
	}
	n := dir.normal().Mul(k.r)
	switch k.style.Cap {
	case CapRound:
		k.out.MoveTo(a.Add(n))
		k.cap(a, dir)
		k.cap(a, dir.Mul(-1))
		k.out.Close()
	case CapSquare:
		k.out.MoveTo(a.Add(n))
		k.cap(a, dir)
		k.cap(a, dir.Mul(-1))
		k.out.Close()
	}
}

// cap draws the end of a line at a in direction d, from the first pen to the
// second (SVG 2 §13.5.4).
func (k *stroker) cap(a, d Point) {
	n, along := d.normal().Mul(k.r), d.Mul(k.r)
	switch k.style.Cap {
	case CapSquare:
		k.out.LineTo(a.Add(n).Add(along))
		k.out.LineTo(a.Sub(n).Add(along))
	case CapRound:
		k.arc(k.out, a, n, along)
		k.arc(k.out, a, along, n.Mul(-1))
		return
	}
	k.out.LineTo(a.Sub(n))
}

// appendReversed adds q, one open subpath, to p, backwards. The pen of p is at
// the end of q.
func (p *Path) appendReversed(q *Path) {
	i := len(q.Pts) - 1
	for o := len(q.Ops) - 1; o > 0; o-- {
		switch q.Ops[o] {
		case LineTo:
			p.LineTo(q.Pts[i-1])
		case QuadTo:
			p.QuadTo(q.Pts[i-1], q.Pts[i-2])
		case CubeTo:
			p.CubeTo(q.Pts[i-1], q.Pts[i-2], q.Pts[i-3])
		}
		i -= q.Ops[o].Points()
	}
}
