// Package prose fills in the texts that go with an award, and writes them as
// Markdown, plain text and HTML.
//
// A template is CommonMark with words in braces:
//
//	# {Holder-the} obtient {award-the}
//	{?mentions}Une mention : {mention-list}.{:}Aucune mention.{/}
//
// A word stands for a value, which is escaped; with a capital, as in
// {Holder-the}, the value begins with one. {?TERMS} keeps what follows it, up
// to {:} or {/}, if the terms hold: they are those of data-if in artwork, see
// docs/slots.md. Lines that have nothing but such marks leave no trace.
package prose

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"panonceau/render"
)

// A Template is a text to fill in. It is never modified.
type Template struct {
	parts []part
	words []Quote
	facts []Quote
}

// A Quote is a word or a fact that a template asks for, and the line where it
// first does.
type Quote struct {
	Name string
	Line int
}

// A part is a literal, a word, or parts under a condition.
type part struct {
	literal string // with carriage returns in the place of lines that leave no trace
	word    string
	capital bool // the value begins with a capital letter
	when    render.Condition
	then    []part
	other   []part
	line    int
}

// A Value is what a word stands for.
type Value struct {
	Text     string // escaped when it is put in
	Markdown string // put in as it is; used if Text is empty
}

// ErrAbsent is wrapped by the error of a text that quotes what there is not.
var ErrAbsent = errors.New("there is no value")

// Parse reads a template. Errors begin with the line, as in "12: ".
func Parse(src string) (*Template, error) {
	if len(src) > MaxFile {
		return nil, fmt.Errorf("1: %d bytes; at most %d", len(src), MaxFile)
	}
	if !utf8.ValidString(src) {
		return nil, errors.New("1: not UTF-8: save the file as UTF-8")
	}
	src = strings.ReplaceAll(strings.ReplaceAll(src, "\r\n", "\n"), "\r", "\n")
	r := &reader{src: withoutMarkLines(src)}
	t := &Template{parts: r.parts(0)}
	if r.err == nil && r.src != "" {
		r.fail("{/} or {:} without {?…} before it")
	}
	if r.err != nil {
		return nil, r.err
	}
	t.collect(t.parts)
	return t, nil
}

// Words returns the words that t quotes, each once, in the order they are met.
func (t *Template) Words() []Quote { return t.words }

// Facts returns the facts that the conditions of t ask about.
func (t *Template) Facts() []Quote { return t.facts }

func (t *Template) collect(parts []part) {
	add := func(list *[]Quote, name string, line int) {
		known := func(q Quote) bool { return q.Name == name }
		if name != "" && !slices.ContainsFunc(*list, known) {
			*list = append(*list, Quote{name, line})
		}
	}
	for _, p := range parts {
		add(&t.words, p.word, p.line)
		for _, f := range p.when.Facts() {
			add(&t.facts, f, p.line)
		}
		t.collect(p.then)
		t.collect(p.other)
	}
}

// withoutMarkLines joins lines that have nothing but marks to the next one. A
// line feed that goes is kept as a carriage return, so that lines are counted.
func withoutMarkLines(src string) string {
	lines := strings.SplitAfter(src, "\n")
	for i, l := range lines {
		if rest := strings.TrimSpace(l); onlyMarks(rest) && strings.HasSuffix(l, "\n") {
			lines[i] = rest + "\r"
		}
	}
	return strings.Join(lines, "")
}

// onlyMarks reports whether a line is conditions and their ends.
func onlyMarks(line string) bool {
	if line == "" {
		return false
	}
	for line != "" {
		rest, ok := strings.CutPrefix(line, "{")
		mark, rest, closed := strings.Cut(rest, "}")
		if !ok || !closed || mark != "/" && mark != ":" && !strings.HasPrefix(mark, "?") {
			return false
		}
		line = strings.TrimSpace(rest)
	}
	return true
}

// A reader reads a template and keeps the first error.
type reader struct {
	src  string
	line int // lines read so far
	n    int // parts
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("%d: %s", r.line+1, fmt.Sprintf(format, args...))
	}
}

// take consumes n bytes.
func (r *reader) take(n int) string {
	s := r.src[:n]
	r.line += strings.Count(s, "\n") + strings.Count(s, "\r")
	r.src = r.src[n:]
	return s
}

