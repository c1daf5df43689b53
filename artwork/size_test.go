package artwork_test

import (
	"testing"

	"panonceau/catalog"
	"panonceau/render"
)

// least is the least font size in print, in millimetres: 5.5 points.
const least = 1.94

// TestPrintSizes holds that all text of designs for print can be read at the
// smallest size on offer, whatever the name.
func TestPrintSizes(t *testing.T) {
	names := append(hardNames(t)[:1], "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson / Sant-Remig-en-Bouzemont-Sant-Genest-hag-Isson")
	for _, design := range pack(t).Designs {
		if design.For != catalog.ForPrint {
			continue
		}
		for _, name := range names {
			s := withMentions(named(spec(t, smallest(t, design.ID), withQR), name))
			d, err := render.Compose(s)
			if err != nil {
				t.Fatalf("%s: %v", design.ID, err)
			}
			eachText(d.Root, func(n *render.Text) {
				if len(n.Glyphs) == 0 {
					return
				}
				if size := n.Glyphs[0].Matrix.D * unitsPerEm * d.Unit; size < least {
					t.Errorf("%s: %q is %.2f mm high, want %g", design.ID, n.String, size, least)
				}
			})
		}
	}
}

// TestUses holds that every design says what it is for and how small it may be.
func TestUses(t *testing.T) {
	p := pack(t)
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		for _, lang := range p.Languages {
			if d.Name[lang] == "" || d.Purpose[lang] == "" {
				t.Errorf("%s: no name or no use in %s", d.ID, lang)
			}
		}
		if d.MinPx == 0 && d.MinMM == 0 {
			t.Errorf("%s: no least size", d.ID)
		}
		for _, s := range d.Sizes {
			if s.W < d.MinMM {
				t.Errorf("%s: size %s is narrower than the least, %g mm", d.ID, s.ID, d.MinMM)
			}
		}
	}
}
