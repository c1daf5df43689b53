package mockup

import (
	"image"
	"math"
)

// postMM is the diameter of the posts of signs beside roads, in millimetres.
const postMM = 60

// widePiece is the width, in millimetres, from which a sign has two posts.
const widePiece = 650

// zinc makes the spangle of galvanised steel.
const zinc noise = 81

var galvanised = rgb{166, 171, 174}

// posts draws the posts of a sign, from its back to the lower edge of the
// picture, and on them the shadow of the sign.
func (s *scene) posts(p *piece) {
	radius := min(float64(p.perMM*postMM/2), float64(p.Dx())/8)
	middle := float64(float64(p.Min.X+p.Max.X) / 2)
	centers := []float64{middle}
	if float64(p.Dx()) >= widePiece*p.perMM {
		aside := float64(float64(p.Dx()) * 0.31)
		centers = []float64{middle - aside, middle + aside}
	}
	drop := int(math.Round(p.perMM * 70))
	shadow := p.body.moved(image.Pt(drop/2, drop)).over(s.Rect).blurred(max(1, drop/7))
	for _, c := range centers {
		s.post(c, radius, p.Max.Y-p.Dy()/2, shadow)
	}
}

// post draws a round post of radius r from top down: light from the left, sky
// on both sides.
func (s *scene) post(center, r float64, top int, shadow *field) {
	for x := int(center - r - 1); x <= int(center+r+1); x++ {
		off := float64(x) + 0.5 - center
		cover := share(r - math.Abs(off) + 0.5)
		if cover == 0 || x < 0 || x >= s.Rect.Dx() {
			continue
		}
		n := min(max(off/r, -1), 1)
		z := math.Sqrt(max(0, 1-float64(n*n)))
		sun := share(float64(z*0.72) - float64(n*0.66))
		edge := share(float64(n*n*n*n) * 0.3)
		light := mix(-one*58/100, one*44/100, sun) + edge/2
		for y := max(top, 0); y < s.Rect.Dy(); y++ {
			spangle := zinc.smooth(x, y, s.px(7), s.px(9))/26 + zinc.smooth(x, y, s.px(2), s.px(3))/40
			dark := times(shadow.at(x, y), one*48/100)
			s.blend(x, y, galvanised.lit(light+spangle).times(one-dark), cover)
		}
	}
}
