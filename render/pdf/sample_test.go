package pdf

import (
	"image"
	"image/color"

	"panonceau/render"
	"panonceau/render/geom"
)

// Inks of the samples: what a charter would say.
var (
	blue   = ink("bleu", 0, 61, 143, 100, 70, 0, 10)
	red    = ink("rouge", 227, 6, 19, 0, 100, 100, 0)
	yellow = ink("jaune", 255, 204, 0, 0, 20, 100, 0)
	white  = ink("blanc", 255, 255, 255, 0, 0, 0, 0)
	black  = ink("noir", 0, 0, 0, 0, 0, 0, 100)
	gold   = render.Color{RGB: render.RGB{R: 190, G: 160, B: 90}, Ink: &render.Ink{
		Name: "or", RGB: render.RGB{R: 190, G: 160, B: 90}, CMYK: [4]float64{20, 30, 70, 10}, Spot: "PANTONE 871 C"}}
)

func ink(name string, r, g, b uint8, c, m, y, k float64) render.Color {
	rgb := render.RGB{R: r, G: g, B: b}
	return render.Color{RGB: rgb, Ink: &render.Ink{Name: name, RGB: rgb, CMYK: [4]float64{c, m, y, k}}}
}

func fill(p *geom.Path, paint render.Paint) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: paint, Opacity: 1}}
}

func stroke(p *geom.Path, paint render.Paint, width float64) *render.Shape {
	return &render.Shape{Path: p, Stroke: &render.Stroke{Paint: paint, Opacity: 1,
		StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4}}}
}

func rect(x, y, w, h float64) *geom.Path { return geom.RectWH(x, y, w, h).Path() }

func circle(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(geom.Pt(x, y), r, r)
	return p
}

func onLayer(l render.Layer, children ...render.Node) *render.Group {
	g := render.NewGroup(children...)
	g.Layer = l
	return g
}

// letter is a capital E of 1000 units.
func letter() *geom.Path {
	p := new(geom.Path)
	for i, q := range []geom.Point{{X: 80}, {X: 520}, {X: 520, Y: -90}, {X: 190, Y: -90}, {X: 190, Y: -320}, {X: 470, Y: -320},
		{X: 470, Y: -410}, {X: 190, Y: -410}, {X: 190, Y: -610}, {X: 510, Y: -610}, {X: 510, Y: -700}, {X: 80, Y: -700}} {
		if i == 0 {
			p.MoveTo(q)
		} else {
			p.LineTo(q)
		}
	}
	p.Close()
	return p
}

func word(n int, x, y, size float64, paint render.Paint) *render.Text {
	e := letter()
	t := &render.Text{String: "EEEEEEEEEEEE"[:n], Lang: "fr", Fill: &render.Fill{Paint: paint, Opacity: 1}}
	for i := range n {
		t.Glyphs = append(t.Glyphs, render.Glyph{Outline: e, Matrix: geom.Matrix{
			A: size / 1000, D: size / 1000, E: x + float64(i)*size*0.6, F: y}})
	}
	return t
}

func picture() *render.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	for y := range 16 {
		for x := range 16 {
			a := uint8(255)
			if (x-8)*(x-8)+(y-8)*(y-8) > 60 {
				a = 0
			}
			img.SetNRGBA(x, y, color.NRGBA{uint8(16 * x), uint8(16 * y), 80, a})
		}
	}
	return &render.Image{Pix: img, Matrix: geom.Matrix{A: 2, D: 2, E: 340, F: 150}}
}

