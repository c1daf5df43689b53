package charter

import (
	"fmt"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// wrong shows what may not be done with the logo, each crossed out, and the
// combinations that the label refuses, in words.
func (s *sheet) wrong(r geom.Rect) {
	s.Rule(r, r.Y0-4, black, 0.5)
	y := s.heading(r, s.words.wrong)
	const most, between, caption = 6, 4.0, 5.0
	tiles := s.mistakes()
	tiles = tiles[:min(len(tiles), most)]
	rules := 0.0
	if len(s.charter.Rules) > 0 {
		rules = 74
	}
	n := float64(max(len(tiles), 1))
	w := (r.W() - rules - float64((n-1)*between)) / n
	for i, t := range tiles {
		box := geom.RectWH(r.X0+float64(float64(i)*(w+between)), y, w, r.Y1-y-caption)
		s.tile(box, t.ground)
		t.draw(box)
		s.Line(geom.Pt(box.X0, box.Y1), geom.Pt(box.X1, box.Y0), alarm, 0.6)
		s.Set(geom.RectWH(box.X0, box.Y1+1, w, caption), s.styles.note, 1, t.name)
	}
	at := geom.Rect{X0: r.X1 - rules + 6, Y0: y, X1: r.X1, Y1: r.Y1}
	for _, rule := range s.charter.Rules {
		s.Set(geom.RectWH(at.X0, at.Y0, 3, 4), s.styles.note.In(alarm), 1, "×")
		at.Y0 += s.Set(geom.Rect{X0: at.X0 + 3.5, Y0: at.Y0, X1: at.X1, Y1: at.Y1}, s.styles.note, 3, rule) + 1.2
	}
	if at.Y0 > r.Y1+1 {
		s.Fail(errRules(len(s.charter.Rules)))
	}
}

// A mistake is a picture that nobody may make.
type mistake struct {
	name   string
	ground *render.Ink
	draw   func(box geom.Rect)
}

// mistakes are those that every logo suffers, and those of the label.
func (s *sheet) mistakes() []mistake {
	var all []mistake
	if logo := s.charter.Logo; logo != nil {
		d, err := render.Compose(logo.Spec)
		if err != nil {
			s.Fail(err)
			return nil
		}
		all = append(all,
			mistake{s.words.stretched, nil, func(box geom.Rect) { s.bent(d, box, geom.Scale(1, 1.9)) }},
			mistake{s.words.tilted, nil, func(box geom.Rect) { s.bent(d, box, geom.Rotate(-14)) }},
			mistake{s.words.cropped, nil, func(box geom.Rect) { s.cropped(d, box) }},
		)
	}
	for i := range s.charter.Wrong {
		w := &s.charter.Wrong[i]
		all = append(all, mistake{w.Name, w.Ground, func(box geom.Rect) { s.picture(w, box.Inset(4)) }})
	}
	return all
}

// bent draws d as m distorts it, as large as fits box.
func (s *sheet) bent(d *render.Drawing, box geom.Rect, m geom.Matrix) {
	box = box.Inset(4)
	b := d.Page().Path().Transform(m).Bounds()
	k := min(box.W()/b.W(), box.H()/b.H())
	whole := geom.Translate(box.X0+(box.W()-float64(k*b.W()))/2, box.Y0+(box.H()-float64(k*b.H()))/2).
		Mul(geom.Scale(k, k)).Mul(geom.Translate(-b.X0, -b.Y0)).Mul(m)
	for _, n := range bend(d.Root, whole, s.Step()) {
		s.Draw(n)
	}
}

// bend returns the shapes and texts of g, in order, mapped by any matrix. Strokes
// keep their width, and groups lose what they do to the whole: it is a picture
// of a mistake.
func bend(g *render.Group, m geom.Matrix, step float64) []render.Node {
	var out []render.Node
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			out = append(out, bend(n, m, step)...)
		case *render.Shape:
			p := n.Path.Transform(m)
			p.Quantize(step)
			shape := *n
			shape.Path = p
			out = append(out, &shape)
		case *render.Text:
			p := n.Path().Transform(m)
			p.Quantize(step)
			out = append(out, &render.Shape{Path: p, Fill: n.Fill})
		}
	}
	return out
}

// cropped draws d larger than box.
func (s *sheet) cropped(d *render.Drawing, box geom.Rect) {
	in := box.Inset(4)
	k := 1.35 * min(in.W()/d.Width, in.H()/d.Height)
	m := geom.Translate(math.Max(in.X0, in.X1-float64(k*d.Width)-in.W()*0.3), box.Y0+(box.H()-float64(k*d.Height))/2).Mul(geom.Scale(k, k))
	g := render.NewGroup(render.Place(d, m, s.Step()))
	p := box.Path()
	p.Quantize(s.Step())
	g.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: p}}}
	s.Nodes = append(s.Nodes, g)
}

func errRules(n int) error {
	return fmt.Errorf("%w: %d rules in the room for what may not be done", render.ErrOverflow, n)
}
