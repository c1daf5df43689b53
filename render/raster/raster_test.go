package raster

import (
	"image"
	"math"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

var (
	red   = render.Color{RGB: render.RGB{R: 255}}
	green = render.Color{RGB: render.RGB{G: 128}}
	blue  = render.Color{RGB: render.RGB{B: 255}}
)

// drawing returns a drawing of w by h units.
func drawing(w, h float64, nodes ...render.Node) *render.Drawing {
	return &render.Drawing{Width: w, Height: h, Unit: render.Pixel, Root: render.NewGroup(nodes...)}
}

func filled(p *geom.Path, paint render.Paint) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: paint, Opacity: 1}}
}

func rect(x, y, w, h float64) *geom.Path { return geom.RectWH(x, y, w, h).Path() }

func circle(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(geom.Pt(x, y), r, r)
	return p
}

// star is a pentagram: its middle is inside by one fill rule only.
func star(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	for i := range 5 {
		sin, cos := geom.SinCos(float64(i)*144 - 90)
		a := geom.Pt(x+float64(r*cos), y+float64(r*sin))
		if i == 0 {
			p.MoveTo(a)
		} else {
			p.LineTo(a)
		}
	}
	p.Close()
	return p
}

func paint(t testing.TB, d *render.Drawing, w, h int) *image.NRGBA {
	t.Helper()
	img, err := Draw(d, w, h, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// same fails if a and b differ by more than tolerance in a channel, colours
// being multiplied by their opacities.
func same(t *testing.T, a, b *image.NRGBA, tolerance int) {
	t.Helper()
	if a.Rect != b.Rect {
		t.Fatalf("sizes %v and %v", a.Rect, b.Rect)
	}
	worst, where := 0, image.Point{}
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 4 {
			va, vb := int(a.Pix[i+k]), int(b.Pix[i+k])
			if k < 3 {
				va, vb = va*int(a.Pix[i+3])/255, vb*int(b.Pix[i+3])/255
			}
			if diff := max(va-vb, vb-va); diff > worst {
				worst, where = diff, image.Pt(i/4%a.Rect.Dx(), i/4/a.Rect.Dx())
			}
		}
	}
	if worst > tolerance {
		t.Errorf("pixels differ by %d at %v: %v and %v", worst, where, a.At(where.X, where.Y), b.At(where.X, where.Y))
	}
}

// sum returns the opacity of all pixels, in whole pixels.
func sum(img *image.NRGBA) float64 {
	n := 0
	for i := 3; i < len(img.Pix); i += 4 {
		n += int(img.Pix[i])
	}
	return float64(n) / 255
}

func TestArea(t *testing.T) {
	turned := rect(-20, -10, 40, 20).Transform(geom.Translate(32, 32).Mul(geom.Rotate(37)))
	for _, tt := range []struct {
		name string
		path *geom.Path
		rule render.FillRule
		want float64
	}{
		{"square on the grid", rect(3, 3, 10, 10), render.NonZero, 100},
		{"square off the grid", rect(3.25, 3.25, 10.5, 10.5), render.NonZero, 110.25},
		{"sliver", rect(3.25, 3.25, 0.25, 40), render.NonZero, 10},
		{"turned", turned, render.NonZero, 800},
		{"disc", circle(32, 32, 25), render.NonZero, math.Pi * 25 * 25},
		{"wedge of one row", wedge(10, 10, 20, 1), render.NonZero, 10},
		{"wedge of two rows", wedge(10, 10, 20, 2), render.NonZero, 20},
		{"half outside", rect(-10, 10, 20, 20), render.NonZero, 200},
		{"right and below", rect(54, 54, 20, 20), render.NonZero, 100},
		{"all around", rect(-1e12, -1e12, 2e12, 2e12), render.NonZero, 64 * 64},
		{"huge disc", circle(32, 1e6+32, 1e6), render.NonZero, 64 * 32},
		{"ring", ring(), render.NonZero, math.Pi * (25*25 - 10*10)},
		{"even-odd star less middle", star(32, 32, 30), render.EvenOdd, 698},
		{"non-zero star", star(32, 32, 30), render.NonZero, 1010},
	} {
		s := filled(tt.path, red)
		s.Fill.Rule = tt.rule
		got := sum(paint(t, drawing(64, 64, s), 64, 64))
		if math.Abs(got-tt.want) > 0.004*tt.want {
			t.Errorf("%s: %.3f pixels, want %.3f", tt.name, got, tt.want)
		}
	}
}

// wedge returns half of a rectangle, cut from corner to corner.
func wedge(x, y, w, h float64) *geom.Path {
	p := new(geom.Path)
	p.MoveTo(geom.Pt(x, y))
	p.LineTo(geom.Pt(x+w, y+h))
	p.LineTo(geom.Pt(x, y+h))
	return p
}

// ring returns a disc and, against it, a smaller one.
func ring() *geom.Path {
	p := circle(32, 32, 25)
	p.Append(circle(0, 0, 10).Transform(geom.Matrix{A: -1, D: 1, E: 32, F: 32}))
	return p
}
