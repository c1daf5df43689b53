package catalog

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"panonceau/render/proof"
)

// An OptionKind is what the value of an option looks like.
type OptionKind string

// The kinds of options.
const (
	Word   OptionKind = "word"   // one of a closed set
	Number OptionKind = "number" // decimal digits, at most three after the point
	Size   OptionKind = "size"   // a named size, or WIDTHxHEIGHT with mm or px
	Text   OptionKind = "text"   // free text
	List   OptionKind = "list"   // words of a closed set, separated by commas
	Flag   OptionKind = "flag"   // 0 or 1; the name alone is 1
	Token  OptionKind = "token"  // letters, digits, "-", "_" and "."
	Hex    OptionKind = "hex"    // lower-case hexadecimal digits
	Date   OptionKind = "date"   // a day, as in 2026-03-12
)

// An Option is one query parameter of a picture's address. The table of them
// is the only place that knows their names: parsing, canonical addresses,
// error messages and documentation follow it.
type Option struct {
	Name    string
	Kind    OptionKind
	Words   []string          // the closed set; nil: the design's own
	Default string            // dropped from canonical addresses
	Min     float64           // least Number
	Max     float64           // greatest Number; longest Text, Token or Hex
	Whole   bool              // a Number without decimals
	Applies func(Format) bool // formats it means something for; nil: all
	Needs   string            // option without which it means nothing; empty: none
	Fr, En  string            // what it is for

	value func(*Request) *string
}

// Options returns the query parameters in canonical order.
func Options() []Option { return append([]Option(nil), options...) }

func isRaster(f Format) bool   { return f.Raster }
func isPrint(f Format) bool    { return f.Print }
func isSheet(f Format) bool    { return f.Ext == "pdf" || f.Ext == "png" || f.Ext == "svg" }
func isPhoto(f Format) bool    { return f.Raster && !f.Print }
func isDXF(f Format) bool      { return f.Ext == "dxf" }
func isBakeable(f Format) bool { return f.Ext == "png" || f.Ext == "svg" }
func isSizable(f Format) bool  { return f.Raster || f.Ext == "svg" }

