package svg

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/png"
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
)

func (e *encoder) nodes(nodes []render.Node) {
	for _, n := range nodes {
		switch n := n.(type) {
		case *render.Group:
			e.group(n)
		case *render.Shape:
			if e.written(e.layer) {
				e.shape(n)
			}
		case *render.Text:
			if e.written(e.layer) {
				e.text(n)
			}
		case *render.Image:
			if e.written(e.layer) {
				e.image(n)
			}
		default:
			panic(fmt.Sprintf("svg: unknown node %T", n))
		}
	}
}

// written reports whether what is on layer l is part of the document.
func (e *encoder) written(l render.Layer) bool {
	if e.opts.Layers == nil {
		return !l.Technical() && l != render.LayerProof
	}
	return slices.Contains(e.opts.Layers, l)
}

// reaches reports whether anything in g, itself on layer l, is written.
func (e *encoder) reaches(g *render.Group, l render.Layer) bool {
	for _, n := range g.Children {
		if child, ok := n.(*render.Group); !ok && e.written(l) || ok && e.reaches(child, layerOf(child, l)) {
			return true
		}
	}
	return false
}

// layerOf returns the layer of g, whose parent is on layer outer.
func layerOf(g *render.Group, outer render.Layer) render.Layer {
	if g.Layer == "" {
		return outer
	}
	return g.Layer
}

// group writes g. Filter, clip, mask and opacity are applied in this order
// (Filter Effects 1 §4, CSS Masking 1 §1.2), whatever the order of attributes.
func (e *encoder) group(g *render.Group) {
	outer := e.layer
	defer func() { e.layer = outer }()
	e.layer = layerOf(g, outer)
	if !e.reaches(g, e.layer) && (g.Filter == nil || !e.written(e.layer)) {
		return
	}
	if g.Plain() && e.layer == outer {
		e.nodes(g.Children)
		return
	}

	// Of several masks each one takes a group: mask has no list of them.
	groups := 1
	var masks []int
	for m := g.Mask; m != nil; m = m.And {
		masks = append(masks, e.mask(m))
	}
	clip := e.clip(g.Clip)
	filter, turned := e.filter(g.Filter)

	e.str("<g")
	if e.layer != outer {
		e.attr("data-layer", escape(string(e.layer)))
	}
	if g.Opacity != 1 {
		e.number("opacity", g.Opacity)
	}
	e.compositing(g)
	for len(masks) > 1 {
		e.url("mask", masks[0])
		e.str(">\n<g")
		masks = masks[1:]
		groups++
	}
	if len(masks) > 0 {
		e.url("mask", masks[0])
	}
	e.url("clip-path", clip)
	if turned {
		// The filter works in a space of its own: go there and back.
		there := e.finer(3).matrix(g.Filter.Matrix)
		back, _ := there.Inverse()
		e.str(">\n<g")
		e.transform("transform", there)
		e.url("filter", filter)
		e.str(">\n<g")
		e.transform("transform", back)
		groups += 2
	} else {
		e.url("filter", filter)
	}
	e.str(">\n")
	e.nodes(g.Children)
	for range groups {
		e.canvas.Gend()
	}
}

// compositing writes how g mixes with what lies below (Compositing 1 §3).
func (e *encoder) compositing(g *render.Group) {
	switch {
	case g.Blend != render.BlendNormal:
		e.blends = true
		e.attr("style", "mix-blend-mode:"+blendNames[g.Blend]) // isolates too
	case g.Isolate:
		e.attr("style", "isolation:isolate")
	}
}

var blendNames = [...]string{
	"normal", "multiply", "screen", "overlay", "darken", "lighten",
	"color-dodge", "color-burn", "hard-light", "soft-light", "difference",
	"exclusion", "hue", "saturation", "color", "luminosity",
}

func (e *encoder) shape(s *render.Shape) {
	if s.Path.Empty() || s.Fill == nil && s.Stroke == nil {
		return
	}
	var fill, stroke int
	if s.Fill != nil {
		fill = e.server(s.Fill.Paint)
	}
	if s.Stroke != nil {
		stroke = e.server(s.Stroke.Paint)
	}
	e.str("<path")
	e.class(s.Fill, s.Stroke)
	e.fill(s.Fill, fill)
	if s.Stroke != nil {
		e.stroke(s.Stroke, stroke)
		if s.StrokeFirst && s.Fill != nil {
			e.attr("paint-order", "stroke")
		}
	}
	e.crisp(s.Crisp)
	e.data(s.Path, geom.Identity)
	e.str("/>\n")
}

func (e *encoder) crisp(crisp bool) {
	if crisp {
		e.attr("shape-rendering", "crispEdges")
	}
}

// data writes a path, mapped by m.
func (e *encoder) data(p *geom.Path, m geom.Matrix) {
	e.open("d")
	e.beginData(e.grid)
	e.paths.path(p, m, vec{})
	e.endData()
}

// beginData and endData enclose paths written as one.
func (e *encoder) beginData(g grid) {
	e.paths = pathWriter{grid: g, out: e.out, abs: e.paths.abs, rel: e.paths.rel}
}

func (e *encoder) endData() {
	e.out = e.paths.out
	e.str(`"`)
}

// image writes a raster picture, as the file it came from if viewers read that.
func (e *encoder) image(i *render.Image) {
	if i.Pix == nil || i.Pix.Rect.Empty() {
		return
	}
	source, mediaType := i.Source, i.MediaType
	if len(source) == 0 || mediaType != "image/png" && mediaType != "image/jpeg" {
		var b bytes.Buffer
		if err := png.Encode(&b, i.Pix); err != nil {
			e.err = fmt.Errorf("svg: image: %w", err)
			return
		}
		source, mediaType = b.Bytes(), "image/png"
	}
	w, h := float64(i.Pix.Rect.Dx()), float64(i.Pix.Rect.Dy())
	e.str("<image")
	if m := i.Matrix; m.B == 0 && m.C == 0 && m.A > 0 && m.D > 0 {
		e.origin(m.E, m.F)
		e.number("width", float64(m.A*w))
		e.number("height", float64(m.D*h))
	} else {
		e.number("width", w)
		e.number("height", h)
		e.transform("transform", m)
	}
	e.attr("preserveAspectRatio", "none")
	if i.Pixelated {
		// CSS Images 3 §6.1. Viewers of SVG 1.1 know the second name only, and
		// browsers skip it.
		e.attr("style", "image-rendering:pixelated;image-rendering:optimizeSpeed")
	}
	e.open("xlink:href")
	e.str("data:" + mediaType + ";base64,")
	e.out = base64.StdEncoding.AppendEncode(e.out, source)
	e.str(`"` + "/>\n")
}

// origin writes x and y, whose default is 0.
func (e *encoder) origin(x, y float64) {
	if e.round(x) != 0 {
		e.number("x", x)
	}
	if e.round(y) != 0 {
		e.number("y", y)
	}
}

// transform writes a matrix. It multiplies coordinates, so it has more decimals
// than they have.
func (e *encoder) transform(name string, m geom.Matrix) {
	coarse := e.grid
	e.grid = coarse.finer(3)
	e.open(name)
	e.str("matrix(")
	e.values(m.A, m.B, m.C, m.D, m.E, m.F)
	e.str(`)"`)
	e.grid = coarse
}
