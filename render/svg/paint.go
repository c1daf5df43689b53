package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// fillOf returns the fill of e, or nil if it has none.
func (c *converter) fillOf(e *element, p place, box boxFunc) *render.Fill {
	paint, opacity := c.paintOf(e, p.style.fill, p, box)
	if paint == nil {
		return nil
	}
	return &render.Fill{Paint: paint, Opacity: float64(opacity * p.style.fillOpacity), Rule: p.style.fillRule}
}

// strokeOf returns the stroke of e, whose path in user space is path, or nil
// if it has none. A stroke that the transform would distort comes with its
// outline in the drawing.
func (c *converter) strokeOf(e *element, p place, path *geom.Path, box boxFunc) (*render.Stroke, *geom.Path) {
	paint, opacity := c.paintOf(e, p.style.stroke, p, box)
	s, ok := c.strokeStyle(p)
	if paint == nil || !ok {
		return nil, nil
	}
	c.spend(e, len(s.Dash))
	if s.Join == geom.JoinArcs {
		c.report.add(e, "stroke-linejoin arcs is drawn as miter")
	}
	if k := c.dashScale(e, path); k != 1 && len(s.Dash) > 0 {
		s.DashOffset *= k
		for i := range s.Dash {
			s.Dash[i] *= k
		}
	}
	stroke := &render.Stroke{Paint: paint, Opacity: float64(opacity * p.style.strokeOpacity), StrokeStyle: s}
	k := p.m.MeanScale()
	var outline *geom.Path
	switch {
	case e.own("vector-effect") == "non-scaling-stroke": // SVG 2 §8.13
		stroke.StrokeStyle = scaled(s, c.pixel)
	case p.m.Similar():
		stroke.StrokeStyle = scaled(s, k)
	default:
		outline = c.placed(path.Stroke(s, c.tolerance/k), p.m)
		if !c.add(e, outline) {
			return nil, nil
		}
		if !withinReach(outline) {
			c.report.add(e, "stroke reaches too far away; not drawn")
			return nil, nil
		}
	}
	return stroke, outline
}

// paintOf resolves a paint for e in its place, with the opacity that belongs to
// it. It returns nil for none.
func (c *converter) paintOf(e *element, v paint, p place, box boxFunc) (render.Paint, float64) {
	switch v.kind {
	case paintColor:
		return render.Color{RGB: v.color.RGB}, v.color.a
	case paintCurrent:
		return render.Color{RGB: p.style.color.RGB}, p.style.color.a
	case paintContextFill:
		return p.around.paint(func(a *contextPaint) contextFunc { return a.fill })
	case paintContextStroke:
		return p.around.paint(func(a *contextPaint) contextFunc { return a.stroke })
	case paintServer:
		paint, opacity, ok := c.serve(v.server, p, box)
		if ok {
			return paint, opacity
		}
		if v.fallback != nil {
			return c.paintOf(e, *v.fallback, p, box)
		}
		c.report.add(e, "paint server is missing or not valid")
	}
	return nil, 0
}

// serve returns the paint that a paint server gives at p, and false if it gives
// none, so that the fallback counts (SVG 2 §13.2).
func (c *converter) serve(server *element, p place, box boxFunc) (render.Paint, float64, bool) {
	if server == nil {
		return nil, 0, false
	}
	switch server.name {
	case "linearGradient", "radialGradient":
		return c.gradient(server, p, box)
	case "pattern":
		pattern, ok := c.pattern(server, p, box)
		return pattern, 1, ok && pattern != nil
	}
	return nil, 0, false
}

// A contextPaint is what context-fill and context-stroke stand for (SVG 2
// §13.3).
type contextPaint struct{ fill, stroke contextFunc }

type contextFunc func() (render.Paint, float64)

// paint returns one of the two paints, or none where there is no context.
func (a *contextPaint) paint(of func(*contextPaint) contextFunc) (render.Paint, float64) {
	if a == nil {
		return nil, 0
	}
	return of(a)()
}

// ofShape returns the context for the markers of e.
func (p place) ofShape(c *converter, e *element, path *geom.Path) *contextPaint {
	box := func() geom.Rect { return path.Bounds() }
	return c.context(e, p, box)
}

// contextOfUse returns the context for what a use element draws. Where its
// paint depends on the bounding box, the target is drawn twice.
func (c *converter) contextOfUse(e, target *element, p place) *contextPaint {
	return c.context(e, p, once(func() geom.Rect {
		trial := render.NewGroup()
		inner := p
		inner.around = nil
		c.used(e, target, inner, trial)
		return c.boxOf(trial, p.m)()
	}))
}

func (c *converter) context(e *element, p place, box boxFunc) *contextPaint {
	return &contextPaint{
		fill:   func() (render.Paint, float64) { return c.paintOf(e, p.style.fill, p, box) },
		stroke: func() (render.Paint, float64) { return c.paintOf(e, p.style.stroke, p, box) },
	}
}