var options = []Option{
	{Name: "variant", Kind: Word, value: func(r *Request) *string { return &r.Variant },
		Fr: "version du dessin", En: "version of the artwork"},
	{Name: "theme", Kind: Word, Words: []string{"light", "dark", "auto"}, Default: "light",
		value: func(r *Request) *string { return &r.Theme },
		Fr:    "fond de la page : clair, sombre, ou celui du lecteur",
		En:    "ground of the page: light, dark, or the reader's"},
	{Name: "lang", Kind: Word, value: func(r *Request) *string { return &r.Lang },
		Fr: "langue des textes", En: "language of the texts"},
	{Name: "size", Kind: Size, value: func(r *Request) *string { return &r.Size },
		Fr: "taille de la pièce : un nom, ou 500x700mm", En: "size of the piece: a name, or 500x700mm"},
	{Name: "width", Kind: Number, Min: 1, Max: 8192, Whole: true, Applies: isSizable,
		value: func(r *Request) *string { return &r.Width },
		Fr:    "largeur en pixels", En: "width in pixels"},
	{Name: "scale", Kind: Number, Min: 1, Max: 4, Default: "1", Applies: isRaster,
		value: func(r *Request) *string { return &r.Scale },
		Fr:    "pixels par pixel CSS, pour les écrans fins", En: "pixels per CSS pixel, for fine screens"},
	{Name: "dpi", Kind: Number, Min: 36, Max: 1200, Applies: isRaster,
		value: func(r *Request) *string { return &r.DPI },
		Fr:    "pixels par pouce de la pièce", En: "pixels per inch of the piece"},
	{Name: "style", Kind: Word, value: func(r *Request) *string { return &r.Style },
		Fr: "style du dessin", En: "style of the design"},
	{Name: "material", Kind: Word, value: func(r *Request) *string { return &r.Material },
		Fr: "matériau de la pièce", En: "material of the piece"},
	{Name: "axis", Kind: Word, value: func(r *Request) *string { return &r.Axis },
		Fr: "échelle du niveau montré, quand l’édition en a plusieurs",
		En: "scale of the level shown, where the edition has several"},
	{Name: "ground", Kind: Word, value: func(r *Request) *string { return &r.Ground },
		Fr: "fond peint sous le dessin : light, dark, ou une encre",
		En: "ground painted under the artwork: light, dark, or an ink"},
	{Name: "hide", Kind: List, Words: Hides(), value: func(r *Request) *string { return &r.Hide },
		Fr: "ce que l’image ne dit pas", En: "what the picture does not tell"},
	{Name: "mockup", Kind: Word, Words: []string{OnWall, OnPost}, Applies: isPhoto,
		value: func(r *Request) *string { return &r.Mockup },
		Fr:    "mise en situation : sur un mur, ou sur un mât", En: "mock-up: on a wall, or on a post"},
	{Name: "bleed", Kind: Number, Min: 0, Max: 50, Applies: isPrint,
		value: func(r *Request) *string { return &r.Bleed },
		Fr:    "fond perdu de chaque côté, en millimètres", En: "bleed on each side, in millimetres"},
	{Name: "marks", Kind: Flag, Applies: isPrint, value: func(r *Request) *string { return &r.Marks },
		Fr: "traits de coupe", En: "crop marks"},
	{Name: "profile", Kind: Word, Words: profileNames(), Default: profiles[0].Name, Applies: isPrint,
		value: func(r *Request) *string { return &r.Profile },
		Fr:    "règles d’impression", En: "printing rules"},
	{Name: "release", Kind: Word, Words: []string{"r12", "r2000"}, Default: "r12", Applies: isDXF,
		value: func(r *Request) *string { return &r.Release },
		Fr:    "version du format DXF", En: "release of the DXF format"},
	{Name: "proof", Kind: Word, Words: []string{"a4", "a3"}, Applies: isSheet,
		value: func(r *Request) *string { return &r.Proof },
		Fr:    "bon à tirer : la pièce cotée, sur une feuille à signer",
		En:    "proof: the piece with its dimensions, on a sheet to sign"},
	{Name: "ref", Kind: Text, Max: maxReference, Needs: "proof", value: func(r *Request) *string { return &r.Ref },
		Fr: "référence de la commande", En: "reference of the order"},
	{Name: "version", Kind: Token, Max: maxVersion, Needs: "proof", value: func(r *Request) *string { return &r.Version },
		Fr: "version du bon à tirer", En: "version of the proof"},
	{Name: "date", Kind: Date, Needs: "proof", value: func(r *Request) *string { return &r.Date },
		Fr: "date du bon à tirer", En: "date of the proof"},
	{Name: "quantity", Kind: Number, Min: 1, Max: 99999, Whole: true, Needs: "proof",
		value: func(r *Request) *string { return &r.Quantity },
		Fr:    "nombre d’exemplaires", En: "number of pieces"},
	{Name: "thickness", Kind: Number, Min: 0.1, Max: 100, Needs: "proof",
		value: func(r *Request) *string { return &r.Thickness },
		Fr:    "épaisseur du matériau, en millimètres", En: "thickness of the material, in millimetres"},
	{Name: "film", Kind: Word, Words: proof.Films(), Needs: "proof", value: func(r *Request) *string { return &r.Film },
		Fr: "classe du film rétroréfléchissant", En: "class of the retroreflective film"},
	{Name: "finish", Kind: Text, Max: maxNote, Needs: "proof", value: func(r *Request) *string { return &r.Finish },
		Fr: "finition", En: "finish"},
	{Name: "fixing", Kind: Text, Max: maxNote, Needs: "proof", value: func(r *Request) *string { return &r.Fixing },
		Fr: "mode de fixation", En: "how it is fixed"},
	{Name: "bake", Kind: Flag, Applies: isBakeable, value: func(r *Request) *string { return &r.Bake },
		Fr: "y mettre le badge ouvert de l’attribution (Open Badges 3.0)",
		En: "put the open badge of the award into it (Open Badges 3.0)"},
	{Name: "name", Kind: Text, Max: maxName, value: func(r *Request) *string { return &r.Name },
		Fr: "nom libre, marqué spécimen sans signature", En: "free name, marked as a specimen unless signed"},
	{Name: "sig", Kind: Token, Max: maxSig, value: func(r *Request) *string { return &r.Sig },
		Fr: "signature de l’organisme", En: "signature of the label body"},
	{Name: "v", Kind: Hex, Max: maxDigest, value: func(r *Request) *string { return &r.V },
		Fr: "empreinte de l’image, pour la garder en cache", En: "digest of the picture, to keep it in caches"},
	{Name: "download", Kind: Flag, value: func(r *Request) *string { return &r.Download },
		Fr: "enregistrer au lieu d’afficher", En: "save instead of showing"},
}

// optionNamed returns the option called name, or nil.
func optionNamed(name string) *Option {
	for i := range options {
		if options[i].Name == name {
			return &options[i]
		}
	}
	return nil
}

func optionNames() []string {
	names := make([]string, len(options))
	for i := range options {
		names[i] = options[i].Name
	}
	return names
}

