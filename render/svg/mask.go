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

	mask := &render.Mask{Content: render.NewGroup(), Alpha: e.own("mask-type") == "alpha", LinearRGB: c.styleOf(e).linear}
	inner := place{style: c.styleOf(e), m: p.m, view: p.view}
	if !c.maskUnits(e, &inner, box, mask) {
		return nil, false
	}
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

// maskUnits sets the region of a mask and moves p to the space of its contents.
func (c *converter) maskUnits(e *element, p *place, box boxFunc, mask *render.Mask) bool {
	u := measure{boxUnits: e.attr("maskUnits") != "userSpaceOnUse", view: p.view, font: p.style.text.size}
	self := []*element{e}
	region := geom.RectWH(
		u.length(self, "x", percent(-10)), u.length(self, "y", percent(-10)),
		u.length(self, "width", percent(120)), u.length(self, "height", percent(120)))
	if region.Empty() || !finite(region) {
		c.report.add(e, "size is not positive; what refers to it is not drawn")
		return false
	}
	regionMatrix := p.m
	boxContent := e.attr("maskContentUnits") == "objectBoundingBox"
	if u.boxUnits || boxContent {
		b := box()
		if b.IsNowhere() || b.Empty() {
			c.report.add(e, "is in units of a bounding box without area; what refers to it is not drawn")
			return false
		}
		if u.boxUnits {
			regionMatrix = p.m.Mul(boxMatrix(b))
		}
		if boxContent {
			p.m = p.m.Mul(boxMatrix(b))
		}
	}
	mask.Region = c.placed(region.Path(), regionMatrix)
	return true
}
