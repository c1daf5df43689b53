// Package web is the pages of the service: HTML that works without scripts, one
// style sheet, one script, and nothing from anywhere else.
//
//	layout.html   what every page has around it
//	page.css      all styles; page.js: what scripts add
//	phrases.go    the words that no pack has, in French and English
//
// A page is a struct with what its template shows, filled in by a method of
// [Web] that handles its address. Pages know nothing of how pictures are served.
package web

import (
	"image"
	"net/http"
	"sync/atomic"

	"panonceau/catalog"
	"panonceau/press"
)

// Options control what pages say of their surroundings.
type Options struct {
	// Base is the origin under which the service is known, as in
	// https://panonceau.example. Empty means that of each request.
	Base string

	// Fail answers a request that a defect of the program kept from being
	// answered, and writes it down. It may not be nil.
	Fail func(http.ResponseWriter, *http.Request, error)
}

// A Web makes pages. It is safe for concurrent use.
type Web struct {
	options Options
	press   *press.Press
	site    atomic.Pointer[site]
}

// A site is a catalog and what was found out about it for pages: both are
// replaced together.
type site struct {
	catalog *catalog.Catalog
	press   *press.Press
	sizes   *press.Cache[string, image.Point] // of pictures on pages, by key of the order
}

// sizeCount bounds the sizes that are remembered; a page has fifty.
const sizeCount = 4096

// New returns the pages about c, whose pictures p makes.
func New(c *catalog.Catalog, p *press.Press, o Options) *Web {
	w := &Web{options: o, press: p}
	w.Replace(c)
	return w
}

// Replace makes pages of another catalog, from the next request on.
func (s *Web) Replace(c *catalog.Catalog) {
	s.site.Store(&site{
		catalog: c,
		press:   s.press,
		sizes:   press.NewCache(sizeCount, func(string, image.Point) int64 { return 1 }),
	})
}

// Register makes mux answer with the pages and the files they need.
func (s *Web) Register(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", s.gallery)
	mux.HandleFunc("GET /static/{file}", s.static)
}
