package prose

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// fill fills in a template from pairs of words and values; facts are values
// too.
func fill(t *testing.T, src string, pairs ...string) (string, error) {
	t.Helper()
	p, err := Parse(src)
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	get := func(key string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == key {
				return pairs[i+1]
			}
		}
		return ""
	}
	return p.Fill(func(w string) Value { return Value{Text: get(w)} }, get)
}

func TestFill(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"Bonjour {name} !", "Bonjour Le Mans !\n"},
		{"{The-name} obtient", "La *Ville* obtient\n"},
		{"a{?no} non{/}{?name} oui{/}.", "a oui.\n"},
		{"{?n>=2}des{:}une{/} mention", "des mention\n"},
		{"{?n>=3}des{:}{?n=2}deux{:}une{/}{/}", "deux\n"},
		{"{?n>=2 !no}x{/}", "x\n"},
		{"un\n\n{?no}\ndeux\n{:}\ntrois\n{/}\n\nquatre\n", "un\n\ntrois\n\nquatre\n"},
		{"- a\n{?no}\n- b\n{/}\n- c\n", "- a\n- c\n"},
		{"a  \nb \n\n\n\n", "a  \nb\n"},
		{"a\r\nb", "a\nb\n"},
	} {
		got, err := fill(t, c.src, "name", "Le Mans", "the-name", "la *Ville*", "n", "2")
		if want := strings.ReplaceAll(c.want, "*", `\*`); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", c.src, got, err, want)
		}
	}
	if _, err := fill(t, "un\n{name}"); !errors.Is(err, ErrAbsent) || !strings.HasPrefix(err.Error(), "2: {name}") {
		t.Errorf("an absent word: %v", err)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ src, says string }{
		{"a\nb {name", "2: a brace without"},
		{"a } b", "1: a brace without"},
		{"{Two words}", "1: {Two words}: want a word"},
		{"{}", "1: {}: want a word"},
		{"{NAME}", "want a word"},
		{"a\n\n{?x}\nb\n", "3: {?x} is not ended"},
		{"a\n{/}\n", "2: {/} without"},
		{"{:}", "1: {:} without"},
		{"{?x}a{:}b{:}c{/}", "1: {?x} is not ended"},
		{"{?x=}a{/}", "condition"},
		{"{?}a{/}", "condition"},
		{strings.Repeat("{?x}", 9) + strings.Repeat("{/}", 9), "more than 8 deep"},
		{strings.Repeat("{x}", 2001), "more than 2000"},
		{strings.Repeat("x", MaxFile+1), "at most 32768"},
		{"\xff", "not UTF-8"},
	} {
		if _, err := Parse(c.src); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.40q: %v; want %s", c.src, err, c.says)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct{ src, says string }{
		{"a **b** [c](https://d.example) `e` \\<f>", ""},
		{"<https://d.example>", ""},
		{"a\n\n<div>b</div>\n", "3: HTML"},
		{"a\n{?x}\nb\n{/}\n\nc <br> d\n", "6: HTML"},
		{"![a](b.png)", "1: a text has no pictures"},
		{"<!-- {x} -->", "1: HTML"},
	} {
		p, err := Parse(c.src)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Check(); (err == nil) != (c.says == "") || err != nil && !strings.HasPrefix(err.Error(), c.says) {
			t.Errorf("%q: %v; want %q", c.src, err, c.says)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ md, want string }{
		{"# A\n\nb *c* **d**\ne\n", "A\n\nb c d e\n"},
		{"a  \nb\n", "a\nb\n"},
		{"- a\n- b\n", "- a\n- b\n"},
		{"- a\n\n- b\n", "- a\n\n- b\n"},
		{"1. a\n2. b\n   - c\n   - d\n", "1. a\n2. b\n   - c\n   - d\n"},
		{"> a\n> b\n\nc", "a b\n\nc\n"},
		{"[a](https://b.example) [b.example](https://b.example)", "a (https://b.example) b.example\n"},
		{"<https://b.example> `c*d`", "https://b.example c*d\n"},
		{`\*a\* &eacute; \& &#233; &x`, "*a* é & é &x\n"},
		{"a\n\n---\n\nb", "a\n\n* * *\n\nb\n"},
		{"    code\n", "code\n"},
	} {
		if got := Plain(c.md); got != c.want {
			t.Errorf("%q: %q; want %q", c.md, got, c.want)
		}
	}
}

