// Package badge makes badges of the kind that shields.io made common, from the
// same addresses: /badge/label-message-color.svg. They say what anybody wrote
// and attest nothing, so they have a look of their own, with no mark and no ink
// of any label, and are specimens when they name one.
//
//	Parse      an address, bounded
//	Claims     whether the text names a label, however it is spelled
//	Spec       the picture
package badge

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"panonceau/catalog"
	"panonceau/render"
)

// Prefix is what the paths of badges begin with.
const Prefix = "/badge/"

// A Badge is two words on grey and on a colour.
type Badge struct {
	Left, Right string     // Left may be empty: then there is only the colour
	Color       render.RGB // of the right part
	LeftColor   render.RGB
	Style       string // one of Styles
	Ext         string // svg or png
}

// Styles returns the looks of badges, the default first.
func Styles() []string { return []string{"flat", "flat-square", "for-the-badge"} }

// Options returns the query parameters that mean something.
func Options() []string { return []string{"style", "label", "labelColor", "color"} }

// ignored are parameters of shields.io that badges here have no use for:
// addresses that move here keep working. Logos would be forgeries in waiting.
var ignored = []string{"logo", "logoColor", "logoSize", "logoWidth", "link", "cacheSeconds", "maxAge"}

// parts takes a path apart as shields.io does: a single hyphen separates, two
// are one, and of several ways the one with the shortest label counts.
var parts = regexp.MustCompile(`(?s)^((?:[^-]|--)*?)-?((?:[^-]|--)*)-((?:[^-.]|--)+)$`)

// Parse reads the address of a badge: a path that begins with Prefix, and a
// query. The error is a *catalog.Error; beside it, Ext says in which format the
// refusal is wanted.
func Parse(target string) (*Badge, error) {
	b := &Badge{Ext: "svg", Style: Styles()[0], LeftColor: grey}
	if len(target) > maxTarget {
		return b, fault("url", "adresse de plus de 2048 octets", "address of more than 2048 bytes")
	}
	path, query, _ := strings.Cut(target, "?")
	path, err := url.PathUnescape(strings.TrimPrefix(path, Prefix))
	if err != nil {
		return b, fault("url", "échappement incomplet", "incomplete escape")
	}
	for _, ext := range []string{"svg", "png"} {
		if rest, ok := strings.CutSuffix(path, "."+ext); ok {
			path, b.Ext = rest, ext
			break
		}
	}
	m := parts.FindStringSubmatch(path)
	if m == nil {
		return b, fault("url", "attendu : /badge/libellé-message-couleur", "want /badge/label-message-color")
	}
	values, err := options(query)
	if err != nil {
		return b, err
	}
	left := unescape(m[1])
	if values.Has("label") {
		left = values.Get("label")
	}
	if b.Left, err = clean("label", left, 0); err != nil {
		return b, err
	}
	if b.Right, err = clean("message", unescape(m[2]), 1); err != nil {
		return b, err
	}
	return b, b.look(unescape(m[3]), values)
}

// look reads the colours and the style.
func (b *Badge) look(color string, values url.Values) error {
	if v := values.Get("color"); v != "" {
		color = v
	}
	var ok bool
	if b.Color, ok = parseColor(color); !ok {
		return badColor("color")
	}
	if v := values.Get("labelColor"); v != "" {
		if b.LeftColor, ok = parseColor(v); !ok {
			return badColor("labelColor")
		}
	}
	if v := values.Get("style"); v != "" {
		if !slices.Contains(Styles(), v) {
			all := strings.Join(Styles(), ", ")
			return fault("style", "style : attendu : "+all, "style: want "+all)
		}
		b.Style = v
	}
	return nil
}

// options reads the query.
func options(query string) (url.Values, error) {
	values, err := url.ParseQuery(query)
	if err != nil {
		return nil, fault("query", "paramètres mal formés", "malformed parameters")
	}
	for name, given := range values {
		if !slices.Contains(Options(), name) && !slices.Contains(ignored, name) {
			all := strings.Join(Options(), ", ")
			return nil, fault("query", "paramètre inconnu ; attendu : "+all, "unknown parameter; want "+all)
		}
		if len(given) > 1 {
			return nil, fault("query", "paramètre donné deux fois", "a parameter is given twice")
		}
	}
	return values, nil
}

// unescape undoes the spelling of spaces, underscores and hyphens.
func unescape(s string) string {
	return strings.NewReplacer("__", "_", "_", " ", "--", "-").Replace(s)
}

var escaper = strings.NewReplacer("_", "__", " ", "_", "-", "--")

// String returns the canonical address of b.
func (b *Badge) String() string {
	words := []string{escaper.Replace(b.Right), hex(b.Color)}
	if b.Left != "" {
		words = slices.Insert(words, 0, escaper.Replace(b.Left))
	}
	address := Prefix + strings.ReplaceAll(url.PathEscape(strings.Join(words, "-")), "+", "%2B") + "." + b.Ext
	query := url.Values{}
	if b.LeftColor != grey {
		query.Set("labelColor", hex(b.LeftColor))
	}
	if b.Style != Styles()[0] {
		query.Set("style", b.Style)
	}
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	return address
}

// clean returns a text as it is set: in NFC, with single spaces, of at least so
// many characters. What cannot be seen is refused.
func clean(param, v string, least int) (string, error) {
	if strings.TrimSpace(v) == "" && least == 0 {
		return "", nil
	}
	v, err := catalog.CleanText(param, v, maxText)
	return norm.NFC.String(v), err
}

func fault(param, fr, en string) error {
	return &catalog.Error{Kind: catalog.ErrInvalid, Param: param, Fr: fr, En: en}
}

func badColor(param string) error {
	return fault(param, param+" : attendu : un nom de couleur ou 3 ou 6 chiffres hexadécimaux",
		param+": want the name of a colour, or 3 or 6 hexadecimal digits")
}
