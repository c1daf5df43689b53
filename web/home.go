package web

import (
	"cmp"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"panonceau/catalog"
)

// recentAwards bounds the awards on the page.
const recentAwards = 6

// A homePage is the page at /.
type homePage struct {
	frame
	Label   string
	Notice  string
	License string
	Hero    []picture
	Finder  finder
	Asked   bool // something was looked for
	Found   []foundHolder
	More    bool
	TryName string // address of a composition with the name that was not found
	Start   string // address of the configurator
	Uses    []useCard
	Scales  []scaleRow
	Years   []link
	Recent  []foundHolder
}

// A useCard shows what a picture is good for.
type useCard struct {
	picture
	Ground     string // class of what it lies on
	Name, Text string
	Href       string
}

// uses are what people come for: phrases, and the designs that show it.
var uses = []struct{ name, design string }{
	{"use-web", "logo"}, {"use-street", "sign-landscape"}, {"use-print", "poster"}, {"use-social", "social-square"},
}

// heroDesigns are the designs that show best what there is, where a pack has
// them.
var heroDesigns = []string{"sign", "sign-landscape", "social"}

// home answers with the page at /.
func (s *Web) home(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "title")
	query := r.URL.Query()
	g := s.site.Load().guide(f, query, s.Origin(r))
	p := &homePage{frame: f, Label: g.pack.Name(g.lang()), Notice: g.text(g.pack.Notice), License: g.pack.License,
		Finder: g.finder(clip(query.Get("q"))), Asked: query.Get("q") != "",
		Uses: g.uses(), Scales: g.scales(), Years: g.editionLinks()}
	p.Description = phrases["lead"].in(f.Lang)
	p.Start = g.create(g.showcase())
	if p.Asked {
		p.Found, p.More = g.found(query.Get("q"))
		p.TryName = g.create(url.Values{"label": {g.pack.ID}, "name": {clip(query.Get("q"))}})
		p.Robots = "noindex"
	} else {
		p.Recent = g.recent()
	}
	g.hero(p)
	if p.Asked {
		p.Hero = nil // results come first
	}
	s.respond(w, r, http.StatusOK, "home.html", p)
}

// hero shows the pictures of one real award at the top of the page.
func (g *guide) hero(p *homePage) {
	for _, id := range heroDesigns {
		if g.pack.Design(id) != nil {
			p.Hero = append(p.Hero, g.picture(g.showcaseAddress(id, "svg")))
		}
	}
	if g.pack.Design("social") != nil {
		p.Card = g.origin + g.showcaseAddress("social", "png")
	}
}

// showcase is the state of the configurator for what the page shows: the best
// award there is, or else the highest level.
func (g *guide) showcase() url.Values {
	if g.shown != nil {
		return g.shown
	}
	if a := g.bestAward(); a != nil {
		g.shown = holderState(g.pack, a.Holder, a.Edition)
		return g.shown
	}
	e := g.pack.Editions[len(g.pack.Editions)-1]
	g.shown = url.Values{"label": {g.pack.ID}, "edition": {e.ID}, "level": {e.Scale.Levels[len(e.Scale.Levels)-1].ID}}
	return g.shown
}

// showcaseAddress returns the address of a picture of it.
func (g *guide) showcaseAddress(design, ext string) string {
	s := g.showcase()
	base := "/" + g.pack.ID + "/" + s.Get("edition") + "/" + s.Get("level") + "/"
	if id := s.Get("holder"); id != "" {
		base = holderPath(g.pack.ID, id, s.Get("edition"))
	}
	return g.canonical(base + design + "." + ext)
}

// bestAward returns the highest award of the newest edition in force, or nil.
func (g *guide) bestAward() *catalog.Award {
	var best *catalog.Award
	rank := func(a *catalog.Award) int { return g.pack.Edition(a.Edition).Level(a.Level).Rank }
	for _, h := range g.site.catalog.Holders(g.pack.ID) {
		a := g.site.catalog.Current(h)
		if a == nil {
			continue
		}
		if best == nil || a.Edition > best.Edition || a.Edition == best.Edition && rank(a) > rank(best) {
			best = a
		}
	}
	return best
}

// uses shows what pictures are good for, by the designs that the pack has.
func (g *guide) uses() []useCard {
	var cards []useCard
	for _, u := range uses {
		d := g.pack.Design(u.design)
		if d == nil || !d.Orderable() {
			continue
		}
		state := maps.Clone(g.showcase())
		state.Set("design", d.ID)
		c := useCard{picture: g.picture(g.showcaseAddress(d.ID, "svg")),
			Name: phrases[u.name].in(g.Lang), Text: phrases[u.name+"-text"].in(g.Lang), Href: g.create(state)}
		c.Dark, c.Ground = g.dark(c.Src), g.ground(d)
		cards = append(cards, c)
	}
	return cards
}

// ground returns the class of what a design lies on: a page, if it leaves the
// ground to it, or a table.
func (g *guide) ground(d *catalog.Design) string {
	if len(d.Themes) > 0 {
		return ""
	}
	if d.For == catalog.ForPrint {
		return "object bright"
	}
	return "object"
}

// recent shows the newest awards of the registry.
func (g *guide) recent() []foundHolder {
	holders := g.site.catalog.Holders(g.pack.ID)
	slices.SortStableFunc(holders, func(a, b *catalog.Holder) int {
		return cmp.Or(cmp.Compare(b.Newest().Edition, a.Newest().Edition), cmp.Compare(a.Newest().Name, b.Newest().Name))
	})
	var list []foundHolder
	for _, h := range holders[:min(len(holders), recentAwards)] {
		f := g.foundHolder(h)
		if d := g.pack.Design("badge"); d != nil {
			f.Badge = g.picture(g.canonical(holderPath(g.pack.ID, h.ID, catalog.Latest) + d.ID + ".svg"))
		}
		list = append(list, f)
	}
	return list
}

// editionLinks leads to the pictures of every edition, the newest first.
func (g *guide) editionLinks() []link {
	var all []link
	for _, e := range slices.Backward(g.pack.Editions) {
		all = append(all, link{g.create(url.Values{"label": {g.pack.ID}, "edition": {e.ID}}), e.ID})
	}
	return all
}
