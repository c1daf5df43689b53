package proof

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"panonceau/fonts"
	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

var collection = sync.OnceValues(func() (*text.Collection, error) { return text.Load(fonts.FS) })

func typefaces(t testing.TB) *text.Collection {
	t.Helper()
	c, err := collection()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func filled(p *geom.Path, k *render.Ink) *render.Shape {
	return &render.Shape{Path: p, Fill: &render.Fill{Paint: paper.Paint(k), Opacity: 1}}
}

func on(l render.Layer, nodes ...render.Node) *render.Group {
	g := render.NewGroup(nodes...)
	g.Layer = l
	return g
}

// letterBox sets a text in artwork, for tests.
func letterBox(t testing.TB, what string, box geom.Rect, size float64, k *render.Ink) *render.Text {
	t.Helper()
	face, err := typefaces(t).Find("Barlow Condensed", 600)
	if err != nil {
		t.Fatal(err)
	}
	block, err := text.Fit(text.Box{W: box.W(), H: box.H(), Face: face, Size: size}, what)
	if err != nil {
		t.Fatal(err)
	}
	out := &render.Text{String: block.String(), Lang: "fr", Fill: &render.Fill{Paint: paper.Paint(k), Opacity: 1}}
	for _, g := range block.Glyphs() {
		out.Glyphs = append(out.Glyphs, render.Glyph{Outline: g.Outline, Matrix: geom.Translate(box.X0, box.Y0).Mul(g.Matrix)})
	}
	return out
}

// plaque has round corners, four holes, a name in letters of 20 mm and a bleed.
// Its unit is a tenth of a millimetre.
func plaque(t testing.TB, w, h float64) *render.Drawing {
	w, h = w*10, h*10
	edge, holes := new(geom.Path), new(geom.Path)
	edge.RoundRect(geom.Rect{X1: w, Y1: h}, 80, 80)
	for _, c := range [4]geom.Point{{X: 120, Y: 150}, {X: w - 120, Y: 150}, {X: 120, Y: h - 150}, {X: w - 120, Y: h - 150}} {
		holes.Ellipse(c, 30, 30)
	}
	ground := geom.Rect{X1: w, Y1: h}.Inset(-30).Path()
	return &render.Drawing{
		Width: w, Height: h, Unit: 0.1, Bleed: 30, Title: "Plaque", Lang: "fr",
		Meta: render.Meta{Label: "Commune fleurie", Edition: "2026", Level: "deux fleurs", Holder: "L’Haÿ-les-Roses",
			HolderID: "219400389", Notice: "dessin non officiel", License: "CC0-1.0"},
		Root: render.NewGroup(
			filled(ground, green),
			letterBox(t, "L’Haÿ-les-Roses", geom.RectWH(200, h/2, w-400, 300), 200, night),
			on(render.LayerCut, filled(edge, black)),
			on(render.LayerDrill, filled(holes, black)),
			on(render.LayerWhite, filled(ground, black)),
		),
	}
}

// crowdedPiece is a wide piece about which there is much to say.
func crowdedPiece(t testing.TB) *render.Drawing {
	d := plaque(t, 1300, 600)
	for i := range 14 {
		k := &render.Ink{Name: fmt.Sprintf("encre-%d", i), RGB: render.RGB{R: uint8(10 * i), G: 90}, RAL: "6016"}
		d.Root.Children = append(d.Root.Children, filled(geom.RectWH(float64(100*i), 0, 90, 90).Path(), k))
	}
	d.Meta.Label = "Communauté des villes et villages fleuris de la montagne et du littoral"
	d.Meta.Level = "trois fleurs et grand prix"
	d.Meta.Holder = "CC des Monts de Lacaune et de la Montagne du Haut Languedoc"
	holes := new(geom.Path)
	holes.Ellipse(geom.Pt(6500, 100), 41, 41)
	d.Root.Children = append(d.Root.Children, on(render.LayerDrill, filled(holes, black)))
	return d
}

// logo is white, and made for a dark page.
func logo(t testing.TB) *render.Drawing {
	white := &render.Ink{Name: "blanc", RGB: render.RGB{R: 255, G: 255, B: 255}}
	dot := new(geom.Path)
	dot.Ellipse(geom.Pt(20, 20), 20, 20)
	return &render.Drawing{Width: 200, Height: 40, Unit: render.Pixel, Title: "Logo",
		Meta: render.Meta{Specimen: true},
		Root: render.NewGroup(filled(dot, white), letterBox(t, "NIVEAU", geom.RectWH(50, 0, 150, 40), 30, white))}
}

// full is a ticket with every field as long as it may be.
func full(lang string, sheet Sheet) Ticket {
	return Ticket{
		Sheet: sheet, Lang: lang, Reference: "SMV-2026-014/B", Version: "12", Date: "2026-09-30",
		Product: "Plaque murale intérieure ou extérieure", Material: "acier inoxydable brossé 316L, grain 240",
		Thickness: 12.5, Film: "classe 2", Finish: "vernis mat deux faces, anti-graffiti",
		Fixing: "4 entretoises inox Ø 13 mm, platine de 20 mm", Quantity: 9999, Sign: true,
		Caution:   []string{"Une plaque fixée à moins de 2 m du sol a des angles arrondis."},
		Permalink: "https://labels.example/fleurs/holders/219400389/2026/plaque.pdf",
		Code:      "https://labels.example/fleurs/holders/219400389/2026/plaque.pdf",
	}
}

// samples are proofs of all kinds.
func samples(t testing.TB) map[string]struct {
	d *render.Drawing
	t Ticket
} {
	out := make(map[string]struct {
		d *render.Drawing
		t Ticket
	})
	for _, lang := range []string{"fr", "en"} {
		for name, sheet := range map[string]Sheet{"A4": A4, "A3": A3} {
			for size, d := range map[string]*render.Drawing{
				"300×200": plaque(t, 300, 200), "1300×600": crowdedPiece(t), "200×300": plaque(t, 200, 300), "800×2000": plaque(t, 800, 2000), "logo": logo(t),
			} {
				for kind, ticket := range map[string]Ticket{"blank": {Lang: lang, Sheet: sheet}, "full": full(lang, sheet)} {
					out[strings.Join([]string{size, name, lang, kind}, " ")] = struct {
						d *render.Drawing
						t Ticket
					}{d, ticket}
				}
			}
		}
	}
	return out
}

// TestLayout holds that all is inside the sheet, every text inside its cell,
// and no text on another.
func TestLayout(t *testing.T) {
	for name, sample := range samples(t) {
		t.Run(name, func(t *testing.T) {
			s, err := layOut(sample.d, sample.t, typefaces(t))
			if err != nil {
				t.Fatal(err)
			}
			inside := s.Page.Inset(margin)
			for _, n := range s.Nodes {
				if g := n.(*render.Group); g.Clip != nil {
					n = filled(g.Clip.Shapes[0].Path, black)
				}
				walk(n, func(n render.Node) {
					if b := nodeBounds(n); !b.IsNowhere() && b != s.Page && !inside.Contains(b, 0.2) {
						t.Errorf("%T at %v leaves the sheet %v", n, b, inside)
					}
				})
			}
			var ink []geom.Rect
			for i, c := range s.Cells {
				b := bounds(c.Text)
				ink = append(ink, b)
				if !c.Box.Contains(b, 0.05) {
					t.Errorf("%q at %v leaves its cell %v", c.Text.String, b, c.Box)
				}
				for j, other := range s.Cells[:i] {
					if !b.Intersect(ink[j]).Empty() {
						t.Errorf("%q lies on %q", c.Text.String, other.Text.String)
					}
				}
			}
		})
	}
}

// TestScale holds that lengths on the sheet are those of the piece, scaled.
func TestScale(t *testing.T) {
	for name, sample := range samples(t) {
		if strings.HasSuffix(name, "full") {
			continue // the figure is that of the blank one
		}
		s, err := layOut(sample.d, sample.t, typefaces(t))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var clip geom.Rect
		for _, n := range s.Nodes {
			if g := n.(*render.Group); g.Clip != nil {
				clip = g.Clip.Shapes[0].Path.Bounds()
			}
		}
		want := (s.piece.width + 2*s.piece.bleed) * s.scale.factor()
		if math.Abs(clip.W()-want) > 0.002 {
			t.Errorf("%s: the piece is %g mm wide on the sheet, want %g at %s", name, clip.W(), want, s.ratio())
		}
		// A blue line across, in the two parts that its number leaves.
		box := clip.Inset(s.piece.bleed * s.scale.factor())
		line := geom.Nowhere()
		for _, n := range s.Nodes {
			walk(n, func(n render.Node) {
				shape, ok := n.(*render.Shape)
				if !ok || shape.Stroke == nil || shape.Stroke.Paint != render.Paint(paper.Paint(blue)) {
					return
				}
				if b := shape.Path.Bounds(); b.H() == 0 && math.Abs(b.Y0-clip.Y1-dimensionLine) < 0.01 {
					line = line.Union(b)
				}
			})
		}
		if math.Abs(line.W()-box.W()) > 0.01 {
			t.Errorf("%s: the dimension line is %g mm long, the piece %g", name, line.W(), box.W())
		}
	}
}

func TestMeasure(t *testing.T) {
	p := measure(plaque(t, 300, 200), typefaces(t))
	if len(p.holes) != 4 || len(p.radii) != 1 || p.radii[0] != 8 {
		t.Fatalf("%d holes, corners of %v mm; want 4 and 8", len(p.holes), p.radii)
	}
	for _, h := range p.holes {
		x, y := h.fromEdges(p)
		if math.Abs(h.radius-3) > 0.05 || math.Abs(x-12) > 0.05 || math.Abs(y-15) > 0.05 {
			t.Errorf("hole of radius %g, %g × %g mm from the edges; want 3, 12 × 15", h.radius, x, y)
		}
	}
	if d := p.corner.Sub(geom.Pt(8, 8)).Len(); math.Abs(d-8) > 0.05 || p.corner.X > 8 || p.corner.Y > 8 {
		t.Errorf("the first corner is at %v", p.corner)
	}
	face, _ := typefaces(t).Find("Barlow Condensed", 600)
	if want := 20 * face.Metrics.XHeight; p.letters == nil || p.letters.capitals || math.Abs(p.letters.height-want) > 1e-6 {
		t.Errorf("letters %+v, want an x of %g mm", p.letters, want)
	}
	if p.dark || !p.has(render.LayerWhite) || len(p.swatches) != 2 {
		t.Errorf("dark %v, colours %v", p.dark, p.swatches)
	}

	p = measure(logo(t), typefaces(t))
	if want := 30 * render.Pixel * face.Metrics.CapHeight; p.letters == nil || !p.letters.capitals || math.Abs(p.letters.height-want) > 1e-6 {
		t.Errorf("letters %+v, want capitals of %g mm", p.letters, want)
	}
	if !p.dark {
		t.Error("a white logo is shown on a light ground")
	}
}

// TestListed: inks that a printer mixes are told before colours that he cannot
// look up.
func TestListed(t *testing.T) {
	ink := &render.Ink{Name: "nuit"}
	got := listed([]swatch{{rgb: render.RGB{R: 1}}, {rgb: render.RGB{R: 2}, ink: ink}, {rgb: render.RGB{R: 3}}})
	for i, want := range []uint8{2, 1, 3} {
		if got[i].rgb.R != want {
			t.Fatalf("%v", got)
		}
	}
}

// TestNothingForMachines holds that a proof cuts nothing, and leaves what it
// was given as it was.
func TestNothingForMachines(t *testing.T) {
	d := plaque(t, 300, 200)
	before := fmt.Sprintf("%#v", d.Root.Children)
	out, err := Compose(d, full("fr", A4), typefaces(t))
	if err != nil {
		t.Fatal(err)
	}
	walk(out.Root, func(n render.Node) {
		if g, ok := n.(*render.Group); ok && g.Layer.Technical() {
			t.Errorf("a group on layer %s", g.Layer)
		}
	})
	if after := fmt.Sprintf("%#v", d.Root.Children); after != before {
		t.Error("the piece has changed")
	}
	again, err := Compose(plaque(t, 300, 200), full("fr", A4), typefaces(t))
	if err != nil || !reflect.DeepEqual(out, again) {
		t.Errorf("the same proof twice differs: %v", err)
	}
}

func TestRefusals(t *testing.T) {
	long := full("fr", A4)
	long.Reference = strings.Repeat("W", 60)
	_, err := Compose(plaque(t, 300, 200), long, typefaces(t))
	if !errors.Is(err, render.ErrOverflow) {
		t.Errorf("a reference of 60 W: %v, want an overflow", err)
	}
	if _, err := Compose(&render.Drawing{Width: math.Inf(1), Height: 1, Unit: 1, Root: render.NewGroup()}, Ticket{}, typefaces(t)); err == nil {
		t.Error("an endless piece has a proof")
	}
	if _, err := Compose(plaque(t, 90000, 200), Ticket{}, typefaces(t)); !errors.Is(err, errScale) {
		t.Errorf("a piece of 90 m: %v", err)
	}
}

// TestWords holds that each language says everything.
func TestWords(t *testing.T) {
	for lang, w := range map[string]words{"fr": french, "en": english} {
		if len(w.terms) != len(termWords) {
			t.Errorf("%s: %d terms for %d words", lang, len(w.terms), len(termWords))
		}
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			if f := v.Field(i); f.IsZero() || f.Kind() == reflect.Slice && f.Len() != reflect.ValueOf(french).Field(i).Len() {
				t.Errorf("%s: nothing for %s", lang, v.Type().Field(i).Name)
			}
		}
	}
}

