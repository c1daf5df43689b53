// Package cut reduces a drawing to what machines follow: the lines along which
// a plate is cut, the holes that are drilled, the outlines that are engraved.
// Colours are gone; only layers and geometry are left. It also writes them as
// SVG for cutters and lasers.
package cut

import (
	"errors"
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// An Operation is what a machine does along a path. It is the name of a layer
// in the files that shops get.
type Operation string

// The operations, in the order in which files list them.
const (
	Cut     Operation = "CUT"
	Engrave Operation = "ENGRAVE"
	Drill   Operation = "DRILL"
)

// Operations returns all operations, in order.
func Operations() []Operation { return []Operation{Cut, Engrave, Drill} }

// A Contour is a path for one operation, in millimetres, y down.
type Contour struct {
	Operation Operation
	Path      *geom.Path
	Width     float64 // of a stroke along Path; 0: Path is the edge of a surface
}

// maxPoints bounds a job. A plaque has some thousands; machines choke on more
// than this.
const maxPoints = 1 << 20

// Contours returns what machines do to make d, in document order.
//
// The engrave layer is engraved. A drawing with a cut or drill layer and no
// engrave layer is printed: machines only cut and drill it. A drawing without
// any of them, such as a logo, is engraved as a whole.
func Contours(d *render.Drawing) ([]Contour, error) {
	c := &collector{scale: geom.Scale(d.Unit, d.Unit)}
	c.art = !hasLayer(d.Root, render.LayerEngrave, render.LayerCut, render.LayerDrill)
	c.group(d.Root, render.LayerArt)
	if c.err == nil && len(c.contours) == 0 {
		c.err = errors.New("nothing to cut, engrave or drill")
	}
	if c.err != nil {
		return nil, fmt.Errorf("cut: %w", c.err)
	}
	return c.contours, nil
}

// hasLayer reports whether a group below g is on one of layers.
func hasLayer(g *render.Group, layers ...render.Layer) bool {
	if g == nil {
		return false
	}
	for _, l := range layers {
		if g.Layer == l {
			return true
		}
	}
	for _, n := range g.Children {
		if child, ok := n.(*render.Group); ok && hasLayer(child, layers...) {
			return true
		}
	}
	return false
}

// A collector walks a drawing and keeps the first error.
type collector struct {
	scale    geom.Matrix // to millimetres
	art      bool        // artwork on no layer is engraved too
	contours []Contour
	points   int
	err      error
}

// operation returns what is done on a layer, or nothing.
func (c *collector) operation(l render.Layer) Operation {
	switch l {
	case render.LayerCut:
		return Cut
	case render.LayerDrill:
		return Drill
	case render.LayerEngrave:
		return Engrave
	case render.LayerArt, render.LayerSpecimen:
		if c.art {
			return Engrave
		}
	}
	return ""
}

func (c *collector) group(g *render.Group, l render.Layer) {
	if g == nil || c.err != nil {
		return
	}
	if g.Layer != render.LayerArt {
		l = g.Layer
	}
	op := c.operation(l)
	if op != "" && (g.Mask != nil || g.Filter != nil) {
		c.err = fmt.Errorf("%s: a mask or a filter, which no machine can follow", op)
		return
	}
	if op != "" && g.Clip != nil && !roomy(g) {
		c.err = fmt.Errorf("%s: a clip path that cuts through what it clips", op)
		return
	}
	for _, n := range g.Children {
		c.node(n, l, op)
	}
}

func (c *collector) node(n render.Node, l render.Layer, op Operation) {
	if g, ok := n.(*render.Group); ok {
		c.group(g, l)
		return
	}
	if op == "" {
		return
	}
	switch n := n.(type) {
	case *render.Shape:
		switch {
		case op != Engrave || n.Fill != nil && n.Fill.Opacity > 0:
			c.add(op, n.Path, 0)
		case n.Stroke != nil && n.Stroke.Opacity > 0 && n.Stroke.Width > 0:
			c.add(op, n.Path, n.Stroke.Width*c.scale.A)
		}
	case *render.Text:
		c.add(op, n.Path(), 0)
	case *render.Image:
		if c.err == nil {
			c.err = fmt.Errorf("%s: a picture made of pixels", op)
		}
	}
}

func (c *collector) add(op Operation, p *geom.Path, width float64) {
	if p.Empty() || c.err != nil {
		return
	}
	if !p.Finite() {
		c.err = fmt.Errorf("%s: a coordinate that is not finite", op)
		return
	}
	if c.points += len(p.Pts); c.points > maxPoints {
		c.err = fmt.Errorf("more than %d points", maxPoints)
		return
	}
	c.contours = append(c.contours, Contour{op, p.Transform(c.scale), width})
}

// roomy reports whether the clip of g, a rectangle or not, leaves everything
// in g that its bounds leave: it then changes nothing that can be seen from
// here.
func roomy(g *render.Group) bool {
	for cl := g.Clip; cl != nil; cl = cl.And {
		if len(cl.Shapes) != 1 || cl.Shapes[0].Clip != nil || !isRect(cl.Shapes[0].Path) {
			return false
		}
		if !cl.Shapes[0].Path.Bounds().Contains(bounds(g), 1e-6) {
			return false
		}
	}
	return true
}

// isRect reports whether p is one rectangle with sides along the axes.
func isRect(p *geom.Path) bool {
	b := p.Bounds()
	if len(p.Pts) < 4 || len(p.Pts) > 5 {
		return false
	}
	for i, q := range p.Pts {
		if q.X != b.X0 && q.X != b.X1 || q.Y != b.Y0 && q.Y != b.Y1 {
			return false
		}
		if next := p.Pts[(i+1)%len(p.Pts)]; q.X != next.X && q.Y != next.Y {
			return false
		}
	}
	return true
}

// bounds returns what the paths below g cover, strokes left aside.
func bounds(g *render.Group) geom.Rect {
	r := geom.Nowhere()
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			r = r.Union(bounds(n))
		case *render.Shape:
			r = r.Union(n.Path.Bounds())
		case *render.Text:
			r = r.Union(n.Path().Bounds())
		}
	}
	return r
}
