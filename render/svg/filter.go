package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// filterWork is the cost of a filter, in the units of maxWork: it takes as much
// memory as a large path.
const filterWork = 1024

// filtered gives g the filters that e asks for (Filter Effects 1 §5). If one of
// them cannot be read, none is applied.
func (c *converter) filtered(e *element, p place, box boxFunc, g *render.Group) {
	value := e.own("filter")
	if value == "" || value == "none" {
		return
	}
	var list []*render.Filter
	for value != "" {
		name, args, rest, ok := function(value)
		value = rest
		var f *render.Filter
		if ok && name == "url" {
			f, ok = c.filterElement(e, unquote(args), p, box)
		} else if ok {
			f, ok = c.filterFunction(name, args, p)
		}
		if !ok || len(list) == maxEffects {
			c.report.add(e, "filter %.60q is not read; drawn without it", e.own("filter"))
			return
		}
		c.spend(e, filterWork)
		list = append(list, f)
	}
	// The last filter comes right before clip path, mask and opacity.
	for _, f := range list[:len(list)-1] {
		inner := render.NewGroup(g.Children...)
		inner.Filter = f
		g.Children = []render.Node{inner}
	}
	g.Filter = list[len(list)-1]
}

// function takes the function at the start of s apart.
func function(s string) (name, args, rest string, ok bool) {
	s = strings.TrimSpace(s)
	name, s, ok = strings.Cut(s, "(")
	args, rest = cutOutside(s, ')')
	return strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(args), strings.TrimSpace(rest), ok
}

// filterElement resolves a reference to a filter element for e at p.
func (c *converter) filterElement(e *element, ref string, p place, box boxFunc) (*render.Filter, bool) {
	target := e.target(ref)
	if target == nil || target.name != "filter" {
		return nil, false
	}
	u := measure{boxUnits: target.attr("filterUnits") != "userSpaceOnUse", view: p.view, font: c.styleOf(target).text.size}
	r := primitiveReader{c: c, filter: &render.Filter{Matrix: p.m}, names: map[string]render.Input{}}
	r.u = measure{boxUnits: target.attr("primitiveUnits") == "objectBoundingBox", view: p.view, font: u.font}
	r.box = geom.Rect{X1: 1, Y1: 1}
	if u.boxUnits || r.u.boxUnits {
		if r.box = box(); r.box.IsNowhere() || r.box.Empty() {
			return nil, false
		}
	}
	self := []*element{target}
	region := geom.RectWH(
		u.length(self, "x", percent(-10)), u.length(self, "y", percent(-10)),
		u.length(self, "width", percent(120)), u.length(self, "height", percent(120)))
	if u.boxUnits {
		region = inBox(r.box, region)
	}
	if region.Empty() || !finite(region) {
		return nil, false
	}
	r.filter.Region = region
	for _, child := range target.children {
		if child.name != textName && !undrawn[child.name] && !r.primitive(child) {
			c.report.add(child, "not supported in filters")
			return nil, false
		}
	}
	return r.filter, len(r.filter.Effects) <= maxEffects
}

// inBox returns r, given in fractions of box, in the units of box.
func inBox(box, r geom.Rect) geom.Rect {
	return geom.RectWH(
		box.X0+float64(r.X0*box.W()), box.Y0+float64(r.Y0*box.H()),
		float64(r.W()*box.W()), float64(r.H()*box.H()))
}
