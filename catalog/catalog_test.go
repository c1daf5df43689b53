package catalog

import (
	"os"
	"testing"
)

// testPacks loads the pack that is made for tests.
func testPacks(t testing.TB) *Catalog {
	t.Helper()
	c, err := Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// bundled loads what the program carries.
func bundled(t testing.TB) *Catalog {
	t.Helper()
	c, err := Load(Sources{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestLoad(t *testing.T) {
	c := testPacks(t)
	p := c.Pack("coquelicot")
	if p == nil || c.Pack("tnl") != nil || len(c.Packs) != 1 {
		t.Fatalf("packs %v", c.Packs)
	}
	for _, d := range p.Designs {
		for _, s := range d.Styles {
			for _, i := range s.Issues {
				t.Errorf("%s: %s", d.ID, i)
			}
		}
	}
}
