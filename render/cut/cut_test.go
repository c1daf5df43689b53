package cut

import (
	"bytes"
	"image"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
)

func shape(p *geom.Path) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: render.Color{}, Opacity: 1}}
}

func on(l render.Layer, nodes ...render.Node) *render.Group {
	g := render.NewGroup(nodes...)
	g.Layer = l
	return g
}

func square(side float64) *geom.Path { return geom.RectWH(0, 0, side, side).Path() }

func drawing(nodes ...render.Node) *render.Drawing {
	return &render.Drawing{Width: 60, Height: 40, Unit: 1, Title: "Plaque <1>", Root: render.NewGroup(nodes...)}
}

func TestContours(t *testing.T) {
	line := &render.Shape{Path: square(3), Stroke: &render.Stroke{Paint: render.Color{}, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: 0.5}}}
	tests := []struct {
		name  string
		nodes []render.Node
		want  string
	}{
		{"logo", []render.Node{shape(square(1)), on(render.LayerSpecimen, shape(square(2)))}, "ENGRAVE 2"},
		{"printed sign", []render.Node{shape(square(1)), on(render.LayerCut, shape(square(2))), on(render.LayerDrill, shape(square(3)))}, "CUT 2, DRILL 3"},
		{"engraved plaque", []render.Node{shape(square(1)), on(render.LayerEngrave, shape(square(2)), line), on(render.LayerCut, line)}, "CUT 3, ENGRAVE 3.25"},
		{"white and proof", []render.Node{on(render.LayerWhite, shape(square(1))), on(render.LayerProof, shape(square(2))), on(render.LayerCut, shape(square(3)))}, "CUT 3"},
		{"layer within", []render.Node{on(render.LayerEngrave, render.NewGroup(shape(square(1)), on(render.LayerCut, shape(square(2)))))}, "CUT 2, ENGRAVE 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			list, err := Contours(drawing(tt.nodes...))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, c := range list {
				got = append(got, string(c.Operation)+" "+number(c.Path.Bounds().X1))
			}
			if got := strings.Join(got, ", "); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestUnits(t *testing.T) {
	d := drawing(shape(square(10)))
	d.Unit = render.Pixel
	list, err := Contours(d)
	if err != nil {
		t.Fatal(err)
	}
	if w := list[0].Path.Bounds().W(); math.Abs(w-2.645833) > 1e-6 {
		t.Errorf("10 px are %g mm", w)
	}
}

func TestRefused(t *testing.T) {
	masked := on(render.LayerEngrave, shape(square(1)))
	masked.Mask = &render.Mask{Content: render.NewGroup()}
	clipped := on(render.LayerCut, shape(square(5)))
	clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: square(3)}}}
	nested := on(render.LayerEngrave, shape(square(5)))
	nested.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: square(3), Clip: new(render.Clip)}}}
	broken := geom.RectWH(0, 0, math.NaN(), 1).Path()
	tests := []struct {
		name string
		node render.Node
		want string
	}{
		{"nothing", on(render.LayerWhite, shape(square(1))), "nothing to cut, engrave or drill"},
		{"picture", on(render.LayerEngrave, &render.Image{Pix: image.NewNRGBA(image.Rect(0, 0, 1, 1))}), "ENGRAVE: a picture made of pixels"},
		{"mask", masked, "ENGRAVE: a mask or a filter"},
		{"clip", clipped, "CUT: a clip path, which no machine"},
		{"clipped clip", nested, "ENGRAVE: a clip path that is itself clipped"},
		{"not a number", on(render.LayerCut, shape(broken)), "CUT: a coordinate beyond 100000 mm"},
		{"not a number", on(render.LayerEngrave, shape(broken)), "ENGRAVE: a coordinate beyond 100000 mm"},
	}
	for _, tt := range tests {
		err := EncodeSVG(io.Discard, drawing(tt.node))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
	}
}

func TestEncodeSVG(t *testing.T) {
	hole := new(geom.Path)
	hole.Ellipse(geom.Pt(6, 6), 2, 2)
	contour := new(geom.Path)
	contour.RoundRect(geom.RectWH(0, 0, 60, 40), 4, 4)
	var b bytes.Buffer
	err := EncodeSVG(&b, drawing(on(render.LayerDrill, shape(hole)), on(render.LayerCut, shape(contour)), on(render.LayerEngrave, shape(square(20)))))
	if err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "plaque.cut.svg", b.Bytes())
}

