package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// useSize is the size that a use element gives to the svg it refers to
// (SVG 2 §5.6.2); nil where it gives none.
type useSize struct{ w, h *length }

// use draws the element that e refers to.
func (c *converter) use(e *element, p place, out *render.Group) {
	target := c.useTarget(e)
	if target == nil {
		return
	}
	if e.within(target) {
		c.report.add(e, "lies in what it refers to; not drawn")
		return
	}
	if !c.follow(e) {
		return
	}
	defer c.unfollow()
	p.use = useSize{}
	p.around = c.contextOfUse(e, target, p)
	c.used(e, target, p, out)
}

// useTarget returns the element that a use refers to, or nil.
func (c *converter) useTarget(e *element) *element {
	ref := e.href()
	if ref == "" {
		c.report.add(e, "refers to nothing")
		return nil
	}
	doc := e.doc
	if file, id, ok := strings.Cut(ref, "#"); ok && file != "" {
		if doc = c.file(e, file); doc == nil {
			return nil
		}
		ref = "#" + id
	}
	target := doc.ids[strings.TrimPrefix(ref, "#")]
	if target == nil || !strings.HasPrefix(ref, "#") {
		c.report.add(e, "there is no element %.60q", ref)
		return nil
	}
	return target
}

// file returns another file, or nil if it cannot be read.
func (c *converter) file(e *element, name string) *document {
	if doc, ok := c.files[name]; ok {
		return doc
	}
	c.files[name] = nil
	if c.o.Open == nil || c.nested > 0 {
		c.report.add(e, "the other file %.60q is not read", name)
		return nil
	}
	data, err := c.o.Open(name)
	if err == nil && len(c.files) > maxFiles {
		c.report.add(e, "more than %d other files", maxFiles)
		return nil
	}
	if err != nil {
		c.report.add(e, "%v", err)
		return nil
	}
	doc, err := parse(data, name, false, c.report)
	if err != nil {
		c.report.add(e, "%v", err)
		return nil
	}
	c.files[name] = doc
	return doc
}

// used draws target as the child of a use element at p.
func (c *converter) used(e, target *element, p place, out *render.Group) {
	p.m = p.m.Mul(geom.Translate(c.length(e, "x", p, length{}), c.length(e, "y", p, length{})))
	switch target.name {
	case "symbol":
		c.symbol(e, target, p, out)
		return
	case "svg":
		p.use = useSize{optionalLength(e, "width"), optionalLength(e, "height")}
	}
	c.element(target, p, out)
}

func optionalLength(e *element, name string) *length {
	if l, ok := parseLength(e.attr(name)); ok {
		return &l
	}
	return nil
}

// symbol draws a symbol in the viewport that the use element e gives it
// (SVG 2 §5.5).
func (c *converter) symbol(e, symbol *element, p place, out *render.Group) {
	if !c.enter(symbol) {
		return
	}
	defer c.leave()
	if !shown(symbol) {
		return
	}
	view := geom.Rect{X1: c.length(e, "width", p, percent(100)), Y1: c.length(e, "height", p, percent(100))}
	if view.W() == 0 || view.H() == 0 {
		return
	}
	p, ok := c.at(symbol, p)
	if !ok {
		return
	}
	g := render.NewGroup()
	c.inViewport(symbol, view, p, g)
	if !view.Empty() && clipsOverflow(symbol) {
		g = c.clippedTo(view, p.m, g)
	}
	c.finish(symbol, p, g, out)
}

// nestedSVG draws an inner svg element (SVG 2 §5.1.2).
func (c *converter) nestedSVG(e *element, p place, out *render.Group) {
	w, h := c.length(e, "width", p, percent(100)), c.length(e, "height", p, percent(100))
	if p.use.w != nil {
		w = p.use.w.px(p.view.w, p.style.text.size)
	}
	if p.use.h != nil {
		h = p.use.h.px(p.view.h, p.style.text.size)
	}
	if w == 0 || h == 0 {
		return
	}
	view := geom.RectWH(c.length(e, "x", p, length{}), c.length(e, "y", p, length{}), w, h)
	// An svg without a size of its own is not clipped: it fills its parent.
	sized := p.use.w != nil || p.use.h != nil || e.has("width") && e.has("height")
	p.use = useSize{}
	g := render.NewGroup()
	c.inViewport(e, view, p, g)
	if sized && !view.Empty() && clipsOverflow(e) {
		g = c.clippedTo(view, p.m, g)
	}
	out.Children = append(out.Children, g)
}

// inViewport draws the children of an svg or symbol in the rectangle view.
func (c *converter) inViewport(e *element, view geom.Rect, p place, out *render.Group) {
	if box, ok := c.viewBox(e); ok && !view.Empty() {
		p.m = p.m.Mul(parseAspect(e.attr("preserveAspectRatio")).matrix(box, view))
		p.view = viewport{box.W(), box.H()}
	} else {
		p.m = p.m.Mul(geom.Translate(view.X0, view.Y0))
		if !view.Empty() {
			p.view = viewport{view.W(), view.H()}
		}
	}
	c.children(e, p, out)
}

// clipsOverflow reports whether what lies outside of e's viewport is hidden.
func clipsOverflow(e *element) bool {
	v := e.own("overflow")
	return v != "visible" && v != "auto"
}

// clippedTo returns a group of g, clipped to a rectangle of the user space.
func (c *converter) clippedTo(r geom.Rect, m geom.Matrix, g *render.Group) *render.Group {
	outer := render.NewGroup(g)
	outer.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: c.placed(r.Path(), m)}}}
	return outer
}

// placed returns path in the drawing, on its grid.
func (c *converter) placed(path *geom.Path, m geom.Matrix) *geom.Path {
	path = path.Transform(m)
	path.Quantize(c.step)
	return path
}
