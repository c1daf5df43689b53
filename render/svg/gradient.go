package svg

import (
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// chain returns a paint server and those it inherits from by href, itself
// first (SVG 2 §14.1.1).
func (c *converter) chain(e *element, names ...string) []*element {
	var list []*element
	for e != nil && len(list) < 32 {
		known := false
		for _, n := range names {
			known = known || e.name == n
		}
		if !known {
			break
		}
		for _, before := range list {
			if before == e {
				c.report.add(e, "inherits from itself")
				return list
			}
		}
		list = append(list, e)
		ref := e.href()
		if ref == "" {
			break
		}
		if e.target(ref) == nil {
			c.report.add(e, "there is no element %.60q", ref)
		}
		e = e.target(ref)
	}
	return list
}

// inherited returns an attribute of the first element of a chain that has it.
// Only elements named like the first one lend their geometry.
func inherited(chain []*element, name string) (string, bool) {
	for _, e := range chain {
		if v, ok := e.lookupAttr(name); ok {
			return strings.TrimSpace(v), true
		}
	}
	return "", false
}

// A measure resolves the lengths of an element in units of userSpaceOnUse or
// objectBoundingBox.
type measure struct {
	boxUnits bool
	view     viewport
	font     float64
}

// length resolves an attribute of a chain. In objectBoundingBox units a
// percentage is a fraction of 1.
func (u measure) length(chain []*element, name string, def length) float64 {
	l := def
	if v, ok := inherited(chain, name); ok {
		if parsed, ok := parseLength(v); ok {
			l = parsed
		}
	}
	return u.px(l, name)
}

func (u measure) px(l length, name string) float64 {
	if u.boxUnits {
		return l.px(1, u.font)
	}
	whole := u.view.diagonal()
	switch name {
	case "x", "x1", "x2", "cx", "fx", "width":
		whole = u.view.w
	case "y", "y1", "y2", "cy", "fy", "height":
		whole = u.view.h
	}
	return l.px(whole, u.font)
}

// gradient returns a gradient at p, or the colour it amounts to.
func (c *converter) gradient(e *element, p place, box boxFunc) (render.Paint, float64, bool) {
	chain := c.chain(e, "linearGradient", "radialGradient")
	stops := c.stops(chain)
	if len(stops) == 0 {
		return nil, 0, false
	}
	last := stops[len(stops)-1]
	if len(stops) == 1 {
		return last.Color, last.Opacity, true
	}

	units, _ := inherited(chain, "gradientUnits")
	u := measure{boxUnits: units != "userSpaceOnUse", view: p.view, font: c.styleOf(e).text.size}
	m := p.m
	if u.boxUnits {
		b := box()
		if b.IsNowhere() || b.Empty() {
			return nil, 0, false // SVG 2 §8.11
		}
		m = m.Mul(boxMatrix(b))
	}
	m = m.Mul(c.serverTransform(chain, "gradientTransform", p))
	if _, ok := m.Inverse(); !ok {
		return nil, 0, false
	}
	spread := spreads[firstOf(inherited(chain, "spreadMethod"))]

	if e.name == "linearGradient" {
		own := only(chain, e.name)
		g := &render.LinearGradient{Matrix: m, Spread: spread, Stops: stops}
		g.P0 = geom.Pt(u.length(own, "x1", length{}), u.length(own, "y1", length{}))
		g.P1 = geom.Pt(u.length(own, "x2", percent(100)), u.length(own, "y2", length{}))
		if g.P1.Sub(g.P0).Len() == 0 || !g.P0.Finite() || !g.P1.Finite() {
			return last.Color, last.Opacity, true // SVG 2 §14.2.2.2
		}
		return g, 1, true
	}
	return radial(only(chain, e.name), u, &render.RadialGradient{Matrix: m, Spread: spread, Stops: stops})
}

// radial sets the circles of g (SVG 2 §14.2.3.2).
func radial(chain []*element, u measure, g *render.RadialGradient) (render.Paint, float64, bool) {
	g.C = geom.Pt(u.length(chain, "cx", percent(50)), u.length(chain, "cy", percent(50)))
	g.R = u.length(chain, "r", percent(50))
	g.FR = u.length(chain, "fr", length{})
	g.F = g.C
	if _, ok := inherited(chain, "fx"); ok {
		g.F.X = u.length(chain, "fx", length{})
	}
	if _, ok := inherited(chain, "fy"); ok {
		g.F.Y = u.length(chain, "fy", length{})
	}
	if g.FR < 0 {
		g.FR = 0
	}
	if !(g.R > 0) || !g.C.Finite() || !g.F.Finite() || math.IsInf(g.R, 0) || math.IsInf(g.FR, 0) {
		last := g.Stops[len(g.Stops)-1]
		return last.Color, last.Opacity, true
	}
	if g.FR == g.R && g.F == g.C {
		// The circles coincide: the first colour within, the last without.
		first, last := g.Stops[0], g.Stops[len(g.Stops)-1]
		edge := first
		edge.Offset, last.Offset = 1, 1
		first.Offset = 0
		g.FR, g.Stops = 0, []render.Stop{first, edge, last}
	}
	return g, 1, true
}

// only returns the elements of the given name.
func only(chain []*element, name string) []*element {
	var list []*element
	for _, e := range chain {
		if e.name == name {
			list = append(list, e)
		}
	}
	return list
}

func firstOf(s string, _ bool) string { return s }

var spreads = map[string]render.Spread{"reflect": render.SpreadReflect, "repeat": render.SpreadRepeat}

// serverTransform returns the transform of the first element that has one.
func (c *converter) serverTransform(chain []*element, name string, p place) geom.Matrix {
	for _, e := range chain {
		if e.has(name) {
			m := c.transform(e, name, p)
			if _, ok := m.Inverse(); !ok {
				c.report.add(e, "%s cannot be inverted; ignored", name)
				return geom.Identity
			}
			return m
		}
	}
	return geom.Identity
}

// stops returns the stops of the first element of a chain that has any
// (SVG 2 §14.2.4).
func (c *converter) stops(chain []*element) []render.Stop {
	for _, g := range chain {
		stops, known := c.stopsOf[g]
		if !known {
			for _, e := range g.children {
				if e.name == "stop" && len(stops) < maxStops {
					stops = append(stops, c.stop(e, stops))
				}
			}
			c.stopsOf[g] = stops
		}
		if len(stops) > 0 {
			return stops
		}
	}
	return nil
}

// stop reads one stop. Its offset is never less than those before.
func (c *converter) stop(e *element, before []render.Stop) render.Stop {
	offset, ok := parseRatio(strings.TrimSpace(e.attr("offset")))
	if !ok && e.has("offset") {
		c.report.add(e, "offset %.40q is not valid; taken as 0", e.attr("offset"))
	}
	offset = clamp01(offset)
	if n := len(before); n > 0 {
		offset = max(offset, before[n-1].Offset)
	}
	color := c.color(e, "stop-color")
	return render.Stop{
		Offset:  offset,
		Color:   render.Color{RGB: color.RGB},
		Opacity: float64(color.a * c.opacity(e, "stop-opacity")),
	}
}
