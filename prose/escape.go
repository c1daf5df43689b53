package prose

import "strings"

// Escape returns a value so that Markdown shows it as it is (CommonMark §2.4).
// What means something at the beginning of a line only is left alone elsewhere:
// people read the source too. Line feeds become spaces.
func Escape(s string, lineStart bool) string {
	var b strings.Builder
	s = strings.ReplaceAll(s, "\n", " ")
	for i, c := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<~", c),
			c == '&' && begins(s[i+1:], "#", letters),
			c == '{' || c == '}': // not Markdown, but nobody takes it for a template
			b.WriteByte('\\')
		case i == 0 && lineStart && startsBlock(s):
			b.WriteByte('\\')
		case lineStart && (c == '.' || c == ')') && i > 0 && strings.Trim(s[:i], "0123456789") == "":
			b.WriteByte('\\') // 1. would begin a list
		}
		b.WriteRune(c)
	}
	return b.String()
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// begins reports whether the first byte of s is in one of the sets.
func begins(s string, sets ...string) bool {
	for _, set := range sets {
		if s != "" && strings.IndexByte(set, s[0]) >= 0 {
			return true
		}
	}
	return false
}

// startsBlock reports whether a line that begins with s would be something
// other than a paragraph (CommonMark §4, §5).
func startsBlock(s string) bool {
	switch s[0] {
	case '#':
		return begins(strings.TrimLeft(s, "#")+" ", " \t")
	case '-', '+', '=', '>':
		return true
	}
	return false
}
