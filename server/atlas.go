package server

import (
	"net/http"

	"panonceau/catalog"
	"panonceau/web"
)

// maps are the addresses of maps.
func (s *Server) maps() []web.Route {
	return []web.Route{{Pattern: "GET /{label}/{edition}/{file}", Handler: s.picture,
		Path: "/{label}/{edition}/map.{format}", Name: "map", Group: web.Holders, Query: mapQuery,
		Fr:      "la carte des titulaires d’une édition ; « latest » : des attributions en vigueur",
		En:      "the map of the holders of an edition; “latest”: of the awards in force",
		Answers: mapAnswers(), Example: "/tnl/2025/map.svg"}}
}

// mapQuery are the options of a map.
var mapQuery = []string{"theme", "lang", "width", "scale", "dpi", "bleed", "marks", "profile", "v", "download"}

func mapAnswers() []web.Answer {
	return []web.Answer{
		{Status: http.StatusOK, Media: "image/svg+xml"},
		{Status: http.StatusOK, Media: "image/png"},
		{Status: http.StatusOK, Media: "image/jpeg"},
		{Status: http.StatusOK, Media: "application/pdf"},
		{Status: http.StatusOK, Media: "application/json", Value: catalog.Twin{}},
		{Status: http.StatusNotModified, Fr: "vous avez déjà cette carte", En: "you have this map already"},
		{Status: http.StatusBadRequest, Media: "image/svg+xml", Fr: "option sans effet sur une carte, ou hors des bornes", En: "an option that means nothing for a map, or out of bounds"},
	}
}
