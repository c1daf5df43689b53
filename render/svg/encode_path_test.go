package svg

import (
	"math"
	"slices"
	"testing"

	"panonceau/render/geom"
)

func TestEncodeNumber(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {math.Copysign(0, -1), "0"}, {-.0004, "0"}, {.5, ".5"}, {-.5, "-.5"}, {1, "1"}, {-1, "-1"},
		{.0005, ".001"}, {.125, ".125"}, {1.0625, "1.063"}, {100, "100"}, {12.34, "12.34"}, {1e300, "1000000000"},
		{math.Inf(-1), "-1000000000"}, {math.NaN(), "0"}, {999.9996, "1000"}, {7.001, "7.001"},
	} {
		g := grid{3}
		if got := string(g.append(nil, g.round(c.v))); got != c.want {
			t.Errorf("%v: %s, want %s", c.v, got, c.want)
		}
	}
}

func TestGridFor(t *testing.T) {
	for length, want := range map[float64]int{1000: 2, 500: 2, 499: 3, 10: 3, 9.99: 4, 1: 4, .5: 5, .001: 7, 1e-300: maxDecimals} {
		if got := gridFor(length).decimals; got != want {
			t.Errorf("%v units: %d decimals, want %d", length, got, want)
		}
	}
}

func TestEncodePath(t *testing.T) {
	pt := geom.Pt
	for _, c := range []struct {
		name string
		draw func(p *geom.Path)
		want string
	}{
		{"rectangle", func(p *geom.Path) { p.Append(geom.RectWH(10, 10, 20, 5).Path()) }, "m10 10h20v5H10z"},
		{"implicit lines", func(p *geom.Path) { p.MoveTo(pt(1, 2)); p.LineTo(pt(3, 5)); p.LineTo(pt(4, 9)) }, "m1 2 2 3 1 4"},
		{"the shorter form", func(p *geom.Path) { p.MoveTo(pt(99, 99)); p.LineTo(pt(5, 5)); p.LineTo(pt(98.5, 1)) }, "m99 99L5 5l93.5-4"},
		{"points join", func(p *geom.Path) { p.MoveTo(pt(.5, .25)); p.LineTo(pt(1, .5)); p.LineTo(pt(1.5, .25)) }, "m.5.25.5.25.5-.25"},
		{"smooth cubic", func(p *geom.Path) {
			p.MoveTo(pt(0, 0))
			p.CubeTo(pt(0, 5), pt(5, 5), pt(5, 10))
			p.CubeTo(pt(5, 15), pt(8, 20), pt(9, 20))
		}, "m0 0c0 5 5 5 5 10s3 10 4 10"},
		{"cubic from the point", func(p *geom.Path) { p.MoveTo(pt(1, 1)); p.CubeTo(pt(1, 1), pt(5, 5), pt(6, 1)) }, "m1 1s4 4 5 0"},
		{"smooth quadratic", func(p *geom.Path) {
			p.MoveTo(pt(0, 0))
			p.QuadTo(pt(5, 5), pt(10, 0))
			p.QuadTo(pt(15, -5), pt(20, 0))
		}, "m0 0q5 5 10 0t10 0"},
		{"closing line", func(p *geom.Path) {
			p.MoveTo(pt(1, 1))
			p.LineTo(pt(5, 1))
			p.LineTo(pt(5, 4))
			p.LineTo(pt(1, 1))
			p.Close()
		}, "m1 1h4v3z"},
		{"subpaths", func(p *geom.Path) {
			p.Append(geom.RectWH(0, 0, 9, 9).Path())
			p.Append(geom.RectWH(3, 3, 3, 3).Path())
		}, "m0 0h9v9H0zm3 3h3v3H3z"},
		{"dot", func(p *geom.Path) { p.MoveTo(pt(3, 3)); p.LineTo(pt(3, 3)); p.Close() }, "m3 3h0z"},
		{"line of no length", func(p *geom.Path) {
			p.MoveTo(pt(0, 0))
			p.CubeTo(pt(0, 5), pt(5, 5), pt(5, 10))
			p.LineTo(pt(5, 10))
			p.CubeTo(pt(5, 10), pt(8, 20), pt(9, 20))
		}, "m0 0c0 5 5 5 5 10 0 0 3 10 4 10"},
		{"line first", func(p *geom.Path) { p.LineTo(pt(3, 4)); p.Close() }, "l3 4z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := new(geom.Path)
			c.draw(p)
			w := pathWriter{grid: grid{3}}
			w.path(p, geom.Identity, vec{})
			if got := string(w.out); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// Rounding errors must not add up along relative commands: the last point is
// where rounding it alone would put it.
func TestEncodePathKeepsPlace(t *testing.T) {
	p := new(geom.Path)
	p.MoveTo(geom.Pt(0, 0))
	for i := range 3000 {
		p.LineTo(geom.Pt(float64(i)*.33349, float64(i%7)*.0104))
	}
	w := pathWriter{grid: grid{3}}
	w.path(p, geom.Identity, vec{})
	end := p.Pts[len(p.Pts)-1]
	if want := w.grid.point(end); w.cur != want {
		t.Errorf("ends at %v, want %v", w.cur, want)
	}
}

// FuzzEncodePath writes a path of any commands and reads it again: it has the
// same commands, but for lines that draw nothing, and the same points, rounded.
func FuzzEncodePath(f *testing.F) {
	f.Add([]byte("MLLLZ"), int64(7))
	f.Add([]byte("MQQTCSCCZMLZ"), int64(123456))
	f.Add([]byte("MCCLCCQCQLLLLZLLMMM"), int64(-99))
	f.Add([]byte("LQZZMC"), int64(1))
	f.Fuzz(func(t *testing.T, commands []byte, seed int64) {
		if len(commands) > 1000 {
			return
		}
		p, g := anyPath(commands, seed), grid{3}
		w := pathWriter{grid: g}
		w.path(p, geom.Identity, vec{})
		got, err := geom.ParsePath(string(w.out), 10000)
		if err != nil {
			t.Fatalf("%v in %s", err, w.out)
		}
		want := rounded(p, g)
		again := pathWriter{grid: g}
		again.path(got, geom.Identity, vec{})
		if string(again.out) != string(w.out) {
			t.Errorf("read and written again:\n%s\nwas\n%s", again.out, w.out)
		}
		if a, b := rounded(got, g), want; !slices.Equal(a, b) {
			t.Errorf("points\n%v, want\n%v, of\n%s", a, b, w.out)
		}
	})
}

// anyPath returns a path of commands, with points on few and near places, where
// shorthands and repetitions are found.
func anyPath(commands []byte, seed int64) *geom.Path {
	next := func() geom.Point {
		seed = seed*6364136223846793005 + 1442695040888963407
		return geom.Pt(float64(seed>>33%5)*1.25, float64(seed>>45%4)*.3334)
	}
	p := new(geom.Path)
	p.MoveTo(next())
	for _, c := range commands {
		switch c % 5 {
		case 0:
			p.LineTo(next())
		case 1:
			p.QuadTo(next(), next())
		case 2:
			p.CubeTo(next(), next(), next())
		case 3:
			p.MoveTo(next())
		case 4:
			if p.Ops[len(p.Ops)-1] != geom.Close {
				p.Close()
				p.MoveTo(next())
			}
		}
	}
	return p
}

// rounded returns the points of p, without those of lines that draw nothing.
func rounded(p *geom.Path, g grid) []vec {
	type segment struct {
		op  geom.Op
		pts []vec
	}
	var kept []segment
	var cur, start vec
	pts := p.Pts
	for i, op := range p.Ops {
		s := segment{op: op}
		for _, a := range pts[:op.Points()] {
			s.pts = append(s.pts, g.point(a))
		}
		pts = pts[op.Points():]
		if op == geom.LineTo && s.pts[0] == cur && i > 0 && p.Ops[i-1] != geom.MoveTo {
			continue
		}
		last := len(kept) - 1
		if op == geom.Close && kept[last].op == geom.LineTo && kept[last].pts[0] == start && kept[last-1].op != geom.MoveTo {
			kept = kept[:last]
		}
		kept = append(kept, s)
		switch op {
		case geom.MoveTo:
			start, cur = s.pts[0], s.pts[0]
		case geom.Close:
			cur = start
		default:
			cur = s.pts[len(s.pts)-1]
		}
	}
	var points []vec
	for _, s := range kept {
		points = append(points, s.pts...)
	}
	return points
}
