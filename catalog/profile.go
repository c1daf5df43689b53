package catalog

import (
	"panonceau/render"
	"panonceau/render/atlas"
)

// A Profile is a set of printing rules, and the bleed that its shops ask for.
// The rules themselves are those of the encoder; a test of package press holds
// that it knows each profile by this name and with this bleed.
type Profile struct {
	Name  string
	Bleed float64 // millimetres on each side
}

// profiles are what the parameter "profile" may say; the first is the default.
var profiles = []Profile{
	{"x4", 3}, {"x1a", 3}, {"screen", 0}, {"panel", 5}, {"large", 10},
	{"roland", 3}, {"onyx", 3}, {"wasatch", 3},
}

// Profiles returns the printing rules that requests may name, the default
// first.
func Profiles() []Profile { return append([]Profile(nil), profiles...) }

func profileNames() []string {
	var names []string
	for _, p := range profiles {
		names = append(names, p.Name)
	}
	return names
}

// bleed resolves how far ink runs beyond the piece: as far as asked for, and
// otherwise as far as the profile wants and the artwork goes.
func (v *resolver) bleed() {
	if f, _ := FormatOf(v.Request.Ext); !f.Print || v.Request.Proof != "" && v.Request.Bleed == "" {
		return
	}
	if v.Request.Bleed != "" {
		v.Print.Bleed, _ = decimal(v.Request.Bleed)
		return
	}
	for _, p := range profiles {
		if p.Name == v.Print.Profile {
			v.Print.Bleed = min(p.Bleed, v.artBleed())
		}
	}
}

// artBleed returns how far the artwork runs beyond the piece, in millimetres:
// less on a piece that is smaller than it was drawn.
func (v *resolver) artBleed() float64 {
	if v.style == nil {
		return atlas.Bleed * render.Pixel // a map
	}
	drawn := v.style.Art.Bleed() * v.style.Art.Art.Unit
	if v.w == 0 {
		return drawn
	}
	return drawn * min(1, v.w/v.style.Width(), v.h/v.style.Height())
}
