package rendertest

import (
	"panonceau/render"
	"panonceau/render/geom"
)

func filterSamples() []Sample {
	region := geom.RectWH(4, 2, 52, 36)
	c := render.EffectCommon{Region: region}
	half := render.EffectCommon{Region: geom.RectWH(10, 6, 30, 20)}
	linear := render.EffectCommon{Region: region, LinearRGB: true}
	filtered := func(m geom.Matrix, effects ...render.Effect) *render.Group {
		return overlap(func(g *render.Group) {
			g.Filter = &render.Filter{Region: region, Matrix: m, Effects: effects}
		})
	}
	plain := overlap(func(*render.Group) {})
	effect := func(name string, effects ...render.Effect) Sample {
		return sample("filter-"+name, filtered(geom.Identity, effects...), plain)
	}
	blur := &render.GaussianBlur{EffectCommon: c, In: render.SourceGraphic, X: 2, Y: 1}
	turn := geom.Translate(14, -6).Mul(geom.Rotate(25))
	return []Sample{
		effect("none"),
		effect("blur", blur),
		effect("blur-linear", &render.GaussianBlur{EffectCommon: linear, In: render.SourceGraphic, X: 2, Y: 2}),
		effect("offset", &render.Offset{EffectCommon: c, In: render.SourceGraphic, DX: 3, DY: 2}),
		effect("flood", &render.Flood{EffectCommon: half, Color: Red.RGB, Opacity: .5}),
		effect("merge",
			&render.Offset{EffectCommon: c, In: render.SourceAlpha, DX: 3, DY: 3},
			&render.GaussianBlur{EffectCommon: c, In: 0, X: 1, Y: 1},
			&render.Merge{EffectCommon: c, In: []render.Input{1, 0, render.SourceGraphic}}),
		effect("blend",
			&render.Flood{EffectCommon: half, Color: Red.RGB, Opacity: .7},
			&render.Blend{EffectCommon: c, In: render.SourceGraphic, Under: 0, Mode: render.BlendScreen}),
		effect("composite",
			&render.Flood{EffectCommon: half, Color: Red.RGB, Opacity: 1},
			&render.Composite{EffectCommon: c, In: 0, Under: render.SourceGraphic, Operator: render.CompositeIn}),
		effect("composite-arithmetic",
			&render.Flood{EffectCommon: half, Color: Red.RGB, Opacity: 1},
			&render.Composite{EffectCommon: c, In: 0, Under: render.SourceGraphic, Operator: render.CompositeArithmetic, K: [4]float64{.2, .5, .5, .1}}),
		effect("color-matrix", &render.ColorMatrix{EffectCommon: c, In: render.SourceGraphic, Matrix: [20]float64{
			.33, .33, .33, 0, 0,
			.33, .33, .33, 0, 0,
			.33, .33, .33, 0, .1,
			0, 0, 0, .8, 0,
		}}),
		effect("component-transfer", &render.ComponentTransfer{EffectCommon: c, In: render.SourceGraphic,
			R: render.Transfer{Kind: render.TransferTable, Table: []float64{1, 0}},
			G: render.Transfer{Kind: render.TransferGamma, Amplitude: 1, Exponent: .5, Offset: .1},
			B: render.Transfer{Kind: render.TransferDiscrete, Table: []float64{0, .5, 1}},
			A: render.Transfer{Kind: render.TransferLinear, Slope: .5, Offset: .25},
		}),
		effect("drop-shadow", &render.DropShadow{EffectCommon: c, In: render.SourceGraphic, DX: 2, DY: 3, X: 1, Y: 1, Color: Ink.RGB, Opacity: .6}),
		effect("morphology", &render.Morphology{EffectCommon: c, In: render.SourceGraphic, Dilate: true, X: 2, Y: 1}),
		effect("erode", &render.Morphology{EffectCommon: c, In: render.SourceGraphic, X: 2, Y: 2}),
		effect("tile",
			&render.Offset{EffectCommon: half, In: render.SourceGraphic},
			&render.Tile{EffectCommon: c, In: 0}),
		sample("filter-scaled", filtered(geom.Translate(3, 4).Mul(geom.Scale(.8, .8)), blur), filtered(geom.Identity, blur)),
		sample("filter-turned", filtered(turn, blur), filtered(geom.Identity, blur)),
	}
}
