package web

import (
	"slices"

	"panonceau/catalog"
)

// values returns what the label offers for an option that each label has its
// own values for. They are found once: there are hundreds of designs, scales and
// variants to ask.
func (g *guide) values(name string) []string {
	key := g.pack.ID + " " + name
	if known, ok := g.site.offers.Load(key); ok {
		return known.([]string)
	}
	all := g.findValues(name)
	g.site.offers.Store(key, all)
	return all
}

func (g *guide) findValues(name string) []string {
	var all []string
	add := func(v string) {
		if v != "" && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	switch name {
	case "lang":
		return g.pack.Languages
	case "variant":
		for _, v := range g.pack.Variants {
			add(v.ID)
		}
	case "style", "material", "axis", "ground":
		for _, r := range g.requests() {
			for _, v := range g.pack.Offered(r, name) {
				add(v)
			}
		}
	}
	return all
}

// requests returns one for each design, scale and variant.
func (g *guide) requests() []catalog.Request {
	var all []catalog.Request
	for _, e := range g.newestEditions() {
		for _, d := range g.designs() {
			for _, v := range g.pack.Variants {
				all = append(all, catalog.Request{Edition: e.ID, Design: d.ID, Variant: v.ID})
			}
		}
	}
	return all
}