func TestLargest(t *testing.T) {
	tests := []struct {
		w, h float64
		want scale
	}{
		{500, 700, scale{1, 5}},
		{100, 100, scale{1, 1}},
		{101, 1, scale{1, 2}},
		{5.29, 5.29, scale{10, 1}},
		{0.1, 0.1, scale{20, 1}},
		{20000, 10, scale{1, 200}},
	}
	for _, tt := range tests {
		got, ok := largest(tt.w, tt.h, 100, 140)
		if !ok || got != tt.want {
			t.Errorf("%g × %g: %v, want %v", tt.w, tt.h, got, tt.want)
		}
	}
	if _, ok := largest(20001, 1, 100, 140); ok {
		t.Error("20 m fit 10 cm")
	}
}

// TestGolden holds the texts of two proofs and where they stand.
func TestGolden(t *testing.T) {
	specimen := logo(t)
	specimen.Meta.Holder = "Y"
	for name, sample := range map[string]struct {
		d *render.Drawing
		t Ticket
	}{
		"plaque-fr": {plaque(t, 300, 200), full("fr", A4)},
		"logo-en":   {specimen, Ticket{}},
	} {
		s, err := layOut(sample.d, sample.t, typefaces(t))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		fmt.Fprintf(&b, "sheet %g × %g, scale %s\n", s.Page.X1, s.Page.Y1, s.ratio())
		for _, c := range s.Cells {
			r := bounds(c.Text)
			fmt.Fprintf(&b, "%7.2f %7.2f %6.2f × %5.2f  %s\n", r.X0, r.Y0, r.W(), r.H(), strings.ReplaceAll(c.Text.String, "\n", " ⏎ "))
		}
		golden.Text(t, name+".txt", b.Bytes())
	}
}

// walk visits all nodes below n, and n.
func walk(n render.Node, visit func(render.Node)) {
	visit(n)
	if g, ok := n.(*render.Group); ok {
		for _, c := range g.Children {
			walk(c, visit)
		}
	}
}

// nodeBounds returns what n covers; groups are left to their children.
func nodeBounds(n render.Node) geom.Rect {
	switch n := n.(type) {
	case *render.Shape:
		return n.Path.Bounds()
	case *render.Text:
		return bounds(n)
	}
	return geom.Nowhere()
}
