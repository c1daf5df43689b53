package pdf

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"

	"panonceau/render/geom"
)

// A ref is the number of an indirect object (ISO 32000-2 §7.3.10). The number
// is taken when the object is first needed, so numbers follow the document.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// appendNumber writes v with at most decimals digits after the point, and
// without the zeros that say nothing (ISO 32000-2 §7.3.3).
func appendNumber(b []byte, v float64, decimals int) []byte {
	if !(math.Abs(v) < 1e12) { // nothing in a drawing is; also NaN
		v = 0
	}
	pow := int64(1)
	for range decimals {
		pow *= 10
	}
	n := int64(math.Round(v * float64(pow)))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	whole, frac := n/pow, n%pow
	if whole > 0 || frac == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if frac == 0 {
		return b
	}
	b = append(b, '.')
	for pow /= 10; frac > 0; pow /= 10 {
		b = append(b, byte('0'+frac/pow))
		frac %= pow
	}
	return b
}

// num writes v to four decimals, enough for points and for colours.
func num(v float64) string { return string(appendNumber(nil, v, 4)) }

// nums writes numbers separated by spaces.
func nums(vs ...float64) string {
	var b []byte
	for i, v := range vs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v, 4)
	}
	return string(b)
}

func rectangle(r geom.Rect) string { return "[" + nums(r.X0, r.Y0, r.X1, r.Y1) + "]" }

// appendMatrix writes the six numbers of m. The linear part takes seven
// decimals: it multiplies coordinates of a thousand units.
func appendMatrix(b []byte, m geom.Matrix) []byte {
	for _, v := range [4]float64{m.A, m.B, m.C, m.D} {
		b = append(appendNumber(b, v, 7), ' ')
	}
	b = append(appendNumber(b, m.E, 4), ' ')
	return appendNumber(b, m.F, 4)
}

// name writes a name object; bytes that are not regular are escaped (ISO
// 32000-2 §7.3.5).
func name(s string) string {
	b := []byte{'/'}
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z', c == '-', c == '_', c == '.', c == '+':
			b = append(b, c)
		default:
			b = fmt.Appendf(b, "#%02X", c)
		}
	}
	return string(b)
}

// text writes a text string: ASCII as it is, anything else as UTF-16 with a
// byte order mark (ISO 32000-2 §7.9.2.2).
func text(s string) string {
	ascii := true
	b := []byte{'('}
	for _, r := range s {
		if r < ' ' || r > '~' {
			ascii = false
			break
		}
		if r == '(' || r == ')' || r == '\\' {
			b = append(b, '\\')
		}
		b = append(b, byte(r))
	}
	if ascii {
		return string(append(b, ')'))
	}
	b = append(b[:0], "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(append(b, '>'))
}
