package mockup

import (
	"image"
	"math"
)

// Noises of plates.
const (
	brushLong noise = iota + 21
	brushShort
	brushFine
	brushBand
)

// plate draws the plate and what is on it.
func (s *scene) plate(p *piece, l look) {
	radius := max(1, int(math.Round(l.edge*p.perMM/2)))
	around := p.Rectangle.Inset(-4 * radius)
	solid := p.body.over(around)
	edge := solid.blurred(radius)
	rim := solid
	if l.rimMM > 0 {
		rim = solid.blurred(max(1, int(math.Round(l.rimMM*p.perMM/2))))
	}
	for y := p.Min.Y; y < p.Max.Y; y++ {
		for x := p.Min.X; x < p.Max.X; x++ {
			cover := p.body.at(x, y)
			if cover == 0 {
				continue
			}
			c := over(s.surface(p, l, x, y), p.print, x-p.Min.X, y-p.Min.Y)
			if p.recess != nil {
				c = p.engraved(c, x, y)
			}
			if p.mark != nil {
				c = over(c, p.mark, x-p.Min.X, y-p.Min.Y)
			}
			if l.rimMM > 0 {
				c = c.mix(l.rim, ease(min(max(2*one-2*rim.at(x, y), 0), one)))
			}
			c = c.lit(times(light(edge, x, y)*radius, l.relief)).times(s.day(x, y))
			s.blend(x, y, s.window(c, p, l, x, y), cover)
		}
	}
}

// over returns c under a pixel of img.
func over(c rgb, img *image.NRGBA, x, y int) rgb {
	p := img.Pix[img.PixOffset(x, y):]
	if p[3] == 0 {
		return c
	}
	return c.mix(rgb{int(p[0]), int(p[1]), int(p[2])}, int(p[3])*one/255)
}

// light returns how much a slope of the relief f turns towards the light, high
// on the left: positive where it does.
func light(f *field, x, y int) int {
	dx := f.at(x+1, y) - f.at(x-1, y)
	dy := f.at(x, y+1) - f.at(x, y-1)
	return (6*dx + 8*dy) / 10
}

// surface returns the bare material at a place: its colour, the marks of the
// brush, which run from left to right, and the broad bands of light that they
// spread from top to bottom.
func (s *scene) surface(p *piece, l look, x, y int) rgb {
	if l.streaks == 0 {
		return l.base
	}
	x, y = x-p.Min.X, y-p.Min.Y
	streak := brushLong.strand(x, y, s.px(520))*3/10 +
		brushShort.strand(x, y/s.px(2), s.px(150))*2/10 +
		brushFine.strand(x, y, s.px(44))*5/10
	slant := x + y/6
	band := brushBand.smooth(slant, 0, s.px(170), 1)*6/10 + brushBand.smooth(slant, 7, s.px(64), 1)*3/10
	return l.base.lit(times(band+one*30/100, l.bands)).times(one + times(streak, l.streaks))
}

// engraved returns what is seen of a surface with a painted recess: its floor,
// in the shadow of the upper edge, and its walls, of which the lower ones catch
// the light.
func (p *piece) engraved(c rgb, x, y int) rgb {
	deep := p.recess.at(x, y)
	reach := max(1, int(math.Round(p.perMM*0.3)))
	if deep > 0 {
		floor := over(c, p.paint, x-p.Min.X, y-p.Min.Y).lit(one * 9 / 100)
		open := p.recess.at(x-reach, y-reach)
		c = c.mix(floor.times(mix(one*62/100, one, open)), deep)
	}
	// In small pictures a wall is thinner than a pixel.
	wall := share(p.perMM / 2)
	return c.lit(times(-light(p.recess, x, y), wall*55/100))
}

// window returns c with the reflection of a window, as glossy plates have it:
// two panes of light, cut at a slant, that fade downwards.
func (s *scene) window(c rgb, p *piece, l look, x, y int) rgb {
	if l.gloss == 0 {
		return c
	}
	w, soft := p.Dx(), s.px(7)
	t := x - p.Min.X + (y-p.Min.Y)*2/5
	pane := func(from, to int) int {
		return times(step(w*from/100-soft, w*from/100+soft, t), one-step(w*to/100-soft, w*to/100+soft, t))
	}
	shine := pane(-5, 34) + pane(38, 62)
	fade := one - (y-p.Min.Y)*one/p.Dy()*70/100
	return c.lit(times(times(shine, fade), l.gloss))
}
