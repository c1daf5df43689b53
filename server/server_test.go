package server

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/web"
)

// bundled is the catalog inside the program, read once for all tests.
var bundled = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Load(catalog.Sources{Credentials: testCredentials}) })

// newServer returns a server of the bundled catalog with an empty cache.
func newServer(t testing.TB, o Options) *Server {
	t.Helper()
	c, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return New(c, press.New(press.Options{Revision: "test"}), o)
}

// get sends a request with header fields given as names and values.
func get(s http.Handler, method, target string, fields ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(fields); i += 2 {
		r.Header.Add(fields[i], fields[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, r *http.Response) []byte {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPictures(t *testing.T) {
	s := newServer(t, Options{})
	// check asks for an address twice, so that the second answer is a
	// remembered one, and compares the status, the media type, the cache
	// class and the state.
	check := func(target string, status int, mediaType, cache, state string) {
		t.Helper()
		for range 2 {
			r := get(s, "GET", target)
			h := r.Header
			if r.StatusCode != status || h.Get("Content-Type") != mediaType {
				t.Errorf("%s: %d %s; want %d %s", target, r.StatusCode, h.Get("Content-Type"), status, mediaType)
			}
			if h.Get("Cache-Control") != cache {
				t.Errorf("%s: Cache-Control %q; want %q", target, h.Get("Cache-Control"), cache)
			}
			if h.Get("Panonceau-State") != state {
				t.Errorf("%s: state %q; want %q", target, h.Get("Panonceau-State"), state)
			}
			if len(h["Set-Cookie"]) > 0 {
				t.Errorf("%s: sets a cookie", target)
			}
			checkBody(t, target, mediaType, body(t, r))
		}
	}
	const (
		svg, png, pdf = "image/svg+xml", "image/png", "application/pdf"
		json, html    = "application/json", "text/html; charset=utf-8"
		words         = "text/plain; charset=utf-8"
	)

	check("/tnl/2020/3/logo.svg", 200, svg, cacheEdition, "")
	check("/tnl/2025/or/logo.png?width=512", 200, png, cacheEdition, "")
	check("/tnl/holders/213801517/latest/badge.svg", 200, svg, cacheLatest, "")
	check("/tnl/holders/213801517-echirolles/latest/badge.svg", 200, svg, cacheLatest, "")
	check("/tnl/holders/217500016/2018/sign.svg", 200, svg, cacheEdition, "")
	check("/tnl/holders/217500016/2018/sign.pdf", 200, pdf, cacheEdition, "")
	check("/tnl/2020/3/logo.json", 200, json, cachePage, "")

	// What is missing is a picture that says so; its twin tells the status.
	check("/tnl/2024/9/logo.svg", 200, svg, cacheState, "unknown-level")
	check("/tnl/2024/9/logo.json", 404, json, cacheState, "unknown-level")
	check("/tnl/1999/3/logo.png", 200, png, cacheState, "unknown-edition")
	check("/tnl/holders/213801517/1999/badge.svg", 200, svg, cacheState, "unknown-edition")
	check("/tnl/holders/213801517/2016/badge.svg", 200, svg, cacheState, "not-awarded")
	check("/tnl/holders/732829320/latest/badge.svg", 200, svg, cacheState, "unknown-holder")
	check("/tnl/2020/3/poster-of-mine.svg", 200, svg, cacheState, "unknown-design")
	check("/nobody/2020/3/logo.svg", 200, svg, cacheState, "unknown-label")

	// Free text is drawn, and marked.
	check("/tnl/2020/3/badge.svg?name=Y", 200, svg, cacheEdition, "specimen")

	// What is malformed is refused by a picture in the format asked for.
	check("/tnl/2020/3/logo.svg?colour=x", 400, svg, cacheState, "invalid")
	check("/tnl/2020/3/logo.png?width=0", 400, png, cacheState, "invalid")
	check("/tnl/2020/3/logo.json?colour=x", 400, json, cacheState, "")
	check("/tnl/2020/3/logo.svg?variant=pink", 400, svg, cacheState, "invalid")
	check("/TNL/2020/3/logo.svg", 400, svg, cacheState, "invalid")
	check("/tnl/2020/3/logo.svg?name="+strings.Repeat("x", 3000), 400, words, cacheState, "")
	check("/tnl/2020/3/sign.pdf?bleed=50", 400, words, cacheState, "")
	check("/tnl/2020/3/sign.pdf?colour=x", 400, words, cacheState, "")

	// What has not the shape of a picture is a short page.
	check("/wp-login.php", 404, html, cacheState, "")
	check("/a/b/c/d/e/f", 404, html, cacheState, "")
	check("/static/nothing", 404, html, cacheState, "")
}

// checkBody checks that a body is what its media type says.
func checkBody(t *testing.T, target, mediaType string, body []byte) {
	t.Helper()
	var err error
	switch mediaType {
	case "image/svg+xml":
		err = xml.Unmarshal(body, new(struct{}))
		if s := string(body); strings.Contains(s, "<text") || strings.Contains(s, "<script") {
			t.Errorf("%s: has text or a script", target)
		}
	case "image/png":
		_, err = png.Decode(bytes.NewReader(body))
	case "application/json":
		err = json.Unmarshal(body, new(map[string]any))
	}
	if err != nil {
		t.Errorf("%s: %v", target, err)
	}
}

func TestHeadersOfPictures(t *testing.T) {
	s := newServer(t, Options{Base: "https://labels.example"})
	for name, want := range map[string]string{
		"Access-Control-Allow-Origin":  "*",
		"Cross-Origin-Resource-Policy": "cross-origin",
		"X-Content-Type-Options":       "nosniff",
		"Content-Security-Policy":      contentPolicy,
		"Vary":                         "Accept-Encoding",
		"Link":                         `<https://labels.example/tnl/2020/3/logo.svg?variant=mono&lang=en>; rel="canonical"`,
		"Content-Disposition":          `attachment; filename="tnl-2020-3-logo-mono.svg"`,
	} {
		r := get(s, "GET", "/tnl/2020/3/logo.svg?download&lang=en&variant=mono")
		if got := r.Header.Get(name); got != want {
			t.Errorf("%s: %q; want %q", name, got, want)
		}
	}
	r := get(s, "GET", "/tnl/2020/3/logo.png")
	for _, name := range []string{"Vary", "Content-Security-Policy", "Content-Disposition", "Content-Encoding"} {
		if got, ok := r.Header[name]; ok {
			t.Errorf("png: %s: %q; want none", name, got)
		}
	}
	if n := len(r.Header); n > 8 {
		t.Errorf("png: %d header fields; more than 8 cost net/http a larger map", n)
	}
}

func TestHeadIsGetWithoutBody(t *testing.T) {
	s := newServer(t, Options{})
	for _, target := range []string{
		"/tnl/2020/3/logo.svg", "/tnl/2020/3/logo.png", "/tnl/2020/3/logo.json", "/tnl/2024/9/logo.svg",
		"/tnl/2020/3/logo.svg?colour=x", "/", "/nothing", staticFile(t, s, "page.css"), "/favicon.ico",
	} {
		for range 2 {
			head, full := get(s, "HEAD", target), get(s, "GET", target)
			if head.StatusCode != full.StatusCode {
				t.Errorf("%s: HEAD %d, GET %d", target, head.StatusCode, full.StatusCode)
			}
			for name := range full.Header {
				if head.Header.Get(name) != full.Header.Get(name) {
					t.Errorf("%s: %s: HEAD %q, GET %q", target, name, head.Header.Get(name), full.Header.Get(name))
				}
			}
			if b := body(t, head); len(b) > 0 {
				t.Errorf("%s: HEAD has a body of %d bytes", target, len(b))
			}
		}
	}
}

func TestNotModified(t *testing.T) {
	s := newServer(t, Options{})
	const target = "/tnl/2020/3/logo.svg"
	order, _ := s.site.Load().catalog.Resolve(must(catalog.ParseRequest(target)))
	etag := s.press.ETag(order)
	for _, c := range []struct {
		match  string
		status int
	}{
		{etag, 304},
		{"W/" + etag, 304},
		{`"other", ` + etag, 304},
		{strings.TrimSuffix(etag, `"`) + `-gzip"`, 304},
		{"*", 304},
		{`"other"`, 200},
	} {
		r := get(s, "GET", target, "If-None-Match", c.match, "Accept-Encoding", "gzip")
		if r.StatusCode != c.status {
			t.Errorf("If-None-Match %s: %d; want %d", c.match, r.StatusCode, c.status)
		}
		if r.StatusCode == 304 {
			if n := s.press.Stats().Made; n != 0 {
				t.Errorf("If-None-Match %s: %d pictures were made for a 304", c.match, n)
			}
			if len(body(t, r)) > 0 || r.Header.Get("Cache-Control") != cacheEdition || r.Header.Get("Etag") == "" {
				t.Errorf("If-None-Match %s: 304 with %v", c.match, r.Header)
			}
		}
	}
	if r := get(s, "POST", target, "If-None-Match", etag); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, Allow %q", r.StatusCode, r.Header.Get("Allow"))
	}
}

func TestCodings(t *testing.T) {
	s := newServer(t, Options{})
	const target = "/tnl/2020/3/logo.svg"
	plain := body(t, get(s, "GET", target))
	tags := map[string]bool{}
	for _, c := range []struct {
		accept, coding string
		open           func(io.Reader) (io.Reader, error)
	}{
		{"", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
		{"gzip", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"gzip, br", "br", func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }},
	} {
		r := get(s, "GET", target, "Accept-Encoding", c.accept)
		if got := r.Header.Get("Content-Encoding"); got != c.coding {
			t.Fatalf("Accept-Encoding %q: %q; want %q", c.accept, got, c.coding)
		}
		tags[r.Header.Get("Etag")] = true
		opened, err := c.open(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(opened); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("Accept-Encoding %q: another picture (%v)", c.accept, err)
		}
	}
	if len(tags) != 3 {
		t.Errorf("entity tags %v; want one for each coding", tags)
	}
	if r := get(s, "GET", "/tnl/2020/3/logo.png", "Accept-Encoding", "gzip"); r.Header.Get("Content-Encoding") != "" {
		t.Error("a PNG file was compressed again")
	}
}

func TestPinned(t *testing.T) {
	s := newServer(t, Options{})
	var twin struct{ Digest string }
	if err := json.Unmarshal(body(t, get(s, "GET", "/tnl/2020/3/logo.json")), &twin); err != nil {
		t.Fatal(err)
	}
	pinned := get(s, "GET", "/tnl/2020/3/logo.svg?v="+twin.Digest)
	if got := pinned.Header.Get("Cache-Control"); got != cachePinned {
		t.Errorf("with its digest: %q; want %q", got, cachePinned)
	}
	other := get(s, "GET", "/tnl/2020/3/logo.svg?v=0123456789ab")
	if got := other.Header.Get("Cache-Control"); got != cacheEdition {
		t.Errorf("with another digest: %q; want %q", got, cacheEdition)
	}
	if !bytes.Equal(body(t, pinned), body(t, other)) {
		t.Error("the digest changes the picture")
	}
}

func TestRangeIsIgnored(t *testing.T) {
	r := get(newServer(t, Options{}), "GET", "/tnl/2020/3/logo.svg", "Range", "bytes=0-9")
	if r.StatusCode != 200 || len(body(t, r)) < 1000 {
		t.Errorf("status %d; want the whole picture", r.StatusCode)
	}
}

func TestColdStampede(t *testing.T) {
	s := newServer(t, Options{})
	var group sync.WaitGroup
	for range 40 {
		group.Go(func() { get(s, "GET", "/tnl/2025/or/social.svg") })
	}
	group.Wait()
	if n := s.press.Stats().Made; n != 1 {
		t.Errorf("%d pictures were made for 40 requests at once", n)
	}
}

func TestServedIsDrawn(t *testing.T) {
	s := newServer(t, Options{})
	for _, target := range []string{"/tnl/2020/3/logo.svg", "/tnl/2025/or/badge.png?scale=2", "/tnl/2024/9/logo.svg"} {
		order, err := s.site.Load().catalog.Resolve(must(catalog.ParseRequest(target)))
		if err != nil {
			t.Fatal(err)
		}
		var drawn bytes.Buffer
		if err := press.Draw(&drawn, order); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(drawn.Bytes(), body(t, get(s, "GET", target))) {
			t.Errorf("%s: the server sends other bytes than are drawn", target)
		}
	}
}

func TestPanicIsSurvived(t *testing.T) {
	var log bytes.Buffer
	s := newServer(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	s.table = web.NewTable(nil, func(http.ResponseWriter, *http.Request) { panic("a defect") })
	r := get(s, "GET", "/defect")
	if r.StatusCode != 500 || r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d, Cache-Control %q", r.StatusCode, r.Header.Get("Cache-Control"))
	}
	if !strings.Contains(log.String(), "a defect") || !strings.Contains(log.String(), "server_test.go") {
		t.Errorf("the log does not tell what happened: %s", log.String())
	}
}

func TestAccessLog(t *testing.T) {
	var log bytes.Buffer
	s := newServer(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil)), AccessLog: true})
	get(s, "GET", "/tnl/2020/3/logo.svg") // httptest calls from 192.0.2.1
	line := log.String()
	for _, want := range []string{"uri=/tnl/2020/3/logo.svg", "status=200", "from=192.0.2.0/24"} {
		if !strings.Contains(line, want) {
			t.Errorf("%s: not in %q", want, line)
		}
	}
	if strings.Contains(line, "192.0.2.1") {
		t.Errorf("the whole address is in %q", line)
	}
}

