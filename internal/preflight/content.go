package preflight

import (
	"fmt"
	"math"

	"panonceau/internal/pdffile"
	"panonceau/render/geom"
)

const (
	// maxOperators bounds the operators and the functions of gradients that are
	// looked at in a file.
	maxOperators = 20 << 20

	// maxForms bounds forms within forms.
	maxForms = 40

	// maxSpaces bounds colour spaces within colour spaces: a pattern of an
	// indexed separation of CMYK has four.
	maxSpaces = 8
)

// An inventory is what was found on the pages.
type inventory struct {
	most         float64 // ink, in percent, of one colour
	rgb          bool    // device RGB
	text         bool    // shown with a font
	transparency bool
	thin         float64 // the finest line that prints, in points
	coarse       float64 // the coarsest picture, in pixels an inch
	pictures     int
	broken       string // a content stream that cannot be read
	unread       string // a picture that cannot be measured
}

// A graphics is the part of the graphics state that matters here.
type graphics struct {
	ctm          geom.Matrix
	width        float64
	spotStroke   string // name of the separation that strokes, or empty
	fill, stroke string // colour spaces, by family
}

// content looks at a content stream.
func (c *checker) content(data []byte, res pdffile.Dict, ctm geom.Matrix, depth int) {
	if depth > maxForms {
		return
	}
	gs := graphics{ctm: ctm, width: 1}
	var stack []graphics
	err := pdffile.Operators(data, func(op string, args []pdffile.Object) bool {
		if c.budget++; c.budget > maxOperators {
			c.inks.broken = fmt.Sprintf("more than %d operators", maxOperators)
			return false
		}
		switch op {
		case "q":
			if len(stack) < 1000 {
				stack = append(stack, gs)
			}
		case "Q":
			if n := len(stack); n > 0 {
				gs, stack = stack[n-1], stack[:n-1]
			}
		case "Do":
			c.xobject(c.resource(res, "XObject", args), gs, res, depth)
		case "gs":
			c.extGState(c.dict(c.resource(res, "ExtGState", args)), &gs, res, depth)
		case "sh":
			c.shading(c.resource(res, "Shading", args))
		default:
			c.operator(op, args, res, &gs, depth)
		}
		return true
	})
	if err != nil {
		c.inks.broken = err.Error()
	}
}

// operator looks at the operators that set colours and lines, and that paint.
func (c *checker) operator(op string, args []pdffile.Object, res pdffile.Dict, gs *graphics, depth int) {
	v := values(args)
	switch op {
	case "cm":
		if len(v) == 6 {
			gs.ctm = gs.ctm.Mul(geom.Matrix{A: v[0], B: v[1], C: v[2], D: v[3], E: v[4], F: v[5]})
		}
	case "w":
		if len(v) == 1 {
			gs.width = v[0]
		}
	case "S", "s", "B", "B*", "b", "b*":
		if w := gs.width * gs.ctm.MeanScale(); gs.spotStroke == "" && !math.IsNaN(w) {
			if c.inks.thin == 0 || w < c.inks.thin {
				c.inks.thin = w
			}
		}
	case "rg", "RG":
		c.inks.rgb = true
	case "k", "K":
		c.ink(v)
		if op == "K" {
			gs.spotStroke = ""
		}
	case "g", "G":
		if op == "G" {
			gs.spotStroke = ""
		}
	case "cs", "CS":
		space := c.resource(res, "ColorSpace", args)
		if space == nil && len(args) == 1 {
			space = args[0] // a device space, by its own name
		}
		family := c.space(space)
		if op == "CS" {
			gs.stroke, gs.spotStroke = family, ""
			if a := c.array(space); family == "Separation" && len(a) > 1 {
				gs.spotStroke = c.name(a[1])
			}
		} else {
			gs.fill = family
		}
	case "sc", "SC", "scn", "SCN":
		family := gs.fill
		if op == "SC" || op == "SCN" {
			family = gs.stroke
		}
		if family == "DeviceCMYK" {
			c.ink(v)
		}
		if family == "Pattern" {
			c.pattern(c.resource(res, "Pattern", args), depth)
		}
	case "Tj", "TJ", "'", "\"":
		c.inks.text = true
	}
}

