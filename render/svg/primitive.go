package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A primitiveReader turns the primitives of a filter element into effects.
type primitiveReader struct {
	c      *converter
	u      measure   // of the primitives
	box    geom.Rect // bounding box of the element, if u asks for it
	filter *render.Filter
	names  map[string]render.Input // results by name, never ranged over
}

// primitive adds one primitive. It returns false if it is not supported.
func (r *primitiveReader) primitive(e *element) bool {
	common, ok := r.common(e)
	if !ok {
		return false
	}
	in, ok := r.input(e, "in")
	under, ok2 := r.input(e, "in2")
	if !ok || !ok2 {
		return false
	}
	var effect render.Effect
	switch e.name {
	case "feGaussianBlur":
		x, y := r.pair(e, "stdDeviation", 0)
		effect = &render.GaussianBlur{EffectCommon: common, In: in, X: max(0, x), Y: max(0, y)}
	case "feOffset":
		effect = &render.Offset{EffectCommon: common, In: in, DX: r.x(number(e, "dx", 0)), DY: r.y(number(e, "dy", 0))}
	case "feFlood":
		f := &render.Flood{EffectCommon: common}
		f.Color, f.Opacity = r.flood(e)
		effect = f
	case "feMerge":
		m := &render.Merge{EffectCommon: common}
		for _, node := range e.children {
			if node.name == "feMergeNode" && len(m.In) < maxEffects {
				in, ok := r.input(node, "in")
				if !ok {
					return false
				}
				m.In = append(m.In, in)
			}
		}
		effect = m
	case "feBlend":
		effect = &render.Blend{EffectCommon: common, In: in, Under: under, Mode: blendModes[e.attr("mode")]}
	case "feComposite":
		effect = &render.Composite{EffectCommon: common, In: in, Under: under, Operator: compositeOperators[e.attr("operator")],
			K: [4]float64{number(e, "k1", 0), number(e, "k2", 0), number(e, "k3", 0), number(e, "k4", 0)}}
	case "feColorMatrix":
		effect = &render.ColorMatrix{EffectCommon: common, In: in, Matrix: colorMatrix(e)}
	case "feComponentTransfer":
		effect = componentTransfer(e, common, in)
	case "feDropShadow":
		d := &render.DropShadow{EffectCommon: common, In: in, DX: r.x(number(e, "dx", 2)), DY: r.y(number(e, "dy", 2))}
		d.X, d.Y = r.pair(e, "stdDeviation", 2)
		d.X, d.Y = max(0, d.X), max(0, d.Y)
		d.Color, d.Opacity = r.flood(e)
		effect = d
	case "feMorphology":
		x, y := r.pair(e, "radius", 0)
		effect = &render.Morphology{EffectCommon: common, In: in, Dilate: e.attr("operator") == "dilate", X: x, Y: y}
	case "feTile":
		effect = &render.Tile{EffectCommon: common, In: in}
	default:
		return false
	}
	if name := e.attr("result"); name != "" {
		r.names[name] = render.Input(len(r.filter.Effects))
	}
	r.filter.Effects = append(r.filter.Effects, effect)
	return len(r.filter.Effects) <= maxEffects
}

// common reads what all primitives have (Filter Effects 1 §9.2 and §9.3).
func (r *primitiveReader) common(e *element) (render.EffectCommon, bool) {
	region := r.filter.Region
	side := func(name string, def float64, scale, origin float64) float64 {
		l, ok := parseLength(e.attr(name))
		if !ok {
			return def
		}
		if v := r.u.px(l, name); !r.u.boxUnits {
			return v
		} else {
			return origin + float64(v*scale)
		}
	}
	x := side("x", region.X0, r.box.W(), r.box.X0)
	y := side("y", region.Y0, r.box.H(), r.box.Y0)
	w := side("width", region.W(), r.box.W(), 0)
	h := side("height", region.H(), r.box.H(), 0)
	sub := geom.RectWH(x, y, w, h).Intersect(region)
	if sub.Empty() {
		sub = geom.Rect{X0: region.X0, Y0: region.Y0, X1: region.X0, Y1: region.Y0}
	}
	return render.EffectCommon{Region: sub, LinearRGB: r.c.styleOf(e).linearFilters}, finite(sub)
}

// input resolves in or in2. What is not named is the result before, or else the
// source (Filter Effects 1 §9.1).
func (r *primitiveReader) input(e *element, name string) (render.Input, bool) {
	before := render.Input(len(r.filter.Effects) - 1) // −1 is SourceGraphic
	switch v := strings.TrimSpace(e.attr(name)); v {
	case "":
		return before, true
	case "SourceGraphic":
		return render.SourceGraphic, true
	case "SourceAlpha":
		return render.SourceAlpha, true
	case "BackgroundImage", "BackgroundAlpha", "FillPaint", "StrokePaint":
		r.c.report.add(e, "%s %q is not supported", name, v)
		return 0, false
	default:
		if in, ok := r.names[v]; ok {
			return in, true
		}
		r.c.report.add(e, "there is no result %.40q; taken is the one before", v)
		return before, true
	}
}

