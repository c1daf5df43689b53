package svg

import (
	"fmt"
	"strconv"

	"panonceau/render"
	"panonceau/render/geom"
)

// A filterWriter writes the primitives of one filter.
type filterWriter struct {
	*encoder
	filter *render.Filter
	sx, sy float64    // from the filter's lengths to those written
	origin geom.Point // where (0, 0) of the filter's space is
	named  []bool     // effects that one further down than the next refers to
	last   int        // the effect being written
}

// filter writes the definition of f (Filter Effects 1) and returns its
// identifier, 0 for nil. A filter whose space is turned or skewed is written in
// that space, which its element then has to be drawn in.
func (e *encoder) filter(f *render.Filter) (id int, turned bool) {
	if f == nil {
		return 0, false
	}
	m := f.Matrix
	turned = m.B != 0 || m.C != 0 || m.A <= 0 || m.D <= 0
	if turned {
		m = geom.Identity
	}
	w := &filterWriter{e, f, m.A, m.D, geom.Pt(m.E, m.F), make([]bool, len(f.Effects)), 0}
	for i, effect := range f.Effects {
		for _, in := range inputs(effect) {
			if in >= 0 && int(in) < i-1 {
				w.named[in] = true
			}
		}
	}
	d := e.define("filter")
	e.attr("filterUnits", "userSpaceOnUse")
	w.region(f.Region)
	e.str(">\n")
	for i, effect := range f.Effects {
		w.last = i
		w.effect(effect)
	}
	return e.defined(d, "filter"), turned
}

// inputs returns what an effect reads.
func inputs(effect render.Effect) []render.Input {
	switch f := effect.(type) {
	case *render.GaussianBlur:
		return []render.Input{f.In}
	case *render.Offset:
		return []render.Input{f.In}
	case *render.Merge:
		return f.In
	case *render.Blend:
		return []render.Input{f.In, f.Under}
	case *render.Composite:
		return []render.Input{f.In, f.Under}
	case *render.ColorMatrix:
		return []render.Input{f.In}
	case *render.ComponentTransfer:
		return []render.Input{f.In}
	case *render.DropShadow:
		return []render.Input{f.In}
	case *render.Morphology:
		return []render.Input{f.In}
	case *render.Tile:
		return []render.Input{f.In}
	}
	return nil
}

func (w *filterWriter) effect(effect render.Effect) {
	switch f := effect.(type) {
	case *render.GaussianBlur:
		w.begin("feGaussianBlur", f)
		w.in("in", f.In)
		w.pair("stdDeviation", f.X*w.sx, f.Y*w.sy)
		w.str("/>\n")
	case *render.Offset:
		w.begin("feOffset", f)
		w.in("in", f.In)
		w.number("dx", f.DX*w.sx)
		w.number("dy", f.DY*w.sy)
		w.str("/>\n")
	case *render.Flood:
		w.begin("feFlood", f)
		w.flood(f.Color, f.Opacity)
		w.str("/>\n")
	case *render.Merge:
		w.begin("feMerge", f)
		w.str(">\n")
		for _, in := range f.In {
			w.str("<feMergeNode")
			w.in("in", in)
			w.str("/>\n")
		}
		w.str("</feMerge>\n")
	case *render.Blend:
		w.begin("feBlend", f)
		w.in("in", f.In)
		w.in("in2", f.Under)
		w.attr("mode", blendNames[f.Mode])
		w.str("/>\n")
	case *render.Composite:
		w.composite(f)
	case *render.ColorMatrix:
		w.begin("feColorMatrix", f)
		w.in("in", f.In)
		w.open("values")
		w.values(f.Matrix[:]...)
		w.str("\"/>\n")
	case *render.ComponentTransfer:
		w.begin("feComponentTransfer", f)
		w.in("in", f.In)
		w.str(">\n")
		w.transfer("feFuncR", f.R)
		w.transfer("feFuncG", f.G)
		w.transfer("feFuncB", f.B)
		w.transfer("feFuncA", f.A)
		w.str("</feComponentTransfer>\n")
	case *render.DropShadow:
		w.begin("feDropShadow", f)
		w.in("in", f.In)
		w.number("dx", f.DX*w.sx)
		w.number("dy", f.DY*w.sy)
		w.pair("stdDeviation", f.X*w.sx, f.Y*w.sy)
		w.flood(f.Color, f.Opacity)
		w.str("/>\n")
	case *render.Morphology:
		w.begin("feMorphology", f)
		w.in("in", f.In)
		if f.Dilate {
			w.attr("operator", "dilate")
		}
		w.pair("radius", f.X*w.sx, f.Y*w.sy)
		w.str("/>\n")
	case *render.Tile:
		w.begin("feTile", f)
		w.in("in", f.In)
		w.str("/>\n")
	default:
		panic(fmt.Sprintf("svg: unknown effect %T", effect))
	}
}

