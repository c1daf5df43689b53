// Package cut reduces a drawing to what machines follow: the lines along which
// a plate is cut, the holes that are drilled, the outlines that are engraved.
// Colours are gone; only layers and geometry are left. It also writes them as
// SVG for cutters and lasers.
package cut

import (
	"errors"
	"fmt"
	"math"

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

// A Contour is a path for one operation, in millimetres, y down. That of
// Engrave is the edge of all that is engraved; its subpaths are closed.
type Contour struct {
	Operation Operation
	Path      *geom.Path
}

// maxPoints bounds a job. A plaque has some thousands; machines choke on more
// than this.
const maxPoints = 1 << 20

// Contours returns what machines do to make d, the engraving last.
//
// The engrave layer is engraved, and the mark of a specimen across it. A drawing with a cut or drill layer and no
// engrave layer is printed: machines only cut and drill it. A drawing without
// any of them, such as a logo, is engraved as a whole. What is white stays bare
// and surfaces that overlap are united, whatever their colours.
func Contours(d *render.Drawing) ([]Contour, error) {
	c := &collector{scale: geom.Scale(d.Unit, d.Unit), surface: new(surface)}
	c.art = !hasLayer(d.Root, render.LayerEngrave, render.LayerCut, render.LayerDrill)
	c.engraved = c.art || hasLayer(d.Root, render.LayerEngrave)
	c.group(d.Root, render.LayerArt, nil)
	if c.err == nil && len(c.surface.areas) > 0 {
		p, err := c.surface.outlines()
		if err != nil {
			c.err = err
		} else {
			c.add(Engrave, p)
		}
	}
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
	engraved bool        // something is: then a specimen mark is, too
	contours []Contour
	surface  *surface
	points   int
	err      error
}

func (c *collector) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
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
	case render.LayerArt:
		if c.art {
			return Engrave
		}
	case render.LayerSpecimen:
		if c.engraved {
			return Engrave
		}
	}
	return ""
}

func (c *collector) group(g *render.Group, l render.Layer, clips [][]int) {
	if g == nil || c.err != nil {
		return
	}
	if g.Layer != render.LayerArt {
		l = g.Layer
	}
	op := c.operation(l)
	switch {
	case op == "":
	case g.Mask != nil || g.Filter != nil:
		c.fail("%s: a mask or a filter, which no machine can follow", op)
	case op == Engrave && g.Opacity <= 0:
		return
	case op == Engrave:
		clips = c.clip(g.Clip, clips)
	case g.Clip != nil:
		c.fail("%s: a clip path, which no machine can follow", op)
	}
	for _, n := range g.Children {
		switch child, ok := n.(*render.Group); {
		case ok:
			c.group(child, l, clips)
		case op == Engrave:
			c.engrave(n, clips)
		case op != "":
			c.follow(op, n)
		}
	}
}

// follow adds the path of n, whatever it is painted with.
func (c *collector) follow(op Operation, n render.Node) {
	switch n := n.(type) {
	case *render.Shape:
		if !n.Path.Empty() && c.sound(op, n.Path) {
			c.add(op, n.Path.Transform(c.scale))
		}
	case *render.Text:
		if p := n.Path(); c.sound(op, p) {
			c.add(op, p.Transform(c.scale))
		}
	case *render.Image:
		c.fail("%s: a picture made of pixels", op)
	}
}

// sound reports whether p has only coordinates that a machine can reach.
func (c *collector) sound(op Operation, p *geom.Path) bool {
	for _, q := range p.Pts {
		if k := c.scale.A; !(math.Abs(q.X*k) < maxReach && math.Abs(q.Y*k) < maxReach) {
			c.fail("%s: a coordinate beyond %d mm", op, maxReach)
			return false
		}
	}
	return true
}

// maxReach bounds coordinates, in millimetres: thrice the largest table.
const maxReach = 100_000

func (c *collector) add(op Operation, p *geom.Path) {
	if p.Empty() {
		return
	}
	if c.points += len(p.Pts); c.points > maxPoints {
		c.fail("more than %d points", maxPoints)
		return
	}
	c.contours = append(c.contours, Contour{op, p})
}
