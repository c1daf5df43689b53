package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
)

// A docsPage is the catalogue of addresses, for people. Its tables are those
// that answer: the routes, the options, the states, how long to keep an answer.
type docsPage struct {
	frame
	Origin   string
	Label    string // whose values are shown
	Examples []docsExample
	Options  []docsOption
	Formats  []string
	Groups   []docsGroup
	Keeping  []docsRow
	States   []docsState
	Commands []docsRow
	Twin     string // an address
	Snippets []snippet
	Badges   bool
}

// A docsExample is an address and the picture at it.
type docsExample struct {
	picture
	Says string
	Dark bool
}

type docsOption struct{ Name, Values, Default, For, Effect string }

type docsGroup struct {
	ID, Name string
	Routes   []docsRoute
}

type docsRoute struct {
	Method, Path, Says, Example string
	Query                       []string
	Answers                     []docsRow
}

// A docsRow is something and what it means.
type docsRow struct{ Name, Says string }

type docsState struct{ Code, Says, Picture, Twin string }

// docs answers with the documentation.
func (s *Web) docs(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "docs")
	site := s.site.Load()
	g := &guide{words: f.words, site: site, pack: site.catalog.Packs[0], origin: s.Origin(r)}
	p := &docsPage{frame: f, Origin: g.origin, Label: g.pack.Name(g.lang()), Examples: g.examples(),
		Options: g.docsOptions(), Groups: g.docsGroups(s.routes), States: g.docsStates(), Badges: s.serves("/badge/{badge...}")}
	p.Description = phrases["docs-lead"].in(f.Lang)
	p.Canonical = g.origin + inLanguage("/docs", f.Lang)
	for _, k := range s.keeping {
		p.Keeping = append(p.Keeping, docsRow{k.Value, say(f.Lang, k.Fr, k.En)})
	}
	for _, f := range press.Formats() {
		p.Formats = append(p.Formats, f.Ext)
	}
	for _, c := range commands {
		p.Commands = append(p.Commands, docsRow{c.line, say(g.Lang, c.says.fr, c.says.en)})
	}
	if len(p.Examples) > 0 {
		address, _, _ := strings.Cut(p.Examples[0].Src, "?")
		p.Twin = strings.TrimSuffix(address, ".svg") + ".json"
		p.Snippets = g.docsSnippets(p.Examples[0].Src)
	}
	s.respond(w, r, http.StatusOK, "docs.html", p)
}

// examples are addresses of each form, and the pictures at them.
func (g *guide) examples() []docsExample {
	e := g.pack.Editions[len(g.pack.Editions)-1]
	l := e.Scale.Levels[len(e.Scale.Levels)-1]
	d := g.proofDesigns()[0]
	level := "/" + g.pack.ID + "/" + e.ID + "/" + l.ID + "/" + d.ID
	var all []docsExample
	add := func(name string, dark bool, address string) {
		if g.order(address) == nil {
			return
		}
		p := g.picture(g.canonical(address))
		if p.Width > 0 {
			all = append(all, docsExample{picture: p, Says: phrases["docs-"+name].in(g.Lang), Dark: dark})
		}
	}
	if a := g.site.someAward(); a != nil && g.site.labelOf(a.Holder) == g.pack.ID {
		at := proofPath(g.pack.ID, a.Holder.ID)
		shown := d.ID
		if g.pack.Design("badge") != nil {
			shown = "badge"
		}
		add("of-award", false, at+"/"+a.Edition+"/"+shown+".svg")
		add("of-latest", false, at+"/"+catalog.Latest+"/"+shown+".svg")
	}
	add("of-level", false, level+".svg")
	add("of-png", false, level+".png?width=300")
	add("of-dark", true, level+".svg?theme=dark")
	add("of-name", false, level+".svg?name=Beaulieu")
	return all
}

