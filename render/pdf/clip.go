package pdf

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// clip returns cl as paths to clip to, one after another. What paths cannot
// say, such as the union of shapes that overlap, is added to the mask m. Empty
// means that nothing can be seen.
func (c *content) clip(cl *render.Clip, m *render.Mask) (steps []render.ClipShape, mask *render.Mask, empty bool) {
	mask = m
	for ; cl != nil; cl = cl.And {
		shapes := visible(cl.Shapes)
		switch {
		case len(shapes) == 0:
			return nil, nil, true
		case len(shapes) == 1:
			steps = append(steps, shapes[0])
			inner, with, none := c.clip(shapes[0].Clip, mask)
			if none {
				return nil, nil, true
			}
			steps, mask = append(steps, inner...), with
		case disjoint(shapes):
			all := render.ClipShape{Path: new(geom.Path), Rule: shapes[0].Rule}
			for _, s := range shapes {
				all.Path.Append(s.Path)
			}
			steps = append(steps, all)
		default:
			mask = union(shapes, mask)
		}
	}
	return steps, mask, false
}

// visible returns the shapes that have an area.
func visible(shapes []render.ClipShape) (out []render.ClipShape) {
	for _, s := range shapes {
		if !s.Path.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// disjoint reports whether shapes can be clipped to as one path: they follow
// one rule, have no clip of their own, and lie apart.
func disjoint(shapes []render.ClipShape) bool {
	if len(shapes) > 64 {
		return false // too many to compare each with each
	}
	for i, s := range shapes {
		if s.Clip != nil || s.Rule != shapes[0].Rule {
			return false
		}
		for _, t := range shapes[:i] {
			if !s.Path.Bounds().Intersect(t.Path.Bounds()).IsNowhere() {
				return false
			}
		}
	}
	return true
}

// union returns a mask that shows what lies in any of shapes.
func union(shapes []render.ClipShape, and *render.Mask) *render.Mask {
	all := render.NewGroup()
	for _, s := range shapes {
		g := render.NewGroup(&render.Shape{
			Path: s.Path,
			Fill: &render.Fill{Paint: render.Color{}, Opacity: 1, Rule: s.Rule},
		})
		g.Clip = s.Clip
		all.Children = append(all.Children, g)
	}
	return &render.Mask{Content: all, Alpha: true, And: and}
}
