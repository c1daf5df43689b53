package svg

import (
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// An rgba is a colour with its opacity.
type rgba struct {
	render.RGB
	a float64
}

var black = rgba{a: 1}

// parseColor reads a colour of CSS Color 4: hexadecimal, named, rgb(), rgba(),
// hsl(), hsla(), hwb() and transparent. The keyword currentColor is not one.
func parseColor(s string) (rgba, bool) {
	s = strings.TrimSpace(s)
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		return hexColor(hex)
	}
	s = strings.ToLower(s)
	name, args, ok := strings.Cut(s, "(")
	if !ok {
		if s == "transparent" {
			return rgba{}, true
		}
		c, ok := colorNames[s]
		return rgba{render.RGB{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c)}, 1}, ok
	}
	args, rest, ok := strings.Cut(args, ")")
	if !ok || strings.TrimSpace(rest) != "" {
		return rgba{}, false
	}
	c, ok := components(args)
	if !ok {
		return rgba{}, false
	}
	alpha := 1.0
	if len(c) == 4 {
		alpha = clamp01(c[3].ratio())
	}
	switch strings.TrimSpace(name) {
	case "rgb", "rgba":
		if strings.Contains(args, ",") && (c[0].percent != c[1].percent || c[1].percent != c[2].percent) {
			return rgba{}, false // CSS Color 4 §5.1, legacy syntax
		}
		return rgba{render.RGB{R: c[0].byte(), G: c[1].byte(), B: c[2].byte()}, alpha}, true
	case "hsl", "hsla":
		return rgba{hsl(c[0].value, clamp01(c[1].value/100), clamp01(c[2].value/100)), alpha}, true
	case "hwb":
		return rgba{hwb(c[0].value, clamp01(c[1].value/100), clamp01(c[2].value/100)), alpha}, true
	}
	return rgba{}, false
}

func hexColor(s string) (rgba, bool) {
	var d [8]uint8
	if len(s) > len(d) {
		return rgba{}, false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			d[i] = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d[i] = (c | 0x20) - 'a' + 10
		default:
			return rgba{}, false
		}
	}
	switch len(s) {
	case 3:
		d[3] = 15
		fallthrough
	case 4:
		return rgba{render.RGB{R: d[0] * 17, G: d[1] * 17, B: d[2] * 17}, float64(d[3]) / 15}, true
	case 6:
		d[6], d[7] = 15, 15
		fallthrough
	case 8:
		return rgba{render.RGB{R: d[0]<<4 | d[1], G: d[2]<<4 | d[3], B: d[4]<<4 | d[5]}, float64(d[6]<<4|d[7]) / 255}, true
	}
	return rgba{}, false
}

// A component is one argument of a colour function; an angle is in degrees.
type component struct {
	value   float64
	percent bool
}

// ratio returns an opacity.
func (c component) ratio() float64 {
	if c.percent {
		return c.value / 100
	}
	return c.value
}

// byte returns a channel of rgb().
func (c component) byte() uint8 {
	v := c.value
	if c.percent {
		v = v * 255 / 100
	}
	return uint8(math.Round(max(0, min(255, v))))
}

// angles in degrees (CSS Values 4 §7.1).
var angles = map[string]float64{"": 1, "deg": 1, "grad": 0.9, "rad": 180 / math.Pi, "turn": 360}

// components reads the three or four arguments of a colour function, separated
// by commas or by spaces and a slash.
func components(s string) ([]component, bool) {
	var list []component
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f,/", r) }) {
		if word == "none" {
			list = append(list, component{})
			continue
		}
		v, n := geom.ScanNumber(word)
		if n == 0 || math.IsInf(v, 0) {
			return nil, false
		}
		if word[n:] == "%" {
			list = append(list, component{v, true})
		} else if k, ok := angles[word[n:]]; ok {
			list = append(list, component{v * k, false})
		} else {
			return nil, false
		}
	}
	return list, len(list) == 3 || len(list) == 4
}

// hsl converts hue (degrees), saturation and lightness (CSS Color 4 §7.1).
func hsl(h, s, l float64) render.RGB {
	h = math.Mod(h, 360)
	if h < 0 {
		h += 360
	}
	channel := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		a := s * min(l, 1-l)
		return unitByte(l - float64(a*max(-1, min(k-3, 9-k, 1))))
	}
	return render.RGB{R: channel(0), G: channel(8), B: channel(4)}
}

// hwb converts hue (degrees), whiteness and blackness (CSS Color 4 §8.1).
func hwb(h, w, b float64) render.RGB {
	if w+b >= 1 {
		gray := unitByte(w / (w + b))
		return render.RGB{R: gray, G: gray, B: gray}
	}
	pure := hsl(h, 1, 0.5)
	channel := func(v uint8) uint8 { return unitByte(float64(float64(v)/255*(1-w-b)) + w) }
	return render.RGB{R: channel(pure.R), G: channel(pure.G), B: channel(pure.B)}
}

func unitByte(v float64) uint8 { return uint8(math.Round(float64(clamp01(v) * 255))) }
