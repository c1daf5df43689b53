package server

import (
	"net/http"
	"strings"

	"panonceau/badge"
	"panonceau/catalog"
	"panonceau/press"
	"panonceau/web"
)

// badges is the address of badges like those of shields.io. They are off unless
// the operator wants them: anybody writes what they say.
func (s *Server) badges() []web.Route {
	if !s.options.Badges {
		return nil
	}
	return []web.Route{{
		Pattern: "GET " + badge.Prefix + "{badge...}", Handler: s.badge, Name: "badge", Group: web.Pictures,
		Query: []string{"badge.style", "badge.label", "labelColor", "color"},
		Fr:    "un badge sans label, d’après une adresse de shields.io : /badge/libellé-message-couleur.svg ; marqué spécimen s’il nomme un label",
		En:    "a badge of no label, from an address of shields.io: /badge/label-message-color.svg; marked as a specimen if it names a label",
		Answers: []web.Answer{
			{Status: http.StatusOK, Media: "image/svg+xml"},
			{Status: http.StatusOK, Media: "image/png"},
			{Status: http.StatusNotModified, Fr: "vous avez déjà ce badge", En: "you have this badge already"},
			{Status: http.StatusBadRequest, Media: "image/svg+xml", Fr: "l’adresse est mal formée : une image dit pourquoi", En: "the address is malformed: a picture says why"},
		}, Example: "/badge/build-passing-brightgreen",
	}}
}

// badge answers with a badge that attests nothing.
func (s *Server) badge(w http.ResponseWriter, r *http.Request) {
	c := s.site.Load().catalog
	b, err := badge.Parse(r.RequestURI)
	if err != nil {
		s.refuse(w, r, catalog.Request{Ext: b.Ext}, err)
		return
	}
	state, specimen := catalog.StateOK, ""
	for _, p := range c.Packs {
		if badge.Claims(b.Left, b.Right, p.Names()) {
			state, specimen = catalog.StateSpecimen, strings.ToUpper(catalog.StateSpecimen.Fr)
		}
	}
	spec, err := b.Spec(c.Fonts(), specimen)
	if err != nil {
		s.refuse(w, r, catalog.Request{Ext: b.Ext}, err)
		return
	}
	format, err := press.FormatOf(b.Ext)
	if err != nil {
		s.fail(w, r, err) // Parse accepts what press makes
		return
	}
	o := &catalog.Order{Format: b.Ext, Spec: spec, Key: "badge " + b.String() + " " + specimen}
	a := newAnswer(http.StatusOK, s.press.ETag(o), format)
	a.add(&a.always, "Cache-Control", cacheEdition)
	a.add(&a.always, "Link", "<"+s.options.Base+b.String()+`>; rel="canonical"`)
	a.addState(state)
	if a.notModified(w, r) {
		return
	}
	out, err := s.press.Print(r.Context(), o)
	if err != nil {
		s.refuse(w, r, catalog.Request{Ext: b.Ext}, err)
		return
	}
	a.write(w, r, out)
}
