package prose

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads CommonMark and nothing else; raw HTML is not let through.
var markdown = goldmark.New()

// Plain returns Markdown as text to paste where there is no markup: emphasis
// is dropped, addresses of links follow in brackets, and paragraphs are not
// wrapped.
func Plain(md string) string {
	src := []byte(md)
	p := &plain{src: src}
	p.blocks(markdown.Parser().Parse(text.NewReader(src)), "")
	return strings.TrimRight(p.out.String(), "\n") + "\n"
}

type plain struct {
	src []byte
	out strings.Builder
}

// blocks writes the blocks in n, a blank line between them.
func (p *plain) blocks(n ast.Node, indent string) {
	tight := false
	if list, ok := n.(*ast.List); ok {
		tight = list.IsTight
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.block(c, indent)
		_, isText := c.(*ast.TextBlock)
		if c.NextSibling() != nil && !tight && !isText {
			p.out.WriteByte('\n')
		}
	}
}

func (p *plain) block(n ast.Node, indent string) {
	switch n := n.(type) {
	case *ast.List:
		p.list(n, indent)
	case *ast.Blockquote:
		p.blocks(n, indent)
	case *ast.ThematicBreak:
		p.line(indent, "* * *")
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		for i := range n.Lines().Len() {
			s := n.Lines().At(i)
			p.line(indent, strings.TrimRight(string(s.Value(p.src)), "\n"))
		}
	case *ast.HTMLBlock: // refused when the template was read
	default:
		var b strings.Builder
		p.inline(&b, n)
		for line := range strings.SplitSeq(b.String(), "\n") {
			p.line(indent, line)
		}
	}
}

// line writes a line; the indent of the first line of an item is its marker.
func (p *plain) line(indent, s string) {
	if at := p.out.String(); at == "" || strings.HasSuffix(at, "\n") {
		p.out.WriteString(indent)
	}
	p.out.WriteString(s)
	p.out.WriteByte('\n')
}

func (p *plain) list(l *ast.List, indent string) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "- "
		if l.IsOrdered() {
			marker = strconv.Itoa(number) + ". "
			number++
		}
		p.out.WriteString(indent + marker)
		p.blocks(item, indent+strings.Repeat(" ", len(marker)))
		if item.NextSibling() != nil && !l.IsTight {
			p.out.WriteByte('\n')
		}
	}
}

// inline writes the text in n.
func (p *plain) inline(b *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(unescaped(c.Segment.Value(p.src)))
			if c.HardLineBreak() {
				b.WriteByte('\n')
			} else if c.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					b.Write(t.Segment.Value(p.src))
				}
			}
		case *ast.AutoLink:
			b.Write(c.URL(p.src))
		case *ast.Link:
			p.link(b, c)
		case *ast.RawHTML:
		default:
			p.inline(b, c)
		}
	}
}

// link writes the text of a link and, unless it is the same, its address.
func (p *plain) link(b *strings.Builder, l *ast.Link) {
	var label strings.Builder
	p.inline(&label, l)
	address := unescaped(l.Destination)
	b.WriteString(label.String())
	if bare := strings.TrimPrefix(address, "https://"); label.String() != bare && label.String() != address {
		b.WriteString(" (" + strings.TrimPrefix(address, "mailto:") + ")")
	}
}

// unescaped undoes backslashes and character references (CommonMark §2.4, §2.5).
func unescaped(s []byte) string {
	var b strings.Builder
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != '\\' && s[i] != '&' {
			i++
		}
		b.Write(s[:i])
		if s = s[i:]; len(s) == 0 {
			break
		}
		if s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]) {
			b.WriteByte(s[1])
			s = s[2:]
			continue
		}
		n := 1
		if end := strings.IndexByte(string(s), ';'); s[0] == '&' && end > 0 {
			n = end + 1
			b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(s[:n])))
		} else {
			b.WriteByte(s[0])
		}
		s = s[n:]
	}
	return b.String()
}
