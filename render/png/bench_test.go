package png

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/raster"
	"panonceau/render/rendertest"
)

// gradients is a picture in which no two rows are alike: a plate and a disc
// with gradients, and the rings of a target.
func gradients() *render.Drawing {
	stops := []render.Stop{{Color: rendertest.Ink, Opacity: 1}, {Offset: 1, Color: rendertest.Red, Opacity: 1}}
	plate, disc := new(geom.Path), new(geom.Path)
	plate.RoundRect(geom.RectWH(0, 0, 100, 100).Inset(3), 10, 10)
	disc.Ellipse(geom.Pt(50, 50), 30, 30)
	d := rendertest.Drawing(
		rendertest.Filled(plate, &render.LinearGradient{P1: geom.Pt(100, 100), Matrix: geom.Identity, Stops: stops}),
		rendertest.Filled(disc, &render.RadialGradient{C: geom.Pt(40, 40), F: geom.Pt(40, 40), R: 40, Matrix: geom.Identity, Stops: stops}),
		&render.Text{Glyphs: rendertest.Word(20, 90, .02), Fill: &render.Fill{Paint: rendertest.White, Opacity: 1}},
		rendertest.Stroked(disc, rendertest.Pale))
	d.Width, d.Height = 100, 100
	return d
}

var pictures = []struct {
	name  string
	d     *render.Drawing
	width int
}{
	{"badge", rendertest.Badge(), 160},
	{"badge2x", rendertest.Badge(), 320},
	{"gradients64", gradients(), 64},
	{"gradients512", gradients(), 512},
	{"gradients2048", gradients(), 2048},
}

// BenchmarkEncodePNG measures drawing and writing; BenchmarkWrite writing
// alone, beside package image/png.
func BenchmarkEncodePNG(b *testing.B) {
	for _, p := range pictures {
		b.Run(p.name, func(b *testing.B) {
			for b.Loop() {
				if err := Encode(io.Discard, p.d, Options{Width: p.width}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, p := range pictures {
		w, h, err := Size(p.d, Options{Width: p.width})
		if err != nil {
			b.Fatal(err)
		}
		img, err := raster.Draw(p.d, w, h, raster.Options{})
		if err != nil {
			b.Fatal(err)
		}
		for _, by := range []struct {
			name  string
			write func(io.Writer, *image.NRGBA) error
		}{
			{"here", func(w io.Writer, img *image.NRGBA) error { return Write(w, img, Info{}) }},
			{"std", func(w io.Writer, img *image.NRGBA) error { return png.Encode(w, img) }},
		} {
			b.Run(p.name+"/"+by.name, func(b *testing.B) {
				var buf bytes.Buffer
				for b.Loop() {
					buf.Reset()
					if err := by.write(&buf, img); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(buf.Len()), "bytes")
			})
		}
	}
}
