package svg

import (
	"strings"

	"panonceau/render/geom"
)

// parseTransform reads a list of transform functions, in the syntax of the
// attribute (SVG 2 §8.5) or of CSS, which has units (CSS Transforms 1 §7). It
// returns false if any of it is not understood.
func parseTransform(s string) (geom.Matrix, bool) {
	m := geom.Identity
	for range maxTransforms {
		s = strings.TrimLeft(s, " \t\r\n\f,")
		if s == "" || s == "none" {
			return m, true
		}
		name, rest, ok := strings.Cut(s, "(")
		args, rest, ok2 := strings.Cut(rest, ")")
		f, ok3 := transformFunction(strings.TrimSpace(name), args)
		if !ok || !ok2 || !ok3 || !f.Finite() {
			return geom.Identity, false
		}
		m = m.Mul(f)
		s = rest
	}
	return geom.Identity, false
}

// transformFunction returns one function as a matrix.
func transformFunction(name, args string) (geom.Matrix, bool) {
	v, ok := transformArguments(args)
	if !ok {
		return geom.Identity, false
	}
	n := len(v)
	v = append(v, make([]float64, 6)...) // missing ones are zero
	switch {
	case name == "matrix" && n == 6:
		return geom.Matrix{A: v[0], B: v[1], C: v[2], D: v[3], E: v[4], F: v[5]}, true
	case name == "translate" && (n == 1 || n == 2):
		return geom.Translate(v[0], v[1]), true
	case name == "translateX" && n == 1:
		return geom.Translate(v[0], 0), true
	case name == "translateY" && n == 1:
		return geom.Translate(0, v[0]), true
	case name == "scale" && n == 1:
		return geom.Scale(v[0], v[0]), true
	case name == "scale" && n == 2:
		return geom.Scale(v[0], v[1]), true
	case name == "scaleX" && n == 1:
		return geom.Scale(v[0], 1), true
	case name == "scaleY" && n == 1:
		return geom.Scale(1, v[0]), true
	case name == "rotate" && (n == 1 || n == 3):
		return geom.Translate(v[1], v[2]).Mul(geom.Rotate(v[0])).Mul(geom.Translate(-v[1], -v[2])), true
	case name == "skewX" && n == 1:
		return geom.Matrix{A: 1, C: tan(v[0]), D: 1}, true
	case name == "skewY" && n == 1:
		return geom.Matrix{A: 1, B: tan(v[0]), D: 1}, true
	}
	return geom.Identity, false
}

func tan(deg float64) float64 {
	sin, cos := geom.SinCos(deg)
	return geom.Snap(sin / cos)
}

// transformArguments reads numbers, lengths in absolute units and angles.
func transformArguments(s string) ([]float64, bool) {
	var list []float64
	for {
		s = strings.TrimLeft(s, " \t\r\n\f")
		if s == "" {
			return list, true
		}
		if len(list) > 0 && s[0] == ',' {
			s = strings.TrimLeft(s[1:], " \t\r\n\f")
		}
		v, n := geom.ScanNumber(s)
		if n == 0 || len(list) == 6 {
			return nil, false
		}
		s = s[n:]
		end := 0
		for end < len(s) && 'a' <= s[end]|0x20 && s[end]|0x20 <= 'z' {
			end++
		}
		unit := strings.ToLower(s[:end])
		s = s[end:]
		if k, ok := angles[unit]; ok {
			v = float64(v * k)
		} else if k, ok := absolute[unit]; ok {
			v = float64(v * k)
		} else {
			return nil, false
		}
		list = append(list, v)
	}
}

// transformAround returns m with the origin moved to that of transform-origin
// (CSS Transforms 1 §5), in a box with its corner at (0, 0).
func transformAround(m geom.Matrix, origin string, box viewport, font float64) geom.Matrix {
	x, y, ok := parseOrigin(origin)
	if !ok {
		return m
	}
	ox, oy := x.px(box.w, font), y.px(box.h, font)
	return geom.Translate(ox, oy).Mul(m).Mul(geom.Translate(-ox, -oy))
}

// parseOrigin reads transform-origin; a third value, for depth, is ignored.
func parseOrigin(s string) (x, y length, ok bool) {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 3 {
		return x, y, false
	}
	x, y = percent(50), percent(50)
	if len(words) == 1 {
		switch words[0] {
		case "top":
			return x, percent(0), true
		case "bottom":
			return x, percent(100), true
		}
	} else if vertical(words[0]) || horizontal(words[1]) {
		words[0], words[1] = words[1], words[0]
	}
	if x, ok = originLength(words[0], "left", "right"); ok && len(words) > 1 {
		y, ok = originLength(words[1], "top", "bottom")
	}
	return x, y, ok
}

func vertical(w string) bool   { return w == "top" || w == "bottom" }
func horizontal(w string) bool { return w == "left" || w == "right" }

func originLength(w, near, far string) (length, bool) {
	switch w {
	case near:
		return percent(0), true
	case far:
		return percent(100), true
	case "center":
		return percent(50), true
	}
	return parseLength(w)
}
