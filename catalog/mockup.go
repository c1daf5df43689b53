package catalog

import "cmp"

// The places where a mock-up shows a piece.
const (
	OnWall = "wall" // a plate, seen with the material it is made of
	OnPost = "post" // a sign in the country
)

// A Mockup is a picture of the finished piece where it will hang.
type Mockup struct {
	Place    string // OnWall or OnPost
	Material string // as the pack calls it, or empty
}

// Mock-ups have these widths in pixels: from where there is something to see
// to a large screen. A test of package press holds that they can be drawn.
const (
	minMockup     = 64
	defaultMockup = 1200
	maxMockup     = 2400
)

// checkMockup checks the size of a mock-up, whose pixels are no measure of the
// piece.
func (v *resolver) checkMockup() error {
	r := &v.Request
	switch {
	case r.Mockup == "":
		return nil
	case r.Scale != "" || r.DPI != "":
		return fault(ErrInvalid, "mockup", "mockup : seule la largeur d’une mise en situation se choisit, avec width",
			"mockup: only the width of a mock-up can be chosen, with width")
	case r.Width != "" && (v.Raster.Width < minMockup || v.Raster.Width > maxMockup):
		return fault(ErrInvalid, "width", "width : %s pixels ; une mise en situation en a de %d à %d",
			"width: %s pixels; a mock-up has %d to %d", r.Width, minMockup, maxMockup)
	}
	return nil
}

// mockup settles what a mock-up shows, if one is asked for.
func (v *resolver) mockup() {
	if v.Request.Mockup == "" {
		return
	}
	v.Mockup = &Mockup{Place: v.Request.Mockup, Material: cmp.Or(v.Request.Material, cmp.Or(v.Design.Materials...))}
	v.Raster.Width = cmp.Or(v.Raster.Width, defaultMockup)
}
