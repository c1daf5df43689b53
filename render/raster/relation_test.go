package raster

import (
	"fmt"
	"image"
	"math"
	"testing"

	"golang.org/x/image/vector"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

func TestTwiceTheSizeHalvesToItself(t *testing.T) {
	d := drawing(64, 64, filled(ring(), red), filled(circle(32, 32, 8), blue))
	large, small := paint(t, d, 128, 128), paint(t, d, 64, 64)
	half := image.NewNRGBA(small.Rect)
	for y := range 64 {
		for x := range 64 {
			var sum [4]int // multiplied by their opacity
			for k := range 4 {
				c := large.NRGBAAt(2*x+k%2, 2*y+k/2)
				for i, v := range [3]uint8{c.R, c.G, c.B} {
					sum[i] += int(v) * int(c.A)
				}
				sum[3] += int(c.A)
			}
			p := half.Pix[half.PixOffset(x, y):]
			for i := range 3 {
				p[i] = uint8((sum[i] + sum[3]/2) / max(1, sum[3]))
			}
			p[3] = uint8((sum[3] + 2) / 4)
		}
	}
	same(t, half, small, 2)
}

func TestBandsDoNotShow(t *testing.T) {
	samples := append(rendertest.Samples(),
		rendertest.Sample{Name: "logo", Drawing: logo()}, rendertest.Sample{Name: "badge", Drawing: rendertest.Badge()})
	for _, s := range samples {
		for _, sampling := range []Sampling{ExactArea, FourByFour} {
			a, b := image.NewNRGBA(image.Rect(0, 0, 90, 61)), image.NewNRGBA(image.Rect(0, 0, 90, 61))
			if err := draw(a, s.Drawing, Options{Sampling: sampling}, 61); err != nil {
				t.Fatal(err)
			}
			if err := draw(b, s.Drawing, Options{Sampling: sampling}, 7); err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprintf("%s-%d", s.Name, sampling), func(t *testing.T) { same(t, a, b, 0) })
		}
	}
}

func TestClipIsMask(t *testing.T) {
	white := render.Color{RGB: render.RGB{R: 255, G: 255, B: 255}}
	clipped := render.NewGroup(filled(rect(5, 5, 50, 50), red))
	clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: star(32, 32, 30)}}}
	masked := render.NewGroup(filled(rect(5, 5, 50, 50), red))
	masked.Mask = &render.Mask{Content: render.NewGroup(filled(star(32, 32, 30), white))}
	alpha := render.NewGroup(filled(rect(5, 5, 50, 50), red))
	alpha.Mask = &render.Mask{Content: render.NewGroup(filled(star(32, 32, 30), blue)), Alpha: true}
	want := paint(t, drawing(64, 64, clipped), 64, 64)
	same(t, want, paint(t, drawing(64, 64, masked), 64, 64), 1)
	same(t, want, paint(t, drawing(64, 64, alpha), 64, 64), 0)
}

func TestOpacityOfOneShape(t *testing.T) {
	s := filled(star(32, 32, 30), red)
	s.Fill.Opacity = 0.3
	g := render.NewGroup(filled(star(32, 32, 30), red))
	g.Opacity = 0.3
	same(t, paint(t, drawing(64, 64, s), 64, 64), paint(t, drawing(64, 64, g), 64, 64), 1)
}

func TestOnlySeenLayersAreDrawn(t *testing.T) {
	disc := filled(circle(32, 32, 20), blue)
	want := paint(t, drawing(64, 64, disc), 64, 64)
	for _, l := range []render.Layer{render.LayerCut, render.LayerDrill, render.LayerWhite, render.LayerProof} {
		g := render.NewGroup(filled(star(32, 32, 30), red))
		g.Layer = l
		same(t, want, paint(t, drawing(64, 64, disc, g), 64, 64), 0)
	}
}

