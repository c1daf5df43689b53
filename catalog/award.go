package catalog

import (
	"cmp"
	"strconv"
	"strings"

	"panonceau/render"
	"panonceau/render/text"
)

// award makes the picture of an award, or of a level of nobody.
func (v *resolver) award() {
	p := v.Label
	lang := v.Lang
	val, kind := v.holderValues()
	t := telling{edition: v.Edition, level: v.Level, kind: p.Kind(kind)}
	v.addresses()
	if v.catalog.base != "" {
		val.url = v.catalog.base + v.Permanent
	}
	proof := v.proofURL()
	_, val.proof, _ = strings.Cut(proof, "://")
	val.code = v.shownCode()
	val.standings, _ = v.standings(t)
	fields := p.wording(t, v.lang).fields(val)

	v.Title = find(fields, "title-holder", "title")
	if v.State.isFree() {
		v.Title = cmp.Or(find(fields, "title-specimen"), StateSpecimen.In(lang)+" – "+v.Title)
	}
	v.Alt = v.Design.altText(v.style, v.lang, lang, v.Title)

	q := p.palette(v.variant, v.theme)
	if p.OnDark(v.variant) || v.theme == themeDark {
		night := p.Night()
		v.Ground = &night
	}
	art := v.style.Art
	spec := &render.Spec{
		Design: art, Parts: v.style.parts,
		Width: v.w / art.Art.Unit, Height: v.h / art.Art.Unit, Bleed: v.Print.Bleed / art.Art.Unit,
		Inks: p.Inks, Palette: q.swaps, Variants: p.pieces, Arms: v.armsArt,
		Title: v.Alt, Desc: find(fields, "desc"), Lang: lang, Fonts: p.fonts, QR: proof,
		Meta: v.meta(fields, val.url, proof),
	}
	if g := v.ground(); g != nil {
		spec.Ground = g.Ink
	}
	if v.State.isFree() {
		spec.Specimen = cmp.Or(find(fields, "specimen"), "SPECIMEN")
	}
	v.Spec = spec
	v.show(val, kind, t, q)
	if v.Request.Bake != "" {
		v.Credential = func() (string, error) { return v.catalog.credentials.Bake(v.catalog, v.Award) }
	}
	v.Key = v.key()
}

// show puts in the picture what is not hidden.
func (v *resolver) show(val *values, kind string, t telling, q *palette) {
	spec := v.Spec
	t.noEdition, t.noLevel = v.hides(hideEdition), v.hides(hideLevel)
	val = v.without(val)
	val.standings, spec.Scales = v.standings(t)
	on := v.Level.standing(q)
	if t.noLevel {
		on = v.neutral(v.Level.Scale, q)
	}
	spec.Rank, spec.Steps, spec.Ramp = on.Rank, on.Steps, on.Ramp
	spec.Unlit, spec.Level, spec.OnLvl = on.Unlit, on.Level, on.OnLvl
	spec.Fields = v.Label.wording(t, v.lang).fields(val)
	spec.Facts = v.facts(val, kind)
}

// altText returns the words for a picture of a style of d with a title, in a
// language of the pack.
func (d *Design) altText(s *Style, i int, lang, title string) string {
	alt := s.alt
	if alt == nil {
		alt = d.alt
	}
	if alt == nil {
		return title
	}
	return text.Typeset(lang, strings.ReplaceAll(alt[i].fillTitle(title), "\n", " "))
}

// holderValues returns what the texts say of the holder, and its kind.
func (v *resolver) holderValues() (*values, string) {
	val := new(values)
	lang := v.Lang
	name, tncc, kind := v.Request.Name, "", ""
	if a := v.Award; a != nil {
		name, val.holder2, tncc, kind = a.Name, a.Second, a.TNCC, v.Holder.Kind
		if n := len(a.Mentions); n > 0 {
			val.count = strconv.Itoa(n)
		}
		val.lang2 = a.SecondLang
		val.mentions = text.Typeset(lang, strings.Join(a.Mentions, " · "))
		for _, short := range a.Short {
			val.short = append(val.short, text.Typeset(lang, short))
		}
	} else {
		name, val.holder2 = splitName(name)
	}
	if name == "" {
		return val, ""
	}
	val.holder = text.Typeset(lang, name)
	val.holder2 = text.Typeset(cmp.Or(val.lang2, lang), val.holder2)
	val.of = text.Typeset("fr", ofFrench(name, tncc))
	val.noun = val.holder
	if k := v.Label.Kind(kind); k != nil {
		val.noun = cmp.Or(k.noun[v.lang].fill(val), val.holder)
	}
	return val, kind
}

// facts returns what conditions of the artwork ask, sorted by name.
func (v *resolver) facts(val *values, kind string) []render.Fact {
	yes := func(b bool) string {
		if b {
			return "yes"
		}
		return ""
	}
	edition, level, scale, steps := v.Edition.ID, strconv.Itoa(v.Level.Rank), v.Level.Scale.ID, strconv.Itoa(len(v.Level.Scale.Levels))
	if v.hides(hideEdition) {
		edition = ""
	}
	if v.hides(hideLevel) {
		level, steps = "", ""
	}
	facts := []render.Fact{
		{Name: "arms", Value: yes(v.arms != nil)},
		{Name: "bleed", Value: yes(v.Print.Bleed > 0)},
		{Name: "edition", Value: edition},
		{Name: "ground", Value: v.Request.Ground},
		{Name: "holder", Value: val.holder},
		{Name: "holder2", Value: val.holder2},
		{Name: "kind", Value: kind},
		{Name: "lang", Value: v.Lang},
		{Name: "level", Value: level},
		{Name: "material", Value: cmp.Or(v.Request.Material, cmp.Or(v.Design.Materials...))},
		{Name: "mention", Value: val.mentions},
		{Name: "qr", Value: yes(v.Spec.QR != "")},
		{Name: "scale", Value: scale},
		{Name: "specimen", Value: yes(v.State.isFree())},
		{Name: "state", Value: ""},
		{Name: "steps", Value: steps},
		{Name: "style", Value: v.style.ID},
		{Name: "theme", Value: v.theme},
		{Name: "until", Value: v.Edition.Until},
		{Name: "variant", Value: v.variant},
	}
	if val.lang2 != "" && val.holder2 != "" {
		facts = append(facts, render.Fact{Name: holderIn + val.lang2, Value: val.holder2})
	}
	for _, s := range v.Spec.Scales {
		if s.Rank > 0 {
			facts = append(facts, render.Fact{Name: "level-" + s.Scale, Value: strconv.Itoa(s.Rank)})
		}
	}
	return facts
}
