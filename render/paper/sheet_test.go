package paper_test

import (
	"testing"

	"panonceau/fonts"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

var black = &render.Ink{Name: "black", CMYK: [4]float64{0, 0, 0, 100}}

func newSheet(t *testing.T) (*paper.Sheet, paper.Style) {
	t.Helper()
	all, err := text.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	face, err := all.Find("Barlow", 400)
	if err != nil {
		t.Fatal(err)
	}
	s := &paper.Sheet{Page: geom.Rect{X1: 210, Y1: 297}, Lang: "fr"}
	return s, paper.Style{Face: face, Size: 4, Least: 3, Leading: 5, Ink: black}
}

// TestSetTakesTheHeightOfItsLines holds that what follows a text can be placed
// below it.
func TestSetTakesTheHeightOfItsLines(t *testing.T) {
	s, st := newSheet(t)
	for _, c := range []struct {
		words string
		most  int
		want  float64
	}{{"", 3, 0}, {"Nuit", 3, 5}, {"Une phrase qui demande deux lignes dans une colonne étroite", 3, 15}} {
		if got := s.Set(geom.RectWH(10, 10, 50, 60), st, c.most, c.words); got != c.want {
			t.Errorf("%q: height %g, want %g", c.words, got, c.want)
		}
	}
	if s.Err != nil {
		t.Fatal(s.Err)
	}
	for _, c := range s.Cells {
		if b := c.Text.Path().Bounds(); b.X0 < 9 || b.X1 > 61 || b.Y0 < 10 || b.Y1 > c.Box.Y1+st.Size/2 {
			t.Errorf("%q is set at %v, outside its cell", c.Text.String, b)
		}
	}
}

// TestOverflowIsKept holds that a text that does not fit makes the sheet fail,
// and that the first error stays.
func TestOverflowIsKept(t *testing.T) {
	s, st := newSheet(t)
	s.Set(geom.RectWH(0, 0, 2, 5), st, 1, "Anticonstitutionnellement")
	if s.Err == nil {
		t.Fatal("a long word fits 2 mm")
	}
	first := s.Err
	s.Set(geom.RectWH(0, 0, 3, 5), st, 1, "Anticonstitutionnellement")
	if s.Err != first {
		t.Error("a later error replaced the first one")
	}
}

// TestDrawLeavesOthersAlone holds that what is drawn after a foreign group does
// not become part of it: it may be shared with another picture.
func TestDrawLeavesOthersAlone(t *testing.T) {
	s, _ := newSheet(t)
	s.Fill(s.Page.Path(), black)
	art := render.NewGroup()
	s.Nodes = append(s.Nodes, art)
	s.Fill(s.Page.Path(), black)
	s.Rule(s.Page, 10, black, 0.1)
	if len(art.Children) != 0 {
		t.Errorf("%d nodes were added to a foreign group", len(art.Children))
	}
	if len(s.Nodes) != 3 {
		t.Errorf("%d nodes, want 3", len(s.Nodes))
	}
}
