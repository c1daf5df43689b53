package raster

import (
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

// logo is a picture of 68 paths: a plate and a disc with gradients, blobs of
// curves, rings that are stroked, and some glyphs.
func logo() *render.Drawing {
	plate := new(geom.Path)
	plate.RoundRect(geom.RectWH(4, 4, 120, 120), 12, 12)
	stops := []render.Stop{{Color: red, Opacity: 1}, {Offset: 0.4, Color: blue, Opacity: 1}, {Offset: 1, Color: green, Opacity: 1}}
	nodes := []render.Node{
		filled(plate, &render.LinearGradient{P0: geom.Pt(4, 4), P1: geom.Pt(124, 124), Matrix: geom.Identity, Stops: stops}),
		filled(circle(64, 50, 40), &render.RadialGradient{C: geom.Pt(64, 50), F: geom.Pt(64, 50), R: 40, Matrix: geom.Identity, Stops: stops}),
	}
	for i := range 20 {
		sin, cos := geom.SinCos(float64(i) * 18)
		c := geom.Pt(64+float64(34*cos), 50+float64(34*sin))
		blob := new(geom.Path)
		for k := range 12 {
			s0, c0 := geom.SinCos(float64(k) * 30)
			s1, c1 := geom.SinCos(float64(k)*30 + 15)
			s2, c2 := geom.SinCos(float64(k)*30 + 30)
			at := func(s, co, r float64) geom.Point { return geom.Pt(c.X+float64(co*r), c.Y+float64(s*r)) }
			if k == 0 {
				blob.MoveTo(at(s0, c0, 6))
			}
			blob.QuadTo(at(s1, c1, 9), at(s2, c2, 6))
		}
		s := filled(blob, green)
		s.Fill.Opacity = 0.8
		nodes = append(nodes, s)
	}
	for i := range 8 {
		nodes = append(nodes, &render.Shape{Path: circle(64, 50, 10+float64(5*i)), Stroke: &render.Stroke{
			Paint: red, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: 1.5, MiterLimit: 4}}})
	}
	for i := range 8 {
		nodes = append(nodes, &render.Text{Glyphs: rendertest.Word(20+float64(11*i), 112, .01), Fill: &render.Fill{Paint: blue, Opacity: 1}})
	}
	return drawing(128, 128, nodes...)
}

func BenchmarkDraw(b *testing.B) {
	for _, bb := range []struct {
		name string
		d    *render.Drawing
		w, h int
	}{
		{"badge", rendertest.Badge(), 160, 20},
		{"badge2x", rendertest.Badge(), 320, 40},
		{"logo64", logo(), 64, 64},
		{"logo512", logo(), 512, 512},
		{"logo2048", logo(), 2048, 2048},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Draw(bb.d, bb.w, bb.h, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
