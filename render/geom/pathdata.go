package geom

import (
	"fmt"
	"math"
	"strconv"
)

// ParsePath reads SVG path data (SVG 2 §9.3.9), a d attribute. Relative
// commands, shorthands and arcs are resolved.
//
// On an error it returns the error with the path up to the command in which it
// occurred, which is what SVG 2 §9.5.4 wants drawn. More than maxPoints points
// are an error too.
func ParsePath(d string, maxPoints int) (*Path, error) {
	r := pathReader{d: d, path: new(Path)}
	for r.err == nil && r.more() {
		if len(r.path.Pts) > maxPoints {
			r.err = fmt.Errorf("path data: more than %d points", maxPoints)
			break
		}
		r.segment()
	}
	return r.path, r.err
}

// A pathReader reads path data one segment at a time and keeps the first
// error.
type pathReader struct {
	d    string
	i    int
	path *Path
	err  error

	cmd   byte  // command of the segment read last, in lower case; 0 at first
	rel   bool  // cmd was relative
	start Point // of the current subpath
	cur   Point // current point
	ctrl  Point // last control point, for S and T
}

// more skips white space and reports whether something follows.
func (r *pathReader) more() bool {
	for r.i < len(r.d) && isSpace(r.d[r.i]) {
		r.i++
	}
	return r.i < len(r.d)
}

// segment reads a command, or the arguments of a repeated one, and adds it to
// the path if it is whole.
func (r *pathReader) segment() {
	prev := r.cmd
	c := r.d[r.i]
	switch {
	case isLetter(c):
		r.i++
		r.cmd, r.rel = c|0x20, c >= 'a'
	case prev == 0 || prev == 'z':
		r.fail("command expected")
		return
	case prev == 'm': // SVG 2 §9.3.3: further pairs are implicit lines
		r.cmd = 'l'
	}
	if prev == 0 && r.cmd != 'm' {
		r.fail("path does not begin with M")
		return
	}

	switch r.cmd {
	case 'm':
		if p := r.point(); r.err == nil {
			r.path.MoveTo(p)
			r.start, r.cur = p, p
		}
	case 'z':
		if prev != 'z' {
			r.path.Close()
		}
		r.cur = r.start
	case 'l':
		r.line(prev, r.point())
	case 'h':
		x := r.number()
		if r.rel {
			x += r.cur.X
		}
		r.line(prev, Pt(x, r.cur.Y))
	case 'v':
		y := r.number()
		if r.rel {
			y += r.cur.Y
		}
		r.line(prev, Pt(r.cur.X, y))
	case 'c':
		r.cubic(prev, r.point(), r.point(), r.point())
	case 's':
		c1 := r.cur
		if prev == 'c' || prev == 's' {
			c1 = r.reflected()
		}
		r.cubic(prev, c1, r.point(), r.point())
	case 'q':
		r.quadratic(prev, r.point(), r.point())
	case 't':
		c1 := r.cur
		if prev == 'q' || prev == 't' {
			c1 = r.reflected()
		}
		r.quadratic(prev, c1, r.point())
	case 'a':
		r.arc(prev)
	default:
		r.fail("unknown command")
	}
}

func (r *pathReader) line(prev byte, to Point) {
	if r.open(prev, to) {
		r.path.LineTo(to)
		r.cur = to
	}
}

func (r *pathReader) cubic(prev byte, a, b, to Point) {
	if r.open(prev, to) {
		r.path.CubeTo(a, b, to)
		r.cur, r.ctrl = to, b
	}
}

func (r *pathReader) quadratic(prev byte, a, to Point) {
	if r.open(prev, to) {
		r.path.QuadTo(a, to)
		r.cur, r.ctrl = to, a
	}
}

func (r *pathReader) arc(prev byte) {
	a := Arc{From: r.cur, RX: r.number(), RY: r.number(), Rotation: r.number(), Large: r.flag(), Increasing: r.flag()}
	a.To = r.point()
	if r.open(prev, a.To) {
		r.path.ArcTo(a)
		r.cur = a.To
	}
}

// open makes sure that a subpath is open, as drawing goes on from its start
// after a Z. It returns false if the segment is to be dropped.
func (r *pathReader) open(prev byte, to Point) bool {
	if r.err == nil && !to.Finite() {
		r.fail("number out of range")
	}
	if r.err != nil {
		return false
	}
	if prev == 'z' {
		r.path.MoveTo(r.start)
	}
	return true
}

// reflected returns the last control point mirrored in the current point.
func (r *pathReader) reflected() Point { return r.cur.Mul(2).Sub(r.ctrl) }

func (r *pathReader) point() Point {
	p := Pt(r.number(), r.number())
	if r.rel {
		p = p.Add(r.cur)
	}
	return p
}

func (r *pathReader) number() float64 {
	if r.err != nil {
		return 0
	}
	r.separator()
	v, n := ScanNumber(r.d[r.i:])
	if n == 0 {
		r.fail("number expected")
		return 0
	}
	if math.IsInf(v, 0) {
		r.fail("number out of range")
		return 0
	}
	r.i += n
	return v
}

// flag reads one of the flags of an arc, which need no separator between them.
func (r *pathReader) flag() bool {
	if r.err != nil {
		return false
	}
	r.separator()
	if r.i >= len(r.d) || r.d[r.i] != '0' && r.d[r.i] != '1' {
		r.fail("flag expected")
		return false
	}
	r.i++
	return r.d[r.i-1] == '1'
}

// separator skips white space with at most one comma, which may not follow a
// command.
func (r *pathReader) separator() {
	if r.more() && r.d[r.i] == ',' && !isLetter(r.before()) {
		r.i++
		r.more()
	}
}

// before returns the last character read that is not white space.
func (r *pathReader) before() byte {
	for i := r.i - 1; i >= 0; i-- {
		if !isSpace(r.d[i]) {
			return r.d[i]
		}
	}
	return 0
}

func (r *pathReader) fail(msg string) {
	if r.err == nil {
		r.err = fmt.Errorf("path data: %s at character %d", msg, r.i+1)
	}
}

// ScanNumber reads the number at the start of s, in the grammar that SVG and
// CSS share (CSS Syntax 3 §4.3.12), and returns it with its length in bytes,
// which is 0 if there is none. A number too large is infinite.
func ScanNumber(s string) (float64, int) {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	whole := digits(s[i:])
	i += whole
	fraction := 0
	if i < len(s) && s[i] == '.' {
		fraction = digits(s[i+1:])
		if fraction > 0 || whole > 0 {
			i += 1 + fraction
		}
	}
	if whole == 0 && fraction == 0 {
		return 0, 0
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if n := digits(s[j:]); n > 0 { // "1em" is a length
			i = j + n
		}
	}
	v, _ := strconv.ParseFloat(s[:i], 64) // only a range error is left
	return v, i
}

func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

func isLetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }
