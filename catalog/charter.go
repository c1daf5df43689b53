package catalog

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"panonceau/render"
	"panonceau/render/charter"
	"panonceau/render/text"
)

// A charterPage is what the charter of a label shows.
type charterPage struct {
	logo, mark *Design // nil: none
	clear      float64 // free space around the logo, in heights of it; 0: not told
}

// charterFormats are those that a charter comes in: nobody cuts or engraves it.
var charterFormats = []string{"svg", "png", "jpg", "pdf"}

// maxClear bounds the free space around a logo, in heights of it.
const maxClear = 2

// CharterFormats returns the formats that a charter comes in.
func CharterFormats() []string { return slices.Clone(charterFormats) }

// charterPage reads the table charter. Without it the logo and the mark are the
// designs that are called so or else the first one, and no free space is told.
func (r *packReader) charterPage(from *charterFile) {
	find := func(key, id string) *Design {
		d := r.Pack.Design(cmp.Or(id, key))
		switch {
		case d != nil && d.Orderable():
			return d
		case id != "":
			r.fail("charter."+key, "%s is no design that can be asked for", quote(id))
			return nil
		}
		i := slices.IndexFunc(r.Designs, (*Design).Orderable)
		if i < 0 {
			return nil
		}
		return r.Designs[i]
	}
	r.page = charterPage{logo: find("logo", from.Logo), mark: find("mark", from.Mark), clear: from.Clear}
	if !(from.Clear >= 0 && from.Clear <= maxClear) {
		r.fail("charter.clear", "%g heights of the logo; want 0 to %d", from.Clear, maxClear)
	}
}

// charterSheet makes the charter of the label. It is an A3 sheet, whatever its
// format.
func (v *resolver) charterSheet() error {
	const w, h = 420, 297
	r := &v.Request
	for i := range options {
		o := &options[i]
		if *o.value(r) != "" && !slices.Contains([]string{"lang", "width", "scale", "dpi", "profile", "v", "download"}, o.Name) {
			return fault(ErrInvalid, o.Name, "%s : sans effet sur une charte", "%s: means nothing for a charter", o.Name)
		}
	}
	if r.Ext != extJSON && !slices.Contains(charterFormats, r.Ext) {
		return fault(ErrInvalid, "format", "format : %s n’est pas admis ; attendu : %s",
			"format: %s is not allowed; expected: %s", r.Ext, oneOf(charterFormats))
	}
	if err := v.raster(w, h); err != nil {
		return err
	}
	v.State = StateOK
	v.addresses()
	c := v.charterOf()
	v.Charter = c
	v.Title = text.Typeset(v.Lang, v.Label.Name(v.Lang)+" – "+charter.Title(v.Lang))
	v.Alt = v.Title
	v.Spec = &render.Spec{Lang: v.Lang, Title: v.Title, Fonts: v.Label.fonts, Meta: render.Meta{
		URL: c.Address, Label: v.Label.Name(v.Lang), Issuer: v.Label.Issuer, License: v.Label.License, Notice: v.Label.Notice[v.Lang],
	}}
	v.Key = v.key()
	return nil
}

// charterOf gathers what the charter tells.
func (v *resolver) charterOf() *charter.Charter {
	p := v.Label
	c := &charter.Charter{Lang: v.Lang, Label: p.Name(v.Lang), Clear: p.page.clear}
	if v.catalog.base != "" {
		c.Address = v.catalog.base + v.Permanent
	}
	var terms []string
	for _, t := range []string{p.Issuer, p.Notice[v.Lang], p.License} {
		if t != "" {
			terms = append(terms, t)
		}
	}
	c.Terms = strings.Join(terms, " · ")
	newest := p.Editions[len(p.Editions)-1]
	top := newest.Scale.Levels[len(newest.Scale.Levels)-1]
	if logo := p.page.logo; logo != nil {
		c.Logo = v.sample(logo, newest, top, "", "")
		c.Versions = v.versions(logo, newest, top)
		c.Wrong = v.wrong(c.Logo)
	}
	for _, d := range p.Designs {
		if d.Orderable() && (d.MinPx > 0 || d.MinMM > 0) {
			c.Minimums = append(c.Minimums, charter.Minimum{Name: d.Name[v.Lang], Px: d.MinPx, MM: d.MinMM})
		}
	}
	c.Scales = v.charterScales()
	for i, k := range p.Inks {
		c.Inks = append(c.Inks, charter.Ink{Name: p.inkNames[i][v.Lang], Ink: k})
	}
	c.Rules = v.charterRules()
	return c
}

