package web

import (
	"net/http"
	"net/url"
	"slices"

	"panonceau/catalog"
)

// A specimenPage shows every design of a label with texts that are hard to fit.
type specimenPage struct {
	frame
	Label   string
	Labels  []navLink // of other labels; empty: there is one
	Names   []string
	Designs []specimenDesign
}

// A specimenDesign is one design, with each of the names.
type specimenDesign struct {
	ID, Name, Use string
	Ground        string // class of what it lies on
	Pictures      []picture
}

// hardNames are the shortest name of a French commune, one of the longest, and
// one in two languages.
var hardNames = []string{"Y", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Plouguerneau / Plougerne"}

// specimen answers with the page of a label: that in the parameter "of", else
// the first.
func (s *Web) specimen(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "specimen")
	site := s.site.Load()
	g := &guide{words: f.words, site: site, pack: site.catalog.Packs[0], origin: s.Origin(r)}
	if p := site.catalog.Pack(r.URL.Query().Get("of")); p != nil {
		g.pack = p
	}
	out := &specimenPage{frame: f, Label: g.pack.Name(g.lang()), Names: hardNames}
	out.Canonical = g.origin + inLanguage("/specimen", f.Lang)
	out.Description = phrases["specimen-lead"].in(f.Lang)
	for _, d := range g.designs() {
		if sd := g.specimenDesign(d); len(sd.Pictures) > 0 {
			out.Designs = append(out.Designs, sd)
		}
	}
	if len(site.catalog.Packs) > 1 {
		for _, p := range site.catalog.Packs {
			address := f.Link("/specimen?" + url.Values{"of": {p.ID}}.Encode())
			out.Labels = append(out.Labels, navLink{link{address, p.Name(g.lang())}, p == g.pack})
		}
	}
	s.respond(w, r, http.StatusOK, "specimen.html", out)
}

// specimenDesign shows a design at the highest level of the newest edition.
// Designs that say no name are shown once.
func (g *guide) specimenDesign(d *catalog.Design) specimenDesign {
	e := g.pack.Editions[len(g.pack.Editions)-1]
	l := e.Scale.Levels[len(e.Scale.Levels)-1]
	out := specimenDesign{ID: d.ID, Name: g.text(d.Name), Use: g.text(d.Purpose)}
	if len(d.Themes) == 0 {
		out.Ground = "object"
	}
	names := hardNames
	if !saysHolder(d) {
		names = []string{""}
	}
	for _, name := range names {
		address := g.canonical("/"+g.pack.ID+"/"+e.ID+"/"+l.ID+"/"+d.ID+".svg", "name", name)
		o := g.order(address)
		if o == nil || !o.State.OK() {
			continue
		}
		if size := g.site.size(o); size.X > 0 {
			out.Pictures = append(out.Pictures, picture{Src: address, Alt: o.Alt, Width: size.X, Height: size.Y})
		}
	}
	return out
}

// saysHolder reports whether a design has a place for the holder's name.
func saysHolder(d *catalog.Design) bool {
	return slices.ContainsFunc(d.Styles[0].Art.TextKeys(), func(key string) bool {
		return key == "holder" || key == "holder2" || key == "holder-of" || key == "holder-noun" || key == "title-holder"
	})
}
