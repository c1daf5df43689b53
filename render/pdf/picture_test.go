package pdf

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/render/raster"
	"panonceau/render/rendertest"
)

// A PDF for the screen shows, in an independent viewer, the picture that our
// own PNG shows. Edges may differ by the way they are smoothed, and colours by
// rounding, so what counts is the share of pixels that differ clearly.
func TestPictures(t *testing.T) {
	pdftoppm := tool(t, "pdftoppm")
	if testing.Short() {
		t.Skip("one run of pdftoppm for each sample")
	}
	const scale = 4 // pixels to a unit
	dir := t.TempDir()
	for _, s := range rendertest.Samples() {
		if strings.HasPrefix(s.Name, "filter") {
			continue
		}
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(dir, s.Name)
			if err := os.WriteFile(path+".pdf", encode(t, s.Drawing, Options{Preset: "screen"}), 0o666); err != nil {
				t.Fatal(err)
			}
			w, h := int(s.Drawing.Width*scale), int(s.Drawing.Height*scale)
			run(t, pdftoppm, "-png", "-singlefile", "-scale-to-x", fmt.Sprint(w), "-scale-to-y", fmt.Sprint(h), path+".pdf", path)
			got := readPNG(t, path+".png")
			want, err := raster.Draw(s.Drawing, w, h, raster.Options{})
			if err != nil {
				t.Fatal(err)
			}
			limit := 0.005
			for _, a := range apart {
				if strings.HasPrefix(s.Name, a.sample) {
					limit = a.limit
					break
				}
			}
			if d := differing(got, want); d > limit {
				t.Errorf("%.2f %% of the pixels differ", 100*d)
			}
		})
	}
}

// apart are the samples that are known to differ, and why.
var apart = []struct {
	sample string
	limit  float64
	why    string
}{
	{"shape-crisp", 0.01, "PDF has no crisp edges"},
	{"clip-crisp", 0.01, "PDF has no crisp edges"},
	{"pattern", 0.08, "poppler draws cells without smoothing"},
	{"group-blend-13", 0.3, "poppler's saturation; mutool and Ghostscript agree with us"},
	{"mask-linear-rgb", 0.15, "linear light is applied to each paint of a mask, not to their mixture"},
	{"image-pixelated", 0.005, ""},
	{"image-", 0.4, "each viewer smooths enlarged pictures in its own way"},
}

// differing returns the share of pixels that differ by more than a tenth and
// have no like among their neighbours, as edges have.
func differing(got image.Image, want *image.NRGBA) float64 {
	b := want.Bounds()
	n := 0
	for y := b.Min.Y + 1; y < b.Max.Y-1; y++ {
		for x := b.Min.X + 1; x < b.Max.X-1; x++ {
			if !like(got, want, x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(b.Dx()*b.Dy())
}

func like(got image.Image, want *image.NRGBA, x, y int) bool {
	const tenth = 6554
	r, g, b, _ := got.At(x, y).RGBA()
	for _, d := range [5]image.Point{{}, {X: 1}, {X: -1}, {Y: 1}, {Y: -1}} {
		p := want.NRGBAAt(x+d.X, y+d.Y)
		over := func(v uint8) int { return (int(v)*int(p.A) + 255*(255-int(p.A))) * 257 / 255 } // white paper
		near := func(v int, w uint32) bool { return v-int(w) < tenth && int(w)-v < tenth }
		if near(over(p.R), r) && near(over(p.G), g) && near(over(p.B), b) {
			return true
		}
	}
	return false
}

func readPNG(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}