func TestGround(t *testing.T) {
	img, err := Draw(drawing(8, 8, filled(rect(0, 0, 4, 8), red)), 8, 8, Options{Ground: &blue.RGB})
	if err != nil {
		t.Fatal(err)
	}
	white, err := Draw(drawing(8, 8, filled(rect(0, 0, 8, 8), blue), filled(rect(0, 0, 4, 8), red)), 8, 8, Options{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, img, white, 0)
}

// Two shapes that share an edge leave no gap and do not overlap, which areas
// can tell although compositing cannot.
func TestSharedEdge(t *testing.T) {
	a, b, c := geom.Pt(3.3, 1.7), geom.Pt(61.2, 33.9), geom.Pt(12.8, 60.1)
	left, right := new(geom.Path), new(geom.Path)
	left.MoveTo(a)
	left.LineTo(b)
	left.LineTo(c)
	left.Close()
	right.Append(rect(0, 0, 64, 64))
	right.MoveTo(a)
	right.LineTo(c)
	right.LineTo(b)
	right.Close()
	var e edges
	e.reset(64, 64)
	e.path(left, geom.Identity)
	e.path(right, geom.Identity)
	e.sweep(render.NonZero, func(y, x0, x1 int, coverage uint32) {
		if coverage != full {
			t.Errorf("pixels %d to %d of row %d are covered by %d/65535", x0, x1, y, coverage)
		}
	})
}

// The same path has the same coverage as with the rasterizer of x/image, in
// its floating-point mode, which is that for more than 512 pixels.
func TestCoverageAgainstVector(t *testing.T) {
	const n = 600
	paths := []*geom.Path{star(300, 300, 290), circle(300, 300, 250.3), rect(10.3, 20.6, 500.1, 3.2)}
	for _, d := range logo().Root.Children {
		if s, ok := d.(*render.Shape); ok && s.Fill != nil {
			paths = append(paths, s.Path.Transform(geom.Scale(4.6, 4.6)))
		}
	}
	for k, p := range paths {
		z, want := vector.NewRasterizer(n, n), image.NewAlpha(image.Rect(0, 0, n, n))
		i, lines := 0, p.Flatten(0.001)
		for _, op := range lines.Ops {
			if op == geom.Close {
				z.ClosePath()
				continue
			}
			a := lines.Pts[i]
			i++
			if op == geom.MoveTo {
				z.MoveTo(float32(a.X), float32(a.Y))
			} else {
				z.LineTo(float32(a.X), float32(a.Y))
			}
		}
		z.Draw(want, want.Rect, image.Opaque, image.Point{})
		got := paint(t, drawing(n, n, filled(p, blue)), n, n)
		worst := 0
		for i, v := range want.Pix {
			diff := int(v) - int(got.Pix[4*i+3])
			worst = max(worst, diff, -diff)
		}
		if worst > 2 {
			t.Errorf("path %d: coverage differs by %d/255", k, worst)
		}
	}
}

func TestGradientEnds(t *testing.T) {
	stops := []render.Stop{{Color: red, Opacity: 1}, {Offset: 1, Color: blue, Opacity: 1}}
	g := &render.LinearGradient{P0: geom.Pt(16, 0), P1: geom.Pt(48, 0), Matrix: geom.Identity, Stops: stops}
	at := func(s render.Spread, x int) uint8 {
		g.Spread = s
		return paint(t, drawing(64, 1, filled(rect(0, 0, 64, 1), g)), 64, 1).NRGBAAt(x, 0).B
	}
	for _, tt := range []struct {
		spread render.Spread
		x      int
		want   float64 // of the way from the first colour to the second
	}{
		{render.SpreadPad, 3, 0}, {render.SpreadPad, 60, 1}, {render.SpreadPad, 31, 15.5 / 32},
		{render.SpreadReflect, 8, 7.5 / 32}, {render.SpreadReflect, 56, 1 - 8.5/32},
		{render.SpreadRepeat, 8, 1 - 7.5/32}, {render.SpreadRepeat, 56, 8.5 / 32},
	} {
		if got := at(tt.spread, tt.x); math.Abs(float64(got)-tt.want*255) > 1 {
			t.Errorf("spread %d at %d: blue is %d, want %.1f", tt.spread, tt.x, got, tt.want*255)
		}
	}
}

// A radial gradient with a focal point at the centre is one without.
func TestFocalCircle(t *testing.T) {
	stops := []render.Stop{{Color: red, Opacity: 1}, {Offset: 1, Color: blue, Opacity: 1}}
	g := render.RadialGradient{C: geom.Pt(32, 32), F: geom.Pt(32, 32), R: 30, Matrix: geom.Identity, Stops: stops}
	almost := g
	almost.FR = 1e-9
	same(t, paint(t, drawing(64, 64, filled(rect(0, 0, 64, 64), &g)), 64, 64),
		paint(t, drawing(64, 64, filled(rect(0, 0, 64, 64), &almost)), 64, 64), 1)
}

// A pattern whose tile is a whole number of pixels is as sharp as its content.
func TestPatternIsItsTiles(t *testing.T) {
	p := &render.Pattern{Tile: geom.RectWH(2, 3, 8, 8), Matrix: geom.Identity,
		Content: render.NewGroup(filled(circle(6, 7, 3), red))}
	want := new(geom.Path)
	for i := range 9 * 9 {
		want.Append(circle(6+float64(8*(i%9-1)), 7+float64(8*(i/9-1)), 3))
	}
	same(t, paint(t, drawing(64, 64, filled(rect(0, 0, 64, 64), p)), 64, 64),
		paint(t, drawing(64, 64, filled(want, red)), 64, 64), 0)
}

func TestImageAtItsSize(t *testing.T) {
	pix := paint(t, logo(), 40, 30)
	img := &render.Image{Pix: pix, Matrix: geom.Translate(5, 6)}
	got := paint(t, drawing(64, 64, img), 64, 64)
	same(t, pix, onto(pix.Rect, got, 5, 6), 1)
	img.Matrix = geom.Matrix{A: 0.5, D: 0.5}
	got = paint(t, drawing(64, 64, img), 64, 64)
	if whole, half := sum(pix)/4, sum(got); math.Abs(whole-half) > 0.01*whole {
		t.Errorf("halved, the image has an opacity of %.1f pixels, want %.1f", half, whole)
	}
}

// onto returns the part of img at (x, y) that has the size of r.
func onto(r image.Rectangle, img *image.NRGBA, x, y int) *image.NRGBA {
	part := image.NewNRGBA(r)
	for v := range r.Dy() {
		for u := range r.Dx() {
			part.SetNRGBA(u, v, img.NRGBAAt(u+x, v+y))
		}
	}
	return part
}
