// Package eps writes drawings as Encapsulated PostScript, for the sign shops
// and plotters that ask for it: inks as the charter says, spot colours and
// technical layers as separations of their own, text as outlines.
//
// PostScript has no transparency. What needs it is an error: such a drawing
// goes to a printer as PDF.
package eps

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/icc"
)

// Options name the separations of technical layers. The zero Options use the
// names that most cutters know.
type Options struct {
	Cut, Drill, White string // empty: CutContour, Drill, White
}

// ErrUnsupported is wrapped by the error for a drawing that PostScript cannot
// say.
var ErrUnsupported = errors.New("cannot be written as EPS")

// maxInk is the most ink anywhere, in percent: that of ISO Coated v2 (300 %).
const maxInk = 300

// maxDepth bounds nested clip paths: the limit of gsave in PostScript is 31 on the
// oldest interpreters (PLRM annex B).
const maxDepth = 30

// hairline is the width of lines for machines, in points.
const hairline = 0.25

const pointsPerMM = 72 / 25.4

// Encode writes d to w. The bounding box is that of the piece with its bleed.
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	if size := d.Width * d.Height * d.Unit; !(size > 0) || math.IsInf(size, 0) {
		return fmt.Errorf("eps: drawing of %g by %g units of %g mm", d.Width, d.Height, d.Unit)
	}
	e := &encoder{d: d, o: o}
	e.group(d.Root, render.LayerArt)
	if e.err != nil {
		return fmt.Errorf("eps: %w", e.err)
	}
	var b bytes.Buffer
	e.head(&b)
	b.Write(e.body)
	b.WriteString("grestore\nend\nshowpage\n%%EOF\n")
	_, err := w.Write(b.Bytes())
	return err
}

// An encoder writes the body of a file and keeps the first error.
type encoder struct {
	d     *render.Drawing
	o     Options
	body  []byte
	spots []spot
	depth int
	err   error
}

// A spot is a separation of the file.
type spot struct {
	name string
	cmyk [4]float64 // percent: how proofs show it
}

// prolog names the operators in one letter, as is usual.
const prolog = `/m{moveto}bind def /l{lineto}bind def /c{curveto}bind def /h{closepath}bind def
/f{fill}bind def /e{eofill}bind def /s{stroke}bind def /W{clip newpath}bind def /E{eoclip newpath}bind def
/k{setcmykcolor}bind def /O{setoverprint}bind def /q{gsave}bind def /Q{grestore}bind def
`

// head writes the comments that programs read without a PostScript interpreter
// (Adobe TN 5001 and 5002), and the definitions.
func (e *encoder) head(b *bytes.Buffer) {
	k := e.d.Unit * pointsPerMM
	bleed := e.d.Bleed * k
	width, height := float64(e.d.Width*k)+2*bleed, float64(e.d.Height*k)+2*bleed
	b.WriteString("%!PS-Adobe-3.0 EPSF-3.0\n")
	fmt.Fprintf(b, "%%%%BoundingBox: 0 0 %d %d\n", int64(math.Ceil(width)), int64(math.Ceil(height)))
	fmt.Fprintf(b, "%%%%HiResBoundingBox: 0 0 %s %s\n", num(width, 4), num(height, 4))
	fmt.Fprintf(b, "%%%%Title: %s\n%%%%Creator: Panonceau\n%%%%LanguageLevel: 3\n", psString(e.d.Title))
	b.WriteString("%%DocumentProcessColors: Cyan Magenta Yellow Black\n")
	for i, s := range e.spots {
		key := "%%+"
		if i == 0 {
			key = "%%DocumentCustomColors:"
		}
		fmt.Fprintf(b, "%s %s\n", key, psString(s.name))
	}
	for i, s := range e.spots {
		key := "%%+"
		if i == 0 {
			key = "%%CMYKCustomColor:"
		}
		fmt.Fprintf(b, "%s %s %s\n", key, fractions(s.cmyk), psString(s.name))
	}
	b.WriteString("%%EndComments\n%%BeginProlog\n10 dict begin\n" + prolog)
	for i, s := range e.spots {
		fmt.Fprintf(b, "/S%d{[/Separation %s /DeviceCMYK {", i+1, psString(s.name))
		for ink, v := range s.cmyk {
			if ink < 3 {
				fmt.Fprintf(b, "dup %s mul exch ", num(v/100, 4))
			} else {
				fmt.Fprintf(b, "%s mul", num(v/100, 4))
			}
		}
		b.WriteString("}] setcolorspace 1 setcolor}bind def\n")
	}
	fmt.Fprintf(b, "%%%%EndProlog\ngsave\n%s 0 0 %s %s %s 6 array astore concat\n", num(k, 7), num(-k, 7), num(bleed, 4), num(height-bleed, 4))
}

