package mockup

// A Material is what a plaque is made of.
type Material string

// The materials that can be shown.
const (
	Steel    Material = "steel"     // brushed stainless steel, engraved
	Brass    Material = "brass"     // brushed brass, engraved
	Acrylic  Material = "acrylic"   // clear acrylic, printed from behind, on stand-offs
	Enamel   Material = "enamel"    // vitreous enamel on domed steel
	Dibond   Material = "dibond"    // printed aluminium composite
	TwoLayer Material = "two-layer" // engraved plastic, white over black
)

// A look is how a material meets the light.
type look struct {
	base    rgb
	streaks int     // strength of the marks of brushing, a share
	bands   int     // strength of broad reflections, a share
	gloss   int     // strength of the reflection of a window, a share
	edge    float64 // width of the rounded edge, millimetres
	relief  int     // strength of light on that edge, a share
	rim     rgb     // colour of the outermost edge
	rimMM   float64 // its width, millimetres; 0: none
	gap     float64 // between the plate and the wall, millimetres
	cap     cap     // what hides the screws
	metal   rgb     // of the cap
}

// A cap hides a screw.
type cap int

const (
	domed cap = iota // a cover cap
	flat             // the head of a stand-off
)

var (
	stainless = rgb{201, 203, 204}
	brass     = rgb{222, 184, 104}
)

// looks are the looks of the materials. Shares are of 65536.
var looks = [...]struct {
	Material
	look
}{
	{Steel, look{base: stainless, streaks: one * 6 / 100, bands: one * 26 / 100,
		edge: 0.9, relief: one * 70 / 100, gap: 3, metal: stainless}},
	{Brass, look{base: brass, streaks: one * 6 / 100, bands: one * 28 / 100,
		edge: 0.9, relief: one * 70 / 100, gap: 3, metal: brass}},
	{Acrylic, look{base: rgb{244, 247, 247}, gloss: one * 20 / 100,
		edge: 1.2, relief: one * 35 / 100, rim: rgb{196, 222, 216}, rimMM: 1.6, gap: 14, cap: flat, metal: stainless}},
	{Enamel, look{base: rgb{246, 246, 241}, gloss: one * 26 / 100,
		edge: 5, relief: one * 55 / 100, rim: rgb{44, 52, 66}, rimMM: 0.5, gap: 2, metal: brass}},
	{Dibond, look{base: rgb{247, 247, 246}, gloss: one * 3 / 100,
		edge: 0.7, relief: one * 35 / 100, rim: rgb{176, 180, 183}, rimMM: 0.35, gap: 4, metal: stainless}},
	{TwoLayer, look{base: rgb{238, 238, 234}, gloss: one * 3 / 100,
		edge: 1, relief: one * 45 / 100, rim: rgb{40, 40, 42}, rimMM: 0.9, gap: 2, metal: stainless}},
}

// Materials returns the materials that can be shown.
func Materials() []Material {
	all := make([]Material, len(looks))
	for i, l := range looks {
		all[i] = l.Material
	}
	return all
}

// look returns how m looks. A material that is not known is shown as a printed
// panel, which every piece can be.
func (m Material) look() look {
	known := looks[0].look
	for _, l := range looks {
		if l.Material == Dibond {
			known = l.look
		}
		if l.Material == m {
			return l.look
		}
	}
	return known
}
