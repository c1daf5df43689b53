package text

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"panonceau/render/geom"
)

// TestFit runs the tables of testdata/fit. UPDATE=1 rewrites them; read the
// difference before you keep it.
func TestFit(t *testing.T) {
	files, err := filepath.Glob("testdata/fit/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		for i, line := range lines {
			if line == "" || line[0] == '#' {
				continue
			}
			question, want, _ := strings.Cut(line, " → ")
			got := fitCase(t, question)
			if lines[i] = question + " → " + got; got != want && os.Getenv("UPDATE") == "" {
				t.Errorf("%s:%d: %s\n got %s\nwant %s", file, i+1, question, got, want)
			}
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// fitCase answers "face ; W×H ; size-min ; lines ; text | short form".
func fitCase(t *testing.T, question string) string {
	t.Helper()
	fields := strings.Split(question, " ; ")
	name, condensed := strings.CutSuffix(fields[0], " +condensed")
	b := Box{Face: face(t, name), Style: Style{Lang: "fr"}}
	if condensed {
		b.Condensed = b.Face.Condensed()
	}
	if _, err := fmt.Sscanf(fields[1]+" "+fields[2], "%g×%g %g-%g", &b.W, &b.H, &b.Size, &b.MinSize); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	b.MaxLines, _ = strconv.Atoi(fields[3])
	forms := strings.Split(strings.ReplaceAll(fields[4], "⏎", "\n"), " | ")
	for i := range forms {
		forms[i] = Typeset("fr", forms[i])
	}
	block, err := Fit(b, forms...)
	if err != nil {
		if !errors.Is(err, ErrOverflow) {
			t.Errorf("%s: %v", question, err)
		}
		return "! " + err.Error()
	}
	checkBlock(t, b, block, forms)
	s := strings.ReplaceAll(block.String(), "\n", " ⏎ ") + " @ " + fmt.Sprintf("%.4g", block.Size)
	if block.Stretch < 1 {
		s += fmt.Sprintf("×%.3f", block.Stretch)
	}
	if block.Face != b.Face {
		s += " condensed"
	}
	return s
}

// checkBlock reports what must never happen: ink outside of the box, or
// characters lost.
func checkBlock(t *testing.T, b Box, block *Block, forms []string) {
	t.Helper()
	if err := b.complete(); err != nil {
		t.Fatal(err)
	}
	room := geom.Rect{X1: b.W, Y1: b.H}
	if b.VAlign == VAlignBaseline {
		room.Y1 = math.Inf(1)
	}
	ink := geom.Nowhere()
	for _, g := range block.Glyphs() {
		ink = ink.Union(g.Outline.Transform(g.Matrix).Bounds())
	}
	if eps := 1e-9 * (b.W + b.H); !ink.IsNowhere() && !room.Contains(ink, eps) {
		t.Errorf("%q at size %g: ink %v is outside of %v", block, block.Size, ink, room)
	}
	if !ink.IsNowhere() && (!block.Ink.Contains(ink, 1e-9*b.H) || !ink.Contains(block.Ink, 1e-9*b.H)) {
		t.Errorf("%q: ink %v; the block says %v", block, ink, block.Ink)
	}
	if block.Size > b.Size || block.Size < b.MinSize || block.Stretch > 1 || block.Stretch < b.MinStretch*(1-1e-9) || len(block.Lines) > b.MaxLines {
		t.Errorf("%q: size %g, stretch %g, %d lines in %+v", block, block.Size, block.Stretch, len(block.Lines), b)
	}
	want, err := clean(forms[block.Form], true)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := letters(block.String()), letters(want); a != b {
		t.Errorf("%q became %q", want, block)
	}
}

// letters returns s without what a line break may drop.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '/' {
			return -1
		}
		return r
	}, s)
}

func TestAlignment(t *testing.T) {
	f := face(t, "Barlow 700")
	for _, c := range []struct {
		text   string
		align  Align
		valign VAlign
		want   func(Box, *Block) (got, want float64)
	}{
		{"HHH", AlignStart, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Ink.X0, 0 }},
		{"HHH", AlignEnd, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Ink.X1, b.W }},
		{"HHH", AlignMiddle, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Ink.Center().X, b.W / 2 }},
		{"HHH", AlignStart, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Ink.Center().Y, b.H / 2 }},
		{"HpH", AlignStart, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Lines[0].Y - 7, b.H / 2 }},
		{"HHH\nHHH", AlignStart, VAlignMiddle, func(b Box, k *Block) (float64, float64) { return k.Ink.Center().Y, b.H / 2 }},
		{"HHH", AlignStart, VAlignTop, func(b Box, k *Block) (float64, float64) { return k.Ink.Y0, 0 }},
		{"ÉHH", AlignStart, VAlignTop, func(b Box, k *Block) (float64, float64) { return k.Ink.Y0, 0 }},
		{"pHH", AlignStart, VAlignBottom, func(b Box, k *Block) (float64, float64) { return k.Ink.Y1, b.H }},
		{"HHH", AlignStart, VAlignBaseline, func(b Box, k *Block) (float64, float64) { return k.Ink.Y1, b.H }},
		{"HpH", AlignStart, VAlignBaseline, func(b Box, k *Block) (float64, float64) { return k.Lines[0].Y, b.H }},
	} {
		b := Box{W: 200, H: 100, Align: c.align, VAlign: c.valign, Face: f, Size: 20, MaxLines: 2}
		block, err := Fit(b, c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := c.want(b, block); math.Abs(got-want) > 1e-9 {
			t.Errorf("%q, align %d, valign %d: %g; want %g", c.text, c.align, c.valign, got, want)
		}
	}
}

