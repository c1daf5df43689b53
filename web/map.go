package web

import (
	"cmp"
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"panonceau/catalog"
	"panonceau/outlines"
	"panonceau/render/atlas"
	"panonceau/render/geo"
	"panonceau/roster"
)

// A mapPage shows who was awarded a label on a map, and as a list that says the
// same.
type mapPage struct {
	frame
	Heading string
	Count   string
	Path    string // of the page
	Filters []mapFilter
	Rows    []mapRow
	More    bool     // there are more than the list shows
	Poster  *picture // the map as a picture; nil: there is none of this choice
	Formats []link   // of it
	Data    []link   // of the list
	chart

	Snippets []snippet
}

// A chart is what the script needs.
type chart struct {
	Source   string // address of the places, GeoJSON
	Views    string // parts of the country, JSON
	Tiles    string // template of addresses; empty: none
	Credit   string // of tiles
	Embedded bool   // the page is within another one
}

// A mapFilter is one list of the form.
type mapFilter struct {
	Label, Name string
	Options     []choiceOption
}

// A mapRow is one award in the list.
type mapRow struct {
	Where, Name, Page    string
	Level, Edition, Mark string
	State                string // empty: in force
	Mentions             string
}

// A mapView is a part of the country that a button leads to.
type mapView struct {
	Name  string  `json:"name"`
	West  float64 `json:"west"`
	South float64 `json:"south"`
	East  float64 `json:"east"`
	North float64 `json:"north"`
}

// france is the outline that maps are drawn on where it suits.
var france = sync.OnceValues(func() (*geo.Outline, error) { return geo.ReadFrance(outlines.France) })

// maps are the addresses of maps.
func (s *Web) maps() []Route {
	return []Route{{Pattern: "GET /{label}/map", Handler: s.mapPage, Name: "mapPage", Group: Pages,
		Query: []string{"lang", "edition", "level", "state", "embed"},
		Fr:    "la carte des titulaires d’un label, et leur liste", En: "the map of the holders of a label, and their list",
		Answers: append(pageAnswers(), Answer{Status: http.StatusNotFound, Media: "text/html", Fr: "label inconnu", En: "no such label"}),
		Example: "/tnl/map"}}
}

// mapPage answers with the map of a label. A choice that does not exist is the
// default: a link to the page never breaks.
func (s *Web) mapPage(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	p := site.catalog.Pack(r.PathValue("label"))
	if p == nil {
		s.Missing(w, r)
		return
	}
	outline, err := france()
	if err != nil {
		s.options.Fail(w, r, err)
		return
	}
	query := r.URL.Query()
	embedded := query.Get("embed") == "1"
	f := s.frame(w, r, "map")
	g := &guide{words: f.words, site: site, pack: p, origin: s.Origin(r)}
	edition := query.Get("edition")
	if edition == allEditions {
		query.Del("edition")
	}
	q := roster.Query{Edition: catalog.Latest}
	if asked, err := roster.ParseQuery(p, url.Values{"edition": {query.Get("edition")}, "level": {query.Get("level")}, "state": {query.Get("state")}}.Encode()); err == nil {
		q = asked
		q.Edition = cmp.Or(q.Edition, catalog.Latest)
	}
	if edition == allEditions {
		q.Edition = ""
	}
	page := g.mapPage(f, q, outline)
	page.Tiles, page.Credit, page.Embedded = s.options.Tiles.URL, s.options.Tiles.Credit, embedded
	w.Header().Set("Content-Security-Policy", s.options.Tiles.policy(embedded))
	w.Header().Set("Cache-Control", site.cacheOf(p))
	file := "map.html"
	if embedded {
		file = "map-embed.html"
	}
	s.respond(w, r, http.StatusOK, file, page)
}

// allEditions is the choice of every award there ever was.
const allEditions = "all"

