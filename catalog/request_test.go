package catalog

import (
	"errors"
	"strings"
	"testing"
)

func TestParseRequestCanonical(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"/tnl/2020/3/logo.svg", ""},
		{"/tnl/2020/3/logo.json", ""},
		{"/tnl/2025/or/logo.png?width=512", ""},
		{"/tnl/holders/213801517/latest/badge.svg", ""},
		{"/tnl/holders/213801517/2025.zip", ""},
		{"/tnl/holders/xsitiv/2022/logo.cut.svg", ""},
		{"/tnl/holders/213801517-echirolles/2025/badge.svg", "/tnl/holders/213801517/2025/badge.svg"},
		{"/tnl/holders/213801517-%C3%89chirolles/2025/badge.svg", "/tnl/holders/213801517/2025/badge.svg"},
		{"/tnl/holders/xsitiv-2022-xsitiv/2022/logo.svg", "/tnl/holders/xsitiv/2022/logo.svg"},
		{"https://labels.example/tnl/2020/3/logo.svg?", "/tnl/2020/3/logo.svg"},
		{"/%74nl/2020/3/logo%2Esvg", "/tnl/2020/3/logo.svg"},
		{"/tnl/2020/3/logo.png?width=0512&&variant=mono", "/tnl/2020/3/logo.png?variant=mono&width=512"},
		{"/tnl/2020/3/logo.png?scale=1.00", "/tnl/2020/3/logo.png"},
		{"/tnl/2020/3/logo.png?scale=2.50", "/tnl/2020/3/logo.png?scale=2.5"},
		{"/tnl/2020/3/logo.svg?theme=light", "/tnl/2020/3/logo.svg"},
		{"/tnl/2020/3/logo.svg?download", "/tnl/2020/3/logo.svg?download=1"},
		{"/tnl/2020/3/sign.pdf?marks=0&bleed=5.0", "/tnl/2020/3/sign.pdf?bleed=5"},
		{"/tnl/2020/3/sign.svg?size=0500x700.50mm", "/tnl/2020/3/sign.svg?size=500x700.5mm"},
		{"/tnl/2020/3/sign.svg?size=grand", ""},
		{"/tnl/2020/3/logo.svg?name=La+Tronche", "/tnl/2020/3/logo.svg?name=La%20Tronche"},
		{"/tnl/2020/3/logo.svg?name=++Plouguerneau%20/%20%20Plougerne%C2%A0", "/tnl/2020/3/logo.svg?name=Plouguerneau%20/%20Plougerne"},
		{"/tnl/2020/3/logo.svg?name=Boe%CC%81", "/tnl/2020/3/logo.svg?name=Bo%C3%A9"},
		{"/tnl/2020/3/logo.svg?name=L'Ha%C3%BF(1)%2B%26", "/tnl/2020/3/logo.svg?name=L%27Ha%C3%BF%281%29%2B%26"},
		{"/tnl/2020/3/logo.svg?v=0123abcd&sig=k1.Ab_-9", "/tnl/2020/3/logo.svg?sig=k1.Ab_-9&v=0123abcd"},
	} {
		want := c.want
		if want == "" {
			want = c.in
		}
		r, err := ParseRequest(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if got := r.String(); got != want {
			t.Errorf("%s: canonical address is %s, want %s", c.in, got, want)
		}
		again, err := ParseRequest(r.String())
		if err != nil || again != r {
			t.Errorf("%s: read again: %+v, %v", c.in, again, err)
		}
	}
}

