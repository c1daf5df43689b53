package raster

import (
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// everywhere is a rectangle around every picture.
var everywhere = geom.Rect{X0: -far, Y0: -far, X1: far, Y1: far}

// groupBounds returns pixels outside which g leaves no mark.
func (r *renderer) groupBounds(g *render.Group) image.Rectangle {
	return pixels(groupBounds(g, r.ctm, 0))
}

func groupBounds(g *render.Group, m geom.Matrix, depth int) geom.Rect {
	if depth > maxDepth {
		return everywhere
	}
	b := geom.Nowhere()
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			if n != nil {
				b = b.Union(groupBounds(n, m, depth+1))
			}
		case *render.Shape:
			b = b.Union(shapeBounds(n, m))
		case *render.Text:
			b = b.Union(textBounds(n, m))
		case *render.Image:
			b = b.Union(imageBounds(n, m))
		}
	}
	if g.Filter != nil {
		b = rectBounds(g.Filter.Region, m.Mul(g.Filter.Matrix))
	}
	for c := g.Clip; c != nil; c = c.And {
		in := geom.Nowhere()
		for _, s := range c.Shapes {
			in = in.Union(pathBounds(s.Path, m))
		}
		b = b.Intersect(in)
	}
	for k := g.Mask; k != nil; k = k.And {
		if k.Region != nil {
			b = b.Intersect(pathBounds(k.Region, m))
		}
	}
	return b
}

// pathBounds returns a rectangle around p mapped by m, control points
// included. It is everywhere if a point is not finite, and nowhere if there is
// no path.
func pathBounds(p *geom.Path, m geom.Matrix) geom.Rect {
	b := geom.Nowhere()
	if p == nil {
		return b
	}
	for _, a := range p.Pts {
		a = m.Apply(a)
		if !a.Finite() {
			return everywhere
		}
		b = b.Union(geom.Rect{X0: a.X, Y0: a.Y, X1: a.X, Y1: a.Y})
	}
	return b
}

// shapeBounds returns a rectangle around s, its stroke included.
func shapeBounds(s *render.Shape, m geom.Matrix) geom.Rect {
	b := pathBounds(s.Path, m)
	if s.Stroke == nil {
		return b
	}
	reach := s.Stroke.Width * maxScale(m)
	if s.Stroke.Join != geom.JoinRound && s.Stroke.Join != geom.JoinBevel {
		reach *= max(1, s.Stroke.MiterLimit)
	}
	if !(reach < far) {
		return everywhere
	}
	return b.Inset(-reach)
}

func textBounds(t *render.Text, m geom.Matrix) geom.Rect {
	b := geom.Nowhere()
	for _, g := range t.Glyphs {
		b = b.Union(pathBounds(g.Outline, m.Mul(g.Matrix)))
	}
	return b
}

func imageBounds(n *render.Image, m geom.Matrix) geom.Rect {
	if n.Pix == nil {
		return geom.Nowhere()
	}
	size := n.Pix.Bounds().Size()
	return rectBounds(geom.RectWH(0, 0, float64(size.X), float64(size.Y)), m.Mul(n.Matrix))
}

// rectBounds returns a rectangle around r mapped by m.
func rectBounds(r geom.Rect, m geom.Matrix) geom.Rect {
	b := geom.Nowhere()
	for _, a := range [4]geom.Point{{X: r.X0, Y: r.Y0}, {X: r.X1, Y: r.Y0}, {X: r.X1, Y: r.Y1}, {X: r.X0, Y: r.Y1}} {
		a = m.Apply(a)
		if math.IsNaN(a.X) || math.IsNaN(a.Y) {
			return everywhere
		}
		b = b.Union(geom.Rect{X0: a.X, Y0: a.Y, X1: a.X, Y1: a.Y})
	}
	return b
}
