package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"panonceau/internal/browser"
	"panonceau/web"
)

// TestMapPage holds what the page says without scripts, and who may frame it.
func TestMapPage(t *testing.T) {
	s := newServer(t, Options{Base: "https://x.example"})
	for _, c := range []struct {
		target string
		status int
		has    []string
		not    string
	}{
		{"/tnl/map", 200, []string{"32 titulaires", "38 · Isère", `href="/tnl/holders/213801517-echirolles"`, "/tnl/holders.geojson?edition=latest",
			"&lt;iframe src=", "https://x.example/tnl/map?edition=latest", "/tnl/latest/map.pdf", `<option value="latest" selected>`}, "<option value=\"2025\" selected>"},
		{"/tnl/map?edition=2025&level=or&lang=en", 200, []string{"3 holders", "Gold label", "/tnl/holders.geojson?lang=en&amp;edition=2025&amp;level=or"}, "/tnl/2025/map.svg"},
		{"/tnl/map?edition=all", 200, []string{"50 attributions"}, "/map.svg"},
		{"/tnl/map?edition=1999", 200, []string{"32 titulaires"}, ""},
		{"/tnl/map?edition=2024&level=or", 200, []string{"Aucune attribution"}, "<table"},
		{"/tnl/map?embed=1", 200, []string{`data-embed="1"`, `href="https://x.example/tnl/map"`}, "<table"},
		{"/nobody/map", 404, nil, ""},
	} {
		r := get(s, "GET", c.target)
		b := string(body(t, r))
		if r.StatusCode != c.status {
			t.Errorf("%s: %d", c.target, r.StatusCode)
		}
		for _, has := range c.has {
			if !strings.Contains(strings.ReplaceAll(b, "\u00a0", " "), has) {
				t.Errorf("%s does not have %s", c.target, has)
			}
		}
		if c.not != "" && strings.Contains(b, c.not) {
			t.Errorf("%s has %s", c.target, c.not)
		}
		framed := strings.Contains(r.Header.Get("Content-Security-Policy"), "frame-ancestors *")
		if framed != strings.Contains(c.target, "embed=1") {
			t.Errorf("%s: %s", c.target, r.Header.Get("Content-Security-Policy"))
		}
	}
}

// TestMapPageWeight holds what scripts of a map weigh on the wire.
func TestMapPageWeight(t *testing.T) {
	s := newServer(t, Options{})
	total := 0
	for _, file := range []string{"map.js", "map.css"} {
		total += len(body(t, get(s, "GET", "/static/"+file, "Accept-Encoding", "gzip")))
	}
	if total > 64<<10 {
		t.Errorf("%d bytes", total)
	}
}

// TestBrowserTiles holds that tiles are fetched where the operator says, and
// that the policy of the page lets them through.
func TestBrowserTiles(t *testing.T) {
	var asked atomic.Int32
	tiles := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Write([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#cde"/></svg>`))
	}))
	t.Cleanup(tiles.Close)
	where, err := web.NewTiles(tiles.URL+"/{z}/{x}/{y}.svg", "© Essai")
	if err != nil {
		t.Fatal(err)
	}
	origin := httptest.NewServer(newServer(t, Options{Tiles: where}))
	t.Cleanup(origin.Close)
	page := visit(t, browser.Window{Width: screenWidth, Height: 1400, Flags: []string{"--virtual-time-budget=12000"}}, origin.URL+"/tnl/map?embed=1")
	for _, m := range page.Messages {
		t.Error(m)
	}
	tiles.Close() // waits for what is under way
	if n := asked.Load(); n < 4 {
		t.Errorf("%d tiles asked for", n)
	}
}
