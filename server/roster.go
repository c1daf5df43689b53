package server

import (
	"io"
	"net/http"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/roster"
	"panonceau/web"
)

// rosters are the addresses of who was awarded a label.
func (s *Server) rosters() []web.Route {
	var all []web.Route
	for _, f := range roster.Formats() {
		media, _, _ := strings.Cut(f.MediaType, ";")
		all = append(all, web.Route{
			Pattern: "GET /{label}/holders." + f.Ext, Handler: s.roster(f), Name: "holders-" + f.Ext, Group: web.Holders,
			Query: []string{"lang", "edition", "level", "state"},
			Fr:    "toutes les attributions du label", En: "all awards of the label",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: media},
				{Status: http.StatusNotModified, Fr: "vous avez déjà cette liste", En: "you have this list already"},
				{Status: http.StatusBadRequest, Media: "application/json", Value: twinFault{},
					Fr: "un paramètre n’est pas admis", En: "a parameter is not allowed"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "label inconnu", En: "no such label"},
			}, Example: "/tnl/holders." + f.Ext,
		})
	}
	return all
}

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