// TestUnbounded: a box without a width tells how wide a text is.
func TestUnbounded(t *testing.T) {
	f := face(t, "Barlow 500")
	block, err := Fit(Box{W: math.Inf(1), H: 20, Face: f, Size: 10}, "Territoire Numérique Libre")
	if err != nil || block.Size != 10 || block.Stretch != 1 || block.Ink.X0 != 0 || math.IsInf(block.Ink.X1, 0) {
		t.Errorf("%+v, %v", block, err)
	}
}

// TestLargerBox: more room never makes the type smaller.
func TestLargerBox(t *testing.T) {
	f := face(t, "Barlow 600")
	const name = "CC des Monts de Lacaune et de la Montagne du Haut Languedoc"
	last := 0.0
	for w := 100.0; w <= 1600; w += 25 {
		block, err := Fit(Box{W: w, H: 60, Face: f, Size: 30, MinSize: 1, MaxLines: 3}, name)
		if err != nil {
			t.Fatal(err)
		}
		if block.Size < last/gain {
			t.Errorf("in %g the size is %g; it was %g in less", w, block.Size, last)
		}
		last = block.Size
	}
}

func TestBoxErrors(t *testing.T) {
	f := face(t, "Barlow 400")
	for _, b := range []Box{
		{W: 10, H: 10},
		{W: 0, H: 10, Face: f},
		{W: 10, H: math.NaN(), Face: f},
		{W: math.Inf(1), H: 10, Face: f, Align: AlignEnd},
		{W: 10, H: 10, Face: f, Size: 5, MinSize: 6},
		{W: 10, H: 10, Face: f, MinStretch: 1.5},
		{W: 10, H: 10, Face: f, MaxLines: maxLines + 1},
		{W: 10, H: 10, Face: f, LineHeight: -1},
		{W: 10, H: 10, Face: f, Style: Style{Tracking: math.NaN()}},
	} {
		if _, err := Fit(b, "a"); err == nil {
			t.Errorf("no error for %+v", b)
		}
	}
}

func TestEmptyText(t *testing.T) {
	block, err := Fit(Box{W: 10, H: 10, Face: face(t, "Barlow 400")}, " ")
	if err != nil || len(block.Glyphs()) != 0 || !block.Ink.IsNowhere() {
		t.Errorf("%+v, %v", block, err)
	}
}

func FuzzFit(f *testing.F) {
	f.Add("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", 300.0, 80.0, 20.0, uint8(3), uint8(0))
	f.Add("Plouguerneau / Plougerne", 100.0, 40.0, 40.0, uint8(2), uint8(7))
	f.Add("L’Haÿ-les-Roses", 30.0, 40.0, 12.0, uint8(4), uint8(10))
	f.Add("Ar’c / / b\n\n- —’ɔ́ẞ", 60.0, 40.0, 12.0, uint8(5), uint8(35))
	f.Add("e\u0301\u0327 n̈", 60.0, 40.0, 12.0, uint8(1), uint8(3))
	f.Fuzz(func(t *testing.T, s string, w, h, size float64, lines, how uint8) {
		b := Box{
			W: w, H: h, Size: size, MaxLines: int(lines % 6),
			Align: Align(how % 3), VAlign: VAlign(how / 3 % 4),
			Face: face(t, "Barlow 600"), MinSize: size / 8,
		}
		if how&32 != 0 {
			b.Condensed = b.Face.Condensed()
		}
		block, err := Fit(b, s)
		if err != nil || !(w < 1e6 && h < 1e6 && size < 1e6 && size > 1e-6) {
			return
		}
		checkBlock(t, b, block, []string{s})
	})
}

func BenchmarkFit(b *testing.B) {
	f := face(b, "Barlow 600")
	box := Box{W: 300, H: 80, Face: f, Condensed: f.Condensed(), Size: 40, MinSize: 10, MaxLines: 3, Style: Style{Lang: "fr"}}
	for _, c := range []struct{ name, text string }{
		{"short", "Œuilly"},
		{"long", "CC des Monts de Lacaune et de la Montagne du Haut Languedoc"},
	} {
		b.Run(c.name+"/cached", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Fit(box, c.text); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(c.name+"/uncached", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.collection.lines.Purge()
				if _, err := Fit(box, c.text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(os.DirFS("../../fonts")); err != nil {
			b.Fatal(err)
		}
	}
}

// TestFitRightToLeft: start is the right of a page that runs that way, for
// Latin names on it too.
func TestFitRightToLeft(t *testing.T) {
	barlow := face(t, "Barlow 400")
	for _, align := range []Align{AlignStart, AlignEnd} {
		b, err := Fit(Box{W: 1000, H: 10, Face: barlow, Align: align, RTL: true}, "Tunis")
		if err != nil {
			t.Fatal(err)
		}
		if left := b.Ink.X0 == 0; left != (align == AlignEnd) || !left && b.Ink.X1 != 1000 {
			t.Errorf("align %d: ink from %g to %g", align, b.Ink.X0, b.Ink.X1)
		}
	}
}