// Allowed says in words what the value of o may be.
func (o *Option) Allowed() (fr, en string) {
	switch {
	case o.Kind == Word && o.Words != nil:
		return oneOf(o.Words), oneOf(o.Words)
	case o.Kind == Word:
		return "un mot en minuscules", "a word in lower case"
	case o.Kind == List:
		return oneOf(o.Words) + ", séparés par des virgules", oneOf(o.Words) + ", separated by commas"
	case o.Kind == Number:
		lo, hi := number(o.Min), number(o.Max)
		if o.Whole {
			return "un nombre entier de " + lo + " à " + hi, "a whole number from " + lo + " to " + hi
		}
		return "un nombre de " + lo + " à " + hi, "a number from " + lo + " to " + hi
	case o.Kind == Size:
		lo, hi := number(minSide), number(maxSide)
		return "un nom de taille, ou largeur x hauteur comme 500x700mm, de " + lo + " à " + hi,
			"a named size, or width x height as in 500x700mm, from " + lo + " to " + hi
	case o.Kind == Flag:
		return "0 ou 1", "0 or 1"
	case o.Kind == Text:
		return "un texte de " + number(o.Max) + " caractères au plus, sans caractère invisible",
			"a text of at most " + number(o.Max) + " characters, none of them invisible"
	case o.Kind == Hex:
		return "4 à " + number(o.Max) + " chiffres hexadécimaux en minuscules",
			"4 to " + number(o.Max) + " lower-case hexadecimal digits"
	case o.Kind == Date:
		return "une date comme 2026-03-12", "a date as in 2026-03-12"
	default:
		return "1 à " + number(o.Max) + " lettres, chiffres, « - », « _ » ou « . »",
			"1 to " + number(o.Max) + ` letters, digits, "-", "_" or "."`
	}
}

// normal returns the canonical form of a decoded value, "" for the default.
func (o *Option) normal(v string) (string, *Error) {
	got, ok := v, false
	switch o.Kind {
	case Word:
		ok = isWord(v) && (o.Words == nil || slices.Contains(o.Words, v))
	case Number:
		got, ok = o.normalNumber(v)
	case List:
		got, ok = o.normalList(v)
	case Size:
		got, ok = normalSize(v)
	case Text:
		var e *Error
		if got, e = cleanName(o.Name, v, int(o.Max)); e != nil {
			return "", e
		}
		ok = true
	case Flag:
		if got = v; v == "" {
			got = "1"
		}
		ok = got == "0" || got == "1"
		if got == "0" {
			got = ""
		}
	case Token:
		ok = v != "" && len(v) <= int(o.Max) && only(v, "-_.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
	case Date:
		_, err := time.Parse(time.DateOnly, v)
		ok = err == nil
	case Hex:
		ok = len(v) >= 4 && len(v) <= int(o.Max) && only(v, "0123456789abcdef")
	}
	if !ok {
		fr, en := o.Allowed()
		q := quote(v)
		return "", &Error{ErrInvalid, o.Name,
			o.Name + " : " + q + " n’est pas admis ; attendu : " + fr,
			o.Name + ": " + q + " is not allowed; expected: " + en}
	}
	if got == o.Default {
		got = ""
	}
	return got, nil
}

// normalList puts words in order; each is there once.
func (o *Option) normalList(v string) (string, bool) {
	words := strings.Split(v, ",")
	slices.Sort(words)
	for i, w := range words {
		if !slices.Contains(o.Words, w) || i > 0 && words[i-1] == w {
			return "", false
		}
	}
	return strings.Join(words, ","), true
}

func (o *Option) normalNumber(v string) (string, bool) {
	n, ok := decimal(v)
	if !ok || n < o.Min || n > o.Max || (o.Whole && strings.Contains(v, ".")) {
		return "", false
	}
	return number(n), true
}

// normalSize checks a named size or a pair of lengths with their unit.
func normalSize(v string) (string, bool) {
	w, h, unit, ok := parseSize(v)
	if !ok {
		return v, isWord(v) && !isDigit(v[0])
	}
	return number(w) + "x" + number(h) + unit, true
}

// parseSize reads 500x700mm or 1200x630px.
func parseSize(v string) (w, h float64, unit string, ok bool) {
	for _, u := range []string{"mm", "px"} {
		pair, found := strings.CutSuffix(v, u)
		if !found {
			continue
		}
		left, right, found := strings.Cut(pair, "x")
		w, okW := decimal(left)
		h, okH := decimal(right)
		if found && okW && okH && min(w, h) >= minSide && max(w, h) <= maxSide {
			return w, h, u, true
		}
	}
	return 0, 0, "", false
}

// decimal reads digits with at most three after the point: no sign, no
// exponent, no other spelling of the same number than zeros.
func decimal(v string) (float64, bool) {
	whole, part, point := strings.Cut(v, ".")
	const digits = "0123456789"
	if whole == "" || len(whole) > 6 || !only(whole, digits) || !only(part, digits) ||
		len(part) > 3 || (point && part == "") {
		return 0, false
	}
	n, err := strconv.ParseFloat(v, 64)
	return n, err == nil
}

// number prints a number read by decimal.
func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// isWord reports whether v is a word of the grammar: lower-case letters and
// digits, with single hyphens between them.
func isWord(v string) bool {
	if v == "" || len(v) > maxWord {
		return false
	}
	for i := 0; i < len(v); i++ {
		c := v[i]
		hyphen := c == '-' && i > 0 && i < len(v)-1 && v[i-1] != '-'
		if !hyphen && !isDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// only reports whether every byte of v is one of set.
func only(v, set string) bool { return strings.Trim(v, set) == "" }
