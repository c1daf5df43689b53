package press_test

import (
	"bytes"
	"os"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
)

// TestArms draws every design that shows a coat of arms, with one drawn in
// translucent gradients and one made of pixels, in the formats that it is for.
func TestArms(t *testing.T) {
	rows, err := os.ReadFile("../testdata/arms/tnl-holders.csv")
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(catalog.Sources{Registry: rows, RegistryName: "tnl-holders.csv", Arms: os.DirFS("../testdata/arms")})
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, d := range c.Pack("tnl").Designs {
		if !d.Orderable() {
			continue
		}
		files := []string{".svg"}
		if d.For == catalog.ForPrint {
			files = append(files, ".pdf", ".tiff?dpi=36")
		}
		for _, holder := range []string{"xecu", "xbandeau"} {
			for _, file := range files {
				address := "/tnl/holders/" + holder + "/2025/" + d.ID + file
				r, err := catalog.ParseRequest(address)
				if err != nil {
					t.Fatal(err)
				}
				o, err := c.Resolve(r)
				if err != nil {
					t.Errorf("%s: %v", address, err)
					continue
				}
				if o.Spec.Arms == nil {
					continue
				}
				shown++
				var b bytes.Buffer
				if err := press.Draw(&b, o); err != nil {
					t.Errorf("%s: %v", address, err)
				}
				if bytes.HasPrefix(b.Bytes(), []byte("<?xml")) && b.Len() > 150_000 {
					t.Errorf("%s: %d bytes", address, b.Len())
				}
			}
		}
	}
	if shown < 20 {
		t.Errorf("only %d pictures show arms", shown)
	}
}
