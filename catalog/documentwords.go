package catalog

import (
	"cmp"
	"strconv"
	"strings"

	"panonceau/prose"
	"panonceau/render"
	"panonceau/render/text"
)

// A Key is a word or a fact, with what it stands for.
type Key struct{ Name, En string }

// documentKeys are the words that texts have, and pictures have not.
var documentKeys = []Key{
	{"holder-the", "the holder in a sentence, as its kind says: “la Ville du Mans”, “l’ADICO”"},
	{"holder-of-the", "the same after “de” in French: “de la Ville du Mans”, “du SITIV”; as it is in other languages"},
	{"holder-to-the", "the same after “à” in French: “à la Ville du Mans”, “au SITIV”; as it is in other languages"},
	{"holder-at", "the name after “à” in French: “au Mans”, “à La Tronche”; the name in other languages"},
	{"kind-name", "the kind of the holder: “commune”"},
	{"mention-list", "the mentions in quotation marks, joined as in a sentence"},
	{"pictures", "a list of all designs with their alternative texts"},
}

// documentFacts are what conditions of texts ask.
var documentFacts = []Key{
	{"date", "the day of the ceremony, if it is known"},
	{"edition", "the edition"},
	{"holder2", "the name of the holder in a second language"},
	{"kind", "the kind of holder"},
	{"level", "the rank of the level, 1 for the lowest"},
	{"level-id", "the level"},
	{"mentions", "the number of mentions; nothing if there is none"},
	{"scale", "the scale"},
	{"steps", "the number of levels of the scale"},
	{"until", "the last day of the award, if it ends"},
	{"url", "there is a page where the award can be checked"},
}

// documentWords are the values that a document quotes and asks for.
type documentWords struct {
	fields []render.Field
	own    []render.Field
	facts  []render.Fact

	pictures func() string
}

// word returns the value of a word, or nothing.
func (w *documentWords) word(key string) prose.Value {
	if key == "pictures" {
		return prose.Value{Markdown: w.pictures()}
	}
	return prose.Value{Text: cmp.Or(find(w.own, key), find(w.fields, key))}
}

// fact returns the value of a fact, or "".
func (w *documentWords) fact(name string) string {
	for _, f := range w.facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// documentWords returns what texts say of the award.
func (v *resolver) documentWords() *documentWords {
	val, kind := v.holderValues()
	val.url, val.code = v.proofURL(), v.shownCode()
	_, val.proof, _ = strings.Cut(val.url, "://")
	t := telling{edition: v.Edition, level: v.Level, kind: v.Label.Kind(kind)}
	val.standings, _ = v.standings(t)
	w := &documentWords{fields: v.Label.wording(t, v.lang).fields(val), pictures: v.pictureList}
	the := v.holderThe(val)
	of, to, at := the, the, val.holder
	if isFrench(v.Lang) {
		of, to, at = text.Typeset(v.Lang, withDe(the)), withA(the), withA(val.holder)
	}
	date := find(w.fields, "date")
	w.own = []render.Field{
		{Key: "holder-the", Text: the}, {Key: "holder-of-the", Text: of}, {Key: "holder-to-the", Text: to},
		{Key: "holder-at", Text: at}, {Key: "mention-list", Text: v.mentionList()},
	}
	if k := v.Label.Kind(kind); k != nil {
		w.own = append(w.own, render.Field{Key: "kind-name", Text: k.Name[v.Lang]})
	}
	w.facts = []render.Fact{
		{Name: "date", Value: date}, {Name: "until", Value: v.Edition.Until}, {Name: "edition", Value: v.Edition.ID}, {Name: "holder2", Value: val.holder2},
		{Name: "kind", Value: kind}, {Name: "level", Value: strconv.Itoa(v.Level.Rank)}, {Name: "level-id", Value: v.Level.ID},
		{Name: "mentions", Value: val.count}, {Name: "scale", Value: v.Level.Scale.ID},
		{Name: "steps", Value: strconv.Itoa(len(v.Level.Scale.Levels))}, {Name: "url", Value: val.url},
	}
	return w
}

// holderThe returns how a sentence calls the holder.
func (v *resolver) holderThe(val *values) string {
	if k := v.Label.Kind(v.Holder.Kind); k != nil && k.the != nil {
		return text.Typeset(v.Lang, cmp.Or(k.the[v.lang].fill(val), val.holder))
	}
	if isFrench(v.Lang) {
		return text.Typeset(v.Lang, theFrench(v.Award.Name, v.Award.TNCC))
	}
	return val.holder
}

// mentionList joins the mentions as a sentence does.
func (v *resolver) mentionList() string {
	return text.Typeset(v.Lang, listOf(v.Lang, v.Award.Mentions))
}

// pictureList returns the designs with their alternative texts, as a list in
// Markdown; those that share one are together.
func (v *resolver) pictureList() string {
	names := make(map[string]string)
	var alts []string
	for _, d := range v.Label.Designs {
		if !d.Orderable() {
			continue
		}
		alt, name := d.altText(&d.Styles[0], v.lang, v.Lang, v.Title), d.Name[v.Lang]
		if names[alt] == "" {
			alts = append(alts, alt)
			names[alt] = name
		} else {
			names[alt] += ", " + name
		}
	}
	colon := ": "
	if isFrench(v.Lang) {
		colon = "\u00a0: "
	}
	var b strings.Builder
	for _, alt := range alts {
		b.WriteString("- **" + prose.Escape(names[alt], false) + "**" + colon + prose.Escape(alt, false) + "\n")
	}
	return b.String()
}
