package web

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
)

// A state is what the configurator shows: a picture, and how it is looked at.
// It is read from the query, which says it all: a link to the page shows the
// same to everybody.
type state struct {
	*guide
	holder  *catalog.Holder // nil: nobody
	edition *catalog.Edition
	level   *catalog.Level // of the picture
	design  *catalog.Design
	latest  bool // the edition follows the registry

	request catalog.Request // with every option there is, whatever the format
	faults  map[string]*catalog.Error
	dropped []string // options that the design does not have
	unknown string   // the holder that was asked for and is not there

	on         string // what the picture lies on: a value of grounds
	onByItself string // what it lies on if nobody says
	zoom       string // "" fits, zoomTrue is true size
}

// What a picture is looked at on, besides the places of mock-ups.
const (
	onLight  = "light"
	onDark   = "dark"
	onPaper  = "print"
	zoomTrue = "true"
)

// paramOf is the parameter of the page for an option: lang is the page's own.
func paramOf(option string) string {
	if option == "lang" {
		return "texts"
	}
	return option
}

// fixed are options that have no control: the page sets them itself.
var fixed = []string{"v", "download", "scale", "mockup", "sig", "name"}

// maxValue bounds a value that is read, in bytes; what is longer is no value of
// any option.
const maxValue = 400

// state reads the state in a query. What does not exist is the default.
func (g *guide) state(query url.Values) *state {
	s := &state{guide: g, faults: make(map[string]*catalog.Error)}
	s.subject(query)
	s.chooseDesign(query.Get("design"))
	s.request.Ext = "svg"
	if l := g.lang(); l != g.pack.Languages[0] {
		s.request.Lang = l
	}
	for _, o := range catalog.Options() {
		switch {
		case o.Name == "name" && s.holder == nil, o.Name == "sig":
			s.take(&o, query.Get(o.Name))
		case o.Name == "size":
			s.take(&o, sizeParam(query))
		case slices.Contains(fixed, o.Name):
		default:
			s.take(&o, strings.Join(query[paramOf(o.Name)], ","))
		}
	}
	s.look(query)
	return s
}

// subject reads who and what the pictures are of.
func (s *state) subject(query url.Values) {
	s.request.Label = s.pack.ID
	if id := query.Get("holder"); id != "" {
		if s.holder = s.site.catalog.Holder(s.pack.ID, clip(id)); s.holder == nil {
			s.unknown = clip(id)
		}
	}
	edition := query.Get("edition")
	if s.holder == nil {
		s.subjectless(edition, query.Get("level"))
		return
	}
	a := s.holder.Award(edition)
	if a == nil {
		if a = s.site.catalog.Current(s.holder); a == nil {
			a = s.holder.Newest()
		}
		s.latest = edition == catalog.Latest
	}
	s.edition = s.pack.Edition(a.Edition)
	s.level = s.edition.Level(a.Level)
	s.request.Holder, s.request.Edition = s.holder.ID, a.Edition
	if s.latest {
		s.request.Edition = catalog.Latest
	}
}

// subjectless reads a level of nobody.
func (s *state) subjectless(edition, level string) {
	if s.edition = s.pack.Edition(edition); s.edition == nil {
		s.edition = s.pack.Editions[len(s.pack.Editions)-1]
	}
	if s.level = s.edition.Level(level); s.level == nil {
		s.level = s.edition.Scale.Levels[len(s.edition.Scale.Levels)-1]
	}
	s.request.Edition, s.request.Level = s.edition.ID, s.level.ID
}

// firstDesign is what is shown first, where a pack has it.
const firstDesign = "logo"

func (s *state) chooseDesign(id string) {
	for _, id := range []string{id, firstDesign} {
		if d := s.pack.Design(id); s.design == nil && d != nil && d.Orderable() {
			s.design = d
		}
	}
	if s.design == nil {
		s.design = s.designs()[0]
	}
	s.request.Design = s.design.ID
}

