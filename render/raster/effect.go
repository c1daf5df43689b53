package raster

import (
	"math"

	"panonceau/render"
)

// composite combines in with under (Filter Effects 1 §9.8), on under.
func composite(in, under *layer, e *render.Composite) *layer {
	var k [4]int64
	for i, v := range e.K {
		k[i] = fixed16(v)
	}
	for i, d := range under.pix {
		s := in.pix[i]
		sa, da := s.alpha(), d.alpha()
		switch e.Operator {
		case render.CompositeOver:
			d = s.over(d)
		case render.CompositeIn:
			d = s.scale(da)
		case render.CompositeOut:
			d = s.scale(full - da)
		case render.CompositeAtop:
			d = limited(s.scale(da), d.scale(full-sa))
		case render.CompositeXor:
			d = limited(s.scale(full-da), d.scale(full-sa))
		case render.CompositeArithmetic:
			d = arithmetic(s, d, &k)
		}
		under.pix[i] = d
	}
	return under
}

// limited returns p + q, each of which was rounded, so that the sum may be too
// great by one.
func limited(p, q pixel) pixel {
	pr, pg, pb, pa := p.channels()
	qr, qg, qb, qa := q.channels()
	a := min(pa+qa, full)
	return rgba(min(pr+qr, a), min(pg+qg, a), min(pb+qb, a), a)
}

// arithmetic returns k0·s·d + k1·s + k2·d + k3, k being in units of 2⁻¹⁶.
func arithmetic(s, d pixel, k *[4]int64) pixel {
	sr, sg, sb, sa := s.channels()
	dr, dg, db, da := d.channels()
	mix := func(s, d, limit uint32) uint32 {
		v := k[0]*int64(mul(s, d)) + k[1]*int64(s) + k[2]*int64(d) + k[3]*full
		return uint32(max(0, min(int64(limit), (v+1<<15)>>16)))
	}
	a := mix(sa, da, full)
	return rgba(mix(sr, dr, a), mix(sg, dg, a), mix(sb, db, a), a)
}

// fixed16 returns v in units of 2⁻¹⁶. Beyond 2²⁰ every result is saturated.
func fixed16(v float64) int64 {
	if v != v {
		return 0
	}
	return int64(math.Round(max(-1<<20, min(1<<20, v)) * (1 << 16)))
}

// straight returns the channels of p, its colour divided by its opacity.
func (p pixel) straight() [4]uint32 {
	r, g, b, a := p.channels()
	if a == 0 || a == full {
		return [4]uint32{r, g, b, a}
	}
	div := func(v uint32) uint32 { return uint32((uint64(v)*full + uint64(a)/2) / uint64(a)) }
	return [4]uint32{div(r), div(g), div(b), a}
}

// premultiplied is the inverse of straight.
func premultiplied(c [4]uint32) pixel {
	return rgba(c[0], c[1], c[2], full).scale(c[3])
}

// colorMatrix multiplies the colours of l by a matrix (§9.6).
func colorMatrix(l *layer, matrix *[20]float64) *layer {
	var m [20]int64
	for i, v := range matrix {
		m[i] = fixed16(v)
	}
	for i, p := range l.pix {
		c := p.straight()
		var out [4]uint32
		for k := range out {
			row := m[5*k:][:5]
			v := row[0]*int64(c[0]) + row[1]*int64(c[1]) + row[2]*int64(c[2]) + row[3]*int64(c[3]) + row[4]*full
			out[k] = uint32(max(0, min(full, (v+1<<15)>>16)))
		}
		l.pix[i] = premultiplied(out)
	}
	return l
}

// transfer maps each channel of l by a function (§9.7), which is taken at 256
// places.
func transfer(l *layer, e *render.ComponentTransfer) *layer {
	var tables [4][256]uint32
	for k, f := range [4]*render.Transfer{&e.R, &e.G, &e.B, &e.A} {
		for v := range tables[k] {
			tables[k][v] = fraction(transferred(f, float64(v)/255))
		}
	}
	for i, p := range l.pix {
		c := p.straight()
		for k := range c {
			c[k] = tables[k][eight(c[k])]
		}
		l.pix[i] = premultiplied(c)
	}
	return l
}

// transferred returns f at c. Its power is rounded, because package math
// computes it differently from one processor to the next.
func transferred(f *render.Transfer, c float64) float64 {
	switch f.Kind {
	case render.TransferTable:
		n := len(f.Table) - 1
		if n < 0 {
			return c
		}
		k := int(float64(c * float64(n)))
		if k >= n {
			return f.Table[n]
		}
		return f.Table[k] + float64((float64(c*float64(n))-float64(k))*(f.Table[k+1]-f.Table[k]))
	case render.TransferDiscrete:
		n := len(f.Table)
		if n == 0 {
			return c
		}
		return f.Table[min(n-1, int(float64(c*float64(n))))]
	case render.TransferLinear:
		return float64(f.Slope*c) + f.Offset
	case render.TransferGamma:
		power := math.Round(math.Pow(c, f.Exponent)*(1<<20)) / (1 << 20)
		return float64(f.Amplitude*power) + f.Offset
	}
	return c
}
