package rendertest

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// Samples returns a picture for every field of every kind of node.
func Samples() []Sample {
	var all []Sample
	for _, part := range [][]Sample{
		shapeSamples(), strokeSamples(), paintSamples(), groupSamples(),
		clipSamples(), maskSamples(), textSamples(), imageSamples(), filterSamples(),
	} {
		all = append(all, part...)
	}
	return all
}

// sample compares a node with another one, or with nothing, on a pale ground.
func sample(name string, with, without render.Node) Sample {
	s := Sample{Name: name, Drawing: Drawing(Filled(ground(), Pale), with), Without: Drawing(Filled(ground(), Pale))}
	if without != nil {
		s.Without.Root.Children = append(s.Without.Root.Children, without)
	}
	return s
}

func shapeSamples() []Sample {
	shape := func(change func(*render.Shape)) *render.Shape {
		s := Filled(star(), Ink)
		change(s)
		return s
	}
	both := shape(func(s *render.Shape) { s.Stroke = Stroked(nil, Red).Stroke })
	return []Sample{
		sample("shape-fill", Filled(square(), Ink), nil),
		sample("shape-stroke", Stroked(square(), Ink), nil),
		sample("shape-both", both, Filled(star(), Ink)),
		sample("shape-curves", Filled(curves(), Ink), Filled(square(), Ink)),
		sample("shape-even-odd", shape(func(s *render.Shape) { s.Fill.Rule = render.EvenOdd }), Filled(star(), Ink)),
		sample("shape-fill-opacity", shape(func(s *render.Shape) { s.Fill.Opacity = .4 }), Filled(star(), Ink)),
		sample("shape-crisp", shape(func(s *render.Shape) { s.Crisp = true }), Filled(star(), Ink)),
		sample("shape-stroke-first", shape(func(s *render.Shape) {
			s.Stroke = Stroked(nil, Red).Stroke
			s.StrokeFirst = true
		}), both),
	}
}

func strokeSamples() []Sample {
	stroke := func(change func(*render.Stroke)) *render.Shape {
		s := Stroked(zigzag(), Ink)
		change(s.Stroke)
		return s
	}
	plain := Stroked(zigzag(), Ink)
	limit := stroke(func(s *render.Stroke) { s.MiterLimit = 1.5 })
	dash := stroke(func(s *render.Stroke) { s.Dash = []float64{6, 2.5} })
	return []Sample{
		sample("stroke-width", stroke(func(s *render.Stroke) { s.Width = 5 }), plain),
		sample("stroke-width-one", stroke(func(s *render.Stroke) { s.Width = 1 }), plain),
		sample("stroke-opacity", stroke(func(s *render.Stroke) { s.Opacity = .5 }), plain),
		sample("stroke-cap-round", stroke(func(s *render.Stroke) { s.Cap = geom.CapRound }), plain),
		sample("stroke-cap-square", stroke(func(s *render.Stroke) { s.Cap = geom.CapSquare }), plain),
		sample("stroke-join-round", stroke(func(s *render.Stroke) { s.Join = geom.JoinRound }), plain),
		sample("stroke-join-bevel", stroke(func(s *render.Stroke) { s.Join = geom.JoinBevel }), plain),
		sample("stroke-miter-limit", limit, plain),
		sample("stroke-miter-clip", stroke(func(s *render.Stroke) { s.Join, s.MiterLimit = geom.JoinMiterClip, 1.5 }), limit),
		sample("stroke-dash", dash, plain),
		sample("stroke-dash-offset", stroke(func(s *render.Stroke) { s.Dash, s.DashOffset = []float64{6, 2.5}, 3 }), dash),
	}
}

func stops() []render.Stop {
	return []render.Stop{
		{Offset: 0, Color: Red, Opacity: 1},
		{Offset: .25, Color: White, Opacity: 1},
		{Offset: 1, Color: Ink, Opacity: .5},
	}
}