// values returns the numbers of args.
func values(args []pdffile.Object) []float64 {
	var out []float64
	for _, a := range args {
		if v, ok := a.(float64); ok {
			out = append(out, v)
		}
	}
	return out
}

// resource returns the resource that the last of args names.
func (c *checker) resource(res pdffile.Dict, kind pdffile.Name, args []pdffile.Object) pdffile.Object {
	if len(args) == 0 {
		return nil
	}
	n, ok := args[len(args)-1].(pdffile.Name)
	if !ok {
		return nil
	}
	return c.f.Resolve(c.dict(res[kind])[n])
}

// ink notes process inks, from 0 to 1 each.
func (c *checker) ink(v []float64) {
	sum := 0.0
	for _, x := range v {
		sum += 100 * min(max(x, 0), 1)
	}
	c.inks.most = max(c.inks.most, sum)
}

// xobject looks at a form or a picture.
func (c *checker) xobject(o pdffile.Object, gs graphics, outer pdffile.Dict, depth int) {
	s, ok := o.(*pdffile.Stream)
	if !ok {
		return
	}
	if c.name(s.Dict["Subtype"]) == "Image" {
		c.picture(s, gs.ctm)
		return
	}
	if c.seen[s] {
		return
	}
	c.seen[s] = true
	if g := c.dict(s.Dict["Group"]); c.name(g["S"]) == "Transparency" {
		c.groupSpace(g)
	}
	if m := c.numbers(s.Dict["Matrix"]); len(m) == 6 {
		gs.ctm = gs.ctm.Mul(geom.Matrix{A: m[0], B: m[1], C: m[2], D: m[3], E: m[4], F: m[5]})
	}
	res := c.dict(s.Dict["Resources"])
	if res == nil {
		res = outer
	}
	c.content(c.decode(s), res, gs.ctm, depth+1)
}

// extGState looks for transparency (ISO 32000-2 §11.6) in parameters set by
// name.
func (c *checker) extGState(d pdffile.Dict, gs *graphics, res pdffile.Dict, depth int) {
	for _, key := range []pdffile.Name{"ca", "CA"} {
		if v, ok := c.f.Resolve(d[key]).(float64); ok && v != 1 {
			c.inks.transparency = true
		}
	}
	if bm := c.name(d["BM"]); bm != "" && bm != "Normal" && bm != "Compatible" {
		c.inks.transparency = true
	}
	if w, ok := c.f.Resolve(d["LW"]).(float64); ok {
		gs.width = w
	}
	if mask := c.dict(d["SMask"]); mask != nil {
		c.inks.transparency = true
		c.xobject(c.f.Resolve(mask["G"]), *gs, res, depth)
	}
}

// picture notes the resolution and the inks of a picture.
func (c *checker) picture(s *pdffile.Stream, ctm geom.Matrix) {
	w, _ := c.f.Resolve(s.Dict["Width"]).(float64)
	h, _ := c.f.Resolve(s.Dict["Height"]).(float64)
	width, height := geom.Pt(ctm.A, ctm.B).Len()/72, geom.Pt(ctm.C, ctm.D).Len()/72 // inches
	if ppi := min(w/width, h/height); ppi > 0 && !math.IsInf(ppi, 0) && (c.inks.pictures == 0 || ppi < c.inks.coarse) {
		c.inks.coarse = ppi
	}
	c.inks.pictures++
	if s.Dict["SMask"] != nil {
		c.inks.transparency = true
	}
	if c.seen[s] {
		return
	}
	c.seen[s] = true
	if c.space(c.f.Resolve(s.Dict["ColorSpace"])) != "DeviceCMYK" {
		return
	}
	data, err := c.f.Decode(s)
	if err != nil {
		c.inks.unread = err.Error()
		return
	}
	most := 0
	for ; len(data) >= 4; data = data[4:] {
		most = max(most, int(data[0])+int(data[1])+int(data[2])+int(data[3]))
	}
	c.inks.most = max(c.inks.most, float64(most)/2.55)
}
