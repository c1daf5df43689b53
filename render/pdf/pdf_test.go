package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

func encode(t testing.TB, d *render.Drawing, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// samples are the files that every test looks at.
var samples = []struct {
	name string
	d    func() *render.Drawing
	o    Options
}{
	{"plain-x4", plain, Options{}},
	{"plain-x1a", plain, Options{Preset: "x1a", Marks: true}},
	{"rich-x4", rich, Options{Marks: true, Tagged: true, Date: "2026-11-22"}},
	{"rich-screen", rich, Options{Preset: "screen"}},
	{"proof-x4", proof, Options{Tagged: true}},
}

// long finds the data of profiles and pictures in a readable file.
var long = regexp.MustCompile(`(?m)^[0-9A-F]{400,}>$`)

// TestGolden compares what is written before compression, which changes with
// the compressor. DUMP=dir also leaves the files as printers get them.
func TestGolden(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			o := s.o
			o.Uncompressed = true
			b := encode(t, s.d(), o)
			b = long.ReplaceAllFunc(b, func(hex []byte) []byte { return fmt.Appendf(nil, "(%d bytes)>", len(hex)/2) })
			golden.Text(t, s.name+".txt", b)
			if dir := os.Getenv("DUMP"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, s.name+".pdf"), encode(t, s.d(), s.o), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestRepeatable(t *testing.T) {
	for _, s := range samples {
		if !bytes.Equal(encode(t, s.d(), s.o), encode(t, s.d(), s.o)) {
			t.Errorf("%s: two runs differ", s.name)
		}
	}
}

// pageContent returns the content stream of the page of d.
func pageContent(t *testing.T, d *render.Drawing, o Options) string {
	t.Helper()
	o.Uncompressed = true
	b := string(encode(t, d, o))
	_, b, ok := strings.Cut(b, "stream\nq\n")
	if !ok {
		t.Fatal("no content stream")
	}
	b, _, _ = strings.Cut(b, "endstream")
	return b
}

func small(nodes ...render.Node) *render.Drawing {
	return &render.Drawing{Width: 100, Height: 50, Unit: 1, Bleed: 3, Title: "T", Root: render.NewGroup(nodes...)}
}

func TestBoxes(t *testing.T) {
	tests := []struct {
		name       string
		w, h, unit float64
		o          Options
		want       string
	}{
		{"bleed of the drawing", 100, 50, 1, Options{}, "/MediaBox [0 0 300.4724 158.7402] /BleedBox [0 0 300.4724 158.7402] /TrimBox [8.5039 8.5039 291.9685 150.2362]"},
		{"no bleed", 100, 50, 1, Options{Bleed: -1}, "/MediaBox [0 0 283.4646 141.7323] /BleedBox [0 0 283.4646 141.7323] /TrimBox [0 0 283.4646 141.7323]"},
		{"less bleed", 100, 50, 1, Options{Bleed: 2}, "/BleedBox [0 0 294.8031 153.0709] /TrimBox [5.6693 5.6693 289.1339 147.4016]"},
		{"marks", 100, 50, 1, Options{Marks: true}, "/MediaBox [0 0 368.5039 226.7717] /BleedBox [34.0157 34.0157 334.4882 192.7559] /TrimBox [42.5197 42.5197 325.9843 184.252]"},
		{"pixels", 100, 50, render.Pixel, Options{Preset: "screen"}, "/TrimBox [0 0 75 37.5]"},
		{"tenth", 6000, 1000, 1, Options{Bleed: -1}, "/TrimBox [0 0 1700.7874 283.4646]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := small()
			d.Width, d.Height, d.Unit = tt.w, tt.h, tt.unit
			tt.o.Uncompressed = true
			if got := string(encode(t, d, tt.o)); !strings.Contains(got, tt.want) {
				page, _, _ := strings.Cut(got[strings.Index(got, "/MediaBox"):], "/Resources")
				t.Errorf("got %s, want %s", page, tt.want)
			}
		})
	}
}

// Inks reach the file as the charter gives them; other colours through the
// profile, but black, which is black ink alone.
func TestColors(t *testing.T) {
	tests := []struct {
		name  string
		color render.Color
		want  string
	}{
		{"process ink", blue, "1 .7 0 .1 k"},
		{"spot ink", gold, "/C1 cs 1 scn"},
		{"white ink", white, "0 0 0 0 k"},
		{"imported", render.Color{RGB: render.RGB{R: 255}}, "0 .9479 .9965 0 k"},
		{"imported black", render.Color{}, "0 0 0 1 k"},
		{"imported dark", render.Color{RGB: render.RGB{R: 30, G: 30, B: 30}}, ".7761 .7262 .5272 .9703 k"},
	}
	for _, tt := range tests {
		if got := pageContent(t, small(fill(rect(0, 0, 10, 10), tt.color)), Options{}); !strings.Contains(got, tt.want+"\n") {
			t.Errorf("%s: %q lacks %q", tt.name, got, tt.want)
		}
	}
}

// Black text overprints, unless the inks below leave no room; white never does,
// and neither do surfaces.
func TestOverprint(t *testing.T) {
	heavy := ink("lourd", 60, 40, 30, 90, 80, 70, 0)
	tests := []struct {
		name  string
		below render.Color
		node  render.Node
		want  bool
	}{
		{"text", yellow, word(1, 5, 20, 10, black), true},
		{"rule", yellow, stroke(rect(5, 5, 20, 20), black, 0.5), true},
		{"surface", yellow, fill(rect(5, 5, 20, 20), black), false},
		{"white text", yellow, word(1, 5, 20, 10, white), false},
		{"text over much ink", heavy, word(1, 5, 20, 10, black), false},
		{"text beside much ink", heavy, word(1, 80, 20, 10, black), true},
	}
	for _, tt := range tests {
		d := small(fill(rect(0, 0, 50, 50), tt.below), tt.node)
		o := Options{Uncompressed: true}
		if got := bytes.Contains(encode(t, d, o), []byte("/OPM 1")); got != tt.want {
			t.Errorf("%s: overprints is %t, want %t", tt.name, got, tt.want)
		}
	}
}

func TestRefused(t *testing.T) {
	half := fill(rect(0, 0, 10, 10), red)
	half.Fill.Opacity = 0.5
	faded := render.NewGroup(half, fill(rect(0, 0, 10, 10), red))
	faded.Opacity = 0.5
	filtered := render.NewGroup(half)
	filtered.Filter = new(render.Filter)
	soft := picture()
	soft.Pix.SetNRGBA(3, 3, color.NRGBA{A: 100})
	deep := render.NewGroup()
	for range 100 {
		deep = render.NewGroup(deep, half)
		deep.Opacity = 0.5
	}
	twice := gold
	other := *gold.Ink
	other.CMYK[0] = 99
	twice.Ink = &other

	tests := []struct {
		name   string
		d      *render.Drawing
		o      Options
		reason string
	}{
		{"no title", &render.Drawing{Width: 1, Height: 1, Unit: 1}, Options{}, "no title"},
		{"no size", &render.Drawing{Unit: 1, Title: "T"}, Options{}, "drawing of 0 by 0 units"},
		{"preset", small(), Options{Preset: "x9"}, `no preset "x9"; there are x4, x1a, screen`},
		{"date", small(), Options{Date: "22/11/2026"}, "is not like 2006-01-02"},
		{"bleed", small(), Options{Bleed: 5}, "bleed of 5 mm exceeds the 3 mm of the drawing"},
		{"scale", small(), Options{Scale: 100}, "exceeds the 5080 mm of a page"},
		{"too much ink", small(fill(rect(0, 0, 1, 1), ink("dense", 0, 0, 0, 90, 90, 90, 90))), Options{}, `ink "dense" is 360 % of ink, limit 300 %`},
		{"filter", small(filtered), Options{}, "a filter, which changes pixels, cannot be printed"},
		{"depth", small(deep), Options{}, "nested more than 64 deep"},
		{"one spot, two colours", small(fill(rect(0, 0, 1, 1), gold), fill(rect(0, 0, 1, 1), twice)), Options{}, `spot colour "PANTONE 871 C" is shown as`},
		{"image to cut", small(onLayer(render.LayerCut, picture())), Options{}, "machines need paths"},
		{"opacity in X-1a", small(half), Options{Preset: "x1a"}, "PDF/X-1a:2003 cannot carry transparency: opacity 0.5"},
		{"group in X-1a", small(faded), Options{Preset: "x1a"}, "cannot carry transparency: a group with opacity"},
		{"image in X-1a", small(soft), Options{Preset: "x1a"}, "partly transparent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := Encode(io.Discard, tt.d, tt.o)
			if err == nil || !strings.Contains(err.Error(), tt.reason) {
				t.Errorf("error %v, want %q", err, tt.reason)
			}
			if want := strings.HasSuffix(tt.name, "X-1a"); errors.Is(err, ErrTransparency) != want {
				t.Errorf("ErrTransparency in %v is %t, want %t", err, !want, want)
			}
		})
	}
}

