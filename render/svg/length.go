package svg

import (
	"math"
	"strings"

	"panonceau/render/geom"
)

// A length is a number with its unit (SVG 2 §8.9).
type length struct {
	value float64
	unit  unit
}

type unit uint8

const (
	unitNone unit = iota // user units, that is px
	unitPercent
	unitEm
	unitEx
)

// absolute units in user units (CSS Values 4 §6.2).
var absolute = map[string]float64{
	"px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96.0 / 72, "pc": 16,
}

var relative = map[string]unit{
	"": unitNone, "%": unitPercent, "em": unitEm, "ex": unitEx,
}

// parseLength reads a whole string as a length.
func parseLength(s string) (length, bool) {
	s = strings.TrimSpace(s)
	v, n := geom.ScanNumber(s)
	if n == 0 || math.IsInf(v, 0) {
		return length{}, false
	}
	name := strings.ToLower(s[n:])
	if k, ok := absolute[name]; ok {
		return length{value: float64(v * k)}, true
	}
	u, ok := relative[name]
	return length{v, u}, ok
}

// percent returns a length of n percent.
func percent(n float64) length { return length{n, unitPercent} }

// isPercent reports whether l depends on the size of something else.
func (l length) isPercent() bool { return l.unit == unitPercent }

// px resolves l: a percentage is one of whole, and font is the size of the font.
func (l length) px(whole, font float64) float64 {
	switch l.unit {
	case unitPercent:
		return l.value * whole / 100
	case unitEm:
		return float64(l.value * font)
	case unitEx:
		return l.value * font / 2
	}
	return l.value
}

// defaultFontSize is that of an element when none is given. It is what resvg
// and librsvg take; browsers take 16.
const defaultFontSize = 12

// A viewport is the size that percentages refer to (SVG 2 §8.9).
type viewport struct{ w, h float64 }

// diagonal is the size that percentages refer to which are neither horizontal
// nor vertical.
func (v viewport) diagonal() float64 {
	return math.Sqrt((float64(v.w*v.w) + float64(v.h*v.h)) / 2)
}

// parseNumber reads a whole string as a number.
func parseNumber(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	v, n := geom.ScanNumber(s)
	return v, n > 0 && n == len(s) && !math.IsInf(v, 0)
}

// parseRatio reads a number or a percentage, as opacities are.
func parseRatio(s string) (float64, bool) {
	if n, ok := strings.CutSuffix(s, "%"); ok {
		v, ok := parseNumber(n)
		return v / 100, ok
	}
	return parseNumber(s)
}

// opacity returns an opacity of e that is not inherited, clamped to 0–1.
func (c *converter) opacity(e *element, name string) float64 {
	v := 1.0
	if s := e.own(name); s != "" && !setOpacity(&v, s) {
		c.report.add(e, "%s %.40q is not valid; ignored", name, s)
	}
	return v
}

// color returns a colour of e that is not inherited, black if there is none.
func (c *converter) color(e *element, name string) rgba {
	s := e.own(name)
	if strings.EqualFold(s, "currentColor") {
		return c.styleOf(e).color
	}
	v, ok := parseColor(s)
	if !ok {
		v = black
		if s != "" {
			c.report.add(e, "%s %.40q is not valid; ignored", name, s)
		}
	}
	return v
}

func clamp01(v float64) float64 { return max(0, min(1, v)) }

// parseNumbers reads numbers separated by white space and commas, up to the
// first thing that is none, and reports whether it read all of s.
func parseNumbers(s string, limit int) ([]float64, bool) {
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
		if n == 0 || math.IsInf(v, 0) || len(list) >= limit {
			return list, false
		}
		list = append(list, v)
		s = s[n:]
	}
}

// parseLengths reads a whole list of lengths.
func parseLengths(s string, limit int) ([]length, bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r < 0x80 && strings.ContainsRune(" \t\r\n\f", r) })
	if len(words) == 0 || len(words) > limit {
		return nil, false
	}
	list := make([]length, len(words))
	for i, w := range words {
		l, ok := parseLength(w)
		if !ok {
			return nil, false
		}
		list[i] = l
	}
	return list, true
}
