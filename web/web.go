// Package web is the pages of the service: HTML that works without scripts, one
// style sheet, one script, and nothing from anywhere else.
//
//	layout.html   what every page has around it
//	page.css      styles that all pages have; home.css: one page's own
//	page.js       what scripts add to all pages; create.js: to one
//	phrases.go    the words that no pack has, in French and English
//
// The style sheets and the scripts are each served as one file, see static.go.
//
// A page is a struct with what its template shows, filled in by a method of
// [Web] that handles its address. Pages know nothing of how pictures are served.
package web

import (
	"image"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"

	"panonceau/catalog"
	"panonceau/press"
)

// Options control what pages say of their surroundings.
type Options struct {
	// Base is the origin under which the service is known, as in
	// https://panonceau.example. Empty means that of each request.
	Base string

	// Tiles are drawn under the interactive map.
	Tiles Tiles

	// Fail answers a request that a defect of the program kept from being
	// answered, and writes it down. It may not be nil.
	Fail func(http.ResponseWriter, *http.Request, error)
}

// A Web makes pages. It is safe for concurrent use.
type Web struct {
	options Options
	press   *press.Press
	site    atomic.Pointer[site]
	faults  atomic.Pointer[[]catalog.Fault] // of packs that could not be read; nil: none
	routes  []Route                         // of the whole service, for its documentation
	keeping []Keeping

	checking chan struct{} // a place for each file that is checked
}

// A site is a catalog and what was found out about it for pages: both are
// replaced together.
type site struct {
	catalog *catalog.Catalog
	press   *press.Press
	sizes   *press.Cache[string, image.Point]   // of pictures on pages, by key of the order
	thumbs  *press.Cache[string, []designGroup] // of the configurator, by language and subject
	offers  sync.Map                            // words that labels offer for options, by label and option
}

// sizeCount bounds the sizes that are remembered; a page has fifty. thumbCount
// bounds the lists of designs, of ten kilobytes each.
const (
	sizeCount  = 4096
	thumbCount = 256
)

// New returns the pages about c, whose pictures p makes.
func New(c *catalog.Catalog, p *press.Press, o Options) *Web {
	w := &Web{options: o, press: p, checking: make(chan struct{}, checks)}
	w.Replace(c)
	return w
}

// Replace makes pages of another catalog, from the next request on.
func (s *Web) Replace(c *catalog.Catalog) {
	s.faults.Store(nil)
	s.site.Store(&site{
		catalog: c,
		press:   s.press,
		sizes:   press.NewCache(sizeCount, func(string, image.Point) int64 { return 1 }),
		thumbs:  press.NewCache(thumbCount, func(string, []designGroup) int64 { return 1 }),
	})
}

// Faulty makes pages tell what is wrong with packs, until [Web.Replace].
func (s *Web) Faulty(faults []catalog.Fault) { s.faults.Store(&faults) }

// Routes are the addresses of the pages and of the files they need.
func (s *Web) Routes() []Route {
	return slices.Concat(s.pages(), s.proofs(), s.maps(), s.verifying(), s.catalogue(), s.about())
}

// pages are the pages for everybody.
func (s *Web) pages() []Route {
	return []Route{
		{Pattern: "GET /{$}", Handler: s.home, Name: "home", Group: Pages, Query: []string{"q", "label", "lang"},
			Fr: "l’accueil : trouver un titulaire, un niveau, et leurs images", En: "the home page: finding a holder, a level, and their pictures",
			Answers: pageAnswers(), Example: "/"},
		{Pattern: "GET /search.json", Handler: s.search, Name: "search", Group: Holders, Query: []string{"q", "label", "lang"},
			Fr: "les titulaires qu’une recherche désigne, les plus probables d’abord", En: "the holders that a search means, the most likely first",
			Answers: []Answer{{Status: http.StatusOK, Media: "application/json", Value: foundList{}}}, Example: "/search.json?q=echirolles"},
		{Pattern: "GET /create", Handler: s.create, Name: "create", Group: Pages, Options: true,
			Query: []string{"label", "holder", "edition", "level", "design", "texts", "on", "zoom", "w", "h", "lang"},
			Fr:    "le configurateur ; son adresse dit tout ce qu’il montre", En: "the configurator; its address says all that it shows",
			Answers: append(pageAnswers(), Answer{Status: http.StatusSeeOther, Fr: "la même chose, sans champ vide", En: "the same, without empty fields"}),
			Example: "/create?label=tnl&holder=213801517&edition=2021&design=logo"},
		{Pattern: "GET /create.json", Handler: s.sizes, Name: "createSizes", Group: Pictures, Options: true,
			Query: []string{"label", "holder", "edition", "level", "design", "texts", "on", "zoom", "w", "h", "lang"},
			Fr:    "les tailles des fichiers que le configurateur propose", En: "the sizes of the files that the configurator offers",
			Answers: []Answer{{Status: http.StatusOK, Media: "application/json", Value: map[string]fileSize{}}},
			Example: "/create.json?label=tnl&holder=213801517&edition=2021&design=badge"},
		{Pattern: "GET /static/{file}", Handler: s.static, Name: "static", Group: Pages, Query: []string{"v"},
			Fr: "un fichier dont les pages ont besoin", En: "a file that pages need",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "text/css"},
				{Status: http.StatusNotModified, Fr: "vous avez déjà ce fichier", En: "you have this file already"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "aucun fichier de ce nom", En: "no such file"},
			}, Example: "/static/page.css"},
	}
}

