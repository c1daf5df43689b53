package cut

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/meta"
)

// colors are those by which lasers and cutters tell operations apart.
var colors = [...]struct {
	op    Operation
	color string
}{{Cut, "#ff0000"}, {Engrave, "#000000"}, {Drill, "#0000ff"}}

// hairline is the width of lines in millimetres: at or below a hundredth,
// laser shops take a line for a path to follow.
const hairline = 0.01

// EncodeSVG writes what machines do as SVG in millimetres: one layer for each
// operation, lines only, no style sheet and no text. Surfaces to engrave are
// drawn as their outlines, which is what a machine fills.
func EncodeSVG(w io.Writer, d *render.Drawing) error {
	contours, err := Contours(d)
	if err != nil {
		return err
	}
	width, height := number(d.Width*d.Unit), number(d.Height*d.Unit)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="%smm" height="%smm" viewBox="0 0 %[1]s %[2]s">`+"\n", width, height)
	fmt.Fprintf(&b, "<title>%s</title>\n", meta.Escape(d.Title))
	if about := meta.Of(d); !about.Empty() {
		b.WriteString("<metadata>" + meta.RDF(about) + "</metadata>\n")
	}
	for _, layer := range colors {
		open := false
		for _, c := range contours {
			if c.Operation != layer.op {
				continue
			}
			if !open {
				fmt.Fprintf(&b, `<g id="%s" inkscape:groupmode="layer" inkscape:label="%[1]s" fill="none" stroke="%s" stroke-width="%s">`+"\n", layer.op, layer.color, number(hairline))
				open = true
			}
			fmt.Fprintf(&b, `<path d="%s"/>`+"\n", pathData(c.Path))
		}
		if open {
			b.WriteString("</g>\n")
		}
	}
	b.WriteString("</svg>\n")
	_, err = io.WriteString(w, b.String())
	return err
}

// number writes v in thousandths of a millimetre.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/1000+0, 'f', -1, 64)
}

// pathData writes p (SVG 2 §9.3).
func pathData(p *geom.Path) string {
	var b strings.Builder
	letters := [...]string{geom.MoveTo: "M", geom.LineTo: "L", geom.QuadTo: "Q", geom.CubeTo: "C", geom.Close: "Z"}
	i := 0
	for _, op := range p.Ops {
		b.WriteString(letters[op])
		for k, q := range p.Pts[i : i+op.Points()] {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(q.X) + " " + number(q.Y))
		}
		i += op.Points()
	}
	return b.String()
}