// Circles of any size are recognised, in the four curves that draw them.
func TestCircle(t *testing.T) {
	for _, r := range []float64{0.5, 2.5, 40, 400, 5000} {
		p := new(geom.Path)
		p.Ellipse(geom.Pt(7, -3), r, r)
		lines := Polylines(p, 0.02)
		if len(lines) != 1 {
			t.Fatalf("radius %g: %d lines", r, len(lines))
		}
		c, got, ok := lines[0].Circle(0.01)
		if !ok || math.Abs(got-r) > 1e-6*r || c.Sub(geom.Pt(7, -3)).Len() > 1e-6*r {
			t.Errorf("radius %g: circle %v of %v, %g", r, ok, c, got)
		}
	}
	p := new(geom.Path)
	p.Ellipse(geom.Pt(0, 0), 10, 11)
	if _, _, ok := Polylines(p, 0.02)[0].Circle(0.01); ok {
		t.Error("an ellipse is taken for a circle")
	}
	p = new(geom.Path)
	p.RoundRect(geom.RectWH(0, 0, 10, 20), 5, 5)
	if _, _, ok := Polylines(p, 0.02)[0].Circle(0.01); ok {
		t.Error("a capsule is taken for a circle")
	}
}

// A rounded rectangle is four lines and four quarters of circles.
func TestRoundRect(t *testing.T) {
	p := new(geom.Path)
	p.RoundRect(geom.RectWH(0, 0, 300, 200), 10, 10)
	l := Polylines(p, 0.02)[0]
	if len(l.Vertices) != 8 || !l.Closed {
		t.Fatalf("%d vertices, closed %t", len(l.Vertices), l.Closed)
	}
	for i, v := range l.Vertices {
		if want := float64(i%2) * quarterBulge; math.Abs(v.Bulge-want) > 1e-6 {
			t.Errorf("bulge %d is %g, want %g", i, v.Bulge, want)
		}
	}
}

// Arcs never stray from the curve by more than the tolerance, and they are
// few.
func TestTolerance(t *testing.T) {
	const tol = 0.02
	rnd := rand.New(rand.NewPCG(1, 2))
	total := 0
	for range 500 {
		var q [4]geom.Point
		for i := range q {
			q[i] = geom.Pt(100*rnd.Float64(), 100*rnd.Float64())
		}
		p := new(geom.Path)
		p.MoveTo(q[0])
		p.CubeTo(q[1], q[2], q[3])
		lines := Polylines(p, tol)
		vs := lines[0].Vertices
		total += len(vs) - 1
		for i := range 1000 {
			at := geom.CubeAt(q[0], q[1], q[2], q[3], float64(i)/1000)
			best := math.Inf(1)
			for k := range len(vs) - 1 {
				best = min(best, distance(at, vs[k], vs[k+1].Point))
			}
			if best > 1.2*tol {
				t.Fatalf("curve %v strays by %g at %v", q, best, at)
			}
		}
	}
	if mean := float64(total) / 500; mean > 20 {
		t.Errorf("%.1f arcs for a curve of 100 mm", mean)
	} else {
		t.Logf("%.1f arcs for a curve of 100 mm", mean)
	}
}

func FuzzPolylines(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
	f.Add(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
	f.Add(0.0, 0.0, 10.0, 0.0, 0.0, 0.0, 10.0, 0.0)
	f.Fuzz(func(t *testing.T, ax, ay, bx, by, cx, cy, dx, dy float64) {
		p := new(geom.Path)
		p.MoveTo(geom.Pt(ax, ay))
		p.CubeTo(geom.Pt(bx, by), geom.Pt(cx, cy), geom.Pt(dx, dy))
		p.Close()
		for _, l := range Polylines(p, 0.02) {
			if len(l.Vertices) > 2<<maxSplits+2 {
				t.Fatalf("%d vertices", len(l.Vertices))
			}
			l.Circle(0.01)
		}
	})
}