func TestParseRequestErrors(t *testing.T) {
	const logo = "/tnl/2020/3/logo.svg"
	for _, c := range []struct {
		in    string
		kind  error
		param string
		says  string // in English
	}{
		{"", ErrNotFound, "url", "not the address of a picture"},
		{"/", ErrNotFound, "url", "not the address of a picture"},
		{"tnl/2020/3/logo.svg", ErrNotFound, "url", ""},
		{"/tnl/2020/3/logo", ErrNotFound, "url", ""},
		{"/tnl/2020/logo.svg", ErrNotFound, "url", ""},
		{"/tnl/2020/3/4/logo.svg", ErrNotFound, "url", ""},
		{"/tnl/holders/213801517.json", ErrNotFound, "url", ""},
		{"/TNL/2020/3/logo.svg", ErrInvalid, "label", `"TNL" is not allowed; expected: lower-case`},
		{"//2020/3/logo.svg", ErrInvalid, "label", `""`},
		{"/tnl/../3/logo.svg", ErrInvalid, "edition", `".."`},
		{"/tnl/2020%2F3/3/logo.svg", ErrInvalid, "edition", `"2020/3"`},
		{"/tnl/2020/3/logo.gif", ErrInvalid, "format", "svg, png"},
		{"/tnl/2020/3/logo.SVG", ErrInvalid, "format", `"SVG"`},
		{"/tnl/2020/3/logo.zip", ErrInvalid, "format", ""},
		{"/tnl/holders/2138/latest/badge.svg", ErrInvalid, "holder", "SIREN"},
		{"/tnl/holders/echirolles/latest/badge.svg", ErrInvalid, "holder", ""},
		{"/tnl/holders/xsitiv-" + strings.Repeat("a", 201) + "/latest/badge.svg", ErrInvalid, "holder", "at most 200"},
		{logo + "#x", ErrInvalid, "url", "#"},
		{logo + "?" + strings.Repeat("x", 2048), ErrInvalid, "url", "at most 2048"},
		{logo + "?colour=x", ErrInvalid, "query", `unknown parameter: "colour"; expected: variant, theme`},
		{logo + "?Theme=dark", ErrInvalid, "query", `"Theme"`},
		{logo + "?theme=Dark", ErrInvalid, "theme", "light, dark, auto"},
		{logo + "?theme=", ErrInvalid, "theme", "light, dark, auto"},
		{logo + "?theme=dark&theme=dark", ErrInvalid, "theme", "given twice"},
		{logo + "?theme=dark&th%65me=auto", ErrInvalid, "theme", "given twice"},
		{logo + "?variant=Mono", ErrInvalid, "variant", "lower case"},
		{logo + "?dpi=300", ErrInvalid, "dpi", "only for png"},
		{logo + "?marks=1", ErrInvalid, "marks", "only for tiff, pdf, eps"},
		{"/tnl/2020/3/logo.png?width=0", ErrInvalid, "width", "a whole number from 1 to 8192"},
		{"/tnl/2020/3/logo.png?width=8193", ErrInvalid, "width", "8192"},
		{"/tnl/2020/3/logo.png?width=12.5", ErrInvalid, "width", "whole"},
		{"/tnl/2020/3/logo.png?width=-1", ErrInvalid, "width", ""},
		{"/tnl/2020/3/logo.png?width=1e3", ErrInvalid, "width", ""},
		{"/tnl/2020/3/logo.png?width=99999999999999999999", ErrInvalid, "width", ""},
		{"/tnl/2020/3/logo.png?scale=5", ErrInvalid, "scale", "from 1 to 4"},
		{"/tnl/2020/3/logo.png?width=100&scale=2", ErrInvalid, "width", "only one"},
		{"/tnl/2020/3/sign.svg?size=500x700", ErrInvalid, "size", "500x700mm"},
		{"/tnl/2020/3/sign.svg?size=4x700mm", ErrInvalid, "size", "from 5 to 10000"},
		{"/tnl/2020/3/sign.svg?size=500x700mmx", ErrInvalid, "size", ""},
		{logo + "?name=", ErrInvalid, "name", "empty"},
		{logo + "?name=%20%20", ErrInvalid, "name", "empty"},
		{logo + "?name=%GG", ErrInvalid, "name", "incomplete escape"},
		{logo + "?name=abc%E2", ErrInvalid, "name", "UTF-8"},
		{logo + "?name=a%0Ab", ErrInvalid, "name", "U+000A"},
		{logo + "?name=a%E2%80%AEb", ErrInvalid, "name", "U+202E"},
		{logo + "?name=a%E2%80%8Bb", ErrInvalid, "name", "U+200B"},
		{logo + "?name=a%E3%85%A4b", ErrInvalid, "name", "U+3164"},
		{logo + "?name=a%EF%BB%BFb", ErrInvalid, "name", "U+FEFF"},
		{logo + "?name=a%EF%B8%8Fb", ErrInvalid, "name", "U+FE0F"},
		{logo + "?name=e" + strings.Repeat("%CC%81", 5), ErrInvalid, "name", "U+0301"},
		{logo + "?name=" + strings.Repeat("a", 121), ErrInvalid, "name", "121 characters; at most 120"},
		{"/tnl/holders/213801517/2025/logo.svg?name=Paris", ErrInvalid, "name", "registry"},
		{logo + "?sig=a%20b", ErrInvalid, "sig", ""},
		{logo + "?v=ABCD", ErrInvalid, "v", "hexadecimal"},
	} {
		_, err := ParseRequest(c.in)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v", c.in, err)
			continue
		}
		if !errors.Is(err, c.kind) || e.Param != c.param || !strings.Contains(e.En, c.says) || e.Fr == "" {
			t.Errorf("%s: %v, %s: %s / %s; want %v, %s: … %s …", c.in, e.Kind, e.Param, e.Fr, e.En, c.kind, c.param, c.says)
		}
	}
}

func TestParseRequestKeepsWhatItUnderstood(t *testing.T) {
	r, err := ParseRequest("/tnl/2020/3/logo.png?colour=x&lang=en&width=64")
	if err == nil || r.Ext != "png" || r.Design != "logo" || r.Lang != "en" || r.Width != "64" {
		t.Errorf("%+v, %v", r, err)
	}
}

func FuzzParseRequest(f *testing.F) {
	for _, s := range []string{
		"/tnl/2020/3/logo.svg", "/tnl/holders/213801517-x/latest/badge.png?scale=2&theme=auto",
		"/tnl/holders/xsitiv/2022.zip", "/tnl/2020/3/sign.pdf?size=500x700mm&bleed=3&marks",
		"/tnl/2020/3/logo.svg?name=Plouguerneau+%2F+Plougerne&v=0123", "https://a.example/a/b/c/d.svg?width=1",
		"/a/b/c/d.svg?name=%ef%ac%81%CC%81&lang=br", "/a/b/c/d.png?dpi=36.500",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := ParseRequest(s)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Fr == "" || e.En == "" || e.Param == "" {
				t.Fatalf("%q: %#v", s, err)
			}
			return
		}
		again, err := ParseRequest(r.String())
		if err != nil || again != r {
			t.Fatalf("%q is %q, which is %+v, %v", s, r.String(), again, err)
		}
		for _, c := range []byte(r.String()) {
			if c <= ' ' || c > '~' || strings.IndexByte(`"'<>()\`, c) >= 0 {
				t.Fatalf("%q: canonical address %q holds %q", s, r.String(), c)
			}
		}
	})
}
