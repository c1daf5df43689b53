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

// A guide finds what pages show of one label, for one reader.
type guide struct {
	words
	site   *site
	pack   *catalog.Pack
	origin string

	shown url.Values // what showcase returned
}

// guide returns a guide to the label in a query, or to the first. A label that
// does not exist does no harm: a link to a page never breaks.
func (s *site) guide(f frame, query url.Values, origin string) *guide {
	g := &guide{words: f.words, site: s, origin: origin, pack: s.catalog.Packs[0]}
	if p := s.catalog.Pack(query.Get("label")); p != nil {
		g.pack = p
	}
	return g
}

// designs returns what can be asked for.
func (g *guide) designs() []*catalog.Design {
	var all []*catalog.Design
	for _, d := range g.pack.Designs {
		if d.Orderable() {
			all = append(all, d)
		}
	}
	return all
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

// addressOf returns the address of the reference picture of a level.
func (g *guide) addressOf(e *catalog.Edition, l *catalog.Level, d *catalog.Design, ext string) string {
	return g.canonical("/" + g.pack.ID + "/" + e.ID + "/" + l.ID + "/" + d.ID + "." + ext)
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
	if len(q) > 0 && strings.Contains(path, "?") {
		path += "&" + q.Encode()
	} else if len(q) > 0 {
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

// size returns the size of a picture in CSS pixels. That of a badge follows from
// its text, and is known only once it has been composed.
func (s *site) size(o *catalog.Order) image.Point {
	if o.Spec == nil || o.Spec.Design == nil { // no design, but a kit or a map
		return image.Point{}
	}
	pixels := func(w, h, unit float64) image.Point {
		return image.Pt(int(math.Round(w*unit/render.Pixel)), int(math.Round(h*unit/render.Pixel)))
	}
	if art := o.Spec.Design; !art.Hugs() {
		return pixels(cmp.Or(o.Spec.Width, art.Art.Width), cmp.Or(o.Spec.Height, art.Art.Height), art.Art.Unit)
	}
	if size, ok := s.sizes.Get(o.Key); ok {
		return size
	}
	d, err := render.Compose(o.Spec)
	if err != nil {
		return image.Point{}
	}
	size := pixels(d.Width, d.Height, d.Unit)
	s.sizes.Add(o.Key, size)
	return size
}

// dark returns the address of a picture for dark pages, or "" if there is none
// of its own.
func (g *guide) dark(address string) string {
	if o := g.order(address); o != nil {
		return o.Dark()
	}
	return ""
}
