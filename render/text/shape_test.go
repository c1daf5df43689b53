package text

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"panonceau/fonts"
	"panonceau/render/geom"
)

// bundled loads the fonts once for all tests.
var bundled = sync.OnceValues(func() (*Collection, error) { return Load(fonts.FS) })

func collection(t testing.TB) *Collection {
	c, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// face returns the face that String calls name: "Barlow 400".
func face(t testing.TB, name string) *Face {
	t.Helper()
	i := strings.LastIndexByte(name, ' ')
	weight, err := strconv.Atoi(name[i+1:])
	if err != nil {
		t.Fatal(err)
	}
	f, err := collection(t).Find(name[:i], weight)
	if err != nil {
		t.Fatal(err)
	}
	if f.String() != name {
		t.Fatalf("no face %s, but %s", name, f)
	}
	return f
}

// rows returns the fields of the lines of a file, comments left out.
func rows(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list [][]string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if s := sc.Text(); s != "" && s[0] != '#' {
			list = append(list, strings.Split(s, ";"))
		}
	}
	return list
}

func units(em float64) int { return int(math.Round(em * 1000)) }

// TestPairs guards against releases of the shaper that lose the kerning of
// accented letters, as v0.3.4 and v0.3.5 do.
func TestPairs(t *testing.T) {
	table := rows(t, "testdata/pairs.txt")
	letters := []rune(table[0][1])
	for _, row := range table[1:] {
		f := face(t, row[0])
		for i, want := range strings.Fields(row[2]) {
			pair := row[1] + string(letters[i])
			l, err := f.shape([]rune(pair), Style{Lang: "fr"}, false)
			if err != nil {
				t.Fatalf("%s, %s: %v", f, pair, err)
			}
			if got := fmt.Sprint(units(l.Advance)); got != want {
				t.Errorf("%s, %s: advance %s; HarfBuzz has %s", f, pair, got, want)
			}
		}
	}
}

func TestLines(t *testing.T) {
	for _, row := range rows(t, "testdata/lines.txt") {
		l, err := face(t, row[0]).Shape(row[1], Style{Lang: "fr"})
		if err != nil {
			t.Errorf("%s: %v", row[:2], err)
			continue
		}
		var places []string
		for _, g := range l.Glyphs {
			places = append(places, fmt.Sprintf("%d,%d", units(g.Matrix.E), units(-g.Matrix.F)))
		}
		if got := strings.Join(places, " "); got != row[3] || fmt.Sprint(units(l.Advance)) != row[2] {
			t.Errorf("%s: advance %d, glyphs at %s\nHarfBuzz has %s and %s", row[:2], units(l.Advance), got, row[2], row[3])
		}
	}
}

// TestCoverage holds the table of fonts/README.md: what French and the
// regional languages write, and which family it comes from.
func TestCoverage(t *testing.T) {
	const (
		barlow = "éèêëàâîïôûùüçœæÿÉÈÊËÀÂÎÏÔÛÙÜÇŒÆŸñÑòóúíìãõāēīōūĀĒĪŌŪʻʼßŋ’‘“”«»–—…·•€²³°©®/()\"@#&%+=0123456789"
		source = "№ẞɛɔƐƆɓɗʳ←→"
	)
	for _, family := range []string{"Barlow", "Barlow Condensed"} {
		for _, weight := range []int{400, 500, 600, 700} {
			f, err := collection(t).Find(family, weight)
			if err != nil || f.Weight != weight {
				t.Fatalf("%s %d: %v, %v", family, weight, f, err)
			}
			for _, r := range barlow {
				if got, err := f.faceFor([]rune{r}); got != f {
					t.Errorf("%s: %c comes from %v (%v)", f, r, got, err)
				}
			}
			for _, cluster := range append(strings.Split(source, ""), "ḵ", "a\u0331") {
				got, err := f.faceFor([]rune(cluster))
				if err != nil || got.Family != "Source Sans 3" {
					t.Errorf("%s: %s comes from %v (%v)", f, cluster, got, err)
				}
			}
		}
	}
}

// TestNarrowSpace: Barlow has no U+202F; it is a space a good deal narrower.
func TestNarrowSpace(t *testing.T) {
	f := face(t, "Barlow 400")
	advance := func(s string) float64 {
		l, err := f.Shape(s, Style{})
		if err != nil {
			t.Fatal(err)
		}
		return l.Advance
	}
	none, narrow, space := advance("nn"), advance("n\u202fn"), advance("n\u00a0n")
	if !(none < narrow && narrow < space) {
		t.Errorf("advance without space %g, with U+202F %g, with U+00A0 %g", none, narrow, space)
	}
}