func (g *guide) mapPage(f frame, q roster.Query, outline *geo.Outline) *mapPage {
	out := &mapPage{frame: f, Path: "/" + g.pack.ID + "/map"}
	awards := roster.New(g.site.catalog, g.pack, q, "").Awards()
	label := g.pack.Name(g.lang())
	out.Heading = label
	out.Title = phrases["map"].in(g.Lang) + " – " + label
	out.Count = g.mapCount(q, awards)
	out.Description = out.Count
	q.Lang = g.lang()
	if q.Lang == g.pack.Languages[0] {
		q.Lang = ""
	}
	out.Source = "/" + g.pack.ID + "/holders.geojson" + q.String()
	out.Canonical = g.origin + inLanguage(out.Path, g.Lang)
	out.Crumbs = []link{{f.Link("/"), phrases["nav-home"].in(g.Lang)}, {f.Link("/?label=" + g.pack.ID), label}, {Text: phrases["map"].in(g.Lang)}}
	out.Filters = g.mapFilters(q)
	out.Views = views(awards, outline)
	slices.SortStableFunc(awards, func(a, b *catalog.Award) int { return strings.Compare(mapOrder(a), mapOrder(b)) })
	out.More = len(awards) > maxListed
	for _, a := range awards[:min(len(awards), maxListed)] {
		out.Rows = append(out.Rows, g.mapRow(a))
	}
	g.mapPoster(out, q)
	g.mapReuse(out, q)
	return out
}

// mapCount says how much there is to see.
func (g *guide) mapCount(q roster.Query, awards []*catalog.Award) string {
	var said string
	switch q.Edition {
	case catalog.Latest:
		said = phrases["map-latest"].in(g.Lang)
	case "":
		said = phrases["map-all"].in(g.Lang)
	default:
		said = phrases["map-edition"].in(g.Lang) + " " + q.Edition
	}
	n, counted := len(awards), "map-many"
	switch {
	case q.Edition == "":
		counted = "map-awards"
	case n == 1:
		counted = "map-one"
	}
	return said + phrases["map-colon"].in(g.Lang) + strconv.Itoa(n) + " " + phrases[counted].in(g.Lang)
}

// mapFilters are the lists of the form.
func (g *guide) mapFilters(q roster.Query) []mapFilter {
	edition := mapFilter{Label: phrases["map-choose-edition"].in(g.Lang), Name: "edition", Options: []choiceOption{
		{Value: catalog.Latest, Text: phrases["map-latest"].in(g.Lang), Selected: q.Edition == catalog.Latest}}}
	for _, e := range slices.Backward(g.pack.Editions) {
		edition.Options = append(edition.Options, choiceOption{Value: e.ID, Text: e.ID, Selected: q.Edition == e.ID})
	}
	edition.Options = append(edition.Options, choiceOption{Value: allEditions, Text: phrases["map-all"].in(g.Lang), Selected: q.Edition == ""})
	level := mapFilter{Label: phrases["map-choose-level"].in(g.Lang), Name: "level", Options: []choiceOption{{Text: phrases["map-any"].in(g.Lang)}}}
	for _, s := range slices.Backward(g.pack.Scales) {
		for _, l := range slices.Backward(s.Levels) {
			level.Options = append(level.Options, choiceOption{Value: l.ID, Text: g.text(l.Name), Selected: q.Level == l.ID})
		}
	}
	state := mapFilter{Label: phrases["map-choose-state"].in(g.Lang), Name: "state", Options: []choiceOption{{Text: phrases["map-any"].in(g.Lang)}}}
	for _, code := range roster.States() {
		state.Options = append(state.Options, choiceOption{Value: code, Text: phrases["map-state-"+code].in(g.Lang), Selected: q.State == code})
	}
	return []mapFilter{edition, level, state}
}

