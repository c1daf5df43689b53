package server

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/kit"
	"panonceau/press"
)

const kitTarget = "/coquelicot/holders/xplouguerneau/2022-2024.zip"

// newKitServer returns a server of the small packs for tests: their kits have
// few files.
func newKitServer(t *testing.T, p press.Options, o Options) *Server {
	t.Helper()
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot"})
	if err != nil {
		t.Fatal(err)
	}
	return New(c, press.New(p), o)
}

func TestKit(t *testing.T) {
	s := newKitServer(t, press.Options{}, Options{AccessLog: true})
	head := get(s, "HEAD", kitTarget)
	if n := s.press.Stats().Made; n != 0 || len(body(t, head)) != 0 {
		t.Errorf("HEAD drew %d pictures", n)
	}
	r := get(s, "GET", kitTarget)
	archive := body(t, r)
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil || len(z.File) < 20 {
		t.Fatalf("%d: %d bytes, %v", r.StatusCode, len(archive), err)
	}
	for name, want := range map[string]string{
		"Content-Type":                "application/zip",
		"Content-Disposition":         `attachment; filename="COQUELICOT-2022-2024-deux_plouguerneau.zip"`,
		"Cache-Control":               cacheEdition,
		"Link":                        `<` + kitTarget + `>; rel="canonical"`,
		"Access-Control-Allow-Origin": "*",
		"X-Content-Type-Options":      "nosniff",
	} {
		if got := r.Header.Get(name); got != want || head.Header.Get(name) != want {
			t.Errorf("%s: %q, with HEAD %q; want %q", name, got, head.Header.Get(name), want)
		}
	}
	etag := r.Header.Get("Etag")
	if etag == "" || head.Header.Get("Etag") != etag {
		t.Errorf("tags %s and %s", etag, head.Header.Get("Etag"))
	}
	if r := get(s, "GET", kitTarget, "If-None-Match", etag); r.StatusCode != http.StatusNotModified {
		t.Errorf("again: %d; want 304", r.StatusCode)
	}
	latest := get(s, "HEAD", "/coquelicot/holders/xplouguerneau/latest.zip")
	if h := latest.Header; h.Get("Cache-Control") != cacheLatest || h.Get("Etag") != etag {
		t.Errorf("latest: %s, %s", h.Get("Cache-Control"), h.Get("Etag"))
	}
}

// TestKitTwin holds that what a kit contains is told before it is made, and its
// size exactly after.
func TestKitTwin(t *testing.T) {
	s := newKitServer(t, press.Options{}, Options{})
	describe := func(target string) (c kit.Contents) {
		t.Helper()
		r := get(s, "GET", target)
		if err := json.Unmarshal(body(t, r), &c); err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d, %v", target, r.StatusCode, err)
		}
		return c
	}
	const target = "/coquelicot/holders/xplouguerneau/latest.json"
	before := describe(target)
	if before.Exact || before.Bytes == 0 || before.Count == 0 || s.press.Stats().Made != 0 {
		t.Errorf("before: %+v", before)
	}
	archive := body(t, get(s, "GET", kitTarget))
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	after := describe(target)
	if !after.Exact || after.Bytes != int64(len(archive)) || after.Count != before.Count {
		t.Errorf("after: %d bytes, exact %v, %d files; want %d", after.Bytes, after.Exact, after.Count, len(archive))
	}
	inside := make(map[string]bool)
	for _, f := range z.File {
		inside[f.Name] = true
	}
	for _, folder := range after.Folders {
		for _, f := range folder.Files {
			if !inside[f.Path] || f.Name == "" || f.MediaType == "" {
				t.Errorf("%+v: not in the archive, or not described", f)
			}
		}
	}
	if r := get(s, "GET", "/coquelicot/holders/xplouguerneau/1999.json"); r.StatusCode != http.StatusNotFound {
		t.Errorf("no such kit: %d", r.StatusCode)
	}
}

