package server

import (
	"net/http"
	"strings"
	"testing"

	"panonceau/catalog"
)

// TestFaulty holds that those who work on packs see what is wrong with them,
// escaped, until it is not; and that nobody else does.
func TestFaulty(t *testing.T) {
	fault := catalog.Fault{Place: "tnl/label.toml:12:3", What: `no ink is called "<b>"`, Do: "add an [[ink]]"}
	for _, authoring := range []bool{true, false} {
		s := newServer(t, Options{Authoring: authoring})
		s.Faulty([]catalog.Fault{fault})
		for _, page := range []string{"/?lang=en", "/nothing"} {
			r := get(s, "GET", page)
			got := string(body(t, r))
			if strings.Contains(got, "tnl/label.toml:12:3") != authoring || strings.Contains(got, "add an [[ink]]") != authoring || strings.Contains(got, `"<b>"`) {
				t.Errorf("authoring %v: %s\n%s", authoring, page, got)
			}
			if (r.Header.Get("Cache-Control") == "no-store") != authoring && r.StatusCode == http.StatusOK {
				t.Errorf("authoring %v: %s: Cache-Control %s", authoring, page, r.Header.Get("Cache-Control"))
			}
		}
		if r := get(s, "GET", "/tnl/2020/3/logo.svg"); r.StatusCode != http.StatusOK || (r.Header.Get("Cache-Control") == "no-cache") != authoring {
			t.Errorf("authoring %v: a picture: %d, %s", authoring, r.StatusCode, r.Header.Get("Cache-Control"))
		}
		s.Replace(s.site.Load().catalog)
		if got := string(body(t, get(s, "GET", "/"))); strings.Contains(got, "label.toml") {
			t.Error("the faults are told after they were mended")
		}
	}
}