func paintSamples() []Sample {
	linear := func(change func(*render.LinearGradient)) *render.Shape {
		g := &render.LinearGradient{P0: geom.Pt(16, 8), P1: geom.Pt(28, 14), Matrix: geom.Identity, Stops: stops()}
		change(g)
		return Filled(square(), g)
	}
	radial := func(change func(*render.RadialGradient)) *render.Shape {
		c := geom.Pt(22, 20)
		g := &render.RadialGradient{C: c, F: c, R: 9, Matrix: geom.Identity, Stops: stops()}
		change(g)
		return Filled(square(), g)
	}
	pattern := func(change func(*render.Pattern)) *render.Shape {
		p := &render.Pattern{
			Tile:    geom.RectWH(1, 1, 6, 5),
			Matrix:  geom.Identity,
			Content: render.NewGroup(Filled(disc(4, 3, 2), Red), Filled(geom.RectWH(0, 5, 9, 3).Path(), Ink)),
		}
		change(p)
		return Filled(square(), p)
	}
	skew := geom.Matrix{A: 1, B: .25, C: -.5, D: 1.25, E: 9, F: -6}
	turn := geom.Translate(18, -2).Mul(geom.Rotate(30)).Mul(geom.Scale(1.1, 1.1))
	plain := linear(func(*render.LinearGradient) {})
	round := radial(func(*render.RadialGradient) {})
	tiles := pattern(func(*render.Pattern) {})
	stroked := Stroked(zigzag(), plain.Fill.Paint)
	return []Sample{
		sample("linear-stops", plain, Filled(square(), Ink)),
		sample("linear-reflect", linear(func(g *render.LinearGradient) { g.Spread = render.SpreadReflect }), plain),
		sample("linear-repeat", linear(func(g *render.LinearGradient) { g.Spread = render.SpreadRepeat }), plain),
		sample("linear-matrix", linear(func(g *render.LinearGradient) { g.Matrix = skew }), plain),
		sample("linear-stroke", stroked, Stroked(zigzag(), Ink)),
		sample("radial-stops", round, Filled(square(), Ink)),
		sample("radial-focus", radial(func(g *render.RadialGradient) { g.F = geom.Pt(26, 17) }), round),
		sample("radial-focal-circle", radial(func(g *render.RadialGradient) { g.FR = 3 }), round),
		sample("radial-reflect", radial(func(g *render.RadialGradient) { g.Spread = render.SpreadReflect }), round),
		sample("radial-repeat", radial(func(g *render.RadialGradient) { g.Spread = render.SpreadRepeat }), round),
		sample("radial-turned", radial(func(g *render.RadialGradient) { g.Matrix, g.F = turn, geom.Pt(26, 17) }), round),
		sample("radial-skewed", radial(func(g *render.RadialGradient) { g.Matrix, g.F = skew, geom.Pt(26, 17) }), round),
		sample("pattern-content", tiles, Filled(square(), Ink)),
		sample("pattern-turned", pattern(func(p *render.Pattern) { p.Matrix = turn }), tiles),
		sample("pattern-skewed", pattern(func(p *render.Pattern) { p.Matrix = skew }), tiles),
		sample("pattern-stroke", Stroked(zigzag(), tiles.Fill.Paint), Stroked(zigzag(), Ink)),
	}
}

func textSamples() []Sample {
	word := &render.Text{String: "olo", Lang: "br", Glyphs: Word(6, 30, .02), Fill: solid(Ink)}
	faint := &render.Text{String: "olo", Lang: "br", Glyphs: Word(6, 30, .02), Fill: &render.Fill{Paint: Ink, Opacity: .5}}
	long := &render.Text{String: "oloolo", Fill: solid(Ink)}
	for x := range 4 {
		long.Glyphs = append(long.Glyphs, Word(4+float64(12*x), 25, .00517)...)
	}
	return []Sample{
		sample("text-glyphs", word, nil),
		sample("text-opacity", faint, word),
		sample("text-many-glyphs", long, nil),
	}
}

func imageSamples() []Sample {
	upright := geom.Translate(10, 8).Mul(geom.Scale(10, 8))
	plain := Image(upright)
	pixelated := Image(upright)
	pixelated.Pixelated = true
	unknown := Image(upright)
	unknown.Source, unknown.MediaType = nil, ""
	return []Sample{
		sample("image-source", plain, nil),
		sample("image-pixels", unknown, nil),
		sample("image-pixelated", pixelated, plain),
		sample("image-turned", Image(geom.Translate(24, 4).Mul(geom.Rotate(30)).Mul(geom.Scale(8, 8))), plain),
		sample("image-mirrored", Image(geom.Translate(50, 8).Mul(geom.Scale(-10, 8))), plain),
	}
}
