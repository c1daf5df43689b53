package catalog

import (
	"slices"

	"panonceau/render"
	"panonceau/render/proof"
)

// Offered returns the words that an option may have in a request, the default
// first where there is one. It is nil if the design has no such choice, or the
// option takes other things than words.
func (p *Pack) Offered(r Request, option string) []string {
	d := p.Design(r.Design)
	if d == nil {
		return nil
	}
	switch option {
	case "variant":
		return withDefault(d.Variants, p.Variants[0].ID)
	case "theme":
		return withDefault(d.Themes, themeLight)
	case "lang":
		return p.Languages
	case "style":
		return d.styleIDs()
	case "material":
		return d.Materials
	case "axis":
		return p.Edition(r.Edition).axes()
	case "hide":
		return d.Hide
	case "mockup":
		return d.Mockups
	case "ground":
		return p.groundsOf(d, r.Variant)
	case "size":
		var ids []string
		for _, s := range d.Sizes {
			ids = append(ids, s.ID)
		}
		return ids
	}
	if o := optionNamed(option); o != nil {
		return o.Words
	}
	return nil
}

// withDefault puts a word that is always allowed before the others, if there is
// a choice at all.
func withDefault(words []string, def string) []string {
	if len(words) == 0 {
		return nil
	}
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == def })
	return append([]string{def}, rest...)
}

// axes returns the scales of an edition with several.
func (e *Edition) axes() []string {
	if e == nil || len(e.Scales) < 2 {
		return nil
	}
	var ids []string
	for _, s := range e.Scales {
		ids = append(ids, s.ID)
	}
	return ids
}

// WordName returns how people call a word that an option may have: in a language
// of the pack, or "" if it has no other name.
func (p *Pack) WordName(d *Design, option, word, lang string) string {
	switch option {
	case "variant":
		if v := p.Variant(word); v != nil {
			return v.Name[lang]
		}
	case "style":
		if s := d.Style(word); s != nil && word != "" {
			return s.Name[lang]
		}
	case "size":
		for _, s := range d.Sizes {
			if s.ID == word {
				return s.Name[lang]
			}
		}
	case "axis":
		for _, s := range p.Scales {
			if s.ID == word {
				return s.Name[lang]
			}
		}
	case "ground":
		if k := p.groundNamed(word).Ink; k != nil {
			return p.inkName(k, lang)
		}
	case "material", "film":
		if name := proof.Term(lang, word); name != word {
			return name
		}
	}
	return ""
}

// inkName returns how people call an ink, or "".
func (p *Pack) inkName(k *render.Ink, lang string) string {
	if i := slices.Index(p.Inks, k); i >= 0 {
		return p.inkNames[i][lang]
	}
	return ""
}

// Suits reports whether the option means something for a format.
func (o *Option) Suits(f Format) bool { return o.Applies == nil || o.Applies(f) }

// Of returns the value that a request has for the option, or "".
func (o *Option) Of(r Request) string { return *o.value(&r) }

// With returns a request that has a value for the option, or the error that says
// what it may be.
func (o *Option) With(r Request, value string) (Request, error) {
	v, err := o.normal(value)
	if err != nil {
		return r, err
	}
	*o.value(&r) = v
	return r, nil
}

// Without returns a request that does not ask for the option.
func (o *Option) Without(r Request) Request {
	*o.value(&r) = ""
	return r
}

// As returns the request for another format, without the options that mean
// nothing there.
func (r Request) As(ext string) Request {
	f, _ := FormatOf(ext)
	r.Ext = ext
	for i := range options {
		if o := &options[i]; !o.Suits(f) && *o.value(&r) != "" {
			*o.value(&r) = ""
			r.Sig = "" // it was of that option too
		}
	}
	return r
}
