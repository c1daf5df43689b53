package server

import (
	"io"
	"net/http"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/roster"
)

// roster answers with who was awarded a label, in a format.
func (s *Server) roster(f roster.Format) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		site := s.site.Load()
		p := site.catalog.Pack(r.PathValue("label"))
		if p == nil {
			s.web.Missing(w, r)
			return
		}
		q, err := roster.ParseQuery(p, r.URL.RawQuery)
		if err != nil {
			s.refuseTwin(w, err)
			return
		}
		base := s.web.Origin(r)
		state, until := site.catalog.Snapshot(p.ID)
		d := &press.Document{
			Key: "roster " + f.Ext + " " + state + " " + base + q.String(), MediaType: f.MediaType,
			Write: func(w io.Writer) error { return roster.New(site.catalog, p, q, base).Write(w, f) },
		}
		a := newAnswer(http.StatusOK, d.ETag(s.press), &press.Format{Ext: f.Ext, MediaType: f.MediaType, Compressible: true})
		a.add(&a.always, "Cache-Control", site.cacheRegistry(until))
		a.add(&a.always, "Link", "<"+s.options.Base+"/"+p.ID+"/holders."+f.Ext+q.String()+`>; rel="canonical"`)
		if f.Ext == "csv" {
			a.add(&a.body, "Content-Disposition", `attachment; filename="`+p.ID+`-holders.csv"`)
		}
		if a.notModified(w, r) {
			return
		}
		out, err := s.press.Publish(r.Context(), d)
		if err != nil {
			s.refuse(w, r, catalog.Request{}, err)
			return
		}
		a.write(w, r, out)
	}
}