// begin writes the name of a primitive and what all of them have.
func (w *filterWriter) begin(element string, effect render.Effect) {
	w.str("<")
	w.str(element)
	c := effect.Common()
	if c.Region != w.filter.Region {
		w.region(c.Region)
	}
	if !c.LinearRGB { // linear light is the default (Filter Effects 1 §10)
		w.attr("color-interpolation-filters", "sRGB")
	}
	if w.named[w.last] {
		w.attr("result", w.name(w.last))
	}
}

// region writes the rectangle outside of which a result is transparent.
func (w *filterWriter) region(r geom.Rect) {
	w.number("x", float64(r.X0*w.sx)+w.origin.X)
	w.number("y", float64(r.Y0*w.sy)+w.origin.Y)
	w.number("width", r.W()*w.sx)
	w.number("height", r.H()*w.sy)
}

// in writes what a primitive reads, the default being the result before it
// (Filter Effects 1 §9.2).
func (w *filterWriter) in(name string, in render.Input) {
	first := w.last == 0
	switch {
	case in == render.SourceGraphic && !first:
		w.attr(name, "SourceGraphic")
	case in == render.SourceAlpha:
		w.attr(name, "SourceAlpha")
	case in >= 0 && int(in) < w.last-1:
		w.attr(name, w.name(int(in)))
	}
}

func (w *filterWriter) name(effect int) string { return "r" + strconv.Itoa(effect) }

// pair writes two numbers, or one if they are the same.
func (w *filterWriter) pair(name string, x, y float64) {
	w.open(name)
	if w.round(x) == w.round(y) {
		w.value(x)
	} else {
		w.values(x, y)
	}
	w.str(`"`)
}

func (w *filterWriter) flood(c render.RGB, opacity float64) {
	w.color("flood-color", c)
	if opacity != 1 {
		w.number("flood-opacity", opacity)
	}
}

var compositeNames = [...]string{"over", "in", "out", "atop", "xor", "arithmetic"}

func (w *filterWriter) composite(f *render.Composite) {
	w.begin("feComposite", f)
	w.in("in", f.In)
	w.in("in2", f.Under)
	w.attr("operator", compositeNames[f.Operator])
	if f.Operator == render.CompositeArithmetic {
		for i, name := range [...]string{"k1", "k2", "k3", "k4"} {
			w.number(name, f.K[i])
		}
	}
	w.str("/>\n")
}

var transferNames = [...]string{"identity", "table", "discrete", "linear", "gamma"}

// transfer writes the function of a channel, identity being the default.
func (w *filterWriter) transfer(element string, t render.Transfer) {
	if t.Kind == render.TransferIdentity {
		return
	}
	w.str("<")
	w.str(element)
	switch t.Kind {
	case render.TransferTable, render.TransferDiscrete:
		w.attr("type", transferNames[t.Kind])
		w.open("tableValues")
		w.values(t.Table...)
		w.str(`"`)
	case render.TransferLinear:
		w.attr("type", transferNames[t.Kind])
		w.number("slope", t.Slope)
		w.number("intercept", t.Offset)
	case render.TransferGamma:
		w.attr("type", transferNames[t.Kind])
		w.number("amplitude", t.Amplitude)
		w.number("exponent", t.Exponent)
		w.number("offset", t.Offset)
	}
	w.str("/>\n")
}
