package catalog

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"panonceau/outlines"
	"panonceau/render"
	"panonceau/render/atlas"
	"panonceau/render/geo"
	"panonceau/render/text"
)

// mapWord stands for a design in the address of a map.
const mapWord = "map"

// france is the outline that maps are drawn on where it suits.
var france = sync.OnceValues(func() (*geo.Outline, error) { return geo.ReadFrance(outlines.France) })

// mapFormats and mapOptions are what a map can be asked as and with.
var (
	mapFormats = []string{"svg", "png", "jpg", "pdf"}
	mapOptions = []string{"theme", "lang", "width", "scale", "dpi", "bleed", "marks", "profile", "v", "download"}
)

// isMap reports whether r is the address of a map.
func (r *Request) isMap() bool { return r.Design == mapWord && r.Level == "" && r.Holder == "" }

// atlas makes the map of an edition, or of the newest award of each holder.
func (v *resolver) atlas() error {
	if err := v.checkMap(); err != nil {
		return err
	}
	v.Latest = v.Request.Edition == Latest
	if v.Edition = v.Label.Edition(v.Request.Edition); v.Edition == nil && !v.Latest {
		return v.missing(StateUnknownEdition, v.Request.Edition)
	}
	outline, err := france()
	if err != nil {
		return err
	}
	snapshot, until := v.catalog.Snapshot(v.Label.ID)
	v.ends(until)
	v.addresses()
	m := &atlas.Map{Lang: v.Lang, Outline: outline, Inks: v.mapInks(), Sources: v.mapSources(),
		Label: v.Label.Name(v.Lang), Title: v.mapTitle()}
	v.fillMap(m, v.mapAwards())
	v.Map, v.State = m, StateOK
	v.Title = text.Typeset(v.Lang, v.mapWords("Carte : ", "Map: ")+m.Label+", "+lowerFirst(m.Title))
	m.Name, m.Meta = v.Title, v.mapMeta()
	v.Alt = v.Title + ". " + m.Describe()
	v.Spec = &render.Spec{Title: v.Title, Lang: v.Lang, Fonts: v.Label.fonts, Meta: m.Meta}
	v.Detail = snapshot // for the key
	v.Key = v.key()
	v.Detail = ""
	return nil
}

func (v *resolver) mapMeta() render.Meta {
	p := v.Label
	m := render.Meta{Label: p.Name(v.Lang), Issuer: p.Issuer, License: p.License, Notice: p.Notice[v.Lang]}
	if v.Edition != nil {
		m.Edition = v.Edition.ID
	}
	if v.catalog.base != "" {
		m.URL = v.catalog.base + v.Permanent
	}
	return m
}

// checkMap checks what is asked of a map, and how many pixels it has.
func (v *resolver) checkMap() error {
	r := &v.Request
	if r.Ext != extJSON && !slices.Contains(mapFormats, r.Ext) {
		return notOffered("format", r.Ext, mapFormats)
	}
	for i := range options {
		if o := &options[i]; *o.value(r) != "" && !slices.Contains(mapOptions, o.Name) {
			return fault(ErrInvalid, o.Name, "%s : sans effet sur une carte", "%s: means nothing for a map", o.Name)
		}
	}
	if v.theme = cmp.Or(r.Theme, themeLight); v.theme != themeLight && v.Label.palette(v.Label.Variants[0].ID, v.theme).theme != v.theme {
		return notOffered("theme", r.Theme, nil)
	}
	v.variant = v.Label.Variants[0].ID
	v.printing()
	return v.raster(atlas.Width*render.Pixel, atlas.Height*render.Pixel)
}

// mapWords returns French words or, for all other languages, English ones.
func (v *resolver) mapWords(fr, en string) string {
	if isFrench(v.Lang) {
		return fr
	}
	return en
}

func (v *resolver) mapTitle() string {
	if v.Latest {
		return v.mapWords("Attributions en vigueur", "Awards in force")
	}
	return v.mapWords("Édition "+v.Edition.ID, "Edition "+v.Edition.ID)
}

// mapSources says where the awards are from, and that they are not official if
// the pack does.
func (v *resolver) mapSources() []string {
	p := v.Label
	var lines []string
	if p.Site != "" {
		site := strings.TrimSuffix(withoutScheme(p.Site), "/")
		lines = append(lines, v.mapWords("Source : registre du label, ", "Source: register of the label, ")+site)
	}
	if n := p.Notice[v.Lang]; n != "" {
		lines = append(lines, upperFirst(n))
	}
	return lines
}

