package svg

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// A glyphKey is an outline at one size: glyphs of equal keys differ in their
// position only.
type glyphKey struct {
	outline    *geom.Path
	a, b, c, d float64
}

func keyOf(g render.Glyph) glyphKey {
	return glyphKey{g.Outline, g.Matrix.A, g.Matrix.B, g.Matrix.C, g.Matrix.D}
}

func (k glyphKey) matrix() geom.Matrix { return geom.Matrix{A: k.a, B: k.b, C: k.c, D: k.d} }

// What sharing a glyph costs in bytes: <path id="abcde1" d=""/> once, and
// <use xlink:href="#abcde1" x="12.345" y="12.345"/> each time.
const (
	shareCost = 25
	useCost   = 51
)

// shareGlyphs defines the outlines that are shorter to write once and refer to
// than to repeat.
func (e *encoder) shareGlyphs(root *render.Group) {
	s := survey{e: e, counts: map[glyphKey]int{}}
	s.group(root, layerOf(root, e.layer))
	e.glyphs = map[glyphKey]int{}
	for _, k := range s.order {
		n := s.counts[k]
		if n < 2 {
			continue
		}
		start, refs := len(e.out), len(e.refs)
		e.lastID++
		e.str("<path")
		e.open("id")
		e.ref(e.lastID)
		e.str(`"`)
		before := len(e.out)
		e.data(k.outline, k.matrix())
		if length := len(e.out) - before - len(` d=""`); length*n <= shareCost+length+useCost*n {
			e.out, e.refs = e.out[:start], e.refs[:refs]
			e.lastID--
			continue
		}
		e.str("/>\n")
		e.glyphs[k] = e.lastID
	}
	if len(e.out) > 0 {
		// The definitions of all other elements draw nothing by themselves.
		glyphs := append([]byte(nil), e.out...)
		e.out = e.out[:0]
		e.canvas.Def()
		for i := range e.refs {
			e.refs[i] += len(e.out)
		}
		e.out = append(e.out, glyphs...)
		e.canvas.DefEnd()
	}
}

// A survey counts the glyphs of a drawing.
type survey struct {
	e      *encoder
	counts map[glyphKey]int
	order  []glyphKey // of first appearance
}

func (s *survey) group(g *render.Group, layer render.Layer) {
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			s.group(n, layerOf(n, layer))
		case *render.Text:
			if !plainInk(n.Fill) || !s.e.written(layer) {
				continue
			}
			for _, g := range n.Glyphs {
				k := keyOf(g)
				if s.counts[k]++; s.counts[k] == 1 {
					s.order = append(s.order, k)
				}
			}
		}
	}
}

// plainInk reports whether glyphs filled with f may be drawn one by one: a
// gradient would move along.
func plainInk(f *render.Fill) bool {
	if f == nil {
		return false
	}
	_, ok := f.Paint.(render.Color)
	return ok
}

// text writes t as outlines: shared glyphs one by one, the rest as one path.
func (e *encoder) text(t *render.Text) {
	if t.Fill == nil {
		return
	}
	var shared, single []render.Glyph
	for _, g := range t.Glyphs {
		switch {
		case g.Outline.Empty():
		case plainInk(t.Fill) && e.glyphs[keyOf(g)] != 0:
			shared = append(shared, g)
		default:
			single = append(single, g)
		}
	}
	if len(shared)+len(single) == 0 {
		return
	}
	server := e.server(t.Fill.Paint)
	if len(shared) > 0 {
		e.str("<g")
		e.class(t.Fill, nil)
		e.paint("fill", t.Fill.Paint, server)
		if t.Fill.Opacity != 1 {
			e.number("opacity", t.Fill.Opacity) // glyphs may overlap
		}
		e.str(">\n")
		for _, g := range shared {
			e.use(e.glyphs[keyOf(g)], g.Matrix.E, g.Matrix.F)
		}
	}
	if len(single) > 0 {
		e.str("<path")
		if len(shared) == 0 {
			e.class(t.Fill, nil)
			e.fill(t.Fill, server)
		}
		e.open("d")
		e.beginData()
		for _, g := range single {
			k := keyOf(g)
			e.paths.path(k.outline, k.matrix(), e.point(geom.Pt(g.Matrix.E, g.Matrix.F)))
		}
		e.endData()
		e.str("/>\n")
	}
	if len(shared) > 0 {
		e.canvas.Gend()
	}
}

func (e *encoder) use(id int, x, y float64) {
	e.str(`<use xlink:href="#`)
	e.ref(id)
	e.str(`"`)
	e.origin(x, y)
	e.str("/>\n")
}
