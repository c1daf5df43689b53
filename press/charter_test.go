package press

import (
	"os"
	"slices"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/geom"
)

// TestCharters holds that every label has a charter in each of its languages:
// all of it on the sheet, nothing set over something else, every ink named.
func TestCharters(t *testing.T) {
	for _, packs := range []string{"", "../testdata/packs"} {
		var sources catalog.Sources
		if packs != "" {
			sources.Packs = os.DirFS(packs)
		}
		c, err := catalog.Load(sources)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range c.Packs {
			for _, lang := range p.Languages {
				checkCharter(t, c, p, lang)
			}
		}
	}
}

func checkCharter(t *testing.T, c *catalog.Catalog, p *catalog.Pack, lang string) {
	t.Helper()
	r, err := catalog.ParseRequest("/" + p.ID + "/charter.svg?lang=" + lang)
	if err != nil {
		t.Fatal(err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatal(err)
	}
	d, err := compose(o)
	if err != nil {
		t.Errorf("%s: %v", r, err)
		return
	}
	shown := sampleWords(t, o)
	var words []string
	var boxes []geom.Rect
	for _, n := range d.Root.Children {
		g, ok := n.(*render.Group)
		if !ok {
			continue
		}
		for _, n := range g.Children {
			if text, ok := n.(*render.Text); ok && !shown[text.String] && text.String != "x" {
				words, boxes = append(words, text.String), append(boxes, text.Path().Bounds())
			}
		}
	}
	page := d.Page()
	for i, b := range boxes {
		if b.X0 < page.X0+10 || b.X1 > page.X1-10 || b.Y0 < 5 || b.Y1 > page.Y1-5 {
			t.Errorf("%s: %q is at %v, off the sheet", r, words[i], b)
		}
		for j, other := range boxes[:i] {
			if in := b.Intersect(other); in.W() > 0.1 && in.H() > 0.1 {
				t.Errorf("%s: %q is set over %q", r, words[i], words[j])
			}
		}
	}
	said := strings.Join(words, "\n")
	for _, k := range o.Charter.Inks {
		if !strings.Contains(said, k.Name) {
			t.Errorf("%s: the ink %q is not named", r, k.Name)
		}
	}
	if name := p.Name(lang); !slices.Contains(words, name) && !shown[name] {
		t.Errorf("%s: the label is not named", r)
	}
}

// sampleWords returns what is written in the pictures that a charter shows.
func sampleWords(t *testing.T, o *catalog.Order) map[string]bool {
	t.Helper()
	words := make(map[string]bool)
	samples := slices.Clone(o.Charter.Versions)
	if o.Charter.Logo != nil {
		samples = append(samples, *o.Charter.Logo)
	}
	for _, s := range samples {
		d, err := render.Compose(s.Spec)
		if err != nil {
			t.Fatal(err)
		}
		var walk func(n render.Node)
		walk = func(n render.Node) {
			switch n := n.(type) {
			case *render.Group:
				for _, c := range n.Children {
					walk(c)
				}
			case *render.Text:
				words[n.String] = true
			}
		}
		walk(d.Root)
	}
	return words
}
