package press

import (
	"bytes"
	"strings"
	"testing"

	"panonceau/catalog"
)

// TestProofs draws proofs in every format that has them: they are sheets, show
// their texts, and make no machine cut.
func TestProofs(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	draw := func(address string) string {
		t.Helper()
		r, err := catalog.ParseRequest(address)
		if err != nil {
			t.Fatal(err)
		}
		o, err := c.Resolve(r)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Draw(&b, o); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
		return b.String()
	}
	if s := draw("/tnl/2020/3/plaque.svg?proof=a4"); !strings.Contains(s, `width="297mm" height="210mm"`) || !strings.Contains(s, "Bon à tirer – ") {
		t.Errorf("SVG: %.400s", s)
	}
	if s := draw("/tnl/2025/or/sign.png?proof=a4&dpi=36"); !strings.HasPrefix(s[16:], "\x00\x00\x01\x2a\x00\x00\x01\xa5") {
		t.Errorf("PNG of % x pixels, want 298 × 421", s[16:24])
	}
	for _, profile := range []string{"x4", "screen"} {
		draw("/tnl/2025/or/sign.pdf?proof=a4&date=2026-03-12&profile=" + profile)
	}
	// The one kind of file whose objects can be read.
	s := draw("/tnl/2025/or/sign.pdf?proof=a4&date=2026-03-12&profile=x1a")
	if !strings.Contains(s, "/MediaBox [0 0 595.2756 841.8898]") || strings.Contains(s, "/Separation") || !strings.Contains(s, "D:20260312") {
		t.Error("the PDF is no A4 sheet, has inks for machines, or is not dated")
	}
}
