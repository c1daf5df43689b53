package web

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"panonceau/catalog"
	"panonceau/press"
)

var bundled = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Load(catalog.Sources{}) })

// testWeb returns the pages of what the program carries.
func testWeb(t testing.TB) *Web {
	t.Helper()
	c, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return New(c, press.New(press.Options{Revision: "test"}), Options{
		Fail: func(w http.ResponseWriter, r *http.Request, err error) { t.Errorf("%s: %v", r.RequestURI, err) }})
}

func visit(handler http.HandlerFunc, target string) *http.Response {
	w := httptest.NewRecorder()
	handler(w, httptest.NewRequest("GET", target, nil))
	return w.Result()
}

// TestScales holds that whoever was granted levels on two scales chooses which
// one is shown, and nobody else is asked.
func TestScales(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "rives"})
	if err != nil {
		t.Fatal(err)
	}
	s := New(c, press.New(press.Options{Revision: "test"}), Options{})
	for _, x := range []struct{ query, want, kept string }{
		{"holder=xmillau&edition=2026", "vagues* gouttes", ""},
		{"holder=xmillau&edition=2026&axis=vagues", "vagues* gouttes", ""},
		{"holder=xmillau&edition=2026&axis=gouttes", "vagues gouttes*", "gouttes"},
		{"holder=xmillau&edition=latest&axis=vagues", "vagues* gouttes", "vagues"},
		{"holder=xmillau&edition=2026&axis=none", "vagues* gouttes", ""},
		{"holder=xmillau&edition=2019", "", ""},
		{"holder=xrodez&edition=2026", "", ""},
		{"edition=2026&level=4-vagues", "", ""},
	} {
		query, _ := url.ParseQuery("label=rives&" + x.query)
		st := s.site.Load().guide(frame{words: words{Lang: "fr"}}, query, "").state(query)
		var got []string
		for _, g := range st.controlGroups() {
			for _, c := range g.Controls {
				for _, o := range c.Options {
					if c.Name == "axis" && o.Selected {
						o.Value += "*"
					}
					if c.Name == "axis" {
						got = append(got, o.Value)
					}
				}
			}
		}
		if strings.Join(got, " ") != x.want || st.values().Get("axis") != x.kept {
			t.Errorf("%s: offers %q, keeps %q; want %q, %q", x.query, got, st.values().Get("axis"), x.want, x.kept)
		}
	}
}

// TestState holds that every state has one address, and that what does not exist
// is the default.
func TestState(t *testing.T) {
	s := testWeb(t)
	for _, c := range []struct{ query, want string }{
		{"", "label=tnl&edition=2025&level=or&design=logo"},
		{"label=none&edition=1&level=2&design=state&variant=pink", "label=tnl&edition=2025&level=or&design=logo"},
		{"holder=213801517", "label=tnl&holder=213801517&edition=2025&design=logo"},
		{"holder=213801517&edition=2021&design=plaque&material=brass&on=wall", "label=tnl&holder=213801517&edition=2021&design=plaque&material=brass&on=wall"},
		{"holder=213801517&edition=latest", "label=tnl&holder=213801517&edition=latest&design=logo"},
		{"holder=213801517&edition=2019", "label=tnl&holder=213801517&edition=2025&design=logo"},
		{"holder=213801517&name=Other", "label=tnl&holder=213801517&edition=2025&design=logo"},
		{"edition=2020&level=3&name=Lyon", "label=tnl&edition=2020&level=3&name=Lyon&design=logo"},
		{"edition=2020&level=or", "label=tnl&edition=2020&level=5&design=logo"},
		{"design=logo&material=brass&on=wall&bleed=3", "label=tnl&edition=2025&level=or&design=logo&bleed=3"},
		{"design=sign&size=free&w=600&h=800", "label=tnl&edition=2025&level=or&design=sign&size=600x800mm"},
		{"design=sign&size=free&w=&h=800", "label=tnl&edition=2025&level=or&design=sign"},
		{"design=sign&hide=holder&hide=edition", "label=tnl&edition=2025&level=or&design=sign&hide=edition%2Cholder"},
		{"design=logo&variant=negative", "label=tnl&edition=2025&level=or&design=logo&variant=negative"},
		{"design=logo&variant=negative&on=light", "label=tnl&edition=2025&level=or&design=logo&on=light&variant=negative"},
		{"design=logo&texts=en", "label=tnl&edition=2025&level=or&design=logo&texts=en"},
		{"design=sign&ref=A%201&quantity=2", "label=tnl&edition=2025&level=or&design=sign&quantity=2&ref=A+1"},
	} {
		query, err := url.ParseQuery(c.query)
		if err != nil {
			t.Fatal(err)
		}
		g := s.site.Load().guide(frame{words: words{Lang: "fr"}}, query, "")
		st := g.state(query)
		got := strings.TrimPrefix(g.create(st.values()), "/create?")
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.query, got, c.want)
		}
		again, _ := url.ParseQuery(got)
		if second := strings.TrimPrefix(g.create(g.state(again).values()), "/create?"); second != got {
			t.Errorf("%s is not its own address: %s", got, second)
		}
	}
}

