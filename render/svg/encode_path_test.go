package svg

import (
	"math"
	"strconv"
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
	if x := readRelativeX(t, string(w.out)); math.Abs(x-end.X) > .001 {
		t.Errorf("a reader ends at x=%v, want %v", x, end.X)
	}
}

// readRelativeX adds up the x coordinates of a path of lines.
func readRelativeX(t *testing.T, data string) (x float64) {
	t.Helper()
	var command byte
	var numbers []float64
	for i := 0; i < len(data); {
		if c := data[i]; c >= 'A' && c <= 'z' {
			command, numbers = c, nil
			i++
			continue
		}
		j, point := i+1, data[i] == '.'
		for j < len(data) && (data[j] >= '0' && data[j] <= '9' || data[j] == '.' && !point) {
			point = point || data[j] == '.'
			j++
		}
		v, err := strconv.ParseFloat(data[i:j], 64)
		if err != nil {
			v, err = strconv.ParseFloat(data[i+1:j], 64)
		}
		if err != nil {
			t.Fatal(err)
		}
		i = j
		numbers = append(numbers, v)
		switch {
		case command == 'h':
			x += v
		case command == 'H':
			x = v
		case command == 'v', command == 'V':
		case len(numbers)%2 == 0:
		case command == 'l', command == 'm':
			x += v
		default:
			x = v
		}
	}
	return x
}
