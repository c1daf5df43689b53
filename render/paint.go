package render

import "panonceau/render/geom"

// A Paint is what a path is filled with: one of Color, *LinearGradient,
// *RadialGradient and *Pattern.
type Paint interface{ paint() }

func (Color) paint()           {}
func (*LinearGradient) paint() {}
func (*RadialGradient) paint() {}
func (*Pattern) paint()        {}

// RGB is an sRGB colour, eight bits a channel.
type RGB struct{ R, G, B uint8 }

// A Color is an sRGB colour and, when it belongs to the pack, the ink it
// stands for. Opacity is a matter of fills, strokes and stops.
type Color struct {
	RGB
	Ink *Ink // nil: a colour of imported artwork that is no ink of the pack
}

// An Ink is a named colour of a label: what a screen shows, what a press
// prints, and what a viewer in dark mode gets. Inks are never modified.
type Ink struct {
	Name string
	RGB  RGB
	CMYK [4]float64 // percent of cyan, magenta, yellow, black: from the charter, not computed
	Spot string     // name of the spot colour; empty: printed from CMYK
	RAL  string     // number of the RAL colour that paints and films follow, as 6016; empty: none
	Dark *RGB       // on a dark page, when the theme follows the reader's; nil: the same
}

// A Stop is one colour of a gradient.
type Stop struct {
	Offset  float64 // 0 to 1, never less than that of the stop before
	Color   Color
	Opacity float64
}

// Spread is what a gradient does beyond its ends (SVG 2 §14.2.2.4).
type Spread uint8

// The three ways of spreading.
const (
	SpreadPad Spread = iota
	SpreadReflect
	SpreadRepeat
)

// A LinearGradient varies along the line from P0 to P1. It has two stops at
// least and P0 ≠ P1: the importer turns lesser ones into a Color.
type LinearGradient struct {
	P0, P1 geom.Point
	Matrix geom.Matrix // from the gradient's space to the drawing
	Spread Spread
	Stops  []Stop
}

// A RadialGradient varies from the focal circle (F, FR) to the end circle
// (C, R), in the sense of SVG 2 §14.2.3.
type RadialGradient struct {
	C, F   geom.Point
	R, FR  float64
	Matrix geom.Matrix // from the gradient's space to the drawing
	Spread Spread
	Stops  []Stop
}

// A Pattern repeats a picture in both directions.
type Pattern struct {
	Tile    geom.Rect   // one repetition, in pattern space
	Matrix  geom.Matrix // from pattern space to the drawing
	Content *Group      // in pattern space, clipped to Tile by who draws it
}
