package web

import (
	"net/http"
	"strings"
	"testing"
)

// TestFonts holds that the fonts of pages are small, and are what browsers take
// for WOFF2.
func TestFonts(t *testing.T) {
	const most = 25 << 10
	fonts := 0
	for name, f := range resources {
		if f.mediaType != "font/woff2" {
			continue
		}
		fonts++
		if len(f.body) > most {
			t.Errorf("%s: %d bytes; at most %d", name, len(f.body), most)
		}
		if got := http.DetectContentType(f.body); got != "font/woff2" {
			t.Errorf("%s: %s", name, got)
		}
	}
	if fonts == 0 {
		t.Error("no fonts")
	}
}

// TestTogether holds that the shared styles come first, and a page's own after
// them.
func TestTogether(t *testing.T) {
	css := string(resources["page.css"].body)
	shared, own := strings.Index(css, ":root"), strings.Index(css, ".hero p")
	if shared < 0 || own < shared {
		t.Errorf("shared styles at %d, those of a page at %d", shared, own)
	}
}

func TestPhrases(t *testing.T) {
	for name, p := range phrases {
		if p.fr == "" || p.en == "" {
			t.Errorf("phrase %q: fr %q, en %q", name, p.fr, p.en)
		}
		if strings.Contains(p.fr, "'") {
			t.Errorf("phrase %q: a straight apostrophe in %q", name, p.fr)
		}
		for _, mark := range []string{" :", " ;", " !", " ?", "« ", " »"} {
			if strings.Contains(p.fr, mark) {
				t.Errorf("phrase %q: the space of %q can break: %q", name, mark, p.fr)
			}
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct {
		w             words
		address, want string
	}{
		{words{"fr", false}, "/docs#x", "/docs#x"},
		{words{"en", true}, "/docs", "/docs?lang=en"},
		{words{"en", true}, "/docs?a=b#x", "/docs?a=b&lang=en#x"},
	} {
		if got := c.w.Link(c.address); got != c.want {
			t.Errorf("%v: %s gives %s; want %s", c.w, c.address, got, c.want)
		}
	}
}
