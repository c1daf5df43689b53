package pdf

import (
	"image"
	"image/color"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/tiff"
)

// tool skips the test if a program that it needs is not installed.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// files writes the samples to a directory of their own.
func files(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	paths := map[string]string{}
	for _, s := range samples {
		path := filepath.Join(dir, s.name+".pdf")
		if err := os.WriteFile(path, encode(t, s.d(), s.o), 0o666); err != nil {
			t.Fatal(err)
		}
		paths[s.name] = path
	}
	return paths
}

func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, out)
	}
	return string(out)
}

func TestQPDF(t *testing.T) {
	qpdf := tool(t, "qpdf")
	for name, path := range files(t) {
		t.Run(name, func(t *testing.T) { run(t, qpdf, "--check", path) })
	}
}

// Files have no fonts, and say where the cutter goes in its own colour, along
// a closed line.
func TestMutool(t *testing.T) {
	mutool := tool(t, "mutool")
	trace := run(t, mutool, "trace", files(t)["plain-x4"], "1")
	if strings.Contains(trace, "_text") {
		t.Error("the file shows text with a font")
	}
	_, cut, ok := strings.Cut(trace, `colorspace="Separation(DeviceCMYK,CutContour)"`)
	if !ok {
		t.Fatal("no CutContour")
	}
	cut, _, _ = strings.Cut(cut, "</stroke_path>")
	lines := strings.Split(strings.TrimSpace(cut), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "<closepath/>" {
		t.Errorf("contour ends with %s", last)
	}
}

// The plates of the press carry what the charter says, within a point, and the
// technical inks have plates of their own.
func TestPlates(t *testing.T) {
	gs := tool(t, "gs")
	paths := files(t)
	type inks map[string]float64
	tests := []struct {
		x, y float64 // millimetres from the corner of the piece, y down
		want inks
	}{
		{10, 190, inks{"Cyan": 100, "Magenta": 70, "Black": 10}},
		{180, 60, inks{"Magenta": 100, "Yellow": 100}},
		{250, 60, inks{"PANTONE 871 C": 100}},
		{100, 75, inks{"Magenta": 20, "Yellow": 100, "White": 100}},
		{30, 58, inks{"Magenta": 20, "Yellow": 100, "Black": 100, "White": 100}}, // in the black E
		{270, 155, inks{"Cyan": 100, "Magenta": 70, "Black": 10}},
	}
	const dpi = 50
	for name, origin := range map[string]float64{"plain-x4": 3, "plain-x1a": 15} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			run(t, gs, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r50", "-dGraphicsAlphaBits=1",
				"-o", filepath.Join(dir, "p%d.tif"), paths[name])
			plates, err := filepath.Glob(filepath.Join(dir, "p1(*).tif"))
			if err != nil || len(plates) != 8 {
				t.Fatalf("%d plates %v, want 8", len(plates), plates)
			}
			for _, plate := range plates {
				ink := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(plate), "p1("), ").tif")
				img := readTIFF(t, plate)
				for _, tt := range tests {
					x, y := int((tt.x+origin)/25.4*dpi), int((tt.y+origin)/25.4*dpi)
					got := 100 - float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)/2.55
					if math.Abs(got-tt.want[ink]) > 1 {
						t.Errorf("%s at %g, %g: %.1f %%, want %g", ink, tt.x, tt.y, got, tt.want[ink])
					}
				}
			}
		})
	}
}

func readTIFF(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := tiff.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}
