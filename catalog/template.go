package catalog

import (
	"fmt"
	"slices"
	"strings"
)

// A template is a text with places for what only a request tells.
type template []segment

// A segment is a literal, the value of a word in braces, or the first of several
// forms of a text that lacks nothing.
type segment struct {
	literal string
	key     string
	forms   []template
}

// parseTemplate reads a text with words in braces.
func parseTemplate(s string) (template, error) {
	var t template
	for s != "" {
		lit, rest, open := strings.Cut(s, "{")
		if strings.Contains(lit, "}") {
			return nil, fmt.Errorf("%q: brace closed but not opened", s)
		}
		if lit != "" {
			t = append(t, segment{literal: lit})
		}
		if !open {
			break
		}
		key, rest, closed := strings.Cut(rest, "}")
		if !closed || !isWord(key) {
			return nil, fmt.Errorf("%q: want a word in braces", s)
		}
		t = append(t, segment{key: key})
		s = rest
	}
	return t, nil
}

// in returns t for words in a language: holder-of is French grammar, and the
// mere name in others.
func (t template) in(lang string) template {
	if isFrench(lang) {
		return t
	}
	out := slices.Clone(t)
	for i := range out {
		if out[i].key == "holder-of" {
			out[i].key = "holder"
		}
	}
	return out
}

func isFrench(lang string) bool { return lang == "fr" || strings.HasPrefix(lang, "fr-") }

// isOpen reports whether t depends on the request.
func (t template) isOpen() bool {
	return slices.ContainsFunc(t, func(s segment) bool { return s.key != "" || s.forms != nil })
}

// fill returns t with the values of a request, or "" if one is absent.
func (t template) fill(v *values) string {
	if len(t) == 1 {
		return t[0].fill(v)
	}
	var b strings.Builder
	for _, s := range t {
		value := s.fill(v)
		if value == "" {
			return ""
		}
		b.WriteString(value)
	}
	return b.String()
}

// fill returns what a segment says, or "" if it is absent.
func (s *segment) fill(v *values) string {
	if s.key != "" {
		return v.get(s.key)
	}
	for _, t := range s.forms {
		if said := t.fill(v); said != "" {
			return said
		}
	}
	return s.literal
}

// fillTitle returns t with a title in the place of its words.
func (t template) fillTitle(title string) string {
	var b strings.Builder
	for _, s := range t {
		if s.key == "" {
			b.WriteString(s.literal)
		} else {
			b.WriteString(title)
		}
	}
	return b.String()
}
