package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"

	"panonceau/catalog"
	"panonceau/internal/header"
)

//go:embed page
var page embed.FS

// policy lets a page use its own files and nothing else.
const policy = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; " +
	"script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// templates are the pages, by file name, each in the layout.
var templates = parsePages()

func parsePages() map[string]*template.Template {
	layout := template.Must(template.ParseFS(page, "page/layout.html"))
	files, err := fs.Glob(page, "page/*.html")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	all := make(map[string]*template.Template)
	for _, f := range files {
		if name := path.Base(f); name != "layout.html" {
			all[name] = template.Must(template.Must(layout.Clone()).ParseFS(page, f))
		}
	}
	return all
}

// A frame is what the layout shows around a page. Every page embeds one.
type frame struct {
	words
	Title       string // of the page, without that of the service
	Description string // for search engines and those who link to the page
	Canonical   string // address of the page, absolute; empty: it has none
	Card        string // picture for those who link to the page, absolute; empty: none
	CardAlt     string
	Mark        string          // picture beside the name of the service
	OtherLang   string          // address of the page in the other language
	Robots      string          // e.g. noindex; empty: nothing to say
	Here        string          // path of the page that is marked in the navigation; empty: none
	Crumbs      []link          // where the page is; the last, without address, is itself
	Faults      []catalog.Fault // of packs that somebody works on
	Address     string          // of the page, absolute and without a query

	label string // the first label
}

// words are what every page has: its language and the phrases in it.
type words struct {
	Lang   string
	Chosen bool // by the address, so that links to other pages keep it
}

// T returns a phrase.
func (w words) T(name string) (string, error) {
	p, ok := phrases[name]
	if !ok {
		return "", fmt.Errorf("no phrase %q", name)
	}
	return p.in(w.Lang), nil
}

// Static returns the address of a file that the page needs.
func (words) Static(name string) string { return staticURL(name) }

// Link returns the address of another page in the language of this one.
func (w words) Link(address string) string {
	if !w.Chosen {
		return address
	}
	address, fragment, _ := strings.Cut(address, "#")
	join := "?"
	if strings.Contains(address, "?") {
		join = "&"
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	return address + join + "lang=" + w.Lang + fragment
}

// other returns the other language of the pages.
func (w words) other() string {
	if w.Lang == "en" {
		return "fr"
	}
	return "en"
}

// frame returns what a page has around it, in the language the reader wants:
// that of the parameter "lang", else of the browser, else French. The title is
// the name of a phrase.
func (s *Web) frame(w http.ResponseWriter, r *http.Request, title string) frame {
	query := r.URL.Query()
	chosen := query.Get("lang")
	lang := header.Language(chosen, r.Header.Get("Accept-Language"), "fr", "en")
	w.Header().Add("Vary", "Accept-Language")
	w.Header().Set("Content-Language", lang)
	site := s.site.Load()
	f := frame{words: words{lang, chosen == lang}, Title: phrases[title].in(lang), Mark: site.mark(), Here: r.URL.Path, Address: s.Origin(r) + r.URL.Path,
		label: site.catalog.Packs[0].ID}
	if faults := s.faults.Load(); faults != nil {
		f.Faults = *faults
		w.Header().Set("Cache-Control", "no-store")
	}
	f.Card, f.CardAlt = site.card(lang)
	if f.Card != "" {
		f.Card = s.Origin(r) + f.Card
	}
	query.Set("lang", f.other())
	f.OtherLang = (&url.URL{Path: r.URL.Path, RawQuery: query.Encode()}).String()
	return f
}

// card returns the address of the picture that stands for a page without one of
// its own where somebody links to it, and what the picture shows; "" if the
// first label has none.
func (s *site) card(lang string) (address, alt string) {
	g := &guide{words: words{Lang: lang}, site: s, pack: s.catalog.Packs[0]}
	if g.pack.Design("social") == nil {
		return "", ""
	}
	o := g.order(g.canonical(s.topPicture("social.png")))
	if o == nil {
		return "", ""
	}
	return o.Canonical, o.Alt
}

// mark returns the address of the picture beside the name of the service.
func (s *site) mark() string {
	d := s.catalog.Packs[0].Design("mark")
	if d == nil {
		return ""
	}
	address := s.topPicture("mark.svg")
	if hasVariant(d, "negative") {
		address += "?variant=negative"
	}
	return address
}
