package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// ShaperOf returns a TextShaper that sets text in the fonts of c. A font
// without families is the sans-serif one; families that c lacks are an error.
func ShaperOf(c *text.Collection) TextShaper { return shaper{c} }

type shaper struct{ fonts *text.Collection }

func (s shaper) Shape(str string, font Font) (Line, error) {
	families := font.Families
	if len(families) == 0 {
		families = []string{"sans-serif"}
	}
	face, err := s.fonts.Match(text.Query{
		Families: families, Weight: font.Weight, Italic: font.Italic,
		Condensed: strings.Contains(font.Stretch, "condensed"),
	})
	if err != nil {
		return Line{}, err
	}
	line, err := face.Shape(str, text.Style{Lang: font.Lang, Tracking: font.Tracking / font.Size})
	if err != nil {
		return Line{}, err
	}
	glyphs := make([]render.Glyph, len(line.Glyphs))
	size := geom.Scale(font.Size, font.Size)
	for i, g := range line.Glyphs {
		glyphs[i] = render.Glyph{Outline: g.Outline, Matrix: size.Mul(g.Matrix)}
	}
	return Line{
		Glyphs: glyphs, Advance: float64(line.Advance * font.Size),
		Ascent:  float64(face.Metrics.CellAscent * font.Size),
		Descent: float64(face.Metrics.CellDescent * font.Size),
	}, nil
}