// docsSnippets are what to paste into a page for a picture.
func (g *guide) docsSnippets(address string) []snippet {
	o := g.order(address)
	if o == nil {
		return nil
	}
	twin := o.Twin(catalog.TwinOptions{Base: g.origin, Formats: []string{"svg"}})
	return []snippet{
		{ID: "docs-html", Name: "HTML", Text: twin.Snippets.HTML, Rows: 3},
		{ID: "docs-markdown", Name: "Markdown", Text: twin.Snippets.Markdown, Rows: 2},
	}
}

// docsOptions are the parameters of pictures, with what this label offers.
func (g *guide) docsOptions() []docsOption {
	var all []docsOption
	for _, o := range catalog.Options() {
		fr, en := o.Allowed()
		values := phrase{fr, en}.in(g.Lang)
		if known := g.values(o.Name); len(known) > 0 {
			values = strings.Join(known, ", ")
		}
		d := docsOption{Name: o.Name, Values: values, Default: o.Default, Effect: say(g.Lang, o.Fr, o.En)}
		if o.Applies != nil {
			var exts []string
			for _, f := range catalog.Formats() {
				if o.Applies(f) {
					exts = append(exts, f.Ext)
				}
			}
			d.For = strings.Join(exts, ", ")
		}
		if o.Needs != "" {
			d.For = say(g.Lang, "avec "+o.Needs, "with "+o.Needs)
		}
		all = append(all, d)
	}
	return all
}

// docsGroups are the routes, by group.
func (g *guide) docsGroups(routes []Route) []docsGroup {
	var groups []docsGroup
	for _, name := range Groups() {
		out := docsGroup{ID: "group-" + string(name), Name: groupNames[name].in(g.Lang)}
		for i := range routes {
			r := &routes[i]
			if r.Group != name {
				continue
			}
			d := docsRoute{Method: r.Method(), Path: r.documented(), Says: say(g.Lang, r.Fr, r.En), Query: shownNames(r.Query)}
			if r.Method() == http.MethodGet {
				d.Example = strings.ReplaceAll(r.Example, "http%3A%2F%2Fexample.com", queryEscape(g.origin))
			}
			for _, a := range r.Answers {
				if a.Fr != "" || a.Status != http.StatusOK {
					d.Answers = append(d.Answers, docsRow{strconv.Itoa(a.Status), say(g.Lang, a.Fr, a.En)})
				}
			}
			out.Routes = append(out.Routes, d)
		}
		groups = append(groups, out)
	}
	return groups
}

// shownNames returns parameters as they are written in addresses.
func shownNames(names []string) []string {
	var all []string
	for _, n := range names {
		if n = n[strings.LastIndexByte(n, '.')+1:]; !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

func (g *guide) docsStates() []docsState {
	var all []docsState
	for _, st := range catalog.States() {
		picture := "200"
		if st == catalog.StateInvalid {
			picture = "400"
		}
		all = append(all, docsState{st.Code, st.In(g.Lang), picture, strconv.Itoa(st.Status)})
	}
	return all
}

// commands are the uses of the program that people ask for most.
var commands = []struct {
	line string
	says phrase
}{
	{"panonceau serve", phrase{"sert les images, les pages et cette documentation", "serves the pictures, the pages and this documentation"}},
	{"panonceau draw /tnl/2025/or/logo.png?width=512 -o or.png", phrase{"écrit une image : les octets mêmes que le service enverrait", "writes a picture: the very bytes the service would send"}},
	{"panonceau kit /tnl/holders/213801517/2025.zip", phrase{"écrit toutes les images d’une attribution", "writes every picture of an award"}},
	{"panonceau kits --edition 2025 -o kits", phrase{"écrit les kits de toute une édition", "writes the kits of a whole edition"}},
	{"panonceau sign '/tnl/2025/or/logo.svg?name=Lyon'", phrase{"signe une adresse à nom libre : elle n’est plus un spécimen", "signs an address with a free name: it is no specimen any more"}},
	{"panonceau check packs", phrase{"explique ce qui ne va pas dans le dossier d’un label", "explains what is wrong with the directory of a label"}},
	{"panonceau registry check tnl-holders.csv", phrase{"explique ce qui ne va pas dans un registre", "explains what is wrong with a registry"}},
}
