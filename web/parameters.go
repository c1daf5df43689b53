package web

import (
	"slices"
	"strings"

	"panonceau/catalog"
)

// options explains the parameters of addresses.
func (g *guide) options() []option {
	var all []option
	for _, o := range catalog.Options() {
		fr, en := o.Allowed()
		values := phrase{fr, en}.in(g.Lang)
		if known := g.values(o.Name); len(known) > 0 {
			values = strings.Join(known, ", ")
		}
		all = append(all, option{Name: o.Name, Values: values, Effect: phrase{o.Fr, o.En}.in(g.Lang)})
	}
	return all
}

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
	case "style":
		for _, d := range g.designs() {
			for _, s := range d.Styles {
				add(s.ID)
			}
		}
	case "material":
		for _, d := range g.designs() {
			for _, m := range d.Materials {
				add(m)
			}
		}
	}
	return all
}
