package pdf

import (
	"fmt"
	"slices"
	"strings"

	"panonceau/render"
)

// A Preset is a kind of file, and the names by which a shop's machines know
// its technical inks. Presets are data: a shop with other names is an entry.
type Preset struct {
	Name  string
	Title string // what it is for, for people

	Bleed float64 // millimetres the shop asks for: for who composes the drawing
	Marks bool    // crop marks always

	// Names of the spot colours that stand for machine steps. They are case
	// sensitive and recognised in vector data only.
	Cut, Drill, White string

	MaxInk  float64 // most ink anywhere, percent; more is an error
	WarnInk float64 // what preflight warns of

	version version
	mode    mode
}

// A version is a PDF version with the conformance level written in it.
type version struct {
	header string // of the file
	x      string // GTS_PDFXVersion; empty: none
	flat   bool   // no transparency, no layers, classic cross-references
}

var (
	x4     = version{header: "1.6", x: "PDF/X-4"}                   // ISO 15930-7:2010 §6.2
	x1a    = version{header: "1.4", x: "PDF/X-1a:2003", flat: true} // ISO 15930-4:2003 §6.2
	screen = version{header: "1.7"}
)

// The ink limits: 300 % is that of ISO Coated v2 (300 %) and of the film that
// signs are printed on, and shops begin to complain at 280 %.
const (
	maxInk  = 300
	warnInk = 280
)

// presets: CutContour is what VersaWorks introduced and most others adopted.
// Shops publish the names and bleeds they want; docs/print.md has the sources.
var presets = []Preset{
	{Name: "x4", Title: "PDF/X-4, coated paper", Bleed: 3,
		Cut: "CutContour", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x4},
	{Name: "x1a", Title: "PDF/X-1a:2003, no transparency, no layers", Bleed: 3,
		Cut: "CutContour", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x1a},
	{Name: "screen", Title: "on screen: RGB, tagged", version: screen, mode: modeRGB},
	{Name: "panel", Title: "panels over one metre", Bleed: 5,
		Cut: "CutContour", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x4},
	{Name: "large", Title: "banners and textile", Bleed: 10,
		Cut: "CutContour", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x4},
	{Name: "roland", Title: "Roland VersaWorks", Bleed: 3,
		Cut: "CutContour", Drill: "Drill", White: "RDG_WHITE", MaxInk: maxInk, WarnInk: warnInk, version: x4},
	{Name: "onyx", Title: "Onyx, Zünd Cut Center", Bleed: 3,
		Cut: "Thru-cut", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x4},
	{Name: "wasatch", Title: "Wasatch SoftRIP", Bleed: 3,
		Cut: "cutcontour", Drill: "Drill", White: "White", MaxInk: maxInk, WarnInk: warnInk, version: x4},
}

// Presets returns the presets, the default first.
func Presets() []Preset { return slices.Clone(presets) }

func find(name string) (Preset, error) {
	if name == "" {
		return presets[0], nil
	}
	names := make([]string, len(presets))
	for i, p := range presets {
		if p.Name == name {
			return p, nil
		}
		names[i] = p.Name
	}
	return Preset{}, fmt.Errorf("pdf: no preset %q; there are %s", name, strings.Join(names, ", "))
}

// spot returns the spot colour of a technical layer and what proofs show it
// as.
func (p *Preset) spot(l render.Layer) (name string, cmyk [4]float64) {
	switch l {
	case render.LayerCut:
		return p.Cut, [4]float64{0, 100, 0, 0}
	case render.LayerDrill:
		return p.Drill, [4]float64{100, 0, 0, 0}
	case render.LayerWhite:
		return p.White, [4]float64{10, 0, 0, 0}
	}
	return "", [4]float64{}
}
