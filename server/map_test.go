package server

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
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

// probe is what a reader does: look at the markers, open a cluster with the
// keyboard, open a marker, go overseas. It tells the console.
const probe = `
const wait = (what) => new Promise((done, fail) => {
  const end = Date.now() + 9000;
  (function look() { const v = what(); if (v) done(v); else if (Date.now() > end) fail(what); else setTimeout(look, 50); })();
});
const all = (s) => [...document.querySelectorAll(s)];
const press = (e, key) => { const o = { key, code: key, keyCode: 13, which: 13, charCode: 13, bubbles: true }; for (const t of ["keydown", "keypress", "keyup"]) e.dispatchEvent(new KeyboardEvent(t, o)); };
(async () => {
  await wait(() => all("img.pin").length > 3 && all(".cluster").length > 0);
  await wait(() => all("img.pin").every((i) => i.complete && i.naturalWidth > 0));
  console.log("probe: land " + (all("path.land").length > 90) + ", halo " + (all("path.halo").length > 5));
  console.log("probe: named " + all("img.pin").every((i) => i.alt.includes(", ") && i.tabIndex === 0));
  const before = all("img.pin").length;
  const largest = all(".cluster").sort((a, b) => parseInt(b.textContent) - parseInt(a.textContent))[0];
  largest.focus(); press(largest, "Enter");
  await wait(() => !largest.isConnected);
  console.log("probe: opened true");
  await wait(() => all("img.pin").length > 0);
  const pin = all("img.pin")[0];
  pin.click();
  const link = await wait(() => document.querySelector(".leaflet-popup a[href*='/tnl/holders/']"));
  console.log("probe: popup " + (link.textContent.length > 2 && link.pathname.startsWith("/tnl/holders/")));
  const views = all("#views button");
  if (views.length) { views[1].click(); await wait(() => all(".leaflet-marker-icon").some((i) => (i.alt || i.textContent).includes("Saint-Joseph"))); }
  console.log("probe: overseas " + (views.length === 2));
  const hosts = new Set(performance.getEntriesByType("resource").map((e) => new URL(e.name).host));
  console.log("probe: alone " + (hosts.size === 1 && hosts.has(location.host)));
  console.log("probe: done " + before);
})().catch((e) => console.log("probe: failed " + e));
`

// TestBrowserMap uses the map as a reader does.
func TestBrowserMap(t *testing.T) {
	page := visitMap(t, Options{}, "/tnl/map?lang=fr", probe)
	told := strings.Join(page.Messages, "\n")
	for _, step := range []string{"land true, halo true", "named true", "opened true", "popup true", "overseas true", "alone true", "done "} {
		if !strings.Contains(told, "probe: "+step) {
			t.Errorf("not: %s", step)
		}
	}
	for _, m := range page.Messages {
		if !strings.Contains(m, "probe: ") || strings.Contains(m, "probe: failed") {
			t.Error(m)
		}
	}
}

// TestBrowserTiles holds that tiles are fetched where the operator says, and
// that the policy of the page lets them through.
func TestBrowserTiles(t *testing.T) {
	var asked []string
	tiles := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		w.Header().Set("Content-Type", "image/svg+xml")
		w.Write([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#cde"/></svg>`))
	}))
	t.Cleanup(tiles.Close)
	where, err := web.NewTiles(tiles.URL+"/{z}/{x}/{y}.svg", "© Essai")
	if err != nil {
		t.Fatal(err)
	}
	page := visitMap(t, Options{Tiles: where}, "/tnl/map?embed=1", "")
	for _, m := range page.Messages {
		t.Error(m)
	}
	tiles.Close() // waits for what is under way
	if len(asked) < 4 {
		t.Errorf("tiles asked for: %q", asked)
	}
}

// visitMap shows a page with a map, and a script in it.
func visitMap(t *testing.T, o Options, target, script string) *browser.Page {
	t.Helper()
	s := newServer(t, o)
	origin := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/probe.js":
			w.Header().Set("Content-Type", "text/javascript")
			w.Write([]byte(script))
		case strings.HasSuffix(r.URL.Path, "/map"):
			r.Header.Del("Accept-Encoding")
			rec := httptest.NewRecorder()
			s.ServeHTTP(rec, r)
			for _, name := range []string{"Content-Type", "Content-Security-Policy"} {
				w.Header().Set(name, rec.Header().Get(name))
			}
			b := rec.Body.Bytes()
			w.Write(bytes.Replace(b, []byte("</body>"), []byte(`<script src="/probe.js"></script></body>`), 1))
		default:
			s.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(origin.Close)
	return visit(t, browser.Window{Width: screenWidth, Height: 1400, Flags: []string{"--virtual-time-budget=12000"}}, origin.URL+target)
}
