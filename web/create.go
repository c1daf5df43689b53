package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
)

// A createPage is the configurator at /create.
type createPage struct {
	frame
	Label     string
	LabelID   string
	Notice    string
	Finder    finder
	Holder    *foundHolder // nil: the pictures are of a level
	Unknown   string       // the holder that was asked for and is not there
	Editions  []choiceOption
	Levels    []choiceOption // of pictures of a level
	TextField *control       // the free name of pictures of a level
	Sig       string
	Designs   []designGroup
	Design    string // the chosen one
	Groups    []controlGroup
	Preview   preview
	Refusal   string // why there is no such picture
	Note      string // what the picture is not: an award, any more
	NoteTone  string
	Reset     string // address without options
	Dropped   string // options that the design does not have
	Files     []download
	Kit       *download
	Sizes     string // address of the sizes of files
	Snippets  []snippet
	Share     snippet
	Twin      string
}

// A designGroup is designs for one use.
type designGroup struct {
	Title   string
	Designs []designThumb
}

// A designThumb is a design to choose.
type designThumb struct {
	picture
	ID, Name, Use string
	Ground        string
}

// create answers with the configurator.
func (s *Web) create(w http.ResponseWriter, r *http.Request) {
	f := s.frame(w, r, "create")
	query := r.URL.Query()
	g := s.site.Load().guide(f, query, s.Origin(r))
	st := g.state(query)
	if untidy(query) {
		// A form sends empty fields too; the address of a state has none.
		http.Redirect(w, r, g.create(st.values()), http.StatusSeeOther)
		return
	}
	s.respond(w, r, http.StatusOK, "create.html", st.page(f))
}

// untidy reports whether a query has what a form sends and no address needs.
func untidy(query url.Values) bool {
	for _, values := range query {
		if slices.Contains(values, "") || len(values) > 1 {
			return true
		}
	}
	return query.Get("size") == sizeFree
}

// page fills in the configurator.
func (s *state) page(f frame) *createPage {
	p := &createPage{frame: f, Label: s.pack.Name(s.lang()), LabelID: s.pack.ID, Notice: s.text(s.pack.Notice),
		Finder: s.finder(""), Unknown: s.unknown, Sig: s.request.Sig,
		Designs: s.thumbs(), Design: s.design.ID, Groups: s.controlGroups(), Preview: s.preview()}
	p.Here, p.Robots = "/create", "noindex"
	p.subject(s)
	o, err := s.resolve(s.whole())
	if err != nil {
		p.Refusal = s.message(err)
	}
	for i, e := range s.faults {
		if p.Refusal == "" && !p.shows(i) {
			p.Refusal = e.In(s.Lang)
		}
	}
	bare := s.values()
	for name := range bare {
		if !slices.Contains(stateNames, name) {
			bare.Del(name)
		}
	}
	p.Reset = s.create(bare)
	for _, name := range s.dropped {
		o := slices.IndexFunc(catalog.Options(), func(o catalog.Option) bool { return o.Name == name })
		p.Dropped = strings.TrimPrefix(p.Dropped+", "+s.optionName(&catalog.Options()[o]), ", ")
	}
	address := s.create(s.values())
	p.Share = snippet{"share", phrases["share"].in(s.Lang), s.origin + address, 2}
	p.Canonical = s.origin + address
	if err == nil {
		p.deliver(s, o)
	}
	return p
}

// shows reports whether the page has a control for an option, which says itself
// what is wrong with its value.
func (p *createPage) shows(option string) bool {
	for _, g := range p.Groups {
		if slices.ContainsFunc(g.Controls, func(c control) bool { return c.Name == paramOf(option) }) {
			return true
		}
	}
	return option == "name" && p.TextField != nil
}

// subject says what the pictures are of.
func (p *createPage) subject(s *state) {
	if s.holder != nil {
		h := s.foundHolder(s.holder)
		p.Holder = &h
		p.Title = phrases["create-of"].in(s.Lang) + " " + h.Name
		for _, a := range s.holder.Awards {
			e := s.pack.Edition(a.Edition)
			p.Editions = append(p.Editions, choiceOption{a.Edition, a.Edition + " · " + s.levelName(e, e.Level(a.Level)), !s.latest && a.Edition == s.edition.ID})
		}
		p.Editions = append(p.Editions, choiceOption{catalog.Latest, phrases["edition-latest"].in(s.Lang), s.latest})
		return
	}
	for _, e := range slices.Backward(s.pack.Editions) {
		p.Editions = append(p.Editions, choiceOption{e.ID, e.ID, e == s.edition})
	}
	for _, l := range s.edition.Levels() {
		p.Levels = append(p.Levels, choiceOption{l.ID, s.levelName(s.edition, l), l == s.level})
	}
	c := control{Name: "name", Value: s.request.Name, Max: "120"}
	if e := s.faults["name"]; e != nil {
		c.Error = fieldError("name", e.In(s.Lang))
	}
	p.TextField = &c
}

