package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// maskBy gives g the mask that e asks for. It returns false if the element is
// not to be drawn.
func (c *converter) maskBy(e *element, p place, box boxFunc, g *render.Group) bool {
	target, value := c.reference(e, "mask")
	if target == nil {
		if value != "" {
			c.report.add(e, "mask %.60q is not read; not masked", value)
		}
		return true
	}
	mask, ok := c.resolveMask(target, p, box)
	g.Mask = mask
	return ok
}

// resolveMask resolves a mask element for an element at p (CSS Masking 1 §6).
func (c *converter) resolveMask(e *element, p place, box boxFunc) (*render.Mask, bool) {
	if e.name != "mask" {
		c.report.add(e, "not a mask; what refers to it is not drawn")
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

	boxContent := e.attr("maskContentUnits") == "objectBoundingBox"
	u := measure{boxUnits: e.attr("maskUnits") != "userSpaceOnUse", view: p.view, font: c.styleOf(e).text.size}
	self := []*element{e}
	region := geom.RectWH(
		u.length(self, "x", percent(-10)), u.length(self, "y", percent(-10)),
		u.length(self, "width", percent(120)), u.length(self, "height", percent(120)))
	if region.Empty() || !finite(region) {
		c.report.add(e, "size is not positive; what refers to it is not drawn")
		return nil, false
	}
	inner := place{style: c.styleOf(e), m: p.m, view: p.view}
	regionMatrix := p.m
	if u.boxUnits || boxContent {
		b := box()
		if b.IsNowhere() || b.Empty() {
			c.report.add(e, "is in units of a bounding box without area; what refers to it is not drawn")
			return nil, false
		}
		if u.boxUnits {
			regionMatrix = regionMatrix.Mul(boxMatrix(b))
		}
		if boxContent {
			inner.m = inner.m.Mul(boxMatrix(b))
		}
	}

	mask := &render.Mask{Content: render.NewGroup(), Region: c.placed(region.Path(), regionMatrix)}
	mask.Alpha = e.own("mask-type") == "alpha"
	mask.LinearRGB = inner.style.linear
	if target, _ := c.reference(e, "mask"); target != nil {
		and, ok := c.resolveMask(target, p, box)
		if !ok {
			return nil, false
		}
		mask.And = and
	}
	c.unmarked++
	c.children(e, inner, mask.Content)
	c.unmarked--
	prune(mask.Content)
	return mask, c.err == nil
}
