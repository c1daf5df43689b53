package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// clip writes the definition of c (CSS Masking 1 §5) and returns its
// identifier, 0 for nil.
func (e *encoder) clip(c *render.Clip) int {
	if c == nil {
		return 0
	}
	and := e.clip(c.And)
	var own []int // of each shape
	for _, s := range c.Shapes {
		own = append(own, e.clip(s.Clip))
	}
	d := e.define("clipPath")
	e.url("clip-path", and)
	e.str(">\n")
	for i, s := range c.Shapes {
		if s.Path.Empty() {
			continue
		}
		e.str("<path")
		e.url("clip-path", own[i])
		if s.Rule == render.EvenOdd {
			e.attr("clip-rule", "evenodd")
		}
		e.crisp(s.Crisp)
		e.data(s.Path, geom.Identity)
		e.str("/>\n")
	}
	return e.defined(d, "clipPath")
}

// mask writes the definition of m (CSS Masking 1 §6), without m.And.
func (e *encoder) mask(m *render.Mask) int {
	region, limit := e.area.Inset(-max(e.area.W(), e.area.H())), 0
	if m.Region != nil {
		bounds := m.Region.Bounds()
		if bounds.IsNowhere() {
			bounds = geom.Rect{}
		}
		region = bounds
		if !isRect(m.Region, bounds) {
			limit = e.clip(&render.Clip{Shapes: []render.ClipShape{{Path: m.Region}}})
		}
	}
	d := e.define("mask")
	e.attr("maskUnits", "userSpaceOnUse")
	e.number("x", region.X0)
	e.number("y", region.Y0)
	e.number("width", region.W())
	e.number("height", region.H())
	if m.Alpha {
		e.attr("mask-type", "alpha")
	} else if m.LinearRGB {
		e.attr("color-interpolation", "linearRGB")
	}
	e.str(">\n")
	if limit != 0 {
		e.str("<g")
		e.url("clip-path", limit)
		e.str(">\n")
	}
	if m.Content != nil {
		e.group(m.Content)
	}
	if limit != 0 {
		e.canvas.Gend()
	}
	return e.defined(d, "mask")
}

// isRect reports whether p is the outline of r, in either direction.
func isRect(p *geom.Path, r geom.Rect) bool {
	if len(p.Pts) != 4 && (len(p.Pts) != 5 || p.Pts[4] != p.Pts[0]) {
		return false
	}
	for i, op := range p.Ops {
		if op == geom.QuadTo || op == geom.CubeTo || op == geom.MoveTo && i > 0 {
			return false
		}
	}
	for i, a := range p.Pts[:4] {
		b := p.Pts[(i+1)%4]
		corner := (a.X == r.X0 || a.X == r.X1) && (a.Y == r.Y0 || a.Y == r.Y1)
		if !corner || a.X != b.X && a.Y != b.Y || a == b {
			return false
		}
	}
	return true
}
