package preflight_test

import (
	"bytes"
	"errors"
	"testing"

	"panonceau/catalog"
	"panonceau/internal/preflight"
	"panonceau/press"
	"panonceau/render"
	"panonceau/render/tiff"
)

// Every design of the bundled packs keeps the rules of print files, at every
// level of the newest edition of each scale and in both levels of PDF/X, and
// weighs little.
func TestBundledDesigns(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, address := range addresses(c) {
		r, err := catalog.ParseRequest(address)
		if err != nil {
			t.Fatal(err)
		}
		o, err := c.Resolve(r)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		var b bytes.Buffer
		switch err := press.Draw(&b, o); {
		case errors.Is(err, press.ErrUnsuited) || errors.Is(err, catalog.ErrRefused):
			continue
		case err != nil:
			t.Errorf("%s: %v", address, err)
			continue
		}
		files++
		report, err := preflight.Check(b.Bytes())
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		for _, x := range report.Results {
			if x.Status == preflight.Breaks || x.Rule == "ink" && x.Status != preflight.Holds {
				t.Errorf("%s: %s: %s", address, x.Rule, x.Text)
			}
		}
		if d, err := render.Compose(o.Spec); err != nil {
			t.Errorf("%s: %v", address, err)
		} else if most, err := tiff.TotalInk(d, tiff.Options{DPI: 10}); err != nil || most > 300 {
			t.Errorf("%s: %.0f %% of ink on the plates, error %v", address, most, err)
		}
		if b.Len() > 200<<10 {
			t.Errorf("%s: %d bytes", address, b.Len())
		}
	}
	if files == 0 {
		t.Error("no design makes a print file")
	}
	t.Logf("%d files", files)
}

// addresses returns the print files of every design and level.
func addresses(c *catalog.Catalog) (all []string) {
	for _, p := range c.Packs {
		for _, scale := range p.Scales {
			var newest *catalog.Edition
			for _, e := range p.Editions {
				if e.Scale == scale {
					newest = e
				}
			}
			if newest == nil {
				continue
			}
			for i, l := range scale.Levels {
				for _, d := range p.Designs {
					if d.Orderable() && (!testing.Short() || i == 0) {
						base := "/" + p.ID + "/" + newest.ID + "/" + l.ID + "/" + d.ID + ".pdf"
						all = append(all, base, base+"?profile=x1a")
					}
				}
			}
		}
	}
	return all
}