// mapRow tells of an award in the list.
func (g *guide) mapRow(a *catalog.Award) mapRow {
	h := a.Holder
	e := g.pack.Edition(a.Edition)
	l := e.Level(a.Level)
	row := mapRow{Name: fullName(a), Page: g.Link(proofPath(g.pack.ID, h.ID) + "-" + h.Newest().Slug()), Edition: a.Edition,
		Level: g.levelName(e, l), Mentions: strings.Join(a.Mentions, " · "), Where: h.Dep}
	if name := catalog.Department(h.Dep); name != "" {
		row.Where = h.Dep + " · " + name
	}
	if s := g.site.catalog.StateOf(a); s != catalog.StateOK {
		row.State = s.In(g.Lang)
	}
	if mark := g.pack.Design("mark"); mark != nil {
		row.Mark = g.canonical("/"+g.pack.ID+"/"+e.ID+"/"+l.ID+"/"+mark.ID+".svg", "theme", autoTheme(mark))
	}
	return row
}

// maxListed bounds the rows of the list: a page of three megabytes is enough.
const maxListed = 5000

// mapOrder is what the list is sorted by: the département, those without one
// last, then the name.
func mapOrder(a *catalog.Award) string {
	return cmp.Or(a.Holder.Dep, "~") + " " + a.Slug() + " " + a.Edition
}

// autoTheme is the theme of pictures on pages that are light or dark.
func autoTheme(d *catalog.Design) string {
	if slices.Contains(d.Themes, "auto") {
		return "auto"
	}
	return ""
}

// views tells the parts of the country in which somebody is, as JSON. The main
// one is always there, unless nobody is in the country.
func views(awards []*catalog.Award, o *geo.Outline) string {
	inside := make(map[*geo.Territory]bool)
	for _, a := range awards {
		if at := a.Holder.Place; at != nil {
			inside[o.Of(geo.Point{Lon: at.Lon, Lat: at.Lat})] = true
		}
	}
	delete(inside, nil)
	all := []mapView{}
	for i, t := range o.Territories {
		if len(inside) > 0 && (i == 0 || inside[t]) {
			all = append(all, mapView{t.Name, t.Box.West, t.Box.South, t.Box.East, t.Box.North})
		}
	}
	out, _ := json.Marshal(all) // numbers and strings
	return string(out)
}

// mapPoster shows the map as a picture, where there is one of the choice.
func (g *guide) mapPoster(out *mapPage, q roster.Query) {
	if q.Edition == "" || q.Level != "" || q.State != "" {
		return
	}
	at := "/" + g.pack.ID + "/" + q.Edition + "/map."
	poster := g.picture(g.canonical(at+"svg", "lang", q.Lang))
	poster.Width, poster.Height = atlas.Width, atlas.Height
	if o := g.order(g.canonical(at+"svg", "lang", q.Lang, "theme", "dark")); o != nil {
		poster.Dark = o.Canonical
	}
	out.Poster = &poster
	out.Card, out.CardAlt = g.origin+g.canonical(at+"png", "lang", q.Lang), poster.Alt
	for _, ext := range []string{"svg", "png", "jpg", "pdf"} {
		out.Formats = append(out.Formats, link{g.canonical(at+ext, "lang", q.Lang), strings.ToUpper(ext)})
	}
}

// mapReuse tells how to show the map elsewhere, and where its data is.
func (g *guide) mapReuse(out *mapPage, q roster.Query) {
	embed := q
	embed.Lang = ""
	query := strings.TrimPrefix(embed.String(), "?")
	if q.Edition == "" {
		query = strings.TrimPrefix("edition="+allEditions+"&"+query, "&")
	}
	address := g.origin + out.Path + "?" + query + "&embed=1&lang=" + g.Lang
	out.Snippets = []snippet{
		{ID: "map-iframe", Name: "HTML (iframe)", Rows: 3, Text: `<iframe src="` + html.EscapeString(address) + `" title="` +
			html.EscapeString(out.Title) + `" width="800" height="600" loading="lazy" style="border:0;max-width:100%"></iframe>`},
		{ID: "map-umap", Name: phrases["map-umap"].in(g.Lang), Rows: 1, Text: g.origin + out.Source},
	}
	for _, f := range roster.Formats() {
		out.Data = append(out.Data, link{"/" + g.pack.ID + "/holders." + f.Ext + q.String(), strings.ToUpper(f.Ext)})
	}
}