func (e *encoder) op(s string) { e.body = append(append(e.body, s...), '\n') }

func (e *encoder) refuse(what string) {
	if e.err == nil {
		e.err = fmt.Errorf("%s %w", what, ErrUnsupported)
	}
}

func (e *encoder) group(g *render.Group, l render.Layer) {
	if g == nil || e.err != nil {
		return
	}
	if g.Layer != render.LayerArt {
		l = g.Layer
	}
	switch {
	case g.Filter != nil:
		e.refuse("a filter")
	case g.Mask != nil:
		e.refuse("a mask")
	case g.Blend != render.BlendNormal:
		e.refuse("a blend mode")
	case g.Opacity != 1 && l != render.LayerSpecimen: // that mark may be opaque
		e.refuse("a group that is not opaque")
	}
	if g.Clip != nil {
		if e.depth++; e.depth > maxDepth {
			e.refuse(fmt.Sprintf("a clip path within %d others", maxDepth))
			return
		}
		e.op("q")
		defer func() {
			e.op("Q")
			e.depth--
		}()
	}
	for cl := g.Clip; cl != nil; cl = cl.And {
		if !e.clip(cl) {
			return
		}
	}
	for _, n := range g.Children {
		e.node(n, l)
	}
}

// clip limits what follows to cl, and reports whether there can be more.
func (e *encoder) clip(cl *render.Clip) bool {
	if len(cl.Shapes) > 1 {
		e.refuse("a clip path of several shapes")
		return false
	}
	if len(cl.Shapes) == 0 || cl.Shapes[0].Path.Empty() {
		e.op("0 0 m W") // nothing shows
		return false
	}
	s := cl.Shapes[0]
	e.path(s.Path)
	e.op([...]string{render.NonZero: "W", render.EvenOdd: "E"}[s.Rule])
	for inner := s.Clip; inner != nil; inner = inner.And {
		if !e.clip(inner) {
			return false
		}
	}
	return true
}

func (e *encoder) node(n render.Node, l render.Layer) {
	switch n := n.(type) {
	case *render.Group:
		e.group(n, l)
	case *render.Shape:
		e.shape(n, l)
	case *render.Text:
		e.shape(&render.Shape{Path: n.Path(), Fill: n.Fill}, l)
	case *render.Image:
		e.refuse("a picture made of pixels")
	}
}

func (e *encoder) shape(s *render.Shape, l render.Layer) {
	if s.Path.Empty() {
		return
	}
	if l.Technical() {
		e.technical(s, l)
		return
	}
	steps := []func(){func() { e.fill(s) }, func() { e.stroke(s) }}
	if s.StrokeFirst {
		steps[0], steps[1] = steps[1], steps[0]
	}
	steps[0]()
	steps[1]()
}

func (e *encoder) fill(s *render.Shape) {
	f := s.Fill
	if f == nil || !e.opaque(f.Paint, f.Opacity) {
		return
	}
	rule := [...]string{render.NonZero: "f", render.EvenOdd: "e"}[f.Rule]
	if col, ok := f.Paint.(render.Color); ok {
		e.color(col)
		e.path(s.Path)
		e.op(rule)
		return
	}
	e.op("q")
	e.path(s.Path)
	e.op([...]string{render.NonZero: "W", render.EvenOdd: "E"}[f.Rule])
	e.shading(f.Paint)
	e.op("Q")
}

