package catalog

import (
	"slices"
	"strings"
	"testing"

	"panonceau/render"
)

// TestSnippets holds the forms of snippets, with a name that has what each
// language of pages gives a meaning to.
func TestSnippets(t *testing.T) {
	sized := &render.Drawing{Width: 212, Height: 80, Unit: render.Pixel}
	o := order(t, bundled(t), `/tnl/2025/or/logo.svg?name=A%5B%22%5D%3Cb%3E%7Bx%7D*y*`)
	s := o.Twin(TwinOptions{Base: "https://l.example", Formats: []string{"svg"}, Drawing: sized}).Snippets
	const url = "https://l.example/tnl/2025/or/logo.svg?name=A%5B%22%5D%3Cb%3E%7Bx%7D%2Ay%2A"
	for _, c := range []struct{ got, begin, end string }{
		{s.HTML, `<img src="` + url + `" alt="`, `" width="212" height="80" loading="lazy" decoding="async" referrerpolicy="no-referrer">`},
		{s.Picture, "<picture>\n  <source srcset=\"https://l.example/tnl/2025/or/logo.svg?theme=dark&amp;name=", "referrerpolicy=\"no-referrer\">\n</picture>"},
		{s.Markdown, "![", "](" + url + ")"},
		{s.AsciiDoc, "image::" + url + `["`, `",width=212,height=80]`},
		{s.RST, ".. image:: " + url + "\n   :alt: ", "\n   :width: 212px\n   :height: 80px"},
		{s.BBCode, "[img]" + url, "[/img]"},
		{s.URL, url, ""},
	} {
		if !strings.HasPrefix(c.got, c.begin) || !strings.HasSuffix(c.got, c.end) {
			t.Errorf("%s\nwant %s … %s", c.got, c.begin, c.end)
		}
	}
	for _, c := range []struct{ got, want string }{
		{s.HTML, `A[&#34;]&lt;b&gt;{x}*y*`},
		{s.Markdown, `A\["\]\<b\>{x}\*y\*`},
		{s.AsciiDoc, `A[\"\]<b>\{x}*y*`},
		{s.RST, `A["]<b>{x}*y*`},
	} {
		if !strings.Contains(c.got, c.want) {
			t.Errorf("%s\nwant the name as %s", c.got, c.want)
		}
	}
}

// TestLinked holds that a picture leads to the proof where there is one, and that
// its text says so.
func TestLinked(t *testing.T) {
	c := bundled(t)
	sized := &render.Drawing{Width: 212, Height: 80, Unit: render.Pixel}
	for _, x := range []struct{ address, begin, alt string }{
		{"/tnl/holders/213801517/2025/logo.svg", `<a href="https://l.example/c/`, ` (la preuve de cette attribution)"`},
		{"/tnl/holders/213801517/2025/logo.svg?lang=en", `<a href="https://l.example/c/`, ` (the proof of this award)"`},
	} {
		twin := order(t, c, x.address).Twin(TwinOptions{Base: "https://l.example", Formats: []string{"svg"}, Drawing: sized})
		want := x.begin + strings.TrimPrefix(twin.Proof, "https://l.example/c/") + `"><img src="`
		if got := twin.Snippets.Linked; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "></a>") || !strings.Contains(got, x.alt) {
			t.Errorf("%s: %s", x.address, got)
		}
	}
	twin := order(t, c, "/tnl/2025/or/logo.svg").Twin(TwinOptions{Base: "https://l.example", Formats: []string{"svg"}, Drawing: sized})
	if twin.Snippets.Linked != "" {
		t.Errorf("a level nobody was granted leads to %s", twin.Snippets.Linked)
	}
}

func TestDark(t *testing.T) {
	c := bundled(t)
	for address, want := range map[string]string{
		"/tnl/2025/or/logo.svg":                      "/tnl/2025/or/logo.svg?theme=dark",
		"/tnl/2025/or/logo.png?variant=mono&scale=2": "/tnl/2025/or/logo.png?variant=mono&theme=dark&scale=2",
		"/tnl/2025/or/logo.svg?theme=auto":           "", // it knows by itself
		"/tnl/2025/or/logo.svg?theme=dark":           "",
		"/tnl/2025/or/logo.svg?variant=negative":     "", // the charter forbids it
		"/tnl/2025/or/sign.svg":                      "",
		"/tnl/1999/or/logo.svg":                      "",
		"/tnl/holders/213801517/latest/logo.svg":     "/tnl/holders/213801517/latest/logo.svg?theme=dark",
	} {
		if got := order(t, c, address).Dark(); got != want {
			t.Errorf("%s: dark %q; want %q", address, got, want)
		}
	}
}

// TestOffered holds that every word on offer is one that is drawn or refused by
// the charter, and that others are refused as unknown.
func TestOffered(t *testing.T) {
	c := bundled(t)
	p := c.Pack("tnl")
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		for _, name := range []string{"variant", "theme", "lang", "style", "material", "mockup", "size", "hide", "ground"} {
			o := optionNamed(name)
			r, err := ParseRequest("/tnl/2025/or/" + d.ID + ".png")
			if err != nil {
				t.Fatal(err)
			}
			for _, word := range append(slices.Clone(p.Offered(r, name)), "nothing-of-the-kind") {
				r, err := o.With(r, word)
				if err == nil {
					_, err = c.Resolve(r)
				}
				if e, ok := err.(*Error); err != nil && (!ok || e.Kind != ErrRefused) != (word == "nothing-of-the-kind") {
					t.Errorf("%s, %s=%s: %v", d.ID, name, word, err)
				}
				if err == nil && word == "nothing-of-the-kind" {
					t.Errorf("%s: %s=%s is drawn", d.ID, name, word)
				}
			}
		}
	}
	if got := p.WordName(p.Design("plaque"), "material", "brass", "fr"); got != "laiton" {
		t.Errorf("brass is called %q", got)
	}
	if got := p.WordName(p.Design("poster"), "size", "city", "en"); got != "street furniture, 120 × 176 cm" {
		t.Errorf("city is called %q", got)
	}
}

func TestAs(t *testing.T) {
	r, err := ParseRequest("/tnl/2025/or/logo.png?variant=mono&scale=2&sig=x")
	if err != nil {
		t.Fatal(err)
	}
	if got := r.As("pdf").String(); got != "/tnl/2025/or/logo.pdf?variant=mono" {
		t.Error(got)
	}
	if got := r.As("jpg").String(); got != "/tnl/2025/or/logo.jpg?variant=mono&scale=2&sig=x" {
		t.Error(got)
	}
}
