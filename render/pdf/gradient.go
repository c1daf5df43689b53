package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A ramp is what axial and radial gradients have in common: colours along a
// parameter t, which is 0 to 1 between the ends and repeats beyond them.
type ramp struct {
	stops  []render.Stop
	spread render.Spread
	matrix geom.Matrix
	t0, t1 float64 // what part of the line can be seen
}

// gradientOp returns the operator that makes a gradient the current colour
// within bounds. Mask is a soft mask for stops that are not opaque, or 0.
func (c *content) gradientOp(p render.Paint, bounds geom.Rect, stroke bool) (op string, mask ref) {
	var r ramp
	var geometry string
	switch g := p.(type) {
	case *render.LinearGradient:
		r, geometry = linear(g, bounds)
	case *render.RadialGradient:
		r, geometry = radial(g, bounds)
	}
	alpha := slices.ContainsFunc(r.stops, func(s render.Stop) bool { return s.Opacity < 1 })
	space, colors := c.stopColors(r.stops)
	op = c.patternOp(c.shading(r, geometry, space, colors, c.base), stroke)
	if alpha {
		mask = c.alphaMask(r, geometry, bounds)
	}
	for _, s := range r.stops {
		if c.mode == modeInk {
			c.lay(bounds, c.e.tint(s.Color))
		}
	}
	return op, mask
}

// shading writes the pattern that fills with r (ISO 32000-2 §8.7.4.5.3 and
// §8.7.4.5.4).
func (c *content) shading(r ramp, geometry, space string, colors [][]float64, base geom.Matrix) ref {
	fn := c.e.stitch(r, colors)
	return c.e.file.value("<< /Type /Pattern /PatternType 2 /Matrix [%s] /Shading << %s /ColorSpace %s /Domain [%s] /Function %s /Extend [true true] >> >>",
		appendMatrix(nil, base.Mul(r.matrix)), geometry, space, nums(r.t0, r.t1), fn)
}

// patternOp returns the operator that makes a pattern the current colour (ISO
// 32000-2 §8.7.3.2).
func (c *content) patternOp(p ref, stroke bool) string {
	n := c.res.patterns.name(p.String())
	if stroke {
		return "/Pattern CS " + n + " SCN"
	}
	return "/Pattern cs " + n + " scn"
}

// stopColors returns the colour space of a gradient and its colours in it.
func (c *content) stopColors(stops []render.Stop) (space string, colors [][]float64) {
	colors = make([][]float64, len(stops))
	switch c.mode {
	case modeGray:
		for i, s := range stops {
			colors[i] = []float64{luminance(s.Color.RGB, c.linear)}
		}
		return "/DeviceGray", colors
	case modeRGB:
		for i, s := range stops {
			colors[i] = []float64{float64(s.Color.R) / 255, float64(s.Color.G) / 255, float64(s.Color.B) / 255}
		}
		return "/DeviceRGB", colors
	}
	var spots []spot
	for i, s := range stops {
		t := c.e.tint(s.Color)
		if t.spot == "" {
			colors[i] = []float64{t.cmyk[0] / 100, t.cmyk[1] / 100, t.cmyk[2] / 100, t.cmyk[3] / 100}
			continue
		}
		c.e.separation(t.spot, t.cmyk)
		k := slices.IndexFunc(spots, func(s spot) bool { return s.name == t.spot })
		if k < 0 {
			k = len(spots)
			all := c.e.spots
			spots = append(spots, all[max(0, slices.IndexFunc(all, func(s spot) bool { return s.name == t.spot }))])
		}
		colors[i] = make([]float64, 4+k+1)
		colors[i][4+k] = 1
	}
	if len(spots) == 0 {
		return "/DeviceCMYK", colors
	}
	for i, v := range colors {
		colors[i] = append(v, make([]float64, 4+len(spots)-len(v))...)
	}
	return c.e.deviceN(spots).String(), colors
}

// alphaMask returns a luminosity mask of the opacities of r's stops (ISO
// 32000-2 §11.6.5.2).
func (c *content) alphaMask(r ramp, geometry string, bounds geom.Rect) ref {
	c.e.transparent("gradient with a stop that is not opaque")
	alphas := make([][]float64, len(r.stops))
	for i, s := range r.stops {
		alphas[i] = []float64{s.Opacity}
	}
	form := c.form(bounds, grayGroup, modeGray, func(m *content) {
		m.op(m.patternOp(m.shading(r, geometry, "/DeviceGray", alphas, geom.Identity), false))
		m.path(bounds.Path())
		m.op("f")
	})
	return c.e.file.value("<< /S /Luminosity /G %v >>", form)
}

