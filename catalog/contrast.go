package catalog

import (
	"slices"
	"strconv"

	"panonceau/render"
)

// checkContrast checks that text can be read on the ink of every level, in
// every variant and theme that a design with such text offers.
func (r *packReader) checkContrast() {
	for i, d := range r.Designs {
		if !d.writesOnLevel() {
			continue
		}
		for j := range r.palettes {
			q := &r.palettes[j]
			if !d.offers(q.variant, q.theme, r.Variants[0].ID) {
				continue
			}
			for _, l := range r.levels {
				if on := q.on[l.index]; on.ratio < minContrast {
					r.fail("design."+strconv.Itoa(i), "design %q, %s, %s: text on the ink of level %q has a contrast of %.2f; at least %g",
						d.ID, q.variant, q.theme, l.ID, on.ratio, minContrast)
				}
			}
		}
	}
}

// offers reports whether the design can be asked for in a variant and a theme.
func (d *Design) offers(variant, theme, def string) bool {
	has := func(list []string, word, def string) bool {
		return word == def || slices.Contains(list, word)
	}
	return has(d.Variants, variant, def) && has(d.Themes, theme, themeLight)
}

// writesOnLevel reports whether the artwork uses the ink of text on a level.
func (d *Design) writesOnLevel() bool {
	for i := range d.Styles {
		for _, a := range append([]*render.Design{d.Styles[i].Art}, d.Styles[i].parts...) {
			if usesLevelText(a.Art.Root) {
				return true
			}
		}
	}
	return false
}

func usesLevelText(g *render.Group) bool {
	if ink, _ := g.Mark.Get("ink"); ink == "level-text" {
		return true
	}
	return slices.ContainsFunc(g.Children, func(n render.Node) bool {
		c, ok := n.(*render.Group)
		return ok && usesLevelText(c)
	})
}
