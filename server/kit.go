package server

import (
	"errors"
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"panonceau/catalog"
	"panonceau/kit"
	"panonceau/press"
)

// kitExt is the extension of all pictures of an award in one file.
const kitExt = "zip"

// kitTimeout bounds how long a kit may take to send: its ten megabytes at a
// megabit a second, and twice that.
const kitTimeout = 3 * time.Minute

// kitFormat is the format of kits, which no encoder makes.
var kitFormat = &press.Format{Ext: kitExt, MediaType: "application/zip"}

// kit answers with a kit, which is sent while it is drawn: its length is not
// known before. What is not whole ends in a broken connection.
func (s *Server) kit(w http.ResponseWriter, r *http.Request, site *site, o *catalog.Order) {
	a := newAnswer(http.StatusOK, s.press.ETag(o), kitFormat)
	a.add(&a.always, "Cache-Control", site.cacheControl(o, s.press.Digest(o)))
	a.add(&a.always, "Link", "<"+s.options.Base+o.Canonical+`>; rel="canonical"`)
	a.add(&a.body, "Content-Disposition", `attachment; filename="`+kit.Name(o)+`"`)
	if a.notModified(w, r) {
		return
	}
	if r.Method == http.MethodHead {
		a.writeHeader(w)
		return
	}
	release, err := s.press.Reserve(r.Context())
	if err != nil {
		s.refuse(w, r, o.Request, err)
		return
	}
	defer release()
	// Not every connection has deadlines; those of Serve have.
	if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(kitTimeout)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		s.fail(w, r, err)
		return
	}
	a.writeHeader(w)
	// Half of the processors go on with pictures.
	options := kit.Options{Workers: max(1, runtime.GOMAXPROCS(0)/2)}
	sent := &recorder{ResponseWriter: w}
	err = kit.Write(r.Context(), sent, site.catalog, o, options)
	if err == nil {
		s.kitSizes.Add(a.etag, int64(sent.bytes))
	} else {
		if r.Context().Err() == nil {
			s.options.Log.LogAttrs(r.Context(), slog.LevelError, "kit failed",
				slog.String("uri", clipped(r.RequestURI, loggedURI)), slog.Any("error", err))
		}
		panic(http.ErrAbortHandler) // or the client would take it for whole
	}
}

// kitTwin answers with what a kit contains. How large it is, is known once it
// was made.
func (s *Server) kitTwin(w http.ResponseWriter, r *http.Request, site *site, o *catalog.Order) {
	request := o.Request
	request.Ext = kitExt
	whole, err := site.catalog.Resolve(request)
	if err != nil {
		s.refuse(w, r, o.Request, err)
		return
	}
	size, _ := s.kitSizes.Get(s.press.ETag(whole))
	contents, err := kit.Describe(site.catalog, o, s.web.Origin(r), size)
	if err != nil {
		s.refuse(w, r, o.Request, err)
		return
	}
	body, err := contents.JSON()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.describe(w, r, o, body)
}

// writeHeader begins an answer whose length is not known.
func (a *answer) writeHeader(w http.ResponseWriter) {
	h := w.Header()
	a.writeFields(h, a.always)
	a.writeFields(h, a.body)
	h["Etag"] = []string{a.etag}
	w.WriteHeader(a.status)
}
