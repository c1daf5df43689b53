package svg

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// dump writes a drawing as text, a node on a line, for comparing.
func dump(d *render.Drawing) string {
	var w dumper
	w.children(d.Root, "")
	return w.String()
}

type dumper struct{ strings.Builder }

func (w *dumper) children(g *render.Group, indent string) {
	for _, n := range g.Children {
		w.node(n, indent)
	}
}

func (w *dumper) node(n render.Node, indent string) {
	w.WriteString(indent)
	switch n := n.(type) {
	case *render.Group:
		w.group(n, indent)
	case *render.Shape:
		fmt.Fprintf(w, "shape %s%s", pathText(n.Path), fillText(n.Fill))
		if s := n.Stroke; s != nil {
			fmt.Fprintf(w, " stroke=%s*%.4g first=%v %.4g %v %v %g %.4g %.4g",
				paintText(s.Paint), s.Opacity, n.StrokeFirst, s.Width, s.Cap, s.Join, s.MiterLimit, s.Dash, s.DashOffset)
		}
		w.WriteString("\n")
	case *render.Text:
		fmt.Fprintf(w, "text %q %v%s\n", n.String, n.Glyphs, fillText(n.Fill))
	case *render.Image:
		fmt.Fprintf(w, "image %d×%d %.5g", n.Pix.Rect.Dx(), n.Pix.Rect.Dy(), n.Matrix)
		if n.Pixelated {
			w.WriteString(" pixelated")
		}
		w.WriteString("\n")
	}
}

func (w *dumper) group(g *render.Group, indent string) {
	w.WriteString("group")
	if m := g.Mark; m != nil {
		fmt.Fprintf(w, " <%s id=%s line=%d", m.Element, m.ID, m.Line)
		for _, a := range m.Data {
			fmt.Fprintf(w, " %s=%s", a.Name, a.Value)
		}
		w.WriteString(">")
	}
	if g.Opacity != 1 {
		fmt.Fprintf(w, " opacity=%g", g.Opacity)
	}
	if g.Blend != 0 || g.Isolate {
		fmt.Fprintf(w, " blend=%d isolate=%v", g.Blend, g.Isolate)
	}
	w.WriteString(clipText(g.Clip))
	if f := g.Filter; f != nil {
		fmt.Fprintf(w, " filter=%v%v", f.Region, f.Matrix)
		for _, e := range f.Effects {
			fmt.Fprintf(w, " %T%v", e, e)
		}
	}
	w.WriteString("\n")
	for m := g.Mask; m != nil; m = m.And {
		fmt.Fprintf(w, "%s mask %v %v %s\n", indent, m.Alpha, m.LinearRGB, pathText(m.Region))
		w.children(m.Content, indent+" \t")
	}
	w.children(g, indent+"\t")
}

func clipText(c *render.Clip) string {
	s := ""
	for ; c != nil; c = c.And {
		s += " clip("
		for _, x := range c.Shapes {
			s += fmt.Sprintf("%s %d%s", pathText(x.Path), x.Rule, clipText(x.Clip))
		}
		s += ")"
	}
	return s
}

func fillText(f *render.Fill) string {
	if f == nil {
		return ""
	}
	s := " fill=" + paintText(f.Paint)
	if f.Opacity != 1 {
		s += fmt.Sprintf("*%.4g", f.Opacity)
	}
	if f.Rule != render.NonZero {
		s += " evenodd"
	}
	return s
}

func paintText(p render.Paint) string {
	switch p := p.(type) {
	case render.Color:
		return fmt.Sprintf("#%02x%02x%02x", p.R, p.G, p.B)
	case *render.Pattern:
		var w dumper
		w.children(p.Content, "\t|")
		return fmt.Sprintf("pattern%v%v\n%s", p.Tile, p.Matrix, w.String())
	}
	return fmt.Sprintf("%v", p)
}

