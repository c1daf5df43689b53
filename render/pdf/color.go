package pdf

import (
	"fmt"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/icc"
)

// A tint is a colour on the plates, in percent.
type tint struct {
	cmyk [4]float64
	spot string // and this spot colour in full, if not empty; cmyk is how screens show it
}

func (t tint) sum() float64 {
	if t.spot != "" {
		return 100
	}
	return t.cmyk[0] + t.cmyk[1] + t.cmyk[2] + t.cmyk[3]
}

// blackOnly reports whether t is black ink in full and nothing else.
func (t tint) blackOnly() bool { return t.spot == "" && t.cmyk == [4]float64{0, 0, 0, 100} }

// tint returns what prints col. Inks print as the charter says; other colours
// go through the profile. Black is rich only where the pack says so.
func (e *encoder) tint(col render.Color) tint {
	if col.Ink != nil {
		t := tint{col.Ink.CMYK, col.Ink.Spot}
		if s := t.sum(); !(s <= e.preset.MaxInk) {
			e.fail("ink %q is %g %% of ink, limit %g %%", col.Ink.Name, s, e.preset.MaxInk)
		}
		return t
	}
	p := e.press()
	if p == nil {
		return tint{}
	}
	return tint{cmyk: p.Flat(col.R, col.G, col.B, e.preset.MaxInk)}
}

// press returns the profile of the press, or nil and fails.
func (e *encoder) press() *icc.Profile {
	p, err := icc.Coated()
	if err != nil {
		e.fail("%w", err)
	}
	return p
}

// luminance is that of a mask (CSS Masking 1 §7.10.1): the coefficients are
// for linear light and used on sRGB values, unless the mask asks otherwise.
func luminance(c render.RGB, linear bool) float64 {
	f := func(v uint8) float64 {
		s := float64(v) / 255
		switch {
		case !linear:
			return s
		case s <= 0.04045:
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return float64(0.2125*f(c.R)) + float64(0.7154*f(c.G)) + float64(0.0721*f(c.B))
}

// colorOp returns the operator that makes col the current colour (ISO 32000-2
// §8.6.8).
func (c *content) colorOp(col render.Color, stroke bool) string {
	ops := [...]string{"g", "rg", "k", "cs", "scn"}
	if stroke {
		ops = [...]string{"G", "RG", "K", "CS", "SCN"}
	}
	switch c.mode {
	case modeGray:
		return num(luminance(col.RGB, c.linear)) + " " + ops[0]
	case modeRGB:
		return nums(float64(col.R)/255, float64(col.G)/255, float64(col.B)/255) + " " + ops[1]
	}
	t := c.e.tint(col)
	if t.spot != "" {
		return c.space(c.e.separation(t.spot, t.cmyk)) + " " + ops[3] + " 1 " + ops[4]
	}
	return fractions(t.cmyk[:]) + " " + ops[2]
}

// space returns the name of a colour space.
func (c *content) space(cs ref) string { return c.res.spaces.name(cs.String()) }

// fractions writes percentages as numbers from 0 to 1.
func fractions(percent []float64) string {
	v := make([]float64, len(percent))
	for i, p := range percent {
		v[i] = p / 100
	}
	return nums(v...)
}

// A spot is a spot colour of the file.
type spot struct {
	name string
	cmyk [4]float64
	cs   ref // its colour space
}

// separation returns the colour space of a spot colour (ISO 32000-2 §8.6.6.4).
// A file must define a spot colour once only: ISO 15930-7 §6.8.3.
func (e *encoder) separation(spotName string, cmyk [4]float64) ref {
	for _, s := range e.spots {
		if s.name != spotName {
			continue
		}
		if s.cmyk != cmyk {
			e.fail("spot colour %q is shown as CMYK %v and as %v", spotName, s.cmyk, cmyk)
		}
		return s.cs
	}
	switch {
	case len(e.spots) == maxSpots:
		e.fail("more than %d spot colours", maxSpots)
	case spotName == "All" || spotName == "None":
		e.fail("spot colour named %q, which is reserved", spotName)
	}
	fn := e.file.value("<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [%s] /N 1 >>", fractions(cmyk[:]))
	cs := e.file.value("[/Separation %s /DeviceCMYK %v]", name(spotName), fn)
	e.spots = append(e.spots, spot{spotName, cmyk, cs})
	return cs
}

// laid is ink on the sheet, for what overprints it: at most this much on
// plates other than black.
type laid struct {
	bounds geom.Rect
	sum    float64
}

// lay records that t covers bounds.
func (c *content) lay(bounds geom.Rect, t tint) {
	if c.mode != modeInk {
		return
	}
	if c.cell {
		bounds = geom.Rect{X0: math.Inf(-1), Y0: math.Inf(-1), X1: math.Inf(1), Y1: math.Inf(1)}
	}
	sum := t.sum()
	if t.spot == "" {
		sum -= t.cmyk[3]
	}
	if sum > 0 {
		c.e.laid = append(c.e.laid, laid{bounds, sum})
	}
}

// overprint reports whether black may print over what lies in bounds. It knocks
// it out instead where the inks would exceed the limit.
func (c *content) overprint(bounds geom.Rect, t tint) bool {
	if c.mode != modeInk || c.cell || !t.blackOnly() {
		return false
	}
	for _, l := range c.e.laid {
		if l.sum+t.sum() > c.e.preset.MaxInk && !l.bounds.Intersect(bounds).IsNowhere() {
			return false
		}
	}
	return true
}

// deviceN returns a colour space of the four process inks and of spots, for
// gradients between them (ISO 32000-2 §8.6.6.5). Its alternate adds up what
// each is shown as.
func (e *encoder) deviceN(spots []spot) ref {
	names, colorants := "/Cyan /Magenta /Yellow /Black", ""
	for _, s := range spots {
		names += " " + name(s.name)
		colorants += fmt.Sprintf(" %s %v", name(s.name), s.cs)
	}
	// A calculator function (§7.10.5): for each process ink, its own value and
	// those of the spots, which lie on the stack below the results so far.
	n := 4 + len(spots)
	code := ""
	for ink := range 4 {
		code += fmt.Sprintf("%d index ", n-1)
		for i, s := range spots {
			code += fmt.Sprintf("%d index %s mul add ", n-4-i+ink, num(s.cmyk[ink]/100))
		}
		code += "dup 1 gt {pop 1} if "
	}
	code += fmt.Sprintf("%d 4 roll ", n+4)
	for range n {
		code += "pop "
	}
	domain := ""
	for range n {
		domain += "0 1 "
	}
	fn := e.file.add(object{
		body:   fmt.Sprintf("/FunctionType 4 /Domain [%s] /Range [0 1 0 1 0 1 0 1]", domain[:len(domain)-1]),
		data:   []byte("{" + code + "}"),
		stream: flate,
	})
	return e.file.value("[/DeviceN [%s] /DeviceCMYK %v << /Colorants <<%s >> >>]", names, fn, colorants)
}
