package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// filterFunction returns a filter function of CSS (Filter Effects 1 §8). They
// compute in sRGB.
func (c *converter) filterFunction(name, args string, p place) (*render.Filter, bool) {
	inverse, ok := p.m.Inverse()
	if !ok {
		return nil, false
	}
	region := c.page.Inset(-c.page.W() / 4).Path().Transform(inverse).Bounds()
	common := render.EffectCommon{Region: region}
	var effect render.Effect
	switch name {
	case "blur":
		l, ok := functionLength(args, p)
		if !ok || l < 0 {
			return nil, false
		}
		effect = &render.GaussianBlur{EffectCommon: common, In: render.SourceGraphic, X: l, Y: l}
	case "drop-shadow":
		d, ok := dropShadow(args, p)
		if !ok {
			return nil, false
		}
		d.EffectCommon, d.In = common, render.SourceGraphic
		effect = d
	case "hue-rotate":
		deg, ok := angle(args)
		if !ok {
			return nil, false
		}
		effect = &render.ColorMatrix{EffectCommon: common, In: render.SourceGraphic, Matrix: hueRotation(deg)}
	default:
		effect, ok = amountFunction(name, args, common)
		if !ok {
			return nil, false
		}
	}
	return &render.Filter{Region: region, Matrix: p.m, Effects: []render.Effect{effect}}, true
}

// amountFunction returns the functions that take a number or a percentage.
func amountFunction(name, args string, common render.EffectCommon) (render.Effect, bool) {
	v := 1.0
	if args != "" {
		var ok bool
		if v, ok = parseRatio(args); !ok || v < 0 {
			return nil, false
		}
	}
	linear := func(slope, offset float64) render.Effect {
		t := render.Transfer{Kind: render.TransferLinear, Slope: slope, Offset: offset}
		return &render.ComponentTransfer{EffectCommon: common, In: render.SourceGraphic, R: t, G: t, B: t}
	}
	matrix := func(m [20]float64) render.Effect {
		return &render.ColorMatrix{EffectCommon: common, In: render.SourceGraphic, Matrix: m}
	}
	switch name {
	case "brightness":
		return linear(v, 0), true
	case "contrast":
		return linear(v, 0.5-float64(v*0.5)), true
	case "invert":
		v = min(v, 1)
		return linear(1-float64(2*v), v), true
	case "opacity":
		t := render.Transfer{Kind: render.TransferLinear, Slope: min(v, 1)}
		return &render.ComponentTransfer{EffectCommon: common, In: render.SourceGraphic, A: t}, true
	case "saturate":
		return matrix(saturation(v)), true
	case "grayscale":
		return matrix(saturation(1 - min(v, 1))), true
	case "sepia":
		return matrix(sepia(min(v, 1))), true
	}
	return nil, false
}

// sepia returns the matrix of sepia(v) (Filter Effects 1 §13.1.2).
func sepia(v float64) [20]float64 {
	full := [9]float64{0.393, 0.769, 0.189, 0.349, 0.686, 0.168, 0.272, 0.534, 0.131}
	m := identityMatrix
	for row := range 3 {
		for col := range 3 {
			from := 0.0
			if row == col {
				from = 1
			}
			m[5*row+col] = from + float64((full[3*row+col]-from)*v)
		}
	}
	return m
}

// dropShadow reads the arguments of drop-shadow(): two or three lengths and a
// colour, before or after them.
func dropShadow(args string, p place) (*render.DropShadow, bool) {
	color := p.style.color
	var lengths []float64
	for args != "" {
		args = strings.TrimSpace(args)
		word, rest := cutOutside(args, ' ')
		args = rest
		if l, ok := functionLength(word, p); ok && word != "" {
			lengths = append(lengths, l)
		} else if parsed, ok := parseColor(word); ok {
			color = parsed
		} else if !strings.EqualFold(word, "currentColor") {
			return nil, false
		}
	}
	if len(lengths) < 2 || len(lengths) > 3 || len(lengths) == 3 && lengths[2] < 0 {
		return nil, false
	}
	d := &render.DropShadow{DX: lengths[0], DY: lengths[1], Color: color.RGB, Opacity: color.a}
	if len(lengths) == 3 {
		d.X, d.Y = lengths[2], lengths[2]
	}
	return d, true
}

// functionLength reads a length that is no percentage; none is 0.
func functionLength(s string, p place) (float64, bool) {
	if s == "" {
		return 0, true
	}
	l, ok := parseLength(s)
	return l.px(0, p.style.text.size), ok && !l.isPercent()
}

// angle reads an angle, in degrees if it has no unit; none is 0.
func angle(s string) (float64, bool) {
	if s == "" {
		return 0, true
	}
	v, n := geom.ScanNumber(s)
	k, ok := angles[strings.ToLower(s[n:])]
	return v * k, ok && n > 0
}
