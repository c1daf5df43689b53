package badge

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"panonceau/catalog"
	"panonceau/render"
)

// grey is the ground of the left part unless another is asked for.
var grey = render.RGB{R: 0x55, G: 0x55, B: 0x55}

// named are the colours of shields.io that are not, or are not the same, in
// CSS.
var named = map[string]render.RGB{
	"brightgreen": {R: 0x44, G: 0xcc, B: 0x11}, "success": {R: 0x44, G: 0xcc, B: 0x11},
	"green":       {R: 0x97, G: 0xca, B: 0x00},
	"yellowgreen": {R: 0xa4, G: 0xa6, B: 0x1d},
	"yellow":      {R: 0xdf, G: 0xb3, B: 0x17},
	"orange":      {R: 0xfe, G: 0x7d, B: 0x37}, "important": {R: 0xfe, G: 0x7d, B: 0x37},
	"red": {R: 0xe0, G: 0x5d, B: 0x44}, "critical": {R: 0xe0, G: 0x5d, B: 0x44},
	"blue": {R: 0x00, G: 0x7e, B: 0xc6}, "informational": {R: 0x00, G: 0x7e, B: 0xc6},
	"grey": grey, "gray": grey,
	"lightgrey": {R: 0x9f, G: 0x9f, B: 0x9f}, "lightgray": {R: 0x9f, G: 0x9f, B: 0x9f}, "inactive": {R: 0x9f, G: 0x9f, B: 0x9f},
}

// parseColor reads a name of shields.io or of CSS, or three or six hexadecimal
// digits with or without a number sign.
func parseColor(s string) (render.RGB, bool) {
	s = strings.ToLower(s)
	if c, ok := named[s]; ok {
		return c, true
	}
	if c, ok := colornames.Map[s]; ok {
		return render.RGB{R: c.R, G: c.G, B: c.B}, true
	}
	s = strings.TrimPrefix(s, "#")
	if len(s) == 3 {
		s = string([]byte{s[0], s[0], s[1], s[1], s[2], s[2]})
	}
	v, err := strconv.ParseUint(s, 16, 24)
	if len(s) != 6 || err != nil {
		return render.RGB{}, false
	}
	return render.RGB{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v)}, true
}

func hex(c render.RGB) string { return fmt.Sprintf("%02x%02x%02x", c.R, c.G, c.B) }

// leastContrast is that of text (WCAG 2.2, 1.4.3). On every ground white or
// black reaches it.
const leastContrast = 4.5

// textOn returns the colour of text on a ground: white where it can be read.
func textOn(ground render.RGB) render.RGB {
	white := render.RGB{R: 0xff, G: 0xff, B: 0xff}
	if catalog.Contrast(white, ground) >= leastContrast {
		return white
	}
	return render.RGB{}
}
