package web

import "slices"

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
