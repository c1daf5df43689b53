package mockup

import (
	"image"
	"math"

	"panonceau/render/geom"
)

// lathe makes the rings of flat heads uneven.
const lathe noise = 41

// screw draws what hides the screw in a hole: a cover cap of twice its size,
// or the head of a stand-off.
func (s *scene) screw(h hole, l look) {
	r := max(float64(h.radius*2), 2)
	if l.cap == flat {
		r = max(float64(h.radius*2.4), 2)
	}
	s.capShadow(h.center, r)
	box := image.Rect(int(h.center.X-r)-1, int(h.center.Y-r)-1, int(h.center.X+r)+2, int(h.center.Y+r)+2).Intersect(s.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			d := geom.Pt(float64(x)+0.5, float64(y)+0.5).Sub(h.center)
			if cover := share(r - d.Len() + 0.5); cover > 0 {
				n := d.Mul(1 / r)
				c := dome(n)
				if l.cap == flat {
					c = turned(n)
				}
				s.blend(x, y, l.metal.lit(c), cover)
			}
		}
	}
}

// share returns v as a share of one, within 0 and 1.
func share(v float64) int { return int(math.Round(min(max(v, 0), 1) * one)) }

// capShadow darkens what lies around a cap of radius r.
func (s *scene) capShadow(c geom.Point, r float64) {
	m := int(2*r) + 2
	box := image.Rect(int(c.X)-m, int(c.Y)-m, int(c.X)+m, int(c.Y)+m)
	disc := newField(box)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := disc.row(y)
		for x := range row {
			d := geom.Pt(float64(box.Min.X+x)+0.5, float64(y)+0.5).Sub(c).Len()
			row[x] = int32(share(r - d + 0.5))
		}
	}
	soft := max(1, int(r/5))
	s.shade(disc.moved(image.Pt(int(r*0.22)+1, int(r*0.32)+1)).blurred(soft), one*50/100)
	s.shade(disc.blurred(soft), one*30/100)
}

// dome returns the light on a polished dome, seen from above, at n, a place
// within the unit circle: sky above, a dim horizon, ground below, a darker
// edge, and the window.
func dome(n geom.Point) int {
	rr := n.Dot(n)
	z := math.Sqrt(max(0, 1-rr))
	up := share(0.5 - float64(n.Y*z)) // of the reflected ray
	light := mix(-one*24/100, one*24/100, step(0, one, up))
	light -= times(one*12/100, step(0, one*38/100, up)-step(one*38/100, one*80/100, up))
	light -= times(one*16/100, step(one*60/100, one, share(rr)))
	if glint := 0.42 - n.Sub(geom.Pt(-0.34, -0.40)).Len(); glint > 0 {
		light += times(one*75/100, ease(share(glint*2.6)))
	}
	return light
}

// turned returns the light on a flat head that was turned on a lathe: the
// marks run around, so that light gathers in two fans, and the chamfer shines
// where it faces the window.
func turned(n geom.Point) int {
	r := n.Len()
	chamfer := -math.Round((float64(n.X*0.24) + float64(n.Y*0.34)) * one)
	fan := 0.0
	if r > 0.02 {
		fan = math.Round(float64(2*n.X*n.Y) / float64(r*r) * one) // sine of twice the angle
	}
	ring := lathe.smooth(int(r*40), 0, 2, 1) / 30
	return mix(int(fan)/5+ring, int(chamfer), step(one*78/100, one*92/100, share(r)))
}
