package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestTexts(t *testing.T) {
	s := newServer(t, Options{})
	for _, c := range []struct{ target, media, lang, has string }{
		{"/tnl/holders/213801517/2025/press-release.md", "text/markdown; charset=utf-8", "fr", "# La Ville d’Échirolles obtient"},
		{"/tnl/holders/213801517/2025/press-release.txt", "text/plain; charset=utf-8", "fr", "\nLa Ville d’Échirolles obtient"},
		{"/tnl/holders/213801517/2025/press-release.html?lang=en", "text/html; charset=utf-8", "en", "<h1>Échirolles receives"},
		{"/tnl/holders/213801517-echirolles/latest/post-x.txt", "text/plain; charset=utf-8", "fr", "#TNL2025 @TerrNumLibre"},
	} {
		r := get(s, "GET", c.target)
		h := r.Header
		if r.StatusCode != http.StatusOK || h.Get("Content-Type") != c.media || h.Get("Content-Language") != c.lang ||
			h.Get("Cache-Control") == "" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: %d %v", c.target, r.StatusCode, h)
		}
		if strings.HasPrefix(c.media, "text/html") != strings.Contains(h.Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%s: policy %q", c.target, h.Get("Content-Security-Policy"))
		}
		if got := string(body(t, r)); !strings.Contains(got, c.has) {
			t.Errorf("%s: no %q in\n%s", c.target, c.has, got)
		}
		if head := get(s, "HEAD", c.target); head.StatusCode != http.StatusOK || head.Header.Get("Content-Length") != h.Get("Content-Length") || len(body(t, head)) != 0 {
			t.Errorf("HEAD %s: %d %v", c.target, head.StatusCode, head.Header)
		}
		if again := get(s, "GET", c.target, "If-None-Match", h.Get("Etag")); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s again: %d", c.target, again.StatusCode)
		}
	}
	r := get(s, "GET", "/tnl/holders/213801517/2025/post-x.txt?download=1")
	if got := r.Header.Get("Content-Disposition"); got != `attachment; filename="tnl-echirolles-2025-post-x.txt"` {
		t.Error(got)
	}
}

// TestNoTexts holds that what does not exist says so, in words and by status.
func TestNoTexts(t *testing.T) {
	s := newServer(t, Options{})
	for target, want := range map[string]struct {
		status int
		says   string
	}{
		"/tnl/holders/213801517/2025/letter.txt":                     {404, "texte inconnu : \"letter\" ; attendu : press-release"},
		"/tnl/holders/732829320/latest/press-release.txt":            {404, "titulaire inconnu"},
		"/tnl/holders/213801517/2019/press-release.html?lang=en":     {404, "not awarded"},
		"/tnl/2025/or/press-release.md":                              {404, "les textes sont ceux d’un titulaire"},
		"/nobody/holders/213801517/2025/press-release.md":            {404, "label inconnu"},
		"/tnl/holders/213801517/2025/press-release.txt?theme=dark":   {400, "sans effet sur un texte"},
		"/tnl/holders/213801517/2025/press-release.txt?width=200":    {400, "width"},
		"/tnl/holders/213801517/2025/press-release.txt?lang=klingon": {400, "klingon"},
	} {
		r := get(s, "GET", target)
		got := string(body(t, r))
		if r.StatusCode != want.status || !strings.Contains(strings.ReplaceAll(got, "\u202f", " "), want.says) || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/plain") {
			t.Errorf("%s: %d %s %s", target, r.StatusCode, r.Header.Get("Content-Type"), got)
		}
		if r.Header.Get("Cache-Control") == "" {
			t.Errorf("%s: nothing says how long it may be kept", target)
		}
	}
}
