package browser

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"testing"
)

func plain(w, h int, c color.Color) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(m, m.Rect, image.NewUniform(c), image.Point{}, draw.Src)
	return m
}

// What a page says on its console is heard: tests rely on silence.
func TestShow(t *testing.T) {
	const page = `data:text/html,<body style="margin:0;background:rgb(1,2,3)"><script>console.error("one");two()</script>`
	p, err := Window{Width: 600, Height: 300, Scale: 2}.Show(t.Context(), page)
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Picture.Rect.Size(); got != image.Pt(1200, 600) {
		t.Errorf("a picture of %v", got)
	}
	if got := p.Picture.RGBAAt(599, 299); got != (color.RGBA{1, 2, 3, 255}) {
		t.Errorf("the middle is %v", got)
	}
	if len(p.Messages) != 2 {
		t.Errorf("messages %q; want an error and an exception", p.Messages)
	}
}

func TestReduced(t *testing.T) {
	m := plain(6, 3, color.RGBA{10, 20, 30, 255})
	m.SetRGBA(5, 2, color.RGBA{19, 20, 30, 255})
	out := Reduced(m, 3)
	if out.Rect.Size() != image.Pt(2, 1) || out.RGBAAt(0, 0) != (color.RGBA{10, 20, 30, 255}) || out.RGBAAt(1, 0) != (color.RGBA{11, 20, 30, 255}) {
		t.Errorf("%v %v", out.Rect, out.Pix)
	}
}

func TestLikeness(t *testing.T) {
	a, b := plain(4, 5, color.Gray{100}), plain(4, 6, color.Gray{116})
	if got := Likeness(a, b); got != 1 {
		t.Errorf("16 off everywhere: %g; want 1", got)
	}
	b.SetRGBA(0, 0, color.RGBA{100, 100, 117, 255})
	if got := Likeness(a, b); got != 0.95 {
		t.Errorf("17 off in one pixel of 20: %g; want 0.95", got)
	}
}
