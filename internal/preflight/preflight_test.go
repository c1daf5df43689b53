package preflight

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/pdf"
)

func ink(name string, cmyk [4]float64, spot string) render.Color {
	return render.Color{Ink: &render.Ink{Name: name, CMYK: cmyk, Spot: spot}}
}

var (
	blue = ink("bleu", [4]float64{100, 70, 0, 10}, "")
	rich = ink("noir riche", [4]float64{70, 60, 60, 100}, "")
	gold = ink("or", [4]float64{20, 30, 70, 10}, "PANTONE 871 C")
)

func fill(x, y, w, h float64, paint render.Paint) *render.Shape {
	return &render.Shape{Path: geom.RectWH(x, y, w, h).Path(), Fill: &render.Fill{Paint: paint, Opacity: 1}}
}

func on(l render.Layer, nodes ...render.Node) *render.Group {
	g := render.NewGroup(nodes...)
	g.Layer = l
	return g
}

// sign has something for every rule.
func sign() *render.Drawing {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for i := range 1600 {
		img.SetNRGBA(i%40, i/40, color.NRGBA{uint8(i), 100, 50, 255})
	}
	return &render.Drawing{
		Width: 400, Height: 200, Unit: 1, Bleed: 3, Title: "Panneau d’entrée", Lang: "fr",
		Root: render.NewGroup(
			fill(-3, -3, 406, 206, blue),
			fill(10, 10, 50, 50, gold),
			fill(70, 10, 50, 50, &render.LinearGradient{P0: geom.Pt(70, 0), P1: geom.Pt(120, 0), Matrix: geom.Identity,
				Stops: []render.Stop{{Color: blue, Opacity: 1}, {Offset: 1, Color: rich, Opacity: 1}}}),
			fill(130, 10, 50, 50, &render.Pattern{Tile: geom.RectWH(0, 0, 5, 5), Matrix: geom.Identity, Content: render.NewGroup(fill(0, 0, 3, 3, blue))}),
			&render.Image{Pix: img, Matrix: geom.Matrix{A: 0.25, D: 0.25, E: 200, F: 10}},
			on(render.LayerCut, fill(0, 0, 400, 200, blue)),
		),
	}
}

