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

// decimals returns how many decimals the outline needs, at most those of g: two
// if the unit of the font is a hundredth or more, so that rounding moves no
// point by more than half a unit of the font.
func (k glyphKey) decimals(g grid) int {
	if k.matrix(0).MeanScale() < .01 {
		return g.decimals
	}
	return min(2, g.decimals)
}

// matrix returns the map from the font to a space in which so many decimals
// are whole numbers.
func (k glyphKey) matrix(decimals int) geom.Matrix {
	s := float64(powersOfTen[decimals])
	return geom.Matrix{A: k.a * s, B: k.b * s, C: k.c * s, D: k.d * s}
}

// What sharing a glyph costs in bytes: <path id="abcde1" d=""/> once, and
// <use xlink:href="#abcde1" x="1234"/> each time.
const (
	shareCost = 25
	useCost   = 38
)

// shareGlyphs defines the outlines that are shorter to write once and refer to
// than to repeat. Each is written in whole numbers; see text.
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
		e.open("d")
		e.beginData(grid{0})
		e.paths.path(k.outline, k.matrix(k.decimals(e.grid)), vec{})
		e.endData()
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
