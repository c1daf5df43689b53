package text

import (
	"fmt"
	"math"
	"strings"

	"panonceau/render/geom"
)

// Align is where lines stand in the width of a box.
type Align uint8

// Lines are aligned by their ink, not by the space fonts leave beside it. Start
// is the left, or the right where the box is on a page that runs from right to
// left, whatever its text does.
const (
	AlignStart Align = iota
	AlignMiddle
	AlignEnd
)

// VAlign is where lines stand in the height of a box.
type VAlign uint8

// The vertical alignments. All but VAlignBaseline move the text as far as its
// accents and descenders need to stay inside.
const (
	VAlignMiddle   VAlign = iota // the capitals are centred, first to last line
	VAlignTop                    // capitals touch the top
	VAlignBottom                 // descenders touch the bottom, even if there are none
	VAlignBaseline               // the last baseline is the bottom; descenders hang below
)

// A Box is a place for text. Lengths are in any one unit.
type Box struct {
	W, H   float64 // W may be +Inf for AlignStart
	Align  Align
	RTL    bool // the page runs from right to left
	VAlign VAlign

	Face *Face
	// Condensed, if not nil, takes the place of Face when narrowing that by a
	// few percent is not enough; see Face.Condensed.
	Condensed *Face
	Style

	Size       float64 // wanted; 0 means H
	MinSize    float64 // smallest; 0 means half of Size
	MinStretch float64 // narrowest horizontal scale of Face; 0 means 0.85
	MaxLines   int     // 0 means 1
	LineHeight float64 // between baselines, in sizes; 0 means 1.15
}

// A Block is a text set in a box.
type Block struct {
	Lines   []PlacedLine
	Form    int // which of the texts was set
	Face    *Face
	Size    float64
	Stretch float64   // horizontal scale of the letters, 1 or less
	Ink     geom.Rect // bounds of the outlines, in the box; Nowhere if there are none
}

// A PlacedLine is a line with the place of its origin in the box, whose own
// origin is the top left corner.
type PlacedLine struct {
	*Line
	X, Y float64
}

// Glyphs returns all glyphs with their place in the box.
func (b *Block) Glyphs() []Glyph {
	var glyphs []Glyph
	for _, l := range b.Lines {
		m := geom.Matrix{A: b.Size * b.Stretch, D: b.Size, E: l.X, F: l.Y}
		for _, g := range l.Line.Glyphs {
			glyphs = append(glyphs, Glyph{g.Outline, m.Mul(g.Matrix)})
		}
	}
	return glyphs
}

// String returns the text as set, its lines separated by line feeds.
func (b *Block) String() string {
	var s []string
	for _, l := range b.Lines {
		s = append(s, l.Text)
	}
	return strings.Join(s, "\n")
}

// Fit sets a text in a box, where it never overflows and is never cut: the
// outlines lie inside, but for the descenders of VAlignBaseline. Texts are the
// full form and shorter ones, tried in order.
//
// A text that fits at b.Size is set on one line. Otherwise it is condensed,
// then wrapped at spaces and hyphens, then shrunk; among the numbers of lines
// that the box allows, the one with the largest type wins. Each line feed in
// the text breaks the line. If no form fits at b.MinSize, the error wraps
// [ErrOverflow] and says how much room there was. An empty text gives an empty
// block. docs/notes/fitting.md tells the whole rule.
func Fit(b Box, texts ...string) (*Block, error) {
	if err := b.complete(); err != nil {
		return nil, err
	}
	if len(texts) == 0 {
		return &Block{Face: b.Face, Size: b.Size, Stretch: 1, Ink: geom.Nowhere()}, nil
	}
	for _, loose := range []bool{false, true} {
		for i, s := range texts {
			block, err := b.fit(s, loose)
			if err != nil {
				return nil, err
			}
			if block != nil {
				block.Form = i
				return block, nil
			}
		}
	}
	return nil, fmt.Errorf("%w in %.4g × %.4g at size %.4g in %d lines: %q",
		ErrOverflow, b.W, b.H, b.MinSize, b.MaxLines, texts[len(texts)-1])
}

// complete puts defaults in b and checks it.
func (b *Box) complete() error {
	if b.Size == 0 {
		b.Size = b.H
	}
	if b.MinSize == 0 {
		b.MinSize = b.Size / 2
	}
	if b.MinStretch == 0 {
		b.MinStretch = 0.85
	}
	if b.MaxLines == 0 {
		b.MaxLines = 1
	}
	if b.LineHeight == 0 {
		b.LineHeight = 1.15
	}
	switch {
	case b.Face == nil:
		return fmt.Errorf("box for text without a face")
	case !(b.W > 0) || math.IsInf(b.W, 1) && b.Align != AlignStart || !positive(b.H):
		return fmt.Errorf("box for text of %g × %g", b.W, b.H)
	case !positive(b.Size) || !positive(b.MinSize) || b.MinSize > b.Size:
		return fmt.Errorf("text size %g, at least %g", b.Size, b.MinSize)
	case !(b.MinStretch > 0 && b.MinStretch <= 1):
		return fmt.Errorf("least stretch of text %g; it must be over 0 and at most 1", b.MinStretch)
	case b.MaxLines < 1 || b.MaxLines > maxLines:
		return fmt.Errorf("%d lines of text; the limit is %d", b.MaxLines, maxLines)
	case !positive(b.LineHeight) || !(math.Abs(b.Tracking) <= 1):
		return fmt.Errorf("line height %g and tracking %g of text", b.LineHeight, b.Tracking)
	}
	return nil
}

func positive(v float64) bool { return v > 0 && !math.IsInf(v, 1) }

// fit returns the best layout of s, or nil if none is large enough. When loose,
// breaks may be ugly.
func (b *Box) fit(s string, loose bool) (*Block, error) {
	s, err := clean(s, true)
	if err != nil {
		return nil, err
	}
	runes := []rune(strings.Trim(s, " \n"))
	rtl := direction(runes, b.Style.Lang)
	faces := []*Face{b.Face}
	if b.Condensed != nil {
		faces = append(faces, b.Condensed)
	}
	var best *layout
	wrappers := make([]*wrapper, len(faces))
	for n := 1; n <= b.MaxLines; n++ {
		for i, face := range faces {
			if best != nil && best.size == b.Size && !best.ugly {
				return best.place(), nil
			}
			if wrappers[i] == nil {
				if wrappers[i], err = newWrapper(face, runes, b.Style, rtl, loose); err != nil {
					return nil, err
				}
			}
			l, err := b.layout(wrappers[i], n)
			if err != nil {
				return nil, err
			}
			if l != nil && (best == nil || l.better(best)) {
				best = l
			}
		}
	}
	if best == nil {
		return nil, nil
	}
	return best.place(), nil
}
