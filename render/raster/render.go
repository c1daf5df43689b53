package raster

import (
	"fmt"
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// A renderer walks a Drawing. The first error stops it.
type renderer struct {
	dst   *layer      // what is drawn on
	ctm   geom.Matrix // from the drawing to pixels of the picture
	proof bool
	depth int
	err   error

	sampling Sampling
	scan     scanner
	shelf    shelf
	buf      []pixel

	images map[*render.Image][]pixel // scaled, for the bands to come
}

func (r *renderer) node(n render.Node) {
	switch n := n.(type) {
	case *render.Group:
		r.group(n)
	case *render.Shape:
		r.shape(n)
	case *render.Text:
		r.text(n)
	case *render.Image:
		r.image(n)
	}
}

func (r *renderer) shape(s *render.Shape) {
	if s.Path.Empty() {
		return
	}
	if s.StrokeFirst {
		r.stroke(s)
	}
	if f := s.Fill; f != nil && r.visible(pathBounds(s.Path, r.ctm)) {
		r.scan.path(s.Path, r.outline())
		r.fill(f.Rule, s.Crisp, f.Paint, f.Opacity)
	}
	if !s.StrokeFirst {
		r.stroke(s)
	}
}

func (r *renderer) stroke(s *render.Shape) {
	if s.Stroke == nil || !r.visible(shapeBounds(s, r.ctm)) {
		return
	}
	if r.sampling == FourByFour && !s.Crisp {
		if k, ok := hairlineOpacity(s.Stroke.Width, r.ctm); ok {
			r.hairline(s, k)
			return
		}
	}
	r.scan.path(r.strokeOutline(s), r.outline())
	r.fill(render.NonZero, s.Crisp, s.Stroke.Paint, s.Stroke.Opacity)
}

// strokeOutline returns what the stroke of s covers.
func (r *renderer) strokeOutline(s *render.Shape) *geom.Path {
	if r.sampling == FourByFour {
		scale := max(geom.Pt(r.ctm.A, r.ctm.B).Len(), geom.Pt(r.ctm.C, r.ctm.D).Len(), 1e-12)
		return s.Path.StrokeQuads(s.Stroke.StrokeStyle, 0.25/scale)
	}
	return s.Path.Stroke(s.Stroke.StrokeStyle, curveTolerance/maxScale(r.ctm))
}

func (r *renderer) text(t *render.Text) {
	if t.Fill == nil || !r.visible(textBounds(t, r.ctm)) {
		return
	}
	m := r.outline()
	for _, g := range t.Glyphs {
		r.scan.path(g.Outline, m.Mul(g.Matrix))
	}
	r.fill(t.Fill.Rule, false, t.Fill.Paint, t.Fill.Opacity)
}

// group draws g: on a layer of its own if it is more than its children.
func (r *renderer) group(g *render.Group) {
	if g == nil || r.err != nil || g.Layer.Technical() || g.Layer == render.LayerProof && !r.proof {
		return
	}
	if r.depth++; r.depth > maxDepth {
		r.err = fmt.Errorf("groups are nested more than %d deep", maxDepth)
		return
	}
	defer func() { r.depth-- }()
	if g.Plain() {
		for _, n := range g.Children {
			r.node(n)
		}
		return
	}
	area := r.dst.Intersect(r.groupBounds(g))
	if area.Empty() || fraction(g.Opacity) == 0 {
		return
	}
	var l *layer
	if g.Filter != nil {
		l = r.filtered(g, area)
	} else {
		l = r.layer(area, func() {
			for _, n := range g.Children {
				r.node(n)
			}
		})
	}
	if g.Clip != nil {
		r.clip(l, g.Clip)
	}
	for m := g.Mask; m != nil; m = m.And {
		r.mask(l, m)
	}
	if g.Blend == render.BlendNormal {
		l.draw(r.dst, fraction(g.Opacity))
	} else {
		l.blend(r.dst, fraction(g.Opacity), g.Blend)
	}
	r.shelf.give(l)
}

// layer returns what f draws on a new layer.
func (r *renderer) layer(area image.Rectangle, f func()) *layer {
	l, dst := r.shelf.take(area), r.dst
	r.dst = l
	f()
	r.dst = dst
	return l
}

// visible reports whether any of area, in pixels, is on the layer.
func (r *renderer) visible(area geom.Rect) bool { return pixels(area).Overlaps(r.dst.Rectangle) }

// pixels returns the pixels that area touches.
func pixels(area geom.Rect) image.Rectangle {
	if !(area.X0 <= area.X1 && area.Y0 <= area.Y1) {
		return image.Rectangle{}
	}
	return image.Rect(whole(math.Floor(area.X0-0.01)), whole(math.Floor(area.Y0-0.01)),
		whole(math.Ceil(area.X1+0.01)), whole(math.Ceil(area.Y1+0.01)))
}

// whole converts a whole number of pixels, which is not far away. NaN is 0.
func whole(v float64) int {
	if v != v {
		return 0
	}
	return int(max(-far, min(far, v)))
}

// maxScale returns the greatest factor by which m stretches a length, or a
// little more.
func maxScale(m geom.Matrix) float64 {
	return max(geom.Pt(m.A, m.B).Len()+geom.Pt(m.C, m.D).Len(), 1e-12)
}
