// Package server answers requests for pictures over HTTP. The pages beside them
// are of package web.
package server

import (
	"log/slog"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/web"
)

// Options control what is around the pictures. The zero Options suit a server
// behind a proxy that neither logs nor waits when it is stopped.
type Options struct {
	// Base is the origin under which the server is known, as in
	// https://panonceau.example. Empty means that of each request, which is
	// right for trying things out.
	Base string

	// Log takes warnings, failures and, with AccessLog, a line for each
	// request. Nil means nowhere.
	Log       *slog.Logger
	AccessLog bool

	// Badges makes /badge/… draw badges that say what anybody wrote.
	Badges bool

	// Tiles are drawn under the interactive map; the zero Tiles are none.
	Tiles web.Tiles

	// Authoring is for somebody who works on packs: pages tell their faults,
	// and browsers ask for each picture again.
	Authoring bool

	// Drain is how long Serve goes on answering after it was told to stop.
	Drain time.Duration
}

// A Server is the HTTP side of a catalog and a press.
type Server struct {
	options  Options
	press    *press.Press
	table    *web.Table
	web      *web.Web
	site     atomic.Pointer[site]
	draining atomic.Bool
	kitSizes *press.Cache[string, int64] // of kits that were sent whole, by tag
}

// A site is a catalog and the answers that were made from it: both are
// replaced together.
type site struct {
	catalog *catalog.Catalog
	answers *press.Cache[string, *answer] // by request target, as it was sent
	fresh   bool                          // browsers ask for each picture again
}

// answerBytes bounds the answers that are remembered, some ten thousand of
// them. Their pictures are the press's.
const answerBytes = 16 << 20

// kitsRemembered bounds the kits whose size is known.
const kitsRemembered = 10000

// New returns a server of the pictures of c, made by p.
func New(c *catalog.Catalog, p *press.Press, o Options) *Server {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{options: o, press: p, kitSizes: press.NewCache(kitsRemembered, func(string, int64) int64 { return 1 })}
	s.web = web.New(c, p, web.Options{Base: o.Base, Tiles: o.Tiles, Fail: s.fail})
	s.Replace(c)
	routes := slices.Concat(s.web.Routes(), s.routes(), s.charters(), s.rosters(), s.maps(), s.credentials(), s.badges())
	s.web.Document(routes, keeping())
	s.table = web.NewTable(routes, s.rest)
	return s
}

// rest answers what no route does: a picture says what is wrong with an address
// that was meant to be one.
func (s *Server) rest(w http.ResponseWriter, r *http.Request) {
	if strings.Count(r.URL.Path, "/") < 2 {
		s.web.Missing(w, r)
		return
	}
	s.picture(w, r)
}

// Replace makes s answer from another catalog, from the next request on.
func (s *Server) Replace(c *catalog.Catalog) {
	weigh := func(target string, a *answer) int64 { return int64(len(target)) + a.weight() }
	s.site.Store(&site{
		catalog: c,
		fresh:   s.options.Authoring,
		answers: press.NewCache(answerBytes, weigh),
	})
	s.web.Replace(c)
}

// Faulty tells those who work on packs why another catalog could not be read,
// until [Server.Replace]. Others see the old one and nothing else.
func (s *Server) Faulty(faults []catalog.Fault) {
	if s.options.Authoring {
		s.web.Faulty(faults)
	}
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.options.AccessLog {
		s.serve(w, r)
		return
	}
	start := time.Now()
	rec := &recorder{ResponseWriter: w}
	s.serve(rec, r)
	s.logRequest(r, rec, time.Since(start))
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	defer s.survive(w, r)
	if s.draining.Load() {
		w.Header()["Connection"] = closing
	}
	if s.remembered(w, r) {
		return
	}
	s.table.ServeHTTP(w, r)
}

// remembered answers a request for an address that was answered before, if
// its picture is still kept or the client has it.
func (s *Server) remembered(w http.ResponseWriter, r *http.Request) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	a, ok := s.site.Load().answers.Get(r.RequestURI)
	if !ok {
		return false
	}
	if a.notModified(w, r) {
		return true
	}
	out, ok := s.press.Kept(a.etag)
	if ok {
		a.write(w, r, out)
	}
	return ok
}

// survive turns a panic into an answer: a defect that one request brings to
// light may not take down the others.
func (s *Server) survive(w http.ResponseWriter, r *http.Request) {
	v := recover()
	if v == nil {
		return
	}
	if v == http.ErrAbortHandler {
		panic(v) // net/http's own way of closing a connection
	}
	s.fail(w, r, &press.PanicError{Value: v, Stack: debug.Stack()})
}
