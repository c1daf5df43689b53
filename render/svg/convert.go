package svg

import (
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
)

// A converter turns elements into nodes. It keeps the first error.
type converter struct {
	o      DecodeOptions
	report *Report
	err    error

	step      float64 // grid of the coordinates drawn
	tolerance float64 // of outlined strokes, in the units drawn
	pixel     float64 // a CSS pixel, in the units drawn
	page      geom.Rect
	svg       *element // the root

	depth  int // of elements being converted
	nodes  int // elements converted
	work   int // see maxWork
	points int // of their paths
	pixels int // of their images
	nested int // SVG pictures within SVG pictures

	// unmarked counts what is being drawn that keeps no marks: masks, patterns,
	// markers and embedded pictures.
	unmarked int

	// active holds the elements whose contents are being drawn elsewhere, to
	// notice those that contain themselves.
	active []*element

	// styles keeps the styles of elements in their place in the file. It is
	// never ranged over, and neither is beside.
	styles map[*element]*style

	// beside holds the nodes that do not count for the bounding box of an
	// element (SVG 2 §8.10): outlined strokes and markers.
	beside map[render.Node]bool

	// stopsOf and pictures keep what was read of gradients and images.
	stopsOf  map[*element][]render.Stop
	pictures map[*element]*picture

	// files are the other files that use elements refer to.
	files map[string]*document
}

func newConverter(o DecodeOptions, report *Report) *converter {
	return &converter{
		o: o, report: report, step: 1.0 / 1024, tolerance: 0.01, pixel: 1,
		styles:   map[*element]*style{},
		beside:   map[render.Node]bool{},
		stopsOf:  map[*element][]render.Stop{},
		pictures: map[*element]*picture{},
		files:    map[string]*document{},
	}
}

// A place is where an element is drawn, and what it inherits there.
type place struct {
	style  *style        // of the parent
	m      geom.Matrix   // from the user space to the drawing
	view   viewport      // of the nearest svg
	around *contextPaint // what context-fill and context-stroke mean; nil: none
	use    useSize       // asked for by the use element that draws an svg
}

// element draws e, a child of whatever is drawn at p, into out.
func (c *converter) element(e *element, p place, out *render.Group) {
	if e.name == textName || !c.enter(e) {
		return
	}
	defer c.leave()
	switch e.name {
	case "g", "a", "svg", "switch", "use", "image", "text",
		"path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
	default:
		c.ignored(e)
		return
	}
	if !shown(e) {
		return
	}
	p, ok := c.at(e, p)
	if !ok {
		return
	}
	g := render.NewGroup()
	switch e.name {
	case "g", "a":
		c.children(e, p, g)
	case "switch":
		c.choice(e, p, g)
	case "svg":
		c.nestedSVG(e, p, g)
	case "use":
		c.use(e, p, g)
	case "image":
		c.image(e, p, g)
	case "text":
		c.text(e, p, g)
	default:
		c.shape(e, p, g)
	}
	c.finish(e, p, g, out)
}

// root draws the outermost svg element of a file, whose viewport is p's.
func (c *converter) root(e *element, p place, out *render.Group) {
	if !c.enter(e) {
		return
	}
	defer c.leave()
	p, ok := c.at(e, p)
	if !shown(e) || !ok {
		return
	}
	g := render.NewGroup()
	c.children(e, p, g)
	c.finish(e, p, g, out)
}

func (c *converter) children(e *element, p place, out *render.Group) {
	for _, child := range e.children {
		c.element(child, p, out)
	}
}

// enter counts an element and reports whether to go on.
func (c *converter) enter(e *element) bool {
	if c.err != nil {
		return false
	}
	c.spend(e, 1+e.weight/16)
	if c.nodes++; c.nodes > maxNodes {
		c.fail(e, "more than %d elements to draw", maxNodes)
	} else if c.depth > maxDepth {
		c.fail(e, "elements nest deeper than %d", maxDepth)
	}
	if c.err != nil {
		return false
	}
	c.depth++
	return true
}

// spend counts work, as maxWork says.
func (c *converter) spend(e *element, n int) {
	if c.work += n; c.work > maxWork {
		c.fail(e, "too complex, because of the elements that refer to others")
	}
}

// add counts the points of a path and reports whether to go on.
func (c *converter) add(e *element, path *geom.Path) bool {
	if c.points += len(path.Pts); c.points > maxPoints {
		c.fail(e, "more than %d points to draw", maxPoints)
	}
	return c.err == nil
}

func (c *converter) leave() { c.depth-- }

// follow marks the contents of e as being drawn. It returns false if they are
// already, so that e contains itself.
func (c *converter) follow(e *element) bool {
	for _, a := range c.active {
		if a == e {
			c.report.add(e, "refers to itself; not drawn again")
			return false
		}
	}
	c.active = append(c.active, e)
	return true
}

func (c *converter) unfollow() { c.active = c.active[:len(c.active)-1] }

// at returns the place of e, a child of what is drawn at p: its style and its
// transform are applied. It returns false if the transform makes e invisible.
func (c *converter) at(e *element, p place) (place, bool) {
	p.style = c.computed(e, p.style)
	m := c.transform(e, "transform", p)
	p.m = p.m.Mul(m)
	_, ok := p.m.Inverse()
	if ok = ok && p.m.Finite(); !ok {
		c.report.add(e, "transform cannot be inverted; not drawn")
	}
	return p, ok
}

// transform returns the transform that an attribute of e asks for.
func (c *converter) transform(e *element, name string, p place) geom.Matrix {
	value := e.prop(name)
	if value == "" {
		return geom.Identity
	}
	m, ok := parseTransform(value)
	if !ok {
		c.report.add(e, "%s %.60q is not valid; ignored", name, value)
	}
	if box := e.prop("transform-box"); box != "" && box != "view-box" {
		c.report.add(e, "transform-box %q is not supported", box)
	}
	return transformAround(m, e.prop("transform-origin"), p.view, p.style.text.size)
}

// styleOf returns the style of e in its place in the file, which is what the
// contents of clip paths, masks, patterns, markers and gradients inherit.
func (c *converter) styleOf(e *element) *style {
	if e == nil {
		return initialStyle()
	}
	s := c.styles[e]
	if s == nil {
		s = c.computed(e, c.styleOf(e.parent))
		c.styles[e] = s
	}
	return s
}

// shown reports whether e is drawn at all (SVG 2 §3.2 and §5.7).
func shown(e *element) bool { return e.own("display") != "none" && conditions(e) }

// undrawn holds the elements that are not drawn where they stand.
var undrawn = map[string]bool{
	"defs": true, "symbol": true, "clipPath": true, "mask": true, "pattern": true, "marker": true,
	"linearGradient": true, "radialGradient": true, "filter": true, "style": true,
	"title": true, "desc": true, "metadata": true, "view": true, "stop": true,
}

// ignored reports an element that Decode does not know.
func (c *converter) ignored(e *element) {
	if e.name != textName && !undrawn[e.name] && shown(e) {
		c.report.add(e, "not supported")
	}
}

// mark returns the Mark of e, or nil if it has none.
func (c *converter) mark(e *element) *render.Mark {
	if !c.o.KeepMarks || c.unmarked > 0 {
		return nil
	}
	m := &render.Mark{Element: e.name, ID: e.attr("id"), Line: e.line}
	for _, a := range e.attrs {
		if name, ok := strings.CutPrefix(a.name, "data-"); ok {
			m.Data = append(m.Data, render.Attr{Name: name, Value: a.value})
		}
	}
	if m.ID == "" && len(m.Data) == 0 {
		return nil
	}
	return m
}
