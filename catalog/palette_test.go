package catalog

import (
	"testing"

	"panonceau/render"
)

func TestContrast(t *testing.T) {
	white, black := render.RGB{R: 255, G: 255, B: 255}, render.RGB{}
	for _, c := range []struct {
		a, b render.RGB
		want float64
	}{
		{white, black, 21},
		{black, white, 21},
		{white, white, 1},
		{render.RGB{R: 0x76, G: 0x76, B: 0x76}, white, 4.54}, // the lightest grey that passes, as is well known
		{render.RGB{R: 0x77, G: 0x77, B: 0x77}, white, 4.48},
	} {
		if got := contrast(c.a, c.b); got != c.want {
			t.Errorf("%v on %v: %g, want %g", c.a, c.b, got, c.want)
		}
	}
}

func TestPalettes(t *testing.T) {
	p := testPacks(t).Packs[0]
	for _, c := range []struct{ variant, theme, ink, light, dark string }{
		{"plain", "light", "encre", "encre", ""},
		{"plain", "dark", "encre", "craie", ""},
		{"plain", "auto", "encre", "encre", "craie"},
		{"plain", "auto", "pavot", "pavot", ""},
		{"line", "light", "pavot", "encre", ""},
		{"line", "dark", "pavot", "craie", ""},
		{"line", "auto", "pavot", "encre", "craie"},
	} {
		got := p.palette(c.variant, c.theme).ink(p.ink(c.ink))
		if got.RGB != p.ink(c.light).RGB || (got.Dark == nil) != (c.dark == "") || (got.Dark != nil && *got.Dark != p.ink(c.dark).RGB) {
			t.Errorf("%s %s: %s becomes %+v", c.variant, c.theme, c.ink, got)
		}
	}
}

// TestTextOnLevels holds which ink the small text on each level has.
func TestTextOnLevels(t *testing.T) {
	p := bundled(t).Pack("tnl")
	want := map[string]string{
		"1": "blanc", "2": "blanc", "3": "nuit", "4": "nuit", "5": "nuit",
		"badge": "blanc", "bronze": "blanc", "argent": "nuit", "or": "nuit",
	}
	for _, l := range p.levels {
		on := p.palettes[0].on[l.index]
		if on.ink.Name != want[l.ID] || on.ratio < minContrast {
			t.Errorf("level %s: %s, %.2f; want %s", l.ID, on.ink.Name, on.ratio, want[l.ID])
		}
	}
}
