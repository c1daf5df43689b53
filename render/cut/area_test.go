package cut

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

func colored(p *geom.Path, v uint8) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: render.Color{RGB: render.RGB{R: v, G: v, B: v}}, Opacity: 1}}
}

func rect(x, y, w, h float64) *geom.Path { return geom.RectWH(x, y, w, h).Path() }

func circle(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(geom.Pt(x, y), r, r)
	return p
}

// engraved returns the outlines of what is engraved of nodes, each as its kind.
func engraved(t *testing.T, nodes ...render.Node) string {
	t.Helper()
	list, err := Contours(drawing(nodes...))
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, l := range Polylines(list[0].Path, 0.02) {
		if c, r, ok := l.Circle(0.01); ok {
			out = append(out, fmt.Sprintf("circle %g,%g r%g", c.X, c.Y, r))
			continue
		}
		b := geom.Nowhere()
		for _, v := range l.Vertices {
			b = b.Union(geom.Rect{X0: v.X, Y0: v.Y, X1: v.X, Y1: v.Y})
		}
		out = append(out, fmt.Sprintf("%d corners %g,%g %g×%g", len(l.Vertices), b.X0, b.Y0, b.W(), b.H()))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func TestSurface(t *testing.T) {
	const bare, ink = 255, 0
	clipped := render.NewGroup(colored(rect(0, 0, 20, 20), ink))
	clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: rect(5, 5, 50, 4)}, {Path: rect(5, 12, 50, 4)}}}
	square := &render.Shape{Path: rect(10, 10, 10, 10), Stroke: &render.Stroke{
		Paint: render.Color{}, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: 2, MiterLimit: 4}}}
	tests := []struct {
		name  string
		nodes []render.Node
		want  string
	}{
		{"alone", []render.Node{colored(circle(10, 10, 5), ink)}, "circle 10,10 r5"},
		{"apart", []render.Node{colored(circle(10, 10, 5), ink), colored(rect(20, 0, 5, 5), ink)}, "4 corners 20,0 5×5; circle 10,10 r5"},
		{"overlap", []render.Node{colored(rect(0, 0, 10, 10), ink), colored(rect(5, 5, 10, 10), ink)}, "8 corners 0,0 15×15"},
		{"side by side", []render.Node{colored(rect(0, 0, 10, 10), ink), colored(rect(10, 0, 10, 10), 90)}, "4 corners 0,0 20×10"},
		{"twice the same", []render.Node{colored(rect(0, 0, 10, 10), ink), colored(rect(0, 0, 10, 10), ink)}, "4 corners 0,0 10×10"},
		{"covered", []render.Node{colored(circle(5, 5, 2), ink), colored(rect(0, 0, 10, 10), ink)}, "4 corners 0,0 10×10"},
		{"white hole", []render.Node{colored(rect(0, 0, 10, 10), ink), colored(circle(5, 5, 2), bare)}, "4 corners 0,0 10×10; circle 5,5 r2"},
		{"white bite", []render.Node{colored(rect(0, 0, 10, 10), ink), colored(rect(5, 5, 10, 10), bare)}, "6 corners 0,0 10×10"},
		{"on white ground", []render.Node{colored(rect(0, 0, 60, 40), bare), colored(circle(5, 5, 2), ink)}, "circle 5,5 r2"},
		{"white only", []render.Node{colored(rect(0, 0, 60, 40), bare)}, "cut: nothing to cut, engrave or drill"},
		{"hidden", []render.Node{colored(circle(5, 5, 2), ink), colored(rect(0, 0, 60, 40), bare)}, "cut: nothing to cut, engrave or drill"},
		{"stroke", []render.Node{square}, "4 corners 11,11 8×8; 4 corners 9,9 12×12"},
		{"clipped", []render.Node{clipped}, "4 corners 5,12 15×4; 4 corners 5,5 15×4"},
		{"touch at a corner", []render.Node{colored(rect(0, 0, 5, 5), ink), colored(rect(5, 5, 5, 5), ink)}, "4 corners 0,0 5×5; 4 corners 5,5 5×5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := engraved(t, tt.nodes...); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// Curves that were cut into lines to be united are arcs again, near the curves
// they come from.
func TestUnitedCirclesAreArcs(t *testing.T) {
	list, err := Contours(drawing(colored(circle(10, 10, 5), 0), colored(circle(16, 10, 5), 0)))
	if err != nil {
		t.Fatal(err)
	}
	lines := Polylines(list[0].Path, 0.02)
	if len(lines) != 1 || len(lines[0].Vertices) > 6 {
		t.Fatalf("%d outlines %v", len(lines), lines)
	}
	for i, v := range lines[0].Vertices {
		c, r := arcCircle(v, lines[0].Vertices[(i+1)%len(lines[0].Vertices)].Point)
		near := min(c.Sub(geom.Pt(10, 10)).Len(), c.Sub(geom.Pt(16, 10)).Len())
		if v.Bulge == 0 || math.Abs(r-5) > 0.05 || near > 0.05 {
			t.Errorf("arc %d around %v, radius %g", i, c, r)
		}
	}
}

// Of any pile of shapes, what lies inside the outlines is what is seen dark.
func TestSurfaceIsWhatIsSeen(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for round := range 60 {
		s := new(surface)
		for range 2 + rnd.IntN(14) {
			x, y, w, h := float64(rnd.IntN(40)), float64(rnd.IntN(40)), float64(1+rnd.IntN(30)), float64(1+rnd.IntN(30))
			p := new(geom.Path)
			switch rnd.IntN(4) {
			case 0:
				p.Append(rect(x, y, w, h))
			case 1:
				p.Ellipse(geom.Pt(x, y), w, h)
			case 2:
				p.RoundRect(geom.RectWH(x, y, w, h), w/4, h/3)
			default: // a path that crosses itself
				p.MoveTo(geom.Pt(x, y))
				for range 5 {
					p.LineTo(geom.Pt(40*rnd.Float64(), 40*rnd.Float64()))
				}
				p.CubeTo(geom.Pt(x+w, y), geom.Pt(x, y+h), geom.Pt(x+w, y+h))
			}
			s.paint(p, render.FillRule(rnd.IntN(2)), nil, rnd.IntN(3) > 0)
		}
		n := newArrangement(s)
		before := newWinder(n)
		seen := newArrangement(s)
		if err := seen.split(); err != nil {
			t.Fatal(err)
		}
		got := new(surface)
		got.paint(seen.outlines(), render.EvenOdd, nil, true)
		if got.areas == nil {
			continue
		}
		after := newWinder(newArrangement(got))
		wrong := 0
		for range 4000 {
			x, y := 70*grid*rnd.Float64()-10*grid, 70*grid*rnd.Float64()-10*grid
			if before.dark(x, y) != (len(after.bands) > 0 && after.dark(x, y)) {
				wrong++
			}
		}
		if wrong > 2 { // points that lie on an edge
			t.Errorf("round %d: %d of 4000 points are on the wrong side", round, wrong)
		}
	}
}

func FuzzSurface(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
	f.Add(0.0, 0.0, 10.0, 10.0, 0.0, 10.0, 10.0, 0.0)
	f.Fuzz(func(t *testing.T, ax, ay, bx, by, cx, cy, dx, dy float64) {
		p := new(geom.Path)
		p.MoveTo(geom.Pt(ax, ay))
		p.LineTo(geom.Pt(bx, by))
		p.CubeTo(geom.Pt(cx, cy), geom.Pt(ax, by), geom.Pt(dx, dy))
		list, err := Contours(drawing(colored(p, 0), colored(rect(0, 0, 5, 5), 255), colored(circle(bx, by, 3), 0)))
		if err == nil {
			for _, l := range Polylines(list[0].Path, 0.02) {
				if !l.Closed || math.IsNaN(l.Vertices[0].X) {
					t.Fatalf("open outline %v", l)
				}
			}
		}
	})
}
