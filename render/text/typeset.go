package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
)

const (
	noBreak       = '\u00a0'
	narrowNoBreak = '\u202f'
	apostrophe    = '’'
)

// Upper returns s in capitals by the rules of a language (BCP 47): accents
// stay, œ becomes Œ and ÿ becomes Ÿ.
func Upper(lang, s string) string {
	return cases.Upper(language.Make(lang)).String(s)
}

// Typeset replaces what keyboards type by what printers set: apostrophes, the
// ellipsis, the dash of ranges and, in French, the spaces that must not break.
// It adds no space where there is none, and leaves hyphens in names alone.
// Doing it twice changes nothing more.
func Typeset(lang, s string) string {
	s = strings.ReplaceAll(s, "...", "…")
	r := []rune(s)
	french := lang == "fr" || strings.HasPrefix(lang, "fr-")
	for i := range r {
		switch r[i] {
		case '\'':
			r[i] = apostrophe
		case '-':
			if inRange(r, i) || i > 0 && i+1 < len(r) && r[i-1] == ' ' && r[i+1] == ' ' {
				r[i] = '–'
			}
		case ' ', noBreak, narrowNoBreak:
			if french {
				r[i] = frenchSpace(r, i)
			}
		}
	}
	return string(r)
}

// frenchSpace returns what the space at i should be. The Imprimerie nationale
// sets a thin space before ; ! ? and a word space before : and inside « »,
// neither of which may break.
func frenchSpace(r []rune, i int) rune {
	if i > 0 && r[i-1] == '«' {
		return noBreak
	}
	if i+1 == len(r) {
		return r[i]
	}
	switch r[i+1] {
	case ';', '!', '?':
		return narrowNoBreak
	case ':', '»', '%', '€':
		return noBreak
	}
	return r[i]
}

// inRange reports whether the hyphen at i stands between two whole numbers, the
// first of which is the lesser, and nothing else: 2016-2020, but not the date
// 2016-04-01, the code 2B-033 or the telephone number 04-67.
func inRange(r []rune, i int) bool {
	start, end := i, i+1
	for start > 0 && isDigit(r[start-1]) {
		start--
	}
	for end < len(r) && isDigit(r[end]) {
		end++
	}
	left, right := string(r[start:i]), string(r[i+1:end])
	if start > 0 && joins(r[start-1]) || end < len(r) && joins(r[end]) {
		return false
	}
	if left == "" || right == "" || left[0] == '0' || right[0] == '0' {
		return false
	}
	return len(left) < len(right) || len(left) == len(right) && left < right
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// joins reports whether r makes one word or number with a digit beside it.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-–./:_@#", r)
}
