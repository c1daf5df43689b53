package press_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
	"panonceau/render/geom"
)

// TestPacks serves every design of the packs that differ from the bundled one in
// everything: at every level, in every language, variant and style, for every
// award of their registries, in all its states.
func TestPacks(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Base: "https://labels.example"})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range c.Packs {
		for _, issue := range p.Issues {
			t.Error(issue)
		}
		for _, d := range p.Designs {
			for i := range d.Styles {
				for _, issue := range d.Styles[i].Issues {
					t.Error(issue)
				}
			}
		}
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			servePack(t, c, p)
		})
	}
}

func servePack(t *testing.T, c *catalog.Catalog, p *catalog.Pack) {
	newest := p.Editions[len(p.Editions)-1]
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		for _, lang := range p.Languages {
			for _, l := range newest.Levels() {
				serve(t, c, fmt.Sprintf("/%s/%s/%s/%s.svg?lang=%s", p.ID, newest.ID, l.ID, d.ID, lang), "<svg")
			}
			top := newest.Levels()[len(newest.Scale.Levels)-1]
			at := fmt.Sprintf("/%s/%s/%s/%s", p.ID, newest.ID, top.ID, d.ID)
			for _, v := range d.Variants {
				serve(t, c, fmt.Sprintf("%s.png?lang=%s&variant=%s&width=%d", at, lang, v, int(max(d.MinPx, 64))), "\x89PNG")
			}
			for _, s := range d.Styles[1:] {
				serve(t, c, at+".svg?lang="+lang+"&style="+s.ID, "<svg")
			}
			for _, m := range d.Materials {
				serve(t, c, at+".svg?lang="+lang+"&material="+m, "<svg")
			}
			for _, h := range d.Hide {
				serve(t, c, at+".svg?lang="+lang+"&hide="+h, "<svg")
			}
			if d.For == catalog.ForPrint {
				serve(t, c, at+".pdf?lang="+lang, "%PDF")
			}
			for _, h := range c.Holders(p.ID) {
				for _, a := range h.Awards {
					serve(t, c, fmt.Sprintf("/%s/holders/%s/%s/%s.svg?lang=%s", p.ID, h.ID, a.Edition, d.ID, lang), "<svg")
				}
			}
		}
	}
}

// serve draws an address. What the charter refuses is no fault.
func serve(t *testing.T, c *catalog.Catalog, address, magic string) {
	t.Helper()
	r, err := catalog.ParseRequest(address)
	if err != nil {
		t.Errorf("%s: %v", address, err)
		return
	}
	o, err := c.Resolve(r)
	if err != nil {
		if e, ok := err.(*catalog.Error); !ok || e.Kind != catalog.ErrRefused {
			t.Errorf("%s: %v", address, err)
		}
		return
	}
	var b bytes.Buffer
	if err := press.Draw(&b, o); err != nil {
		t.Errorf("%s: %v", address, err)
		return
	}
	if !strings.Contains(b.String()[:min(b.Len(), 200)], magic) {
		t.Errorf("%s: %q is no picture", address, b.String()[:min(b.Len(), 40)])
	}
}

// TestRightToLeftPages: what begins at the left in French begins at the right in
// Arabic, Latin names too, and what is in a script of the pack's fonts is drawn.
func TestRightToLeftPages(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "ponts"})
	if err != nil {
		t.Fatal(err)
	}
	// Where the text of each language stands in the logo, 318 wide with the
	// medal beside it.
	for _, l := range []struct {
		lang, text string
		fromLeft   bool
	}{{"fr", "Villes-ponts", true}, {"zh", "桥梁城市", true}, {"ar", "مدن الجسور", false}, {"ar", "دورة 2026", false}} {
		d := composed(t, c, "/ponts/2026/or/logo.svg?lang="+l.lang)
		ink := inkOf(d.Root, l.text)
		if ink.IsNowhere() {
			t.Errorf("%s: no text %q", l.lang, l.text)
			continue
		}
		if edge := ink.X0; l.fromLeft && math.Abs(edge-112) > 0.1 {
			t.Errorf("%s: %q begins at %g, want 112", l.lang, l.text, edge)
		}
		if edge := ink.X1; !l.fromLeft && math.Abs(edge-206) > 0.1 {
			t.Errorf("%s: %q begins at %g, want 206", l.lang, l.text, edge)
		}
	}
	d := composed(t, c, "/ponts/holders/xlehavre/2026/plaque.svg?lang=ar")
	if ink := inkOf(d.Root, "Le Havre"); math.Abs(ink.X1-168) > 0.1 {
		t.Errorf("a Latin name on an Arabic page begins at %g, want 168", ink.X1)
	}
}

func composed(t *testing.T, c *catalog.Catalog, address string) *render.Drawing {
	t.Helper()
	r, err := catalog.ParseRequest(address)
	if err != nil {
		t.Fatal(err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatal(err)
	}
	d, err := render.Compose(o.Spec)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return d
}

// inkOf returns the place of a text, or Nowhere.
func inkOf(n render.Node, text string) geom.Rect {
	out := geom.Nowhere()
	switch n := n.(type) {
	case *render.Group:
		for _, c := range n.Children {
			out = out.Union(inkOf(c, text))
		}
	case *render.Text:
		if n.String != text {
			break
		}
		for _, g := range n.Glyphs {
			out = out.Union(g.Outline.Transform(g.Matrix).Bounds())
		}
	}
	return out
}
