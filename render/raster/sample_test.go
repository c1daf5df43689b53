package raster

import (
	"image"
	"math/rand/v2"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

func sampled(t *testing.T, d *render.Drawing, w, h int) *image.NRGBA {
	t.Helper()
	img, err := Draw(d, w, h, Options{Sampling: FourByFour})
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// Edges that lie on quarters of a pixel are between samples: both ways of
// looking at them agree, but for the rounding to eight bits.
func TestSampledQuarters(t *testing.T) {
	for _, p := range []*geom.Path{
		rect(3, 3, 10, 10), rect(3.25, 4.5, 10.25, 0.75), rect(7.5, 2.25, 0.25, 30), rect(-5, -5, 80, 80),
	} {
		d := drawing(64, 64, filled(p, red))
		same(t, paint(t, d, 64, 64), sampled(t, d, 64, 64), 2)
	}
}

// Samples are an estimate of the area: an edge is off by half a sample at most,
// an eighth of a pixel, and a pixel rarely has more than three.
func TestSampledAreas(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	at := func() geom.Point { return geom.Pt(float64(rnd.Float64()*80)-8, float64(rnd.Float64()*80)-8) }
	for i := range 200 {
		p := new(geom.Path)
		p.MoveTo(at())
		switch i % 3 {
		case 0:
			p.LineTo(at())
			p.LineTo(at())
		case 1:
			p.QuadTo(at(), at())
		case 2:
			p.CubeTo(at(), at(), at())
		}
		p.Close()
		d := drawing(64, 64, filled(p, red))
		a, b := paint(t, d, 64, 64), sampled(t, d, 64, 64)
		same(t, a, b, 3*32)
		if x, y := sum(a), sum(b); x-y > 0.02*x+4 || y-x > 0.02*x+4 {
			t.Errorf("path %d covers %.1f pixels, sampled %.1f", i, x, y)
		}
	}
}

// Both fill rules, and paths that go around a picture from far away.
func TestSampledRules(t *testing.T) {
	for _, tt := range []struct {
		name string
		path *geom.Path
		rule render.FillRule
	}{
		{"ring", ring(), render.NonZero},
		{"star", star(32, 32, 30), render.NonZero},
		{"even-odd star", star(32, 32, 30), render.EvenOdd},
		{"all around", rect(-1e12, -1e12, 2e12, 2e12), render.NonZero},
		{"huge disc", circle(32, 1e6+32, 1e6), render.NonZero},
		{"right and below", rect(54, 54, 20, 20), render.NonZero},
	} {
		s := filled(tt.path, red)
		s.Fill.Rule = tt.rule
		d := drawing(64, 64, s)
		if a, b := sum(paint(t, d, 64, 64)), sum(sampled(t, d, 64, 64)); a-b > 0.01*a || b-a > 0.01*a {
			t.Errorf("%s: %.1f pixels, sampled %.1f", tt.name, a, b)
		}
	}
}

// A stroke thinner than a pixel is a pixel wide and as much lighter.
func TestHairline(t *testing.T) {
	stroke := func(width float64, pts ...geom.Point) *image.NRGBA {
		p := new(geom.Path)
		p.MoveTo(pts[0])
		for _, a := range pts[1:] {
			p.LineTo(a)
		}
		s := &render.Shape{Path: p, Stroke: &render.Stroke{Paint: red, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4}}}
		return sampled(t, drawing(16, 16, s), 16, 16)
	}
	for _, tt := range []struct {
		width, y float64
		rows     [3]uint8 // opacity of rows 4 to 6
	}{
		{1, 5.5, [3]uint8{0, 255, 0}},
		{0.5, 5.5, [3]uint8{0, 127, 0}},
		{1, 5.75, [3]uint8{0, 191, 64}},
		{0.25, 5, [3]uint8{31, 32, 0}},
	} {
		img := stroke(tt.width, geom.Pt(2, tt.y), geom.Pt(14, tt.y))
		for i, want := range tt.rows {
			if got := img.NRGBAAt(8, 4+i).A; int(got)-int(want) > 1 || int(want)-int(got) > 1 {
				t.Errorf("width %g at %g: opacity %d in row %d, want %d", tt.width, tt.y, got, 4+i, want)
			}
		}
	}
	// As much ink as the stroke's area, in any direction.
	for _, to := range []geom.Point{{X: 14, Y: 3}, {X: 3, Y: 14}, {X: 13, Y: 13}} {
		img := stroke(0.5, geom.Pt(2, 2), to)
		length := to.Sub(geom.Pt(2, 2)).Len()
		if got := sum(img); got < 0.3*length || got > 0.55*length {
			t.Errorf("to %v: %.2f pixels of ink on a length of %.1f", to, got, length)
		}
	}
}

// A tile is a whole number of pixels: here, two and a half are three.
func TestSampledTile(t *testing.T) {
	p := &render.Pattern{Tile: geom.RectWH(0, 0, 2.5, 8), Matrix: geom.Identity,
		Content: render.NewGroup(filled(rect(0, 0, 1, 8), red))}
	img := sampled(t, drawing(16, 8, filled(rect(0, 0, 16, 8), p)), 16, 8)
	for x := range 16 {
		want := uint8(0)
		if x%3 == 0 {
			want = 255
		}
		if got := img.NRGBAAt(x, 4).A; got != want {
			t.Errorf("opacity %d in column %d, want %d", got, x, want)
		}
	}
}
