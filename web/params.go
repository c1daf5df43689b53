package web

import (
	"slices"
	"strings"

	"panonceau/badge"
	"panonceau/catalog"
	"panonceau/press"
	"panonceau/roster"
)

// A param is a part of an address, in the path or the query, as documented.
type param struct {
	Name    string // one that means something else elsewhere has the route before a dot
	Fr, En  string
	Words   []string // the closed set; nil: open
	Pattern string   // regular expression that values match; empty: none
	Max     int      // longest value in characters; 0: not told
	Flag    bool     // 0 or 1
	Example string
}

// params are the parts of paths, and the parameters that are no options of
// pictures.
var params = []param{
	{Name: "label", Fr: "label", En: "label", Example: "tnl"},
	{Name: "edition", Fr: "édition : une année en général, ou « latest » après un titulaire", En: "edition: a year as a rule, or “latest” after a holder", Pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", Max: 40, Example: "2025"},
	{Name: "level", Fr: "niveau de l’échelle de l’édition", En: "level of the scale of the edition", Pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", Max: 40, Example: "or"},
	{Name: "holder", Fr: "titulaire : SIREN ou identifiant en x, puis un texte libre pour les gens", En: "holder: SIREN or identifier in x, then any words for people", Pattern: `^([0-9]{9}|x[a-z0-9]{2,31})(-.{0,200})?$`, Example: "213801517-echirolles"},
	{Name: "texts", Fr: "langue des textes de l’image", En: "language of the texts of the picture"},
	{Name: "on", Fr: "ce sur quoi l’image est regardée", En: "what the picture is looked at on", Words: []string{onLight, onDark, onPaper, catalog.OnWall, catalog.OnPost}},
	{Name: "zoom", Fr: "taille de l’aperçu", En: "size of the preview", Words: []string{"fit", zoomTrue}},
	{Name: "w", Fr: "largeur libre, en millimètres, avec size=free", En: "free width in millimetres, with size=free"},
	{Name: "h", Fr: "hauteur libre, en millimètres, avec size=free", En: "free height in millimetres, with size=free"},
	{Name: "q", Fr: "ce qu’on cherche : un nom, même mal écrit, un code postal, INSEE ou SIREN, un département", En: "what is looked for: a name, even if misspelt, a postcode, an INSEE code or a SIREN, a département", Max: 80, Example: "echirolles"},
	{Name: "verify.q", Fr: "code, adresse ou SIREN", En: "code, address or SIREN", Max: 2048, Example: "CMQ1-R5D6"},
	{Name: "design", Fr: "visuel", En: "design", Example: "logo"},
	{Name: "state", Fr: "état des attributions", En: "state of the awards", Words: roster.States()},
	{Name: "embed", Fr: "la carte seule, pour un cadre (iframe) d’un autre site", En: "the map alone, for a frame (iframe) of another site", Flag: true},
	{Name: "file", Fr: "nom du fichier", En: "name of the file", Example: "page.css"},
	{Name: "url", Fr: "adresse d’une page de titulaire ou d’une image de ce service", En: "address of a holder's page or of a picture of this service", Max: 2048},
	{Name: "oembed.format", Fr: "json ou xml", En: "json or xml", Words: []string{"json", "xml"}},
	{Name: "maxwidth", Fr: "plus grande largeur, en pixels", En: "greatest width, in pixels", Pattern: "^[0-9]{1,4}$"},
	{Name: "maxheight", Fr: "plus grande hauteur, en pixels", En: "greatest height, in pixels", Pattern: "^[0-9]{1,4}$"},
	{Name: "badge", Fr: "libellé-message-couleur, puis .svg ou .png : « _ » est une espace, « __ » un « _ », « -- » un trait d’union", En: "label-message-color, then .svg or .png: “_” is a space, “__” a “_”, “--” a hyphen", Max: 400, Example: "build-passing-brightgreen.svg"},
	{Name: "badge.style", Fr: "style du badge", En: "style of the badge", Words: badge.Styles()},
	{Name: "badge.label", Fr: "texte de gauche, au lieu de celui de l’adresse", En: "text on the left, instead of that in the path", Max: 60},
	{Name: "labelColor", Fr: "couleur de gauche : un nom de shields.io ou de CSS, ou 3 ou 6 chiffres hexadécimaux", En: "colour on the left: a name of shields.io or CSS, or 3 or 6 hexadecimal digits", Max: 20},
	{Name: "color", Fr: "couleur de droite, au lieu de celle de l’adresse", En: "colour on the right, instead of that in the path", Max: 20},
	{Name: "of", Fr: "label dont on montre les visuels", En: "label whose designs are shown"},
	{Name: "code", Fr: "code imprimé, comme 4K7P-2M9X", En: "printed code, as in 4K7P-2M9X", Max: 40, Example: "SPECIMEN"},
	{Name: "part", Fr: "partie de la liste, à partir de 1 ; sans elle, toute la liste ou celle des parties", En: "part of the list, from 1 on; without it, the whole list or that of its parts", Pattern: "^[0-9]{1,4}$"},
	{Name: "key", Fr: "nom d’une clé publique", En: "name of a public key", Example: "k1"},
	{Name: "purpose", Fr: "ce que dit la liste", En: "what the list tells", Words: []string{"revocation", "suspension"}},
	{Name: "text", Fr: "texte", En: "text", Example: "press-release"},
	{Name: "format", Fr: "format du fichier", En: "format of the file", Example: "svg"},
}

// param returns what is known of a parameter of routes.
func (s *site) param(name string) *param {
	i := slices.IndexFunc(params, func(p param) bool { return p.Name == name })
	if i < 0 {
		return s.option(name)
	}
	p := params[i]
	switch name {
	case "label":
		for _, pack := range s.catalog.Packs {
			p.Words = append(p.Words, pack.ID)
		}
		p.Example = p.Words[0]
	case "design":
		for _, pack := range s.catalog.Packs {
			for _, d := range pack.Designs {
				if d.Orderable() && !slices.Contains(p.Words, d.ID) {
					p.Words = append(p.Words, d.ID)
				}
			}
		}
	case "text":
		for _, pack := range s.catalog.Packs {
			for _, d := range pack.Documents {
				if !slices.Contains(p.Words, d.ID) {
					p.Words = append(p.Words, d.ID)
				}
			}
		}
	case "format":
		for _, f := range press.Formats() {
			p.Words = append(p.Words, f.Ext)
		}
	}
	return &p
}

// option returns an option of pictures as a parameter, or nil.
func (s *site) option(name string) *param {
	for _, o := range catalog.Options() {
		if o.Name != name {
			continue
		}
		fr, en := o.Allowed()
		p := &param{Name: name, Fr: o.Fr + " (" + fr + ")", En: o.En + " (" + en + ")", Words: o.Words, Flag: o.Kind == catalog.Flag}
		if p.Words == nil {
			p.Words = s.offered(name)
		}
		switch o.Kind {
		case catalog.Text, catalog.Token:
			p.Max = int(o.Max)
		case catalog.Hex:
			p.Max, p.Pattern = int(o.Max), "^[0-9a-f]{4,}$"
		case catalog.Number:
			p.Pattern = `^[0-9]{1,6}(\.[0-9]{1,3})?$`
		}
		return p
	}
	return nil
}

// offered returns what any label offers for an option with values of its own.
func (s *site) offered(name string) []string {
	var all []string
	for _, pack := range s.catalog.Packs {
		g := &guide{site: s, pack: pack}
		for _, v := range g.values(name) {
			if !slices.Contains(all, v) {
				all = append(all, v)
			}
		}
	}
	return all
}

// pathParams returns the names of the parameters in a documented path.
func pathParams(path string) []string {
	var names []string
	for {
		_, rest, ok := strings.Cut(path, "{")
		if !ok {
			return names
		}
		var name string
		name, path, _ = strings.Cut(rest, "}")
		names = append(names, strings.TrimSuffix(name, "..."))
	}
}
