package catalog

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns the letters of s without accents, in lower case, ligatures
// spelled out: how French names are compared and searched.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == 'œ':
			b.WriteString("oe")
		case c == 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Slug returns the words of s joined by hyphens, in ASCII, without accents: how
// names and words that people typed are compared.
func Slug(s string) string { return slug(s) }

// slug returns the words of s joined by hyphens, in ASCII.
func slug(s string) string {
	words := strings.FieldsFunc(fold(s), func(c rune) bool {
		return !('a' <= c && c <= 'z') && !('0' <= c && c <= '9')
	})
	return strings.Join(words, "-")
}