// TestEscape holds that a value is shown as it is, wherever it stands.
func TestEscape(t *testing.T) {
	for _, s := range []string{
		"# a", "#a", "- a", "+ a", "* a", "> a", "1. a", "12) a", "= a", "---", "***", "===", "a_b_c", "*a*", "[a](b)", "![a](b)",
		"<b>", "</p>", "&lt;", "&amp;", "a & b", `a\b`, `\*`, "`a`", "~~~", "{holder}", "<https://a.example>", "a|b", "L’Haÿ", "“a”", "]", "a\\",
	} {
		for _, at := range []string{"", "a ", "- ", "> ", "**a** "} {
			md := at + Escape(s, at == "" || at == "- " || at == "> ")
			lead := strings.TrimLeft(strings.ReplaceAll(at, "*", ""), "> ")
			if got := strings.TrimSuffix(Plain(md), "\n"); got != lead+s {
				t.Errorf("%q: %q shows %q", s, md, got)
			}
			if h := HTML(md); strings.Contains(h, "<b>") || strings.Contains(h, "<a") || strings.Contains(h, "<img") {
				t.Errorf("%q: %s", s, h)
			}
		}
	}
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ md, want string }{
		{"Le [nom du maire] *a*", "<p>Le <mark>[nom du maire]</mark> <em>a</em></p>\n"},
		{`[a](https://b.example/ "[t]")`, "<p><a href=\"https://b.example/\" title=\"[t]\">a</a></p>\n"},
		{"[a](javascript:alert)", "<p><a href=\"\">a</a></p>\n"},
	} {
		if got := HTML(c.md); got != c.want {
			t.Errorf("%q: %q; want %q", c.md, got, c.want)
		}
	}
	if got := HTMLBelow("# a\n\n##### b", 3); got != "<h4>a</h4>\n<h6>b</h6>\n" {
		t.Error(got)
	}
	if got := Page("fr", `<"a">`, "b"); !strings.Contains(got, "<title>&lt;&#34;a&#34;&gt;</title>") {
		t.Error(got)
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		network, post string
		want          int
	}{
		{"x", "été «\u00a0à\u00a0»", 9},
		{"x", "e\u0301", 1}, // NFC
		{"x", "…", 2},
		{"x", "日本", 4},
		{"x", "https://labels.example/tnl/holders/213801517, oui", 23 + 5},
		{"x", "voir territoire-numerique-libre.org.", 5 + 23 + 1},
		{"mastodon", "voir territoire-numerique-libre.org.", 36},
		{"mastodon", "https://labels.example/a/very/long/address/that/goes/on @a@mastodon.example", 23 + 1 + 2},
		{"mastodon", "日本", 2},
		{"linkedin", "https://labels.example", 22},
		{"instagram", " a \n", 1},
	} {
		n, ok := NetworkOf(c.network)
		if got := n.Count(c.post); !ok || got != c.want {
			t.Errorf("%s: %q: %d; want %d", c.network, c.post, got, c.want)
		}
	}
	n, _ := NetworkOf("instagram")
	if n.Fits(strings.Repeat("#a ", 31)) || !n.Fits(strings.Repeat("#a ", 30)) {
		t.Error("hashtags are not counted")
	}
}

func FuzzText(f *testing.F) {
	f.Add("# {a}\n\n{?b}x{:}y{/}\n- 1\n", "Le Mans")
	f.Add("> {A} [b](c)\n\n    d", "<b>*&lt;")
	f.Fuzz(func(t *testing.T, src, value string) {
		p, err := Parse(src)
		if err != nil {
			return
		}
		p.Check()
		md, err := p.Fill(func(string) Value { return Value{Text: value} }, func(string) string { return value })
		if err != nil {
			return
		}
		for _, s := range []string{md, Plain(md), HTML(md)} {
			if utf8.ValidString(value) && !utf8.ValidString(s) {
				t.Errorf("%q is not UTF-8", s)
			}
		}
	})
}
