package web

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
)

// How many holders a search shows: below the field while it is typed in, and
// on the page.
const (
	suggested = 8
	listed    = 40
)

// A finder is the form that looks for a holder.
type finder struct {
	words
	Label  string // searched in
	Labels []choiceOption
	Query  string
	Auto   bool // the field is what the page is for
}

// A foundHolder is a holder as results show it.
type foundHolder struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Detail string `json:"detail"` // what it is and where
	Href   string `json:"href"`   // of its pictures
	Proof  string `json:"proof"`  // of the page that tells of its awards

	Badge  picture     `json:"-"`
	Awards []awardLink `json:"-"`
}

// An awardLink leads to the pictures of an award.
type awardLink struct {
	link
	Level string
}

// foundList is the answer of /search.json.
type foundList struct {
	Query string        `json:"query"`
	Found []foundHolder `json:"found"`
	More  bool          `json:"more"` // than are told
}

// search answers with the holders that a query means.
func (s *Web) search(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "title")
	g := s.site.Load().guide(f, r.URL.Query(), s.Origin(r))
	query := r.URL.Query().Get("q")
	list := foundList{Query: clip(query), Found: []foundHolder{}}
	holders := g.site.catalog.Find(g.pack.ID, query, suggested+1)
	for _, h := range holders[:min(len(holders), suggested)] {
		list.Found = append(list.Found, g.foundHolder(h))
	}
	list.More = len(holders) > suggested
	w.Header().Set("Cache-Control", cachePage)
	s.respondJSON(w, r, http.StatusOK, list)
}

// found returns the holders that a query means, with what their awards look like.
func (g *guide) found(query string) (list []foundHolder, more bool) {
	holders := g.site.catalog.Find(g.pack.ID, query, listed+1)
	more = len(holders) > listed
	for _, h := range holders[:min(len(holders), listed)] {
		f := g.foundHolder(h)
		if d := g.pack.Design("badge"); d != nil {
			f.Badge = g.picture(g.canonical(holderPath(g.pack.ID, h.ID, catalog.Latest) + d.ID + ".svg"))
		}
		for _, a := range h.Awards {
			e := g.pack.Edition(a.Edition)
			f.Awards = append(f.Awards, awardLink{link{g.create(holderState(g.pack, h, a.Edition)), a.Edition}, g.levelName(e, e.Level(a.Level))})
		}
		list = append(list, f)
	}
	return list, more
}

func (g *guide) foundHolder(h *catalog.Holder) foundHolder {
	a := g.site.catalog.Current(h)
	if a == nil {
		a = h.Newest()
	}
	return foundHolder{ID: h.ID, Name: a.Name, Detail: g.detail(h),
		Href: g.create(holderState(g.pack, h, a.Edition)), Proof: g.Link(proofPath(g.pack.ID, h.ID))}
}

// detail says what a holder is and where, as in "commune · Isère (38)".
func (g *guide) detail(h *catalog.Holder) string {
	var parts []string
	if k := g.pack.Kind(h.Kind); k != nil {
		parts = append(parts, g.text(k.Name))
	}
	if name := catalog.Department(h.Dep); name != "" {
		parts = append(parts, name+" ("+h.Dep+")")
	}
	return strings.Join(parts, " · ")
}

// finder returns the form with what was looked for.
func (g *guide) finder(query string) finder {
	f := finder{words: g.words, Label: g.pack.ID, Query: query}
	if len(g.site.catalog.Packs) > 1 {
		for _, p := range g.site.catalog.Packs {
			f.Labels = append(f.Labels, choiceOption{p.ID, p.Name(g.Lang), p == g.pack})
		}
	}
	return f
}

// holderPath returns what addresses of the pictures of an award begin with.
func holderPath(label, holder, edition string) string {
	return "/" + label + "/holders/" + holder + "/" + edition + "/"
}

// holderState returns the state of the configurator for an award.
func holderState(p *catalog.Pack, h *catalog.Holder, edition string) url.Values {
	return url.Values{"label": {p.ID}, "holder": {h.ID}, "edition": {edition}}
}

// create returns the address of the configurator in a state. The parameters
// that say what it is about come first.
func (g *guide) create(state url.Values) string {
	var pairs []string
	add := func(name string) {
		for _, v := range state[name] {
			pairs = append(pairs, name+"="+url.QueryEscape(v))
		}
	}
	for _, name := range stateNames {
		add(name)
	}
	var rest []string
	for name := range state {
		if !slices.Contains(stateNames, name) {
			rest = append(rest, name)
		}
	}
	slices.Sort(rest)
	for _, name := range rest {
		add(name)
	}
	return g.Link("/create?" + strings.Join(pairs, "&"))
}

// stateNames are the parameters of the configurator that say what its pictures
// are of, in the order of addresses.
var stateNames = []string{"label", "holder", "edition", "level", "name", "design"}
