package web

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
)

// shownAwards bounds the awards on the page: a few dozen badges still load at
// once.
const shownAwards = 24

// heroDesigns are the designs that show best what there is, where a pack has
// them.
var heroDesigns = []string{"sign", "sign-landscape", "social"}

// hero shows the pictures of one real award at the top of the page.
func (g *guide) hero(out *gallery) {
	base := "/" + g.pack.ID + "/" + g.edition.ID + "/" + g.level.ID + "/"
	if a := g.bestAward(); a != nil {
		base = "/" + g.pack.ID + "/holders/" + a.Holder.ID + "/" + a.Edition + "/"
	}
	for _, id := range heroDesigns {
		if g.pack.Design(id) != nil {
			out.Hero = append(out.Hero, g.picture(g.canonical(base+id+".svg")))
		}
	}
	if g.pack.Design("social") != nil {
		out.Card = g.origin + g.canonical(base+"social.png")
	}
}

// bestAward returns the highest award of the newest edition in force, or nil.
func (g *guide) bestAward() *catalog.Award {
	var best *catalog.Award
	rank := func(a *catalog.Award) int { return g.pack.Edition(a.Edition).Level(a.Level).Rank }
	for _, h := range g.site.catalog.Holders(g.pack.ID) {
		a := g.site.catalog.Current(h)
		if best == nil || a.Edition > best.Edition || a.Edition == best.Edition && rank(a) > rank(best) {
			best = a
		}
	}
	return best
}

// designs returns what can be asked for.
func (g *guide) designs() []*catalog.Design {
	var all []*catalog.Design
	for _, d := range g.pack.Designs {
		if d.Orderable() {
			all = append(all, d)
		}
	}
	return all
}

// cards shows every design at the chosen level.
func (g *guide) cards() []card {
	var cards []card
	for _, d := range g.designs() {
		cards = append(cards, g.card(d))
	}
	return cards
}

func (g *guide) card(d *catalog.Design) card {
	variant := ""
	if slices.Contains(d.Variants, g.variant) && g.variant != g.pack.Variants[0].ID {
		variant = g.variant
	}
	c := card{Name: g.text(d.Name), Use: g.text(d.Purpose), Size: g.size(d)}
	for i, style := range d.Styles {
		id := style.ID
		if i == 0 {
			id = "" // the default
		}
		p := g.picture(g.address(d, "svg", "style", id, "variant", variant))
		if variant == "" {
			p.Dark = g.dark(d, p.Src)
		}
		c.Pictures = append(c.Pictures, p)
	}
	first := &c.Pictures[0]
	c.Wide = first.Width > 3*first.Height/2 && first.Height > wideHeight
	switch {
	case g.pack.OnDark(variant):
		c.Ground = "dark"
	case len(d.Themes) == 0:
		c.Ground = "object"
	}
	for _, f := range press.Formats() {
		c.Formats = append(c.Formats, link{g.address(d, f.Ext, "variant", variant), strings.ToUpper(f.Ext)})
	}
	c.Formats = append(c.Formats, link{g.address(d, "json", "variant", variant), "JSON"})
	html, markdown := g.snippets(first)
	c.Snippets = []snippet{{"html-" + d.ID, "HTML", html, 4}, {"markdown-" + d.ID, "Markdown", markdown, 3}}
	return c
}

// snippets returns what to paste into a page for a picture.
func (g *guide) snippets(p *picture) (html, markdown string) {
	o := g.order(p.Src)
	if o == nil {
		return "", ""
	}
	sized := &render.Drawing{Width: float64(p.Width), Height: float64(p.Height), Unit: render.Pixel}
	s := o.Twin(catalog.TwinOptions{Base: g.origin, Formats: []string{"svg"}, Drawing: sized}).Snippets
	return s.HTML, s.Markdown
}

// wideHeight is the height in CSS pixels from which a picture in landscape
// gets a card of double width; lower ones, such as logos, need no more room.
const wideHeight = 400

// size says how large a design is.
func (g *guide) size(d *catalog.Design) string {
	w, h, unit := d.Styles[0].Width(), d.Styles[0].Height(), "mm"
	if d.For == catalog.ForScreen {
		w, h, unit = w/render.Pixel, h/render.Pixel, "px"
	}
	number := func(v float64) string { return strconv.FormatFloat(math.Round(v), 'f', -1, 64) }
	return number(w) + " × " + number(h) + "\u00a0" + unit
}

// awards shows the newest awards of the registry.
func (g *guide) awards() []awardCard {
	badge := g.pack.Design("badge")
	if badge == nil {
		return nil
	}
	holders := g.site.catalog.Holders(g.pack.ID)
	slices.SortStableFunc(holders, func(a, b *catalog.Holder) int {
		return cmp.Or(cmp.Compare(b.Newest().Edition, a.Newest().Edition), cmp.Compare(a.Newest().Name, b.Newest().Name))
	})
	var cards []awardCard
	for _, h := range holders[:min(len(holders), shownAwards)] {
		at := "/" + g.pack.ID + "/holders/" + h.ID + "/" + catalog.Latest + "/"
		c := awardCard{picture: g.picture(g.canonical(at + badge.ID + ".svg")), Holder: h.Newest().Name}
		for _, d := range g.designs() {
			if d == badge {
				continue
			}
			c.Formats = append(c.Formats, link{g.canonical(at + d.ID + ".svg"), g.text(d.Name)})
		}
		cards = append(cards, c)
	}
	return cards
}

func hasVariant(d *catalog.Design, variant string) bool { return slices.Contains(d.Variants, variant) }
