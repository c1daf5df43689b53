package catalog

import (
	"cmp"
	"slices"
	"strings"

	"panonceau/render"
)

// Text returns a text of the pack as it is for a level of an edition, either
// of which may be nil. It is empty if it needs what is not given.
func (p *Pack) Text(e *Edition, l *Level, key, lang string) string {
	var levels []*Level
	if l != nil {
		levels = append(levels, l)
	}
	return p.textOf(telling{edition: e, level: l}, levels, key, lang)
}

// AwardText returns a text of the pack as it is for an award, with the words for
// its kind of holder and its level on each scale, but not its name. It is empty
// if it needs what is not given.
func (p *Pack) AwardText(a *Award, key, lang string) string {
	e, levels := p.Edition(a.Edition), p.LevelsOf(a)
	return p.textOf(telling{edition: e, level: levels[0], kind: p.Kind(a.Holder.Kind)}, levels, key, lang)
}

// LevelsOf returns the levels of an award, one of each scale at most.
func (p *Pack) LevelsOf(a *Award) []*Level {
	e := p.Edition(a.Edition)
	var levels []*Level
	for _, id := range a.Levels {
		levels = append(levels, e.Level(id))
	}
	return levels
}

// LevelsIn tells the levels of an award as texts do: "3 vagues · 2 gouttes".
func (p *Pack) LevelsIn(a *Award, lang string) string {
	var words []string
	for _, l := range p.LevelsOf(a) {
		words = append(words, cmp.Or(p.Text(p.Edition(a.Edition), l, "level", lang), l.Name[lang]))
	}
	return strings.Join(words, " · ")
}

func (p *Pack) textOf(t telling, levels []*Level, key, lang string) string {
	i := max(p.lang(lang), 0)
	w := p.wording(t, i)
	if said := find(w.fixed, key); said != "" {
		return said
	}
	for n := range w.open {
		if s := &w.open[n]; s.key == key {
			f, _ := s.field(w.lang, &values{standings: p.standingTexts(t, levels, i)})
			return f.Text
		}
	}
	return ""
}

// standingTexts returns the texts of levels of an edition with several scales,
// each under the name of its scale.
func (p *Pack) standingTexts(t telling, levels []*Level, lang int) []render.Field {
	if t.edition == nil || !slices.Contains(p.parallel, t.edition.Scale) {
		return nil
	}
	var texts []render.Field
	for _, t.level = range levels {
		w := p.wording(t, lang)
		for _, word := range standingWords {
			if said := find(w.fixed, word); said != "" {
				texts = append(texts, render.Field{Key: word + "-" + t.level.Scale.ID, Text: said})
			}
		}
	}
	return texts
}
