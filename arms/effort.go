package arms

import (
	"errors"
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// An effort is what it takes to draw arms.
type effort struct {
	page   geom.Rect
	nodes  int
	points int
	layers int
	pixels int
	blends bool    // some group mixes with what is below it
	length float64 // of outlines, in sides of the page
	area   float64 // of what shapes cover, in pages
}

// exceeds returns the first bound that e is beyond, as an error.
func (e *effort) exceeds() error {
	switch {
	case e.nodes == 0:
		return errors.New("nothing can be seen in it")
	case e.nodes > maxNodes:
		return fmt.Errorf("more than %d shapes", maxNodes)
	case e.points > maxPoints:
		return fmt.Errorf("more than %d points", maxPoints)
	case e.layers > maxLayers:
		return fmt.Errorf("more than %d clips, masks and translucent groups", maxLayers)
	case e.pixels > maxPixels:
		return fmt.Errorf("pictures of %d pixels inside; at most %d in all", e.pixels, maxPixels)
	case !(e.length <= maxLength):
		return fmt.Errorf("outlines of %.0f sides of the page; at most %d", e.length, maxLength)
	case !(e.area <= maxArea):
		return fmt.Errorf("shapes cover %.0f pages; at most %d", e.area, maxArea)
	}
	return nil
}

// group measures g and returns it without the files of its pictures: what they
// hold besides pixels is nobody's business.
func (e *effort) group(g *render.Group) (*render.Group, error) {
	if g.Filter != nil {
		return nil, errors.New("a filter effect, which cannot be printed; flatten it in the drawing program")
	}
	if !g.Plain() {
		e.layers++
	}
	e.blends = e.blends || g.Blend != render.BlendNormal
	e.clip(g.Clip)
	out := *g
	out.Layer, out.Mark = "", nil
	out.Children = make([]render.Node, 0, len(g.Children))
	for _, n := range g.Children {
		if err := e.exceeds(); err != nil && e.nodes > 0 {
			return nil, err
		}
		c, err := e.node(n)
		if err != nil {
			return nil, err
		}
		out.Children = append(out.Children, c)
	}
	for m := g.Mask; m != nil; m = m.And {
		e.layers++
		if _, err := e.group(m.Content); err != nil {
			return nil, err
		}
	}
	return &out, nil
}

func (e *effort) node(n render.Node) (render.Node, error) {
	switch n := n.(type) {
	case *render.Group:
		return e.group(n)
	case *render.Shape:
		e.path(n.Path)
		if n.Stroke != nil { // is as long on both sides
			e.path(n.Path)
			e.path(n.Path)
		}
		return n, e.paints(n)
	case *render.Image:
		w, h := n.Pix.Rect.Dx(), n.Pix.Rect.Dy()
		e.nodes++
		e.pixels += w * h
		e.covers(geom.RectWH(0, 0, float64(w), float64(h)).Path().Transform(n.Matrix).Bounds())
		image := *n
		image.Source, image.MediaType = nil, ""
		return &image, nil
	}
	return nil, errors.New("text; turn it into paths")
}

// paints measures the patterns of a shape.
func (e *effort) paints(s *render.Shape) error {
	var paints []render.Paint
	if s.Fill != nil {
		paints = append(paints, s.Fill.Paint)
	}
	if s.Stroke != nil {
		paints = append(paints, s.Stroke.Paint)
	}
	for _, p := range paints {
		if p, ok := p.(*render.Pattern); ok {
			if _, err := e.group(p.Content); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *effort) clip(c *render.Clip) {
	for ; c != nil; c = c.And {
		for i := range c.Shapes {
			e.path(c.Shapes[i].Path)
			e.clip(c.Shapes[i].Clip)
		}
	}
}

// path adds an outline.
func (e *effort) path(p *geom.Path) {
	e.nodes++
	e.points += len(p.Pts)
	length, i := 0.0, 0
	var at geom.Point
	for _, op := range p.Ops {
		for k := range op.Points() {
			next := p.Pts[i+k]
			if op != geom.MoveTo {
				length += next.Sub(at).Len()
			}
			at = next
		}
		i += op.Points()
	}
	e.length += length / max(e.page.W(), e.page.H())
	e.covers(p.Bounds())
}

// covers adds the part of the page that a box covers.
func (e *effort) covers(r geom.Rect) {
	if r = r.Intersect(e.page); !r.Empty() {
		e.area += float64(r.W()*r.H()) / float64(e.page.W()*e.page.H())
	}
}
