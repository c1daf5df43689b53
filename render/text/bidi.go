package text

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// A span is the runes [start, end) of a line.
type span struct{ start, end int }

// A directed is a span that runs in one direction.
type directed struct {
	span
	level int // even: left to right (UAX #9, BD2)
}

// firstRTL is the least character whose direction may be right to left.
const firstRTL = '\u0590'

// rightToLeft reports the direction of a paragraph: that of its first strong
// character (UAX #9, P2 and P3).
func rightToLeft(s []rune) bool {
	if !slices.ContainsFunc(s, func(r rune) bool { return r >= firstRTL }) {
		return false
	}
	for _, r := range s {
		switch class(r) {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// RightToLeft reports whether a language, in BCP 47, is written from right to
// left.
func RightToLeft(lang string) bool {
	parts := strings.Split(lang, "-")
	for _, p := range parts[1:] {
		if len(p) == 4 { // a script is said
			return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}, p)
		}
	}
	return slices.Contains([]string{"ar", "arc", "ary", "arz", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}, parts[0])
}

// direction reports the direction of a paragraph in a language: that of the
// language, unless none of its characters has it.
func direction(s []rune, lang string) bool {
	first := rightToLeft(s)
	if lang == "" || first == RightToLeft(lang) {
		return first
	}
	if slices.ContainsFunc(s, func(r rune) bool {
		c := class(r)
		return first && c == bidi.L || !first && (c == bidi.R || c == bidi.AL)
	}) {
		return !first
	}
	return first
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// directions splits a line into spans of one direction, in the order in which
// they are read. Explicit embeddings never get here (see clean), so the levels
// are 0 to 2.
func directions(s []rune, rtl bool) []directed {
	if !rtl && !slices.ContainsFunc(s, func(r rune) bool { return r >= firstRTL }) {
		return []directed{{span{0, len(s)}, 0}}
	}
	// A mark in front makes the direction of the paragraph certain: what the
	// package is told is only a default.
	mark := "\u200e"
	if rtl {
		mark = "\u200f"
	}
	var p bidi.Paragraph
	if _, err := p.SetString(mark + string(s)); err != nil {
		return []directed{{span{0, len(s)}, 0}}
	}
	order, err := p.Order()
	if err != nil {
		return []directed{{span{0, len(s)}, 0}}
	}
	var spans []directed
	for i := range order.NumRuns() {
		run := order.Run(i)
		start, last := run.Pos() // of runes, the mark included
		start = max(start-1, 0)
		d := directed{span{start, last}, 0}
		switch {
		case run.Direction() == bidi.RightToLeft:
			d.level = 1
		case rtl:
			d.level = 2
		case i > 0:
			// Package bidi tells directions and not levels: numbers that
			// follow right-to-left letters are at level 2 (UAX #9, I1 and I2).
			if n := numbers(s[d.start:d.end]); n > 0 {
				spans = append(spans, directed{span{start, start + n}, 2})
				d.start += n
			}
		}
		if d.start < d.end {
			spans = append(spans, d)
		}
	}
	return spans
}

// numbers returns the length of the number that s starts with, or 0.
func numbers(s []rune) int {
	n := 0
	for i, r := range s {
		switch class(r) {
		case bidi.EN, bidi.AN, bidi.ET:
			n = i + 1
		case bidi.ES, bidi.CS, bidi.NSM:
		default:
			return n
		}
	}
	return n
}

// visual puts spans in the order in which they are seen from left to right:
// from the highest level down to 1, every sequence of spans at that level or
// above is reversed (UAX #9, L2).
func visual(spans []directed) {
	for level := 2; level >= 1; level-- {
		for i := 0; i < len(spans); i++ {
			j := i
			for j < len(spans) && spans[j].level >= level {
				j++
			}
			slices.Reverse(spans[i:j])
			i = max(i, j-1)
		}
	}
}
