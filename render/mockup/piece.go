package mockup

import (
	"fmt"
	"image"

	"panonceau/render"
	"panonceau/render/cut"
	"panonceau/render/geom"
	"panonceau/render/icc"
	"panonceau/render/raster"
)

// A piece is a drawing at the size and the place at which it is shown.
type piece struct {
	image.Rectangle
	perMM float64 // pixels per millimetre

	body   *field       // the plate
	print  *image.NRGBA // what is printed on it
	recess *field       // what is engraved, or nil
	paint  *image.NRGBA // the colours that fill the engraving, or nil
	mark   *image.NRGBA // that of a specimen, which nothing covers, or nil
	holes  []hole
}

// A hole is where a screw goes, in pixels.
type hole struct {
	center geom.Point
	radius float64
}

// newPiece draws the parts of d, to be shown at r.
func newPiece(d *render.Drawing, r image.Rectangle) (*piece, error) {
	p := &piece{Rectangle: r, perMM: float64(r.Dx()) / max(d.Width*d.Unit, leastMM*d.Width/min(d.Width, d.Height))}
	plate := render.NewGroup(&render.Shape{Path: contour(d), Fill: &render.Fill{Opacity: 1, Paint: render.Color{}}})
	img, err := p.draw(d, plate)
	if err != nil {
		return nil, err
	}
	p.body = coverage(img, r)
	if p.print, err = p.draw(d, asPrinted(d, without(d.Root, render.LayerEngrave, render.LayerSpecimen))); err != nil {
		return nil, err
	}
	if mark := only(d.Root, render.LayerSpecimen); len(mark.Children) > 0 {
		if p.mark, err = p.draw(d, mark); err != nil {
			return nil, err
		}
	}
	if engraved := only(d.Root, render.LayerEngrave); len(engraved.Children) > 0 {
		if p.paint, err = p.draw(d, engraved); err != nil {
			return nil, err
		}
		p.recess = coverage(p.paint, r)
	}
	p.holes, err = p.drilled(d)
	return p, err
}

// draw draws g instead of what d shows, at the size of p.
func (p *piece) draw(d *render.Drawing, g *render.Group) (*image.NRGBA, error) {
	part := *d
	part.Root = g
	img, err := raster.Draw(&part, p.Dx(), p.Dy(), raster.Options{})
	if err != nil {
		return nil, fmt.Errorf("mockup: %w", err)
	}
	return img, nil
}

// coverage returns the opacity of img, placed at r.
func coverage(img *image.NRGBA, r image.Rectangle) *field {
	f := newField(r)
	for i := range f.v {
		a := int32(img.Pix[4*i+3])
		f.v[i] = a<<8 + a + a>>7 // 255 is one
	}
	return f
}

// asPrinted returns g in the colours that its inks have on coated paper. A
// screen shows colours that no press does; they would be a promise.
func asPrinted(d *render.Drawing, g *render.Group) *render.Group {
	press, err := icc.Coated()
	if err != nil {
		return g
	}
	part := *d
	part.Root = g
	return render.Repaint(&part, func(c render.Color) render.Color {
		if c.Ink == nil {
			return c
		}
		c.R, c.G, c.B = press.SRGB(c.Ink.CMYK)
		return c
	}).Root
}

// contour returns the outline of the plate: the largest path on the cut layer,
// or the page.
func contour(d *render.Drawing) *geom.Path {
	outline, area := d.Page().Path(), 0.0
	for _, p := range pathsOn(d.Root, render.LayerCut) {
		b := p.Bounds()
		if a := b.W() * b.H(); a > area {
			outline, area = p, a
		}
	}
	return outline
}

// drilled returns the circles of the drill layer that screws may fill: inside
// the piece, and small.
func (p *piece) drilled(d *render.Drawing) ([]hole, error) {
	const tolerance = 0.05 // millimetres
	k := float64(p.Dx()) / d.Width
	largest := float64(min(p.Dx(), p.Dy())) / 8
	var holes []hole
	for _, path := range pathsOn(d.Root, render.LayerDrill) {
		for _, line := range cut.Polylines(path, tolerance/d.Unit) {
			c, r, ok := line.Circle(2 * tolerance / d.Unit)
			r = float64(r * k)
			at := geom.Pt(float64(p.Min.X), float64(p.Min.Y)).Add(c.Mul(k))
			if !ok || r > largest || !image.Pt(int(at.X), int(at.Y)).In(p.Rectangle) {
				continue
			}
			if len(holes) == maxHoles {
				return nil, fmt.Errorf("mockup: more than %d holes", maxHoles)
			}
			holes = append(holes, hole{at, r})
		}
	}
	return holes, nil
}
