package browser

import "image"

// Reduced returns an opaque picture in which n by n pixels became one, their
// average.
func Reduced(m *image.RGBA, n int) *image.RGBA {
	size := m.Rect.Size().Div(n)
	out := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			var sum [4]int
			for i := range n * n {
				p := m.Pix[m.PixOffset(m.Rect.Min.X+n*x+i%n, m.Rect.Min.Y+n*y+i/n):]
				for c := range sum {
					sum[c] += int(p[c])
				}
			}
			to := out.Pix[out.PixOffset(x, y):]
			for c := range sum {
				to[c] = uint8((sum[c] + n*n/2) / (n * n))
			}
		}
	}
	return out
}

// tolerance is by how much a channel of 255 may differ in pixels that are
// alike: what two rasterisers make of an edge seldom differs by more.
const tolerance = 16

// Likeness returns the share of pixels that are alike in two opaque pictures,
// from their top left corners on. If one is larger, as by a row that another
// program rounded up, the rest of it does not count.
func Likeness(a, b *image.RGBA) float64 {
	w, h := min(a.Rect.Dx(), b.Rect.Dx()), min(a.Rect.Dy(), b.Rect.Dy())
	alike := 0
	for y := range h {
		p := a.Pix[a.PixOffset(a.Rect.Min.X, a.Rect.Min.Y+y):]
		q := b.Pix[b.PixOffset(b.Rect.Min.X, b.Rect.Min.Y+y):]
		for x := range w {
			if near(p[4*x:4*x+3], q[4*x:4*x+3]) {
				alike++
			}
		}
	}
	return float64(alike) / float64(w*h)
}

func near(p, q []uint8) bool {
	for c := range p {
		if d := int(p[c]) - int(q[c]); max(d, -d) > tolerance {
			return false
		}
	}
	return true
}
