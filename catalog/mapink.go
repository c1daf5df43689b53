package catalog

import (
	"panonceau/render"
	"panonceau/render/atlas"
)

// mapInks chooses the inks of a map among those of the pack: the lightest for
// paper, the darkest for text, that of unlit steps for the land; the other way
// round on dark pages.
func (v *resolver) mapInks() atlas.Inks {
	p := v.Label
	light, dark := p.extremes()
	scale := p.Scales[len(p.Scales)-1]
	if v.Edition != nil {
		scale = v.Edition.Scale
	}
	land := p.palette(v.variant, v.theme).ink(scale.Unlit)
	inks := atlas.Inks{Paper: light, Text: dark}
	switch v.theme {
	case themeDark:
		inks = atlas.Inks{Paper: dark, Text: light}
	case themeAuto:
		inks = atlas.Inks{Paper: following(light, dark), Text: following(dark, light)}
	}
	if inkContrast(land, inks.Paper) < leastLand || inkContrast(land, inks.Text) < minContrast {
		land = v.paleInk(light, dark)
	}
	inks.Land, inks.Line = land, land
	return inks
}

// leastLand is the contrast at which land is seen on the paper.
const leastLand = 1.12

// extremes returns the lightest ink of the pack, and the darkest but black.
func (p *Pack) extremes() (light, dark *render.Ink) {
	light, dark = p.Inks[0], p.Inks[0]
	for _, k := range p.Inks {
		l := luminance(k.RGB)
		if l > luminance(light.RGB) {
			light = k
		}
		if l > 0 && (l < luminance(dark.RGB) || luminance(dark.RGB) == 0) {
			dark = k
		}
	}
	return light, dark
}

// following returns an ink that is another one on a dark page.
func following(k, dark *render.Ink) *render.Ink {
	twin := *k
	twin.Name, twin.Dark = "map-"+k.Name, &dark.RGB
	return &twin
}

// paleness is the share of text ink in land that no ink of the pack suits.
const paleness = 0.13

// paleInk mixes an ink for the land.
func (v *resolver) paleInk(light, dark *render.Ink) *render.Ink {
	day, night := blend(light, dark), blend(dark, light)
	switch v.theme {
	case themeDark:
		return night
	case themeAuto:
		day.Dark = &night.RGB
	}
	return day
}

// blend mixes a little of b into a.
func blend(a, b *render.Ink) *render.Ink {
	mix := func(x, y uint8) uint8 {
		return uint8(float64(float64(x)*(1-paleness)) + float64(float64(y)*paleness) + 0.5)
	}
	out := &render.Ink{Name: "map-land", RGB: render.RGB{R: mix(a.RGB.R, b.RGB.R), G: mix(a.RGB.G, b.RGB.G), B: mix(a.RGB.B, b.RGB.B)}}
	for i := range out.CMYK {
		out.CMYK[i] = float64(a.CMYK[i]*(1-paleness)) + float64(b.CMYK[i]*paleness)
	}
	return out
}