// x and y scale lengths in objectBoundingBox units.
func (r *primitiveReader) x(v float64) float64 {
	if r.u.boxUnits {
		return v * r.box.W()
	}
	return v
}

func (r *primitiveReader) y(v float64) float64 {
	if r.u.boxUnits {
		return v * r.box.H()
	}
	return v
}

// pair reads one or two numbers, horizontal and vertical.
func (r *primitiveReader) pair(e *element, name string, def float64) (float64, float64) {
	v, ok := parseNumbers(e.attr(name), 2)
	switch {
	case ok && len(v) == 2:
		return r.x(v[0]), r.y(v[1])
	case ok && len(v) == 1:
		return r.x(v[0]), r.y(v[0])
	}
	return r.x(def), r.y(def)
}

// flood reads flood-color and flood-opacity.
func (r *primitiveReader) flood(e *element) (render.RGB, float64) {
	color := r.c.color(e, "flood-color")
	return color.RGB, float64(color.a * r.c.opacity(e, "flood-opacity"))
}

// number reads an attribute that is a number.
func number(e *element, name string, def float64) float64 {
	if v, ok := parseNumber(e.attr(name)); ok {
		return v
	}
	return def
}

var compositeOperators = map[string]render.CompositeOperator{
	"in": render.CompositeIn, "out": render.CompositeOut, "atop": render.CompositeAtop,
	"xor": render.CompositeXor, "arithmetic": render.CompositeArithmetic,
}

// componentTransfer reads feComponentTransfer (Filter Effects 1 §9.7).
func componentTransfer(e *element, common render.EffectCommon, in render.Input) render.Effect {
	t := &render.ComponentTransfer{EffectCommon: common, In: in}
	for _, f := range e.children {
		switch f.name {
		case "feFuncR":
			t.R = transfer(f)
		case "feFuncG":
			t.G = transfer(f)
		case "feFuncB":
			t.B = transfer(f)
		case "feFuncA":
			t.A = transfer(f)
		}
	}
	return t
}

func transfer(e *element) render.Transfer {
	table, _ := parseNumbers(e.attr("tableValues"), 256)
	t := render.Transfer{
		Table: table, Slope: number(e, "slope", 1), Amplitude: number(e, "amplitude", 1),
		Exponent: number(e, "exponent", 1), Offset: number(e, "offset", 0),
	}
	switch e.attr("type") {
	case "table":
		t.Kind = render.TransferTable
	case "discrete":
		t.Kind = render.TransferDiscrete
	case "linear":
		t.Kind, t.Offset = render.TransferLinear, number(e, "intercept", 0)
	case "gamma":
		t.Kind = render.TransferGamma
	}
	if len(table) == 0 && (t.Kind == render.TransferTable || t.Kind == render.TransferDiscrete) {
		t.Kind = render.TransferIdentity
	}
	return t
}

// identityMatrix leaves colours as they are.
var identityMatrix = [20]float64{0: 1, 6: 1, 12: 1, 18: 1}

// colorMatrix reads feColorMatrix (Filter Effects 1 §9.6). Values that are not
// valid change nothing.
func colorMatrix(e *element) [20]float64 {
	v, ok := parseNumbers(e.attr("values"), 20)
	switch e.attr("type") {
	case "saturate":
		if ok && len(v) == 1 {
			return saturation(max(0, v[0]))
		}
	case "hueRotate":
		if ok && len(v) == 1 {
			return hueRotation(v[0])
		}
	case "luminanceToAlpha":
		return [20]float64{15: 0.2125, 16: 0.7154, 17: 0.0721}
	default:
		if ok && len(v) == 20 {
			return [20]float64(v)
		}
	}
	return identityMatrix
}

// luma holds the weights of the channels in the matrices below.
var luma = [3]float64{0.213, 0.715, 0.072}

// saturation returns the matrix of saturate(s).
func saturation(s float64) [20]float64 {
	m := identityMatrix
	for row := range 3 {
		for col := range 3 {
			m[5*row+col] = float64(luma[col] * (1 - s))
			if row == col {
				m[5*row+col] += s
			}
		}
	}
	return m
}

// hueRotation returns the matrix of hueRotate(deg).
func hueRotation(deg float64) [20]float64 {
	sin, cos := geom.SinCos(deg)
	sines := [9]float64{-0.213, -0.715, 0.928, 0.143, 0.140, -0.283, -0.787, 0.715, 0.072}
	m := identityMatrix
	for row := range 3 {
		for col := range 3 {
			same := 0.0
			if row == col {
				same = 1
			}
			m[5*row+col] = luma[col] + float64(cos*(same-luma[col])) + float64(sin*sines[3*row+col])
		}
	}
	return m
}
