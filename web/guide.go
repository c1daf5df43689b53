package web

import (
	"cmp"
	"image"
	"math"
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
	"panonceau/render"
)

// A guide fills in a gallery for one reader.
type guide struct {
	words
	site   *site
	pack   *catalog.Pack
	origin string

	edition *catalog.Edition // of the pictures
	level   *catalog.Level
	variant string
}

// gallery returns the page for a language and the choices in a query. A choice
// that does not exist is the default: a link to the page never breaks.
func (s *site) gallery(f frame, query url.Values, origin string) *gallery {
	g := &guide{words: f.words, site: s, origin: origin, pack: s.catalog.Packs[0]}
	if p := s.catalog.Pack(query.Get("label")); p != nil {
		g.pack = p
	}
	g.choose(query)
	out := &gallery{
		frame:   f,
		Label:   g.pack.Name(g.lang()),
		Notice:  g.text(g.pack.Notice),
		License: g.pack.License,
		Scales:  g.scales(),
		Choices: g.choices(),
		Cards:   g.cards(),
		Awards:  g.awards(),
		Options: g.options(),
	}
	out.Description = phrases["lead"].in(g.Lang)
	g.hero(out)
	return out
}

// choose reads the choices of the form.
func (g *guide) choose(query url.Values) {
	editions := g.newestEditions()
	g.edition = editions[0]
	g.level = g.edition.Scale.Levels[len(g.edition.Scale.Levels)-1]
	edition, level, _ := strings.Cut(query.Get("level"), "/")
	if e := g.pack.Edition(edition); e != nil {
		if l := e.Level(level); l != nil {
			g.edition, g.level = e, l
		}
	}
	g.variant = g.pack.Variants[0].ID
	if v := g.pack.Variant(query.Get("variant")); v != nil {
		g.variant = v.ID
	}
}

// text returns the words of a pack in the language of the page.
func (g *guide) text(t catalog.Texts) string {
	return cmp.Or(t[g.Lang], t[g.pack.Languages[0]])
}

// lang returns the language of the pictures: that of the page, if the pack
// speaks it.
func (g *guide) lang() string {
	if slices.Contains(g.pack.Languages, g.Lang) {
		return g.Lang
	}
	return g.pack.Languages[0]
}

// address returns the address of a design at the chosen level, with options
// given as names and values; those that are the default are left out.
func (g *guide) address(d *catalog.Design, ext string, options ...string) string {
	return g.addressAt(g.edition, g.level, d, ext, options...)
}

func (g *guide) addressAt(e *catalog.Edition, l *catalog.Level, d *catalog.Design, ext string, options ...string) string {
	return g.canonical("/"+g.pack.ID+"/"+e.ID+"/"+l.ID+"/"+d.ID+"."+ext, options...)
}

// canonical returns an address with options in its canonical form.
func (g *guide) canonical(path string, options ...string) string {
	q := url.Values{}
	if l := g.lang(); l != g.pack.Languages[0] {
		q.Set("lang", l)
	}
	for i := 0; i+1 < len(options); i += 2 {
		if options[i+1] != "" {
			q.Set(options[i], options[i+1])
		}
	}
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	if request, err := catalog.ParseRequest(path); err == nil {
		return request.String()
	}
	return path
}

// order resolves an address; nil means that the label refuses it.
func (g *guide) order(address string) *catalog.Order {
	request, err := catalog.ParseRequest(address)
	if err != nil {
		return nil
	}
	order, err := g.site.catalog.Resolve(request)
	if err != nil {
		return nil
	}
	return order
}

// picture returns the image element for an address.
func (g *guide) picture(address string) picture {
	p := picture{Src: address}
	if o := g.order(address); o != nil {
		size := g.site.size(o)
		p.Alt, p.Width, p.Height = o.Alt, size.X, size.Y
	}
	return p
}

// size returns the size of a picture in CSS pixels. It is known only once the
// picture has been composed: that of a badge follows from its text.
func (s *site) size(o *catalog.Order) image.Point {
	if size, ok := s.sizes.Get(o.Key); ok {
		return size
	}
	if o.Spec == nil {
		return image.Point{}
	}
	d, err := render.Compose(o.Spec)
	if err != nil {
		return image.Point{}
	}
	pixels := func(v float64) int { return int(math.Round(v * d.Unit / render.Pixel)) }
	size := image.Pt(pixels(d.Width), pixels(d.Height))
	s.sizes.Add(o.Key, size)
	return size
}

// dark returns the address of a picture for dark pages, or "" if there is none
// of its own.
func (g *guide) dark(d *catalog.Design, address string) string {
	if !slices.Contains(d.Themes, "dark") {
		return ""
	}
	separator := "?"
	if strings.Contains(address, "?") {
		separator = "&"
	}
	if o := g.order(address + separator + "theme=dark"); o != nil {
		return o.Canonical
	}
	return ""
}
