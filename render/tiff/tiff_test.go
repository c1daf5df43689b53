package tiff

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	tifflzw "golang.org/x/image/tiff/lzw"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/icc"
)

func ink(cmyk [4]float64, spot string) render.Color {
	return render.Color{Ink: &render.Ink{CMYK: cmyk, Spot: spot}}
}

var blue = ink([4]float64{100, 70, 0, 10}, "")

func fill(x, y, w, h float64, paint render.Paint) *render.Shape {
	return &render.Shape{Path: geom.RectWH(x, y, w, h).Path(), Fill: &render.Fill{Paint: paint, Opacity: 1}}
}

// sheet is 50 × 30 mm with 3 mm of bleed.
func sheet() *render.Drawing {
	half := fill(20, 10, 10, 10, ink([4]float64{0, 0, 100, 0}, ""))
	half.Fill.Opacity = 0.5
	multiplied := render.NewGroup(fill(30, 10, 10, 10, ink([4]float64{50, 50, 50, 50}, "")))
	multiplied.Blend = render.BlendMultiply
	cut := render.NewGroup(fill(0, 0, 50, 30, blue))
	cut.Layer = render.LayerCut
	img := image.NewNRGBA(image.Rect(0, 0, 2, 2))
	for i := range 4 {
		img.SetNRGBA(i%2, i/2, color.NRGBA{255, 0, 0, 255})
	}
	return &render.Drawing{
		Width: 50, Height: 30, Unit: 1, Bleed: 3, Title: "Épreuve",
		Root: render.NewGroup(
			fill(-3, -3, 56, 36, blue),
			fill(10, 10, 10, 10, ink([4]float64{20, 30, 70, 10}, "PANTONE 871 C")),
			half, multiplied,
			fill(40, 10, 5, 5, render.Color{}), // imported black
			&render.Image{Pix: img, Matrix: geom.Matrix{A: 2, D: 2, E: 2, F: 2}, Pixelated: true},
			cut,
		),
	}
}

// decode reads a file as TIFF 6.0 has it, and returns its fields and pixels.
func decode(t *testing.T, b []byte) (fields map[uint16][]uint32, pixels []byte) {
	t.Helper()
	at := le.Uint32(b[4:])
	n := int(le.Uint16(b[at:]))
	fields = map[uint16][]uint32{}
	last := uint16(0)
	for i := range n {
		e := b[int(at)+2+12*i:]
		tag, kind, count := le.Uint16(e), le.Uint16(e[2:]), int(le.Uint32(e[4:]))
		if tag <= last {
			t.Errorf("tag %d after %d", tag, last)
		}
		last = tag
		size := map[uint16]int{kindASCII: 1, kindShort: 2, kindLong: 4, kindRational: 8, kindBytes: 1}[kind]
		data := e[8:]
		if size*count > 4 {
			data = b[le.Uint32(e[8:]):]
		}
		for k := range count {
			switch size {
			case 1:
				fields[tag] = append(fields[tag], uint32(data[k]))
			case 2:
				fields[tag] = append(fields[tag], uint32(le.Uint16(data[2*k:])))
			default:
				fields[tag] = append(fields[tag], le.Uint32(data[size*k:]))
			}
		}
	}
	width := 4 * int(fields[256][0])
	for i, off := range fields[273] {
		r := tifflzw.NewReader(bytes.NewReader(b[off:off+fields[279][i]]), tifflzw.MSB, 8)
		strip, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("strip %d: %v", i, err)
		}
		for row := strip; len(row) > 0; row = row[width:] {
			for k := 4; k < width; k++ {
				row[k] += row[k-4]
			}
		}
		pixels = append(pixels, strip...)
	}
	return fields, pixels
}