// stitch writes the function from t to colours: an exponential function with
// exponent 1 between each two stops, joined by a stitching function (ISO
// 32000-2 §7.10.3 and §7.10.4).
func (e *encoder) stitch(r ramp, colors [][]float64) string {
	var fns []string
	bounds := []float64{r.t0}
	piece := func(from, to float64, a, b []float64) {
		if to > from {
			fns = append(fns, fmt.Sprintf("<< /FunctionType 2 /Domain [0 1] /C0 [%s] /C1 [%s] /N 1 >>", nums(a...), nums(b...)))
			bounds = append(bounds, to)
		}
	}
	n := len(r.stops)
	for t := math.Floor(r.t0); t < r.t1; t++ {
		mirrored := r.spread == render.SpreadReflect && math.Mod(t, 2) != 0
		at := func(i int) (offset float64, color []float64) {
			if mirrored {
				i = n - 1 - i
				return t + 1 - r.stops[i].Offset, colors[i]
			}
			return t + r.stops[i].Offset, colors[i]
		}
		prev, color := at(0)
		piece(t, prev, color, color)
		for i := 1; i < n; i++ {
			o, next := at(i)
			piece(prev, o, color, next)
			prev, color = o, next
		}
		piece(prev, t+1, color, color)
	}
	if len(fns) == 1 {
		return fns[0]
	}
	return fmt.Sprintf("<< /FunctionType 3 /Domain [%s] /Functions [%s] /Bounds [%s] /Encode [%s] >>",
		nums(bounds[0], bounds[len(bounds)-1]), strings.Join(fns, " "), nums(bounds[1:len(bounds)-1]...), strings.TrimSpace(strings.Repeat("0 1 ", len(fns))))
}

// linear returns the ramp of g and where it lies. A spread other than pad is
// drawn out to as many repetitions as bounds shows.
func linear(g *render.LinearGradient, bounds geom.Rect) (ramp, string) {
	r := ramp{stops: g.Stops, spread: g.Spread, matrix: g.Matrix, t1: 1}
	d := g.P1.Sub(g.P0)
	if g.Spread != render.SpreadPad && d.Dot(d) > 0 {
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, p := range corners(bounds, g.Matrix) {
			t := p.Sub(g.P0).Dot(d) / d.Dot(d)
			lo, hi = min(lo, t), max(hi, t)
		}
		r.span(lo, hi)
	}
	p0, p1 := g.P0.Lerp(g.P1, r.t0), g.P0.Lerp(g.P1, r.t1)
	return r, fmt.Sprintf("/ShadingType 2 /Coords [%s]", nums(p0.X, p0.Y, p1.X, p1.Y))
}

// radial does the same for circles. They are drawn out on the outside only:
// SVG gradients begin at their focal circle.
func radial(g *render.RadialGradient, bounds geom.Rect) (ramp, string) {
	r := ramp{stops: g.Stops, spread: g.Spread, matrix: g.Matrix, t1: 1}
	if g.Spread != render.SpreadPad {
		// A circle that grows by more than its centre moves holds every
		// point from some t on.
		grow := g.R - g.FR - g.C.Sub(g.F).Len()
		hi := 1.0
		for _, p := range corners(bounds, g.Matrix) {
			if grow > 0 {
				hi = max(hi, (p.Sub(g.F).Len()-g.FR)/grow)
			} else {
				hi = maxRepeats
			}
		}
		r.span(0, hi)
	}
	at := func(t float64) string {
		p := g.F.Lerp(g.C, t)
		return nums(p.X, p.Y, g.FR+float64((g.R-g.FR)*t))
	}
	return r, fmt.Sprintf("/ShadingType 3 /Coords [%s %s]", at(r.t0), at(r.t1))
}

// span widens r to whole repetitions from lo to hi.
func (r *ramp) span(lo, hi float64) {
	if !(hi-lo < 1e9) { // also NaN
		return
	}
	r.t0 = math.Floor(max(lo, -maxRepeats/2))
	r.t1 = math.Ceil(min(hi, r.t0+maxRepeats))
	if r.t1 <= r.t0 {
		r.t1 = r.t0 + 1
	}
}

// corners returns the corners of bounds in the space of a gradient, or none if
// its matrix cannot be inverted.
func corners(bounds geom.Rect, m geom.Matrix) []geom.Point {
	inv, ok := m.Inverse()
	if !ok {
		return nil
	}
	return []geom.Point{
		inv.Apply(geom.Pt(bounds.X0, bounds.Y0)), inv.Apply(geom.Pt(bounds.X1, bounds.Y0)),
		inv.Apply(geom.Pt(bounds.X1, bounds.Y1)), inv.Apply(geom.Pt(bounds.X0, bounds.Y1)),
	}
}
