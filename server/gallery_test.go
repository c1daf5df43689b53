package server

import (
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"panonceau/catalog"
	"panonceau/press"
)

var lastingAddress = regexp.MustCompile(`^/static/[a-zA-Z0-9.-]+\?v=[0-9a-f]{12}$`)

// TestGallery holds that the page is whole, in both languages: every image and
// every link of its own leads somewhere, and every image says what it shows.
func TestGallery(t *testing.T) {
	s := newServer(t, Options{})
	for _, target := range []string{"/", "/?lang=en", "/?lang=fr&q=echiroles", "/?label=x&q=nowhere"} {
		r := get(s, "GET", target)
		if r.StatusCode != http.StatusOK {
			t.Fatalf("%s: status %d: %s", target, r.StatusCode, body(t, r))
		}
		if got := r.Header.Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'; ") {
			t.Errorf("%s: policy %q", target, got)
		}
		doc, err := html.Parse(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		images := 0
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			at := attributes(n)
			switch n.Data {
			case "img":
				images++
				if at["alt"] == "" && at["width"] != "30" {
					t.Errorf("%s: %s has no alt", target, at["src"])
				}
				if at["width"] == "0" || at["height"] == "0" || at["width"] == "" {
					t.Errorf("%s: %s is %s by %s", target, at["src"], at["width"], at["height"])
				}
				answers(t, s, at["src"])
			case "source":
				answers(t, s, at["srcset"])
			case "link", "script":
				answers(t, s, at["href"]+at["src"])
				if a := at["href"] + at["src"]; !strings.HasPrefix(a, "/favicon.") && !lastingAddress.MatchString(a) {
					t.Errorf("%s: %s cannot be kept for ever", target, a)
				}
			case "style":
				t.Errorf("%s: <style> is not allowed by the policy", target)
			case "textarea":
				if n.FirstChild == nil || !strings.Contains(n.FirstChild.Data, "http://example.com/tnl/") {
					t.Errorf("%s: a snippet without an address", target)
				}
			}
			if at["style"] != "" || at["onclick"] != "" {
				t.Errorf("%s: <%s> has what the policy forbids", target, n.Data)
			}
		}
		if images < 12 {
			t.Errorf("%s: only %d images", target, images)
		}
	}
}

// TestGalleryOfAnotherLabel holds that the page needs no design of a certain
// name.
func TestGalleryOfAnotherLabel(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs")})
	if err != nil {
		t.Fatal(err)
	}
	s := New(c, press.New(press.Options{}), Options{})
	page := string(body(t, get(s, "GET", "/create?lang=en")))
	for _, d := range c.Packs[0].Designs {
		if d.Orderable() && !strings.Contains(page, "/"+d.ID+".svg") {
			t.Errorf("design %q is not on the page", d.ID)
		}
	}
	if r := get(s, "GET", "/favicon.ico"); r.StatusCode != http.StatusNotFound {
		t.Errorf("/favicon.ico: %d from a label without a mark", r.StatusCode)
	}
}

func attributes(n *html.Node) map[string]string {
	at := make(map[string]string)
	for _, a := range n.Attr {
		at[a.Key] = a.Val
	}
	return at
}

// answers checks that an address of the page is a picture or a file, and none
// that says that something is missing.
func answers(t *testing.T, s *Server, address string) {
	t.Helper()
	r := get(s, "HEAD", address)
	if r.StatusCode != http.StatusOK || r.Header.Get("Panonceau-State") != "" {
		t.Errorf("%s: %d %s", address, r.StatusCode, r.Header.Get("Panonceau-State"))
	}
}

func TestGalleryLanguage(t *testing.T) {
	s := newServer(t, Options{})
	for _, c := range []struct{ target, accept, want string }{
		{"/", "", `<html lang="fr">`},
		{"/", "en-GB,en;q=0.9", `<html lang="en">`},
		{"/?lang=fr", "en", `<html lang="fr">`},
		{"/nothing", "en", "There is nothing"},
		{"/nothing", "", "Il n’y a rien"},
	} {
		r := get(s, "GET", c.target, "Accept-Language", c.accept)
		if b := string(body(t, r)); !strings.Contains(b, c.want) {
			t.Errorf("%s for %q: no %s", c.target, c.accept, c.want)
		}
		if r.Header.Values("Vary")[0] != "Accept-Language" {
			t.Errorf("%s: Vary %q", c.target, r.Header.Get("Vary"))
		}
	}
}

func TestStatic(t *testing.T) {
	s := newServer(t, Options{})
	css := get(s, "GET", staticFile(t, s, "page.css"))
	if css.Header.Get("Cache-Control") != cachePinned || css.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("page.css: %v", css.Header)
	}
	for _, m := range regexp.MustCompile(`url\(([^)]+)\)`).FindAllStringSubmatch(string(body(t, css)), -1) {
		r := get(s, "GET", "/static/"+m[1])
		if r.StatusCode != 200 || r.Header.Get("Cache-Control") != cachePinned {
			t.Errorf("%s in page.css: %d, %s", m[1], r.StatusCode, r.Header.Get("Cache-Control"))
		}
	}
	r := get(s, "GET", "/static/page.js", "If-None-Match", get(s, "HEAD", "/static/page.js").Header.Get("Etag"))
	if r.StatusCode != http.StatusNotModified {
		t.Errorf("page.js with its tag: %d", r.StatusCode)
	}
}

// staticFile returns the lasting address of a file of the pages, as they give it.
func staticFile(t *testing.T, s *Server, name string) string {
	t.Helper()
	page := string(body(t, get(s, "GET", "/")))
	found := regexp.MustCompile(`/static/` + regexp.QuoteMeta(name) + `\?v=[0-9a-f]+`).FindString(page)
	if found == "" {
		t.Fatalf("no page needs %s", name)
	}
	return found
}