func pathText(p *geom.Path) string {
	var b strings.Builder
	i := 0
	for _, op := range p.Ops {
		b.WriteByte("MLQCZ"[op])
		for _, a := range p.Pts[i : i+op.Points()] {
			fmt.Fprintf(&b, " %.5g %.5g", a.X, a.Y)
		}
		i += op.Points()
	}
	return b.String()
}

// wellFormed checks what Decode promises of every drawing.
func wellFormed(d *render.Drawing) error {
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) || d.Root == nil {
		return fmt.Errorf("drawing of %g × %g units of %g mm", d.Width, d.Height, d.Unit)
	}
	return checkGroup(d.Root, 0)
}

func checkGroup(g *render.Group, depth int) error {
	if !(g.Opacity >= 0 && g.Opacity <= 1) {
		return fmt.Errorf("group opacity %g", g.Opacity)
	}
	if depth > 4*maxDepth {
		return errors.New("groups too deep")
	}
	if err := checkClip(g.Clip); err != nil {
		return err
	}
	for m := g.Mask; m != nil; m = m.And {
		if err := errors.Join(checkPath(m.Region), checkGroup(m.Content, depth+1)); err != nil {
			return err
		}
	}
	if f := g.Filter; f != nil && (f.Region.Empty() || !f.Matrix.Finite()) {
		return fmt.Errorf("filter region %v", f.Region)
	}
	for _, n := range g.Children {
		if err := checkNode(n, depth); err != nil {
			return err
		}
	}
	return nil
}

func checkNode(n render.Node, depth int) error {
	switch n := n.(type) {
	case *render.Group:
		return checkGroup(n, depth+1)
	case *render.Shape:
		if s := n.Stroke; s != nil && (!(s.Width >= 0) || math.IsInf(s.Width, 0) || s.MiterLimit < 1 || len(s.Dash)%2 != 0) {
			return fmt.Errorf("stroke %+v", s.StrokeStyle)
		}
		if err := checkPath(n.Path); err != nil {
			return err
		}
		if n.Fill != nil {
			return checkPaint(n.Fill.Paint, depth)
		}
	case *render.Text:
		for _, g := range n.Glyphs {
			if !g.Matrix.Finite() {
				return fmt.Errorf("glyph matrix %v", g.Matrix)
			}
		}
	case *render.Image:
		if n.Pix == nil || n.Pix.Rect.Empty() || !n.Matrix.Finite() {
			return fmt.Errorf("image matrix %v", n.Matrix)
		}
	}
	return nil
}

func checkClip(c *render.Clip) error {
	for ; c != nil; c = c.And {
		for _, s := range c.Shapes {
			if err := errors.Join(checkPath(s.Path), checkClip(s.Clip)); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkPath(p *geom.Path) error {
	if !p.Finite() {
		return errors.New("path is not finite")
	}
	if len(p.Ops) > 0 && p.Ops[0] != geom.MoveTo {
		return errors.New("path does not begin with MoveTo")
	}
	return nil
}

func checkPaint(p render.Paint, depth int) error {
	var stops []render.Stop
	switch p := p.(type) {
	case *render.LinearGradient:
		stops = p.Stops
		if p.P0 == p.P1 || !p.Matrix.Finite() {
			return fmt.Errorf("gradient %+v", p)
		}
	case *render.RadialGradient:
		stops = p.Stops
		if !(p.R > 0 && p.FR >= 0) || !p.Matrix.Finite() {
			return fmt.Errorf("gradient %+v", p)
		}
	case *render.Pattern:
		if p.Tile.Empty() || !p.Matrix.Finite() {
			return fmt.Errorf("pattern %+v", p)
		}
		return checkGroup(p.Content, depth+1)
	default:
		return nil
	}
	last := 0.0
	for _, s := range stops {
		if !(s.Offset >= last && s.Offset <= 1) {
			return fmt.Errorf("stops %v", stops)
		}
		last = s.Offset
	}
	if len(stops) < 2 {
		return fmt.Errorf("stops %v", stops)
	}
	return nil
}
