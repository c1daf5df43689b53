package web

import (
	"bytes"
	"encoding/xml"
	"net/http"
	"strconv"
)

// sitemapPart is how many pages one sitemap lists. The protocol allows 50,000
// addresses and 50 MiB (sitemaps.org); each page here has two, of 500 bytes.
const sitemapPart = 20000

// A sitemapURL is one page in one language, and where it is in the others.
type sitemapURL struct {
	Loc   string        `xml:"loc"`
	Links []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []struct {
		Loc string `xml:"loc"`
	} `xml:"sitemap"`
}

// sitemap answers with the pages of the service, for search engines.
func (s *Web) sitemap(w http.ResponseWriter, r *http.Request) {
	paths, origin := s.indexed(), s.Origin(r)
	var list any = newSitemap(origin, paths)
	parts := (len(paths) + sitemapPart - 1) / sitemapPart
	if word := r.URL.Query().Get("part"); word != "" {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > parts {
			s.Missing(w, r)
			return
		}
		list = newSitemap(origin, paths[(n-1)*sitemapPart:min(n*sitemapPart, len(paths))])
	} else if parts > 1 {
		list = newSitemapIndex(origin, parts)
	}
	body, err := xml.MarshalIndent(list, "", " ")
	if err != nil {
		s.options.Fail(w, r, err)
		return
	}
	w.Header().Set("Cache-Control", cachePage)
	send(w, r, http.StatusOK, "application/xml", bytes.Join([][]byte{[]byte(xml.Header), body, []byte("\n")}, nil))
}

// indexed returns the paths of the pages that search engines may show: those
// of the table that need nothing, and those of holders.
func (s *Web) indexed() []string {
	var paths []string
	for i := range s.routes {
		if r := &s.routes[i]; r.Group == Pages && len(pathParams(r.Address())) == 0 && r.Method() == http.MethodGet {
			paths = append(paths, r.Address())
		}
	}
	c := s.site.Load().catalog
	for _, p := range c.Packs {
		if s.serves("/{label}/map") {
			paths = append(paths, "/"+p.ID+"/map")
		}
		for _, h := range c.Holders(p.ID) {
			paths = append(paths, proofPath(p.ID, h.ID))
		}
	}
	return paths
}

func newSitemap(origin string, paths []string) *urlSet {
	set := &urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range paths {
		fr, en := origin+inLanguage(p, "fr"), origin+inLanguage(p, "en")
		links := []sitemapLink{{"alternate", "fr", fr}, {"alternate", "en", en}}
		set.URLs = append(set.URLs, sitemapURL{fr, links}, sitemapURL{en, links})
	}
	return set
}

func newSitemapIndex(origin string, parts int) *sitemapIndex {
	index := new(sitemapIndex)
	for n := range parts {
		index.Parts = append(index.Parts, struct {
			Loc string `xml:"loc"`
		}{origin + "/sitemap.xml?part=" + strconv.Itoa(n+1)})
	}
	return index
}

// inLanguage returns the address of a page in a language: French is what a page
// is in when nothing is said, as robots do.
func inLanguage(path, lang string) string {
	if lang == "fr" {
		return path
	}
	return path + "?lang=" + lang
}

// robots asks robots to leave alone what is no award.
func (s *Web) robots(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", cacheDay)
	body := "User-agent: *\nDisallow: /*?name=\nDisallow: /*&name=\nDisallow: /badge/\nAllow: /\n\nSitemap: " + s.Origin(r) + "/sitemap.xml\n"
	send(w, r, http.StatusOK, "text/plain; charset=utf-8", []byte(body))
}
