package catalog

import (
	"strings"
	"unicode/utf8"
)

// unescape decodes percent-encoding (RFC 3986 §2.1) and, in a query, "+" as
// the space that HTML forms make of it.
func unescape(param, s string, query bool) (string, *Error) {
	if strings.IndexByte(s, '%') >= 0 || (query && strings.IndexByte(s, '+') >= 0) {
		b := make([]byte, 0, len(s))
		for i := 0; i < len(s); i++ {
			switch {
			case s[i] == '%':
				if i+2 >= len(s) || unhex(s[i+1]) > 15 || unhex(s[i+2]) > 15 {
					return "", fault(ErrInvalid, param, "%s : échappement incomplet dans %s",
						"%s: incomplete escape in %s", param, quote(s))
				}
				b = append(b, unhex(s[i+1])<<4|unhex(s[i+2]))
				i += 2
			case query && s[i] == '+':
				b = append(b, ' ')
			default:
				b = append(b, s[i])
			}
		}
		s = string(b)
	}
	if !utf8.ValidString(s) {
		return "", fault(ErrInvalid, param, "%s : ce n’est pas de l’UTF-8", "%s: not UTF-8", param)
	}
	return s, nil
}

// unhex returns the value of a hexadecimal digit, or 255.
func unhex(c byte) byte {
	switch {
	case isDigit(c):
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}

// escape writes v for a query. It leaves what is safe there and in HTML and
// Markdown too (RFC 3986 §3.4).
func escape(b *strings.Builder, v string) {
	const hex = "0123456789ABCDEF"
	for i := 0; i < len(v); i++ {
		c := v[i]
		if isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || strings.IndexByte("-._~/:,@", c) >= 0 {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
}
