package svg

import (
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// shape draws a path or a basic shape, with its markers.
func (c *converter) shape(e *element, p place, out *render.Group) {
	for _, child := range e.children {
		c.ignored(child)
	}
	path := c.outline(e, p)
	if len(path.Ops) < 2 {
		return
	}
	if !c.add(e, path) {
		return
	}
	placed := c.placed(path, p.m)
	if !withinReach(placed) {
		c.report.add(e, "lies too far away; not drawn")
		return
	}

	around := p.ofShape(c, e, path)
	parts := shapeParts{placed: placed, crisp: p.style.crisp}
	if !p.style.hidden {
		box := func() geom.Rect { return path.Bounds() }
		parts.fill = c.fillOf(e, p, box)
		parts.stroke, parts.outlined = c.strokeOf(e, p, path, box)
	}
	parts.strokeFirst = p.style.strokeFirst()

	// Fill and stroke are one node, unless the markers come between them.
	joined := parts.outlined == nil && p.style.order[1] != 'm'
	done := false
	for _, part := range p.style.order {
		switch {
		case part == 'm':
			c.markers(e, path, p, around, out)
		case joined && !done:
			out.Children = append(out.Children, parts.both())
			done = true
		case joined:
		case part == 'f':
			out.Children = append(out.Children, parts.filled())
		case part == 's' && parts.stroke != nil:
			n := parts.stroked()
			c.beside[n] = parts.outlined != nil
			out.Children = append(out.Children, n)
		}
	}
}

// withinReach reports whether the coordinates of p can be drawn.
func withinReach(p *geom.Path) bool {
	for _, a := range p.Pts {
		if !(math.Abs(a.X) <= maxCoordinate && math.Abs(a.Y) <= maxCoordinate) {
			return false
		}
	}
	return true
}

// shapeParts is what a shape is drawn with. A shape with neither fill nor
// stroke is kept for its bounding box.
type shapeParts struct {
	placed      *geom.Path
	fill        *render.Fill
	stroke      *render.Stroke
	outlined    *geom.Path // the stroke, if it had to be outlined
	strokeFirst bool
	crisp       bool
}

func (s *shapeParts) both() *render.Shape {
	first := s.strokeFirst && s.fill != nil && s.stroke != nil
	return &render.Shape{Path: s.placed, Fill: s.fill, Stroke: s.stroke, StrokeFirst: first, Crisp: s.crisp}
}

func (s *shapeParts) filled() *render.Shape {
	return &render.Shape{Path: s.placed, Fill: s.fill, Crisp: s.crisp}
}

func (s *shapeParts) stroked() *render.Shape {
	if s.outlined != nil {
		fill := &render.Fill{Paint: s.stroke.Paint, Opacity: s.stroke.Opacity}
		return &render.Shape{Path: s.outlined, Fill: fill, Crisp: s.crisp}
	}
	return &render.Shape{Path: s.placed, Stroke: s.stroke, Crisp: s.crisp}
}