func TestEncode(t *testing.T) {
	var b bytes.Buffer
	if err := Encode(&b, sheet(), Options{DPI: 254}); err != nil {
		t.Fatal(err)
	}
	fields, pixels := decode(t, b.Bytes())
	for tag, want := range map[uint16]uint32{256: 560, 257: 360, 259: 5, 262: 5, 277: 4, 282: 25400, 296: 2, 317: 2, 332: 1} {
		if fields[tag][0] != want {
			t.Errorf("field %d is %d, want %d", tag, fields[tag][0], want)
		}
	}
	if len(pixels) != 560*360*4 || len(fields[34675]) != len(icc.FOGRA39) {
		t.Fatalf("%d samples, profile of %d bytes", len(pixels), len(fields[34675]))
	}
	for _, tt := range []struct {
		name string
		x, y float64
		want [4]float64
	}{
		{"bleed", -2, -2, [4]float64{100, 70, 0, 10}},
		{"spot", 15, 15, [4]float64{20, 30, 70, 10}},
		{"half", 25, 15, [4]float64{50, 35, 50, 5}},
		{"multiplied", 35, 15, [4]float64{100, 85, 50, 55}},
		{"imported black", 42, 12, [4]float64{0, 0, 0, 100}},
		{"picture", 4, 4, [4]float64{0, 94.8, 99.7, 0}},
	} {
		i := 4 * (560*int((tt.y+3)*10) + int((tt.x+3)*10))
		for c := range 4 {
			if got := float64(pixels[i+c]) / 2.55; math.Abs(got-tt.want[c]) > 0.6 {
				t.Errorf("%s: ink %d is %.1f %%, want %g", tt.name, c, got, tt.want[c])
			}
		}
	}
}

func TestTotalInk(t *testing.T) {
	got, err := TotalInk(sheet(), Options{DPI: 127})
	if err != nil || math.Abs(got-290) > 1 { // where one paint multiplies another
		t.Errorf("%.1f %%, %v, want 290", got, err)
	}
}

func TestRepeatable(t *testing.T) {
	var a, b bytes.Buffer
	if Encode(&a, sheet(), Options{DPI: 72}) != nil || Encode(&b, sheet(), Options{DPI: 72}) != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
}

func TestSize(t *testing.T) {
	for _, tt := range []struct {
		w, h float64
		o    Options
		want string
	}{
		{50, 30, Options{}, "661x425 at 300"},
		{50, 30, Options{Bleed: -1}, "591x354 at 300"},
		{500, 700, Options{}, "3984x5559 at 200"},
		{50, 30, Options{DPI: 1e6}, "not between 1 and"},
		{50, 30, Options{DPI: -1}, "not between 1 and"},
		{50, 30, Options{Bleed: 5}, "bleed of 5 mm exceeds"},
		{5000, 5000, Options{}, "at 100 dpi exceed"},
		{0, 30, Options{}, "drawing of 0 by 30"},
	} {
		d := sheet()
		d.Width, d.Height = tt.w, tt.h
		got := ""
		if tt.w == 500 { // not drawn: it takes seconds
			p := &picture{width: (tt.w + 6) / 25.4, height: (tt.h + 6) / 25.4}
			if err := p.size(0); err == nil {
				got = describe(p.w, p.h, p.dpi)
			}
		} else {
			var b bytes.Buffer
			if err := Encode(&b, d, tt.o); err != nil {
				got = err.Error()
			} else {
				f, _ := decode(t, b.Bytes())
				got = describe(int(f[256][0]), int(f[257][0]), float64(f[282][0])/100)
			}
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%g by %g mm, %+v: %s, want %s", tt.w, tt.h, tt.o, got, tt.want)
		}
	}
}

func describe(w, h int, dpi float64) string { return fmt.Sprintf("%dx%d at %g", w, h, dpi) }

func TestWriterError(t *testing.T) {
	r, w := io.Pipe()
	r.CloseWithError(io.ErrShortWrite)
	if err := Encode(w, sheet(), Options{DPI: 10}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v, want that of the writer", err)
	}
}

// Every length goes through the changes of code length and the clearing of the
// table.
func TestLZW(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var l lzw
	for _, n := range []int{1, 2, 250, 254, 255, 256, 510, 767, 1000, 3836, 3837, 3838, 3839, 5000, 70000} {
		for _, kinds := range []int{1, 2, 256} {
			data := make([]byte, n)
			for i := range data {
				data[i] = byte(rnd.IntN(kinds))
			}
			got, err := io.ReadAll(tifflzw.NewReader(bytes.NewReader(l.encode(nil, data)), tifflzw.MSB, 8))
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%d bytes of %d kinds: %v", n, kinds, err)
			}
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	d := sheet()
	for b.Loop() {
		if err := Encode(io.Discard, d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