func (e *encoder) stroke(s *render.Shape) {
	st := s.Stroke
	if st == nil || !(st.Width > 0) || !e.opaque(st.Paint, st.Opacity) {
		return
	}
	e.strokeStyle(st.StrokeStyle)
	if col, ok := st.Paint.(render.Color); ok {
		e.color(col)
		e.path(s.Path)
		e.op("s")
		return
	}
	e.op("q")
	e.path(s.Path)
	e.op("strokepath W")
	e.shading(st.Paint)
	e.op("Q")
}

// opaque reports whether there is something to paint, and refuses what would
// show through.
func (e *encoder) opaque(p render.Paint, opacity float64) bool {
	if p == nil || opacity == 0 {
		return false
	}
	if opacity != 1 {
		e.refuse("a paint that is not opaque")
	}
	return true
}

// strokeStyle sets how lines are drawn (PLRM §7.2).
func (e *encoder) strokeStyle(s geom.StrokeStyle) {
	join := 0
	switch s.Join {
	case geom.JoinRound:
		join = 1
	case geom.JoinBevel:
		join = 2
	}
	dash := make([]string, len(s.Dash))
	for i, v := range s.Dash {
		dash[i] = num(v, 5)
	}
	e.op(fmt.Sprintf("%s setlinewidth %d setlinecap %d setlinejoin %s setmiterlimit [%s] %s setdash",
		num(s.Width, 5), s.Cap, join, num(max(s.MiterLimit, 1), 3), strings.Join(dash, " "), num(s.DashOffset, 5)))
}

// technical draws a path for a machine, over what is below and not in its
// place.
func (e *encoder) technical(s *render.Shape, l render.Layer) {
	or := func(name, usual string) string {
		if name == "" {
			return usual
		}
		return name
	}
	e.op("q true O")
	switch l {
	case render.LayerWhite:
		e.separation(or(e.o.White, "White"), [4]float64{10, 0, 0, 0})
		e.path(s.Path)
		e.op("f")
	case render.LayerDrill:
		e.separation(or(e.o.Drill, "Drill"), [4]float64{100, 0, 0, 0})
	default:
		e.separation(or(e.o.Cut, "CutContour"), [4]float64{0, 100, 0, 0})
	}
	if l != render.LayerWhite {
		e.strokeStyle(geom.StrokeStyle{Width: hairline / (e.d.Unit * pointsPerMM), MiterLimit: 4})
		e.path(s.Path)
		e.op("s")
	}
	e.op("Q")
}

// tint returns what prints col, in percent; spot is empty for process inks.
func (e *encoder) tint(col render.Color) (cmyk [4]float64, spot string) {
	if col.Ink != nil {
		sum := col.Ink.CMYK[0] + col.Ink.CMYK[1] + col.Ink.CMYK[2] + col.Ink.CMYK[3]
		if e.err == nil && col.Ink.Spot == "" && !(sum <= maxInk) {
			e.err = fmt.Errorf("ink %q is %g %% of ink, limit %d %%", col.Ink.Name, sum, maxInk)
		}
		return col.Ink.CMYK, col.Ink.Spot
	}
	p, err := icc.Coated()
	if err != nil {
		e.err = err
		return cmyk, ""
	}
	return p.Flat(col.R, col.G, col.B, maxInk), ""
}

// color makes col the current colour.
func (e *encoder) color(col render.Color) {
	cmyk, spot := e.tint(col)
	if spot != "" {
		e.separation(spot, cmyk)
		return
	}
	e.op(fractions(cmyk) + " k")
}

// separation makes a spot colour the current one.
func (e *encoder) separation(name string, cmyk [4]float64) {
	for i, s := range e.spots {
		if s.name == name {
			e.op(fmt.Sprintf("S%d", i+1))
			return
		}
	}
	e.spots = append(e.spots, spot{name, cmyk})
	e.op(fmt.Sprintf("S%d", len(e.spots)))
}
