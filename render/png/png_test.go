package png

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

// picture returns a picture of w by h pixels, coloured by f.
func picture(w, h int, f func(x, y int) color.NRGBA) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, f(x, y))
		}
	}
	return img
}

// What is written is read back by another's reader, and is stored as compactly
// as it can be.
func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		name        string
		w, h        int
		f           func(x, y int) color.NRGBA
		kind, depth byte
	}{
		{"black and white", 13, 5, func(x, y int) color.NRGBA { v := uint8(x * y % 2 * 255); return color.NRGBA{v, v, v, 255} }, gray, 1},
		{"four grays", 9, 4, func(x, y int) color.NRGBA { v := uint8(x % 4 * 85); return color.NRGBA{v, v, v, 255} }, gray, 2},
		{"sixteen grays", 17, 4, func(x, y int) color.NRGBA { v := uint8(x % 16 * 17); return color.NRGBA{v, v, v, 255} }, gray, 4},
		{"grays", 40, 40, func(x, y int) color.NRGBA { v := uint8(x * 5); return color.NRGBA{v, v, v, 255} }, gray, 8},
		{"one clear colour", 3, 3, func(x, y int) color.NRGBA { return color.NRGBA{} }, indexed, 1},
		{"three colours", 7, 7, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x % 3), 9, 0, 255} }, indexed, 2},
		{"ten colours", 33, 3, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x % 10), 9, 0, 30} }, indexed, 4},
		{"256 colours", 32, 32, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x % 16), 9, uint8(y % 16), uint8(255 - y%2)} }, indexed, 8},
		{"257 colours", 257, 3, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x), uint8(x / 256), 0, 255} }, rgb, 8},
		{"translucent grays", 50, 50, func(x, y int) color.NRGBA { v := uint8(x); return color.NRGBA{v, v, v, uint8(y)} }, grayAlpha, 8},
		{"photograph", 70, 50, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x * 3), uint8(y * 5), uint8(x * y), 255} }, rgb, 8},
		{"colours", 70, 50, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x * 3), uint8(y * 5), 7, uint8(x + y)} }, rgbAlpha, 8},
		{"large", 300, 300, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x), uint8(y), 7, uint8(x + y)} }, rgbAlpha, 8},
	} {
		img := picture(tt.w, tt.h, tt.f)
		var b bytes.Buffer
		if err := Write(&b, img, Info{PerMetre: 3780}); err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if kind, depth := b.Bytes()[25], b.Bytes()[24]; kind != tt.kind || depth != tt.depth {
			t.Errorf("%s: colour type %d of %d bits, want %d of %d", tt.name, kind, depth, tt.kind, tt.depth)
		}
		got, err := png.Decode(&b)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for y := range tt.h {
			for x := range tt.w {
				if g, w := color.NRGBAModel.Convert(got.At(x, y)), img.NRGBAAt(x, y); g != w {
					t.Fatalf("%s: pixel %d,%d is %v, want %v", tt.name, x, y, g, w)
				}
			}
		}
	}
}

func sample() *render.Drawing {
	disc := new(geom.Path)
	disc.Ellipse(geom.Pt(50, 25), 20, 20)
	return &render.Drawing{
		Width: 100, Height: 50, Unit: render.Pixel,
		Title: "Territoire numérique libre", Lang: "fr",
		Meta: render.Meta{URL: "https://example.org/a.png", Issuer: "Émetteur"},
		Root: render.NewGroup(&render.Shape{Path: disc, Fill: &render.Fill{
			Paint: render.Color{RGB: render.RGB{R: 200}}, Opacity: 1,
		}}),
	}
}

func TestSize(t *testing.T) {
	mm := sample()
	mm.Unit = 1
	for _, tt := range []struct {
		name string
		d    *render.Drawing
		o    Options
		w, h int
		err  string
	}{
		{"screen", sample(), Options{}, 100, 50, ""},
		{"2x", sample(), Options{Scale: 2}, 200, 100, ""},
		{"width wins", sample(), Options{Width: 33, Scale: 2, DPI: 300}, 33, 17, ""},
		{"millimetres", mm, Options{}, 378, 189, ""},
		{"300 dpi", mm, Options{DPI: 300}, 1181, 591, ""},
		{"too wide", sample(), Options{Width: 16385}, 0, 0, "at most 16384 a side"},
		{"too large a scale", sample(), Options{Scale: 1e300}, 0, 0, "at most 16384 a side"},
		{"negative", sample(), Options{Scale: -1}, 0, 0, "negative"},
		{"no unit", &render.Drawing{Width: 1, Height: 1}, Options{}, 0, 0, "no size"},
	} {
		w, h, err := Size(tt.d, tt.o)
		if w != tt.w || h != tt.h || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: %d×%d, %v; want %d×%d, %q", tt.name, w, h, err, tt.w, tt.h, tt.err)
		}
	}
}

func TestEncode(t *testing.T) {
	var a, b bytes.Buffer
	if err := Encode(&a, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := Encode(&b, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the same drawing gives different files")
	}
	for _, want := range []string{
		"iTXtTitle\x00\x00\x00fr\x00\x00Territoire numérique libre",
		"iTXtSource\x00\x00\x00\x00\x00https://example.org/a.png",
		"iTXtXML:com.adobe.xmp\x00\x00\x00\x00\x00<?xpacket begin=",
		"<dc:creator><rdf:Seq><rdf:li>Émetteur</rdf:li></rdf:Seq></dc:creator>",
		"pHYs\x00\x00\x0e\xc4\x00\x00\x0e\xc4\x01",
		"sRGB\x00",
	} {
		if !bytes.Contains(a.Bytes(), []byte(want)) {
			t.Errorf("no %q in the file", want)
		}
	}
}

// A picture made elsewhere says the same of itself, but no size on paper.
func TestEncodeImage(t *testing.T) {
	img := picture(30, 20, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x), uint8(y), 9, 255} })
	var b bytes.Buffer
	if err := EncodeImage(&b, img, &render.Drawing{Title: "Plaque de Boé", Lang: "fr"}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Plaque de Boé") || strings.Contains(b.String(), "pHYs") {
		t.Errorf("%q: want a title and no resolution", b.String()[:120])
	}
}

// A disc of one colour has that colour all along its edge, whatever the
// opacity there, and so needs a palette only.
func TestEdgeKeepsItsColor(t *testing.T) {
	var b bytes.Buffer
	if err := Encode(&b, sample(), Options{}); err != nil {
		t.Fatal(err)
	}
	if b.Bytes()[25] != indexed {
		t.Error("the disc is not stored with a palette")
	}
}

type brokenWriter struct{ left int }

var errBroken = errors.New("broken")

func (w *brokenWriter) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, errBroken
	}
	return len(b), nil
}

func TestWriterError(t *testing.T) {
	for _, left := range []int{0, 10, 40, 200} {
		if err := Encode(&brokenWriter{left}, sample(), Options{}); !errors.Is(err, errBroken) {
			t.Errorf("after %d bytes: %v", left, err)
		}
	}
}

func TestEncoder(t *testing.T) {
	rendertest.TestEncoder(t, func(w io.Writer, d *render.Drawing) error { return Encode(w, d, Options{}) })
}
