package web

import "strings"

// An entry is a page that others lead to.
type entry struct {
	path string // of the page; {label} in it is the first label
	name string // of a phrase
}

// navigation is at the top of every page, foot at its end.
var (
	navigation = []entry{
		{"/", "nav-home"},
		{"/create", "nav-create"},
		{"/{label}/map", "nav-map"},
		{"/verify", "nav-verify"},
		{"/docs", "nav-docs"},
	}
	foot = []entry{
		{"/privacy", "nav-privacy"},
		{"/specimen", "nav-specimen"},
	}
)

// A navLink is an entry as a page shows it.
type navLink struct {
	link
	Here bool // it is the page itself
}

// Nav returns what leads to the other pages.
func (f frame) Nav() []navLink { return f.links(navigation) }

// Foot returns what leads to the pages about the service.
func (f frame) Foot() []navLink { return f.links(foot) }

func (f frame) links(entries []entry) []navLink {
	var all []navLink
	for _, e := range entries {
		path := strings.Replace(e.path, "{label}", f.label, 1)
		all = append(all, navLink{link{f.Link(path), phrases[e.name].in(f.Lang)}, path == f.Here})
	}
	return all
}