// about are the pages about the service.
func (s *Web) about() []Route {
	return []Route{
		{Pattern: "GET /privacy", Handler: s.privacy, Name: "privacy", Group: Pages, Query: []string{"lang"},
			Fr: "ce que le service sait de ses lecteurs", En: "what the service knows of its readers",
			Answers: pageAnswers(), Example: "/privacy"},
		{Pattern: "GET /docs", Handler: s.docs, Name: "docs", Group: Pages, Query: []string{"lang"},
			Fr: "cette documentation", En: "this documentation",
			Answers: pageAnswers(), Example: "/docs"},
		{Pattern: "GET /specimen", Handler: s.specimen, Name: "specimen", Group: Pages, Query: []string{"lang", "of"},
			Fr: "chaque visuel avec le plus court et le plus long des noms", En: "every design with the shortest and the longest of names",
			Answers: pageAnswers(), Example: "/specimen"},
	}
}

// pageAnswers are the answers of an address that always has a page.
func pageAnswers() []Answer {
	return []Answer{
		{Status: http.StatusOK, Media: "text/html"},
		{Status: http.StatusNotModified, Fr: "vous avez déjà cette page", En: "you have this page already"},
	}
}

// catalogue are the addresses that tell of the others.
func (s *Web) catalogue() []Route {
	return []Route{
		{Pattern: "GET /openapi.json", Handler: s.openAPI, Name: "openapi", Group: Service,
			Fr: "le catalogue des adresses, pour les programmes (OpenAPI 3.1)", En: "the catalogue of addresses, for programs (OpenAPI 3.1)",
			Answers: []Answer{{Status: http.StatusOK, Media: "application/json"}}, Example: "/openapi.json"},
		{Pattern: "GET /robots.txt", Handler: s.robots, Name: "robots", Group: Service,
			Fr: "ce que les robots sont priés de ne pas lire", En: "what robots are asked not to read",
			Answers: []Answer{{Status: http.StatusOK, Media: "text/plain"}}, Example: "/robots.txt"},
		{Pattern: "GET /sitemap.xml", Handler: s.sitemap, Name: "sitemap", Group: Service, Query: []string{"part"},
			Fr: "la liste des pages, dans les deux langues, pour les moteurs de recherche", En: "the list of pages, in both languages, for search engines",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "application/xml"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "la liste n’a pas cette partie", En: "the list has no such part"},
			}, Example: "/sitemap.xml"},
		{Pattern: "GET /favicon.ico", Handler: s.favicon, Name: "faviconICO", Group: Service,
			Fr: "l’icône du service, en 16, 32 et 48 pixels", En: "the icon of the service, in 16, 32 and 48 pixels",
			Answers: []Answer{{Status: http.StatusOK, Media: "image/x-icon"}}, Example: "/favicon.ico"},
		{Pattern: "GET /favicon.svg", Handler: s.faviconSVG, Name: "faviconSVG", Group: Service,
			Fr: "l’icône du service, en dessin", En: "the icon of the service, as a drawing",
			Answers: []Answer{{Status: http.StatusOK, Media: "image/svg+xml"}}, Example: "/favicon.svg"},
	}
}

