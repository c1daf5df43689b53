package raster

import (
	"image"
	"slices"
)

// A layer is a rectangle of pixels. Its place is given in pixels of the
// picture.
type layer struct {
	image.Rectangle
	pix []pixel
}

// row returns the pixels of row y from x0 to x1.
func (l *layer) row(y, x0, x1 int) []pixel {
	i := (y-l.Min.Y)*l.Dx() - l.Min.X
	return l.pix[i+x0 : i+x1]
}

// multiply scales each pixel of l by the opacity of m there, which is zero
// outside m. The product is made by scale.
func (l *layer) multiply(m *layer, scale func(pixel, uint32) pixel) {
	both := l.Intersect(m.Rectangle)
	for y := l.Min.Y; y < l.Max.Y; y++ {
		row := l.row(y, l.Min.X, l.Max.X)
		if y < both.Min.Y || y >= both.Max.Y || both.Empty() {
			clear(row)
			continue
		}
		clear(row[:both.Min.X-l.Min.X])
		clear(row[both.Max.X-l.Min.X:])
		from := m.row(y, both.Min.X, both.Max.X)
		for i, p := range row[both.Min.X-l.Min.X : both.Max.X-l.Min.X] {
			switch k := from[i].alpha(); {
			case p == 0 || k == full:
			default:
				row[both.Min.X-l.Min.X+i] = scale(p, k)
			}
		}
	}
}

// draw draws l, with an opacity, over dst.
func (l *layer) draw(dst *layer, opacity uint32) {
	both := l.Intersect(dst.Rectangle)
	for y := both.Min.Y; y < both.Max.Y; y++ {
		to := dst.row(y, both.Min.X, both.Max.X)
		for i, p := range l.row(y, both.Min.X, both.Max.X) {
			if opacity != full {
				p = p.scale(opacity)
			}
			switch {
			case p == 0:
			case p.alpha() == full:
				to[i] = p
			default:
				to[i] = p.over(to[i])
			}
		}
	}
}

// A shelf keeps layers for reuse.
type shelf struct{ free [][]pixel }

// take returns a transparent layer.
func (s *shelf) take(r image.Rectangle) *layer {
	n := max(0, r.Dx()) * max(0, r.Dy())
	if len(s.free) > 0 {
		pix := s.free[len(s.free)-1]
		s.free = s.free[:len(s.free)-1]
		pix = slices.Grow(pix[:0], n)[:n]
		clear(pix)
		return &layer{r, pix}
	}
	return &layer{r, make([]pixel, n)}
}

// give takes back a layer nobody uses any more.
func (s *shelf) give(l *layer) { s.free = append(s.free, l.pix) }
