// Package text turns strings into placed glyph outlines.
//
// A [Collection] holds fonts. [Face.Shape] sets a string on one line: it orders
// bidirectional text, takes from other families what the face lacks, kerns,
// forms ligatures and places marks. [Fit] finds the layout in which a text is
// most readable in a box. [Typeset] and [Upper] prepare strings.
//
// Distances of a [Line] are in em, the size of the type; y points down and the
// baseline is y = 0. The same input gives the same result on every machine:
// shaping is done in whole font units, and formulas are not left to be fused.
package text

import (
	"errors"

	"panonceau/render/geom"
)

// The reasons why a text cannot be set. Errors of [Face.Shape] and [Fit] wrap
// exactly one of them.
var (
	ErrCharacter = errors.New("character not allowed in text")
	ErrMissing   = errors.New("no glyph")
	ErrOverflow  = errors.New("text does not fit")
	ErrTooLong   = errors.New("text too long")
)

// A Glyph is one outline, placed. Equal glyphs of one face share their Outline
// by pointer, and nobody modifies it.
type Glyph struct {
	Outline *geom.Path  // font units, y down, origin on the baseline
	Matrix  geom.Matrix // from font units to em, or to a box
}

// A Line is a string set on one line. It is shared and never modified.
type Line struct {
	Text    string    // as set: in Unicode normalization form C
	RTL     bool      // the line runs from right to left
	Glyphs  []Glyph   // those with an outline, from left to right, in em
	Advance float64   // distance from the line's origin to what would follow
	Ink     geom.Rect // bounds of the outlines; Nowhere if there are none

	starts []float64 // where each rune starts, in logical order; then the end
}

// width returns the advance of the runes [i, j) of the line. It leaves out
// what a line break changes in them: kerning at the ends, and joining.
func (l *Line) width(i, j int) float64 { return l.starts[j] - l.starts[i] }

// Metrics are the heights of a face above the baseline, in em. They are
// measured on the letters H, x, d and p where the face has them, because what
// fonts declare is meant for line spacing and differs from one to the next.
type Metrics struct {
	CapHeight float64
	XHeight   float64
	Ascender  float64
	Descender float64 // below the baseline, positive

	// The glyph cell is what the font declares: it is the bounding box of text
	// in SVG (SVG 2 §8.10).
	CellAscent, CellDescent float64 // the latter below the baseline, positive
}
