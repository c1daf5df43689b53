package press_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"panonceau/catalog"
	"panonceau/press"
)

// TestPDFIsStrict holds the print files of every level to a reader that nobody
// here wrote, in its strict mode.
func TestPDFIsStrict(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	api.DisableConfigDir() // pdfcpu writes its settings to the user's home otherwise
	levels := []string{"2020/1", "2020/2", "2020/3", "2020/4", "2020/5", "2025/badge", "2025/bronze", "2025/argent", "2025/or"}
	for _, design := range []string{"sign", "sign-landscape", "plaque", "poster", "insert-full"} {
		for _, level := range levels {
			url := fmt.Sprintf("/tnl/%s/%s.pdf", level, design)
			b := draw(t, c, url)
			conf := model.NewDefaultConfiguration()
			conf.ValidationMode = model.ValidationStrict
			if err := api.Validate(bytes.NewReader(b), conf); err != nil {
				t.Errorf("%s: %v", url, err)
			}
			if len(b) > 150_000 {
				t.Errorf("%s: %d bytes; a print file takes at most 150 kB", url, len(b))
			}
		}
	}
}

// draw returns the file at an address.
func draw(t *testing.T, c *catalog.Catalog, url string) []byte {
	t.Helper()
	r, err := catalog.ParseRequest(url)
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	var b bytes.Buffer
	if err := press.Draw(&b, o); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	return b.Bytes()
}
