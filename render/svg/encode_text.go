package svg

import (
	"strconv"

	"panonceau/render"
	"panonceau/render/geom"
)

// text writes t as outlines.
func (e *encoder) text(t *render.Text) {
	if t.Fill == nil {
		return
	}
	if !plainInk(t.Fill) {
		e.shape(&render.Shape{Path: t.Path(), Fill: t.Fill})
		return
	}
	run := make([]render.Glyph, 0, len(t.Glyphs)) // those that need as many decimals
	for _, g := range t.Glyphs {
		if g.Outline.Empty() {
			continue
		}
		if len(run) > 0 && keyOf(g).decimals(e.grid) != keyOf(run[0]).decimals(e.grid) {
			e.run(run, t.Fill)
			run = run[:0]
		}
		run = append(run, g)
	}
	if len(run) > 0 {
		e.run(run, t.Fill)
	}
}

// A runSpace is the coordinate system that a run of glyphs is written in. Its
// origin is that of the first glyph and its unit a hundredth or a thousandth,
// because whole numbers are shorter.
type runSpace struct {
	decimals int
	origin   geom.Point // on the grid of the drawing
}

func (e *encoder) runSpace(first render.Glyph) runSpace {
	at := e.point(geom.Pt(first.Matrix.E, first.Matrix.F))
	unit := float64(e.unit())
	return runSpace{keyOf(first).decimals(e.grid), geom.Pt(float64(at.x)/unit, float64(at.y)/unit)}
}

// place returns where g is.
func (s runSpace) place(g render.Glyph) vec {
	p := geom.Pt(g.Matrix.E, g.Matrix.F).Sub(s.origin)
	return grid{0}.point(p.Mul(float64(powersOfTen[s.decimals])))
}

// run writes glyphs: the shared ones one by one, the rest as one path.
func (e *encoder) run(glyphs []render.Glyph, fill *render.Fill) {
	s := e.runSpace(glyphs[0])
	var shared, single []render.Glyph
	for _, g := range glyphs {
		if e.glyphs[keyOf(g)] != 0 {
			shared = append(shared, g)
		} else {
			single = append(single, g)
		}
	}
	if len(shared) == 0 {
		e.str("<path")
		e.runAttributes(s, fill)
		e.outlines(s, single)
		return
	}
	e.str("<g")
	e.runAttributes(s, fill)
	e.str(">\n")
	for _, g := range shared {
		e.use(e.glyphs[keyOf(g)], s.place(g))
	}
	if len(single) > 0 {
		e.str("<path")
		e.outlines(s, single)
	}
	e.canvas.Gend()
}

func (e *encoder) runAttributes(s runSpace, fill *render.Fill) {
	e.class(fill, nil)
	e.paint("fill", fill.Paint, 0)
	if fill.Opacity != 1 {
		e.number("opacity", fill.Opacity) // of all together: glyphs may overlap
	}
	e.open("transform")
	e.str("translate(")
	e.values(s.origin.X, s.origin.Y)
	e.str(")scale(")
	e.value(1 / float64(powersOfTen[s.decimals]))
	e.str(`)"`)
}

// outlines writes the data of a path and ends its element.
func (e *encoder) outlines(s runSpace, glyphs []render.Glyph) {
	e.open("d")
	e.beginData(grid{0})
	for _, g := range glyphs {
		k := keyOf(g)
		e.paths.path(k.outline, k.matrix(s.decimals), s.place(g))
	}
	e.endData()
	e.str("/>\n")
}

// use places a shared glyph.
func (e *encoder) use(id int, at vec) {
	e.str(`<use xlink:href="#`)
	e.ref(id)
	e.str(`"`)
	e.integer("x", at.x)
	e.integer("y", at.y)
	e.str("/>\n")
}

// integer writes an attribute whose default is 0.
func (e *encoder) integer(name string, v int64) {
	if v == 0 {
		return
	}
	e.open(name)
	e.out = strconv.AppendInt(e.out, v, 10)
	e.str(`"`)
}
