package raster

import (
	"math"
	"math/rand"
	"testing"

	"panonceau/render"
)

func TestScaleRoundsToNearest(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for range 200000 {
		v, k := uint32(rng.Intn(full+1)), uint32(rng.Intn(full+1))
		want := uint32((2*uint64(v)*uint64(k) + full) / (2 * full))
		r, g, b, a := rgba(v, full, 0, v).scale(k).channels()
		if r != want || g != k || b != 0 || a != want {
			t.Fatalf("%d·%d/65535 = %d, %d, %d, %d, want %d, %d, 0, %[7]d", v, k, r, g, b, a, want, k)
		}
	}
}

func TestEightRoundsToNearest(t *testing.T) {
	for v := range uint32(full + 1) {
		want := uint8((2*v*255 + full) / (2 * full))
		if got := eight(v); got != want {
			t.Fatalf("eight(%d) = %d, want %d", v, got, want)
		}
		if got := uint8(rgba(v, v, v, full).nrgba()); got != want {
			t.Fatalf("nrgba of %d gives %d, want %d", v, got, want)
		}
	}
}

// Every colour of eight bits survives every opacity at which it can be seen.
func TestColorSurvivesOpacity(t *testing.T) {
	for c := range uint32(256) {
		for a := uint32(129); a <= full; a += 13 {
			if got := rgba(c*257, 0, 0, full).scale(a).nrgba() & 0xff; eight(a) > 0 && max(got, c)-min(got, c) > 1 {
				t.Fatalf("%d at opacity %d/65535 comes back as %d", c, a, got)
			}
		}
	}
}

func TestLinear(t *testing.T) {
	for i := range linear {
		c := float64(i) / 255
		v := c / 12.92
		if c > 0.04045 {
			v = math.Pow((c+0.055)/1.055, 2.4)
		}
		if want := uint16(math.Round(v * full)); linear[i] != want {
			t.Errorf("linear[%d] = %d, want %d", i, linear[i], want)
		}
	}
	for v := range uint32(full + 1) {
		if got := fromLinear(toLinear(v)); max(got, v)-min(got, v) > 11 {
			t.Fatalf("%d comes back as %d", v, got)
		}
	}
}

// reference is Compositing 1 §5.8 in floating point, for one channel.
func reference(mode render.BlendMode, cs, cb, as, ab float64) float64 {
	hard := func(cb, cs float64) float64 {
		if cs <= 0.5 {
			return cb * 2 * cs
		}
		return cb + (2*cs - 1) - cb*(2*cs-1)
	}
	var b float64
	switch mode {
	case render.BlendNormal:
		b = cs
	case render.BlendMultiply:
		b = cs * cb
	case render.BlendScreen:
		b = cs + cb - cs*cb
	case render.BlendOverlay:
		b = hard(cs, cb)
	case render.BlendDarken:
		b = min(cs, cb)
	case render.BlendLighten:
		b = max(cs, cb)
	case render.BlendColorDodge:
		switch {
		case cb == 0:
		case cs == 1:
			b = 1
		default:
			b = min(1, cb/(1-cs))
		}
	case render.BlendColorBurn:
		switch {
		case cb == 1:
			b = 1
		case cs == 0:
		default:
			b = 1 - min(1, (1-cb)/cs)
		}
	case render.BlendHardLight:
		b = hard(cb, cs)
	case render.BlendSoftLight:
		d := math.Sqrt(cb)
		if cb <= 0.25 {
			d = ((16*cb-12)*cb + 4) * cb
		}
		if cs <= 0.5 {
			b = cb - (1-2*cs)*cb*(1-cb)
		} else {
			b = cb + (2*cs-1)*(d-cb)
		}
	case render.BlendDifference:
		b = math.Abs(cs - cb)
	case render.BlendExclusion:
		b = cs + cb - 2*cs*cb
	}
	return cs*as*(1-ab) + cb*ab*(1-as) + as*ab*b
}

func TestSeparableBlending(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	for mode := render.BlendNormal; mode < render.BlendHue; mode++ {
		for range 5000 {
			as, ab := rng.Float64(), rng.Float64()
			if rng.Intn(2) == 0 {
				as, ab = 1, 1
			}
			cs, cb := float64(rng.Intn(256))/255, float64(rng.Intn(256))/255
			s := rgba(uint32(cs*full), 0, 0, full).scale(fraction(as))
			d := rgba(uint32(cb*full), 0, 0, full).scale(fraction(ab))
			got, _, _, a := blendPixel(s, d, mode).channels()
			want := reference(mode, cs, cb, as, ab) * full
			// Dodging and burning divide, by something small at worst.
			slack := 40.
			if mode == render.BlendColorDodge || mode == render.BlendColorBurn {
				slack = 400
			}
			if math.Abs(float64(got)-want) > slack || got > a {
				t.Fatalf("mode %d: %.3f at %.3f over %.3f at %.3f gives %d of 65535, want %.0f", mode, cs, as, cb, ab, got, want)
			}
		}
	}
}

// The blending of whole colours keeps what its name says.
func TestNonSeparableBlending(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	c := func() [3]float64 { return [3]float64{rng.Float64(), rng.Float64(), rng.Float64()} }
	for range 5000 {
		p := setLum(c(), rng.Float64())
		for _, v := range p {
			if v < -1e-9 || v > 1+1e-9 {
				t.Fatalf("setLum leaves the range: %v", p)
			}
		}
		l := rng.Float64()
		if got := lum(setLum(c(), l)); math.Abs(got-l) > 1e-9 {
			t.Fatalf("setLum to %g gives %g", l, got)
		}
		if got := sat(setSat(c(), l)); math.Abs(got-l) > 1e-9 {
			t.Fatalf("setSat to %g gives %g", l, got)
		}
	}
}