// TestKitIsSigned holds that a kit of a server with keys has the pictures that
// it sends one by one, and that its tag tells it from the kit without.
func TestKitIsSigned(t *testing.T) {
	keys, err := attest.ParseKeys("keys", []byte("k1 "+strings.Repeat("a1", 32)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Attest: keys})
	if err != nil {
		t.Fatal(err)
	}
	s := New(c, press.New(press.Options{}), Options{})
	r := get(s, "GET", kitTarget)
	archive := body(t, r)
	if tag := get(newKitServer(t, press.Options{}, Options{}), "HEAD", kitTarget).Header.Get("ETag"); tag == r.Header.Get("ETag") {
		t.Errorf("tag %s with the key and without", tag)
	}
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	signed := make(map[string]int)
	for _, f := range z.File {
		ext := path.Ext(f.Name)
		if !strings.Contains(f.Name, "/") || !slices.Contains([]string{".svg", ".png", ".pdf"}, ext) || strings.HasSuffix(f.Name, ".cut.svg") ||
			strings.HasPrefix(f.Name, "print/charter.") { // which is of no award
			continue
		}
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		result, err := attest.Verify(data, keys, time.Now())
		if err != nil || result.Finding != attest.Signed || result.Claims.HolderID != "xplouguerneau" {
			t.Errorf("%s: %+v, %v", f.Name, result, err)
		}
		signed[ext]++
	}
	if len(signed) != 3 {
		t.Errorf("signed %v; want files of three formats", signed)
	}
}

func TestNoKit(t *testing.T) {
	s := newServer(t, Options{})
	for target, status := range map[string]int{
		"/tnl/holders/213801517/1999.zip":               http.StatusNotFound,
		"/tnl/holders/xnobody/latest.zip":               http.StatusNotFound,
		"/nobody/holders/213801517/latest.zip":          http.StatusNotFound,
		"/tnl/2025/or.zip":                              http.StatusNotFound,
		"/tnl/holders/213801517/2025.zip?theme=dark":    http.StatusBadRequest,
		"/tnl/holders/213801517/2025.zip?lang=klingon":  http.StatusBadRequest,
		"/tnl/holders/213801517-echirolles/2025.zip?v=": http.StatusBadRequest,
	} {
		r := get(s, "GET", target)
		if r.StatusCode != status || strings.HasPrefix(r.Header.Get("Content-Type"), "application/zip") {
			t.Errorf("%s: %d %s; want %d", target, r.StatusCode, r.Header.Get("Content-Type"), status)
		}
	}
}

func TestKitWaitsForItsTurn(t *testing.T) {
	s := newKitServer(t, press.Options{Patience: time.Millisecond}, Options{})
	for {
		release, err := s.press.Reserve(t.Context())
		if errors.Is(err, press.ErrBusy) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		defer release()
	}
	r := get(s, "GET", kitTarget)
	if r.StatusCode != http.StatusServiceUnavailable || r.Header.Get("Retry-After") == "" {
		t.Errorf("%d, Retry-After %q; want 503", r.StatusCode, r.Header.Get("Retry-After"))
	}
	if r := get(s, "GET", "/coquelicot/2022-2024/deux/flower.svg"); r.StatusCode != http.StatusOK {
		t.Errorf("a picture meanwhile: %d", r.StatusCode)
	}
}

// A brokenLine is a client that leaves in the middle of a kit.
type brokenLine struct{ *httptest.ResponseRecorder }

func (brokenLine) Write([]byte) (int, error) { return 0, errors.New("broken") }

func TestKitEndsWithoutItsClient(t *testing.T) {
	s := newKitServer(t, press.Options{}, Options{})
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("panic %v; want the connection to be closed", v)
		}
		release, err := s.press.Reserve(t.Context())
		if err != nil {
			t.Fatalf("its place was not given back: %v", err)
		}
		release()
	}()
	s.ServeHTTP(brokenLine{httptest.NewRecorder()}, httptest.NewRequest("GET", kitTarget, nil))
	t.Error("no panic")
}
