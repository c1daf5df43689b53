package geom

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// pathString writes p in the letters of path data.
func pathString(p *Path) string {
	var b strings.Builder
	i := 0
	for _, op := range p.Ops {
		b.WriteByte("MLQCZ"[op])
		for _, a := range p.Pts[i : i+op.Points()] {
			fmt.Fprintf(&b, " %.6g %.6g", a.X, a.Y)
		}
		i += op.Points()
	}
	return b.String()
}

func TestParsePath(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", ""},
		{"M10 20", "M 10 20"},
		{"m10 20 5 5", "M 10 20L 15 25"},
		{"M10,20L30,40z", "M 10 20L 30 40Z"},
		{"M10-20.5.5-1e1", "M 10 -20.5L 0.5 -10"},
		{"M1 2h3v4H0V0", "M 1 2L 4 2L 4 6L 0 6L 0 0"},
		{"M0 0h1 2", "M 0 0L 1 0L 3 0"},
		{"M0 0c1 1 2 2 3 0s2-2 3 0", "M 0 0C 1 1 2 2 3 0C 4 -2 5 -2 6 0"},
		{"M0 0s1 1 2 0", "M 0 0C 0 0 1 1 2 0"},
		{"M0 0q1 1 2 0t2 0", "M 0 0Q 1 1 2 0Q 3 -1 4 0"},
		{"M0 0C0 0 1 1 2 0t2 0", "M 0 0C 0 0 1 1 2 0Q 2 0 4 0"},
		{"M1 1h2v2zl5 5", "M 1 1L 3 1L 3 3ZM 1 1L 6 6"},
		{"M1 1h2zm1 1h1", "M 1 1L 3 1ZM 2 2L 3 2"},
		{"M1 1h2zz", "M 1 1L 3 1Z"},
		{"M0 0a1 1 0 012 0", "M 0 0C 0 -0.552285 0.447715 -1 1 -1C 1.55228 -1 2 -0.552285 2 0"},
		{"M0 0A0 5 0 0 1 3 4", "M 0 0L 3 4"},
		{"M0 0a5 5 0 0 1 0 0L1 1", "M 0 0L 1 1"},
	} {
		p, err := ParsePath(test.in, 100)
		if got := pathString(p); err != nil || got != test.want {
			t.Errorf("%q: %q, %v; want %q", test.in, got, err, test.want)
		}
	}
}

// An error keeps what came before (SVG 2 §9.5.4).
func TestParsePathError(t *testing.T) {
	for _, test := range []struct{ in, want, err string }{
		{"L1 2", "", "does not begin with M"},
		{"10 20", "", "command expected"},
		{"M10 20L30 40L50", "M 10 20L 30 40", "number expected"},
		{"M10 20L30 40X", "M 10 20L 30 40", "unknown command"},
		{"M10 20L30 40Z5 5", "M 10 20L 30 40Z", "command expected"},
		{"M1 2L3 4 , , 5 6", "M 1 2L 3 4", "number expected"},
		{"M1 2L,3 4", "M 1 2", "number expected"},
		{"M0 0a1 1 0 2 0 1 1", "M 0 0", "flag expected"},
		{"M0 0L1e999 1", "M 0 0", "out of range"},
		{"M0 0L1 1 2 2 3 3", "M 0 0L 1 1L 2 2L 3 3", "more than 3 points"},
	} {
		in := test.in
		if strings.HasPrefix(test.err, "more") {
			in += " 4 4 5 5"
		}
		p, err := ParsePath(in, 3)
		if err == nil || !strings.Contains(err.Error(), test.err) {
			t.Errorf("%q: error %v; want %q", in, err, test.err)
		}
		if got := pathString(p); !strings.HasPrefix(got, test.want) {
			t.Errorf("%q: %q; want %q", in, got, test.want)
		}
	}
}

// Every point of an arc lies on its ellipse.
func TestArcTo(t *testing.T) {
	for _, a := range []Arc{
		{From: Pt(10, 0), To: Pt(0, 5), RX: 10, RY: 5, Increasing: true},
		{From: Pt(10, 0), To: Pt(0, 5), RX: 10, RY: 5, Large: true},
		{From: Pt(-10, 0), To: Pt(10, 0), RX: 10, RY: 5},
		{From: Pt(-10, 0), To: Pt(10, 0), RX: 1, RY: 0.5, Increasing: true}, // scaled up
	} {
		p := new(Path)
		p.MoveTo(a.From)
		p.ArcTo(a)
		if last := p.Pts[len(p.Pts)-1]; last != a.To {
			t.Errorf("%+v ends at %v", a, last)
		}
		for i := 1; i+2 < len(p.Pts); i += 3 {
			for _, u := range []float64{0.25, 0.5, 1} {
				q := CubeAt(p.Pts[i-1], p.Pts[i], p.Pts[i+1], p.Pts[i+2], u)
				if r := math.Sqrt(q.X*q.X/100 + q.Y*q.Y/25); math.Abs(r-1) > 3e-4 {
					t.Errorf("%+v: %v is at %g radii", a, q, r)
				}
			}
		}
	}
}

func FuzzParsePath(f *testing.F) {
	for _, s := range []string{"M0 0h1v1z", "m1 2c1 1 2 2 3 3s1 1 2 2q1 1 2 2t1 1", "M0 0a1 2 30 01 5-5", "M1,,2", "M.5.5-.5e-1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, d string) {
		p, _ := ParsePath(d, 1000)
		points, open := 0, false
		for _, op := range p.Ops {
			points += op.Points()
			if op == MoveTo {
				open = true
			} else if !open {
				t.Fatalf("%q: %v before a subpath is open", d, op)
			}
			open = open && op != Close
		}
		if points != len(p.Pts) {
			t.Fatalf("%q: %d points for commands that take %d", d, len(p.Pts), points)
		}
	})
}