func TestEncoder(t *testing.T) {
	for _, preset := range []string{"x4", "screen"} {
		t.Run(preset, func(t *testing.T) {
			rendertest.TestEncoder(t, func(w io.Writer, d *render.Drawing) error {
				return Encode(w, d, Options{Preset: preset})
			}, "filter*", "shape-crisp", "clip-crisp", "stroke-miter-clip")
		})
	}
}

// The mark of a specimen is see-through where the format can say so, and there
// in any case.
func TestSpecimen(t *testing.T) {
	mark := onLayer(render.LayerSpecimen, fill(rect(0, 0, 10, 10), red))
	mark.Opacity = 0.7
	for preset, want := range map[string]string{"x4": "/G1 gs\n0 1 1 0 k", "x1a": "cm\n0 1 1 0 k"} {
		if got := pageContent(t, small(mark), Options{Preset: preset}); !strings.Contains(got, want) {
			t.Errorf("%s: %q lacks %q", preset, got, want)
		}
	}
	// It is a layer of its own where there are layers, and locked.
	for preset, want := range map[string]bool{"x4": true, "x1a": false} {
		file := string(encode(t, small(mark), Options{Preset: preset, Uncompressed: true}))
		for _, says := range []string{"<< /Type /OCG /Name (Specimen) >>", "/Locked [", "/OC /"} {
			if strings.Contains(file, says) != want {
				t.Errorf("%s: %s there: %t", preset, says, !want)
			}
		}
	}
}