// take reads one option. A word that the design does not have is dropped: it was
// of another design. A value that is wrong is told.
func (s *state) take(o *catalog.Option, value string) {
	if value = strings.TrimSpace(value); value == "" || value == o.Default {
		return
	}
	if len(value) > maxValue {
		value = value[:maxValue]
	}
	if o.Kind == catalog.Word || o.Kind == catalog.List {
		offered := s.offered(o.Name)
		if o.Name == "axis" && !s.latest && len(offered) > 0 && value == offered[0] {
			return // shown anyway; an address that follows the registry has to say it
		}
		for _, w := range strings.Split(value, ",") {
			if !slices.Contains(offered, w) {
				s.dropped = append(s.dropped, o.Name)
				return
			}
		}
	}
	r, err := o.With(s.request, value)
	if err != nil {
		s.fault(o.Name, err)
		return
	}
	s.request = r
}

// offered returns the words to choose from for an option: for a scale, those on
// which the holder was granted a level, the one that is shown by itself first.
func (s *state) offered(option string) []string {
	if option != "axis" {
		return s.pack.Offered(s.request, option)
	}
	var scales []string
	if s.holder != nil && len(s.edition.Scales) > 1 {
		for _, id := range s.holder.Award(s.edition.ID).Levels {
			scales = append(scales, s.edition.Level(id).Scale.ID)
		}
	}
	return scales
}

func (s *state) fault(name string, err error) {
	var e *catalog.Error
	if errors.As(err, &e) {
		s.faults[name] = e
	}
}

// look reads how the picture is looked at.
func (s *state) look(query url.Values) {
	if s.on = onLight; s.pack.OnDark(s.request.Variant) || s.request.Theme == onDark || s.request.Ground == onDark {
		s.on = onDark
	}
	s.onByItself = s.on
	if on := query.Get("on"); slices.Contains(s.grounds(), on) {
		s.on = on
	}
	if query.Get("zoom") == zoomTrue {
		s.zoom = zoomTrue
	}
}

// grounds returns what the picture can be looked at on.
func (s *state) grounds() []string {
	all := []string{onLight}
	if s.design.For == catalog.ForScreen || len(s.design.Themes) > 0 {
		all = append(all, onDark)
	}
	if s.design.For == catalog.ForPrint {
		all = append(all, onPaper)
	}
	return append(all, s.design.Mockups...)
}

// sizeParam returns the size that is asked for: one of the list, or the two
// numbers beside it.
func sizeParam(query url.Values) string {
	size, w, h := query.Get("size"), query.Get("w"), query.Get("h")
	if size == sizeFree && w != "" && h != "" {
		return w + "x" + h + "mm"
	}
	if size == sizeFree {
		return ""
	}
	return size
}

// sizeFree is the entry of the list of sizes that stands for the two numbers.
const sizeFree = "free"

// values returns the state as a query, in which nothing is the default.
func (s *state) values() url.Values {
	q := url.Values{"label": {s.pack.ID}, "design": {s.design.ID}, "edition": {s.request.Edition}}
	if s.holder != nil {
		q.Set("holder", s.holder.ID)
	} else {
		q.Set("level", s.level.ID)
	}
	for _, o := range catalog.Options() {
		v := o.Of(s.request)
		if v == "" || o.Name == "lang" && v == s.lang() {
			continue
		}
		q.Set(paramOf(o.Name), v)
	}
	if s.on != s.onByItself {
		q.Set("on", s.on)
	}
	if s.zoom != "" {
		q.Set("zoom", s.zoom)
	}
	return q
}

// resolve returns the order for a request, or what is wrong with it.
func (s *state) resolve(r catalog.Request) (*catalog.Order, error) {
	r, err := catalog.ParseRequest(r.String())
	if err != nil {
		return nil, err
	}
	return s.site.catalog.Resolve(r)
}

// whole returns the request with all that is asked for, but for the proof: its
// description, which takes the options of every format.
func (s *state) whole() catalog.Request {
	r := s.request
	for _, o := range catalog.Options() {
		if o.Needs != "" || o.Name == "proof" {
			r = o.Without(r)
		}
	}
	r.Ext = "json"
	return r
}

// plain returns the request without what only proofs and pixels have.
func (s *state) plain() catalog.Request {
	r := s.request
	for _, o := range catalog.Options() {
		if o.Needs != "" || o.Name == "proof" || o.Name == "width" || o.Name == "dpi" {
			r = o.Without(r)
		}
	}
	return r
}
