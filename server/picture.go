package server

import (
	"net/http"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
)

// contentPolicy keeps a picture that is opened as a page of its own from
// running or fetching anything.
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

// twinExt is the extension of the description that every picture has.
const twinExt = "json"

// picture answers with a picture, or with its twin that describes it.
func (s *Server) picture(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	request, err := catalog.ParseRequest(r.RequestURI)
	if err != nil {
		s.refuse(w, r, request, err)
		return
	}
	order, err := site.catalog.Resolve(request)
	if err != nil {
		s.refuse(w, r, request, err)
		return
	}
	if order.Format == twinExt && order.IsKit() {
		s.kitTwin(w, r, site, order)
		return
	}
	if order.Format == twinExt {
		s.twin(w, r, order)
		return
	}
	if order.Format == kitExt {
		s.kit(w, r, site, order)
		return
	}
	if order.Document != nil {
		s.document(w, r, site, order)
		return
	}
	format, err := press.FormatOf(order.Format)
	if err != nil {
		s.refuse(w, r, request, err)
		return
	}
	a := s.answer(site, order, format)
	if a.notModified(w, r) {
		site.remember(r.RequestURI, order, a)
		return
	}
	out, err := s.press.Print(r.Context(), order)
	if err != nil {
		s.refuse(w, r, request, err)
		return
	}
	site.remember(r.RequestURI, order, a)
	a.write(w, r, out)
}

// remember keeps the answer to a target, unless its time is running out.
func (s *site) remember(target string, o *catalog.Order, a *answer) {
	if o.Until.IsZero() {
		s.answers.Add(target, a)
	}
}

// answer returns what an order is answered with, but for the picture itself.
func (s *Server) answer(site *site, o *catalog.Order, f *press.Format) *answer {
	a := newAnswer(http.StatusOK, s.press.ETag(o), f)
	a.add(&a.always, "Cache-Control", site.cacheControl(o, s.press.Digest(o)))
	a.add(&a.always, "Link", "<"+s.options.Base+o.Canonical+`>; rel="canonical"`)
	a.addState(o.State)
	if o.Request.Download != "" {
		a.add(&a.body, "Content-Disposition", `attachment; filename="`+fileName(o)+`"`)
	}
	return a
}

// newAnswer returns an answer with the fields that every picture has.
func newAnswer(status int, etag string, f *press.Format) *answer {
	a := &answer{status: status, etag: etag, vary: f.Compressible}
	a.always = append(a.always,
		field{"Access-Control-Allow-Origin", anyOrigin},
		field{"Cross-Origin-Resource-Policy", crossOrigin})
	a.body = append(a.body, field{"X-Content-Type-Options", noSniff})
	a.add(&a.body, "Content-Type", f.MediaType)
	if f.Ext == "svg" {
		a.add(&a.body, "Content-Security-Policy", contentPolicy)
	}
	return a
}

// addState says in the header what the picture attests, unless it is the award
// that was asked for. Scripts of other origins may read it.
func (a *answer) addState(s catalog.State) {
	if s.Code != "" {
		a.add(&a.always, "Panonceau-State", s.Code)
		a.add(&a.always, "Access-Control-Expose-Headers", "Panonceau-State")
	}
}

// fileName returns the name under which a browser saves the picture of o: its
// address, with the name of the holder where there is one.
func fileName(o *catalog.Order) string {
	parts := []string{o.Request.Label}
	if o.Award != nil {
		parts = append(parts, o.Award.Slug())
	}
	for _, p := range []string{o.Request.Edition, o.Request.Level, o.Request.Design, o.Request.Variant} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "-") + "." + o.Format
}
