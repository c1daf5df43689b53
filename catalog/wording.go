package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"panonceau/render"
	"panonceau/render/text"
)

// A layer is the texts of one place of label.toml: for each key and language,
// the forms, the longest first. The language "" stands for all.
type layer map[string]map[string][]string

// requestKeys are the words whose values come from the request; packs cannot
// define them. Those of editionKeys come from the edition and the level.
var (
	requestKeys = []string{"holder", "holder2", "holder-of", "holder-noun", "mentions", "mention-count", "url", "code", "proof-url", "state", "state-detail"}
	editionKeys = []string{"edition", "date", "until", "level-name", "rank", "steps", "scale-name"}
)

// mentionsCount is the text that takes the place of mentions where their names
// do not fit: "5 mentions spéciales".
const mentionsCount = "mentions-count"

// neededKeys are the texts every pack has.
var neededKeys = []string{"label", "title", "award", "level"}

// A wording is every text of one level of one edition in one language: those
// that are always the same, and those that depend on the request.
type wording struct {
	lang  string
	fixed []render.Field
	open  []sentence
}

// A sentence is a text that depends on the request, in all its forms.
type sentence struct {
	key   string
	lang  string // of the words; not that of the picture where it has none
	forms []template
}

// A writer makes a wording from layers, the most specific first.
type writer struct {
	lang, fallback string
	layers         []layer
	known          map[string]string // values of editionKeys; absent: not known
	all            map[string]bool   // every key that some level or edition has
	asked          []string          // keys whose values come from the request
	depth          int
}

// wording writes down every text of the layers. A text that quotes an absent
// one is left out.
func (w *writer) wording() (*wording, error) {
	out := &wording{lang: w.lang}
	for _, key := range w.keys() {
		forms, lang, err := w.forms(key)
		if err != nil {
			return nil, err
		}
		if len(forms) == 0 {
			continue
		}
		said := sentence{key, lang, forms}
		if slices.ContainsFunc(forms, template.isOpen) {
			out.open = append(out.open, said)
			continue
		}
		f, _ := said.field(w.lang, nil)
		out.fixed = append(out.fixed, f)
	}
	return out, nil
}

// keys returns the names of all texts, sorted.
func (w *writer) keys() []string {
	seen := make(map[string]bool)
	for _, l := range w.layers {
		for k := range l {
			seen[k] = true
		}
	}
	for k := range w.known {
		seen[k] = true
	}
	keys := make([]string, 0, len(seen))
	for k := range seen {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// forms returns the forms of a text with all it quotes put in, or none if
// something is absent, and the language they are in. Each form stands alone: a
// short one may be there although the long one quotes what is absent.
func (w *writer) forms(key string) ([]template, string, error) {
	if v, ok := w.known[key]; ok {
		return []template{{{literal: v}}}, w.lang, nil
	}
	raw, lang := w.find(key)
	var out []template
	for _, s := range raw {
		t, err := parseTemplate(s)
		if err != nil {
			return nil, "", fmt.Errorf("text %q: %w", key, err)
		}
		t, ok, err := w.quote(t, lang)
		if err != nil {
			return nil, "", fmt.Errorf("text %q: %w", key, err)
		}
		if ok {
			out = append(out, t)
		}
	}
	return out, lang, nil
}

// find returns the raw forms of a text from the most specific layer, and their
// language.
func (w *writer) find(key string) ([]string, string) {
	for _, l := range w.layers {
		for _, lang := range []string{w.lang, "", w.fallback} {
			if forms := l[key][lang]; len(forms) > 0 {
				return forms, cmp.Or(lang, w.lang)
			}
		}
	}
	return nil, ""
}

// quote replaces the words of t by the texts they name. It reports false if
// one is absent.
func (w *writer) quote(t template, lang string) (template, bool, error) {
	if w.depth++; w.depth > maxTextDepth {
		return nil, false, fmt.Errorf("texts quote each other more than %d deep", maxTextDepth)
	}
	defer func() { w.depth-- }()
	var out template
	for _, s := range t.in(lang) {
		if s.key == "" || slices.Contains(w.asked, s.key) {
			out = append(out, s)
			continue
		}
		if !w.all[s.key] {
			return nil, false, fmt.Errorf("{%s} is no text of the pack", s.key)
		}
		forms, _, err := w.forms(s.key)
		if err != nil || len(forms) == 0 {
			return nil, false, err
		}
		if len(forms) > 1 && forms[0].isOpen() {
			out = append(out, segment{forms: forms})
			continue
		}
		out = append(out, forms[0]...)
	}
	return out, true, nil
}

// fields returns every text of a picture.
func (w *wording) fields(v *values) []render.Field {
	out := make([]render.Field, len(w.fixed), len(w.fixed)+len(w.open)+len(requestKeys))
	copy(out, w.fixed)
	for i := range w.open {
		if f, ok := w.open[i].field(w.lang, v); ok {
			out = append(out, f)
		}
	}
	for _, k := range requestKeys {
		if s := v.get(k); s != "" {
			out = append(out, render.Field{Key: k, Text: s})
		}
	}
	out = append(out, v.standings...)
	if v.lang2 != "" && v.holder2 != "" {
		out = append(out, render.Field{Key: holderIn + v.lang2, Text: v.holder2, Lang: v.lang2})
	}
	for i := range out {
		switch out[i].Key {
		case "holder":
			out[i].Short = v.short
		case "holder2":
			out[i].Lang = v.lang2
		case "mentions":
			if count := find(out, mentionsCount); count != "" {
				out[i].Short = []string{count}
			}
		}
	}
	return out
}

// field fills in a sentence for a picture in a language; the forms that lack
// a value are left out.
func (s *sentence) field(lang string, v *values) (render.Field, bool) {
	f := render.Field{Key: s.key}
	if s.lang != lang {
		f.Lang = s.lang
	}
	for _, t := range s.forms {
		filled := t.fill(v)
		if filled == "" {
			continue
		}
		filled = text.Typeset(s.lang, filled)
		if f.Text == "" {
			f.Text = filled
		} else {
			f.Short = append(f.Short, filled)
		}
	}
	return f, f.Text != ""
}

// state returns the words for a state: those of the text state-CODE in the
// language of the picture, if the pack has one, or ours.
func (w *wording) state(s State) string { return w.own("state-"+s.Code, s.In(w.lang)) }

// own returns a text that the pack has in the language of the picture, or def.
func (w *wording) own(key, def string) string {
	for _, f := range w.fixed {
		if f.Key == key && f.Lang == "" {
			return f.Text
		}
	}
	return def
}

// find returns the text of the first key that has one.
func find(fields []render.Field, keys ...string) string {
	for _, k := range keys {
		for i := range fields {
			if fields[i].Key == k {
				return fields[i].Text
			}
		}
	}
	return ""
}
