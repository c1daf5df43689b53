package svg

import "panonceau/render/geom"

// A vec is a point on a grid.
type vec struct{ x, y int64 }

func (a vec) add(b vec) vec { return vec{a.x + b.x, a.y + b.y} }
func (a vec) sub(b vec) vec { return vec{a.x - b.x, a.y - b.y} }

// mirror returns b reflected in a.
func (a vec) mirror(b vec) vec { return vec{2*a.x - b.x, 2*a.y - b.y} }

// A pathWriter writes path data (SVG 2 §9.3), each command in the shorter of
// its absolute and relative forms, without a separator that can be spared.
type pathWriter struct {
	grid
	out []byte

	command    byte // the one that more numbers would repeat; 0 after Z
	point      bool // the last number had a decimal point
	cur, start vec
	curve      geom.Op // kind of the last segment, and its last control point
	control    vec

	abs, rel []byte // scratch
}

// path writes p mapped by m and then moved by offset. The offset is on the grid,
// so that a glyph has the same shape wherever it is.
func (w *pathWriter) path(p *geom.Path, m geom.Matrix, offset vec) {
	pts := p.Pts
	next := func() vec {
		a := pts[0]
		pts = pts[1:]
		if m != geom.Identity {
			a = m.Apply(a)
		}
		return w.grid.point(a).add(offset)
	}
	held := false // a line back to the start, which Close draws by itself
	for i, op := range p.Ops {
		if op == geom.LineTo {
			a, end := next(), w.cur
			if held {
				end = w.start
			}
			alone := i == 0 || p.Ops[i-1] == geom.MoveTo
			if a == end && !alone {
				continue // only alone does a line of no length draw, a dot
			}
			w.flush(held)
			held = a == w.start && !alone
			w.curve = op
			if !held {
				w.line(a)
			}
			continue
		}
		w.flush(held && op != geom.Close)
		held = false
		switch op {
		case geom.MoveTo:
			a := next()
			w.segment('M', a, a)
			w.start = a
		case geom.QuadTo:
			w.quad(next(), next())
		case geom.CubeTo:
			w.cube(next(), next(), next())
		case geom.Close:
			w.out = append(w.out, 'z')
			w.command, w.point = 0, false
			w.cur = w.start
		}
		w.curve = op
	}
	w.flush(held)
}

// flush writes the line that was held back.
func (w *pathWriter) flush(held bool) {
	if held {
		w.line(w.start)
	}
}

func (w *pathWriter) line(a vec) {
	switch {
	case a.y == w.cur.y:
		w.shorter('H', a, []int64{a.x}, []int64{a.x - w.cur.x})
	case a.x == w.cur.x:
		w.shorter('V', a, []int64{a.y}, []int64{a.y - w.cur.y})
	default:
		w.segment('L', a, a)
	}
}

func (w *pathWriter) quad(a, b vec) {
	smooth := w.cur
	if w.curve == geom.QuadTo {
		smooth = w.cur.mirror(w.control)
	}
	if a == smooth {
		w.segment('T', b, b)
	} else {
		w.segment('Q', b, a, b)
	}
	w.control = a
}

func (w *pathWriter) cube(a, b, c vec) {
	smooth := w.cur
	if w.curve == geom.CubeTo {
		smooth = w.cur.mirror(w.control)
	}
	if a == smooth {
		w.segment('S', c, b, c)
	} else {
		w.segment('C', c, a, b, c)
	}
	w.control = b
}

// segment writes a command whose numbers are points.
func (w *pathWriter) segment(command byte, end vec, pts ...vec) {
	var abs, rel [6]int64
	for i, a := range pts {
		abs[2*i], abs[2*i+1] = a.x, a.y
		d := a.sub(w.cur)
		rel[2*i], rel[2*i+1] = d.x, d.y
	}
	w.shorter(command, end, abs[:2*len(pts)], rel[:2*len(pts)])
}

// shorter writes a command in one of its two forms and moves to end.
func (w *pathWriter) shorter(command byte, end vec, abs, rel []int64) {
	w.abs = w.form(w.abs[:0], command, abs)
	w.rel = w.form(w.rel[:0], command|0x20, rel)
	chosen, numbers := w.rel, rel
	if len(w.abs) < len(w.rel) {
		chosen, numbers = w.abs, abs
	} else {
		command |= 0x20
	}
	w.out = append(w.out, chosen...)
	w.point = w.fractional(numbers[len(numbers)-1])
	w.cur = end
	switch command {
	case 'M', 'm':
		command-- // numbers after a move are lines (SVG 2 §9.3.3)
	}
	w.command = command
}

// form appends a command as it would be written now.
func (w *pathWriter) form(dst []byte, command byte, numbers []int64) []byte {
	first, point := command != w.command, w.point
	if first {
		dst = append(dst, command)
	}
	for _, n := range numbers {
		leadingPoint := n > 0 && n < w.unit()
		if !first && n >= 0 && !(leadingPoint && point) {
			dst = append(dst, ' ')
		}
		dst = w.grid.append(dst, n)
		first, point = false, w.fractional(n)
	}
	return dst
}
