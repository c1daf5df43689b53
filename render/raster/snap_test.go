package raster

import (
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// TestSnapStrokes holds that the edges of a frame fall between quarters of a
// pixel only when asked, and that neither fills nor thin lines move.
func TestSnapStrokes(t *testing.T) {
	black := render.Color{}
	frame := func(width float64) *render.Drawing {
		s := &render.Shape{
			Path:   geom.Rect{X0: 10.3, Y0: 10.3, X1: 30.3, Y1: 30.3}.Path(),
			Stroke: &render.Stroke{Paint: black, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4}},
		}
		f := &render.Shape{Path: geom.Rect{X0: 15.1, Y0: 15, X1: 20, Y1: 20}.Path(), Fill: &render.Fill{Paint: black, Opacity: 1}}
		return &render.Drawing{Width: 40, Height: 40, Unit: render.Pixel, Root: render.NewGroup(s, f)}
	}
	alpha := func(d *render.Drawing, snap bool, x, y int) uint8 {
		img, err := Draw(d, 40, 40, Options{SnapStrokes: snap})
		if err != nil {
			t.Fatal(err)
		}
		return img.NRGBAAt(x, y).A
	}
	tests := []struct {
		width float64
		snap  bool
		x, y  int
		want  uint8
	}{
		{1, false, 10, 20, 51 + 128 + 26}, // from 9.8 to 10.8: 0.8 of the pixel
		{1, true, 10, 20, 191},            // from 9.75 to 10.75
		{1, true, 9, 20, 64},
		{0.5, true, 10, 20, 128}, // from 10.05 to 10.55, as it is
		{1, true, 15, 17, 230},   // the fill starts at 15.1, as it does
	}
	for _, test := range tests {
		got := alpha(frame(test.width), test.snap, test.x, test.y)
		if d := int(got) - int(test.want); d < -2 || d > 2 {
			t.Errorf("width %g, snap %t: alpha %d at (%d, %d), want %d", test.width, test.snap, got, test.x, test.y, test.want)
		}
	}
}