// plain is a sign of 400 × 200 mm that any press can print: inks, a spot
// colour, a gradient, a picture with a hard edge, layers for machines.
func plain() *render.Drawing {
	contour := new(geom.Path)
	contour.RoundRect(geom.RectWH(0, 0, 400, 200), 20, 20)
	return &render.Drawing{
		Width: 400, Height: 200, Unit: 1, Bleed: 3,
		Title: "Panneau d’entrée – Territoire numérique libre",
		Desc:  "Fond bleu, cinq copylefts",
		Lang:  "fr",
		Meta:  render.Meta{URL: "https://example.org/tnl/2024/5/sign.pdf", Label: "Territoire Numérique Libre", Edition: "2024", Level: "5", Issuer: "ADULLACT & amis", License: "CC-BY-4.0"},
		Root: render.NewGroup(
			fill(rect(-3, -3, 406, 206), blue),
			fill(rect(20, 20, 100, 60), yellow),
			word(5, 25, 60, 30, black),
			word(1, 25, 75, 12, black),
			word(3, 25, 110, 24, white),
			fill(circle(180, 60, 30), red),
			fill(circle(250, 60, 30), gold),
			fill(rect(20, 130, 120, 50), &render.LinearGradient{
				P0: geom.Pt(20, 0), P1: geom.Pt(140, 0), Matrix: geom.Identity,
				Stops: []render.Stop{{Offset: 0, Color: red, Opacity: 1}, {Offset: 0.5, Color: yellow, Opacity: 1}, {Offset: 1, Color: gold, Opacity: 1}}}),
			fill(circle(190, 150, 35), &render.RadialGradient{
				C: geom.Pt(190, 150), F: geom.Pt(190, 150), R: 12, Matrix: geom.Identity, Spread: render.SpreadReflect,
				Stops: []render.Stop{{Offset: 0, Color: white, Opacity: 1}, {Offset: 1, Color: blue, Opacity: 1}}}),
			stroke(rect(240, 130, 60, 50), white, 2),
			picture(),
			onLayer(render.LayerWhite, fill(rect(18, 18, 104, 64), white)),
			onLayer(render.LayerCut, stroke(contour, red, 0.1)),
			onLayer(render.LayerDrill, fill(circle(15, 15, 3), black), fill(circle(385, 15, 3), black)),
		),
	}
}

// rich adds what needs transparency: opacity, blending, masks, clips, patterns
// and a gradient that fades.
func rich() *render.Drawing {
	d := plain()
	faded := render.NewGroup(fill(rect(300, 20, 40, 40), red), fill(rect(320, 40, 40, 40), yellow))
	faded.Opacity = 0.5
	multiplied := render.NewGroup(fill(circle(215, 60, 20), yellow))
	multiplied.Blend = render.BlendMultiply
	masked := render.NewGroup(fill(rect(240, 130, 60, 50), red))
	masked.Mask = &render.Mask{Content: render.NewGroup(fill(rect(240, 130, 60, 50), &render.LinearGradient{
		P0: geom.Pt(0, 130), P1: geom.Pt(0, 180), Matrix: geom.Identity,
		Stops: []render.Stop{{Offset: 0, Color: white, Opacity: 1}, {Offset: 1, Color: black, Opacity: 1}}}))}
	clipped := render.NewGroup(fill(rect(300, 90, 80, 60), yellow))
	clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: circle(325, 115, 20)}, {Path: circle(350, 115, 20)}}}
	dots := fill(rect(150, 95, 80, 15), &render.Pattern{
		Tile: geom.RectWH(0, 0, 8, 8), Matrix: geom.Scale(0.5, 0.5),
		Content: render.NewGroup(fill(circle(4, 4, 3), white))})
	fades := fill(rect(130, 5, 250, 10), &render.LinearGradient{
		P0: geom.Pt(130, 0), P1: geom.Pt(380, 0), Matrix: geom.Identity,
		Stops: []render.Stop{{Offset: 0, Color: white, Opacity: 1}, {Offset: 1, Color: white, Opacity: 0}}})
	d.Root.Children = append(d.Root.Children[:11:11], append([]render.Node{
		faded, multiplied, masked, clipped, dots, fades,
	}, d.Root.Children[11:]...)...)
	return d
}

// proof is a sheet with dimensions and a text about the piece.
func proof() *render.Drawing {
	d := plain()
	line := new(geom.Path)
	line.MoveTo(geom.Pt(0, 195))
	line.LineTo(geom.Pt(400, 195))
	d.Root.Children = append(d.Root.Children,
		onLayer(render.LayerProof, stroke(line, black, 0.2), word(4, 180, 193, 6, black)),
		fill(rect(390, 190, 5, 5), red))
	return d
}
