package web

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"panonceau/catalog"
)

// apiVersion is that of the addresses, not of the program: they only grow.
const apiVersion = "1.0.0"

// A Keeping says how long answers may be kept: the value of their Cache-Control.
type Keeping struct {
	Value  string
	Fr, En string // which answers
}

// Document makes /openapi.json and /docs tell of the routes of a service, and
// how long their answers may be kept. It is called once, before the first
// request.
func (s *Web) Document(routes []Route, keeping []Keeping) { s.routes, s.keeping = routes, keeping }

// An object is one of JSON; its keys are written in order.
type object = map[string]any

// openAPI answers with the catalogue of addresses, for programs (OpenAPI 3.1).
func (s *Web) openAPI(w http.ResponseWriter, r *http.Request) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(s.site.Load().openAPI(s.routes, s.Origin(r))); err != nil {
		s.options.Fail(w, r, err)
		return
	}
	openToAll(w.Header())
	w.Header().Set("Cache-Control", cachePage)
	send(w, r, http.StatusOK, "application/json", b.Bytes())
}

// openToAll lets pages of other origins read what is public anyway.
func openToAll(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
}

func (s *site) openAPI(routes []Route, origin string) object {
	var schemas schemas
	paths, tags := object{}, []object{}
	for _, g := range Groups() {
		tags = append(tags, object{"name": string(g), "description": groupNames[g].en})
	}
	for i := range routes {
		r := &routes[i]
		path, _ := paths[r.documented()].(object)
		if path == nil {
			path = object{}
			paths[r.documented()] = path
		}
		path[strings.ToLower(r.Method())] = s.operation(r, &schemas)
	}
	return object{
		"openapi": "3.1.0",
		"info": object{
			"title": "Panonceau", "version": apiVersion,
			"summary": "Every picture of a public label, by address",
			"description": "Addresses never break. Pictures of what does not exist have status 200 and say so in the header Panonceau-State; " +
				"their descriptions (.json) have the true status. See " + origin + "/docs for people.",
			"license": object{"name": "Apache-2.0", "identifier": "Apache-2.0"},
		},
		"servers":    []object{{"url": origin}},
		"tags":       tags,
		"paths":      paths,
		"components": object{"schemas": schemas.components()},
	}
}

// documented returns the path of a route as OpenAPI has it.
func (r *Route) documented() string { return strings.ReplaceAll(r.Address(), "...}", "}") }

func (s *site) operation(r *Route, schemas *schemas) object {
	op := object{
		"operationId": r.Name, "tags": []string{string(r.Group)},
		"summary": r.En, "description": r.Fr, "responses": responses(r, schemas),
	}
	list := []object{}
	for _, name := range pathParams(r.Address()) {
		if p := s.param(name); p != nil {
			list = append(list, p.parameter("path"))
		}
	}
	for _, name := range s.queryOf(r) {
		if p := s.param(name); p != nil {
			list = append(list, p.parameter("query"))
		}
	}
	if len(list) > 0 {
		op["parameters"] = list
	}
	if len(r.Body) > 0 {
		content := object{}
		for _, media := range r.Body {
			content[media] = object{}
		}
		op["requestBody"] = object{"required": true, "content": content}
	}
	if r.Example != "" {
		op["x-example"] = r.Example
	}
	return op
}

// queryOf returns the names of the parameters in the query of a route.
func (*site) queryOf(r *Route) []string {
	names := r.Query
	if r.Options {
		for _, o := range catalog.Options() {
			names = append(names, o.Name)
		}
	}
	return names
}

// parameter describes p in a place of requests.
func (p *param) parameter(place string) object {
	schema := object{"type": "string"}
	if p.Words != nil {
		schema["enum"] = p.Words
	}
	if p.Flag {
		schema["enum"] = []string{"0", "1"}
	}
	if p.Pattern != "" {
		schema["pattern"] = p.Pattern
	}
	if p.Max > 0 {
		schema["maxLength"] = p.Max
	}
	o := object{"name": p.Name[strings.LastIndexByte(p.Name, '.')+1:], "in": place, "description": p.En, "schema": schema}
	if place == "path" {
		o["required"] = true
	}
	if p.Example != "" {
		o["example"] = p.Example
	}
	return o
}

// responses describes the answers of a route, by status.
func responses(r *Route, schemas *schemas) object {
	all := object{}
	for _, a := range r.Answers {
		status := strconv.Itoa(a.Status)
		o, _ := all[status].(object)
		if o == nil {
			o = object{"description": http.StatusText(a.Status)}
			all[status] = o
		}
		if a.En != "" {
			o["description"] = a.En
		}
		if a.Media == "" {
			continue
		}
		content, _ := o["content"].(object)
		if content == nil {
			content = object{}
			o["content"] = content
		}
		media := object{}
		if a.Value != nil {
			media["schema"] = schemas.of(a.Value)
		}
		content[a.Media] = media
	}
	return all
}