func TestReplace(t *testing.T) {
	s := newServer(t, Options{})
	get(s, "GET", "/tnl/2020/3/logo.svg")
	old := s.site.Load()
	s.Replace(old.catalog)
	if _, n := s.site.Load().answers.Weight(); n != 0 {
		t.Errorf("%d answers of the old catalog are remembered", n)
	}
	if r := get(s, "GET", "/tnl/2020/3/logo.svg"); r.StatusCode != 200 {
		t.Errorf("status %d from the new catalog", r.StatusCode)
	}
}

func TestServe(t *testing.T) {
	s := newServer(t, Options{})
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no network: ", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- s.Serve(ctx, ln) }()
	url := "http://" + ln.Addr().String()
	r, err := http.Get(url + "/readyz")
	if err != nil || r.StatusCode != 200 {
		t.Fatalf("/readyz: %v, %v", r, err)
	}
	r.Body.Close()
	s.Drain()
	r, err = http.Get(url + "/tnl/2020/3/logo.svg")
	if err != nil || r.StatusCode != 200 || !r.Close {
		t.Errorf("while stopping: %v, %v; want the picture and a closed connection", r, err)
	}
	r.Body.Close()
	if r = get(s, "GET", "/readyz"); r.StatusCode != 503 {
		t.Errorf("/readyz while stopping: %d", r.StatusCode)
	}
	if r = get(s, "GET", "/healthz"); r.StatusCode != 200 {
		t.Errorf("/healthz while stopping: %d", r.StatusCode)
	}
	stop()
	if err := <-done; err != nil {
		t.Errorf("Serve: %v", err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
