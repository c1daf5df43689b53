package rendertest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"panonceau/render"
	"panonceau/render/geom"
)

// The inks of the samples. Night has another look in dark mode.
var (
	Ink   = render.Color{RGB: render.RGB{R: 0x1d, G: 0x3b, B: 0x6f}}
	Pale  = render.Color{RGB: render.RGB{R: 0xff, G: 0xee, B: 0xcc}}
	Red   = render.Color{RGB: render.RGB{R: 0xc8, G: 0x10, B: 0x2e}}
	White = render.Color{RGB: render.RGB{R: 0xff, G: 0xff, B: 0xff}}
	Night = render.Color{
		RGB: render.RGB{R: 0x22, G: 0x22, B: 0x33},
		Ink: &render.Ink{
			Name: "night",
			RGB:  render.RGB{R: 0x22, G: 0x22, B: 0x33},
			CMYK: [4]float64{90, 80, 40, 50},
			Dark: &render.RGB{R: 0xee, G: 0xee, B: 0xff},
		},
	}
)

// A Sample is a picture about one field of one kind of node.
type Sample struct {
	Name    string          // kind-field
	Drawing *render.Drawing // 60 by 40 pixels
	Without *render.Drawing // the same, but for that field
}

// Drawing returns a picture of 60 by 40 pixels with the given nodes.
func Drawing(nodes ...render.Node) *render.Drawing {
	return &render.Drawing{
		Width: 60, Height: 40, Unit: render.Pixel,
		Title: "Échantillon", Lang: "fr",
		Root: render.NewGroup(nodes...),
	}
}

// Filled returns p filled with paint.
func Filled(p *geom.Path, paint render.Paint) *render.Shape {
	return &render.Shape{Path: p, Fill: solid(paint)}
}

// Stroked returns p with a stroke of three units, mitred as SVG does by
// default.
func Stroked(p *geom.Path, paint render.Paint) *render.Shape {
	return &render.Shape{Path: p, Stroke: &render.Stroke{
		Paint: paint, Opacity: 1,
		StrokeStyle: geom.StrokeStyle{Width: 3, MiterLimit: 4},
	}}
}

func solid(p render.Paint) *render.Fill { return &render.Fill{Paint: p, Opacity: 1} }

func ground() *geom.Path { return geom.RectWH(2, 2, 56, 36).Path() }
func square() *geom.Path { return geom.RectWH(10, 8, 24, 24).Path() }

func disc(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(geom.Pt(x, y), r, r)
	p.Quantize(1. / 1024)
	return p
}

// star winds twice around its middle, so that the fill rules differ.
func star() *geom.Path {
	p := new(geom.Path)
	for i, a := range []geom.Point{{X: 30, Y: 4}, {X: 40, Y: 36}, {X: 13, Y: 16}, {X: 47, Y: 16}, {X: 20, Y: 36}} {
		if i == 0 {
			p.MoveTo(a)
		} else {
			p.LineTo(a)
		}
	}
	p.Close()
	return p
}

// zigzag is open, with a sharp and a wide corner.
func zigzag() *geom.Path {
	p := new(geom.Path)
	p.MoveTo(geom.Pt(8, 30))
	p.LineTo(geom.Pt(22, 10))
	p.LineTo(geom.Pt(27, 30))
	p.LineTo(geom.Pt(52, 12))
	return p
}

// curves has every command of a path.
func curves() *geom.Path {
	p := new(geom.Path)
	p.MoveTo(geom.Pt(8, 30))
	p.QuadTo(geom.Pt(14, 4), geom.Pt(22, 20))
	p.CubeTo(geom.Pt(30, 36), geom.Pt(40, 4), geom.Pt(52, 24))
	p.LineTo(geom.Pt(52, 34))
	p.Close()
	return p
}

// Word returns five glyphs, three of one outline, that begin at (x, y).
func Word(x, y, size float64) []render.Glyph {
	var word []render.Glyph
	for _, g := range []struct {
		outline *geom.Path
		advance float64
	}{{ring, 520}, {bar, 220}, {ring, 520}, {bar, 220}, {ring, 520}} {
		word = append(word, render.Glyph{Outline: g.outline, Matrix: geom.Translate(x, y).Mul(geom.Scale(size, size))})
		x += float64(g.advance * size)
	}
	return word
}

// The outlines of an o and of an l, as a font would have them.
var ring, bar = func() (ring, bar *geom.Path) {
	ring = new(geom.Path)
	for _, c := range [][5]geom.Point{
		{{X: 40, Y: -250}, {X: 40, Y: -510}, {X: 480, Y: -510}, {X: 480, Y: 10}, {X: 40, Y: 10}},
		{{X: 140, Y: -250}, {X: 140, Y: -80}, {X: 380, Y: -80}, {X: 380, Y: -420}, {X: 140, Y: -420}},
	} {
		ring.MoveTo(c[0])
		for i := 1; i < 4; i++ {
			ring.QuadTo(c[i], c[i].Lerp(c[i+1], .5))
		}
		ring.QuadTo(c[4], c[0])
		ring.Close()
	}
	return ring, geom.Rect{X0: 60, Y0: -700, X1: 160}.Path()
}()

// checker returns an image of four by three pixels, one of them translucent.
func checker() *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 4, 3))
	for y := range 3 {
		for x := range 4 {
			c := color.NRGBA{R: uint8(60 * x), G: uint8(80 * y), B: 120, A: 255}
			if (x+y)%2 == 0 {
				c = color.NRGBA{R: 250, G: 210, B: 30, A: 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	m.SetNRGBA(1, 1, color.NRGBA{R: 200, G: 0, B: 0, A: 128})
	return m
}

// Image returns a picture in a raster picture, with the file it came from.
func Image(m geom.Matrix) *render.Image {
	pix := checker()
	var b bytes.Buffer
	if err := png.Encode(&b, pix); err != nil {
		panic(err) // a buffer takes everything
	}
	return &render.Image{Pix: pix, Source: b.Bytes(), MediaType: "image/png", Matrix: m}
}
