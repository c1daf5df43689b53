package raster

import (
	"fmt"
	"math"

	"panonceau/render"
)

// opaque is a pixel of which only the opacity counts.
const opaque = pixel(full) << 48

// clip limits l to c (CSS Masking 1 §5).
func (r *renderer) clip(l *layer, c *render.Clip) {
	for ; c != nil && r.err == nil; c = c.And {
		m := r.layer(l.Rectangle, func() {
			for i := range c.Shapes {
				r.clipShape(&c.Shapes[i])
			}
		})
		l.multiply(m, r.product())
		r.shelf.give(m)
	}
}

// clipShape draws one part of a clip. Parts are joined as shapes drawn over
// each other are.
func (r *renderer) clipShape(s *render.ClipShape) {
	if r.depth++; r.depth > maxDepth {
		r.err = fmt.Errorf("clips are nested more than %d deep", maxDepth)
	}
	defer func() { r.depth-- }()
	if r.err != nil || !r.visible(pathBounds(s.Path, r.ctm)) {
		return
	}
	draw := func() {
		r.scan.path(s.Path, r.outline())
		r.scan.sweep(s.Rule, (&painter{dst: r.dst, crisp: s.Crisp, color: opaque}).solid)
	}
	if s.Clip == nil {
		draw()
		return
	}
	l := r.layer(r.dst.Rectangle, draw)
	r.clip(l, s.Clip)
	l.draw(r.dst, full)
	r.shelf.give(l)
}

// product returns how a clip or a mask is multiplied with what it limits.
func (r *renderer) product() func(pixel, uint32) pixel {
	if r.sampling == FourByFour {
		return pixel.scaleUp
	}
	return pixel.scale
}

// mask multiplies l by m alone (CSS Masking 1 §6).
func (r *renderer) mask(l *layer, m *render.Mask) {
	k := r.layer(l.Rectangle, func() { r.group(m.Content) })
	if !m.Alpha {
		if r.sampling == FourByFour {
			k.roundedLuminance(m.LinearRGB)
		} else {
			k.luminance(m.LinearRGB)
		}
	}
	if m.Region != nil {
		region := r.layer(l.Rectangle, func() {
			r.clipShape(&render.ClipShape{Path: m.Region})
		})
		k.multiply(region, r.product())
		r.shelf.give(region)
	}
	l.multiply(k, r.product())
	r.shelf.give(k)
}

// luminance makes the luminance of each pixel its opacity (CSS Masking 1
// §6.3; Filter Effects 1 §9.6, luminanceToAlpha, has the coefficients).
func (l *layer) luminance(linear bool) {
	const cr, cg, cb = 13927, 46884, 4725 // 0.2125, 0.7154, 0.0721 of 2¹⁶
	for i, p := range l.pix {
		if p == 0 {
			continue
		}
		if linear {
			p = p.mapColor(toLinear)
		}
		r, g, b, _ := p.channels()
		l.pix[i] = rgba(0, 0, 0, (cr*r+cg*g+cb*b+0x7fff)>>16)
	}
}

// roundedLuminance is luminance as resvg has it: in eight bits, rounded up.
func (l *layer) roundedLuminance(linear bool) {
	for i, p := range l.pix {
		if p == 0 {
			continue
		}
		if linear {
			p = p.mapColor(toLinear)
		}
		r, g, b, a := p.channels()
		of := func(v uint32) float32 { return float32(eight(v)) / 255 }
		alpha := of(a)
		if alpha == 0 {
			l.pix[i] = 0
			continue
		}
		y := float32(of(r)/alpha*0.2126) + float32(of(g)/alpha*0.7152) + float32(of(b)/alpha*0.0722)
		l.pix[i] = rgba(0, 0, 0, 257*uint32(min(255, math.Ceil(float64(float32(y*alpha)*255)))))
	}
}

// mapColor applies f to the colour of p, divided by its opacity.
func (p pixel) mapColor(f func(uint32) uint32) pixel {
	c := p.straight()
	return premultiplied([4]uint32{f(c[0]), f(c[1]), f(c[2]), c[3]})
}
