package prose

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// HTML returns Markdown as a fragment of HTML. What is in square brackets, to
// be filled in by hand, is marked.
func HTML(md string) string { return HTMLBelow(md, 0) }

// HTMLBelow is [HTML] for a page that has headings of its own: a heading of the
// first level becomes one of the level below.
func HTMLBelow(md string, level int) string {
	src := []byte(md)
	doc := markdown.Parser().Parse(text.NewReader(src))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			h.Level = min(h.Level+level, 6)
		}
	}
	var b bytes.Buffer
	markdown.Renderer().Render(&b, src, doc) // fails only if the buffer does
	return marked(b.String())
}

var gap = regexp.MustCompile(`\[[^\[\]]+\]`)

// marked marks the gaps in the text of a fragment, not in its tags.
func marked(fragment string) string {
	var b strings.Builder
	for fragment != "" {
		i := strings.IndexByte(fragment, '<')
		if i < 0 {
			i = len(fragment)
		}
		b.WriteString(gap.ReplaceAllString(fragment[:i], "<mark>$0</mark>"))
		fragment = fragment[i:]
		end := strings.IndexByte(fragment, '>') + 1
		b.WriteString(fragment[:end])
		fragment = fragment[end:]
	}
	return b.String()
}

// pageStyle is enough to read, print and copy from.
const pageStyle = `:root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1.25rem;overflow-wrap:anywhere}` +
	`h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:1.8rem}mark{background:#ffe9a8;color:#3a2c00;padding:0 .15em}` +
	`@media print{body{margin:0;max-width:none}}`

// Page returns Markdown as an HTML page that needs nothing beside it.
func Page(lang, title, md string) string {
	return "<!DOCTYPE html>\n<html lang=\"" + html.EscapeString(lang) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + html.EscapeString(title) +
		"</title>\n<style>" + pageStyle + "</style>\n</head>\n<body>\n<main>\n" + HTML(md) + "</main>\n</body>\n</html>\n"
}

// Check refuses what a text may not have: raw HTML, which is not let through,
// and pictures, which plain text cannot have. Errors begin with the line.
func (t *Template) Check() error {
	// What matters is what surrounds the values, which are escaped.
	src := []byte(t.source())
	var fault error
	ast.Walk(markdown.Parser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		what := ""
		switch n.(type) {
		case *ast.HTMLBlock, *ast.RawHTML:
			what = "HTML is not let through: write Markdown, and \\< for the sign itself"
		case *ast.Image:
			what = "a text has no pictures: they have addresses of their own"
		}
		if what != "" && entering {
			fault = fmt.Errorf("%d: %s", lineOf(n, src), what)
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return fault
}

// source returns the template with both sides of every condition and without
// its words, on the lines they are on.
func (t *Template) source() string {
	var b strings.Builder
	var write func(parts []part)
	write = func(parts []part) {
		for _, p := range parts {
			b.WriteString(strings.ReplaceAll(p.literal, "\r", "\n"))
			if p.word != "" {
				b.WriteByte('x')
			}
			write(p.then)
			write(p.other)
		}
	}
	write(t.parts)
	return b.String()
}

// lineOf returns the line of the block that n is in.
func lineOf(n ast.Node, src []byte) int {
	for n != nil && n.Type() != ast.TypeBlock {
		n = n.Parent()
	}
	if n == nil || n.Lines().Len() == 0 {
		return 1
	}
	return 1 + bytes.Count(src[:n.Lines().At(0).Start], []byte("\n"))
}
