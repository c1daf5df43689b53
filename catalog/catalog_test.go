package catalog

import (
	"os"
	"sync"
	"testing"
)

var (
	loadTest = sync.OnceValues(func() (*Catalog, error) {
		return Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot"})
	})
	loadBundled = sync.OnceValues(func() (*Catalog, error) { return Load(Sources{}) })
)

// testPacks returns the pack that is made for tests.
func testPacks(t testing.TB) *Catalog { return must(t, loadTest) }

// bundled returns what the program carries.
func bundled(t testing.TB) *Catalog { return must(t, loadBundled) }

func must(t testing.TB, load func() (*Catalog, error)) *Catalog {
	t.Helper()
	c, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLoad(t *testing.T) {
	c := testPacks(t)
	if c.Pack("coquelicot") == nil || c.Pack("tnl") != nil || len(c.Packs) != 1 {
		t.Fatalf("packs %v", c.Packs)
	}
}

// TestArtworkIsReadWhole holds that nothing of the artwork is left out, and
// that whatever goes to a press has an ink.
func TestArtworkIsReadWhole(t *testing.T) {
	for _, c := range []*Catalog{testPacks(t), bundled(t)} {
		for _, p := range c.Packs {
			for _, d := range p.Designs {
				for _, s := range d.Styles {
					for _, i := range s.Issues {
						t.Errorf("%s: %s", d.ID, i)
					}
				}
			}
		}
	}
}
