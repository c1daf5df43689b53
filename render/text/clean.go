package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// middleDots writes the Catalan ŀ as Unicode recommends, with a middle dot
// (The Unicode Standard §7.1, Latin Extended-A): fonts draw that right, and
// Barlow's own ŀ has its dot on top.
var middleDots = strings.NewReplacer("ŀ", "l·", "Ŀ", "L·")

// clean returns s in normalization form C (UAX #15), or an error if s holds
// what no picture should: control characters, overrides of direction,
// invisible characters, code points without a meaning. A line feed passes only
// where it can break a line.
func clean(s string, lineFeed bool) (string, error) {
	if !utf8.ValidString(s) {
		return "", fmt.Errorf("%w: invalid UTF-8", ErrCharacter)
	}
	if n := utf8.RuneCountInString(s); n > maxRunes {
		return "", fmt.Errorf("%w: %d characters; the limit is %d", ErrTooLong, n, maxRunes)
	}
	s = middleDots.Replace(norm.NFC.String(s))
	marks := 0
	for _, r := range s {
		if r == '\n' && lineFeed {
			marks = 0
			continue
		}
		if !allowed(r) {
			return "", fmt.Errorf("%w: U+%04X", ErrCharacter, r)
		}
		if !unicode.Is(unicode.M, r) {
			marks = 0
		} else if marks++; marks > maxMarks {
			return "", fmt.Errorf("%w: U+%04X is mark number %d on one letter; the limit is %d", ErrCharacter, r, marks, maxMarks)
		}
	}
	return s, nil
}

// allowed reports whether r may be in a text: a letter, mark, number,
// punctuation, symbol or space, or one of the two joiners that Persian and
// Indic scripts are written with (U+200C, U+200D).
func allowed(r rune) bool {
	switch r {
	case ' ', '\u200c', '\u200d':
		return true
	case utf8.RuneError, '\u034f', '\u3164', '\uffa0', '\u115f', '\u1160':
		return false // the replacement character; letters and marks that are invisible
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs)
}
