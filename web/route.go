package web

import (
	"net/http"
	"slices"
	"strings"
)

// A Route is one form of address: what answers it, and what /docs and
// /openapi.json say of it. What is answered and not documented, or the other
// way round, does not exist: a test of package server holds that.
type Route struct {
	Pattern string           // of http.ServeMux, with its method
	Handler http.HandlerFunc // nil: another route of the table answers
	Path    string           // as documented; empty: that of Pattern
	Name    string           // for programs, as in awardPicture; unique
	Group   Group
	Fr, En  string   // what is there
	Query   []string // names of parameters; a name is documented once, in params
	Options bool     // takes the options of pictures too
	Body    []string // media types that the body of a request may have
	Answers []Answer // the first is that of Example
	Example string   // an address that is answered so
}

// A Group is a section of the documentation.
type Group string

// The groups of routes, in their order.
const (
	Pictures Group = "pictures"
	Holders  Group = "holders"
	Trust    Group = "trust"
	Pages    Group = "pages"
	Service  Group = "service"
)

// Groups returns the groups in their order.
func Groups() []Group { return []Group{Pictures, Holders, Trust, Pages, Service} }

// An Answer is one way in which a route answers.
type Answer struct {
	Status int
	Media  string // media type without parameters; empty: no body
	Fr, En string // when; empty: as a rule
	Value  any    // of the type that a JSON body has; nil: not told
}

// Address returns the path of the route as it is documented.
func (r *Route) Address() string {
	if r.Path != "" {
		return r.Path
	}
	_, path, _ := strings.Cut(r.Pattern, " ")
	return strings.TrimSuffix(path, "{$}")
}

// Method returns the method of the route.
func (r *Route) Method() string {
	method, _, _ := strings.Cut(r.Pattern, " ")
	return method
}

// A Table answers the addresses of routes.
type Table struct {
	routes []Route
	muxes  []*http.ServeMux // those that are asked first come first
}

// NewTable returns what answers the routes; rest answers all other addresses.
//
// The patterns of one ServeMux may not overlap as /{label}/map and /c/{code} do.
// Here, the pattern wins that spells out the first segment, or else the second.
func NewTable(routes []Route, rest http.HandlerFunc) *Table {
	byPlace := make(map[string]*http.ServeMux)
	for i := range routes {
		r := &routes[i]
		if r.Handler == nil {
			continue
		}
		place := spelled(r.Pattern)
		if byPlace[place] == nil {
			byPlace[place] = http.NewServeMux()
		}
		byPlace[place].HandleFunc(r.Pattern, r.Handler)
	}
	t := &Table{routes: routes}
	for _, place := range []string{"11", "10", "01", "00"} {
		if m := byPlace[place]; m != nil {
			t.muxes = append(t.muxes, m)
		}
	}
	last := http.NewServeMux()
	last.HandleFunc("GET /", rest)
	t.muxes = append(t.muxes, last)
	return t
}

// Routes returns the routes of the table.
func (t *Table) Routes() []Route { return slices.Clone(t.routes) }

// spelled tells of the first two segments of a pattern which are spelled out.
func spelled(pattern string) string {
	_, path, _ := strings.Cut(pattern, "/")
	segments := append(strings.Split(path, "/"), "", "")
	place := []byte("11")
	for i := range place {
		if s := segments[i]; strings.HasPrefix(s, "{") && s != "{$}" {
			place[i] = '0'
		}
	}
	return string(place)
}

func (t *Table) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	i := t.index(r)
	if i < 0 {
		i = len(t.muxes) - 1
	}
	t.muxes[i].ServeHTTP(w, r)
}

// Knows reports whether a route answers r.
func (t *Table) Knows(r *http.Request) bool { return t.index(r) >= 0 }

// index returns which mux has a route that answers r, or -1.
func (t *Table) index(r *http.Request) int {
	return slices.IndexFunc(t.muxes[:len(t.muxes)-1], func(m *http.ServeMux) bool {
		_, pattern := m.Handler(r)
		return pattern != ""
	})
}