// TestRefusals holds that a state that cannot be had says why, and shows no
// files of it.
func TestRefusals(t *testing.T) {
	s := testWeb(t)
	for _, c := range []struct{ target, says string }{
		{"/create?design=logo&variant=negative&theme=dark&lang=fr", "déjà faite pour un fond sombre"},
		{"/create?design=logo&variant=negative&theme=dark&lang=en", "made for dark grounds already"},
		{"/create?design=sign&size=1x1mm&lang=fr", "n’est pas admis"},
		{"/create?design=sign&size=100x100mm&lang=fr", "300x300mm – 3000x3500mm"},
		{"/create?design=logo&width=10&lang=en", "at least 80"},
		{"/create?design=sign&bleed=999&lang=en", "a number from 0 to 50"},
		{"/create?design=sign&quantity=x&lang=en", "a whole number from 1 to 99999"},
		{"/create?name=%E2%80%AEx&lang=en", "is not allowed"},
		{"/create?holder=732829320&lang=en", "No holder has the identifier"},
	} {
		r := visit(s.create, c.target)
		page := bodyOf(t, r)
		if r.StatusCode != http.StatusOK || !strings.Contains(page, c.says) {
			t.Errorf("%s: %d; does not say %q", c.target, r.StatusCode, c.says)
		}
	}
	if page := bodyOf(t, visit(s.create, "/create?design=logo&variant=negative&theme=dark")); strings.Contains(page, `id="files"`) {
		t.Error("files of a picture that is refused")
	}
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestTidy holds that what a form sends leads to an address without what it does
// not need.
func TestTidy(t *testing.T) {
	r := visit(testWeb(t).create, "/create?label=tnl&holder=213801517&edition=2021&design=sign&size=free&w=600&h=800&ref=&width=&lang=en")
	want := "/create?label=tnl&holder=213801517&edition=2021&design=sign&size=600x800mm&lang=en"
	if got := r.Header.Get("Location"); r.StatusCode != http.StatusSeeOther || got != want {
		t.Errorf("%d to %s; want %s", r.StatusCode, got, want)
	}
}

// TestControls holds that every control of the configurator has a name that is
// told, that ids are there once, and that labels and descriptions lead somewhere.
func TestControls(t *testing.T) {
	s := testWeb(t)
	g := s.site.Load().guide(frame{words: words{Lang: "fr"}}, nil, "")
	for _, d := range g.designs() {
		for _, lang := range []string{"fr", "en"} {
			target := "/create?holder=213801517&design=" + d.ID + "&lang=" + lang
			doc, err := html.Parse(strings.NewReader(bodyOf(t, visit(s.create, target))))
			if err != nil {
				t.Fatal(err)
			}
			checkControls(t, target, doc)
		}
	}
}

func checkControls(t *testing.T, target string, doc *html.Node) {
	t.Helper()
	ids, labelled := make(map[string]bool), make(map[string]bool)
	attr := func(n *html.Node, key string) string {
		for _, a := range n.Attr {
			if a.Key == key {
				return a.Val
			}
		}
		return ""
	}
	for n := range doc.Descendants() {
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s: two elements are called %s", target, id)
			}
			ids[id] = true
		}
		if n.Data == "label" && attr(n, "for") != "" {
			labelled[attr(n, "for")] = true
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "input", "select", "textarea":
			wrapped := n.Parent != nil && n.Parent.Data == "label"
			if attr(n, "type") != "hidden" && !wrapped && !labelled[attr(n, "id")] && attr(n, "aria-label") == "" {
				t.Errorf("%s: <%s name=%s> has no label", target, n.Data, attr(n, "name"))
			}
		}
		for _, id := range strings.Fields(attr(n, "aria-describedby") + " " + attr(n, "aria-labelledby") + " " + attr(n, "for")) {
			if !ids[id] {
				t.Errorf("%s: <%s> refers to %s, which is not there", target, n.Data, id)
			}
		}
	}
}

// TestUnsuited holds which errors of the press are of what was asked for.
func TestUnsuited(t *testing.T) {
	if !unsuited(press.ErrUnsuited) || unsuited(errors.New("other")) {
		t.Error("errors are mixed up")
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[int]string{999: "999\u00a0o", 1000: "1,0\u00a0ko", 9949: "9,9\u00a0ko", 54321: "54\u00a0ko", 12_345_678: "12\u00a0Mo"} {
		if got := (words{Lang: "fr"}).bytes(n); got != want {
			t.Errorf("%d: %q; want %q", n, got, want)
		}
	}
	if got := (words{Lang: "en"}).bytes(1234); got != "1.2\u00a0kB" {
		t.Error(got)
	}
}

// BenchmarkPages is how long the HTML of pages takes once thumbnails are known.
func BenchmarkPages(b *testing.B) {
	s := testWeb(b)
	for _, p := range []struct {
		name    string
		handler http.HandlerFunc
		target  string
	}{
		{"home", s.home, "/"},
		{"search", s.home, "/?q=echiroles"},
		{"create", s.create, "/create?label=tnl&holder=213801517&edition=2021&design=logo"},
		{"create-print", s.create, "/create?label=tnl&holder=213801517&edition=2021&design=plaque&material=brass"},
	} {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				visit(p.handler, p.target)
			}
		})
	}
}
