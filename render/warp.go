package render

import (
	"slices"

	"panonceau/render/geom"
)

// A warp places artwork in a picture. It first cuts the artwork open at its
// seams, moving what lies beyond each by the width added there, and then
// scales and moves the whole. What crosses a seam grows; nothing else changes
// shape.
type warp struct {
	xs, ys []cut // sorted by position
	m      geom.Matrix
	k      float64 // the factor by which m multiplies lengths
}

// A cut adds a width at a position; the width is negative when a slot shrinks
// around a short text.
type cut struct{ at, add float64 }

func newWarp(m geom.Matrix) warp { return warp{m: m, k: m.MeanScale()} }

func sortCuts(cuts []cut) {
	slices.SortFunc(cuts, func(a, b cut) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		}
		return 0
	})
}

func shift(v float64, cuts []cut) float64 {
	out := v
	for _, c := range cuts {
		if v > c.at {
			out += c.add
		}
	}
	return out
}

func (w warp) point(p geom.Point) geom.Point {
	return w.m.Apply(geom.Pt(shift(p.X, w.xs), shift(p.Y, w.ys)))
}

// rect maps an upright box. The matrix of a warp only scales and moves.
func (w warp) rect(r geom.Rect) geom.Rect {
	a, b := w.point(geom.Pt(r.X0, r.Y0)), w.point(geom.Pt(r.X1, r.Y1))
	return geom.Rect{X0: a.X, Y0: a.Y, X1: b.X, Y1: b.Y}
}

func (w warp) path(p *geom.Path) *geom.Path {
	if p == nil {
		return nil
	}
	if len(w.xs) == 0 && len(w.ys) == 0 {
		return p.Transform(w.m)
	}
	q := &geom.Path{Ops: p.Ops, Pts: make([]geom.Point, len(p.Pts))}
	for i, a := range p.Pts {
		q.Pts[i] = w.point(a)
	}
	return q
}

// local returns the affine map that agrees with w on the sides of r. It is
// what gradients, images and patterns painted within r follow.
func (w warp) local(r geom.Rect) geom.Matrix {
	if len(w.xs) == 0 && len(w.ys) == 0 || r.IsNowhere() {
		return w.m
	}
	s := w.rect(r)
	sx, sy := w.k, w.k
	if r.W() > 0 {
		sx = s.W() / r.W()
	}
	if r.H() > 0 {
		sy = s.H() / r.H()
	}
	return geom.Matrix{A: sx, D: sy, E: s.X0 - float64(sx*r.X0), F: s.Y0 - float64(sy*r.Y0)}
}

// node returns the tree below n, mapped. Marks stay.
func (w warp) node(n Node) Node {
	switch n := n.(type) {
	case *Group:
		g := *n
		g.Children = make([]Node, len(n.Children))
		for i, c := range n.Children {
			g.Children[i] = w.node(c)
		}
		w.groupFields(&g, n)
		return &g
	case *Shape:
		return w.shape(n)
	case *Text:
		t := *n
		r := n.Path().Bounds()
		m := w.local(r)
		if len(w.xs) > 0 || len(w.ys) > 0 {
			// Letters move, they do not grow.
			c := r.Center()
			m = w.m.Mul(geom.Translate(shift(c.X, w.xs)-c.X, shift(c.Y, w.ys)-c.Y))
		}
		t.Glyphs = make([]Glyph, len(n.Glyphs))
		for i, g := range n.Glyphs {
			t.Glyphs[i] = Glyph{g.Outline, m.Mul(g.Matrix)}
		}
		t.Fill = w.fill(n.Fill, r)
		return &t
	case *Image:
		i := *n
		b := n.Pix.Bounds()
		r := geom.RectWH(0, 0, float64(b.Dx()), float64(b.Dy())).Path().Transform(n.Matrix).Bounds()
		i.Matrix = w.local(r).Mul(n.Matrix)
		return &i
	}
	return n
}

// groupFields maps what a group applies to its children as a whole.
func (w warp) groupFields(g, from *Group) {
	g.Clip = w.clip(from.Clip)
	g.Mask = w.mask(from.Mask)
	if from.Filter != nil {
		f := *from.Filter
		f.Matrix = w.local(f.Region.Path().Transform(f.Matrix).Bounds()).Mul(f.Matrix)
		g.Filter = &f
	}
}

func (w warp) shape(n *Shape) *Shape {
	s := *n
	s.Path = w.path(n.Path)
	r := geom.Nowhere()
	if hasGeometry(n) {
		r = n.Path.Bounds()
	}
	s.Fill = w.fill(n.Fill, r)
	if n.Stroke != nil {
		k := *n.Stroke
		k.Paint = w.paint(k.Paint, r)
		k.Width *= w.k
		k.DashOffset *= w.k
		k.Dash = slices.Clone(k.Dash)
		for i := range k.Dash {
			k.Dash[i] *= w.k
		}
		s.Stroke = &k
	}
	return &s
}

// hasGeometry reports whether a paint of s depends on where s is.
func hasGeometry(s *Shape) bool {
	flat := func(p Paint) bool { _, ok := p.(Color); return ok }
	return s.Fill != nil && !flat(s.Fill.Paint) || s.Stroke != nil && !flat(s.Stroke.Paint)
}

func (w warp) fill(f *Fill, r geom.Rect) *Fill {
	if f == nil {
		return nil
	}
	c := *f
	c.Paint = w.paint(f.Paint, r)
	return &c
}

func (w warp) paint(p Paint, r geom.Rect) Paint {
	switch p := p.(type) {
	case *LinearGradient:
		g := *p
		g.Matrix = w.local(r).Mul(p.Matrix)
		return &g
	case *RadialGradient:
		g := *p
		g.Matrix = w.local(r).Mul(p.Matrix)
		return &g
	case *Pattern:
		t := *p
		t.Matrix = w.local(r).Mul(p.Matrix)
		return &t
	}
	return p
}

func (w warp) clip(c *Clip) *Clip {
	if c == nil {
		return nil
	}
	out := &Clip{Shapes: make([]ClipShape, len(c.Shapes)), And: w.clip(c.And)}
	for i, s := range c.Shapes {
		s.Path = w.path(s.Path)
		s.Clip = w.clip(s.Clip)
		out.Shapes[i] = s
	}
	return out
}

func (w warp) mask(m *Mask) *Mask {
	if m == nil {
		return nil
	}
	c := *m
	c.Content = w.node(m.Content).(*Group)
	c.Region = w.path(m.Region)
	c.And = w.mask(m.And)
	return &c
}
