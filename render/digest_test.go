package render_test

import (
	"math"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

// TestDigest holds that a digest tells all drawings apart, and nothing else.
func TestDigest(t *testing.T) {
	for _, s := range rendertest.Samples() {
		with, without := s.Drawing.Digest(), s.Without.Digest()
		if with == without || len(with) != 64 {
			t.Errorf("%s: with and without the field the digest is %s", s.Name, with)
		}
		said := *s.Drawing
		said.Title, said.Desc, said.Lang = "x", "y", "z"
		said.Meta = render.Meta{URL: "https://labels.example"}
		if said.Digest() != with {
			t.Errorf("%s: the digest depends on what the drawing says of itself", s.Name)
		}
	}
	if sum := rendertest.Badge().Digest(); sum != rendertest.Badge().Digest() {
		t.Errorf("two digests of one drawing: %s", sum)
	}
}

// TestDigestSeesFields changes one thing at a time.
func TestDigestSeesFields(t *testing.T) {
	draw := func(change func(d *render.Drawing, s *render.Shape)) string {
		p := new(geom.Path)
		p.MoveTo(geom.Point{X: 1, Y: 2})
		p.LineTo(geom.Point{X: 3, Y: 4})
		s := &render.Shape{Path: p, Fill: &render.Fill{Paint: render.Color{}, Opacity: 1}}
		d := &render.Drawing{Width: 10, Height: 10, Unit: 1, Root: render.NewGroup(s)}
		if change != nil {
			change(d, s)
		}
		return d.Digest()
	}
	seen := map[string]string{draw(nil): "nothing"}
	for what, change := range map[string]func(d *render.Drawing, s *render.Shape){
		"width":    func(d *render.Drawing, _ *render.Shape) { d.Width = 11 },
		"bleed":    func(d *render.Drawing, _ *render.Shape) { d.Bleed = 1 },
		"point":    func(_ *render.Drawing, s *render.Shape) { s.Path.Pts[1].X = 3.0009765625 },
		"rule":     func(_ *render.Drawing, s *render.Shape) { s.Fill.Rule = render.EvenOdd },
		"no fill":  func(_ *render.Drawing, s *render.Shape) { s.Fill = nil },
		"ink":      func(_ *render.Drawing, s *render.Shape) { s.Fill.Paint = render.Color{Ink: &render.Ink{Name: "or"}} },
		"gradient": func(_ *render.Drawing, s *render.Shape) { s.Fill.Paint = new(render.LinearGradient) },
		"radial":   func(_ *render.Drawing, s *render.Shape) { s.Fill.Paint = new(render.RadialGradient) },
		"stroke":   func(_ *render.Drawing, s *render.Shape) { s.Stroke = &render.Stroke{Paint: render.Color{}} },
		"layer":    func(d *render.Drawing, _ *render.Shape) { d.Root.Layer = render.LayerSpecimen },
		"order":    func(d *render.Drawing, s *render.Shape) { d.Root.Children = append(d.Root.Children, render.NewGroup()) },
		"inside":   func(d *render.Drawing, s *render.Shape) { d.Root.Children = []render.Node{render.NewGroup(s)} },
	} {
		sum := draw(change)
		if other, ok := seen[sum]; ok {
			t.Errorf("%s and %s give one digest", what, other)
		}
		seen[sum] = what
	}
	zero := func(v float64) string {
		return draw(func(_ *render.Drawing, s *render.Shape) { s.Path.Pts[0].X = v })
	}
	if zero(0) != zero(math.Copysign(0, -1)) {
		t.Error("zero and minus zero differ")
	}
}
