package proof

import (
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
)

// A swatch is one colour of a picture.
type swatch struct {
	rgb render.RGB
	ink *render.Ink // nil: a colour of imported artwork
}

// A survey looks at all that a picture shows, in the order of painting. The
// mark of specimens is none of the picture.
type survey struct {
	bounds   geom.Rect
	swatches []swatch
	images   bool
	texts    []seen
	opaque   []geom.Rect // surfaces painted so far
}

// A seen is a text, and whether a surface lies below it.
type seen struct {
	text   *render.Text
	backed bool
}

func (v *survey) group(g *render.Group) {
	if g.Layer == render.LayerSpecimen || g.Layer == render.LayerProof || g.Opacity == 0 {
		return
	}
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			v.group(n)
		case *render.Shape:
			v.shape(n)
		case *render.Text:
			v.text(n)
		case *render.Image:
			v.images = true
		}
	}
}

func (v *survey) shape(s *render.Shape) {
	if s.Fill != nil && s.Fill.Opacity > 0 {
		v.paint(s.Fill.Paint)
		if s.Fill.Opacity == 1 {
			v.opaque = append(v.opaque, s.Path.Bounds())
		}
	}
	if s.Stroke != nil && s.Stroke.Opacity > 0 && s.Stroke.Width > 0 {
		v.paint(s.Stroke.Paint)
	}
}

func (v *survey) text(t *render.Text) {
	if t.Fill == nil || t.Fill.Opacity == 0 || len(t.Glyphs) == 0 {
		return
	}
	v.paint(t.Fill.Paint)
	b := bounds(t)
	backed := slices.ContainsFunc(v.opaque, func(r geom.Rect) bool { return r.Contains(b, 0) })
	v.texts = append(v.texts, seen{t, backed})
}

func (v *survey) paint(p render.Paint) {
	switch p := p.(type) {
	case render.Color:
		v.color(p)
	case *render.LinearGradient:
		v.stops(p.Stops)
	case *render.RadialGradient:
		v.stops(p.Stops)
	case *render.Pattern:
		v.group(p.Content)
	}
}

func (v *survey) stops(stops []render.Stop) {
	for _, s := range stops {
		v.color(s.Color)
	}
}

func (v *survey) color(c render.Color) {
	for _, w := range v.swatches {
		if w.ink == c.Ink && w.rgb == c.RGB {
			return
		}
	}
	v.swatches = append(v.swatches, swatch{c.RGB, c.Ink})
}

// main returns the text that matters most: the name of the holder, or else the
// one in the largest type. It is nil if there is no text.
func (v *survey) main(holder string) *render.Text {
	var best *render.Text
	for _, s := range v.texts {
		if says(s.text, holder) {
			return s.text
		}
		if best == nil || typeSize(s.text) > typeSize(best) {
			best = s.text
		}
	}
	return best
}

// needsDark reports whether the picture was made for a dark ground, which it
// does not have itself: its main text is light and on no surface or, if it has
// no text, all its colours are light.
func (v *survey) needsDark(main *render.Text) bool {
	for _, s := range v.texts {
		if s.text != main {
			continue
		}
		c, ok := main.Fill.Paint.(render.Color)
		return ok && !s.backed && light(c.RGB)
	}
	if main != nil || len(v.swatches) == 0 || v.images {
		return false
	}
	return !slices.ContainsFunc(v.swatches, func(w swatch) bool { return !light(w.rgb) })
}

// light reports whether a colour is nearer to white than to black for the eye,
// by its luma (ITU-R BT.601).
func light(c render.RGB) bool {
	return 299*int(c.R)+587*int(c.G)+114*int(c.B) > 160*1000
}
