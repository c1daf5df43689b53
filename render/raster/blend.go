package raster

import (
	"math"

	"panonceau/render"
)

// blend mixes l, with an opacity, into dst (Compositing 1 §5.8): the backdrop
// shows where l does not cover, l shows where there is no backdrop, and where
// both are the mode decides.
func (l *layer) blend(dst *layer, opacity uint32, mode render.BlendMode) {
	both := l.Intersect(dst.Rectangle)
	for y := both.Min.Y; y < both.Max.Y; y++ {
		to := dst.row(y, both.Min.X, both.Max.X)
		for i, p := range l.row(y, both.Min.X, both.Max.X) {
			if p = p.scale(opacity); p != 0 {
				to[i] = blendPixel(p, to[i], mode)
			}
		}
	}
}

// blendPixel returns s mixed into d.
func blendPixel(s, d pixel, mode render.BlendMode) pixel {
	sr, sg, sb, sa := s.channels()
	dr, dg, db, da := d.channels()
	if sa == 0 {
		return d
	}
	if da == 0 || mode == render.BlendNormal {
		return s.over(d)
	}
	var r, g, b int64
	if mode >= render.BlendHue {
		r, g, b = nonSeparable(mode, [3]uint32{sr, sg, sb}, [3]uint32{dr, dg, db}, sa, da)
	} else {
		r = separable(mode, int64(sr), int64(dr), int64(sa), int64(da))
		g = separable(mode, int64(sg), int64(dg), int64(sa), int64(da))
		b = separable(mode, int64(sb), int64(db), int64(sa), int64(da))
	}
	a := sa + da - mul(sa, da)
	// Compositing 1 §5.8: co = cs·(1−αb) + cb·(1−αs) + αs·αb·B(Cb, Cs)
	out := func(s, d uint32, mixed int64) uint32 {
		v := int64(s)*int64(full-da) + int64(d)*int64(full-sa) + mixed
		return min(a, uint32((v+full/2)/full))
	}
	return rgba(out(sr, dr, r), out(sg, dg, g), out(sb, db, b), a)
}

// separable returns αs·αb·B(Cb, Cs) for one channel, in units of full², from
// values multiplied by their opacities (Compositing 1 §9.1).
func separable(mode render.BlendMode, s, d, sa, da int64) int64 {
	switch mode {
	case render.BlendMultiply:
		return s * d
	case render.BlendScreen:
		return s*da + d*sa - s*d
	case render.BlendOverlay:
		return hardLight(d, s, da, sa)
	case render.BlendDarken:
		return min(s*da, d*sa)
	case render.BlendLighten:
		return max(s*da, d*sa)
	case render.BlendColorDodge:
		switch {
		case d == 0:
			return 0
		case s >= sa:
			return sa * da
		}
		return sa * min(da, d*sa/(sa-s))
	case render.BlendColorBurn:
		switch {
		case d >= da:
			return sa * da
		case s == 0:
			return 0
		}
		return sa * (da - min(da, (da-d)*sa/s))
	case render.BlendHardLight:
		return hardLight(s, d, sa, da)
	case render.BlendSoftLight:
		return softLight(s, d, sa, da)
	case render.BlendDifference:
		return max(s*da, d*sa) - min(s*da, d*sa)
	case render.BlendExclusion:
		return s*da + d*sa - 2*s*d
	}
	return s * da
}

func hardLight(s, d, sa, da int64) int64 {
	if 2*s <= sa {
		return 2 * s * d
	}
	return sa*da - 2*(da-d)*(sa-s)
}

func softLight(s, d, sa, da int64) int64 {
	cs, cb := float64(s)/float64(sa), float64(d)/float64(da)
	var v float64
	if cs <= 0.5 {
		v = cb - float64(float64((1-float64(2*cs))*cb)*(1-cb))
	} else {
		light := math.Sqrt(cb)
		if cb <= 0.25 {
			light = float64(float64(float64(float64(16*cb)-12)*cb)+4) * cb
		}
		v = cb + float64((float64(2*cs)-1)*(light-cb))
	}
	return unfraction(v, sa*da)
}

// unfraction returns v, a fraction of 1, as one of whole.
func unfraction(v float64, whole int64) int64 {
	return int64(float64(max(0, min(1, v))*float64(whole)) + 0.5)
}

// nonSeparable returns αs·αb·B(Cb, Cs) for the three channels (Compositing 1
// §9.2).
func nonSeparable(mode render.BlendMode, s, d [3]uint32, sa, da uint32) (r, g, b int64) {
	var cs, cb, c [3]float64
	for i := range cs {
		cs[i] = float64(s[i]) / float64(sa)
		cb[i] = float64(d[i]) / float64(da)
	}
	switch mode {
	case render.BlendHue:
		c = setLum(setSat(cs, sat(cb)), lum(cb))
	case render.BlendSaturation:
		c = setLum(setSat(cb, sat(cs)), lum(cb))
	case render.BlendColor:
		c = setLum(cs, lum(cb))
	case render.BlendLuminosity:
		c = setLum(cb, lum(cs))
	}
	whole := int64(sa) * int64(da)
	return unfraction(c[0], whole), unfraction(c[1], whole), unfraction(c[2], whole)
}

func lum(c [3]float64) float64 {
	return float64(0.3*c[0]) + float64(0.59*c[1]) + float64(0.11*c[2])
}

func sat(c [3]float64) float64 { return max(c[0], c[1], c[2]) - min(c[0], c[1], c[2]) }

// setLum gives c the luminosity l, and brings what leaves the range back
// towards it.
func setLum(c [3]float64, l float64) [3]float64 {
	shift := l - lum(c)
	for i := range c {
		c[i] += shift
	}
	lo, hi, l := min(c[0], c[1], c[2]), max(c[0], c[1], c[2]), lum(c)
	for i := range c {
		if lo < 0 && l > lo {
			c[i] = l + float64((c[i]-l)*l)/(l-lo)
		}
		if hi > 1 && hi > l {
			c[i] = l + float64((c[i]-l)*(1-l))/(hi-l)
		}
	}
	return c
}

// setSat spreads the channels of c so that the least is 0 and the greatest s.
func setSat(c [3]float64, s float64) [3]float64 {
	lo, spread := min(c[0], c[1], c[2]), sat(c)
	if spread <= 0 {
		return [3]float64{}
	}
	for i := range c {
		c[i] = float64((c[i]-lo)*s) / spread
	}
	return c
}