func TestNormalization(t *testing.T) {
	f := face(t, "Barlow 600")
	for _, pair := range [][2]string{
		{"Évry", "E\u0301vry"},
		{"L’Haÿ", "L’Hay\u0308"},
		{"Col·legi", "Coŀlegi"},
	} {
		a, err := f.Shape(pair[0], Style{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := f.Shape(pair[1], Style{})
		if err != nil {
			t.Fatal(err)
		}
		if a != b {
			t.Errorf("%q and %q are not the same line", pair[0], pair[1])
		}
	}
}

func TestFallbackScale(t *testing.T) {
	f := face(t, "Barlow 700")
	l, err := f.Shape("HẞH", Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want, got := f.Metrics.CapHeight, -l.Glyphs[1].Outline.Transform(l.Glyphs[1].Matrix).Bounds().Y0; math.Abs(got-want) > 0.02 {
		t.Errorf("ẞ is %.3f em high beside capitals of %.3f", got, want)
	}
}

// The glyph cell holds every letter.
func TestCell(t *testing.T) {
	f := face(t, "Barlow 400")
	m := f.Metrics
	l, err := f.Shape("Ågp", Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range l.Glyphs {
		if b := g.Outline.Transform(g.Matrix).Bounds(); -b.Y0 > m.CellAscent || b.Y1 > m.CellDescent {
			t.Errorf("ink %v is outside a cell of %g and %g", b, m.CellAscent, m.CellDescent)
		}
	}
	if h := m.CellAscent + m.CellDescent; h < 1 || h > 1.5 {
		t.Errorf("a cell is %g em high", h)
	}
}

func TestShapeErrors(t *testing.T) {
	f := face(t, "Barlow 400")
	for _, c := range []struct {
		text, says string
		is         error
	}{
		{"a\x00b", "U+0000", ErrCharacter},
		{"a\nb", "U+000A", ErrCharacter},
		{"a\u202eb", "U+202E", ErrCharacter},
		{"a\u200bb", "U+200B", ErrCharacter},
		{"a\u2066b", "U+2066", ErrCharacter},
		{"a\u00adb", "U+00AD", ErrCharacter},
		{"a\ufeffb", "U+FEFF", ErrCharacter},
		{"a\ue000b", "U+E000", ErrCharacter},
		{"a\U0010ffffb", "U+10FFFF", ErrCharacter},
		{"a\xffb", "UTF-8", ErrCharacter},
		{"a" + strings.Repeat("\u0301", 6), "U+0301", ErrCharacter},
		{strings.Repeat("a", maxRunes+1), "513 characters; the limit is 512", ErrTooLong},
		{"fleur 😀", "U+1F600 in Barlow 400", ErrMissing},
		{"東京", "U+6771 in Barlow 400", ErrMissing},
	} {
		_, err := f.Shape(c.text, Style{})
		if !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: error %v; want one that says %s", c.text, err, c.says)
		}
	}
	if _, err := f.Shape("a", Style{Features: "tnum,!!"}); err == nil {
		t.Error("no error for a feature that is none")
	}
}

func TestTracking(t *testing.T) {
	f := face(t, "Barlow 400")
	tight, err := f.Shape("HHH", Style{})
	if err != nil {
		t.Fatal(err)
	}
	spaced, err := f.Shape("HHH", Style{Tracking: 0.1})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := spaced.Advance, tight.Advance+0.2; math.Abs(got-want) > 1e-9 {
		t.Errorf("three letters with tracking 0.1 advance %g; want %g", got, want)
	}
}

func TestFeatures(t *testing.T) {
	f := face(t, "Barlow 400")
	advance := func(s, features string) int {
		l, err := f.Shape(s, Style{Features: features})
		if err != nil {
			t.Fatal(err)
		}
		return units(l.Advance)
	}
	if a, b := advance("1111", "pnum"), advance("8888", "pnum"); a == b {
		t.Errorf("proportional 1 and 8 have the same width")
	}
	if a, b := advance("1111", "tnum,-kern"), advance("8888", "tnum,-kern"); a != b {
		t.Errorf("tabular 1111 is %d wide, 8888 %d", a, b)
	}
}

// TestSharing: the same glyph has the same outline, whoever asks first.
func TestSharing(t *testing.T) {
	c, err := Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Find("Barlow", 700)
	if err != nil {
		t.Fatal(err)
	}
	outlines := make([]*geom.Path, 8)
	var wg sync.WaitGroup
	for i := range outlines {
		wg.Go(func() {
			l, err := f.Shape(strings.Repeat("e ẞ", i+1), Style{})
			if err == nil {
				outlines[i] = l.Glyphs[len(l.Glyphs)-1].Outline
			}
		})
	}
	wg.Wait()
	for i, o := range outlines {
		if o == nil || o != outlines[0] {
			t.Errorf("goroutine %d has an outline of its own", i)
		}
	}
}

func TestFind(t *testing.T) {
	c := collection(t)
	for _, tt := range []struct {
		weight, want int
	}{{1, 400}, {400, 400}, {450, 400}, {640, 600}, {900, 700}} {
		if f, err := c.Find("Barlow", tt.weight); err != nil || f.Weight != tt.want {
			t.Errorf("weight %d: %v, %v", tt.weight, f, err)
		}
	}
	if _, err := c.Find("Comic Sans", 400); err == nil || !strings.Contains(err.Error(), "Barlow, Barlow Condensed, Source Sans 3") {
		t.Errorf("unknown family: %v", err)
	}
	if f := face(t, "Barlow 600").Condensed(); f.String() != "Barlow Condensed 600" {
		t.Errorf("condensed sister %s", f)
	}
	if f := face(t, "Source Sans 3 600").Condensed(); f != nil {
		t.Errorf("condensed sister %s", f)
	}
}