// proofs are the addresses that tell whether something is true.
func (s *Web) proofs() []Route {
	unknown := "aucun titulaire de ce nom : la page dit que faire"
	return []Route{
		{Pattern: "GET /{label}/holders/{holder}", Handler: s.proofPage, Name: "proofPage", Group: Holders, Query: []string{"lang"},
			Fr: "la preuve : toutes les attributions d’un titulaire et leur état ; « #édition » en montre une",
			En: "the proof: all awards of a holder and their state; “#edition” shows one",
			Answers: append(pageAnswers(), Answer{Status: http.StatusNotFound, Media: "text/html",
				Fr: unknown, En: "no such holder: the page says what to do"}),
			Example: "/tnl/holders/213801517-echirolles"},
		{Pattern: "GET /{label}/holders/{holder}", Path: "/{label}/holders/{holder}.json", Name: "proof", Group: Holders, Query: []string{"lang"},
			Fr: "la même chose, pour les programmes", En: "the same, for programs",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "application/json", Value: proof{}},
				{Status: http.StatusNotModified, Fr: "rien n’a changé", En: "nothing has changed"},
				{Status: http.StatusNotFound, Media: "application/json", Value: fault{}, Fr: "titulaire inconnu", En: "unknown holder"},
			},
			Example: "/tnl/holders/213801517.json"},
		{Pattern: "GET /c/{code}", Handler: s.code, Name: "code", Group: Trust, Query: []string{"lang"},
			Fr: "le code imprimé sous un QR mène à la preuve de l’attribution ; minuscules, espaces, O pour 0 et I ou L pour 1 sont compris",
			En: "the code printed below a QR code leads to the proof of the award; lower case, spaces, O for 0 and I or L for 1 are understood",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "text/html", Fr: "« SPECIMEN » : la page dit ce qu’est un spécimen", En: "“SPECIMEN”: the page says what a specimen is"},
				{Status: http.StatusFound, Media: "text/html", Fr: "la preuve de l’attribution", En: "the proof of the award"},
				{Status: http.StatusNotFound, Media: "text/html", Fr: "aucune attribution n’a ce code", En: "no award has this code"},
			},
			Example: "/c/SPECIMEN"},
		{Pattern: "GET /c", Handler: s.codeForm, Name: "codeForm", Group: Trust, Query: []string{"code", "lang"},
			Fr: "le formulaire où taper un code", En: "the form to type a code into",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "text/html"},
				{Status: http.StatusFound, Media: "text/html", Fr: "l’adresse du code", En: "the address of the code"},
			}, Example: "/c"},
		{Pattern: "GET /{label}/holders/{holder}/latest/shields.json", Handler: s.shields, Name: "shields", Group: Holders, Query: []string{"lang"},
			Fr: "la dernière attribution, pour https://img.shields.io/endpoint?url=…",
			En: "the newest award, for https://img.shields.io/endpoint?url=…",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "application/json", Value: shield{}},
				{Status: http.StatusNotModified, Fr: "rien n’a changé", En: "nothing has changed"},
				{Status: http.StatusNotFound, Media: "application/json", Value: shield{}, Fr: "titulaire inconnu", En: "unknown holder"},
			},
			Example: "/tnl/holders/213801517/latest/shields.json"},
		{Pattern: "GET /oembed", Handler: s.oembed, Name: "oembed", Group: Holders, Query: []string{"url", "oembed.format", "maxwidth", "maxheight"},
			Fr: "ce qui remplace l’adresse d’une preuve ou d’une image dans la page d’un autre site (oEmbed 1.0)",
			En: "what stands for the address of a proof or a picture in a page of another site (oEmbed 1.0)",
			Answers: []Answer{
				{Status: http.StatusOK, Media: "application/json", Value: embedding{}},
				{Status: http.StatusOK, Media: "text/xml"},
				{Status: http.StatusBadRequest, Media: "application/json", Value: fault{}, Fr: "une taille n’est pas admise", En: "a size is not allowed"},
				{Status: http.StatusNotFound, Media: "application/json", Value: fault{}, Fr: "l’adresse n’est pas d’ici", En: "the address is not from here"},
				{Status: http.StatusNotImplemented, Media: "application/json", Value: fault{}, Fr: "ni JSON, ni XML", En: "neither JSON nor XML"},
			},
			Example: "/oembed?url=http%3A%2F%2Fexample.com%2Ftnl%2Fholders%2F213801517"},
	}
}
