package golden

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tolerance is by how much a channel may differ: rounding to eight bits may go
// either way where a sum is computed in another order. It hides no difference
// that an eye could see, so not a single pixel may exceed it.
const tolerance = 1

// Image compares got with the picture testdata/name, a PNG file. Channels, with
// colour multiplied by alpha, may differ by one; anything more, in any pixel,
// fails. The artifacts of a failed test (go test -artifacts) hold a picture of
// three panels: what was wanted, what differs, what was got.
func Image(t testing.TB, name string, got image.Image) {
	t.Helper()
	Small.Image(t, name, got)
}

// Image is [Image] for references of up to l bytes.
func (l Limit) Image(t testing.TB, name string, got image.Image) {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, got); err != nil {
		t.Errorf("%s: %v", file(name), err)
		return
	}
	data, ok := l.reference(t, name, b.Bytes())
	if !ok {
		return
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", file(name), err)
		return
	}
	if want.Bounds().Size() == got.Bounds().Size() {
		n, most, first := compare(want, got)
		if n == 0 || l.updated(t, name, b.Bytes()) {
			return
		}
		t.Errorf("%s: %d pixels differ, by up to %d, first at %v%s", file(name), n, most, first, panels(t, name, want, got))
		return
	}
	if !l.updated(t, name, b.Bytes()) {
		t.Errorf("%s: %v pixels, want %v%s", file(name), got.Bounds().Size(), want.Bounds().Size(), panels(t, name, want, got))
	}
}

// compare returns how many pixels differ by more than the tolerance, the
// greatest difference of a channel, and where the first of them is.
func compare(want, got image.Image) (n, most int, first image.Point) {
	size := want.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			d := difference(at(want, x, y), at(got, x, y))
			if d <= tolerance {
				continue
			}
			if n == 0 {
				first = image.Pt(x, y)
			}
			n++
			most = max(most, d)
		}
	}
	return n, most, first
}

// at returns a pixel, counted from the top left corner.
func at(m image.Image, x, y int) color.RGBA {
	b := m.Bounds()
	if p := b.Min.Add(image.Pt(x, y)); p.In(b) {
		return color.RGBAModel.Convert(m.At(p.X, p.Y)).(color.RGBA)
	}
	return color.RGBA{}
}

func difference(a, b color.RGBA) int {
	d := func(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
	return max(d(a.R, b.R), d(a.G, b.G), d(a.B, b.B), d(a.A, b.A))
}

// panels writes want, the mask of what differs and got side by side, and
// returns where, as the end of a message.
func panels(t testing.TB, name string, want, got image.Image) string {
	const gap = 4
	w := max(want.Bounds().Dx(), got.Bounds().Dx())
	h := max(want.Bounds().Dy(), got.Bounds().Dy())
	all := image.NewRGBA(image.Rect(0, 0, 3*w+2*gap, h))
	for y := range h {
		for x := range w {
			a, b := at(want, x, y), at(got, x, y)
			mask := color.RGBA{A: 255}
			if d := difference(a, b); d > tolerance {
				// Even a small difference has to be seen.
				mask = color.RGBA{R: uint8(min(255, 96+d)), G: uint8(d / 2), A: 255}
			}
			all.SetRGBA(x, y, a)
			all.SetRGBA(w+gap+x, y, mask)
			all.SetRGBA(2*(w+gap)+x, y, b)
		}
	}
	path := filepath.Join(t.ArtifactDir(), strings.ReplaceAll(name, "/", "-"))
	f, err := os.Create(path)
	if err == nil {
		err = png.Encode(f, all)
		if e := f.Close(); err == nil {
			err = e
		}
	}
	if err != nil {
		return fmt.Sprintf("; %v", err)
	}
	return "; see " + path
}
