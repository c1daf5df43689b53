package web

import (
	"fmt"
	"net/http"
	"strings"

	"panonceau/catalog"
)

// A shield is what shields.io draws a badge from (its endpoint schema,
// version 1), so that dashboards made of its badges can show the label too.
type shield struct {
	Version    int    `json:"schemaVersion"`
	Label      string `json:"label"`
	Message    string `json:"message"`
	Color      string `json:"color,omitempty"`
	LabelColor string `json:"labelColor,omitempty"`
	IsError    bool   `json:"isError,omitempty"`
	Seconds    int    `json:"cacheSeconds"`
}

// shields answers with the newest award of a holder, for a badge of shields.io.
func (s *Web) shields(w http.ResponseWriter, r *http.Request) {
	site := s.site.Load()
	p := site.catalog.Pack(r.PathValue("label"))
	if p == nil {
		s.respondJSON(w, r, http.StatusNotFound, refused(catalog.StateUnknownLabel, "Panonceau", r))
		return
	}
	g := &guide{words: words{Lang: langOf(r.URL)}, site: site, pack: p}
	id, _, _ := strings.Cut(r.PathValue("holder"), "-")
	h := site.catalog.Holder(p.ID, id)
	if h == nil {
		s.respondJSON(w, r, http.StatusNotFound, refused(catalog.StateUnknownHolder, p.Name(g.lang()), r))
		return
	}
	w.Header().Set("Cache-Control", site.cacheOf(p))
	s.respondJSON(w, r, http.StatusOK, g.shield(site.catalog.Current(h)))
}

func refused(state catalog.State, label string, r *http.Request) *shield {
	return &shield{Version: 1, Label: label, Message: state.In(langOf(r.URL)), IsError: true, Seconds: int(pageAge.Seconds())}
}

// shield tells of one award.
func (g *guide) shield(a *catalog.Award) *shield {
	e := g.pack.Edition(a.Edition)
	l := e.Level(a.Level)
	out := &shield{Version: 1, Label: g.pack.Name(g.lang()), Seconds: int(pageAge.Seconds())}
	if state := g.site.catalog.StateOf(a); state != catalog.StateOK {
		out.Message, out.IsError = state.In(g.lang())+" · "+a.Edition, true
		return out
	}
	night := g.pack.Night()
	out.Message = g.pack.LevelsIn(a, g.lang()) + " · " + a.Edition
	out.Color = fmt.Sprintf("%02x%02x%02x", l.Ink.RGB.R, l.Ink.RGB.G, l.Ink.RGB.B)
	out.LabelColor = fmt.Sprintf("%02x%02x%02x", night.R, night.G, night.B)
	return out
}
