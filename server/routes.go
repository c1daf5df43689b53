package server

import (
	"net/http"

	"panonceau/catalog"
	"panonceau/kit"
	"panonceau/press"
	"panonceau/web"
)

// charters are the addresses of the sheet that shows how a label is used.
func (s *Server) charters() []web.Route {
	var all []web.Route
	for _, ext := range catalog.CharterFormats() {
		f, _ := catalog.FormatOf(ext) // which it is one of
		query := []string{"lang", "v", "download"}
		if f.Raster {
			query = append(query, "width", "scale", "dpi")
		}
		if f.Print {
			query = append(query, "profile")
		}
		all = append(all, web.Route{
			Pattern: "GET /{label}/" + catalog.SheetCharter + "." + ext, Handler: s.picture,
			Name: "charter-" + ext, Group: web.Pictures, Query: query,
			Fr: "la charte du label : ses dessins, ses encres, ce qui est permis", En: "the charter of the label: its artwork, its inks, what is allowed",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: f.Media},
				{Status: http.StatusNotModified, Fr: "vous avez déjà cette charte", En: "you have this charter already"},
				{Status: http.StatusBadRequest, Media: "text/plain", Fr: "un paramètre n’est pas admis", En: "a parameter is not allowed"},
			}, Example: "/tnl/" + catalog.SheetCharter + "." + ext,
		})
	}
	return append(all, web.Route{
		Pattern: "GET /{label}/" + catalog.SheetCharter + ".json", Handler: s.picture,
		Name: "charterTwin", Group: web.Pictures, Query: []string{"lang", "width", "scale", "dpi", "profile", "v"},
		Fr: "la description de cette charte : titre, adresses, formats", En: "the description of that charter: title, addresses, formats",
		Answers: []web.Answer{
			{Status: http.StatusOK, Media: "application/json", Value: catalog.Twin{}},
			{Status: http.StatusNotModified, Fr: "vous avez déjà cette description", En: "you have this description already"},
			{Status: http.StatusBadRequest, Media: "application/json", Value: twinFault{}, Fr: "un paramètre n’est pas admis", En: "a parameter is not allowed"},
			{Status: http.StatusNotFound, Media: "application/json", Value: catalog.Twin{}, Fr: "label inconnu", En: "no such label"},
		}, Example: "/tnl/" + catalog.SheetCharter + ".json",
	})
}

