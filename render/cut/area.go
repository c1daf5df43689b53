package cut

import (
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// An engraver removes a surface, so what counts is what can be seen to be dark:
// shapes that overlap are one surface, and white over dark is bare.

// A surface gathers what is painted for engraving, in the order of painting.
type surface struct {
	regions []region
	areas   []area
	points  int
}

// A region is the inside of a path, in millimetres.
type region struct {
	path *geom.Path
	rule render.FillRule
}

// An area is a region that is painted, as far as its clips leave it.
type area struct {
	region int
	clips  [][]int // within one region of each
	dark   bool
}

// region adds the inside of p and returns its number.
func (s *surface) region(p *geom.Path, rule render.FillRule) int {
	s.regions = append(s.regions, region{p, rule})
	s.points += len(p.Pts)
	return len(s.regions) - 1
}

func (s *surface) paint(p *geom.Path, rule render.FillRule, clips [][]int, dark bool) {
	if !p.Empty() {
		s.areas = append(s.areas, area{s.region(p, rule), clips, dark})
	}
}

// dark reports whether the point where regions wind as told is seen dark.
func (s *surface) dark(winding []int) bool {
	inside := func(r int) bool {
		if s.regions[r].rule == render.EvenOdd {
			return winding[r]%2 != 0
		}
		return winding[r] != 0
	}
	for i := len(s.areas) - 1; i >= 0; i-- {
		if a := &s.areas[i]; inside(a.region) && within(a.clips, inside) {
			return a.dark
		}
	}
	return false
}

// within reports whether a point is in one region of each clip.
func within(clips [][]int, inside func(int) bool) bool {
	for _, union := range clips {
		in := false
		for _, r := range union {
			in = in || inside(r)
		}
		if !in {
			return false
		}
	}
	return true
}

// clip adds the limits of cl to clips.
func (c *collector) clip(cl *render.Clip, clips [][]int) [][]int {
	clips = clips[:len(clips):len(clips)]
	for ; cl != nil; cl = cl.And {
		union := []int{}
		for _, s := range cl.Shapes {
			if s.Clip != nil {
				c.fail("%s: a clip path that is itself clipped", Engrave)
			}
			if !s.Path.Empty() && c.sound(Engrave, s.Path) {
				union = append(union, c.surface.region(s.Path.Transform(c.scale), s.Rule))
			}
		}
		clips = append(clips, union)
	}
	return clips
}

// strokeTolerance is how far the outline of a stroke may stray, in millimetres.
const strokeTolerance = 0.005

// engrave adds what n paints to the surface.
func (c *collector) engrave(n render.Node, clips [][]int) {
	switch n := n.(type) {
	case *render.Shape:
		if n.Path.Empty() || !c.sound(Engrave, n.Path) {
			return
		}
		p := n.Path.Transform(c.scale)
		fill := func() {
			if n.Fill != nil && n.Fill.Opacity > 0 {
				c.surface.paint(p, n.Fill.Rule, clips, dark(n.Fill.Paint))
			}
		}
		if n.StrokeFirst {
			c.stroke(p, n.Stroke, clips)
			fill()
			return
		}
		fill()
		c.stroke(p, n.Stroke, clips)
	case *render.Text:
		if n.Fill == nil || n.Fill.Opacity <= 0 {
			return
		}
		for _, g := range n.Glyphs { // one by one: overlapping glyphs are united
			if p := g.Outline; !p.Empty() && c.sound(Engrave, p) {
				c.surface.paint(p.Transform(c.scale.Mul(g.Matrix)), n.Fill.Rule, clips, dark(n.Fill.Paint))
			}
		}
	case *render.Image:
		c.fail("%s: a picture made of pixels", Engrave)
	}
}

func (c *collector) stroke(p *geom.Path, s *render.Stroke, clips [][]int) {
	if s == nil || s.Opacity <= 0 || !(s.Width > 0) {
		return
	}
	style := s.StrokeStyle
	k := c.scale.A
	style.Width *= k
	style.DashOffset *= k
	style.Dash = make([]float64, len(s.Dash))
	for i, v := range s.Dash {
		style.Dash[i] = v * k
	}
	c.surface.paint(p.Stroke(style, strokeTolerance), render.NonZero, clips, dark(s.Paint))
}

// dark reports whether a paint is engraved: everything but white.
func dark(p render.Paint) bool {
	col, ok := p.(render.Color)
	switch {
	case !ok:
		return p != nil
	case col.Ink != nil && col.Ink.Spot == "" && col.Ink.CMYK == [4]float64{}:
		return col.Ink.RGB != render.RGB{R: 255, G: 255, B: 255}
	}
	return col.RGB != render.RGB{R: 255, G: 255, B: 255}
}

// outlines returns the edges of what is dark as closed subpaths.
func (s *surface) outlines() (*geom.Path, error) {
	if s.points > maxSurface {
		return nil, fmt.Errorf("%s: more than %d points", Engrave, maxSurface)
	}
	n := newArrangement(s)
	if err := n.split(); err != nil {
		return nil, err
	}
	return n.outlines(), nil
}
