package artwork_test

import (
	"fmt"
	"image"
	"math"
	"slices"
	"testing"

	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/raster"
	"panonceau/render/text"
)

// Bounds of the layout.
const (
	edge      = 3.0 // mm between text and the edge of what is printed
	fine      = 4.5 // contrast of text (WCAG 2.2, 1.4.3)
	coarse    = 3.0 // of large text
	largeText = 5.0 // mm: height of glyphs from which text is large, in print
	largePx   = 18  // px: the same on screens
	viewSide  = 480 // px: longer side of the pictures that contrast is measured on
)

// TestLayout holds for every design, in every style, with names that are short,
// long, in two languages, several mentions, with and without a QR code and arms:
// no two texts touch, none touches the arms or the quiet zone of the code, none
// comes near the edge of what is printed, and all can be read on what lies below.
func TestLayout(t *testing.T) {
	names := []string{
		"", "Y", "CC des Monts de Lacaune et de la Montagne du Haut Languedoc",
		"Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson / Sant-Remig-en-Bouzemont-Sant-Genest-hag-Isson",
	}
	levels := []catalog.Request{{Edition: "2020", Level: "4"}, {Edition: "2025", Level: "argent", Lang: "en"}, {Edition: "2021", Level: "1"}}
	for _, d := range pack(t).Designs {
		if !d.Orderable() {
			continue
		}
		for _, style := range d.Styles {
			for i, r := range levels {
				r.Label, r.Design, r.Style, r.Ext = "tnl", d.ID, style.ID, "svg"
				for j, name := range names {
					s := withMentions(named(spec(t, r), name))
					if (i+j)%2 == 1 {
						withQR(s)
						withArms(s)
					}
					checkLayout(t, d, fmt.Sprintf("%s, %q", r, name), s)
				}
			}
		}
	}
}

// TestLayoutOfVersions holds the same in every variant and material.
func TestLayoutOfVersions(t *testing.T) {
	p := pack(t)
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		r := catalog.Request{Label: "tnl", Edition: "2020", Level: "2", Design: d.ID, Ext: "svg", Name: "Les Sables-d'Olonne"}
		for _, r.Variant = range d.Variants {
			checkLayout(t, d, r.String(), spec(t, r, withQR, withArms))
		}
		r.Variant = ""
		for _, r.Material = range d.Materials {
			checkLayout(t, d, r.String(), spec(t, r, withQR, withArms))
		}
	}
}

// withMentions gives a picture three mentions.
func withMentions(s *render.Spec) *render.Spec {
	said := text.Typeset("fr", "Mention spéciale du jury pour l'accompagnement des associations · Open data et transparence de la vie publique · Éducation au numérique libre")
	s.Fields = append(slices.Clone(s.Fields), render.Field{Key: "mentions", Text: said})
	s.Facts = append(slices.Clone(s.Facts), render.Fact{Name: "mention", Value: said})
	return s
}

func checkLayout(t *testing.T, design *catalog.Design, what string, s *render.Spec) {
	t.Helper()
	d, err := render.Compose(s)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	texts := textsOf(d)
	page := d.Page()
	if design.For == catalog.ForPrint {
		page = page.Inset(edge / d.Unit)
	}
	keep := keptFree(d)
	for i, a := range texts {
		for _, g := range a.glyphs {
			if !page.Contains(g, 1e-3) {
				t.Errorf("%s: %q comes too near the edge", what, a.String)
				break
			}
		}
		for _, k := range keep {
			if a.touches([]geom.Rect{k}) {
				t.Errorf("%s: %q touches the arms or the QR code", what, a.String)
			}
		}
		for _, b := range texts[i+1:] {
			if a.touches(b.glyphs) {
				t.Errorf("%s: %q touches %q", what, a.String, b.String)
			}
		}
	}
	under := render.RGB{R: 255, G: 255, B: 255}
	for _, f := range s.Facts {
		if f.Name == "variant" && pack(t).OnDark(f.Value) {
			under = pack(t).Night()
		}
	}
	checkContrast(t, what, d, texts, under)
}

// A setText is a text of a picture with the boxes of its glyphs.
type setText struct {
	*render.Text
	glyphs []geom.Rect
}

func textsOf(d *render.Drawing) (texts []setText) {
	eachText(d.Root, func(n *render.Text) {
		s := setText{Text: n}
		for _, g := range n.Glyphs {
			if r := g.Outline.Transform(g.Matrix).Bounds(); !r.Empty() {
				s.glyphs = append(s.glyphs, r)
			}
		}
		texts = append(texts, s)
	})
	return texts
}

func (s setText) touches(boxes []geom.Rect) bool {
	for _, g := range s.glyphs {
		for _, b := range boxes {
			if !g.Intersect(b).Empty() {
				return true
			}
		}
	}
	return false
}

// keptFree returns the places of the QR code, quiet zone included, and of the
// arms.
func keptFree(d *render.Drawing) (keep []geom.Rect) {
	if code := codeOf(d); code != nil {
		r := code.Path.Bounds()
		keep = append(keep, r.Inset(-r.W()/29*4+1e-3))
	}
	var walk func(g *render.Group)
	walk = func(g *render.Group) {
		for _, n := range g.Children {
			switch n := n.(type) {
			case *render.Group:
				walk(n)
			case *render.Shape:
				if c, ok := n.Fill.Paint.(render.Color); ok && c.RGB == armsColor {
					keep = append(keep, n.Path.Bounds())
				}
			}
		}
	}
	walk(d.Root)
	return keep
}

// checkContrast compares each text with what lies below its glyphs: the picture
// without text, on a page of the colour under.
func checkContrast(t *testing.T, what string, d *render.Drawing, texts []setText, under render.RGB) {
	t.Helper()
	k := viewSide / max(d.Width, d.Height)
	ground := *d
	ground.Root = withoutText(d.Root)
	m, err := raster.Draw(&ground, max(1, int(d.Width*k)), max(1, int(d.Height*k)), raster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range texts {
		want, height := fine, 0.0
		for _, g := range s.glyphs {
			height = max(height, g.H())
		}
		if d.Unit == render.Pixel && height >= largePx || d.Unit != render.Pixel && height*d.Unit >= largeText {
			want = coarse
		}
		color := s.Fill.Paint.(render.Color).RGB
		for _, g := range s.glyphs {
			if got := leastContrast(m, color, under, g, k); got < want {
				t.Errorf("%s: %q has a contrast of %.2f, want %g", what, s.String, got, want)
				break
			}
		}
	}
}

// leastContrast returns the least contrast of a colour with the pixels of a box.
func leastContrast(m *image.NRGBA, c, under render.RGB, box geom.Rect, k float64) float64 {
	least := 21.0
	at := image.Rect(int(box.X0*k), int(box.Y0*k), int(math.Ceil(box.X1*k)), int(math.Ceil(box.Y1*k))).Intersect(m.Rect)
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			p := m.NRGBAAt(x, y)
			over := func(v, w uint8) uint8 { return uint8((int(v)*int(p.A) + int(w)*(255-int(p.A))) / 255) }
			least = min(least, contrast(c, render.RGB{R: over(p.R, under.R), G: over(p.G, under.G), B: over(p.B, under.B)}))
		}
	}
	return least
}

// withoutText returns a copy of g without texts.
func withoutText(g *render.Group) *render.Group {
	out := *g
	out.Children = nil
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			out.Children = append(out.Children, withoutText(n))
		case *render.Text:
		default:
			out.Children = append(out.Children, n)
		}
	}
	return &out
}
