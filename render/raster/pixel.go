package raster

import "panonceau/render"

// A pixel is an sRGB colour, multiplied by its opacity: red, green, blue and
// opacity from the least significant bits up, sixteen bits each. Sixteen bits,
// because the files hold colours that are not multiplied, and dividing eight
// bits by a small opacity would leave noise at the edge of every shape.
//
// No channel is ever greater than the opacity.
type pixel uint64

// full is the greatest value of a channel.
const full = 0xffff

// lanes selects red and blue; shifted right first, green and opacity.
const lanes = 0x0000ffff0000ffff

// rgba returns the pixel of four channels.
func rgba(r, g, b, a uint32) pixel {
	return pixel(r) | pixel(g)<<16 | pixel(b)<<32 | pixel(a)<<48
}

// channels is the inverse of rgba.
func (p pixel) channels() (r, g, b, a uint32) {
	return uint32(p & full), uint32(p >> 16 & full), uint32(p >> 32 & full), uint32(p >> 48)
}

func (p pixel) alpha() uint32 { return uint32(p >> 48) }

// mul returns a·b for fractions of full, rounded to nearest.
func mul(a, b uint32) uint32 {
	t := a*b + 0x8000
	return (t + t>>16) >> 16
}

// scale returns p times k/full, rounded to nearest. It works on two channels
// at a time, each in half of a register, where their products have just
// enough room.
func (p pixel) scale(k uint32) pixel {
	const half = 0x0000800000008000
	lo := (p&lanes)*pixel(k) + half
	hi := (p>>16&lanes)*pixel(k) + half
	lo += lo >> 16 & lanes
	hi += hi >> 16 & lanes
	return lo>>16&lanes | hi&^lanes
}

// scaleUp is scale in eight bits, rounded up but for 0, as resvg has it.
func (p pixel) scaleUp(k uint32) pixel {
	const bytes = 0x00ff00ff00ff00ff
	v := (p>>8&bytes*pixel(k>>8) + bytes) >> 8 & bytes
	return v | v<<8
}

// over returns p drawn over q. Channels cannot overflow: the two opacities add
// up to full at most.
func (p pixel) over(q pixel) pixel { return p + q.scale(full-p.alpha()) }

// fraction returns an opacity of 0 to 1 as a fraction of full. NaN is 0.
func fraction(v float64) uint32 {
	if !(v > 0) {
		return 0
	}
	if v >= 1 {
		return full
	}
	return uint32(float64(v*full) + 0.5)
}

// solid returns the pixel of a colour.
func solid(c render.RGB, opacity float64) pixel {
	return rgba(uint32(c.R)*257, uint32(c.G)*257, uint32(c.B)*257, full).scale(fraction(opacity))
}

// nrgba returns the colour of p, divided by its opacity, in eight bits: red in
// the least significant ones, opacity in the most.
func (p pixel) nrgba() uint32 {
	r, g, b, a := p.channels()
	a8 := eight(a)
	switch {
	case a8 == 0:
		return 0
	case a == full: // as eight does, two channels at a time
		const half = 0x0000807f0000807f
		lo := ((p&lanes)*255 + half) >> 16 & 0x000000ff000000ff
		hi := ((p>>16&lanes)*255 + half) >> 16 & 0x000000ff000000ff
		return uint32(lo|lo>>16) | uint32(hi|hi>>16)<<8
	}
	div := func(v uint32) uint32 { return (v*255 + a/2) / a }
	return div(r) | div(g)<<8 | div(b)<<16 | uint32(a8)<<24
}

// eight rounds a channel to eight bits.
func eight(v uint32) uint8 { return uint8((v*255 + 0x807f) >> 16) }
