package render_test

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"panonceau/fonts"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/svg"
	"panonceau/render/text"
)

var (
	green = &render.Ink{Name: "green", RGB: render.RGB{0x00, 0x80, 0x00}}
	gold  = &render.Ink{Name: "gold", RGB: render.RGB{0xFF, 0xD0, 0x00}}
	night = &render.Ink{Name: "night", RGB: render.RGB{0x10, 0x20, 0x30}}
	mist  = &render.Ink{Name: "mist", RGB: render.RGB{0xDD, 0xDD, 0xDD}}
	inks  = []*render.Ink{green, gold, night, mist}
)

func loadFonts(t testing.TB) *text.Collection {
	t.Helper()
	c, err := text.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func design(t testing.TB, name, source string) *render.Design {
	t.Helper()
	d, err := newDesign(name, source)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func newDesign(name, source string) (*render.Design, error) {
	art, _, err := svg.Decode([]byte(source), svg.DecodeOptions{Name: name, KeepMarks: true})
	if err != nil {
		return nil, err
	}
	return render.NewDesign(name, art, inks)
}

// page wraps the body of an artwork of 100 by 40 pixels.
func page(attributes, body string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40" viewBox="0 0 100 40" ` + attributes + `>` + body + `</svg>`
}

func spec(t testing.TB, d *render.Design) *render.Spec {
	return &render.Spec{
		Design: d, Rank: 2, Steps: 3,
		Ramp: []*render.Ink{green, gold, green}, Unlit: mist, Level: gold, OnLvl: night, Inks: inks,
		Fields: []render.Field{{Key: "name", Text: "Lettret"}},
		Facts:  []render.Fact{{"kind", "commune"}, {"level", "2"}, {"variant", "colour"}},
		Lang:   "fr", Fonts: loadFonts(t),
	}
}

func compose(t testing.TB, s *render.Spec) *render.Drawing {
	t.Helper()
	d, err := render.Compose(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// shapes returns the filled shapes and texts of d, in order, as "ink x0 y0 x1 y1".
func shapes(d *render.Drawing) []string {
	var out []string
	var walk func(n render.Node)
	say := func(f *render.Fill, r geom.Rect) {
		name := "none"
		if f != nil {
			if c, ok := f.Paint.(render.Color); ok && c.Ink != nil {
				name = c.Ink.Name
			}
		}
		out = append(out, fmt.Sprintf("%s %g %g %g %g", name, r.X0, r.Y0, r.X1, r.Y1))
	}
	walk = func(n render.Node) {
		switch n := n.(type) {
		case *render.Group:
			for _, c := range n.Children {
				walk(c)
			}
		case *render.Shape:
			say(n.Fill, n.Path.Bounds())
		case *render.Text:
			out = append(out, "text "+n.String)
		}
	}
	walk(d.Root)
	return out
}

func TestComposeArtwork(t *testing.T) {
	const row = `<rect data-row="dot" data-align="middle" x="0" y="10" width="100" height="20" data-gap="5" fill="#008000"/>`
	shield := func(s *render.Spec) {
		s.Arms = &render.Drawing{Width: 1, Height: 2, Unit: 1, Root: render.NewGroup(
			&render.Shape{Path: geom.RectWH(0, 0, 1, 2).Path(), Fill: &render.Fill{Paint: render.Color{}, Opacity: 1}})}
	}
	tests := []struct {
		name, body string
		change     func(*render.Spec)
		want       string
	}{
		{"plain", `<rect width="10" height="10" fill="#008000"/>`, nil, "green 0 0 10 10"},
		{"lit and unlit steps", `<g data-step="1"><rect width="1" height="1"/></g><g data-step="3"><rect width="2" height="2"/></g>`, nil, "green 0 0 1 1|mist 0 0 2 2"},
		{"step beyond the scale", `<rect data-step="4" width="1" height="1"/>`, nil, ""},
		{"condition on lit", `<g data-step="1"><rect data-if="lit" width="1" height="1"/><rect data-if="unlit" width="2" height="2"/></g>`, nil, "green 0 0 1 1"},
		{"conditions", `<rect data-if="kind=epci|commune level>=2" width="1" height="1"/><rect data-if="level&lt;2" width="2" height="2"/><rect data-if="!holder" width="3" height="3"/>`, nil, "none 0 0 1 1|none 0 0 3 3"},
		{"ink of the level", `<rect data-ink="level" width="1" height="1"/><rect data-ink="level-text" width="2" height="2"/>`, nil, "gold 0 0 1 1|night 0 0 2 2"},
		{"palette", `<rect width="1" height="1" fill="#008000"/><rect width="2" height="2" fill="#102030"/>`,
			func(s *render.Spec) { s.Palette = []render.Swap{{"*", night}, {"night", gold}} }, "night 0 0 1 1|gold 0 0 2 2"},
		{"palette reaches the ramp", `<rect data-step="1" width="1" height="1"/>`,
			func(s *render.Spec) { s.Palette = []render.Swap{{"green", night}} }, "night 0 0 1 1"},
		{"row", row, nil, "green 15 10 35 30|green 40 10 60 30|mist 65 10 85 30"},
		{"row too wide shrinks together", strings.Replace(row, `data-gap="5"`, `data-gap="60"`, 1), nil,
			"green 0 14.4444580078125 11.111083984375 25.5555419921875|green 44.4444580078125 14.4444580078125 55.5555419921875 25.5555419921875|mist 88.888916015625 14.4444580078125 100 25.5555419921875"},
		{"part in other inks", `<rect data-part="steps" data-ink="night" data-unlit="gold" x="10" y="0" width="20" height="20"/>`, nil,
			"night 10 0 20 20|gold 20 0 30 20"},
		{"part in another variant", `<rect data-part="steps" data-variant="dusk" x="10" y="0" width="20" height="20"/><rect width="1" height="1" fill="#FFD000"/>`,
			func(s *render.Spec) {
				s.Variants = []render.Variant{{"dusk", []render.Swap{{"gold", night}}}}
			}, "night 10 0 20 20|mist 20 0 30 20|gold 0 0 1 1"},
		{"text", `<rect data-slot="name" data-size="10" x="0" y="0" width="100" height="20" fill="#102030"/>`, nil, "text Lettret"},
		{"upper case", `<rect data-slot="name" data-case="upper" data-size="10" width="100" height="20" fill="#102030"/>`,
			func(s *render.Spec) { s.Fields[0].Text = "L’Haÿ" }, "text L’HAŸ"},
		{"optional text", `<rect data-slot="other" data-optional="" width="100" height="20" fill="#102030"/>`, nil, ""},
		{"arms left out", `<rect data-arms="" width="30" height="30"/>`, nil, ""},
		{"arms fitted", `<rect data-arms="" data-align="start" width="40" height="20"/>`, shield, "none 0 0 10 20"},
		{"arms on a plate", `<rect data-arms="" data-ground="gold" data-align="start" width="40" height="50"/>`, shield,
			"gold 0 0 28.20001220703125 50|none 3.20001220703125 3.20001220703125 25 46.79998779296875"},
		{"qr left out", `<rect data-qr="" width="30" height="30" fill="#102030"/>`, nil, ""},
	}
	dot := design(t, "dot", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><rect width="10" height="10" fill="#FFD000"/></svg>`)
	steps := design(t, "steps", `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"><rect data-step="2" width="5" height="10"/><rect data-step="3" x="5" width="5" height="10"/></svg>`)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := spec(t, design(t, "test", page("", test.body)))
			s.Parts = []*render.Design{dot, steps}
			if test.change != nil {
				test.change(s)
			}
			if got := strings.Join(shapes(compose(t, s)), "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestHugFollowsText(t *testing.T) {
	d := design(t, "badge", page("", `
		<rect x="0" y="0" width="100" height="40" fill="#102030"/>
		<rect data-slot="name" data-hug="x" data-size="12" x="20" y="10" width="40" height="20" fill="#DDDDDD"/>
		<rect x="70" y="0" width="30" height="40" fill="#FFD000"/>`))
	short, long := spec(t, d), spec(t, d)
	short.Fields = []render.Field{{Key: "name", Text: "Y"}}
	long.Fields = []render.Field{{Key: "name", Text: "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"}}
	for _, s := range []*render.Spec{short, long} {
		got := compose(t, s)
		w := got.Width
		want := []string{fmt.Sprintf("night 0 0 %g 40", w), "text " + s.Fields[0].Text, fmt.Sprintf("gold %g 0 %g 40", w-30, w)}
		if !reflect.DeepEqual(shapes(got), want) {
			t.Errorf("got  %v\nwant %v", shapes(got), want)
		}
		if w != math.Trunc(w) {
			t.Errorf("width %g is not a whole number of pixels", w)
		}
	}
	if a, b := compose(t, short).Width, compose(t, long).Width; a >= 100 || b <= 200 {
		t.Errorf("widths %g and %g do not follow the text", a, b)
	}
}

func TestRefitOpensSeams(t *testing.T) {
	d := design(t, "sign", page(`data-seam-x="50" data-seam-y="20"`, `<rect x="4" y="4" width="92" height="32" rx="4" fill="#008000"/><circle cx="20" cy="12" r="5" fill="#FFD000"/>`))
	s := spec(t, d)
	s.Width, s.Height = 300, 80
	got := compose(t, s)
	// Scaled by 2, then 100 units wider at the seam: the circle only scales.
	want := []string{"green 8 8 292 72", "gold 30 14 50 34"}
	if !reflect.DeepEqual(shapes(got), want) {
		t.Errorf("got  %v\nwant %v", shapes(got), want)
	}
	if got.Width != 300 || got.Height != 80 {
		t.Errorf("page of %g × %g", got.Width, got.Height)
	}
}

func TestComposeErrors(t *testing.T) {
	slot := `<rect data-slot="name" data-size="10" data-min="8" x="0" y="0" width="40" height="12" fill="#102030"/>`
	tests := []struct {
		name, body string
		change     func(*render.Spec)
		is         error
		says       string
	}{
		{"overflow", slot, func(s *render.Spec) { s.Fields[0].Text = strings.Repeat("Montagne ", 9) }, render.ErrOverflow, `slot "name"`},
		{"missing glyph", slot, func(s *render.Spec) { s.Fields[0].Text = "a\u4E2D" }, text.ErrMissing, "U+4E2D"},
		{"missing text", slot, func(s *render.Spec) { s.Fields = nil }, nil, `slot "name" has no text`},
		{"missing part", `<rect data-part="nothing" width="9" height="9"/>`, nil, nil, `no design "nothing"`},
		{"page too large", slot, func(s *render.Spec) { s.Width, s.Height = 1e9, 10 }, nil, "at most 100000"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := spec(t, design(t, "test", page("", test.body)))
			if test.change != nil {
				test.change(s)
			}
			d, err := render.Compose(s)
			if err == nil || d != nil {
				t.Fatalf("no error")
			}
			if test.is != nil && !errors.Is(err, test.is) {
				t.Errorf("%v is not %v", err, test.is)
			}
			if !strings.Contains(err.Error(), test.says) {
				t.Errorf("%v does not say %q", err, test.says)
			}
		})
	}
}

func TestShortForm(t *testing.T) {
	s := spec(t, design(t, "test", page("", `<rect data-slot="name" data-size="10" data-min="9" width="60" height="12" fill="#102030"/>`)))
	s.Fields = []render.Field{{Key: "name", Text: "Territoire Numérique Libre", Short: []string{"TNL"}}}
	if got := shapes(compose(t, s)); len(got) != 1 || got[0] != "text TNL" {
		t.Errorf("got %v, want the short form", got)
	}
}

func TestDesignFaults(t *testing.T) {
	tests := []struct{ attributes, body, says string }{
		{"", "\n<rect data-slott=\"name\" width=\"9\" height=\"9\"/>", "line 2: <rect> data-slott: unknown"},
		{"", `<rect data-if="level>=x" width="9" height="9"/>`, "not a whole number"},
		{"", `<circle data-slot="name" r="9"/>`, "a slot is a plain <rect>"},
		{"", `<rect data-slot="name" width="9" height="9" transform="rotate(30)"/>`, "upright"},
		{"", `<rect data-slot="name" width="9" height="9" fill="none"/>`, "may not be none"},
		{"", `<rect data-slot="name" data-size="huge" width="9" height="9"/>`, "not a number"},
		{"", `<rect data-ink="crimson" width="9" height="9"/>`, "no ink of the pack"},
		{"", `<g data-step="25"><rect width="9" height="9"/></g>`, "from 1 to 24"},
		{"", `<rect data-arms="" data-ground="crimson" width="9" height="9"/>`, "no ink of the pack"},
		{"", `<rect data-part="mark" data-ground="gold" width="9" height="9"/>`, "only arms"},
		{`data-seam-x="30 20"`, ``, "growing positions"},
		{`data-seem-x="30"`, ``, "root knows"},
	}
	for _, test := range tests {
		_, err := newDesign("test", page(test.attributes, test.body+`<rect width="1" height="1"/>`))
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s%s: got %v, want %q", test.attributes, test.body, err, test.says)
		}
	}
}

func TestBareColors(t *testing.T) {
	d := design(t, "test", page("", `<rect width="1" height="1" fill="#123456"/><rect width="1" height="1" fill="#008000"/><path d="M0 0h1v1z" fill="#123456"/><rect data-part="mark" width="9" height="9" fill="#999"/>`))
	if want := []render.RGB{{0x12, 0x34, 0x56}}; !reflect.DeepEqual(d.Bare, want) {
		t.Errorf("bare colours %v, want %v", d.Bare, want)
	}
}

// TestComposeIsPure holds that composing changes neither artwork nor spec, that
// it repeats, and that every coordinate is on the grid.
func TestComposeIsPure(t *testing.T) {
	d := design(t, "test", page(`data-seam-x="50"`, `
		<g clip-path="url(#c)"><rect data-step="1" width="33.3333" height="10"/></g>
		<clipPath id="c"><circle cx="7.77777" cy="5" r="9.99"/></clipPath>
		<rect data-slot="name" data-size="10" x="3" y="20" width="90" height="15" fill="#102030"/>`))
	s := spec(t, d)
	s.Width, s.Height, s.Specimen = 313, 111, "SPÉCIMEN"
	before := shapes(d.Art)
	a, b := compose(t, s), compose(t, s)
	if !reflect.DeepEqual(a, b) {
		t.Error("two compositions differ")
	}
	if !reflect.DeepEqual(shapes(d.Art), before) {
		t.Error("composing changed the artwork")
	}
	for _, x := range shapes(a) {
		var name string
		var v [4]float64
		if n, _ := fmt.Sscan(x, &name, &v[0], &v[1], &v[2], &v[3]); n < 5 {
			continue
		}
		for _, f := range v {
			if f != geom.Quantize(f, a.Step()/64) { // extrema of curves lie between
				t.Errorf("%s is off the grid", x)
			}
		}
	}
}

func TestSpecimenCoversThePicture(t *testing.T) {
	for _, size := range [][2]float64{{100, 40}, {400, 20}, {20, 400}, {300, 420}, {500, 500}} {
		s := spec(t, design(t, "test", page(`data-seam-x="50" data-seam-y="20"`, `<rect width="100" height="40" fill="#008000"/>`)))
		s.Width, s.Height, s.Specimen = size[0], size[1], "SPÉCIMEN"
		d := compose(t, s)
		r := geom.Nowhere()
		letters := mark(d)
		for _, g := range letters {
			r = r.Union(g.Children[0].(*render.Shape).Path.Bounds())
		}
		if len(letters) != len([]rune(s.Specimen)) {
			t.Fatalf("%v: the mark has %d nodes; one for each letter is last in the picture", size, len(letters))
		}
		if !d.Page().Contains(r, 0) {
			t.Errorf("%v: the word %v leaves the page", size, r)
		}
		if r.W() < 0.7*size[0] && r.H() < 0.7*size[1] {
			t.Errorf("%v: the word %v is small", size, r)
		}
	}
}

// TestSpecimenSparesCodes holds that the mark leaves a QR code, quiet zone
// included, as it is.
func TestSpecimenSparesCodes(t *testing.T) {
	s := spec(t, design(t, "test", page("", `<rect data-qr="" x="35" y="5" width="30" height="30"/>`)))
	s.Specimen, s.QR = "SPÉCIMEN", "https://labels.example.org/c/SPECIMEN"
	d := compose(t, s)
	page, code, hole := d.Page(), geom.Rect{X0: 35, Y0: 5, X1: 65, Y1: 35}, geom.Nowhere()
	for i, g := range mark(d) {
		r := g.Children[0].(*render.Shape).Path.Bounds()
		if g.Clip == nil {
			if !r.Intersect(code).Empty() {
				t.Errorf("letter %d, %v, is not clipped", i, r)
			}
			continue
		}
		p := g.Clip.Shapes[0].Path
		if g.Clip.Shapes[0].Rule != render.EvenOdd || len(p.Pts) != 8 || !p.Bounds().Contains(r.Intersect(page), 0) {
			t.Fatalf("letter %d: clip %v", i, p.Pts)
		}
		hole = hole.Union(geom.Rect{X0: p.Pts[4].X, Y0: p.Pts[4].Y, X1: p.Pts[6].X, Y1: p.Pts[6].Y})
	}
	if hole != code {
		t.Errorf("the holes in the mark are %v", hole)
	}
	s.QR = ""
	for _, g := range mark(compose(t, s)) {
		if g.Clip != nil {
			t.Error("a mark without a code is clipped")
		}
	}
}

// mark returns what is on the specimen layer, at the end of a drawing.
func mark(d *render.Drawing) []*render.Group {
	var letters []*render.Group
	for _, n := range d.Root.Children {
		if g, ok := n.(*render.Group); ok && g.Layer == render.LayerSpecimen {
			letters = append(letters, g)
		} else {
			letters = nil
		}
	}
	return letters
}

func BenchmarkCompose(b *testing.B) {
	s := spec(b, design(b, "badge", page("", `
		<rect x="0" y="0" width="100" height="40" fill="#102030"/>
		<rect data-slot="name" data-hug="x" data-size="12" x="20" y="10" width="40" height="20" fill="#DDDDDD"/>
		<rect x="70" y="0" width="30" height="40" fill="#FFD000"/>`)))
	b.ReportAllocs()
	for b.Loop() {
		compose(b, s)
	}
}
