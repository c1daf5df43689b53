package catalog

import (
	"panonceau/render"
	"panonceau/render/text"
)

// missing makes the picture that says what there is not.
func (v *resolver) missing(s State, what string) error {
	p := v.Label
	words := p.wording(telling{edition: v.Edition}, v.lang)
	v.State, v.Detail = s, text.Typeset(v.Lang, what)
	v.addresses()
	v.Spec = v.catalog.stateSpec(p, v.style, v.w, v.h, words, s, v.Detail)
	v.Title = p.Name(v.Lang) + " – " + words.state(s)
	switch {
	case v.Detail == "":
	case v.Lang == "fr":
		v.Title = text.Typeset(v.Lang, v.Title+" : "+v.Detail)
	default:
		v.Title += ": " + v.Detail
	}
	v.Alt = v.Title
	v.Spec.Title = v.Title
	v.Key = v.key()
	return nil
}

// unknownLabel makes the picture that says so, in the artwork of another pack
// and without its name.
func (v *resolver) unknownLabel() error {
	v.Lang = "fr"
	if v.Request.Lang != "" && v.Request.Lang != "fr" {
		v.Lang = "en"
	}
	v.State, v.Detail = StateUnknownLabel, v.Request.Label
	v.addresses()
	v.Spec = v.catalog.neutralSpec(v.Lang, v.State, v.Detail)
	v.Title = v.State.In(v.Lang) + " – " + v.Detail
	v.Alt, v.Spec.Title = v.Title, v.Title
	v.Key = v.key()
	return nil
}

// neutralSpec makes a picture that belongs to no label.
func (c *Catalog) neutralSpec(lang string, s State, detail string) *render.Spec {
	words := &wording{lang: lang, fixed: []render.Field{
		{Key: "label", Text: "Panonceau"}, {Key: "label-short", Text: "Panonceau"}, {Key: "label-lines", Text: "Panonceau"},
	}}
	spec := c.stateSpec(c.Packs[0], nil, 0, 0, words, s, detail)
	spec.Meta = render.Meta{}
	return spec
}

// ErrorSpec returns the picture that says why a request is refused. The
// request is what [ParseRequest] or [Catalog.Resolve] were given; what is
// missing in it does no harm.
func (c *Catalog) ErrorSpec(err error, r Request) *render.Spec {
	lang := "fr"
	if r.Lang != "" && r.Lang != "fr" {
		lang = "en"
	}
	message := err.Error()
	if e, ok := err.(*Error); ok {
		message = e.In(lang)
	}
	p := c.Pack(r.Label)
	if p == nil {
		spec := c.neutralSpec(lang, StateInvalid, message)
		spec.Title, spec.Desc = StateInvalid.In(lang), message
		return spec
	}
	var style *Style
	if d := p.Design(r.Design); d != nil && d.Orderable() {
		style = &d.Styles[0]
	}
	words := p.wording(telling{}, max(p.lang(lang), 0))
	spec := c.stateSpec(p, style, 0, 0, words, StateInvalid, text.Typeset(lang, message))
	spec.Title, spec.Desc = StateInvalid.In(lang), text.Typeset(lang, message)
	return spec
}
