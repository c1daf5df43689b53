package svg

import (
	"panonceau/render"
)

// filtered gives g the filters that e asks for. It returns nil if the element is
// not to be drawn.
func (c *converter) filtered(e *element, p place, box boxFunc, g *render.Group) *render.Group {
	v := e.own("filter")
	if v == "" || v == "none" {
		return g
	}
	c.report.add(e, "filter %.60q is not read", v)
	return g
}
