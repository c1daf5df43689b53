package mockup

// A noise is a source of chance that always says the same: its values are a
// function of place and seed. Seeds only tell the uses of chance apart.
type noise uint32

// at returns one of 2³² values for a place.
func (n noise) at(x, y int) uint32 {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA77 ^ uint32(n)*0xC2B2AE3D
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 12
	h *= 0x297A2D39
	return h ^ h>>15
}

// grain returns a value between -one and one for each place, without relation
// between neighbours.
func (n noise) grain(x, y int) int { return int(n.at(x, y)>>15) - one }

// smooth returns a value between -one and one that varies smoothly, over
// cells of w by h pixels.
func (n noise) smooth(x, y, w, h int) int {
	ix, fx := cell(x, w)
	iy, fy := cell(y, h)
	top := mix(n.grain(ix, iy), n.grain(ix+1, iy), fx)
	bottom := mix(n.grain(ix, iy+1), n.grain(ix+1, iy+1), fx)
	return mix(top, bottom, fy)
}

// strand returns a value between -one and one that varies smoothly along a
// line of pixels, and has nothing to do with the next line.
func (n noise) strand(x, y, length int) int {
	phase := int(n.at(y, length) % uint32(length)) // or all lines would turn at the same places
	return n.smooth(x+phase, y, length, 1)
}

// cell returns the cell of v and the place in it, eased so that cells join
// without a crease.
func cell(v, size int) (i, f int) {
	i = floorDiv(v, size)
	f = (v - i*size) * one / size
	return i, ease(f)
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// one is the unit of shares: coverage, light, noise.
const one = 1 << 16

// ease returns 3f² − 2f³, for f from 0 to one.
func ease(f int) int {
	f = min(max(f, 0), one)
	return times(times(f, f), 3*one-2*f)
}

// step eases from 0 at a to one at b.
func step(a, b, v int) int { return ease(int(int64(v-a) * one / int64(b-a))) }

// mix returns a for f = 0 and b for f = one, and what lies between.
func mix(a, b, f int) int { return a + int(int64(b-a)*int64(f)>>16) }

// times multiplies two shares.
func times(a, b int) int { return int(int64(a) * int64(b) >> 16) }

func abs(v int) int { return max(v, -v) }
