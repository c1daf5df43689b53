package server

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
)

// pagePolicy lets the page use its own files and nothing else.
const pagePolicy = "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; " +
	"script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

var pages = template.Must(template.ParseFS(page, "page/*.html"))

// words are what every page has: its language and the phrases in it.
type words struct{ Lang string }

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

// A gallery is what the page at / shows.
type gallery struct {
	words
	OtherLang string // address of the page in the other language
	Card      string // picture for those who link to the page
	Mark      string
	Label     string
	Notice    string
	License   string
	Hero      []picture
	Scales    []scaleRow
	Choices   []choice
	Cards     []card
	Awards    []awardCard
	Options   []option
}

// A picture is an image element.
type picture struct {
	Src, Dark     string // Dark: on a dark page; empty: the same
	Alt           string
	Width, Height int
}

// A scaleRow shows the levels of a scale.
type scaleRow struct {
	Name, Years string
	Levels      []levelLink
}

// A levelLink leads to the pictures of a level.
type levelLink struct {
	picture
	Name, Href string
	Current    bool
}

// A choice is one list of the form.
type choice struct {
	Label, Name string
	Options     []choiceOption
}

type choiceOption struct {
	Value, Text string
	Selected    bool
	Group       string // heading over this and the options around it
	First, Last bool   // of the group
}

// A card shows one design and how to get it.
type card struct {
	Pictures        []picture // one for each style
	Name, Size, Use string
	Wide            bool
	Ground          string // class of what it lies on
	Formats         []link
	HTML, Markdown  string
}

type link struct{ Href, Text string }

// An awardCard shows the badge of a holder.
type awardCard struct {
	picture
	Holder  string
	Formats []link
}

// An option is a parameter of addresses.
type option struct{ Name, Values, Effect string }

// gallery answers with the page.
func (s *Server) gallery(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	lang := languageFor(query.Get("lang"), r.Header.Get("Accept-Language"))
	h := w.Header()
	h["Vary"] = []string{"Accept-Language"}
	h.Set("Content-Language", lang)
	h.Set("Cache-Control", cachePage)
	g := s.site.Load().gallery(lang, query, s.origin(r))
	s.writePage(w, r, http.StatusOK, "page.html", g)
}

// missing answers that there is nothing at an address.
func (s *Server) missing(w http.ResponseWriter, r *http.Request) {
	lang := languageFor("", r.Header.Get("Accept-Language"))
	w.Header()["Vary"] = []string{"Accept-Language"}
	w.Header().Set("Cache-Control", cacheState)
	s.writePage(w, r, http.StatusNotFound, "missing.html", words{lang})
}

func (s *Server) writePage(w http.ResponseWriter, r *http.Request, status int, name string, data any) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, data); err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	h["X-Content-Type-Options"] = noSniff
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(b.Bytes())
	}
}

// origin returns the scheme and host that absolute addresses begin with.
func (s *Server) origin(r *http.Request) string {
	if s.options.Base != "" {
		return s.options.Base
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return (&url.URL{Scheme: scheme, Host: r.Host}).String()
}