// sample returns a picture of a level of nobody, or nil if the label refuses it.
func (v *resolver) sample(d *Design, e *Edition, l *Level, variant, name string) *charter.Sample {
	o, err := v.catalog.Resolve(Request{Label: v.Label.ID, Edition: e.ID, Level: l.ID, Design: d.ID, Ext: "svg",
		Lang: v.Request.Lang, Variant: variant})
	if err != nil || !o.State.OK() {
		return nil
	}
	return &charter.Sample{Name: name, Spec: o.Spec}
}

// versions returns the logo in every variant, on the first ground that it is
// made for.
func (v *resolver) versions(logo *Design, e *Edition, l *Level) []charter.Sample {
	var all []charter.Sample
	for _, id := range logo.Variants {
		variant := v.Label.Variant(id)
		s := v.sample(logo, e, l, id, variant.Name[v.Lang])
		if s == nil {
			continue
		}
		if len(variant.Grounds) > 0 {
			s.Ground = variant.Grounds[0].Ink
		}
		all = append(all, *s)
	}
	return all
}

// charterScales returns the marks of the levels of every scale, oldest first.
func (v *resolver) charterScales() []charter.Scale {
	mark := v.Label.page.mark
	if mark == nil {
		return nil
	}
	var all []charter.Scale
	for _, k := range v.Label.Scales {
		i := slices.IndexFunc(v.Label.Editions, func(e *Edition) bool { return slices.Contains(e.Scales, k) })
		if i < 0 {
			continue
		}
		e := v.Label.Editions[i]
		scale := charter.Scale{Name: k.Name[v.Lang]}
		for _, l := range k.Levels {
			if s := v.sample(mark, e, l, "", cmp.Or(v.Label.Text(e, l, "level", v.Lang), l.Name[v.Lang])); s != nil {
				scale.Levels = append(scale.Levels, *s)
			}
		}
		all = append(all, scale)
	}
	return all
}

// foreign is an ink that no label has.
var foreign = &render.Ink{Name: "charter-foreign", RGB: render.RGB{R: 0xB0, G: 0x3A, B: 0x9E}, CMYK: [4]float64{30, 85, 0, 0}}

// wrong returns drawings of the logo that nobody may make: in other colours,
// and on a ground on which it can hardly be read.
func (v *resolver) wrong(logo *charter.Sample) []charter.Sample {
	if logo == nil {
		return nil
	}
	recoloured := *logo.Spec
	recoloured.Palette = []render.Swap{{From: "*", To: foreign}}
	ground := v.Label.midtone()
	words := [2]string{"Change the colours", "Use a ground that hides it"}
	if isFrench(v.Lang) {
		words = [2]string{"Changer les couleurs", "Choisir un fond qui le cache"}
	}
	all := []charter.Sample{{Name: words[0], Spec: &recoloured}}
	if ground != nil {
		all = append(all, charter.Sample{Name: words[1], Spec: logo.Spec, Ground: ground})
	}
	return all
}

// midtone returns the ink that contrasts as little with white as with black.
func (p *Pack) midtone() *render.Ink {
	var best *render.Ink
	worst := math.Inf(1)
	for _, k := range p.Inks {
		c := max(contrast(k.RGB, render.RGB{}), contrast(k.RGB, render.RGB{R: 255, G: 255, B: 255}))
		if c < worst {
			best, worst = k, c
		}
	}
	return best
}

// charterRules returns what the label refuses, and why.
func (v *resolver) charterRules() []string {
	var all []string
	colon := ": "
	if isFrench(v.Lang) {
		colon = " : "
	}
	for i := range v.Label.rules {
		r := &v.Label.rules[i]
		all = append(all, text.Typeset(v.Lang, v.combination(r)+colon+r.reason[v.Lang]))
	}
	return all
}

// combination names what a rule refuses together.
func (v *resolver) combination(r *rule) string {
	p := v.Label
	and := " or "
	if isFrench(v.Lang) {
		and = " ou "
	}
	var parts []string
	add := func(ids []string, name func(id string) string) {
		var names []string
		for _, id := range ids {
			if n := name(id); !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		if len(names) > 0 {
			parts = append(parts, strings.Join(names, and))
		}
	}
	add(r.design, func(id string) string { return p.Design(id).Name[v.Lang] })
	add(r.variant, func(id string) string { return p.Variant(id).Name[v.Lang] })
	add(r.level, func(id string) string {
		for _, l := range p.levels {
			if l.ID == id {
				return l.Name[v.Lang]
			}
		}
		return id
	})
	for _, o := range []struct {
		name string
		ids  []string
	}{{"theme", r.theme}, {"hide", r.hide}, {"ground", r.ground}} {
		if len(o.ids) > 0 {
			parts = append(parts, o.name+"="+strings.Join(o.ids, and))
		}
	}
	return strings.Join(parts, " + ")
}