// deliver shows the files and the snippets of a picture that there is.
func (p *createPage) deliver(s *state, o *catalog.Order) {
	switch {
	case o.State == catalog.StateSpecimen && o.Request.Name == "":
	case o.State != catalog.StateOK:
		p.Note, p.NoteTone = s.stateNote(o), "warn"
		if !o.State.OK() {
			p.NoteTone = "bad"
		}
	}
	for _, d := range s.downloads() {
		if d.Kit {
			p.Kit = &d
			continue
		}
		p.Files = append(p.Files, d)
	}
	p.Sizes = strings.Replace(s.create(s.values()), "/create?", "/create.json?", 1)
	r := s.plain().As("svg")
	r.Width = s.request.Width
	svg, err := s.resolve(r)
	if err != nil {
		return
	}
	size := s.site.size(svg)
	sized := &render.Drawing{Width: float64(size.X), Height: float64(size.Y), Unit: render.Pixel}
	twin := svg.Twin(catalog.TwinOptions{Base: s.origin, Formats: []string{"svg"}, Drawing: sized})
	p.Twin = r.As("json").String()
	p.Card, p.CardAlt, p.Description = s.origin+r.As("png").String(), twin.Alt, twin.Alt
	p.Snippets = snippetsOf(s.Lang, twin.Snippets)
}

// stateNote says what a picture is that is no award in force.
func (s *state) stateNote(o *catalog.Order) string {
	if o.State.Code == catalog.StateSpecimen.Code {
		return phrases["note-specimen"].in(s.Lang)
	}
	note := o.State.In(s.Lang)
	if o.Detail != "" {
		note += " – " + o.Detail
	}
	return note
}

// snippetsOf returns the snippets in the order in which most people want them.
func snippetsOf(lang string, t catalog.Snippets) []snippet {
	all := []snippet{{"s-html", "HTML", t.HTML, 4}}
	if t.Picture != "" {
		all = append(all, snippet{"s-picture", phrases["snippet-picture"].in(lang), t.Picture, 5})
	}
	if t.Linked != "" {
		all = append(all, snippet{"s-linked", phrases["snippet-linked"].in(lang), t.Linked, 5})
	}
	return append(all, snippet{"s-markdown", "Markdown", t.Markdown, 3}, snippet{"s-asciidoc", "AsciiDoc", t.AsciiDoc, 3},
		snippet{"s-rst", "reStructuredText", t.RST, 4}, snippet{"s-bbcode", "BBCode", t.BBCode, 2}, snippet{"s-url", phrases["snippet-url"].in(lang), t.URL, 2})
}

// message returns what an error says to whoever chose what caused it.
func (s *state) message(err error) string {
	var e *catalog.Error
	if errors.As(err, &e) {
		return capitalized(e.In(s.Lang))
	}
	return phrases["refused"].in(s.Lang)
}

func unsuited(err error) bool {
	return errors.Is(err, press.ErrUnsuited) || errors.Is(err, render.ErrOverflow)
}

// thumbs returns the designs to choose from, those for screens first.
func (s *state) thumbs() []designGroup {
	subject := catalog.Request{Label: s.request.Label, Edition: s.request.Edition, Level: s.request.Level, Holder: s.request.Holder,
		Ext: "svg", Lang: s.request.Lang, Name: s.request.Name}
	key := s.Lang + " " + subject.String()
	groups, ok := s.site.thumbs.Get(key)
	if ok {
		return groups
	}
	for _, use := range []catalog.Use{catalog.ForScreen, catalog.ForPrint} {
		g := designGroup{Title: phrases["designs-"+string(use)].in(s.Lang)}
		for _, d := range s.designs() {
			if d.For == use {
				g.Designs = append(g.Designs, s.thumb(subject, d))
			}
		}
		if len(g.Designs) > 0 {
			groups = append(groups, g)
		}
	}
	s.site.thumbs.Add(key, groups)
	return groups
}

// thumb returns a design of what the pictures are of.
func (s *state) thumb(subject catalog.Request, d *catalog.Design) designThumb {
	t := designThumb{ID: d.ID, Name: s.text(d.Name), Use: s.text(d.Purpose), Ground: s.ground(d)}
	subject.Design = d.ID
	if o, err := s.resolve(subject); err == nil {
		size := s.site.size(o)
		t.picture = picture{Src: o.Canonical, Dark: o.Dark(), Width: size.X, Height: size.Y}
	}
	return t
}
