package server

import (
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/web"
)

// TestRoutes holds that the table of addresses is true: each is documented in
// both languages, and its example is answered as the table says.
func TestRoutes(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	names := make(map[string]bool)
	for _, r := range s.table.Routes() {
		address := r.Method() + " " + r.Address()
		if names[r.Name] || r.Name == "" {
			t.Errorf("%s: the name %q is taken or empty", address, r.Name)
		}
		names[r.Name] = true
		if r.Fr == "" || r.En == "" || !slices.Contains(web.Groups(), r.Group) || len(r.Answers) == 0 || r.Example == "" {
			t.Errorf("%s: not documented", address)
			continue
		}
		for _, a := range r.Answers[1:] {
			if a.Status != r.Answers[0].Status && (a.Fr == "" || a.En == "") {
				t.Errorf("%s: when is the answer %d?", address, a.Status)
			}
		}
		if r.Method() != http.MethodGet {
			continue
		}
		answersAs(t, s, &r)
	}
}

// answersAs checks the example of a route.
func answersAs(t *testing.T, s *Server, r *web.Route) {
	t.Helper()
	want := r.Answers[0]
	got := get(s, "GET", r.Example)
	media, _, _ := mime.ParseMediaType(got.Header.Get("Content-Type"))
	if got.StatusCode != want.Status || want.Media != "" && media != want.Media {
		t.Errorf("%s: %d %s; want %d %s", r.Example, got.StatusCode, media, want.Status, want.Media)
	}
	if got.Header.Get("Cache-Control") == "" {
		t.Errorf("%s: nothing says how long it may be kept", r.Example)
	}
	if head := get(s, "HEAD", r.Example); head.StatusCode != got.StatusCode {
		t.Errorf("HEAD %s: %d", r.Example, head.StatusCode)
	}
	if tag := got.Header.Get("Etag"); tag != "" {
		if again := get(s, "GET", r.Example, "If-None-Match", tag); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s with its tag: %d", r.Example, again.StatusCode)
		}
	}
}

// TestPublishedPages holds that the pages of testdata/urls.txt keep answering.
func TestPublishedPages(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	data, err := os.ReadFile("../testdata/urls.txt")
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for line := range strings.Lines(string(data)) {
		var status int
		var state, address string
		if _, err := fmt.Sscan(line, &status, &state, &address); err != nil || state != "page" {
			continue
		}
		pages++
		if r := get(s, "GET", address); r.StatusCode != status {
			t.Errorf("%s: %d, want %d", address, r.StatusCode, status)
		}
	}
	if pages == 0 {
		t.Error("no page in urls.txt")
	}
}

// TestReserved holds that no label can be called as an address of the service
// begins.
func TestReserved(t *testing.T) {
	for _, r := range newServer(t, Options{}).table.Routes() {
		first, _, _ := strings.Cut(strings.TrimPrefix(r.Address(), "/"), "/")
		word, _, _ := strings.Cut(first, ".")
		if word != "" && word[0] != '{' && !catalog.Reserved(word) {
			t.Errorf("%s: a label can be called %s", r.Address(), word)
		}
	}
}

// TestPublishedIsDocumented holds that what was published and answers is in the
// table, and so in the documentation.
func TestPublishedIsDocumented(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	data, err := os.ReadFile("../testdata/urls.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var status int
		var state, address string
		if _, err := fmt.Sscan(line, &status, &state, &address); err != nil || status != http.StatusOK {
			continue
		}
		if !s.table.Knows(httptest.NewRequest("GET", address, nil)) {
			t.Errorf("%s: no route of the table", address)
		}
	}
}

// TestAddressesDoNotOverlap holds which of two patterns wins that both match.
func TestAddressesDoNotOverlap(t *testing.T) {
	var got string
	say := func(word string) http.HandlerFunc {
		return func(_ http.ResponseWriter, r *http.Request) { got = word + r.PathValue("label") + r.PathValue("x") }
	}
	table := web.NewTable([]web.Route{
		{Pattern: "GET /c/{x}", Handler: say("code ")},
		{Pattern: "GET /{label}/map", Handler: say("map ")},
		{Pattern: "GET /{label}/{edition}/map.svg", Handler: say("picture ")},
		{Pattern: "GET /{label}/holders/{x}", Handler: say("proof ")},
		{Pattern: "GET /c", Handler: say("form")},
	}, say("rest"))
	for target, want := range map[string]string{
		"/c": "form", "/c/map": "code map", "/tnl/map": "map tnl", "/tnl/2020/map.svg": "picture tnl",
		"/tnl/holders/map.svg": "proof tnlmap.svg", "/tnl": "rest", "/": "rest", "/tnl/2020/3/logo.svg": "rest",
	} {
		got = ""
		if get(table, "GET", target); got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
	if r := get(table, "POST", "/c"); r.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST /c: %d", r.StatusCode)
	}
}

// TestOpenAPI holds that the catalogue for programs has every route, every
// parameter of its path, and every type it refers to.
func TestOpenAPI(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	raw := body(t, get(s, "GET", "/openapi.json"))
	var doc struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string
			Parameters  []struct{ Name, In, Description string }
			Responses   map[string]struct{ Description string }
		}
		Components struct{ Schemas map[string]any }
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.OpenAPI != "3.1.0" {
		t.Errorf("openapi %q", doc.OpenAPI)
	}
	for _, r := range s.table.Routes() {
		path := strings.ReplaceAll(r.Address(), "...}", "}")
		op, ok := doc.Paths[path][strings.ToLower(r.Method())]
		if !ok || op.OperationID != r.Name {
			t.Errorf("%s %s is not in the catalogue", r.Method(), path)
			continue
		}
		var inPath, inQuery int
		for _, p := range op.Parameters {
			switch {
			case p.Description == "":
				t.Errorf("%s: parameter %q: no description", path, p.Name)
			case p.In == "path":
				inPath++
			case p.In == "query":
				inQuery++
			}
		}
		if want := strings.Count(path, "{"); inPath != want {
			t.Errorf("%s: %d parameters in the path; want %d", path, inPath, want)
		}
		if inQuery < len(r.Query) {
			t.Errorf("%s: %d parameters in the query; want %d", path, inQuery, len(r.Query))
		}
		for status, a := range op.Responses {
			if a.Description == "" {
				t.Errorf("%s: %s is not described", path, status)
			}
		}
	}
	for _, m := range regexp.MustCompile(`"#/components/schemas/(\w+)"`).FindAllSubmatch(raw, -1) {
		if doc.Components.Schemas[string(m[1])] == nil {
			t.Errorf("schema %s is missing", m[1])
		}
	}
}
