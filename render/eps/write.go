package eps

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// num writes v with at most so many decimals.
func num(v float64, decimals int) string {
	pow := 1.0
	for range decimals {
		pow *= 10
	}
	return strconv.FormatFloat(math.Round(v*pow)/pow+0, 'f', -1, 64)
}

// fractions writes percentages of inks as numbers from 0 to 1.
func fractions(cmyk [4]float64) string {
	var b strings.Builder
	for i, v := range cmyk {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(num(v/100, 4))
	}
	return b.String()
}

// psString writes a string in parentheses, in Latin-1, which is what readers
// of comments expect; other characters become question marks.
func psString(s string) string {
	b := []byte{'('}
	for _, r := range s {
		switch {
		case r == '(' || r == ')' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= ' ' && r <= '~':
			b = append(b, byte(r))
		case r >= 0xA0 && r <= 0xFF:
			b = fmt.Appendf(b, "\\%03o", r)
		default:
			b = append(b, '?')
		}
	}
	return string(append(b, ')'))
}

// path writes the construction of p, to a thousandth of a unit.
func (e *encoder) path(p *geom.Path) {
	point := func(q geom.Point) {
		e.body = append(e.body, num(q.X, 3)+" "+num(q.Y, 3)+" "...)
	}
	i, cur, start := 0, geom.Point{}, geom.Point{}
	for _, op := range p.Ops {
		pts := p.Pts[i : i+op.Points()]
		i += op.Points()
		switch op {
		case geom.MoveTo:
			point(pts[0])
			e.op("m")
			start = pts[0]
		case geom.LineTo:
			point(pts[0])
			e.op("l")
		case geom.QuadTo: // the same curve, as a cubic
			point(cur.Lerp(pts[0], 2.0/3))
			point(pts[1].Lerp(pts[0], 2.0/3))
			point(pts[1])
			e.op("c")
		case geom.CubeTo:
			point(pts[0])
			point(pts[1])
			point(pts[2])
			e.op("c")
		case geom.Close:
			e.op("h")
			cur = start
		}
		if len(pts) > 0 {
			cur = pts[len(pts)-1]
		}
	}
}

// shading fills the clip with a gradient (PLRM §4.9.3).
func (e *encoder) shading(p render.Paint) {
	var stops []render.Stop
	var geometry string
	var matrix geom.Matrix
	var spread render.Spread
	switch g := p.(type) {
	case *render.LinearGradient:
		stops, matrix, spread = g.Stops, g.Matrix, g.Spread
		geometry = fmt.Sprintf("/ShadingType 2 /Coords [%s %s %s %s]", num(g.P0.X, 5), num(g.P0.Y, 5), num(g.P1.X, 5), num(g.P1.Y, 5))
	case *render.RadialGradient:
		stops, matrix, spread = g.Stops, g.Matrix, g.Spread
		geometry = fmt.Sprintf("/ShadingType 3 /Coords [%s %s %s %s %s %s]",
			num(g.F.X, 5), num(g.F.Y, 5), num(g.FR, 5), num(g.C.X, 5), num(g.C.Y, 5), num(g.R, 5))
	default:
		e.refuse("a pattern")
		return
	}
	if spread != render.SpreadPad {
		e.refuse("a gradient that repeats")
		return
	}
	m := matrix
	e.op(fmt.Sprintf("[%s %s %s %s %s %s] concat", num(m.A, 7), num(m.B, 7), num(m.C, 7), num(m.D, 7), num(m.E, 4), num(m.F, 4)))
	e.op(fmt.Sprintf("<< %s /ColorSpace /DeviceCMYK /Extend [true true] /Function %s >> shfill", geometry, e.ramp(stops)))
}

// ramp writes the function from 0..1 to the colours of stops (PLRM §3.10.2 and
// §3.10.3).
func (e *encoder) ramp(stops []render.Stop) string {
	var fns, bounds []string
	prev, at := "", 0.0
	piece := func(to float64, color string) {
		if to > at {
			fns = append(fns, fmt.Sprintf("<< /FunctionType 2 /Domain [0 1] /C0 [%s] /C1 [%s] /N 1 >>", prev, color))
			bounds = append(bounds, num(to, 5))
		}
		prev, at = color, max(at, to)
	}
	for i, s := range stops {
		cmyk, spot := e.tint(s.Color)
		if spot != "" {
			e.refuse("a gradient of a spot colour")
		}
		if s.Opacity != 1 {
			e.refuse("a gradient with a stop that is not opaque")
		}
		if i == 0 {
			prev = fractions(cmyk)
		}
		piece(s.Offset, fractions(cmyk))
	}
	piece(1, prev)
	if len(fns) == 1 {
		return fns[0]
	}
	return fmt.Sprintf("<< /FunctionType 3 /Domain [0 1] /Functions [%s] /Bounds [%s] /Encode [%s] >>",
		strings.Join(fns, " "), strings.Join(bounds[:len(bounds)-1], " "), strings.TrimSpace(strings.Repeat("0 1 ", len(fns))))
}