// A gradient that repeats is drawn out over the shape; where it does not
// repeat, its ends are.
func TestSpread(t *testing.T) {
	for _, tt := range []struct {
		spread render.Spread
		want   string
	}{
		{render.SpreadPad, "/Coords [20 0 30 0] /ColorSpace /DeviceCMYK /Domain [0 1]"},
		{render.SpreadRepeat, "/Coords [0 0 100 0] /ColorSpace /DeviceCMYK /Domain [-2 8]"},
		{render.SpreadReflect, "/Coords [0 0 100 0] /ColorSpace /DeviceCMYK /Domain [-2 8]"},
	} {
		g := &render.LinearGradient{P0: geom.Pt(20, 0), P1: geom.Pt(30, 0), Matrix: geom.Identity, Spread: tt.spread,
			Stops: []render.Stop{{Color: red, Opacity: 1}, {Offset: 1, Color: blue, Opacity: 1}}}
		if got := string(encode(t, small(fill(rect(0, 0, 100, 50), g)), Options{Uncompressed: true})); !strings.Contains(got, tt.want) {
			t.Errorf("spread %d: lacks %s", tt.spread, tt.want)
		}
	}
}

func TestAppendNumber(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		want string
	}{{0, "0"}, {1, "1"}, {-1.5, "-1.5"}, {0.25, ".25"}, {-0.001, "-.001"}, {0.0004, "0"}, {-0.0004, "0"}, {1234.5678, "1234.568"},
		{0.9996, "1"}, {100, "100"}, {10.05, "10.05"}, {math.NaN(), "0"}, {math.Inf(-1), "0"}} {
		if got := string(appendNumber(nil, tt.v, 3)); got != tt.want {
			t.Errorf("appendNumber(%v) = %s, want %s", tt.v, got, tt.want)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	for _, s := range samples {
		b.Run(s.name, func(b *testing.B) {
			d := s.d()
			var size int
			for b.Loop() {
				size = len(encode(b, d, s.o))
			}
			b.ReportMetric(float64(size), "bytes")
		})
	}
}
