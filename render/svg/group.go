package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// finish adds g, which holds what e draws, to out with the properties that
// concern e as a whole: opacity, blending, clip path, mask and filter.
func (c *converter) finish(e *element, p place, g *render.Group, out *render.Group) {
	if c.err != nil {
		return
	}
	box := c.boxOf(g, p.m)
	g.Opacity = c.opacity(e, "opacity")
	if mode := e.own("mix-blend-mode"); mode != "" && !setKeyword(&g.Blend, mode, blendModes) {
		c.report.add(e, "mix-blend-mode %.40q is not valid; ignored", mode)
	}
	g.Isolate = e.own("isolation") == "isolate"
	g.Mark = c.mark(e)
	ok := c.clipTo(e, p, box, g) && c.maskBy(e, p, box, g)
	if !ok {
		g.Children = nil // what is left is the mark
	}
	c.filtered(e, p, box, g)
	switch {
	case g.Mark == nil && g.Plain():
		out.Children = append(out.Children, g.Children...)
	case g.Mark != nil || len(g.Children) > 0 || g.Filter != nil:
		out.Children = append(out.Children, g)
	}
}

// blendModes are the values of mix-blend-mode (Compositing 1 §5.1).
var blendModes = map[string]render.BlendMode{
	"normal": render.BlendNormal, "multiply": render.BlendMultiply, "screen": render.BlendScreen, "overlay": render.BlendOverlay,
	"darken": render.BlendDarken, "lighten": render.BlendLighten,
	"color-dodge": render.BlendColorDodge, "color-burn": render.BlendColorBurn,
	"hard-light": render.BlendHardLight, "soft-light": render.BlendSoftLight,
	"difference": render.BlendDifference, "exclusion": render.BlendExclusion,
	"hue": render.BlendHue, "saturation": render.BlendSaturation,
	"color": render.BlendColor, "luminosity": render.BlendLuminosity,
}

// A boxFunc returns the bounding box of an element in its user space. It is
// called only where objectBoundingBox units ask for it.
type boxFunc func() geom.Rect

// boxOf returns the function for an element drawn as g with matrix m.
func (c *converter) boxOf(g *render.Group, m geom.Matrix) boxFunc {
	return once(func() geom.Rect {
		inverse, ok := m.Inverse()
		if !ok {
			return geom.Nowhere()
		}
		return c.bounds(g, inverse)
	})
}

// once returns a function that calls f the first time it is called.
func once(f boxFunc) boxFunc {
	var box *geom.Rect
	return func() geom.Rect {
		if box == nil {
			box = new(geom.Nowhere()) // should f ask for the box it finds
			*box = f()
		}
		return *box
	}
}

// bounds returns the bounding box of what g draws, mapped by m. Strokes,
// markers, clip paths and masks do not count (SVG 2 §8.10).
func (c *converter) bounds(g *render.Group, m geom.Matrix) geom.Rect {
	box := geom.Nowhere()
	for _, n := range g.Children {
		if c.beside[n] || c.err != nil {
			continue
		}
		switch n := n.(type) {
		case *render.Group:
			box = box.Union(c.bounds(n, m))
		case *render.Shape:
			box = box.Union(c.pathBounds(n.Path, m))
		case *render.Text:
			box = box.Union(c.pathBounds(n.Path(), m))
		case *render.Image:
			size := n.Pix.Rect.Size()
			box = box.Union(geom.RectWH(0, 0, float64(size.X), float64(size.Y)).Path().Transform(m.Mul(n.Matrix)).Bounds())
		}
	}
	return box
}

func (c *converter) pathBounds(p *geom.Path, m geom.Matrix) geom.Rect {
	c.spend(c.svg, 1+len(p.Pts))
	return p.Transform(m).Bounds()
}

// boxMatrix maps the unit square to r, for objectBoundingBox units.
func boxMatrix(r geom.Rect) geom.Matrix {
	return geom.Matrix{A: r.W(), D: r.H(), E: r.X0, F: r.Y0}
}

// prune removes the shapes without paint, which were kept for their bounding
// boxes, unless a mark stands for them, the groups that draw nothing and those
// that only put their children together.
func prune(g *render.Group) {
	var kept []render.Node
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Shape:
			if n.Fill != nil || n.Stroke != nil || g.Mark != nil {
				kept = append(kept, n)
			}
		case *render.Group:
			prune(n)
			switch {
			case n.Mark == nil && n.Plain():
				kept = append(kept, n.Children...)
			case len(n.Children) > 0 || n.Mark != nil || n.Filter != nil:
				kept = append(kept, n)
			}
		default:
			kept = append(kept, n)
		}
	}
	g.Children = kept
}

// reference resolves a property that names another element, as in
// clip-path="url(#a)". It returns nil if there is none, and what was written.
func (c *converter) reference(e *element, name string) (*element, string) {
	value := e.own(name)
	if value == "" || value == "none" {
		return nil, ""
	}
	ref, _, ok := parseURL(value)
	if !ok {
		return nil, value
	}
	target := e.target(ref)
	if target == nil {
		c.report.add(e, "%s: there is no element %.60q; ignored", name, ref)
		value = ""
	}
	return target, value
}
