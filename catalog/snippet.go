package catalog

import (
	"cmp"
	"html"
	"slices"
	"strconv"
	"strings"
)

// Snippets are ready to paste into pages. Each is escaped for where it goes: a
// name may hold any visible character.
type Snippets struct {
	HTML     string `json:"html"`
	Picture  string `json:"picture,omitempty"` // HTML that is right on dark pages too; empty: there is no dark picture
	Linked   string `json:"linked,omitempty"`  // HTML that leads to the proof; empty: there is none
	Markdown string `json:"markdown"`
	AsciiDoc string `json:"asciidoc"`
	RST      string `json:"rst"` // reStructuredText
	BBCode   string `json:"bbcode"`
	URL      string `json:"url"`
	Text     string `json:"text"`
}

// snippets returns those of a picture; dark is its address for dark pages, or
// empty.
func snippets(t *Twin, dark string) Snippets {
	s := Snippets{
		HTML:     imageElement(t, t.Alt),
		Linked:   linkedImage(t),
		Markdown: "![" + escapeMarkdown(t.Alt) + "](" + t.URL + ")",
		AsciiDoc: "image::" + t.URL + `["` + escapeAsciiDoc(t.Alt) + `"`,
		RST:      ".. image:: " + t.URL + "\n   :alt: " + t.Alt,
		BBCode:   "[img]" + t.URL + "[/img]",
		URL:      t.URL,
		Text:     t.Alt + " – " + t.URL,
	}
	if w, h := t.Size.whole(); w > 0 {
		s.AsciiDoc += ",width=" + w0(w) + ",height=" + w0(h)
		s.RST += "\n   :width: " + w0(w) + "px\n   :height: " + w0(h) + "px"
	}
	s.AsciiDoc += "]"
	if dark != "" {
		s.Picture = "<picture>\n  <source srcset=\"" + html.EscapeString(dark) + `" media="(prefers-color-scheme: dark)">` +
			"\n  " + s.HTML + "\n</picture>"
	}
	return s
}

// linkedImage returns an image that leads to the proof of the award. The text of
// such an image says where it leads (RGAA 1.2.5, 6.1.2; WCAG 2.4.4).
func linkedImage(t *Twin) string {
	if t.Proof == "" {
		return ""
	}
	alt := t.Alt + " (la preuve de cette attribution)"
	if t.Lang == "en" {
		alt = t.Alt + " (the proof of this award)"
	}
	return `<a href="` + html.EscapeString(t.Proof) + `">` + imageElement(t, alt) + `</a>`
}

// imageElement returns an image that moves nothing when it comes, and tells its
// server nothing of the page.
func imageElement(t *Twin, alt string) string {
	var b strings.Builder
	b.WriteString(`<img src="` + html.EscapeString(t.URL) + `" alt="` + html.EscapeString(alt) + `"`)
	if w, h := t.Size.whole(); w > 0 {
		b.WriteString(` width="` + w0(w) + `" height="` + w0(h) + `"`)
	}
	b.WriteString(` loading="lazy" decoding="async" referrerpolicy="no-referrer">`)
	return b.String()
}

// whole returns the size in whole CSS pixels.
func (s TwinSize) whole() (w, h int) { return int(s.Width + 0.5), int(s.Height + 0.5) }

func w0(n int) string { return strconv.Itoa(n) }

// escapeMarkdown escapes what ends a link text, or begins something else in
// one (CommonMark §2.4).
func escapeMarkdown(s string) string { return escapeWith(s, "\\`*_[]<>!&|") }

// escapeAsciiDoc escapes what ends a quoted attribute or the list it is in, or
// stands for something else.
func escapeAsciiDoc(s string) string { return escapeWith(s, `\"]{`) }

// escapeWith puts a backslash before the characters of a set.
func escapeWith(s, set string) string {
	var b strings.Builder
	for _, c := range s {
		if strings.ContainsRune(set, c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// Dark returns the canonical address of the same picture for dark pages, or ""
// if there is none of its own, or the address says already for which page it is.
func (o *Order) Dark() string {
	if o.Design == nil || o.Level == nil || !o.State.OK() || o.Request.Theme != "" ||
		!slices.Contains(o.Design.Themes, themeDark) {
		return ""
	}
	if o.forbidden(cmp.Or(o.Request.Variant, o.Label.Variants[0].ID), themeDark) != nil {
		return ""
	}
	r, err := ParseRequest(o.Canonical)
	if err != nil || r.Sig != "" { // a signature is of one theme
		return ""
	}
	r.Theme = themeDark
	return r.String()
}
