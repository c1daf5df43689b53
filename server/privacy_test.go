package server

import (
	"bytes"
	"html"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var elsewhere = regexp.MustCompile(`https?:|//|\*`)

// TestPrivacy holds what /privacy claims: of every address of the service, and
// of the log.
func TestPrivacy(t *testing.T) {
	var log bytes.Buffer
	s := newServer(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil)), AccessLog: true, Badges: true})
	for _, r := range s.table.Routes() {
		if r.Method() != "GET" {
			continue
		}
		got := get(s, "HEAD", r.Example, "Cookie", "a=b", "User-Agent", "Curious/1.0", "Referer", "https://town.example/page")
		if c := got.Header.Values("Set-Cookie"); len(c) > 0 {
			t.Errorf("%s sets a cookie: %q", r.Example, c)
		}
		page := strings.HasPrefix(got.Header.Get("Content-Type"), "text/html")
		if p := got.Header.Get("Content-Security-Policy"); page && (p == "" || elsewhere.MatchString(p)) {
			t.Errorf("%s: policy %q", r.Example, p)
		}
	}
	for _, secret := range []string{"Curious", "town.example", "192.0.2.1 ", "192.0.2.1:", "a=b"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}

	// The line on the page has the fields of a line that is written.
	log.Reset()
	get(s, "GET", "/tnl/2020/3/logo.svg")
	text := html.UnescapeString(string(body(t, get(s, "GET", "/privacy"))))
	names := regexp.MustCompile(`(\w+)=`)
	written := names.FindAllString(strings.SplitN(strings.SplitN(log.String(), "\n", 2)[0], " ", 2)[1], -1) // without the time
	shown := names.FindAllString(regexp.MustCompile(`level=INFO msg=request.*`).FindString(text), -1)
	if strings.Join(written, " ") != strings.Join(shown, " ") {
		t.Errorf("the page shows %q, the log has %q", shown, written)
	}
	if p := get(s, "GET", "/privacy").Header.Get("Content-Security-Policy"); !strings.Contains(text, p) {
		t.Errorf("the policy of the page is not on it: %s", p)
	}
}

// TestPrivacyOfTheCode holds that nothing reads what the page says is not even
// read, or writes what it says is forgotten: ParseMultipartForm and what calls it
// put large files on the disk.
func TestPrivacyOfTheCode(t *testing.T) {
	for _, dir := range []string{".", "../web", "../press", "../catalog", "../verify", "../attest"} {
		err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			code, err := os.ReadFile(name)
			for _, word := range []string{".UserAgent()", ".Referer()", `"User-Agent"`, `"Referer"`, "SetCookie", ".Cookie(", "X-Forwarded-For",
				"os.Create", "os.WriteFile", "os.OpenFile", "ParseMultipartForm(", "FormFile(", "FormValue(", "PostForm"} {
				if bytes.Contains(code, []byte(word)) {
					t.Errorf("%s has %s", name, word)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
