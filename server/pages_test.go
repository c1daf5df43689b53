package server

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestPages holds that every page of the table is whole, in both languages: one
// title, each id once, an alternative for each image, and what it leads to is
// there.
func TestPages(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	asked := make(map[string]bool) // addresses that answered
	for _, r := range s.table.Routes() {
		if r.Method() != "GET" || r.Answers[0].Media != "text/html" {
			continue
		}
		for _, lang := range []string{"fr", "en"} {
			got := get(s, "GET", r.Example, "Accept-Language", lang)
			doc, err := html.Parse(got.Body)
			if err != nil || got.StatusCode != http.StatusOK {
				t.Fatalf("%s: %d, %v", r.Example, got.StatusCode, err)
			}
			wholePage(t, s, r.Example, doc, asked)
		}
	}
}

func wholePage(t *testing.T, s *Server, page string, doc *html.Node, asked map[string]bool) {
	t.Helper()
	ids := make(map[string]bool)
	var titles int
	var anchors []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		at := attributes(n)
		if id, ok := at["id"]; ok {
			if id == "" || ids[id] {
				t.Errorf("%s: the id %q is empty or there twice", page, id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "h1":
			titles++
		case "img":
			if _, ok := at["alt"]; !ok {
				t.Errorf("%s: %s has no alternative", page, at["src"])
			}
		}
		if at["style"] != "" {
			t.Errorf("%s: <%s> has a style that the policy forbids", page, n.Data)
		}
		for _, address := range []string{at["href"], at["src"], at["action"]} {
			if to, ok := strings.CutPrefix(address, "#"); ok {
				anchors = append(anchors, to)
			}
			address, _, _ = strings.Cut(strings.TrimPrefix(address, "http://example.com"), "#")
			if !strings.HasPrefix(address, "/") || asked[address] {
				continue
			}
			asked[address] = true
			if r := get(s, "HEAD", address); r.StatusCode != http.StatusOK && r.StatusCode != http.StatusFound {
				t.Errorf("%s: %s: %d", page, address, r.StatusCode)
			}
		}
	}
	if titles != 1 {
		t.Errorf("%s: %d h1", page, titles)
	}
	for _, a := range anchors {
		if !ids[a] {
			t.Errorf("%s: nothing is at #%s", page, a)
		}
	}
}
