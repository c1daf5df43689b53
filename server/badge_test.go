package server

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"
)

func TestBadges(t *testing.T) {
	if r := get(newServer(t, Options{}), "GET", "/badge/build-passing-green"); r.StatusCode != http.StatusNotFound {
		t.Errorf("badges that nobody turned on: %d", r.StatusCode)
	}
	s := newServer(t, Options{Badges: true})
	for _, c := range []struct {
		target string
		status int
		media  string
		state  string
	}{
		{"/badge/build-passing-green", 200, "image/svg+xml", ""},
		{"/badge/build-passing-green.png?style=flat-square", 200, "image/png", ""},
		{"/badge/Territoire_Num%C3%A9rique_Libre-niveau_5-gold.svg", 200, "image/svg+xml", "specimen"},
		{"/badge/%D0%A2NL-or-gold.png?style=for-the-badge", 200, "image/png", "specimen"},
		{"/badge/x-or-gold?label=T.N.L.", 200, "image/svg+xml", "specimen"},
		{"/badge/a-b-nocolour.png", 400, "image/png", "invalid"},
		{"/badge/a%E9%95%BF-b-red", 400, "image/svg+xml", "invalid"},
		{"/badge/", 400, "image/svg+xml", "invalid"},
	} {
		r := get(s, "GET", c.target)
		if r.StatusCode != c.status || r.Header.Get("Content-Type") != c.media || r.Header.Get("Panonceau-State") != c.state || r.Header.Get("Cache-Control") == "" {
			t.Errorf("%s: %d %s %q", c.target, r.StatusCode, r.Header.Get("Content-Type"), r.Header.Get("Panonceau-State"))
		}
		if c.status != 200 {
			continue
		}
		if again := get(s, "GET", c.target, "If-None-Match", r.Header.Get("Etag")); again.StatusCode != 304 || again.Header.Get("Panonceau-State") != c.state {
			t.Errorf("%s with its tag: %d", c.target, again.StatusCode)
		}
	}
}

// TestShields holds what shields.io reads.
func TestShields(t *testing.T) {
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, lives)
	for _, c := range []struct {
		holder  string
		status  int
		message string
		failed  bool
	}{
		{"xsitiv", 200, "deux fleurs · 2022-2024", false},
		{"xsitiv-any-slug", 200, "deux fleurs · 2022-2024", false},
		{"xtired", 200, "label expiré · 2019-2021", true},
		{"xpaused", 200, "label suspendu · 2022-2024", true},
		{"xgone", 200, "label retiré · 2022-2024", true},
		{"xnobody", 404, "titulaire inconnu", true},
	} {
		r := get(s, "GET", "/coquelicot/holders/"+c.holder+"/latest/shields.json")
		var got struct {
			SchemaVersion, CacheSeconds int
			Label, Message, Color       string
			IsError                     bool
		}
		if err := json.Unmarshal(body(t, r), &got); err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != c.status || got.SchemaVersion != 1 || got.Message != c.message || got.IsError != c.failed || got.CacheSeconds < 300 || got.Label == "" {
			t.Errorf("%s: %d %+v", c.holder, r.StatusCode, got)
		}
		if (got.Color == "") != c.failed {
			t.Errorf("%s: colour %q", c.holder, got.Color)
		}
	}
}