// routes are the addresses that are not of pages.
func (s *Server) routes() []web.Route {
	return []web.Route{
		{Pattern: "GET /{label}/{edition}/{level}/{file}", Handler: s.picture,
			Path: "/{label}/{edition}/{level}/{design}.{format}", Name: "levelPicture", Group: web.Pictures, Options: true,
			Fr:      "l’image de référence d’un niveau ou, avec « name », une composition libre, marquée spécimen sans signature",
			En:      "the reference picture of a level or, with “name”, a free composition, marked as a specimen unless signed",
			Answers: pictureAnswers, Example: "/tnl/2020/3/logo.svg"},
		{Pattern: "GET /{label}/holders/{holder}/{edition}/{file}", Handler: s.picture,
			Path: "/{label}/holders/{holder}/{edition}/{design}.{format}", Name: "awardPicture", Group: web.Pictures, Options: true,
			Fr:      "l’image d’une attribution ; l’édition « latest » suit le registre",
			En:      "the picture of an award; the edition “latest” follows the registry",
			Answers: pictureAnswers, Example: "/tnl/holders/213801517/2025/badge.svg"},
		{Pattern: "GET /{label}/{edition}/{level}/{file}",
			Path: "/{label}/{edition}/{level}/{design}.json", Name: "levelTwin", Group: web.Pictures, Options: true,
			Fr:      "la description de cette image : texte de remplacement, tailles, formats, extraits à coller, état",
			En:      "the description of that picture: text alternative, sizes, formats, snippets, state",
			Answers: twinAnswers, Example: "/tnl/2020/3/logo.json"},
		{Pattern: "GET /{label}/holders/{holder}/{edition}/{file}",
			Path: "/{label}/holders/{holder}/{edition}/{design}.json", Name: "awardTwin", Group: web.Pictures, Options: true,
			Fr:      "la description de l’image d’une attribution, avec l’état de celle-ci",
			En:      "the description of the picture of an award, with the state of that",
			Answers: twinAnswers, Example: "/tnl/holders/213801517/latest/badge.json"},
		{Pattern: "GET /{label}/holders/{holder}/{file}", Handler: s.picture,
			Path: "/{label}/holders/{holder}/{edition}.zip", Name: "kit", Group: web.Pictures, Query: []string{"lang", "v", "download"},
			Fr: "toutes les images et tous les textes d’une attribution en une archive, avec une page à ouvrir et les empreintes",
			En: "every picture and text of an award in one archive, with a page to open and the digests",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: kitFormat.MediaType},
				{Status: http.StatusNotModified, Fr: "vous avez déjà cette archive", En: "you have this archive already"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "attribution inconnue", En: "no such award"},
				{Status: http.StatusServiceUnavailable, Media: "text/plain", Fr: "trop d’archives à la fois ; réessayer", En: "too many archives at once; try again"},
			}, Example: "/tnl/holders/213801517/2025.zip"},
		{Pattern: "GET /{label}/holders/{holder}/{file}",
			Path: "/{label}/holders/{holder}/{edition}.json", Name: "kitTwin", Group: web.Pictures, Query: []string{"lang"},
			Fr: "ce que contient cette archive : fichiers, textes de remplacement, adresses, et son poids, au moins à peu près",
			En: "what that archive contains: files, text alternatives, addresses, and its size, or about that",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: "application/json", Value: kit.Contents{}},
				{Status: http.StatusNotModified, Fr: "vous avez déjà cette description", En: "you have this description already"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "attribution inconnue", En: "no such award"},
			}, Example: "/tnl/holders/213801517/2025.json"},
		{Pattern: "GET /{label}/holders/{holder}/{edition}/{file}",
			Path: "/{label}/holders/{holder}/{edition}/{text}.{format}", Name: "text", Group: web.Pictures, Query: []string{"lang", "v", "download"},
			Fr: "un texte qui accompagne une attribution : communiqué, publication, éléments de langage ; ce qui reste à compléter est entre crochets",
			En: "a text that goes with an award: press release, post, talking points; what is to be filled in is in square brackets",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: "text/markdown"},
				{Status: http.StatusOK, Media: "text/plain"},
				{Status: http.StatusOK, Media: "text/html"},
				{Status: http.StatusNotModified, Fr: "vous avez déjà ce texte", En: "you have this text already"},
				{Status: http.StatusNotFound, Media: "text/plain", Fr: "pas de tel texte, ou attribution qui ne vaut pas", En: "no such text, or an award that does not hold"},
				{Status: http.StatusGone, Media: "text/plain", Fr: "attribution retirée", En: "award withdrawn"},
			}, Example: "/tnl/holders/213801517/2025/press-release.md"},
		{Pattern: "GET /healthz", Handler: s.health, Name: "health", Group: web.Service,
			Fr: "le processus répond", En: "the process answers",
			Answers: []web.Answer{{Status: http.StatusOK, Media: "text/plain"}}, Example: "/healthz"},
		{Pattern: "GET /readyz", Handler: s.ready, Name: "ready", Group: web.Service,
			Fr: "les nouvelles demandes sont bienvenues", En: "new requests are welcome",
			Answers: []web.Answer{
				{Status: http.StatusOK, Media: "text/plain"},
				{Status: http.StatusServiceUnavailable, Media: "text/plain", Fr: "le service s’arrête", En: "the service is stopping"},
			}, Example: "/readyz"},
	}
}

var (
	pictureAnswers = append(pictureMedia(),
		web.Answer{Status: http.StatusNotModified, Fr: "vous avez déjà cette image", En: "you have this picture already"},
		web.Answer{Status: http.StatusBadRequest, Media: "image/svg+xml",
			Fr: "l’adresse est mal formée, hors des bornes ou contraire à la charte : une image dit pourquoi",
			En: "the address is malformed, out of bounds or against the charter: a picture says why"},
		web.Answer{Status: http.StatusServiceUnavailable, Media: "text/plain",
			Fr: "trop d’images à la fois ; réessayer", En: "too many pictures at once; try again"})

	twinAnswers = []web.Answer{
		{Status: http.StatusOK, Media: "application/json", Value: catalog.Twin{}},
		{Status: http.StatusNotModified, Fr: "vous avez déjà cette description", En: "you have this description already"},
		{Status: http.StatusBadRequest, Media: "application/json", Value: twinFault{},
			Fr: "adresse mal formée ou hors des bornes", En: "malformed address, or out of bounds"},
		{Status: http.StatusForbidden, Media: "application/json", Value: catalog.Twin{},
			Fr: "texte libre refusé", En: "free text refused"},
		{Status: http.StatusNotFound, Media: "application/json", Value: catalog.Twin{},
			Fr: "rien de tel n’a été attribué", En: "nothing such was awarded"},
		{Status: http.StatusGone, Media: "application/json", Value: catalog.Twin{},
			Fr: "attribution retirée", En: "award withdrawn"},
	}
)

// pictureMedia are the formats that pictures are answered in.
func pictureMedia() []web.Answer {
	var all []web.Answer
	for _, f := range press.Formats() {
		all = append(all, web.Answer{Status: http.StatusOK, Media: f.MediaType})
	}
	return all
}