// parts reads up to the end of the template, or before {:} or {/}.
func (r *reader) parts(depth int) []part {
	var out []part
	for r.src != "" && r.err == nil {
		if r.n++; r.n > maxParts {
			r.fail("more than %d words and conditions", maxParts)
		}
		i := strings.IndexAny(r.src, "{}")
		if i < 0 {
			i = len(r.src)
		}
		if i > 0 {
			out = append(out, part{literal: r.take(i)})
			continue
		}
		end := strings.IndexByte(r.src, '}')
		if r.src[0] == '}' || end < 0 {
			r.fail("a brace without its partner: write a word in braces, as in {holder}")
			return nil
		}
		switch mark := r.src[1:end]; {
		case mark == "/" || mark == ":":
			if depth == 0 {
				r.fail("{%s} without {?…} before it", mark)
			}
			return out
		case strings.HasPrefix(mark, "?"):
			out = append(out, r.condition(mark[1:], end+1, depth+1))
		default:
			out = append(out, r.word(mark, end+1))
		}
	}
	return out
}

// condition reads {?terms}…{:}…{/}.
func (r *reader) condition(terms string, n, depth int) part {
	p := part{line: r.line + 1}
	if depth > maxNesting {
		r.fail("conditions within conditions more than %d deep", maxNesting)
		return p
	}
	var err error
	if p.when, err = render.ParseCondition(terms); err != nil {
		r.fail("{?%s}: %v", terms, err)
		return p
	}
	r.take(n)
	p.then = r.parts(depth)
	if strings.HasPrefix(r.src, "{:}") {
		r.take(len("{:}"))
		p.other = r.parts(depth)
	}
	if !strings.HasPrefix(r.src, "{/}") {
		if r.err == nil {
			r.err = fmt.Errorf("%d: {?%s} is not ended by {/}", p.line, terms)
		}
		return p
	}
	r.take(len("{/}"))
	return p
}

func (r *reader) word(mark string, n int) part {
	p := part{word: strings.ToLower(mark[:min(1, len(mark))]) + mark[min(1, len(mark)):], line: r.line + 1}
	p.capital = p.word != mark
	if !isWord(p.word) {
		r.fail("{%s}: want a word of lower-case letters, digits and hyphens; a capital letter may begin it", mark)
	}
	r.take(n)
	return p
}

// isWord reports whether s is made of a–z, 0–9 and hyphens.
func isWord(s string) bool {
	return s != "" && len(s) <= 40 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Fill returns the Markdown of t with the values of words and facts. The error
// wraps [ErrAbsent] if a word outside of conditions that fail has no value.
func (t *Template) Fill(word func(string) Value, fact func(string) string) (string, error) {
	f := &filler{word: word, fact: fact}
	f.parts(t.parts)
	if f.err == nil && f.out.Len() > MaxText {
		f.err = fmt.Errorf("the text has %d bytes; at most %d", f.out.Len(), MaxText)
	}
	return tidy(f.out.String()), f.err
}

type filler struct {
	word func(string) Value
	fact func(string) string
	out  strings.Builder
	err  error
}

func (f *filler) parts(parts []part) {
	for i := range parts {
		if f.err != nil || f.out.Len() > MaxText {
			return
		}
		switch p := &parts[i]; {
		case p.when != nil && p.when.Holds(f.fact):
			f.parts(p.then)
		case p.when != nil:
			f.parts(p.other)
		case p.word != "":
			f.put(p)
		default:
			f.out.WriteString(strings.ReplaceAll(p.literal, "\r", ""))
		}
	}
}

// put writes the value of a word.
func (f *filler) put(p *part) {
	v := f.word(p.word)
	switch {
	case v.Text != "":
		if p.capital {
			v.Text = capital(v.Text)
		}
		s := f.out.String()
		f.out.WriteString(Escape(v.Text, s == "" || strings.HasSuffix(s, "\n")))
	case v.Markdown != "":
		f.out.WriteString(v.Markdown)
	default:
		f.err = fmt.Errorf("%d: {%s}: %w; put it between {?…} and {/}", p.line, p.word, ErrAbsent)
	}
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// tidy takes out what conditions leave behind: spaces at the end of lines, but
// for the two that break one, and blank lines in a row.
func tidy(s string) string {
	var b strings.Builder
	blank := true // nothing yet
	for line := range strings.SplitSeq(s, "\n") {
		breaks := strings.HasSuffix(line, "  ")
		line = strings.TrimRight(line, " \t")
		if line == "" {
			if !blank {
				b.WriteByte('\n')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteString(line)
		if breaks {
			b.WriteString("  ")
		}
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), " \n") + "\n"
}
