package svg

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/rendertest"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Œuilly", "Œuilly"},
		{`<b class="x">&amp;</b>`, "&lt;b class=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;"},
		{"]]>", "]]&gt;"},
		{"a\x00b\x1bc\x7fd\u0085e", "abcde"},
		{" two\r\nlines\t", "two  lines"},
		{"abc\u202edef\u202c\u2066g\u2069", "abcdefg"},
		{"\xff\xfe", "\ufffd\ufffd"},
		{"\ufffe\uffff", ""},
		{"عربي\u200f", "عربي\u200f"},
	} {
		if got := escape(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// FuzzEncodeTitle puts text from outside wherever text goes.
func FuzzEncodeTitle(f *testing.F) {
	for _, s := range []string{
		"", "Saint-Rémy", "</title><script>alert(1)</script>", `" onload="alert(1)`, "<!--", "]]>", "&#0;&x;",
		"\x00\x08\ufffe\xed\xa0\x80", "\u202egnp.exe", strings.Repeat("é", 500),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := rendertest.Drawing()
		d.Title, d.Desc, d.Lang = s, s, s
		d.Meta = render.Meta{URL: s, Holder: s, License: s}
		layer := render.NewGroup(rendertest.Filled(d.Page().Path(), rendertest.Ink))
		layer.Layer = render.LayerEngrave
		d.Root.Children = append(d.Root.Children, layer)
		doc := encoded(t, d, EncodeOptions{})
		dec := xml.NewDecoder(bytes.NewReader([]byte(doc)))
		for {
			token, err := dec.Token()
			if err == io.EOF {
				return
			}
			if el, ok := token.(xml.StartElement); ok && el.Name.Local == "title" && el.Name.Space == "http://www.w3.org/2000/svg" {
				var title string
				if err := dec.DecodeElement(&title, &el); err != nil {
					t.Fatal(err)
				}
				if title != clean(s) {
					t.Errorf("title %q of %q, want %q", title, s, clean(s))
				}
			}
		}
	})
}
