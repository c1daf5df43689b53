package pdf

import (
	"panonceau/render"
	"panonceau/render/geom"
)

func (c *content) node(n render.Node) {
	if _, group := n.(*render.Group); !group {
		c.e.tags.leaf(c, n)
	}
	switch n := n.(type) {
	case *render.Group:
		c.group(n)
	case *render.Shape:
		c.shape(n)
	case *render.Text:
		c.text(n)
	case *render.Image:
		c.image(n)
	}
}

// A painting is a fill or a stroke of a path.
type painting struct {
	paint   render.Paint
	opacity float64
	bounds  geom.Rect
	stroke  bool
	black   bool // black may overprint: text and rules, not surfaces
}

// apply makes p the current colour and returns whether it can be painted. For
// gradients and patterns it begins a scope, which done ends.
func (c *content) apply(p painting) (done func(), ok bool) {
	nothing := func() {}
	if p.paint == nil || p.opacity <= 0 {
		return nothing, false
	}
	if p.opacity < 1 {
		c.e.transparent("opacity %g", p.opacity)
	}
	field, alpha := &c.st.fill, c.setFillAlpha
	if p.stroke {
		field, alpha = &c.st.stroke, c.setStrokeAlpha
	}
	if col, solid := p.paint.(render.Color); solid {
		over := false
		if c.mode == modeInk {
			t := c.e.tint(col)
			over = p.black && p.opacity == 1 && c.overprint(p.bounds, t)
			c.lay(p.bounds, t)
		}
		c.setOverprint(over)
		alpha(p.opacity)
		c.set(field, c.colorOp(col, p.stroke))
		return nothing, true
	}
	c.save()
	c.setOverprint(false)
	var op string
	if pat, is := p.paint.(*render.Pattern); is {
		op = c.patternOp(c.tiling(pat), p.stroke)
	} else {
		var mask ref
		if op, mask = c.gradientOp(p.paint, p.bounds, p.stroke); mask != 0 {
			c.op(c.res.gs.name("<< /SMask "+mask.String()+" >>") + " gs")
		}
	}
	alpha(p.opacity)
	c.set(field, op)
	return c.restore, true
}

// shape paints the path of s: the fill, then the stroke over it, unless s says
// otherwise.
func (c *content) shape(s *render.Shape) {
	if s.Path.Empty() {
		return
	}
	if c.layer.Technical() {
		c.technical(s)
		return
	}
	fill := func() {
		if s.Fill == nil {
			return
		}
		p := painting{paint: s.Fill.Paint, opacity: s.Fill.Opacity * c.opacity, bounds: c.show(s.Path.Bounds())}
		if done, ok := c.apply(p); ok {
			c.path(s.Path)
			c.op(fillOp(s.Fill.Rule))
			done()
		}
	}
	stroke := func() {
		if s.Stroke == nil || !(s.Stroke.Width > 0) {
			return
		}
		p := painting{paint: s.Stroke.Paint, opacity: s.Stroke.Opacity * c.opacity, bounds: c.show(shapeBounds(s)), stroke: true, black: true}
		if done, ok := c.apply(p); ok {
			c.strokeStyle(s.Stroke.StrokeStyle)
			c.path(s.Path)
			c.op("S")
			done()
		}
	}
	if s.StrokeFirst {
		stroke()
		fill()
		return
	}
	fill()
	stroke()
}

// fillOp returns the operator that fills (ISO 32000-2 §8.5.3.3).
func fillOp(r render.FillRule) string {
	if r == render.EvenOdd {
		return "f*"
	}
	return "f"
}

// show returns the part of r that can be seen.
func (c *content) show(r geom.Rect) geom.Rect { return r.Intersect(c.bounds) }

// glyphKey names an outline as it is filled.
type glyphKey struct {
	outline *geom.Path
	rule    render.FillRule
}

// text fills the glyphs of t. An outline that is drawn more than once is
// written once, as a form that takes the current colour.
func (c *content) text(t *render.Text) {
	if t.Fill == nil || len(t.Glyphs) == 0 {
		return
	}
	path := t.Path()
	if c.layer.Technical() {
		c.technical(&render.Shape{Path: path, Fill: t.Fill})
		return
	}
	p := painting{paint: t.Fill.Paint, opacity: t.Fill.Opacity * c.opacity, bounds: c.show(path.Bounds()), black: true}
	done, ok := c.apply(p)
	if !ok {
		return
	}
	_, solid := p.paint.(render.Color)
	shared := func(g render.Glyph) bool { return solid && p.opacity == 1 && c.e.uses[g.Outline] > 1 }
	inline := false
	for _, g := range t.Glyphs {
		if !g.Outline.Empty() && !shared(g) {
			c.path(g.Outline.Transform(g.Matrix))
			inline = true
		}
	}
	if inline {
		c.op(fillOp(t.Fill.Rule))
	}
	for _, g := range t.Glyphs {
		if !g.Outline.Empty() && shared(g) {
			c.op("q")
			c.concat(g.Matrix)
			form := c.glyph(glyphKey{g.Outline, t.Fill.Rule})
			c.op(c.res.xobjects.name(form.String()) + " Do Q")
		}
	}
	done()
}

// glyph returns the form that fills an outline.
func (c *content) glyph(k glyphKey) ref {
	if r, ok := c.e.forms[k]; ok {
		return r
	}
	f := c.e.newContent(c.mode, geom.Rect{})
	f.path(k.outline)
	f.op(fillOp(k.rule))
	r := c.e.file.add(object{
		body:   "/Type /XObject /Subtype /Form /BBox " + rectangle(k.outline.Bounds()) + " /Resources << >>",
		data:   f.buf,
		stream: flate,
	})
	c.e.forms[k] = r
	return r
}

// countOutlines counts how often each outline is drawn below g.
func countOutlines(g *render.Group, uses map[*geom.Path]int) {
	if g == nil {
		return
	}
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			countOutlines(n, uses)
		case *render.Text:
			for _, gl := range n.Glyphs {
				uses[gl.Outline]++
			}
		}
	}
}