func withoutScheme(url string) string {
	_, rest, found := strings.Cut(url, "://")
	if !found {
		return url
	}
	return rest
}

// mapAwards returns what is on the map, the highest levels first. Awards that
// were taken back are not; those of an edition that has ended are.
func (v *resolver) mapAwards() []*Award {
	var all []*Award
	for _, h := range v.catalog.Holders(v.Label.ID) {
		a := h.Award(v.Request.Edition)
		if v.Latest {
			a = v.catalog.Current(h)
		}
		if a == nil {
			continue
		}
		if s := v.catalog.StateOf(a); s == StateOK || s == StateExpired && !v.Latest {
			all = append(all, a)
		}
	}
	level := func(a *Award) *Level { return v.Label.Edition(a.Edition).Level(a.Level) }
	slices.SortStableFunc(all, func(a, b *Award) int {
		x, y := level(a), level(b)
		return y.Rank*len(x.Scale.Levels) - x.Rank*len(y.Scale.Levels)
	})
	return all
}

// fillMap adds the levels and the awards.
func (v *resolver) fillMap(m *atlas.Map, awards []*Award) {
	group := make(map[*Scale]int)
	for i := len(v.Label.Scales) - 1; i >= 0; i-- { // the newest first
		s := v.Label.Scales[i]
		used := v.Edition != nil && slices.Contains(v.Edition.Scales, s)
		for _, a := range awards {
			used = used || v.Label.LevelsOf(a)[0].Scale == s
		}
		if used {
			group[s] = len(m.Groups)
			m.Groups = append(m.Groups, v.mapGroup(s))
		}
	}
	if len(m.Groups) == 1 {
		m.Groups[0].Title = ""
	}
	for _, a := range awards {
		e := v.Label.Edition(a.Edition)
		p := atlas.Place{Name: text.Typeset(v.Lang, a.Name), Group: group[e.Level(a.Level).Scale], Level: e.Level(a.Level).Rank - 1}
		for _, short := range a.Short {
			p.Short = append(p.Short, text.Typeset(v.Lang, short))
		}
		if at := a.Holder.Place; at != nil {
			p.At = &geo.Point{Lon: at.Lon, Lat: at.Lat}
		}
		m.Places = append(m.Places, p)
	}
}

// mapGroup returns the levels of a scale.
func (v *resolver) mapGroup(s *Scale) atlas.Group {
	var first, last *Edition
	for _, e := range v.Label.Editions {
		if slices.Contains(e.Scales, s) {
			first, last = cmp.Or(first, e), e
		}
	}
	g := atlas.Group{Title: v.mapWords("Éditions ", "Editions ") + first.ID + v.mapWords(" à ", " to ") + last.ID}
	if first == last {
		g.Title = v.mapWords("Édition ", "Edition ") + last.ID
	}
	e, q := cmp.Or(v.Edition, last), v.Label.palette(v.variant, v.theme)
	for _, l := range s.Levels {
		name := cmp.Or(v.Label.Text(e, l, "level", v.Lang), l.Name[v.Lang])
		g.Levels = append(g.Levels, atlas.Level{Name: upperFirst(name), Mark: v.mapMark(e, l), Ink: q.ink(l.Ink), On: q.ink(q.on[l.index].ink)})
	}
	return g
}

// mapMark returns the mark of a level as the charter shows it, or nil if it is
// not about as wide as high.
func (v *resolver) mapMark(e *Edition, l *Level) *render.Spec {
	d := v.Label.page.mark
	if d == nil || max(d.Styles[0].Width(), d.Styles[0].Height()) > 1.25*min(d.Styles[0].Width(), d.Styles[0].Height()) {
		return nil
	}
	r := Request{Label: v.Label.ID, Edition: e.ID, Level: l.ID, Design: d.ID, Ext: "svg", Lang: v.Request.Lang}
	if slices.Contains(d.Themes, v.theme) {
		r.Theme = v.Request.Theme
	}
	o, err := v.catalog.Resolve(r)
	if err != nil || !o.State.OK() {
		return nil
	}
	return o.Spec
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
