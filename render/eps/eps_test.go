package eps

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

func ink(name string, cmyk [4]float64, spot string) render.Color {
	return render.Color{Ink: &render.Ink{Name: name, CMYK: cmyk, Spot: spot}}
}

var (
	blue = ink("bleu", [4]float64{100, 70, 0, 10}, "")
	gold = ink("or", [4]float64{20, 30, 70, 10}, "PANTONE 871 C")
)

func fill(p *geom.Path, paint render.Paint) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: paint, Opacity: 1}}
}

func rect(x, y, w, h float64) *geom.Path { return geom.RectWH(x, y, w, h).Path() }

func on(l render.Layer, nodes ...render.Node) *render.Group {
	g := render.NewGroup(nodes...)
	g.Layer = l
	return g
}

func drawing(nodes ...render.Node) *render.Drawing {
	return &render.Drawing{Width: 60, Height: 40, Unit: 1, Bleed: 3, Title: "Entrée (été) – 1", Root: render.NewGroup(nodes...)}
}

func plate() *render.Drawing {
	hole := new(geom.Path)
	hole.Ellipse(geom.Pt(6, 6), 2, 2)
	clipped := render.NewGroup(fill(rect(40, 0, 20, 40), gold))
	clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: rect(42, 22, 14, 14)}}}
	return drawing(
		fill(rect(-3, -3, 66, 46), blue),
		fill(rect(10, 10, 20, 20), &render.LinearGradient{P0: geom.Pt(10, 0), P1: geom.Pt(30, 0), Matrix: geom.Identity,
			Stops: []render.Stop{{Offset: 0.25, Color: blue, Opacity: 1}, {Offset: 0.75, Color: render.Color{RGB: render.RGB{R: 255, G: 255, B: 255}}, Opacity: 1}}}),
		clipped,
		&render.Shape{Path: rect(44, 4, 8, 8), Stroke: &render.Stroke{Paint: render.Color{}, Opacity: 1,
			StrokeStyle: geom.StrokeStyle{Width: 2, MiterLimit: 4, Join: geom.JoinRound, Dash: []float64{3, 1}}}},
		on(render.LayerWhite, fill(rect(10, 10, 20, 20), blue)),
		on(render.LayerCut, fill(rect(0, 0, 60, 40), blue)),
		on(render.LayerDrill, fill(hole, blue)),
	)
}

func TestGolden(t *testing.T) {
	var b bytes.Buffer
	if err := Encode(&b, plate(), Options{}); err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "plate.eps", b.Bytes())
}

// Every field of a drawing leaves a mark, or is refused with a reason.
func TestSamples(t *testing.T) {
	write := func(d *render.Drawing) (string, error) {
		var b strings.Builder
		err := Encode(&b, d, Options{})
		return b.String(), err
	}
	refused := 0
	for _, s := range rendertest.Samples() {
		got, err := write(s.Drawing)
		if errors.Is(err, ErrUnsupported) {
			refused++
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
		}
		if without, err := write(s.Without); err == nil && got == without &&
			!strings.HasSuffix(s.Name, "-crisp") && s.Name != "stroke-miter-clip" {
			t.Errorf("%s leaves no mark", s.Name)
		}
	}
	t.Logf("%d of %d samples refused", refused, len(rendertest.Samples()))
}

func TestRefused(t *testing.T) {
	half := fill(rect(0, 0, 1, 1), blue)
	half.Fill.Opacity = 0.5
	faded := render.NewGroup(half)
	faded.Opacity = 0.5
	masked := render.NewGroup()
	masked.Mask = new(render.Mask)
	blended := render.NewGroup()
	blended.Blend = render.BlendMultiply
	filtered := render.NewGroup()
	filtered.Filter = new(render.Filter)
	deep := render.NewGroup()
	for range 100 {
		deep = render.NewGroup(deep)
		deep.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: rect(0, 0, 1, 1)}}}
	}
	for want, n := range map[string]render.Node{
		"not opaque":                half,
		"a group that is not":       faded,
		"a mask":                    masked,
		"a blend mode":              blended,
		"a filter":                  filtered,
		"a clip path within 30":     deep,
		"a picture made of pixels":  &render.Image{Pix: image.NewNRGBA(image.Rect(0, 0, 1, 1))},
		"a pattern":                 fill(rect(0, 0, 1, 1), &render.Pattern{}),
		"a gradient that repeats":   fill(rect(0, 0, 1, 1), &render.LinearGradient{Spread: render.SpreadRepeat}),
		"gradient of a spot colour": fill(rect(0, 0, 1, 1), &render.LinearGradient{Stops: []render.Stop{{Color: gold, Opacity: 1}}}),
	} {
		err := Encode(io.Discard, drawing(n), Options{})
		if !errors.Is(err, ErrUnsupported) || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// Ghostscript finds each separation, and on it the ink that is meant.
func TestPlates(t *testing.T) {
	gs, err := exec.LookPath("gs")
	if err != nil {
		t.Skip("gs is not installed")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "plate.eps")
	var b bytes.Buffer
	if err := Encode(&b, plate(), Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(gs, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-sDEVICE=tiffsep", "-r127", "-o", filepath.Join(dir, "p%d.tif"), path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	type inks map[string]float64
	tests := []struct {
		x, y float64 // millimetres, y down
		want inks
	}{
		{35, 20, inks{"Cyan": 100, "Magenta": 70, "Black": 10}},
		{12, 20, inks{"Cyan": 100, "Magenta": 70, "Black": 10, "White": 100}},
		{28, 20, inks{"White": 100}},
		{50, 30, inks{"PANTONE 871 C": 100}},
		{48, 4, inks{"Black": 100}},
		{0, 20, inks{"Cyan": 100, "Magenta": 70, "Black": 10, "CutContour": 100}},
	}
	plates, _ := filepath.Glob(filepath.Join(dir, "p1(*).tif"))
	if len(plates) != 8 {
		t.Fatalf("%d plates %v, want 8", len(plates), plates)
	}
	for _, plate := range plates {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(plate), "p1("), ").tif")
		f, err := os.Open(plate)
		if err != nil {
			t.Fatal(err)
		}
		img, err := tiff.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, tt := range tests {
			got := 0.0 // the darkest nearby: lines for machines are thin
			reach := 0
			if tt.want[name] > 0 && name == "CutContour" {
				reach = 1
			}
			for dx := -reach; dx <= reach; dx++ {
				g := color.GrayModel.Convert(img.At(int((tt.x+3)*5)+dx, int((tt.y+3)*5))).(color.Gray)
				got = max(got, 100-float64(g.Y)/2.55)
			}
			if name == "CutContour" && got > 0 {
				got = 100
			}
			if math.Abs(got-tt.want[name]) > 1 {
				t.Errorf("%s at %g, %g: %.1f %%, want %g", name, tt.x, tt.y, got, tt.want[name])
			}
		}
	}
}
