package preflight

import (
	"fmt"

	"panonceau/internal/pdffile"
	"panonceau/render/geom"
)

// groupSpace notes the colour space in which a group is blended.
func (c *checker) groupSpace(g pdffile.Dict) {
	if c.flat() {
		c.inks.transparency = true
	}
	if g["CS"] != nil {
		c.space(c.f.Resolve(g["CS"]))
	}
}

// pattern looks at the cell or at the gradient of a pattern.
func (c *checker) pattern(o pdffile.Object, depth int) {
	if s, ok := o.(*pdffile.Stream); ok {
		if !c.seen[s] {
			c.seen[s] = true
			// Its scale is not known here: what matters are its colours.
			c.content(c.decode(s), c.dict(s.Dict["Resources"]), geom.Scale(1e3, 1e3), depth+1)
		}
		return
	}
	if d, ok := o.(pdffile.Dict); ok {
		c.shading(c.f.Resolve(d["Shading"]))
	}
}

// shading notes the colours of a gradient.
func (c *checker) shading(o pdffile.Object) {
	d := c.dict(o)
	if c.space(c.f.Resolve(d["ColorSpace"])) == "DeviceCMYK" {
		c.function(c.f.Resolve(d["Function"]), 0)
	}
}

// function notes the ends of exponential functions.
func (c *checker) function(o pdffile.Object, depth int) {
	if c.budget++; depth > 4 || c.budget > maxOperators {
		return
	}
	if list, ok := o.(pdffile.Array); ok {
		for _, fn := range list {
			c.function(c.f.Resolve(fn), depth+1)
		}
		return
	}
	d := c.dict(o)
	c.ink(c.numbers(d["C0"]))
	c.ink(c.numbers(d["C1"]))
	if list := c.array(d["Functions"]); list != nil {
		c.function(list, depth+1)
	}
}

// space notes a colour space and returns its family.
func (c *checker) space(o pdffile.Object) string {
	if c.nested == maxSpaces {
		return ""
	}
	c.nested++
	defer func() { c.nested-- }()
	switch v := o.(type) {
	case pdffile.Name:
		if v == "DeviceRGB" || v == "RGB" {
			c.inks.rgb = true
		}
		if v == "CMYK" {
			return "DeviceCMYK"
		}
		return string(v)
	case pdffile.Array:
		if len(v) == 0 {
			return ""
		}
		family := c.name(v[0])
		switch {
		case family == "Separation" && len(v) >= 4:
			c.spot(v)
		case family == "DeviceN" && len(v) >= 3:
			c.space(c.f.Resolve(v[2]))
		case family == "Indexed" && len(v) >= 2:
			c.space(c.f.Resolve(v[1]))
		case family == "Pattern" && len(v) >= 2:
			c.space(c.f.Resolve(v[1]))
		}
		return family
	}
	return ""
}

// spot notes a spot colour; a file must define each one the same way
// everywhere.
func (c *checker) spot(v pdffile.Array) {
	c.space(c.f.Resolve(v[2]))
	n := c.name(v[1])
	fn := c.dict(v[3])
	definition := fmt.Sprint(c.name(v[2]), c.numbers(fn["C0"]), c.numbers(fn["C1"]), c.f.Resolve(fn["N"]))
	switch known, ok := c.spots[n]; {
	case !ok:
		c.spots[n] = definition
		c.order = append(c.order, n)
	case known != definition:
		c.add("spot", Breaks, "the spot colour %q is defined in two ways", n)
	}
}
