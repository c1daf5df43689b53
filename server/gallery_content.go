package server

import (
	"cmp"
	"image"
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
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

// shownAwards bounds the awards on the page: a few dozen badges still load at
// once.
const shownAwards = 24

// gallery returns the page for a language and the choices in a query. A choice
// that does not exist is the default: a link to the page never breaks.
func (s *site) gallery(lang string, query url.Values, origin string) *gallery {
	g := &guide{words: words{lang}, site: s, origin: origin, pack: s.catalog.Packs[0]}
	if p := s.catalog.Pack(query.Get("label")); p != nil {
		g.pack = p
	}
	g.choose(query)
	out := &gallery{
		words:     g.words,
		OtherLang: "/?lang=" + words{lang}.other(),
		Label:     g.pack.Name(g.lang()),
		Notice:    g.text(g.pack.Notice),
		License:   g.pack.License,
		Scales:    g.scales(),
		Choices:   g.choices(),
		Cards:     g.cards(),
		Awards:    g.awards(),
		Options:   g.options(),
	}
	if mark := g.pack.Design("mark"); mark != nil {
		out.Mark = g.address(mark, "svg", "variant", "negative")
	}
	g.hero(out)
	return out
}

func (w words) other() string {
	if w.Lang == "en" {
		return "fr"
	}
	return "en"
}

// choose reads the choices of the form.
func (g *guide) choose(query url.Values) {
	editions := g.newestEditions()
	g.edition = editions[0]
	g.level = g.edition.Scale.Levels[len(g.edition.Scale.Levels)-1]
	edition, level, _ := strings.Cut(query.Get("level"), "/")
	if e := g.pack.Edition(edition); e != nil {
		if l := e.Scale.Level(level); l != nil {
			g.edition, g.level = e, l
		}
	}
	g.variant = g.pack.Variants[0].ID
	if v := g.pack.Variant(query.Get("variant")); v != nil {
		g.variant = v.ID
	}
}

// newestEditions returns the newest edition of each scale, the newest first.
func (g *guide) newestEditions() []*catalog.Edition {
	var all []*catalog.Edition
	for _, e := range slices.Backward(g.pack.Editions) {
		known := func(o *catalog.Edition) bool { return o.Scale == e.Scale }
		if !slices.ContainsFunc(all, known) {
			all = append(all, e)
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
	d, err := render.Compose(o.Spec)
	if err != nil {
		return image.Point{}
	}
	pixels := func(v float64) int { return int(math.Round(v * d.Unit / render.Pixel)) }
	size := image.Pt(pixels(d.Width), pixels(d.Height))
	s.sizes.Add(o.Key, size)
	return size
}

// heroDesigns are the designs that show best what there is, where a pack has
// them.
var heroDesigns = []string{"sign", "sign-landscape", "social"}

// hero shows the pictures of one real award at the top of the page.
func (g *guide) hero(out *gallery) {
	base := "/" + g.pack.ID + "/" + g.edition.ID + "/" + g.level.ID + "/"
	if a := g.bestAward(); a != nil {
		base = "/" + g.pack.ID + "/holders/" + a.Holder.ID + "/" + a.Edition + "/"
	}
	for _, id := range heroDesigns {
		if g.pack.Design(id) != nil {
			out.Hero = append(out.Hero, g.picture(g.canonical(base+id+".svg")))
		}
	}
	if g.pack.Design("social") != nil {
		out.Card = g.origin + g.canonical(base+"social.png")
	}
}

// bestAward returns the highest award of the newest edition, or nil.
func (g *guide) bestAward() *catalog.Award {
	var best *catalog.Award
	rank := func(a *catalog.Award) int { return g.pack.Edition(a.Edition).Scale.Level(a.Level).Rank }
	for _, h := range g.site.catalog.Holders(g.pack.ID) {
		a := h.Newest()
		if best == nil || a.Edition > best.Edition || a.Edition == best.Edition && rank(a) > rank(best) {
			best = a
		}
	}
	return best
}

// scales shows the levels of every scale by the mark of the label.
func (g *guide) scales() []scaleRow {
	mark := cmp.Or(g.pack.Design("mark"), g.designs()[0])
	var rows []scaleRow
	for _, e := range g.newestEditions() {
		row := scaleRow{Name: g.text(e.Scale.Name), Years: g.years(e.Scale)}
		for _, l := range e.Scale.Levels {
			address := g.addressAt(e, l, mark, "svg")
			link := levelLink{picture: g.picture(address), Name: g.levelName(e, l), Current: l == g.level}
			link.Dark = g.dark(mark, address)
			link.Href = "/?" + url.Values{"lang": {g.Lang}, "label": {g.pack.ID}, "level": {e.ID + "/" + l.ID}}.Encode() + "#pictures"
			row.Levels = append(row.Levels, link)
		}
		rows = append(rows, row)
	}
	return rows
}

// levelName returns how a level is called in a sentence.
func (g *guide) levelName(e *catalog.Edition, l *catalog.Level) string {
	return cmp.Or(g.pack.Text(e, l, "level", g.lang()), g.text(l.Name))
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

// years says which editions count in a scale.
func (g *guide) years(s *catalog.Scale) string {
	var first, last string
	for _, e := range g.pack.Editions {
		if e.Scale == s {
			first, last = cmp.Or(first, e.ID), e.ID
		}
	}
	switch {
	case s == g.pack.Editions[len(g.pack.Editions)-1].Scale:
		return phrases["since"].in(g.Lang) + " " + first
	case first == last:
		return first
	}
	return first + "–" + last
}

// choices are the lists of the form.
func (g *guide) choices() []choice {
	level := choice{Label: phrases["choose-level"].in(g.Lang), Name: "level"}
	for _, e := range slices.Backward(g.pack.Editions) {
		for i, l := range e.Scale.Levels {
			level.Options = append(level.Options, choiceOption{
				Value: e.ID + "/" + l.ID, Text: e.ID + " · " + g.levelName(e, l), Group: e.ID,
				First: i == 0, Last: i == len(e.Scale.Levels)-1, Selected: e == g.edition && l == g.level,
			})
		}
	}
	variant := choice{Label: phrases["choose-variant"].in(g.Lang), Name: "variant"}
	for _, v := range g.pack.Variants {
		variant.Options = append(variant.Options, choiceOption{
			Value: v.ID, Text: g.text(v.Name), Selected: v.ID == g.variant,
		})
	}
	lists := []choice{level, variant}
	if len(g.site.catalog.Packs) > 1 {
		lists = slices.Insert(lists, 0, g.labels())
	}
	return lists
}

func (g *guide) labels() choice {
	label := choice{Label: phrases["choose-label"].in(g.Lang), Name: "label"}
	for _, p := range g.site.catalog.Packs {
		label.Options = append(label.Options, choiceOption{Value: p.ID, Text: p.Name(g.Lang), Selected: p == g.pack})
	}
	return label
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

// cards shows every design at the chosen level.
func (g *guide) cards() []card {
	var cards []card
	for _, d := range g.designs() {
		cards = append(cards, g.card(d))
	}
	return cards
}

// onDark are the variants that are drawn for dark grounds.
var onDark = []string{"negative", "night"}

func (g *guide) card(d *catalog.Design) card {
	variant := ""
	if slices.Contains(d.Variants, g.variant) && g.variant != g.pack.Variants[0].ID {
		variant = g.variant
	}
	c := card{Name: g.text(d.Name), Use: g.text(d.Purpose), Size: g.size(d)}
	for i, style := range d.Styles {
		id := style.ID
		if i == 0 {
			id = "" // the default
		}
		p := g.picture(g.address(d, "svg", "style", id, "variant", variant))
		if variant == "" {
			p.Dark = g.dark(d, p.Src)
		}
		c.Pictures = append(c.Pictures, p)
	}
	first := &c.Pictures[0]
	c.Wide = first.Width > 3*first.Height/2 && first.Height > wideHeight
	switch {
	case slices.Contains(onDark, variant):
		c.Ground = "dark"
	case len(d.Themes) == 0:
		c.Ground = "object"
	}
	for _, f := range press.Formats() {
		c.Formats = append(c.Formats, link{g.address(d, f.Ext, "variant", variant), strings.ToUpper(f.Ext)})
	}
	c.Formats = append(c.Formats, link{g.address(d, twinExt, "variant", variant), "JSON"})
	c.HTML, c.Markdown = g.snippets(first)
	return c
}

// snippets returns what to paste into a page for a picture.
func (g *guide) snippets(p *picture) (html, markdown string) {
	o := g.order(p.Src)
	if o == nil {
		return "", ""
	}
	sized := &render.Drawing{Width: float64(p.Width), Height: float64(p.Height), Unit: render.Pixel}
	s := o.Twin(catalog.TwinOptions{Base: g.origin, Formats: []string{"svg"}, Drawing: sized}).Snippets
	return s.HTML, s.Markdown
}

// wideHeight is the height in CSS pixels from which a picture in landscape
// gets a card of double width; lower ones, such as logos, need no more room.
const wideHeight = 400

// size says how large a design is.
func (g *guide) size(d *catalog.Design) string {
	w, h, unit := d.Styles[0].Width(), d.Styles[0].Height(), "mm"
	if d.For == catalog.ForScreen {
		w, h, unit = w/render.Pixel, h/render.Pixel, "px"
	}
	number := func(v float64) string { return strconv.FormatFloat(math.Round(v), 'f', -1, 64) }
	return number(w) + " × " + number(h) + "\u00a0" + unit
}

// awards shows the newest awards of the registry.
func (g *guide) awards() []awardCard {
	badge := g.pack.Design("badge")
	if badge == nil {
		return nil
	}
	holders := g.site.catalog.Holders(g.pack.ID)
	slices.SortStableFunc(holders, func(a, b *catalog.Holder) int {
		return cmp.Or(cmp.Compare(b.Newest().Edition, a.Newest().Edition), cmp.Compare(a.Newest().Name, b.Newest().Name))
	})
	var cards []awardCard
	for _, h := range holders[:min(len(holders), shownAwards)] {
		at := "/" + g.pack.ID + "/holders/" + h.ID + "/" + catalog.Latest + "/"
		c := awardCard{picture: g.picture(g.canonical(at + badge.ID + ".svg")), Holder: h.Newest().Name}
		for _, d := range g.designs() {
			if d == badge {
				continue
			}
			c.Formats = append(c.Formats, link{g.canonical(at + d.ID + ".svg"), g.text(d.Name)})
		}
		cards = append(cards, c)
	}
	return cards
}

// options explains the parameters of addresses.
func (g *guide) options() []option {
	var all []option
	for _, o := range catalog.Options() {
		fr, en := o.Allowed()
		values := phrase{fr, en}.in(g.Lang)
		if known := g.values(o.Name); len(known) > 0 {
			values = strings.Join(known, ", ")
		}
		all = append(all, option{Name: o.Name, Values: values, Effect: phrase{o.Fr, o.En}.in(g.Lang)})
	}
	return all
}

// values returns what the label offers for an option that each label has its
// own values for.
func (g *guide) values(name string) []string {
	var all []string
	add := func(v string) {
		if v != "" && !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	switch name {
	case "lang":
		return g.pack.Languages
	case "variant":
		for _, v := range g.pack.Variants {
			add(v.ID)
		}
	case "style":
		for _, d := range g.designs() {
			for _, s := range d.Styles {
				add(s.ID)
			}
		}
	case "material":
		for _, d := range g.designs() {
			for _, m := range d.Materials {
				add(m)
			}
		}
	}
	return all
}
