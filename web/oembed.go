package web

import (
	"encoding/xml"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"panonceau/catalog"
)

// An embedding is an answer of oEmbed 1.0 (oembed.com): what stands for an address
// in a page of others.
type embedding struct {
	XMLName  xml.Name `json:"-" xml:"oembed"`
	Version  string   `json:"version" xml:"version"`
	Type     string   `json:"type" xml:"type"` // photo: a picture; rich: a proof page
	Title    string   `json:"title" xml:"title"`
	Author   string   `json:"author_name,omitempty" xml:"author_name,omitempty"`
	AuthorAt string   `json:"author_url,omitempty" xml:"author_url,omitempty"`
	Provider string   `json:"provider_name" xml:"provider_name"`
	Origin   string   `json:"provider_url" xml:"provider_url"`
	Age      int      `json:"cache_age" xml:"cache_age"` // seconds
	URL      string   `json:"url,omitempty" xml:"url,omitempty"`
	HTML     string   `json:"html,omitempty" xml:"html,omitempty"`
	Width    int      `json:"width" xml:"width"`
	Height   int      `json:"height" xml:"height"`
}

// embedWidth is how wide an embedded card is unless less is asked for.
const embedWidth = 600

// maxEmbed bounds the size that may be asked for, in pixels.
const maxEmbed = 8192

// oembedAddress returns where an address of the service is described.
func oembedAddress(origin, address string) string {
	return origin + "/oembed?url=" + queryEscape(address)
}

func queryEscape(s string) string { return url.QueryEscape(s) }

// oembed answers what stands for an address of the service.
func (s *Web) oembed(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	format := query.Get("format")
	if format != "" && format != "json" && format != "xml" {
		s.respondJSON(w, r, http.StatusNotImplemented, oembedFault("format", "format : json ou xml", "format: json or xml"))
		return
	}
	width, okW := bound(query.Get("maxwidth"))
	height, okH := bound(query.Get("maxheight"))
	if !okW || !okH {
		s.respondJSON(w, r, http.StatusBadRequest, oembedFault("maxwidth",
			"maxwidth et maxheight : un nombre entier de 1 à 8192", "maxwidth and maxheight: a whole number from 1 to 8192"))
		return
	}
	e := s.embed(s.Origin(r), query.Get("url"), width, height)
	switch {
	case e == nil:
		s.respondJSON(w, r, http.StatusNotFound, oembedFault("url",
			"url : attendu l’adresse d’une page de titulaire ou d’une image de ce service",
			"url: want the address of a holder's page or of a picture of this service"))
	case format == "xml":
		body, err := xml.Marshal(e)
		if err != nil {
			s.options.Fail(w, r, err)
			return
		}
		openToAll(w.Header())
		w.Header().Set("Cache-Control", cachePage)
		send(w, r, http.StatusOK, "text/xml; charset=utf-8", append([]byte(xml.Header), body...))
	default:
		w.Header().Set("Cache-Control", cachePage)
		s.respondJSON(w, r, http.StatusOK, e)
	}
}

func oembedFault(param, fr, en string) *fault {
	f := new(fault)
	f.Error.Param, f.Error.Fr, f.Error.En = param, fr, en
	return f
}

// bound reads the most pixels that may be used; 0: nothing is said.
func bound(v string) (int, bool) {
	if v == "" {
		return 0, true
	}
	n, err := strconv.Atoi(v)
	return n, err == nil && n >= 1 && n <= maxEmbed
}

// embed describes an address in at most the given size, or returns nil.
func (s *Web) embed(origin, address string, maxWidth, maxHeight int) *embedding {
	site := s.site.Load()
	rest, ok := strings.CutPrefix(address, origin)
	u, err := url.Parse(rest)
	if !ok || err != nil || !strings.HasPrefix(rest, "/") {
		return nil
	}
	g := &guide{words: words{Lang: langOf(u)}, site: site, origin: origin}
	parts := strings.Split(u.Path, "/")
	if len(parts) == 4 && parts[2] == "holders" {
		return g.embedProof(parts[1], parts[3], u.Fragment, maxWidth, maxHeight)
	}
	// Maps, charters, texts and kits have no design.
	if o := g.order(rest); o != nil && o.Design != nil && o.Format != "json" && o.State.OK() {
		g.pack = o.Label
		return g.embedPicture(o, maxWidth, maxHeight)
	}
	return nil
}

func langOf(u *url.URL) string {
	if u.Query().Get("lang") == "en" {
		return "en"
	}
	return "fr"
}

// embedProof stands for the page of a holder, or for one award on it.
func (g *guide) embedProof(label, holder, edition string, maxWidth, maxHeight int) *embedding {
	if g.pack = g.site.catalog.Pack(label); g.pack == nil {
		return nil
	}
	id, _, _ := strings.Cut(holder, "-")
	h := g.site.catalog.Holder(label, id)
	if h == nil {
		return nil
	}
	a := g.site.catalog.Current(h)
	if named := h.Award(edition); named != nil {
		a = named
	}
	designs := g.proofDesigns()
	p := g.picture(g.canonical(proofPath(label, h.ID) + "/" + a.Edition + "/" + designs[len(designs)-1].ID + ".svg"))
	if maxWidth == 0 {
		maxWidth = embedWidth
	}
	e := g.newEmbed("rich", p.Alt)
	e.Width, e.Height = within(p.Width, p.Height, maxWidth, maxHeight)
	page := g.origin + inLanguage(proofPath(label, h.ID), g.Lang)
	e.HTML = `<a href="` + html.EscapeString(page) + `"><img src="` + html.EscapeString(g.origin+p.Src) + `" alt="` + html.EscapeString(p.Alt) +
		`" width="` + strconv.Itoa(e.Width) + `" height="` + strconv.Itoa(e.Height) + `" loading="lazy"></a>`
	return e
}

// embedPicture stands for a picture: itself, as PNG.
func (g *guide) embedPicture(o *catalog.Order, maxWidth, maxHeight int) *embedding {
	size := g.site.size(o)
	e := g.newEmbed("photo", o.Alt)
	e.Width, e.Height = within(size.X, size.Y, maxWidth, maxHeight)
	path, query, _ := strings.Cut(o.Canonical, "?")
	values, _ := url.ParseQuery(query) // it was parsed before
	for _, name := range []string{"width", "scale", "dpi"} {
		values.Del(name)
	}
	values.Set("width", strconv.Itoa(e.Width))
	png := path[:strings.LastIndex(path, "/")+1] + o.Design.ID + ".png?" + values.Encode()
	if g.order(png) == nil {
		return nil // the design cannot be read as small
	}
	e.URL = g.origin + png
	return e
}

func (g *guide) newEmbed(kind, title string) *embedding {
	return &embedding{Version: "1.0", Type: kind, Title: title, Author: g.pack.Issuer, AuthorAt: g.pack.Site,
		Provider: "Panonceau", Origin: g.origin, Age: int(pageAge.Seconds())}
}

// within returns a size in the same proportions that is no larger than the
// given one in either direction; 0 does not bound.
func within(w, h, maxW, maxH int) (int, int) {
	k := 1.0
	if maxW > 0 && w > maxW {
		k = float64(maxW) / float64(w)
	}
	if maxH > 0 && float64(h)*k > float64(maxH) {
		k = float64(maxH) / float64(h)
	}
	return max(1, int(float64(w)*k)), max(1, int(float64(h)*k))
}
