package pdffile

import (
	"errors"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// A lexer reads objects from bytes.
type lexer struct {
	b     []byte
	pos   int
	depth int
}

// A keyword is a word that is no object: an operator, obj, R, stream.
type keyword string

var errEnd = errors.New("unexpected end")

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes white space and comments (ISO 32000-2 §7.2.3 and §7.2.4).
func (l *lexer) skip() {
	for l.pos < len(l.b) {
		switch c := l.b[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// peek returns the byte at distance n, or 0 at the end.
func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.b) {
		return l.b[l.pos+n]
	}
	return 0
}

// next reads an object or a keyword. References are three tokens here.
func (l *lexer) next() (Object, error) {
	l.skip()
	if l.pos >= len(l.b) {
		return nil, errEnd
	}
	switch c := l.b[l.pos]; {
	case c == '/':
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '<' && l.peek(1) == '<':
		return l.dict()
	case c == '<':
		return l.hex()
	case c == '[':
		return l.array()
	case c == '{' || c == '}':
		l.pos++
		return keyword(c), nil
	case isDelimiter(c):
		return nil, fmt.Errorf("unexpected %q at byte %d", c, l.pos)
	}
	return l.word(), nil
}

// word reads a number, true, false, null or a keyword.
func (l *lexer) word() Object {
	start := l.pos
	for l.pos < len(l.b) && !isSpace(l.b[l.pos]) && !isDelimiter(l.b[l.pos]) {
		l.pos++
	}
	w := string(l.b[start:l.pos])
	switch w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if v, err := strconv.ParseFloat(w, 64); err == nil {
			return v
		}
	}
	return keyword(w)
}

func (l *lexer) name() Object {
	l.pos++
	var b []byte
	for l.pos < len(l.b) && !isSpace(l.b[l.pos]) && !isDelimiter(l.b[l.pos]) {
		c := l.b[l.pos]
		if hi, lo := unhex(l.peek(1)), unhex(l.peek(2)); c == '#' && hi >= 0 && lo >= 0 {
			c = byte(hi<<4 | lo)
			l.pos += 2
		}
		b = append(b, c)
		l.pos++
	}
	return Name(b)
}

// unhex returns the value of a hexadecimal digit, or -1.
func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// literal reads a string in parentheses (ISO 32000-2 §7.3.4.2).
func (l *lexer) literal() (Object, error) {
	l.pos++
	var b []byte
	for open := 1; l.pos < len(l.b); l.pos++ {
		c := l.b[l.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return String(b), nil
			}
		case '\\':
			l.pos++
			var ok bool
			if c, ok = l.escape(); !ok {
				continue
			}
		}
		b = append(b, c)
	}
	return nil, errEnd
}

// escape reads what follows a backslash, and false if that is nothing. It
// leaves the position at the last byte of it.
func (l *lexer) escape() (byte, bool) {
	switch c := l.peek(0); c {
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case '\n':
		return 0, false
	case '\r':
		if l.peek(1) == '\n' {
			l.pos++
		}
		return 0, false
	default:
		if c < '0' || c > '7' {
			return c, true
		}
		v := int(c - '0')
		for range 2 {
			if d := l.peek(1); d >= '0' && d <= '7' {
				v = v<<3 | int(d-'0')
				l.pos++
			}
		}
		return byte(v), true
	}
}

func (l *lexer) hex() (Object, error) {
	l.pos++
	var digits []int
	for ; l.pos < len(l.b); l.pos++ {
		c := l.b[l.pos]
		switch v := unhex(c); {
		case c == '>':
			l.pos++
			if len(digits)%2 == 1 {
				digits = append(digits, 0)
			}
			b := make([]byte, len(digits)/2)
			for i := range b {
				b[i] = byte(digits[2*i]<<4 | digits[2*i+1])
			}
			return String(b), nil
		case v >= 0:
			digits = append(digits, v)
		case !isSpace(c):
			return nil, fmt.Errorf("unexpected %q in a string at byte %d", c, l.pos)
		}
	}
	return nil, errEnd
}

func (l *lexer) array() (Object, error) {
	l.pos++
	items, err := l.until("]")
	return Array(items), err
}

func (l *lexer) dict() (Object, error) {
	l.pos += 2
	at := l.pos
	items, err := l.until(">>")
	if err != nil {
		return nil, err
	}
	if len(items)%2 != 0 {
		return nil, fmt.Errorf("a dictionary with a key and no value at byte %d", at)
	}
	d := make(Dict, len(items)/2)
	for i := 0; i < len(items); i += 2 {
		k, ok := items[i].(Name)
		if !ok {
			return nil, fmt.Errorf("a dictionary with a key that is no name at byte %d", at)
		}
		d[k] = items[i+1]
	}
	return d, nil
}

// until reads objects up to a closing bracket.
func (l *lexer) until(end string) ([]Object, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, fmt.Errorf("objects nested more than %d deep", maxDepth)
	}
	defer func() { l.depth-- }()
	var items []Object
	for {
		l.skip()
		if l.pos+len(end) <= len(l.b) && string(l.b[l.pos:l.pos+len(end)]) == end {
			l.pos += len(end)
			return items, nil
		}
		o, err := l.next()
		if err != nil {
			return nil, err
		}
		if k, isKeyword := o.(keyword); isKeyword {
			r, ok := reference(items)
			if k != "R" || !ok {
				return nil, fmt.Errorf("unexpected %q at byte %d", k, l.pos)
			}
			items = append(items[:len(items)-2], r)
			continue
		}
		items = append(items, o)
	}
}

// reference returns the reference that the last two of items make, before an R.
func reference(items []Object) (Ref, bool) {
	if len(items) < 2 {
		return Ref{}, false
	}
	n, ok1 := integer(items[len(items)-2])
	g, ok2 := integer(items[len(items)-1])
	return Ref{n, g}, ok1 && ok2 && n >= 0 && g >= 0
}

// integer returns o if it is a whole number that an int32 holds.
func integer(o Object) (int, bool) {
	v, ok := o.(float64)
	if !ok || v != float64(int32(v)) {
		return 0, false
	}
	return int(v), true
}

func utf16BE(s string) string {
	u := make([]uint16, len(s)/2)
	for i := range u {
		u[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(u))
}
