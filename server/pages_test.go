package server

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"image/png"
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestPages holds that every page of the table is whole, in both languages: one
// title, each id once, an alternative for each image, and what it leads to is
// there.
func TestPages(t *testing.T) {
	s := newServer(t, Options{Badges: true})
	asked := make(map[string]bool) // addresses that answered
	for _, r := range s.table.Routes() {
		if r.Method() != "GET" || r.Answers[0].Media != "text/html" {
			continue
		}
		for _, lang := range []string{"fr", "en"} {
			got := get(s, "GET", r.Example, "Accept-Language", lang)
			page := body(t, got)
			balanced(t, r.Example, page)
			doc, err := html.Parse(bytes.NewReader(page))
			if err != nil || got.StatusCode != http.StatusOK {
				t.Fatalf("%s: %d, %v", r.Example, got.StatusCode, err)
			}
			wholePage(t, s, r.Example, doc, asked)
		}
	}
}

// TestSitemap holds that search engines are led to pages that are there, in both
// languages, and only to those.
func TestSitemap(t *testing.T) {
	s := newServer(t, Options{})
	var list struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(body(t, get(s, "GET", "/sitemap.xml")), &list); err != nil {
		t.Fatal(err)
	}
	holders := len(s.site.Load().catalog.Holders("tnl"))
	if len(list.URLs) < 2*holders {
		t.Errorf("%d addresses for %d holders in two languages", len(list.URLs), holders)
	}
	for _, u := range list.URLs {
		if len(u.Links) != 2 || u.Links[0].Lang != "fr" || u.Links[1].Href != u.Links[0].Href+"?lang=en" {
			t.Errorf("%s: %+v", u.Loc, u.Links)
		}
		path, ok := strings.CutPrefix(u.Loc, "http://example.com")
		if r := get(s, "HEAD", path); !ok || r.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", u.Loc, r.StatusCode)
		}
	}
	for _, part := range []string{"0", "2", "x", "-1", "99999999999999999999"} {
		if r := get(s, "GET", "/sitemap.xml?part="+part); r.StatusCode != http.StatusNotFound {
			t.Errorf("part %s: %d", part, r.StatusCode)
		}
	}
	if robots := string(body(t, get(s, "GET", "/robots.txt"))); !strings.Contains(robots, "Sitemap: http://example.com/sitemap.xml") {
		t.Errorf("robots.txt: %s", robots)
	}
}

// TestIcon holds that the icon has its three pictures, each where the directory
// says.
func TestIcon(t *testing.T) {
	b := body(t, get(newServer(t, Options{}), "GET", "/favicon.ico"))
	little := binary.LittleEndian
	if !bytes.HasPrefix(b, []byte{0, 0, 1, 0, 3, 0}) {
		t.Fatalf("begins with % x", b[:6])
	}
	for i, want := range []int{16, 32, 48} {
		entry := b[6+16*i:]
		at, size := little.Uint32(entry[12:]), little.Uint32(entry[8:])
		img, err := png.Decode(bytes.NewReader(b[at : at+size]))
		if err != nil || img.Bounds().Dx() != want || int(entry[0]) != want || int(entry[1]) != img.Bounds().Dy() {
			t.Errorf("picture %d: %v, %d by %d in the directory", i, err, entry[0], entry[1])
		}
	}
}

// void are the elements that have no end tag (HTML Living Standard, §13.1.2).
var void = []string{"meta", "link", "img", "br", "hr", "input", "source", "path", "wbr"}

// balanced checks that every element of a page is closed where it was opened.
func balanced(t *testing.T, page string, body []byte) {
	t.Helper()
	var open []string
	for z := html.NewTokenizer(bytes.NewReader(body)); ; {
		kind := z.Next()
		name, _ := z.TagName()
		tag := string(name)
		switch {
		case kind == html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("%s: not closed: %q", page, open)
			}
			return
		case kind == html.StartTagToken && !slices.Contains(void, tag):
			open = append(open, tag)
		case kind == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != tag):
			t.Errorf("%s: </%s> within %q", page, tag, open)
			return
		case kind == html.EndTagToken:
			open = open[:len(open)-1]
		}
	}
}

func wholePage(t *testing.T, s *Server, page string, doc *html.Node, asked map[string]bool) {
	t.Helper()
	ids := make(map[string]bool)
	var titles int
	var anchors []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		at := attributes(n)
		if id, ok := at["id"]; ok {
			if id == "" || ids[id] {
				t.Errorf("%s: the id %q is empty or there twice", page, id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "h1":
			titles++
		case "img":
			if _, ok := at["alt"]; !ok {
				t.Errorf("%s: %s has no alternative", page, at["src"])
			}
		}
		if at["style"] != "" {
			t.Errorf("%s: <%s> has a style that the policy forbids", page, n.Data)
		}
		for _, address := range []string{at["href"], at["src"], at["action"]} {
			if to, ok := strings.CutPrefix(address, "#"); ok {
				anchors = append(anchors, to)
			}
			address, _, _ = strings.Cut(strings.TrimPrefix(address, "http://example.com"), "#")
			if !strings.HasPrefix(address, "/") || asked[address] {
				continue
			}
			asked[address] = true
			if r := get(s, "HEAD", address); r.StatusCode != http.StatusOK && r.StatusCode != http.StatusFound {
				t.Errorf("%s: %s: %d", page, address, r.StatusCode)
			}
		}
	}
	if titles != 1 {
		t.Errorf("%s: %d h1", page, titles)
	}
	for _, a := range anchors {
		if !ids[a] {
			t.Errorf("%s: nothing is at #%s", page, a)
		}
	}
}
