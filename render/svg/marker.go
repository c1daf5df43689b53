package svg

import (
	"math"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A vertex is a point of a path where a marker may stand, with the directions
// in which the path comes and goes there. A direction is zero if there is none.
type vertex struct {
	at      geom.Point
	in, out geom.Point // unit vectors
}

// markers draws the markers of a shape with the given path, in its user space
// (SVG 2 §13.7).
func (c *converter) markers(e *element, path *geom.Path, p place, around *contextPaint, out *render.Group) {
	st := p.style
	if st.hidden || st.markers == [3]string{} {
		return
	}
	group := render.NewGroup()
	list := vertices(path)
	for i, v := range list {
		switch {
		case i == 0:
			c.marker(e, 0, v, p, around, group)
			if len(list) == 1 {
				c.marker(e, 2, v, p, around, group)
			}
		case i == len(list)-1:
			c.marker(e, 2, v, p, around, group)
		default:
			c.marker(e, 1, v, p, around, group)
		}
	}
	if len(group.Children) > 0 {
		c.beside[group] = true
		out.Children = append(out.Children, group)
	}
}

// The positions of a marker, as in style.markers.
var markerNames = [3]string{"marker-start", "marker-mid", "marker-end"}

// marker draws one marker of e at v.
func (c *converter) marker(e *element, position int, v vertex, p place, around *contextPaint, out *render.Group) {
	ref := p.style.markers[position]
	if ref == "" {
		return
	}
	target := e.target(ref)
	if target == nil || target.name != "marker" {
		c.report.add(e, "%s %.60q is not a marker", markerNames[position], ref)
		return
	}
	if !c.enter(target) {
		return
	}
	defer c.leave()
	if !c.follow(target) {
		return
	}
	defer c.unfollow()

	m := p.m.Mul(geom.Translate(v.at.X, v.at.Y)).Mul(orient(target, position, v))
	if target.attr("markerUnits") != "userSpaceOnUse" {
		k := p.style.strokeWidth.px(p.view.diagonal(), p.style.text.size)
		m = m.Mul(geom.Scale(k, k))
	}
	inner := place{style: c.styleOf(target), m: m, view: p.view, around: around}
	c.markerContent(target, inner, out)
}

// markerContent draws a marker whose reference point is p's origin.
func (c *converter) markerContent(e *element, p place, out *render.Group) {
	three := length{value: 3}
	view := geom.Rect{X1: c.length(e, "markerWidth", p, three), Y1: c.length(e, "markerHeight", p, three)}
	if view.Empty() {
		return
	}
	box, fit := view, geom.Identity
	if e.has("viewBox") {
		var ok bool
		if box, ok = c.viewBox(e); !ok {
			return
		}
		p.view = viewport{box.W(), box.H()}
		fit = parseAspect(e.attr("preserveAspectRatio")).matrix(box, view)
	}
	origin := fit.Apply(c.markerReference(e, p, box))
	outer := p.m.Mul(geom.Translate(-origin.X, -origin.Y))
	p.m = outer.Mul(fit)
	if _, ok := p.m.Inverse(); !ok || !p.m.Finite() {
		return
	}
	c.unmarked++
	defer func() { c.unmarked-- }()
	g := render.NewGroup()
	c.children(e, p, g)
	if clipsOverflow(e) {
		g = c.clippedTo(view, outer, g)
	}
	c.finish(e, p, g, out)
}

// markerReference returns the point of a marker that is put on the vertex, in
// its viewBox.
func (c *converter) markerReference(e *element, p place, box geom.Rect) geom.Point {
	coordinate := func(name, start, end string, from, size float64) float64 {
		switch strings.TrimSpace(e.attr(name)) {
		case start:
			return from
		case "center":
			return from + size/2
		case end:
			return from + size
		}
		return c.length(e, name, p, length{})
	}
	return geom.Pt(
		coordinate("refX", "left", "right", box.X0, box.W()),
		coordinate("refY", "top", "bottom", box.Y0, box.H()))
}

// orient returns the rotation of a marker at v.
func orient(e *element, position int, v vertex) geom.Matrix {
	value := strings.TrimSpace(e.attr("orient"))
	switch value {
	case "auto":
		return rotation(v.direction())
	case "auto-start-reverse":
		d := v.direction()
		if position == 0 {
			d = d.Mul(-1)
		}
		return rotation(d)
	}
	number, n := geom.ScanNumber(value)
	if k, ok := angles[strings.TrimSpace(value[n:])]; ok && n > 0 && !math.IsInf(number, 0) {
		return geom.Rotate(number * k)
	}
	return geom.Identity
}

// rotation returns the rotation that turns the x axis to the unit vector d.
func rotation(d geom.Point) geom.Matrix {
	return geom.Matrix{A: d.X, B: d.Y, C: -d.Y, D: d.X}
}

// direction returns the direction of the path at v: between those in which it
// comes and goes (SVG 2 §13.7.4).
func (v vertex) direction() geom.Point {
	zero := geom.Point{}
	switch {
	case v.in == zero && v.out == zero:
		return geom.Pt(1, 0)
	case v.in == zero:
		return v.out
	case v.out == zero:
		return v.in
	}
	if d := unitVector(v.in.Add(v.out)); d != zero {
		return d
	}
	// The path turns back. Of the two normals, the mean of the directions as
	// angles from 0° to 360°.
	n := geom.Pt(-v.in.Y, v.in.X)
	if n.X > 0 || n.X == 0 && n.Y < 0 {
		n = n.Mul(-1)
	}
	return n
}

// unitVector returns v at length 1, or zero if it has hardly any.
func unitVector(v geom.Point) geom.Point {
	l := v.Len()
	if l < 1e-9 || math.IsInf(l, 0) {
		return geom.Point{}
	}
	return geom.Pt(v.X/l, v.Y/l)
}

// vertices returns the vertices of a path, in order.
func vertices(path *geom.Path) []vertex {
	var list []vertex
	start := 0 // index of the vertex that begins the subpath
	cur := geom.Point{}
	i := 0
	for _, op := range path.Ops {
		pts := path.Pts[i : i+op.Points()]
		i += op.Points()
		switch op {
		case geom.MoveTo:
			start = len(list)
			list = append(list, vertex{at: pts[0]})
		case geom.Close:
			last := &list[len(list)-1]
			last.out = unitVector(list[start].at.Sub(cur))
			v := vertex{at: list[start].at, in: last.out}
			if v.in == (geom.Point{}) { // the path was back already
				last.out, v.in = list[start].out, last.in
			}
			list = append(list, v)
		default:
			ctrl := append([]geom.Point{cur}, pts...)
			list[len(list)-1].out = firstDirection(ctrl)
			list = append(list, vertex{at: pts[len(pts)-1], in: lastDirection(ctrl)})
		}
		if len(pts) > 0 {
			cur = pts[len(pts)-1]
		} else {
			cur = list[start].at
		}
	}
	return list
}

// firstDirection returns the direction in which a curve begins, given its
// control points, of which several may coincide.
func firstDirection(pts []geom.Point) geom.Point {
	for _, p := range pts[1:] {
		if d := unitVector(p.Sub(pts[0])); d != (geom.Point{}) {
			return d
		}
	}
	return geom.Point{}
}

// lastDirection returns the direction in which a curve ends.
func lastDirection(pts []geom.Point) geom.Point {
	last := pts[len(pts)-1]
	for i := len(pts) - 2; i >= 0; i-- {
		if d := unitVector(last.Sub(pts[i])); d != (geom.Point{}) {
			return d
		}
	}
	return geom.Point{}
}
