package svg

import (
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// server writes the definition of a paint server (SVG 2 §14) and returns its
// identifier, or 0 for a Color, which needs none.
func (e *encoder) server(p render.Paint) int {
	switch p := p.(type) {
	case render.Color:
		return 0
	case *render.LinearGradient:
		return e.linear(p)
	case *render.RadialGradient:
		return e.radial(p)
	case *render.Pattern:
		return e.pattern(p)
	}
	panic(fmt.Sprintf("svg: unknown paint %T", p))
}

// fill writes the attributes of f; server is the identifier of its paint.
func (e *encoder) fill(f *render.Fill, server int) {
	if f == nil {
		e.attr("fill", "none")
		return
	}
	// Black is the default, but a page may set another one for what is in it.
	e.paint("fill", f.Paint, server)
	if f.Opacity != 1 {
		e.number("fill-opacity", f.Opacity)
	}
	if f.Rule == render.EvenOdd {
		e.attr("fill-rule", "evenodd")
	}
}

func (e *encoder) paint(name string, p render.Paint, server int) {
	if c, ok := p.(render.Color); ok {
		e.color(name, c.RGB)
		return
	}
	e.url(name, server)
}

// color writes #rgb or #rrggbb.
func (e *encoder) color(name string, c render.RGB) {
	e.open(name)
	e.out = appendHex(e.out, c)
	e.str(`"`)
}

func appendHex(dst []byte, c render.RGB) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '#')
	short := c.R%17 == 0 && c.G%17 == 0 && c.B%17 == 0
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		dst = append(dst, digits[v>>4])
		if !short {
			dst = append(dst, digits[v&15])
		}
	}
	return dst
}

// stroke writes the attributes of s that differ from SVG's defaults.
func (e *encoder) stroke(s *render.Stroke, server int) {
	e.paint("stroke", s.Paint, server)
	if s.Opacity != 1 {
		e.number("stroke-opacity", s.Opacity)
	}
	if s.Width != 1 {
		e.number("stroke-width", s.Width)
	}
	switch s.Cap {
	case geom.CapRound:
		e.attr("stroke-linecap", "round")
	case geom.CapSquare:
		e.attr("stroke-linecap", "square")
	}
	switch s.Join {
	case geom.JoinMiterClip:
		e.attr("stroke-linejoin", "miter-clip")
	case geom.JoinRound:
		e.attr("stroke-linejoin", "round")
	case geom.JoinBevel:
		e.attr("stroke-linejoin", "bevel")
	}
	if s.MiterLimit != 4 && s.Join != geom.JoinRound && s.Join != geom.JoinBevel {
		e.number("stroke-miterlimit", s.MiterLimit)
	}
	if len(s.Dash) == 0 {
		return
	}
	e.open("stroke-dasharray")
	e.values(s.Dash...)
	e.str(`"`)
	if s.DashOffset != 0 {
		e.number("stroke-dashoffset", s.DashOffset)
	}
}

// linear writes a gradient without its matrix: an affine map takes the lines
// of equal colour to lines, and the gradient's own line may be replaced by the
// one that stands upright on them.
func (e *encoder) linear(g *render.LinearGradient) int {
	p0, p1 := g.Matrix.Apply(g.P0), g.Matrix.Apply(g.P1)
	along := g.P1.Sub(g.P0)
	linear := g.Matrix
	linear.E, linear.F = 0, 0
	lines := linear.Apply(geom.Pt(-along.Y, along.X))
	if length := lines.Dot(lines); length > 0 {
		v := p1.Sub(p0)
		p1 = p1.Sub(lines.Mul(v.Dot(lines) / length))
	}
	d := e.define("linearGradient")
	e.attr("gradientUnits", "userSpaceOnUse")
	e.number("x1", p0.X)
	e.number("y1", p0.Y)
	e.number("x2", p1.X)
	e.number("y2", p1.Y)
	e.stops(g.Spread, g.Stops)
	return e.defined(d, "linearGradient")
}

// radial writes a gradient in drawing coordinates if its circles stay circles,
// and otherwise on the unit circle, so that its matrix needs few decimals.
func (e *encoder) radial(g *render.RadialGradient) int {
	d := e.define("radialGradient")
	e.attr("gradientUnits", "userSpaceOnUse")
	coarse := e.grid
	if m := g.Matrix; m.Similar() {
		k := m.MeanScale()
		e.circles(m.Apply(g.C), m.Apply(g.F), float64(g.R*k), float64(g.FR*k))
	} else {
		e.transform("gradientTransform", m.Mul(geom.Translate(g.C.X, g.C.Y)).Mul(geom.Scale(g.R, g.R)))
		e.grid = coarse.finer(3)
		e.circles(geom.Point{}, g.F.Sub(g.C).Mul(1/g.R), 1, g.FR/g.R)
	}
	e.grid = coarse
	e.stops(g.Spread, g.Stops)
	return e.defined(d, "radialGradient")
}

// circles writes the end circle of a gradient, and its focal one if there is.
func (e *encoder) circles(c, f geom.Point, r, fr float64) {
	e.number("cx", c.X)
	e.number("cy", c.Y)
	e.number("r", r)
	if e.point(f) != e.point(c) {
		e.number("fx", f.X)
		e.number("fy", f.Y)
	}
	if e.round(fr) != 0 {
		e.number("fr", fr)
	}
}

func (e *encoder) stops(spread render.Spread, stops []render.Stop) {
	switch spread {
	case render.SpreadReflect:
		e.attr("spreadMethod", "reflect")
	case render.SpreadRepeat:
		e.attr("spreadMethod", "repeat")
	}
	e.str(">\n")
	for _, s := range stops {
		e.str("<stop")
		if ink := e.dark(s.Color); ink > 0 {
			e.open("class")
			e.inkClass('c', ink)
			e.str(`"`)
		}
		if s.Offset != 0 {
			e.number("offset", s.Offset)
		}
		if s.Color.RGB != (render.RGB{}) {
			e.color("stop-color", s.Color.RGB)
		}
		if s.Opacity != 1 {
			e.number("stop-opacity", s.Opacity)
		}
		e.str("/>\n")
	}
}

// pattern writes a pattern (SVG 2 §14.3), its content in pattern space.
func (e *encoder) pattern(p *render.Pattern) int {
	outer, inner, area := e.grid, e.grid, e.area
	for k := p.Matrix.MeanScale(); k > 1 && inner.decimals < maxDecimals; k /= 10 {
		inner = inner.finer(1)
	}
	e.grid, e.area = inner, p.Tile
	d := e.define("pattern")
	e.attr("patternUnits", "userSpaceOnUse")
	e.origin(p.Tile.X0, p.Tile.Y0)
	e.number("width", p.Tile.W())
	e.number("height", p.Tile.H())
	if p.Tile.X0 != 0 || p.Tile.Y0 != 0 {
		// Without it, viewers move the content to the corner of the tile.
		e.open("viewBox")
		e.values(p.Tile.X0, p.Tile.Y0, p.Tile.W(), p.Tile.H())
		e.str(`"`)
	}
	if p.Matrix != geom.Identity {
		e.grid = outer
		e.transform("patternTransform", p.Matrix)
		e.grid = inner
	}
	e.str(">\n")
	if p.Content != nil {
		e.group(p.Content)
	}
	e.grid, e.area = outer, area
	return e.defined(d, "pattern")
}
