package server

import (
	"bytes"
	"strings"
	"testing"
)

// TestRoster asks for who was awarded a label as its users do.
func TestRoster(t *testing.T) {
	s := newServer(t, Options{Base: "https://x.example"})
	for _, c := range []struct {
		target    string
		status    int
		mediaType string
		has       string
	}{
		{"/tnl/holders.csv", 200, "text/csv; charset=utf-8; header=present", "213801517,Échirolles,"},
		{"/tnl/holders.json", 200, "application/json", `"page": "https://x.example/tnl/holders/213801517-echirolles"`},
		{"/tnl/holders.geojson?edition=2025&level=or", 200, "application/geo+json", `"_umap_options"`},
		{"/tnl/holders.geojson?edition=1999", 400, "application/json", `"param":"edition"`},
		{"/tnl/holders.csv?nom=a", 400, "application/json", "lang, edition, level, state"},
		{"/nobody/holders.csv", 404, "text/html; charset=utf-8", ""},
		{"/tnl/holders.xml", 404, "text/html; charset=utf-8", ""},
	} {
		r := get(s, "GET", c.target)
		b := body(t, r)
		if r.StatusCode != c.status || r.Header.Get("Content-Type") != c.mediaType || !strings.Contains(string(b), c.has) {
			t.Errorf("%s: %d %s %.80q", c.target, r.StatusCode, r.Header.Get("Content-Type"), b)
		}
		if c.status != 200 {
			continue
		}
		if got := r.Header.Get("Access-Control-Allow-Origin"); got != "*" {
			t.Errorf("%s: other origins may not read it: %q", c.target, got)
		}
		etag := r.Header.Get("Etag")
		if again := get(s, "GET", c.target, "If-None-Match", etag); again.StatusCode != 304 {
			t.Errorf("%s: %d for who has it", c.target, again.StatusCode)
		}
		if head := get(s, "HEAD", c.target); head.ContentLength != int64(len(b)) && head.Header.Get("Content-Length") == "" {
			t.Errorf("%s: HEAD tells no length", c.target)
		}
		packed := get(s, "GET", c.target, "Accept-Encoding", "gzip")
		if packed.Header.Get("Content-Encoding") != "gzip" || len(body(t, packed)) >= len(b) {
			t.Errorf("%s: not compressed", c.target)
		}
	}
}

// TestRosterKeepsHostsApart holds that an answer with addresses of one host is
// not given under another.
func TestRosterKeepsHostsApart(t *testing.T) {
	s := newServer(t, Options{})
	a := body(t, get(s, "GET", "http://a.example/tnl/holders.json"))
	b := body(t, get(s, "GET", "http://b.example/tnl/holders.json"))
	if !bytes.Contains(a, []byte("http://a.example/")) || bytes.Contains(b, []byte("http://a.example/")) {
		t.Error("b.example is told addresses of a.example")
	}
}
