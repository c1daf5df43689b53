package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"panonceau/catalog"
	"panonceau/internal/seal"
	"panonceau/press"
)

// trusting returns a server of the pack for tests with a key, some awards and
// a clock that the test sets.
func trusting(t testing.TB, clock *time.Time, rows string) (*Server, *catalog.Catalog) {
	t.Helper()
	c := trustedCatalog(t, clock, rows)
	return New(c, press.New(press.Options{Revision: "test"}), Options{}), c
}

func trustedCatalog(t testing.TB, clock *time.Time, rows string) *catalog.Catalog {
	t.Helper()
	keys, err := seal.ParseKeys("keys", []byte("k1 "+strings.Repeat("a1", 32)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(catalog.Sources{
		Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Keys: keys,
		Registry: []byte("id,name,kind,edition,level,state,state_date\n" + rows), RegistryName: "coquelicot-holders.csv",
		Now: func() time.Time { return *clock },
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSignatureEnds follows a signed picture past its end, through caches.
func TestSignatureEnds(t *testing.T) {
	now := time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	s, c := trusting(t, &now, "")
	address, err := c.Sign("/coquelicot/2022-2024/deux/card.svg?name=Lyon", "", now.Add(2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	step := func(what, method, state, cache string, status int, fields ...string) *http.Response {
		t.Helper()
		r := get(s, method, address, fields...)
		h := r.Header
		if r.StatusCode != status || h.Get("Panonceau-State") != state || h.Get("Cache-Control") != cache {
			t.Errorf("%s: %d, state %q, %s; want %d %q %s", what, r.StatusCode, h.Get("Panonceau-State"), h.Get("Cache-Control"), status, state, cache)
		}
		return r
	}
	first := step("signed", "GET", "", "public, max-age=7200", 200)
	if link := first.Header.Get("Link"); link != "<"+address+`>; rel="canonical"` {
		t.Errorf("link %s", link)
	}
	tag := first.Header.Get("ETag")
	now = now.Add(time.Hour)
	step("kept", "HEAD", "", "public, max-age=3600", 200)
	step("not modified", "GET", "", "public, max-age=3600", 304, "If-None-Match", tag)
	now = now.Add(time.Hour)
	over := step("over", "GET", "expired-signature", cacheState, 200)
	if over.Header.Get("ETag") == tag || !strings.Contains(string(body(t, over)), "specimen") {
		t.Error("the picture that is over is not another one, or not marked")
	}
	step("over, by HEAD", "HEAD", "expired-signature", cacheState, 200)
	step("over, with the old tag", "GET", "expired-signature", cacheState, 200, "If-None-Match", tag)
	step("over, with the new tag", "GET", "expired-signature", cacheState, 304, "If-None-Match", over.Header.Get("ETag"))
	step("a part of it", "GET", "expired-signature", cacheState, 200, "Range", "bytes=0-99")

	address = strings.Replace(address, "Lyon", "Paris", 1)
	step("replayed", "GET", "bad-signature", cacheState, 200)
	step("replayed, with the tag of the signed one", "GET", "bad-signature", cacheState, 200, "If-None-Match", tag)
}

// TestRegistryReload holds that a withdrawn award is gone with the next
// request, whatever was remembered before.
func TestRegistryReload(t *testing.T) {
	now := time.Date(2021, 6, 1, 0, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, "xsitiv,SITIV,bourg,2019-2021,une,,\nxsitiv,SITIV,bourg,2022-2024,deux,,\n")
	const base = "/coquelicot/holders/xsitiv/"
	tag := get(s, "GET", base+"2022-2024/card.svg").Header.Get("ETag")
	latest := get(s, "GET", base+"latest/card.svg").Header.Get("ETag")

	s.Replace(trustedCatalog(t, &now, "xsitiv,SITIV,bourg,2019-2021,une,,\nxsitiv,SITIV,bourg,2022-2024,deux,withdrawn,2021-05-12\n"))
	for _, a := range []struct {
		target, state string
		status        int
	}{
		{base + "2022-2024/card.svg", "withdrawn", 200},
		{base + "2022-2024/card.png", "withdrawn", 200},
		{base + "2022-2024/card.json", "withdrawn", 410},
		{base + "2022-2024/card.svg?v=" + strings.Trim(tag, `"`)[:12], "withdrawn", 200},
		{base + "2019-2021/card.svg", "", 200},
		{base + "latest/card.svg", "", 200},
		{base + "2022-2024.zip", "", 404},
	} {
		r := get(s, "GET", a.target, "If-None-Match", tag+", "+latest)
		if r.StatusCode != a.status || r.Header.Get("Panonceau-State") != a.state {
			t.Errorf("%s: %d %q; want %d %q", a.target, r.StatusCode, r.Header.Get("Panonceau-State"), a.status, a.state)
		}
		if cache := r.Header.Get("Cache-Control"); a.state != "" && cache != cacheState {
			t.Errorf("%s: %s", a.target, cache)
		}
	}
}

// TestTwinTellsTheState holds what programs read of an award that ended.
func TestTwinTellsTheState(t *testing.T) {
	now := time.Date(2022, 6, 1, 0, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, "xsitiv,SITIV,bourg,2019-2021,une,,\nxsitiv,SITIV,bourg,2022-2024,deux,suspended,2022-05-12\n")
	for target, want := range map[string]catalog.TwinState{
		"/coquelicot/holders/xsitiv/2019-2021/card.json": {Code: "expired"},
		"/coquelicot/holders/xsitiv/2022-2024/card.json": {Code: "suspended", Since: "2022-05-12"},
	} {
		r := get(s, "GET", target)
		var twin catalog.Twin
		if err := json.Unmarshal(body(t, r), &twin); err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != 200 || twin.State.Code != want.Code || twin.State.Since != want.Since || twin.State.Attest {
			t.Errorf("%s: %d %+v", target, r.StatusCode, twin.State)
		}
	}
}

// TestKeysDoNotLeak asks for everything that could show a key.
func TestKeysDoNotLeak(t *testing.T) {
	now := time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	s, _ := trusting(t, &now, "")
	for _, target := range []string{"/", "/healthz", "/readyz", "/coquelicot/2022-2024/deux/card.json?name=x&sig=k1",
		"/coquelicot/2022-2024/deux/card.svg?name=x&sig=k1.0." + url.QueryEscape("AAAA")} {
		if b := string(body(t, get(s, "GET", target))); strings.Contains(strings.ToLower(b), strings.Repeat("a1", 8)) {
			t.Errorf("%s shows the key", target)
		}
	}
}
