package rendertest

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// Badge returns a picture such as a web page shows, for benchmarks: 160 by 20
// pixels, two panels under a sheen, a mark, and 25 glyphs with their shadow.
func Badge() *render.Drawing {
	rounded := new(geom.Path)
	rounded.RoundRect(geom.RectWH(0, 0, 160, 20), 3, 3)
	panels := render.NewGroup(
		Filled(geom.RectWH(0, 0, 95, 20).Path(), Night),
		Filled(geom.RectWH(95, 0, 65, 20).Path(), Red),
		Filled(geom.RectWH(0, 0, 160, 20).Path(), &render.LinearGradient{
			P1: geom.Pt(0, 20), Matrix: geom.Identity,
			Stops: []render.Stop{{Color: White, Opacity: .1}, {Offset: 1, Opacity: .1}},
		}),
	)
	panels.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: rounded}}}
	text := func(y float64, fill *render.Fill) *render.Text {
		t := &render.Text{String: "ololo ololo ololo ololo ololo", Lang: "fr", Fill: fill}
		for i := range 5 {
			t.Glyphs = append(t.Glyphs, Word(22+float64(27*i), y, .01107)...)
		}
		return t
	}
	d := Drawing(panels, Filled(star().Transform(geom.Matrix{A: .4, D: .4, E: -2, F: 2}), Pale),
		text(15, &render.Fill{Opacity: .3, Paint: render.Color{}}), text(14, solid(White)))
	d.Width, d.Height = 160, 20
	d.Title = "Territoire Numérique Libre 2025 : Or"
	d.Meta = render.Meta{
		URL:   "https://example.org/tnl/holders/213801517/2025/badge.svg",
		Label: "Territoire Numérique Libre", Edition: "2025", Level: "Or", Holder: "Échirolles",
		Issuer: "ADULLACT", License: "CC-BY-SA-4.0", Notice: "non officiel",
	}
	return d
}
