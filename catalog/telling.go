package catalog

import (
	"slices"
	"strconv"

	"panonceau/render"
)

// A telling is what the texts of a picture are about.
type telling struct {
	edition *Edition // nil: not known
	level   *Level   // nil: not known
	kind    *Kind    // of holder, with texts of its own; nil: none

	noEdition, noLevel bool // is not told
}

// wording returns the texts of a picture in the language with an index.
func (p *Pack) wording(t telling, lang int) *wording {
	if t.kind != nil && t.kind.text == nil {
		t.kind = nil
	}
	if w := p.words[t]; w != nil {
		return w[lang]
	}
	w, err := p.write(t, lang)
	if err != nil { // what is hidden quotes less than what was checked
		return p.words[telling{}][lang]
	}
	return w
}

// write writes down the texts of a picture.
func (p *Pack) write(t telling, lang int) (*wording, error) {
	w := &writer{lang: p.Languages[lang], fallback: p.Languages[0], all: p.textKeys,
		asked: p.askedKeys(), known: make(map[string]string)}
	add := func(layers ...layer) { w.layers = append(w.layers, layers...) }
	e, l := t.edition, t.level
	if t.kind != nil {
		add(t.kind.text)
	}
	if e != nil && l != nil && !t.noLevel {
		add(e.levels[l.ID])
	}
	if e != nil {
		add(e.text)
		p.tellEdition(w, t)
	}
	if l != nil && !t.noLevel {
		add(l.text)
		w.known["level-name"] = l.Name[w.lang]
		w.known["rank"] = strconv.Itoa(l.Rank)
		w.known["scale-name"] = l.Scale.Name[w.lang]
	}
	if s := t.scale(); s != nil {
		add(s.text)
		w.known["steps"] = strconv.Itoa(len(s.Levels))
	}
	add(p.text)
	return w.wording()
}

// tellEdition adds what the edition says of itself.
func (p *Pack) tellEdition(w *writer, t telling) {
	if t.noEdition {
		return
	}
	w.known["edition"] = t.edition.ID
	if d := t.edition.Date; d != "" {
		w.known["date"] = DayInWords(w.lang, d)
	}
	if d := t.edition.Until; d != "" {
		w.known["until"] = DayInWords(w.lang, d)
	}
}

// scale returns the scale that a telling counts on, or nil.
func (t telling) scale() *Scale {
	switch {
	case t.level != nil:
		return t.level.Scale
	case t.edition != nil:
		return t.edition.Scale
	}
	return nil
}

// standingWords are the texts that an award has for each of the scales of its
// edition, where those are several: level-name-climat is the level-name of its
// level on the scale climat.
var standingWords = []string{"level", "level-name", "rank", "steps", "scale-name"}

// standingKeys returns the keys of the texts of parallel scales.
func (p *Pack) standingKeys() []string {
	var keys []string
	for _, s := range p.parallel {
		for _, word := range standingWords {
			keys = append(keys, word+"-"+s.ID)
		}
	}
	return keys
}

// standings returns the texts of the levels of an award, and how it stands on
// each scale of its edition; none if the label never counts on several.
func (v *resolver) standings(t telling) (texts []render.Field, all []render.Standing) {
	if !slices.Contains(v.Label.parallel, v.Edition.Scale) {
		return nil, nil
	}
	q := v.Label.palette(v.variant, v.theme)
	var levels []*Level
	for _, s := range v.Edition.Scales {
		l := v.levelOn(s)
		if l == nil || t.noLevel {
			all = append(all, v.neutral(s, q))
			continue
		}
		levels = append(levels, l)
		all = append(all, l.standing(q))
	}
	return v.Label.standingTexts(t, levels, v.lang), all
}

// askedKeys returns the keys of all texts whose values come from the request.
func (p *Pack) askedKeys() []string {
	keys := slices.Concat(requestKeys, p.standingKeys())
	for _, lang := range p.Languages {
		keys = append(keys, holderIn+lang)
	}
	return keys
}

// holderIn begins the keys of the second name of a holder where it is in a
// given language: holder-oc.
const holderIn = "holder-"

// standing returns what artwork is told of a level.
func (l *Level) standing(q *palette) render.Standing {
	return render.Standing{Scale: l.Scale.ID, Rank: l.Rank, Steps: len(l.Scale.Levels), Ramp: l.Ramp,
		Unlit: l.Scale.Unlit, Level: l.Ink, OnLvl: q.on[l.index].ink}
}

// neutral returns what artwork is told of a scale where no level is known or
// told: all its steps look the same.
func (v *resolver) neutral(s *Scale, q *palette) render.Standing {
	n := s.Levels[0].standing(q)
	n.Rank = 0
	if k := v.Label.neutral; k != nil && v.hides(hideLevel) {
		n.Unlit, n.Level, n.OnLvl = k, k, q.textOn(k, v.Label.textInks).ink
	}
	return n
}

// levelOn returns the level that is known on a scale, or nil.
func (v *resolver) levelOn(s *Scale) *Level {
	if v.Level.Scale == s {
		return v.Level
	}
	if v.Award == nil {
		return nil
	}
	for _, id := range v.Award.Levels {
		if l := s.Level(id); l != nil {
			return l
		}
	}
	return nil
}
