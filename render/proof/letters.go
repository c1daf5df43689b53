package proof

import (
	"strings"
	"unicode"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// letters are the measure of a text: how well it reads from afar depends on
// the height of an x or, in a text of capitals, of an H. Lengths are
// millimetres in reality.
type letters struct {
	capitals bool
	height   float64
	baseline float64 // of the first line
	right    float64 // end of the first line
}

// weights are those that artwork may ask for (docs/slots.md).
var weights = []int{400, 500, 600, 700}

// measureLetters returns the height of the letters of t, or nil if t is nil,
// turned, or set in none of the fonts.
func measureLetters(t *render.Text, unit float64, fonts *text.Collection) *letters {
	if t == nil || len(t.Glyphs) == 0 || t.Glyphs[0].Matrix.B != 0 {
		return nil
	}
	first, _, _ := strings.Cut(t.String, "\n")
	face, em := faceOf(t, first, fonts)
	if face == nil {
		return nil
	}
	l := &letters{height: face.Metrics.XHeight, baseline: t.Glyphs[0].Matrix.F * unit}
	if strings.IndexFunc(first, unicode.IsLower) < 0 {
		l.capitals, l.height = true, face.Metrics.CapHeight
	}
	l.height *= em * unit
	for _, g := range t.Glyphs {
		if g.Matrix.F == t.Glyphs[0].Matrix.F {
			l.right = max(l.right, g.Outline.Transform(g.Matrix).Bounds().X1*unit)
		}
	}
	return l
}

// faceOf returns the face of t and the size of its type in units. Faces share
// their outlines with all that is set in them, which is how one is recognised.
func faceOf(t *render.Text, first string, fonts *text.Collection) (*text.Face, float64) {
	for _, family := range fonts.Families() {
		for _, w := range weights {
			face, err := fonts.Find(family, w)
			if err != nil {
				continue
			}
			line, err := face.Shape(first, text.Style{Lang: t.Lang})
			if err != nil || len(line.Glyphs) == 0 || line.Glyphs[0].Outline != t.Glyphs[0].Outline {
				continue
			}
			return face, t.Glyphs[0].Matrix.D / line.Glyphs[0].Matrix.D
		}
	}
	return nil, 0
}

// typeSize is the height of the type of t, up to a factor that is the same for
// all texts.
func typeSize(t *render.Text) float64 {
	if len(t.Glyphs) == 0 {
		return 0
	}
	return t.Glyphs[0].Matrix.MeanScale()
}

// says reports whether t is a text, however it is broken into lines and
// whatever its letters.
func says(t *render.Text, what string) bool {
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
	return what != "" && strings.EqualFold(squeeze(t.String), squeeze(text.Typeset(t.Lang, what)))
}

// bounds returns where the letters of t are.
func bounds(t *render.Text) geom.Rect { return t.Path().Bounds() }
