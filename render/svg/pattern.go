package svg

import (
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// pattern returns a pattern at p (SVG 2 §14.3), and false if it is disabled. A
// pattern without contents paints nothing and is valid.
func (c *converter) pattern(e *element, p place, box boxFunc) (*render.Pattern, bool) {
	chain := c.chain(e, "pattern")
	units, _ := inherited(chain, "patternUnits")
	contentUnits, _ := inherited(chain, "patternContentUnits")
	u := measure{boxUnits: units != "userSpaceOnUse", view: p.view, font: c.styleOf(e).text.size}

	tile := geom.RectWH(
		u.length(chain, "x", length{}), u.length(chain, "y", length{}),
		u.length(chain, "width", length{}), u.length(chain, "height", length{}))
	var viewBoxOf *element
	for _, link := range chain {
		if link.has("viewBox") {
			viewBoxOf = link
			break
		}
	}
	var b geom.Rect
	if u.boxUnits || viewBoxOf == nil && contentUnits == "objectBoundingBox" {
		if b = box(); b.IsNowhere() || b.Empty() {
			return nil, false
		}
	}
	if u.boxUnits {
		tile = geom.RectWH(b.X0+float64(tile.X0*b.W()), b.Y0+float64(tile.Y0*b.H()), float64(tile.W()*b.W()), float64(tile.H()*b.H()))
	}
	if tile.Empty() || !finite(tile) {
		return nil, false
	}

	matrix := p.m.Mul(c.serverTransform(chain, "patternTransform", p))
	if _, ok := matrix.Inverse(); !ok {
		return nil, false
	}

	inner := geom.Translate(tile.X0, tile.Y0)
	view := p.view
	if viewBoxOf != nil {
		vb, ok := c.viewBox(viewBoxOf)
		if !ok {
			return nil, false
		}
		align, _ := inherited(chain, "preserveAspectRatio")
		inner = parseAspect(align).matrix(vb, tile)
		view = viewport{vb.W(), vb.H()}
	} else if contentUnits == "objectBoundingBox" {
		inner = inner.Mul(geom.Scale(b.W(), b.H()))
	}
	content, ok := c.patternContent(chain, inner, view, matrix)
	return &render.Pattern{Tile: tile, Matrix: matrix, Content: content}, ok
}

// patternContent draws the children of the first element of a chain that has
// any. Pattern space has a grid of its own, as fine as the drawing's.
func (c *converter) patternContent(chain []*element, m geom.Matrix, view viewport, outer geom.Matrix) (*render.Group, bool) {
	content := render.NewGroup()
	for _, e := range chain {
		if e.last == nil {
			continue
		}
		if !c.follow(e) {
			return nil, false
		}
		defer c.unfollow()
		step, tolerance, pixel, page := c.step, c.tolerance, c.pixel, c.page
		defer func() { c.step, c.tolerance, c.pixel, c.page = step, tolerance, pixel, page }()
		k := outer.MeanScale()
		if inverse, ok := outer.Inverse(); ok {
			c.page = page.Path().Transform(inverse).Bounds()
		}
		c.tolerance, c.pixel = tolerance/k, pixel/k
		for float64(c.step*k) > step && c.step > 1.0/(1<<30) {
			c.step /= 2
		}
		c.unmarked++
		c.children(e, place{style: c.styleOf(e), m: m, view: view}, content)
		c.unmarked--
		prune(content)
		break
	}
	return content, c.err == nil
}

func finite(r geom.Rect) bool {
	for _, v := range [...]float64{r.X0, r.Y0, r.X1, r.Y1} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
