package raster

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// A shader gives the colours of a row of pixels, taken at their centres.
type shader interface {
	shade(y, x0 int, row []pixel)
	opaque() bool // whether all colours are
}

// fill paints the inside of what r.scan has on r.dst.
func (r *renderer) fill(rule render.FillRule, crisp bool, paint render.Paint, opacity float64) {
	if span := r.spans(crisp, paint, opacity); span != nil {
		r.scan.sweep(rule, span)
	}
}

// spans returns what paints runs of coverage on r.dst, or nil if the paint
// leaves no mark.
func (r *renderer) spans(crisp bool, paint render.Paint, opacity float64) func(y, x0, x1 int, coverage uint32) {
	p := painter{dst: r.dst, crisp: crisp}
	if c, ok := paint.(render.Color); ok {
		p.color = solid(c.RGB, opacity)
		if p.color == 0 {
			return nil
		}
		return p.solid
	}
	p.shader = r.shader(paint, opacity)
	if p.shader == nil {
		return nil
	}
	p.buf = r.buffer(r.dst.Dx())
	return p.shaded
}

// A painter puts runs of coverage on a layer. Runs are relative to the corner
// of the layer.
type painter struct {
	dst    *layer
	crisp  bool
	color  pixel
	shader shader
	buf    []pixel
}

// solid paints a run in one colour.
func (p *painter) solid(y, x0, x1 int, coverage uint32) {
	if p.crisp {
		if coverage <= full/2 {
			return
		}
		coverage = full
	}
	w := p.dst.Dx()
	to := p.dst.pix[y*w+x0 : y*w+x1]
	c := p.color
	if coverage != full {
		c = c.scale(coverage)
	}
	keep := full - c.alpha()
	if keep == 0 {
		for i := range to {
			to[i] = c
		}
		return
	}
	for i, q := range to {
		if q == 0 {
			to[i] = c
		} else {
			to[i] = c + q.scale(keep)
		}
	}
}

// shaded paints a run in the colours of the shader.
func (p *painter) shaded(y, x0, x1 int, coverage uint32) {
	if p.crisp {
		if coverage <= full/2 {
			return
		}
		coverage = full
	}
	w := p.dst.Dx()
	to := p.dst.pix[y*w+x0 : y*w+x1]
	from := p.buf[:x1-x0]
	if coverage == full && p.shader.opaque() {
		p.shader.shade(y+p.dst.Min.Y, x0+p.dst.Min.X, to)
		return
	}
	p.shader.shade(y+p.dst.Min.Y, x0+p.dst.Min.X, from)
	for i, c := range from {
		if coverage != full {
			c = c.scale(coverage)
		}
		switch {
		case c.alpha() == full:
			to[i] = c
		case c != 0:
			to[i] = c.over(to[i])
		}
	}
}

// outline starts a new path on r.dst and returns the map to its pixels.
func (r *renderer) outline() geom.Matrix {
	r.scan.reset(r.dst.Dx(), r.dst.Dy())
	return geom.Translate(float64(-r.dst.Min.X), float64(-r.dst.Min.Y)).Mul(r.ctm)
}

// shader returns what gives the colours of a paint, or nil if it has none.
func (r *renderer) shader(paint render.Paint, opacity float64) shader {
	switch paint := paint.(type) {
	case *render.LinearGradient:
		return newLinear(paint, r.ctm, opacity, r.sampling)
	case *render.RadialGradient:
		return newRadial(paint, r.ctm, opacity, r.sampling)
	case *render.Pattern:
		return r.pattern(paint, opacity)
	}
	return nil
}

// buffer returns room for one row.
func (r *renderer) buffer(n int) []pixel {
	if len(r.buf) < n {
		r.buf = make([]pixel, n)
	}
	return r.buf[:n]
}
