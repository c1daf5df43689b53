package artwork

import (
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A piece is the box of what a drawing has beside text: a mark, a row of
// symbols, arms or a QR code.
type piece struct {
	kind       string
	x, y, w, h float64
	when       []string // terms of the conditions that it and its groups have
}

var pieceKinds = []string{"data-part", "data-row", "data-arms", "data-qr"}

// pieces collects the pieces below e.
func pieces(e *element, when []string, found []piece) []piece {
	when = slices.Concat(when, strings.Fields(e.attr("data-if")))
	for _, kind := range pieceKinds {
		if !e.has(kind) {
			continue
		}
		var v [4]float64
		for i, name := range []string{"x", "y", "width", "height"} {
			v[i], _ = strconv.ParseFloat(e.attr(name), 64)
		}
		found = append(found, piece{kind, v[0], v[1], v[2], v[3], when})
	}
	for i := range e.Children {
		found = pieces(&e.Children[i], when, found)
	}
	return found
}

// meets reports whether two pieces can be in one picture.
func (p piece) meets(q piece) bool {
	for _, a := range p.when {
		for _, b := range q.when {
			name, one, ok := strings.Cut(a, "=")
			other, two, both := strings.Cut(b, "=")
			if a == "!"+b || b == "!"+a || ok && both && name == other && !strings.ContainsAny(name, "!<>") && !shares(one, two) {
				return false
			}
		}
	}
	return true
}

// shares reports whether two lists of values have one in common.
func shares(a, b string) bool {
	values := strings.Split(b, "|")
	return slices.ContainsFunc(strings.Split(a, "|"), func(v string) bool { return slices.Contains(values, v) })
}

// overlaps reports whether two pieces share room; a mark is a disc.
func (p piece) overlaps(q piece) bool {
	if q.kind == "data-part" {
		p, q = q, p
	}
	if p.kind == "data-part" {
		r, x, y := p.w/2, p.x+p.w/2, p.y+p.h/2
		if q.kind == "data-part" {
			return math.Hypot(q.x+q.w/2-x, q.y+q.h/2-y) < r+q.w/2
		}
		return math.Hypot(x-min(max(x, q.x), q.x+q.w), y-min(max(y, q.y), q.y+q.h)) < r
	}
	return p.x < q.x+q.w && q.x < p.x+p.w && p.y < q.y+q.h && q.y < p.y+p.h
}

// TestPieces holds that marks, rows, arms and QR codes do not touch.
func TestPieces(t *testing.T) {
	names, err := fs.Glob(FS, "tnl/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		found := pieces(read(t, name), nil, nil)
		for i, p := range found {
			for _, q := range found[i+1:] {
				if p.meets(q) && p.overlaps(q) {
					t.Errorf("%s: %s at %g, %g touches %s at %g, %g", name, p.kind, p.x, p.y, q.kind, q.x, q.y)
				}
			}
		}
	}
}
