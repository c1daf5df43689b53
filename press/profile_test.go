package press_test

import (
	"bytes"
	"testing"

	"panonceau/catalog"
	"panonceau/render/pdf"
)

// TestProfilesArePresets holds that every printing rule that requests may name
// is one the encoder knows, with the same bleed, and that none is left out.
func TestProfilesArePresets(t *testing.T) {
	presets := pdf.Presets()
	profiles := catalog.Profiles()
	if len(presets) != len(profiles) {
		t.Fatalf("%d presets, %d profiles", len(presets), len(profiles))
	}
	for i, p := range presets {
		if profiles[i].Name != p.Name || profiles[i].Bleed != p.Bleed {
			t.Errorf("profile %+v; preset %q wants %g mm", profiles[i], p.Name, p.Bleed)
		}
	}
}

// TestProductionFiles holds what each format for machines says of a landscape
// sign, whose artwork bleeds and has a contour.
func TestProductionFiles(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		query string
		says  []string
	}{
		// 1000 × 500 mm with 3 mm of bleed, in points.
		{".pdf?profile=x1a", []string{"TrimBox", "/CutContour"}},
		{".pdf?bleed=0&profile=x1a", []string{"TrimBox"}},
		{".eps", []string{"%!PS-Adobe-3.0 EPSF-3.0", "CutContour"}},
		{".eps?profile=onyx", []string{"Thru-cut"}},
		{".dxf", []string{"AC1009", "CUT"}},
		{".dxf?release=r2000", []string{"AC1015", "LWPOLYLINE"}},
		{".cut.svg", []string{`width="1000mm"`, "CUT"}},
	}
	for _, test := range tests {
		b := draw(t, c, "/tnl/2020/3/sign-landscape"+test.query)
		for _, s := range test.says {
			if !bytes.Contains(b, []byte(s)) {
				t.Errorf("%s does not say %q", test.query, s)
			}
		}
	}
}
