package proof

import (
	"math"

	"panonceau/render"
	"panonceau/render/cut"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A piece is the picture of a proof and what was measured on it. Lengths are
// millimetres in reality, from the top left corner of the piece.
type piece struct {
	drawing       *render.Drawing
	art           *render.Group // the picture without its technical layers, in units
	width, height float64
	bleed         float64
	technical     []technical
	engraved      bool
	swatches      []swatch
	images        bool
	radii         []float64  // of the corners of the cut, each once
	corner        geom.Point // middle of the rounding nearest to the top left
	holes         []hole
	letters       *letters // of the main text; nil: none could be measured
	dark          bool     // can only be read on a dark ground
}

// A technical is one path for a machine.
type technical struct {
	layer render.Layer
	path  *geom.Path
}

// A hole is a drilled circle.
type hole struct {
	center geom.Point
	radius float64
}

// fromEdges returns the distances of the centre to the nearest edges.
func (h hole) fromEdges(p *piece) (x, y float64) {
	return min(h.center.X, p.width-h.center.X), min(h.center.Y, p.height-h.center.Y)
}

// arcTolerance is how far an arc may stray from the path it is found in, in
// millimetres: less than a cutter does.
const arcTolerance = 0.02

func measure(d *render.Drawing, fonts *text.Collection) *piece {
	p := &piece{drawing: d, width: d.Width * d.Unit, height: d.Height * d.Unit, bleed: d.Bleed * d.Unit}
	p.art = p.split(d.Root, render.LayerArt)
	for _, t := range p.technical {
		for _, l := range cut.Polylines(t.path, arcTolerance) {
			switch t.layer {
			case render.LayerCut:
				p.corners(&l)
			case render.LayerDrill:
				if c, r, ok := l.Circle(2 * arcTolerance); ok {
					p.holes = append(p.holes, hole{c, r})
				}
			}
		}
	}
	survey := survey{bounds: d.Page()}
	survey.group(p.art)
	p.swatches, p.images = survey.swatches, survey.images
	main := survey.main(d.Meta.Holder)
	p.letters = measureLetters(main, d.Unit, fonts)
	p.dark = survey.needsDark(main)
	return p
}

// split returns g without what is on technical layers, and keeps that aside.
func (p *piece) split(g *render.Group, l render.Layer) *render.Group {
	out := *g
	out.Children = make([]render.Node, 0, len(g.Children))
	if g.Layer != render.LayerArt {
		l = g.Layer
	}
	p.engraved = p.engraved || l == render.LayerEngrave
	for _, n := range g.Children {
		if child, ok := n.(*render.Group); ok {
			n = p.split(child, l)
		}
		if !l.Technical() {
			out.Children = append(out.Children, n)
			continue
		}
		switch n := n.(type) {
		case *render.Shape:
			p.keep(l, n.Path)
		case *render.Text:
			p.keep(l, n.Path())
		}
	}
	if l.Technical() {
		out.Layer = render.LayerArt // it is empty
	}
	return &out
}

func (p *piece) keep(l render.Layer, path *geom.Path) {
	unit := p.drawing.Unit
	p.technical = append(p.technical, technical{l, path.Transform(geom.Scale(unit, unit))})
}

// has reports whether the piece has something on a technical layer.
func (p *piece) has(l render.Layer) bool {
	for _, t := range p.technical {
		if t.layer == l {
			return true
		}
	}
	return false
}

// quarterBulge is the bulge of a quarter of a circle, tan 22.5°.
const quarterBulge = math.Sqrt2 - 1

// corners notes the roundings of a line: its quarters of circles.
func (p *piece) corners(l *cut.Polyline) {
	n := len(l.Vertices)
	if _, _, circle := l.Circle(2 * arcTolerance); circle || !l.Closed {
		return
	}
	for i, v := range l.Vertices {
		if math.Abs(math.Abs(v.Bulge)-quarterBulge) > 0.01 {
			continue
		}
		chord := l.Vertices[(i+1)%n].Sub(v.Point)
		b := v.Bulge
		// The rise of an arc over its chord is half the chord times the bulge.
		mid := v.Point.Add(chord.Mul(0.5)).Add(geom.Pt(chord.Y, -chord.X).Mul(b / 2))
		radius := geom.Quantize(chord.Len()*(1+float64(b*b))/(4*math.Abs(b)), 0.1)
		if len(p.radii) == 0 || mid.X+mid.Y < p.corner.X+p.corner.Y {
			p.corner = mid
		}
		known := false
		for _, r := range p.radii {
			known = known || r == radius
		}
		if !known {
			p.radii = append(p.radii, radius)
		}
	}
}
