package mockup

import (
	"image"

	"panonceau/render"
)

// Plaque returns a picture, w pixels wide, of d as a plate of a material on a
// wall, with cover caps on its screws. What is on the engrave layer is cut
// into the material; everything else is printed on it.
//
// A w below 64 or above [MaxWidth], and pieces twelve times longer than wide
// are errors.
func Plaque(d *render.Drawing, m Material, w int) (*image.NRGBA, error) {
	size, err := frame(d, w)
	if err != nil {
		return nil, err
	}
	s := newScene(size)
	p, err := newPiece(d, fit(d, s.around(17, 15)))
	if err != nil {
		return nil, err
	}
	l := m.look()
	s.dusk = [2]int{14, 16}
	s.wall()
	s.castShadow(p, l)
	s.plate(p, l)
	for _, h := range p.holes {
		s.screw(h, l)
	}
	s.grain(2)
	return s.NRGBA, nil
}

// castShadow darkens the wall where the plate keeps light from it: all around,
// close to it, and away from the window.
func (s *scene) castShadow(p *piece, l look) {
	gap := p.perMM * l.gap
	near := int(gap/4) + s.px(1.5)
	down := image.Pt(int(gap*0.55), int(gap*0.8)).Add(image.Pt(s.px(2), s.px(3)))
	s.shade(p.body.over(s.Rect).blurred(s.px(16)), one*26/100)
	s.shade(p.body.moved(down).over(s.Rect).blurred(near), one*46/100)
	s.shade(p.body.moved(down.Mul(2)).over(s.Rect).blurred(near*3), one*22/100)
}
