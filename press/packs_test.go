package press_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
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
