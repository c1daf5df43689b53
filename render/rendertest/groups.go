package rendertest

import (
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// overlap returns a group of two shapes that overlap, changed.
func overlap(change func(*render.Group)) *render.Group {
	g := render.NewGroup(Filled(square(), Ink), Filled(disc(36, 22, 13), Red))
	change(g)
	return g
}

func groupSamples() []Sample {
	plain := overlap(func(*render.Group) {})
	samples := []Sample{
		sample("group-children", plain, nil),
		sample("group-opacity", overlap(func(g *render.Group) { g.Opacity = .5 }), plain),
	}
	blended := func(g *render.Group) { g.Children[1] = blendGroup(render.BlendMultiply, g.Children[1]) }
	samples = append(samples, sample("group-isolate",
		overlap(func(g *render.Group) { g.Isolate = true; blended(g) }), overlap(blended)))
	// Darker than the ground in red and lighter in blue, so that every mode shows.
	mint := Filled(square(), render.Color{RGB: render.RGB{R: 0x40, G: 0xc0, B: 0xf0}})
	for mode := render.BlendMultiply; mode <= render.BlendLuminosity; mode++ {
		samples = append(samples, sample(fmt.Sprintf("group-blend-%d", mode), blendGroup(mode, mint), mint))
	}
	return samples
}

func blendGroup(mode render.BlendMode, n render.Node) *render.Group {
	g := render.NewGroup(n)
	g.Blend = mode
	return g
}

func clipSamples() []Sample {
	clipped := func(c *render.Clip) *render.Group { return overlap(func(g *render.Group) { g.Clip = c }) }
	one := func(p *geom.Path) *render.Clip { return &render.Clip{Shapes: []render.ClipShape{{Path: p}}} }
	plain := clipped(one(star()))
	evenOdd, crisp, nested, and, union := one(star()), one(star()), one(star()), one(star()), one(star())
	evenOdd.Shapes[0].Rule = render.EvenOdd
	crisp.Shapes[0].Crisp = true
	nested.Shapes[0].Clip = one(square())
	and.And = one(disc(30, 20, 12))
	union.Shapes = append(union.Shapes, render.ClipShape{Path: disc(44, 28, 8)})
	return []Sample{
		sample("clip-shape", plain, overlap(func(*render.Group) {})),
		sample("clip-even-odd", clipped(evenOdd), plain),
		sample("clip-crisp", clipped(crisp), plain),
		sample("clip-nested", clipped(nested), plain),
		sample("clip-and", clipped(and), plain),
		sample("clip-union", clipped(union), plain),
	}
}

func maskSamples() []Sample {
	masked := func(change func(*render.Mask)) *render.Group {
		m := &render.Mask{Content: render.NewGroup(
			Filled(geom.RectWH(4, 4, 30, 32).Path(), White),
			&render.Shape{Path: disc(36, 20, 14), Fill: &render.Fill{Paint: Red, Opacity: .8}},
		)}
		change(m)
		return overlap(func(g *render.Group) { g.Mask = m })
	}
	plain := masked(func(*render.Mask) {})
	return []Sample{
		sample("mask-luminance", plain, overlap(func(*render.Group) {})),
		sample("mask-alpha", masked(func(m *render.Mask) { m.Alpha = true }), plain),
		sample("mask-linear-rgb", masked(func(m *render.Mask) { m.LinearRGB = true }), plain),
		sample("mask-region", masked(func(m *render.Mask) { m.Region = geom.RectWH(14, 6, 24, 20).Path() }), plain),
		sample("mask-region-turned", masked(func(m *render.Mask) { m.Region = star() }), plain),
		sample("mask-and", masked(func(m *render.Mask) {
			m.And = &render.Mask{Content: render.NewGroup(Filled(disc(28, 20, 14), White))}
		}), plain),
	}
}
