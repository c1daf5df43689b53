package catalog

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

func (r *packReader) kinds(from []kindFile) {
	r.unique("kind", len(from), func(i int) string { return from[i].ID })
	for i := range from {
		at := "kind." + strconv.Itoa(i)
		k := &Kind{ID: from[i].ID, Name: r.texts(at+".name", from[i].Name, from[i].ID)}
		k.noun = r.nouns(at+".noun", from[i].Noun)
		if from[i].Text != nil {
			k.text = r.layer(at+".text", from[i].Text)
		}
		if from[i].The != nil {
			k.the = r.nouns(at+".the", from[i].The)
		}
		r.Kinds = append(r.Kinds, k)
	}
}

// nouns reads how titles call holders of a kind, in every language.
func (r *packReader) nouns(path string, v words) []template {
	w := &writer{fallback: r.Languages[0], layers: []layer{{"noun": r.forms(path, v)}}}
	var out []template
	for _, w.lang = range r.Languages {
		forms, lang := w.find("noun")
		if len(forms) == 0 {
			forms = []string{"{holder}"}
		}
		t, err := parseTemplate(forms[0])
		if err != nil {
			r.fail(path, "%v", err)
		}
		for _, s := range t {
			if s.key != "" && s.key != "holder" && s.key != "holder-of" {
				r.fail(path, "{%s}: a noun can quote {holder} and {holder-of}", s.key)
			}
		}
		out = append(out, t.in(lang))
	}
	return out
}

// wordings writes down the texts of every level of every edition, for every
// kind of holder.
func (r *packReader) wordings() {
	r.textKeys = make(map[string]bool)
	for _, k := range slices.Concat(r.askedKeys(), editionKeys) {
		r.textKeys[k] = true
	}
	for _, l := range r.layers() {
		for _, k := range slices.Sorted(maps.Keys(l)) {
			if slices.Contains(r.askedKeys(), k) {
				r.fail("text."+k, "%q is given by the award", k)
			}
			r.textKeys[k] = true
		}
	}
	r.words = make(map[telling][]*wording)
	r.tell("text", telling{})
	for i, e := range r.Editions {
		at := "edition." + strconv.Itoa(i)
		r.tell(at, telling{edition: e})
		for _, l := range e.Levels() {
			r.tell(at, telling{edition: e, level: l})
		}
	}
}

// layers returns all texts of the pack, place by place.
func (r *packReader) layers() []layer {
	layers := []layer{r.text}
	for _, s := range r.Scales {
		layers = append(layers, s.text)
	}
	for _, l := range r.levels {
		layers = append(layers, l.text)
	}
	for _, k := range r.Kinds {
		layers = append(layers, k.text)
	}
	for _, e := range r.Editions {
		layers = append(layers, e.text)
		for _, id := range slices.Sorted(maps.Keys(e.levels)) {
			layers = append(layers, e.levels[id])
		}
	}
	return layers
}

// tell writes down the texts of one level of one edition in every language, for
// holders of no kind and of each kind with texts of its own.
func (r *packReader) tell(at string, t telling) {
	for _, k := range append([]*Kind{nil}, r.Kinds...) {
		if k != nil && k.text == nil {
			continue
		}
		t.kind = k
		if len(r.words)*len(r.Languages) >= maxWordings {
			r.fail(at, "levels, editions, kinds with texts and languages make more than %d wordings", maxWordings)
			return
		}
		var all []*wording
		for lang := range r.Languages {
			w, err := r.write(t, lang)
			if err != nil {
				r.fail(at, "in %s: %v", r.Languages[lang], err)
				return
			}
			all = append(all, w)
		}
		r.words[t] = all
	}
}

// forms reads the words of one text: for each language, the forms that "|"
// separates.
func (r *packReader) forms(path string, v words) map[string][]string {
	out := make(map[string][]string)
	add := func(lang, s string) {
		if utf8.RuneCountInString(s) > maxText {
			r.fail(path, "%d characters; at most %d", utf8.RuneCountInString(s), maxText)
			return
		}
		for _, form := range strings.Split(s, "|") {
			if form = strings.TrimSpace(form); form != "" {
				out[lang] = append(out[lang], form)
			}
		}
	}
	switch v := v.(type) {
	case nil:
	case string:
		add("", v)
	case map[string]any:
		for _, lang := range slices.Sorted(maps.Keys(v)) {
			s, ok := v[lang].(string)
			if !ok || !slices.Contains(r.Languages, lang) {
				r.fail(path, "%q: want a text for each of the languages %s", lang, oneOf(r.Languages))
				continue
			}
			add(lang, s)
		}
	default:
		r.fail(path, "want a text, or a table with a text for each language")
	}
	return out
}

// layer reads a table of texts.
func (r *packReader) layer(path string, texts map[string]words) layer {
	if len(texts) > maxEntries {
		r.fail(path, "%d texts; at most %d", len(texts), maxEntries)
		return nil
	}
	l := make(layer, len(texts))
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		at := path + "." + key
		r.word(at, key)
		l[key] = r.forms(at, texts[key])
		for _, lang := range slices.Sorted(maps.Keys(l[key])) {
			for _, form := range l[key][lang] {
				if _, err := parseTemplate(form); err != nil {
					r.fail(at, "%v", err)
				}
			}
		}
	}
	return l
}

// texts reads words that quote nothing. Languages that are left out get those
// of the default language, or def if that has none either.
func (r *packReader) texts(path string, v words, def string) Texts {
	forms := r.forms(path, v)
	first := func(lang string) string {
		if f := forms[lang]; len(f) > 0 {
			return f[0]
		}
		return ""
	}
	t := make(Texts, len(r.Languages))
	for _, lang := range r.Languages {
		t[lang] = cmp.Or(first(lang), first(""), first(r.Languages[0]), def)
	}
	return t
}
