package render

import (
	"math"

	"panonceau/render/geom"
	"panonceau/render/text"
)

// The look of the specimen mark: red letters with a white edge, see-through
// enough to judge the picture below and too dense to be taken for a part of
// it.
var (
	specimenInk = &Ink{Name: "specimen", RGB: RGB{0xC4, 0x1E, 0x3A}, CMYK: [4]float64{0, 100, 80, 10}}
	specimenRim = &Ink{Name: "specimen-rim", RGB: RGB{0xFF, 0xFF, 0xFF}}
)

const (
	specimenFace    = "Barlow Condensed"
	specimenWeight  = 700
	specimenOpacity = 0.72
	// Above this ratio of sides the word lies flat, or it would be tiny.
	specimenFlat = 2.6
)

// specimen lays the specimen word across the page. It covers most of a
// diagonal, or most of the width of a flat picture, so that it can be read on
// a thumbnail. A high picture has it from bottom to top.
// Each letter is a node of its own among those of the picture: no attribute of
// one element takes the word out of an SVG file. QR codes stay free of it.
func (c *composer) specimen(page geom.Rect) []Node {
	face, err := c.spec.Fonts.Find(specimenFace, specimenWeight)
	if err != nil {
		c.fail(err)
		return nil
	}
	line, err := face.Shape(c.spec.Specimen, text.Style{Lang: c.spec.Lang})
	if err != nil {
		c.fail(err)
		return nil
	}
	word := new(geom.Path)
	for _, g := range line.Glyphs {
		word.Append(g.Outline.Transform(g.Matrix))
	}
	ink := word.Bounds()
	turn := specimenTurn(page.W(), page.H())
	// The turned word must fit the page with a twelfth of room around.
	sin, cos := math.Abs(turn.B), math.Abs(turn.A)
	w := float64(ink.W()*cos) + float64(ink.H()*sin)
	h := float64(ink.W()*sin) + float64(ink.H()*cos)
	k := min(page.W()/w, page.H()/h) * 11 / 12
	mid, to := ink.Center(), page.Center()
	m := geom.Translate(to.X, to.Y).Mul(turn).Mul(geom.Scale(k, k)).Mul(geom.Translate(-mid.X, -mid.Y))
	var letters []Node
	for _, g := range line.Glyphs {
		if path := g.Outline.Transform(g.Matrix).Transform(m); len(path.Pts) > 0 {
			letters = append(letters, c.specimenLetter(path, ink.H()*k))
		}
	}
	return letters
}

// specimenLetter returns a letter of the specimen word, whose letters are high.
func (c *composer) specimenLetter(path *geom.Path, high float64) Node {
	g := NewGroup(&Shape{
		Path: path,
		Fill: &Fill{Paint: Color{RGB: specimenInk.RGB, Ink: specimenInk}, Opacity: 1},
		Stroke: &Stroke{
			Paint: Color{RGB: specimenRim.RGB, Ink: specimenRim}, Opacity: 1,
			StrokeStyle: geom.StrokeStyle{Width: high / 9, Join: geom.JoinRound, MiterLimit: 4},
		},
		StrokeFirst: true,
	})
	g.Opacity = specimenOpacity
	g.Layer = LayerSpecimen
	g.Clip = c.spareCodes(path.Bounds().Inset(-high))
	return g
}

// spareCodes returns the clip that keeps what is drawn within area off the QR
// codes: that of a specimen is read as any other, and leads to a page that says
// what it is. It is nil when there are none
// there.
func (c *composer) spareCodes(area geom.Rect) *Clip {
	p := area.Path()
	edges := len(p.Pts)
	for _, r := range c.codes {
		if r = r.Intersect(area); !r.Empty() {
			p.Append(r.Path())
		}
	}
	if len(p.Pts) == edges {
		return nil
	}
	return &Clip{Shapes: []ClipShape{{Path: p, Rule: EvenOdd}}}
}

// specimenTurn returns the rotation of the word on a page of w by h.
func specimenTurn(w, h float64) geom.Matrix {
	switch {
	case w > specimenFlat*h:
		return geom.Identity
	case h > specimenFlat*w:
		return geom.Rotate(-90)
	case h > w:
		return geom.Rotate(-52)
	}
	return geom.Rotate(-30)
}