func encode(t testing.TB, d *render.Drawing, o pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Encode(&b, d, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func check(t testing.TB, b []byte) *Report {
	t.Helper()
	r, err := Check(b)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *Report) String() string {
	var b strings.Builder
	for _, x := range r.Results {
		fmt.Fprintf(&b, "%-8s %-13s %s\n", x.Status, x.Rule, x.Text)
	}
	return b.String()
}

// What our encoder writes keeps the rules of its level; the reports say so in
// these words.
func TestOurs(t *testing.T) {
	for _, preset := range []string{"x4", "x1a", "screen"} {
		r := check(t, encode(t, sign(), pdf.Options{Preset: preset}))
		if preset != "screen" && !r.OK() {
			t.Errorf("%s: %v", preset, r.Worst())
		}
		golden.Text(t, preset+".txt", []byte(r.String()))
	}
}

// A file with one thing changed breaks the rule for that thing, and no other.
func TestBroken(t *testing.T) {
	tests := []struct {
		preset, from, to string // of equal length, so that offsets stay
		rule             string
	}{
		{"x4", "%PDF-1.6", "%PDF-1.7", "version"},
		{"x4", "/ID [", "/IX [", "id"},
		{"x4", "/TrimBox", "/TrimBax", "boxes"},
		{"x4", "/BleedBox [0 0", "/BleedBox [9 9", "boxes"},
		{"x4", "/S /GTS_PDFX", "/S /GTS_PDFA", "intent"},
		{"x4", "/DestOutputProfile", "/DestOutputPrafile", "intent"},
		{"x4", "<xmpMM:VersionID>1", "<xmpMM:VersionAD>1", "metadata"},
		{"x4", "/Trapped /False", "/Trapped /True ", "agreement"},
		{"x4", "/ModDate (D:2000", "/ModDate (D:2001", "agreement"},
		{"x4", "/Lang (fr)", "/AA (frfr)", "active"},
		{"x4", "1 .7 0 .1 k", "1 .9 1 .9 k", "ink"},
		{"x4", "1 .7 0 .1 k", "1 .7 0  rg ", "colour"},
		{"x4", "/Group << /S /Transparency /CS /DeviceCMYK", "/Group << /S /Transparency /CS /DeviceRGB ", "colour"},
		{"x1a", "%PDF-1.4", "%PDF-1.5", "version"},
		{"x1a", "/OP true /op true", "/ca .5  /op true ", "transparency"},
		{"x1a", "/Lang (fr) ", "/AA (frfr) ", "active"},
	}
	for _, tt := range tests {
		if len(tt.from) != len(tt.to) {
			t.Fatalf("%q and %q differ in length", tt.from, tt.to)
		}
		b := encode(t, sign(), pdf.Options{Preset: tt.preset, Uncompressed: true})
		if !bytes.Contains(b, []byte(tt.from)) {
			t.Errorf("%s has no %q", tt.preset, tt.from)
			continue
		}
		r := check(t, bytes.Replace(b, []byte(tt.from), []byte(tt.to), 1))
		var broken []string
		for _, x := range r.Results {
			if x.Status == Breaks {
				broken = append(broken, x.Rule)
			}
		}
		if got := strings.Join(broken, " "); got != tt.rule {
			t.Errorf("%s with %q breaks %q, want %q", tt.preset, tt.to, got, tt.rule)
		}
	}
}

func TestWarnings(t *testing.T) {
	thin := &render.Shape{Path: geom.RectWH(0, 0, 9, 9).Path(), Stroke: &render.Stroke{Paint: blue, Opacity: 1, StrokeStyle: geom.StrokeStyle{Width: 0.05, MiterLimit: 4}}}
	coarse := &render.Image{Pix: image.NewNRGBA(image.Rect(0, 0, 4, 4)), Matrix: geom.Scale(10, 10)}
	tests := []struct {
		node render.Node
		o    pdf.Options
		want string
	}{
		{fill(0, 0, 9, 9, rich), pdf.Options{}, "ink: a colour takes 290 % of ink; some shops stop at 280 %"},
		{thin, pdf.Options{}, "lines: the finest line is 0.14 pt; below 0.25 pt lines break up"},
		{coarse, pdf.Options{}, "pictures: the coarsest of 1 pictures has 3 pixels an inch; 300 suit the hand, 100 suit two metres"},
		{thin, pdf.Options{Bleed: -1}, "bleed: the bleed of page 1 is 0 mm; printers ask for 2 to 10, engravers for none"},
	}
	for _, tt := range tests {
		d := sign()
		d.Root = render.NewGroup(tt.node)
		var got []string
		for _, x := range check(t, encode(t, d, tt.o)).Worst() {
			got = append(got, x.Rule+": "+x.Text)
		}
		if !strings.Contains(strings.Join(got, "\n"), tt.want) {
			t.Errorf("%q lacks %q", got, tt.want)
		}
	}
}

func TestNotPDF(t *testing.T) {
	for _, s := range []string{"", "hello", "%PDF-1.4\nstartxref 0"} {
		if _, err := Check([]byte(s)); err == nil {
			t.Errorf("%q is checked", s)
		}
	}
}

func FuzzCheck(f *testing.F) {
	d := sign()
	d.Root = render.NewGroup(fill(0, 0, 9, 9, gold), on(render.LayerCut, fill(0, 0, 9, 9, blue)))
	b := encode(f, d, pdf.Options{Preset: "screen", Uncompressed: true})
	f.Add(b)
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 1 0 R/Kids[1 0 R]/Resources 1 0 R/XObject<</A 1 0 R>>>>endobj xref 0 2 0 0 f 9 0 n trailer<</Root 1 0 R>>startxref 84 "))
	// Colour spaces, forms and functions that lead back to themselves.
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Pages 1 0 R/Resources<</ColorSpace<</A 2 0 R>>/Shading<</B<</ColorSpace/DeviceCMYK/Function 3 0 R>>>>>>/Contents 4 0 R>>endobj\n" +
		"2 0 obj[/Indexed 2 0 R]endobj 3 0 obj[3 0 R 3 0 R]endobj\n4 0 obj<</Length 16>>stream\n/A cs 1 scn /B sh\nendstream endobj\n" +
		"xref 0 5 0 0 f 9 0 n 146 0 n 176 0 n 203 0 n trailer<</Root 1 0 R>>startxref 266 "))
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := Check(b); err == nil {
			r.Worst()
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	file := encode(b, sign(), pdf.Options{})
	for b.Loop() {
		check(b, file)
	}
}
