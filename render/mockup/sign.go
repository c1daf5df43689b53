package mockup

import (
	"image"

	"panonceau/render"
)

// panel is the look of a sign: reflective film on an aluminium sheet whose
// edges are folded back.
var panel = look{base: rgb{248, 248, 246}, gloss: one * 4 / 100,
	edge: 3, relief: one * 40 / 100, rim: rgb{170, 175, 178}, rimMM: 1.2}

// Sign returns a picture, w pixels wide, of d as a sign on galvanised posts in
// the country.
//
// A w below 64 or above [MaxWidth], and pieces twelve times longer than wide
// are errors.
func Sign(d *render.Drawing, w int) (*image.NRGBA, error) {
	size, err := frame(d, w)
	if err != nil {
		return nil, err
	}
	s := newScene(size)
	box := s.around(15, 9)
	box.Max.Y -= size.Y * 14 / 100 // room for the posts to be seen
	p, err := newPiece(d, fit(d, box))
	if err != nil {
		return nil, err
	}
	s.dusk = [2]int{2, 6}
	s.landscape()
	s.posts(p)
	s.plate(p, panel)
	s.grain(2)
	return s.NRGBA, nil
}
