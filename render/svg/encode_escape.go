package svg

import (
	"strings"
	"unicode"
)

// clean returns s as a viewer may show it: tabs and line breaks are spaces,
// control characters and those that change the direction of the text around
// them (UAX #9 §2.1–2.5) are gone, as are the noncharacters that XML 1.0 §2.2
// forbids.
func clean(s string) string {
	drop := func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r <= ' ':
			return ' '
		case unicode.IsControl(r),
			r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069',
			r == '\ufffe', r == '\uffff':
			return -1
		}
		return r // a byte that is not UTF-8 comes as U+FFFD
	}
	return strings.Trim(strings.Map(drop, s), " ")
}

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape returns s, cleaned, as content of an element or of a quoted attribute.
func escape(s string) string { return markup.Replace(clean(s)) }
