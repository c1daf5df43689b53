package web

import (
	"slices"

	"panonceau/catalog"
)

// values returns what the label offers for an option that each label has its
// own values for.
func (g *guide) values(name string) []string {
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
