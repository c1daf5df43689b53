package mockup

import (
	"image"
	"math"
)

// An rgb is an sRGB colour. Values beyond 0 to 255 are light that the picture
// cannot show, until they are mixed with others.
type rgb [3]int

// times returns c in a light of k, a share.
func (c rgb) times(k int) rgb { return rgb{times(c[0], k), times(c[1], k), times(c[2], k)} }

// mix returns c for f = 0 and to for f = one.
func (c rgb) mix(to rgb, f int) rgb {
	return rgb{mix(c[0], to[0], f), mix(c[1], to[1], f), mix(c[2], to[2], f)}
}

// lit returns c made lighter by a share, or darker by a negative one. It
// becomes white or black at most.
func (c rgb) lit(by int) rgb {
	if by >= 0 {
		return c.mix(white, min(by, one))
	}
	return c.times(one + max(by, -one))
}

var white = rgb{255, 255, 255}

// A scene is the picture under construction. It is opaque.
type scene struct {
	*image.NRGBA
	unit float64 // pixels for 1/1200 of the width
	dusk [2]int  // light that is lost across the width and the height, in percent
}

func newScene(size image.Point) *scene {
	return &scene{NRGBA: image.NewNRGBA(image.Rectangle{Max: size}), unit: float64(size.X) / 1200}
}

// day returns the light on a place: it comes from high on the left.
func (s *scene) day(x, y int) int {
	lost := x*one/s.Rect.Dx()*s.dusk[0] + y*one/s.Rect.Dy()*s.dusk[1]
	return one + s.dusk[0]*one/200 - lost/100
}

// px returns a length given for a picture 1200 pixels wide in pixels, at least
// one.
func (s *scene) px(v float64) int { return max(1, int(math.Round(v*s.unit))) }

// get returns the colour of a pixel.
func (s *scene) get(x, y int) rgb {
	p := s.Pix[s.PixOffset(x, y):]
	return rgb{int(p[0]), int(p[1]), int(p[2])}
}

// put sets a pixel.
func (s *scene) put(x, y int, c rgb) {
	p := s.Pix[s.PixOffset(x, y):]
	p = p[:4:4]
	for i, v := range c {
		p[i] = uint8(min(max(v, 0), 255))
	}
	p[3] = 255
}

// blend puts c over a pixel, with a coverage.
func (s *scene) blend(x, y int, c rgb, f int) { s.put(x, y, s.get(x, y).mix(c, f)) }

// shade darkens the scene under f by a share of it.
func (s *scene) shade(f *field, by int) {
	r := f.Rectangle.Intersect(s.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := f.row(y)[r.Min.X-f.Min.X:]
		for x := r.Min.X; x < r.Max.X; x++ {
			if v := int(row[x-r.Min.X]); v > 0 {
				s.put(x, y, s.get(x, y).times(one-times(v, by)))
			}
		}
	}
}

// grain adds the noise of a camera, which also hides the steps of gradients.
func (s *scene) grain(strength int) {
	const film = noise(101)
	for y := range s.Rect.Dy() {
		for x := range s.Rect.Dx() {
			c := s.get(x, y)
			n := (film.grain(x, y)*strength + one/2) >> 16
			s.put(x, y, rgb{c[0] + n, c[1] + n, c[2] + n})
		}
	}
}
