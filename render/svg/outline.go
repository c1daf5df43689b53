package svg

import (
	"math"
	"strings"

	"panonceau/render/geom"
)

// length resolves an attribute of e in its place, or def if it is not there.
func (c *converter) length(e *element, name string, p place, def length) float64 {
	l := def
	if v, ok := e.lookupAttr(name); ok {
		if parsed, ok := parseLength(v); ok {
			l = parsed
		} else if v != "auto" {
			c.report.add(e, "%s %.40q is not a length; ignored", name, v)
		}
	}
	whole := p.view.diagonal()
	switch name {
	case "x", "x1", "x2", "cx", "fx", "dx", "rx", "width", "refX", "markerWidth":
		whole = p.view.w
	case "y", "y1", "y2", "cy", "fy", "dy", "ry", "height", "refY", "markerHeight":
		whole = p.view.h
	}
	return l.px(whole, p.style.text.size)
}

// outline returns the path of a shape element in its user space (SVG 2 §9 and
// §10). It has fewer than two commands if the shape is not to be drawn.
func (c *converter) outline(e *element, p place) *geom.Path {
	get := func(name string) float64 { return c.length(e, name, p, length{}) }
	path := new(geom.Path)
	switch e.name {
	case "path":
		path = c.pathData(e)
	case "rect":
		c.rect(e, p, path)
	case "circle":
		if r := get("r"); r > 0 {
			path.Ellipse(geom.Pt(get("cx"), get("cy")), r, r)
		}
	case "ellipse":
		if rx, ry := c.radii(e, p); rx > 0 && ry > 0 {
			path.Ellipse(geom.Pt(get("cx"), get("cy")), rx, ry)
		}
	case "line":
		path.MoveTo(geom.Pt(get("x1"), get("y1")))
		path.LineTo(geom.Pt(get("x2"), get("y2")))
	case "polyline", "polygon":
		c.polyPoints(e, path)
		if e.name == "polygon" && len(path.Ops) > 1 {
			path.Close()
		}
	}
	return path
}

func (c *converter) pathData(e *element) *geom.Path {
	d := e.attr("d")
	if d == "" || d == "none" {
		return new(geom.Path)
	}
	path, err := geom.ParsePath(d, maxPathPoints)
	if err != nil {
		c.report.add(e, "%v; drawn up to there", err)
	}
	return path
}

// rect draws a rectangle, with round corners if it has any (SVG 2 §10.2).
func (c *converter) rect(e *element, p place, path *geom.Path) {
	w, h := c.length(e, "width", p, length{}), c.length(e, "height", p, length{})
	if !(w > 0 && h > 0) {
		return
	}
	rx, ry := c.radii(e, p)
	r := geom.RectWH(c.length(e, "x", p, length{}), c.length(e, "y", p, length{}), w, h)
	path.RoundRect(r, min(rx, w/2), min(ry, h/2))
}

// radii returns rx and ry. One that is missing, auto or negative is equal to
// the other (SVG 2 §7.4).
func (c *converter) radii(e *element, p place) (rx, ry float64) {
	rx, okX := c.radius(e, "rx", p)
	ry, okY := c.radius(e, "ry", p)
	if !okX {
		rx = ry
	}
	if !okY {
		ry = rx
	}
	return rx, ry
}

func (c *converter) radius(e *element, name string, p place) (float64, bool) {
	l, ok := parseLength(e.attr(name))
	return c.length(e, name, p, length{}), ok && l.value >= 0
}

// polyPoints reads the points of a polyline, up to an error (SVG 2 §10.6).
func (c *converter) polyPoints(e *element, path *geom.Path) {
	v, ok := parseNumbers(strings.TrimSpace(e.attr("points")), 2*maxPathPoints)
	if !ok || len(v)%2 != 0 {
		c.report.add(e, "points end with an error; drawn up to there")
	}
	for i := 0; i+1 < len(v); i += 2 {
		if a := geom.Pt(v[i], v[i+1]); i == 0 {
			path.MoveTo(a)
		} else {
			path.LineTo(a)
		}
	}
}

// strokeStyle returns the stroke of an element in its user space, and false if
// there is none to draw.
func (c *converter) strokeStyle(p place) (geom.StrokeStyle, bool) {
	st := p.style
	whole, font := p.view.diagonal(), st.text.size
	s := geom.StrokeStyle{
		Width: st.strokeWidth.px(whole, font), Cap: st.cap, Join: st.join,
		MiterLimit: max(1, st.miterLimit), DashOffset: st.dashOffset.px(whole, font),
	}
	if !(s.Width > 0) {
		return s, false
	}
	sum := 0.0
	for _, l := range st.dash {
		s.Dash = append(s.Dash, l.px(whole, font))
		sum += s.Dash[len(s.Dash)-1]
	}
	if len(s.Dash)%2 != 0 { // SVG 2 §13.5.6
		s.Dash = append(s.Dash, s.Dash...)
	}
	if !(sum > 0) || math.IsInf(sum, 0) {
		s.Dash, s.DashOffset = nil, 0
	}
	return s, true
}

// dashScale returns the factor that pathLength puts on the lengths of dashes
// (SVG 2 §9.6.1).
func (c *converter) dashScale(e *element, path *geom.Path) float64 {
	want, ok := parseNumber(e.attr("pathLength"))
	if !ok || !(want > 0) {
		return 1
	}
	box := path.Bounds()
	flat := path.Flatten(max(box.W(), box.H()) / 10000)
	sum := 0.0
	var start, cur geom.Point
	i := 0
	for _, op := range flat.Ops {
		to := start
		if op != geom.Close {
			to = flat.Pts[i]
			i++
		}
		if op == geom.MoveTo {
			start = to
		} else {
			sum += to.Sub(cur).Len()
		}
		cur = to
	}
	if !(sum > 0) || math.IsInf(sum, 0) {
		return 1
	}
	return sum / want
}

// scaled returns s for a picture k times larger.
func scaled(s geom.StrokeStyle, k float64) geom.StrokeStyle {
	s.Width *= k
	s.DashOffset *= k
	for i := range s.Dash {
		s.Dash[i] *= k
	}
	return s
}
