package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// clipTo gives g the clip path that e asks for. It returns false if the
// element is not to be drawn (CSS Masking 1 §5.1 and §5.4).
func (c *converter) clipTo(e *element, p place, box boxFunc, g *render.Group) bool {
	target, value := c.reference(e, "clip-path")
	if target == nil {
		if value != "" {
			c.report.add(e, "clip-path %.60q is not read; not clipped", value)
		}
		return true
	}
	clip, ok := c.clip(target, p, box)
	g.Clip = clip
	return ok
}

// clip resolves a clipPath element for an element at p. It returns false if the
// element is not to be drawn, and nil if it is not clipped.
func (c *converter) clip(e *element, p place, box boxFunc) (*render.Clip, bool) {
	if e.name != "clipPath" {
		c.report.add(e, "not a clip path; what refers to it is not drawn")
		return nil, false
	}
	if !c.enter(e) {
		return nil, false
	}
	defer c.leave()
	if !c.follow(e) {
		return nil, false
	}
	defer c.unfollow()

	inner := p
	inner.style = c.styleOf(e)
	inner.around = nil
	inner.m = p.m.Mul(c.transform(e, "transform", inner))
	if e.attr("clipPathUnits") == "objectBoundingBox" {
		b := box()
		if b.IsNowhere() || b.Empty() { // SVG 2 §8.11
			c.report.add(e, "is in units of a bounding box without area; ignored")
			return nil, true
		}
		inner.m = inner.m.Mul(boxMatrix(b))
	}
	if _, ok := inner.m.Inverse(); !ok {
		return nil, false
	}
	clip := new(render.Clip)
	if target, _ := c.reference(e, "clip-path"); target != nil {
		and, ok := c.clip(target, p, box)
		if !ok {
			return nil, false
		}
		clip.And = and
	}
	for _, child := range e.children {
		c.clipChild(child, inner, nil, clip)
	}
	return clip, c.err == nil
}

// clippable holds the elements that clip, in a clipPath or through a use there.
var clippable = map[string]bool{
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true,
	"polyline": true, "polygon": true, "text": true,
}

// clipChild adds the shape of a child of a clipPath to clip. It is limited by
// and, if that is not nil.
func (c *converter) clipChild(e *element, p place, and *render.Clip, clip *render.Clip) {
	if e.name == textName || !c.enter(e) {
		return
	}
	defer c.leave()
	p, ok := c.at(e, p)
	if !ok || !shown(e) || p.style.hidden {
		return
	}

	var path *geom.Path
	var target *element
	switch {
	case e.name == "text":
		path = c.textOutline(e, p)
	case clippable[e.name]:
		path = c.outline(e, p)
	case e.name == "use":
		if target = c.useTarget(e); target == nil {
			return
		}
		if !clippable[target.name] {
			c.report.add(e, "<%s> has no place in a clip path; ignored", target.name)
			return
		}
	default:
		if !undrawn[e.name] {
			c.report.add(e, "has no place in a clip path; ignored")
		}
		return
	}

	if own, _ := c.reference(e, "clip-path"); own != nil {
		limit, ok := c.clip(own, p, c.clipChildBox(path, target, p))
		if !ok {
			return
		}
		if limit != nil {
			and = both(limit, and)
		}
	}
	if target != nil {
		p.m = p.m.Mul(geom.Translate(c.length(e, "x", p, length{}), c.length(e, "y", p, length{})))
		c.clipChild(target, p, and, clip)
		return
	}
	if !c.add(e, path) {
		return
	}
	if placed := c.placed(path, p.m); len(path.Ops) > 1 && withinReach(placed) {
		clip.Shapes = append(clip.Shapes, render.ClipShape{Path: placed, Rule: p.style.clipRule, Crisp: p.style.crisp, Clip: and})
	}
}

// clipChildBox returns the bounding box of a child of a clipPath: of its path or
// of what it uses.
func (c *converter) clipChildBox(path *geom.Path, target *element, p place) boxFunc {
	return func() geom.Rect {
		if path == nil {
			path = c.outline(target, p)
		}
		return path.Bounds()
	}
}

// both returns a clip that limits to a and to b; a is new, b may be nil.
func both(a, b *render.Clip) *render.Clip {
	last := a
	for last.And != nil {
		last = last.And
	}
	last.And = b
	return a
}
