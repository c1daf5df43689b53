package catalog

import (
	"math"

	"panonceau/render"
)

// The themes of an address. Dark is in the pack's words; light is the artwork
// as it is, and auto is either, as the reader's page asks.
const (
	themeLight = "light"
	themeDark  = "dark"
	themeAuto  = "auto"
)

// minContrast is what text needs on its ground (WCAG 2.2 §1.4.3, level AA).
const minContrast = 4.5

// A palette is what a variant and a theme make of the inks of a pack.
type palette struct {
	variant, theme string
	swaps          []render.Swap
	on             []levelText // by Level.index
}

// levelText is the ink of text on the ink of a level.
type levelText struct {
	ink   *render.Ink
	ratio float64 // contrast, of the worse of light and dark
}

// palette returns the palette of a variant and a theme of the pack.
func (p *Pack) palette(variant, theme string) *palette {
	for i := range p.palettes {
		if q := &p.palettes[i]; q.variant == variant && q.theme == theme {
			return q
		}
	}
	return &p.palettes[0]
}

// mixPalettes prepares all palettes of the pack.
func (p *Pack) mixPalettes(dark map[string]*render.Ink) {
	themes := []string{themeLight}
	if dark != nil {
		themes = append(themes, themeDark, themeAuto)
	}
	for _, v := range p.Variants {
		for _, theme := range themes {
			q := palette{variant: v.ID, theme: theme, swaps: p.swaps(v.swap, dark, theme)}
			for _, l := range p.levels {
				q.on = append(q.on, q.textOn(l.Ink, p.textInks))
			}
			p.palettes = append(p.palettes, q)
			if theme == themeLight {
				p.pieces = append(p.pieces, render.Variant{Name: v.ID, Palette: q.swaps})
			}
		}
	}
}

// swaps applies a variant, and then a theme, to every ink of the pack.
func (p *Pack) swaps(variant, dark map[string]*render.Ink, theme string) []render.Swap {
	var out []render.Swap
	for _, k := range p.Inks {
		to := swapped(variant, k)
		night := swapped(dark, to)
		switch {
		case theme == themeDark:
			to = night
		case theme == themeAuto && night.RGB != to.RGB:
			twin := *to
			twin.Dark = &night.RGB
			to = &twin
		}
		if to != k {
			out = append(out, render.Swap{From: k.Name, To: to})
		}
	}
	return out
}

// swapped returns what a swap table makes of an ink.
func swapped(swap map[string]*render.Ink, k *render.Ink) *render.Ink {
	if to := swap[k.Name]; to != nil {
		return to
	}
	if to := swap["*"]; to != nil {
		return to
	}
	return k
}

// ink returns what the palette makes of an ink.
func (q *palette) ink(k *render.Ink) *render.Ink {
	for _, s := range q.swaps {
		if s.From == k.Name {
			return s.To
		}
	}
	return k
}

// textOn returns the first of the inks that can be read on ground, or the best
// one, once the palette has been applied to both.
func (q *palette) textOn(ground *render.Ink, inks []*render.Ink) levelText {
	var best levelText
	for _, k := range inks {
		ratio := inkContrast(q.ink(k), q.ink(ground))
		if ratio > best.ratio {
			best = levelText{k, ratio}
		}
		if ratio >= minContrast {
			break
		}
	}
	return best
}

// inkContrast returns the contrast of two inks, of the worse of the light and
// the dark page.
func inkContrast(a, b *render.Ink) float64 {
	least := contrast(a.RGB, b.RGB)
	if a.Dark != nil || b.Dark != nil {
		least = min(least, contrast(onDark(a), onDark(b)))
	}
	return least
}

func onDark(k *render.Ink) render.RGB {
	if k.Dark != nil {
		return *k.Dark
	}
	return k.RGB
}

// contrast returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2,
// "contrast ratio"), to two decimals.
func contrast(a, b render.RGB) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return math.Round((la+0.05)/(lb+0.05)*100) / 100
}

// luminance returns the relative luminance of a colour (WCAG 2.2).
func luminance(c render.RGB) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return float64(0.2126*linear(c.R)) + float64(0.7152*linear(c.G)) + float64(0.0722*linear(c.B))
}
