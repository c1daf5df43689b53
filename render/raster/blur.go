package raster

import "math"

// lines is a set of parallel lines of pixels: rows or columns of a layer.
type lines struct {
	pix                  []pixel
	count, length        int
	betweenLines, within int // distance of lines, and of pixels of a line
}

func (l *layer) rows() lines    { return lines{l.pix, l.Dy(), l.Dx(), l.Dx(), 1} }
func (l *layer) columns() lines { return lines{l.pix, l.Dx(), l.Dy(), 1, l.Dx()} }

// each calls f with each line, to be changed in place.
func (l lines) each(f func(line []pixel)) {
	line := make([]pixel, l.length)
	for i := range l.count {
		at := l.pix[min(i*l.betweenLines, len(l.pix)):]
		for k := range line {
			line[k] = at[k*l.within]
		}
		f(line)
		for k, p := range line {
			at[k*l.within] = p
		}
	}
}

// blur blurs l by a Gaussian with standard deviations sx and sy, in pixels
// (Filter Effects 1 §9.14).
func (l *layer) blur(sx, sy float64) {
	if len(l.pix) == 0 {
		return
	}
	l.rows().blur(sx)
	l.columns().blur(sy)
}

// blur blurs along the lines: from a deviation of 2 on by three boxes, as the
// standard suggests, and below that by the function itself.
func (l lines) blur(s float64) {
	switch {
	case !(s > 0):
	case s < 2:
		kernel, buf := gaussian(s), make([]pixel, l.length)
		l.each(func(line []pixel) {
			convolve(buf, line, kernel)
			copy(line, buf)
		})
	default:
		l.boxes(int(math.Floor(float64(min(s, MaxSide)*3*2.5066282746310002/4) + 0.5)))
	}
}

// maxRoom bounds the room for what a box moves beyond the end of a line and
// the next one back, which a blur so wide spreads too thinly to be missed.
const maxRoom = 1 << 12

// boxes blurs along the lines by three boxes of d pixels.
func (l lines) boxes(d int) {
	half, room := d/2, min(d+1, maxRoom)
	a, b := make([]pixel, l.length+2*room), make([]pixel, l.length+2*room)
	l.each(func(line []pixel) {
		clear(a)
		copy(a[room:], line)
		if d%2 == 1 {
			box(b, a, half, half)
			box(a, b, half, half)
		} else {
			box(b, a, half, half-1)
			box(a, b, half-1, half)
		}
		box(b, a, half, half)
		copy(line, b[room:])
	})
}

// box sets each pixel of to to the mean of those of from that lie up to left
// before it and right after it. Pixels beyond the ends are transparent.
func box(to, from []pixel, left, right int) {
	n := uint64(left + right + 1)
	inverse := (1<<40 + n - 1) / n
	mean := func(sum uint64) uint64 { return min(full, (sum*inverse+1<<39)>>40) }
	var lo, hi uint64 // red and blue, green and opacity: 32 bits each
	for i := range min(right, len(from)) {
		lo += uint64(from[i] & lanes)
		hi += uint64(from[i] >> 16 & lanes)
	}
	for i := range to {
		if k := i + right; k < len(from) {
			lo += uint64(from[k] & lanes)
			hi += uint64(from[k] >> 16 & lanes)
		}
		if hi == 0 {
			to[i] = 0
		} else {
			a := mean(hi >> 32)
			to[i] = pixel(mean(lo&0xffffffff) | mean(hi&0xffffffff)<<16 | mean(lo>>32)<<32 | a<<48)
		}
		if k := i - left; k >= 0 {
			lo -= uint64(from[k] & lanes)
			hi -= uint64(from[k] >> 16 & lanes)
		}
	}
}

// gaussian returns the weights, of 2¹⁶ in all, of a pixel and of those to one
// side of it.
func gaussian(s float64) []uint64 {
	weights := make([]float64, 1+int(math.Ceil(3*s)))
	sum := 0.0
	for i := range weights {
		weights[i] = math.Exp(-float64(i*i) / float64(2*float64(s*s)))
		sum += weights[i]
		if i > 0 {
			sum += weights[i]
		}
	}
	kernel, rest := make([]uint64, len(weights)), uint64(1<<16)
	for i := len(weights) - 1; i > 0; i-- {
		kernel[i] = uint64(math.Round(weights[i] / sum * (1 << 16)))
		rest -= 2 * kernel[i]
	}
	kernel[0] = rest
	return kernel
}

// convolve sets to to from weighted by a kernel.
func convolve(to, from []pixel, kernel []uint64) {
	for i := range to {
		// Two channels at a time, as in pixel.scale.
		var lo, hi uint64
		add := func(k int, w uint64) {
			if k >= 0 && k < len(from) {
				lo += uint64(from[k]&lanes) * w
				hi += uint64(from[k]>>16&lanes) * w
			}
		}
		add(i, kernel[0])
		for k := 1; k < len(kernel); k++ {
			add(i-k, kernel[k])
			add(i+k, kernel[k])
		}
		const half = 0x0000800000008000
		lo, hi = lo+half, hi+half
		to[i] = pixel(lo>>16&lanes | hi&^lanes)
	}
}

// morph replaces each pixel by the greatest, or the least, of each channel
// within x and y pixels of it (§9.18).
func (l *layer) morph(dilate bool, x, y float64) {
	if len(l.pix) == 0 {
		return
	}
	l.rows().morph(dilate, x)
	l.columns().morph(dilate, y)
}

func (l lines) morph(dilate bool, radius float64) {
	n := int(math.Round(max(0, min(radius, float64(l.length)))))
	if !(radius > 0) || n == 0 {
		return
	}
	pick := least
	if dilate {
		pick = greatest
	}
	wide := make([]pixel, l.length+2*n)
	l.each(func(line []pixel) {
		clear(wide)
		copy(wide[n:], line)
		// wide[i] becomes the pick of span pixels from i on; span doubles.
		span := 1
		for ; 2*span <= 2*n+1; span *= 2 {
			for i := range len(wide) - span {
				wide[i] = pick(wide[i], wide[i+span])
			}
		}
		for i := range line {
			line[i] = pick(wide[i], wide[i+2*n+1-span])
		}
	})
}

func least(p, q pixel) pixel {
	pr, pg, pb, pa := p.channels()
	qr, qg, qb, qa := q.channels()
	return rgba(min(pr, qr), min(pg, qg), min(pb, qb), min(pa, qa))
}

func greatest(p, q pixel) pixel {
	pr, pg, pb, pa := p.channels()
	qr, qg, qb, qa := q.channels()
	return rgba(max(pr, qr), max(pg, qg), max(pb, qb), max(pa, qa))
}
