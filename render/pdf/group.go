package pdf

import (
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
)

// The group dictionaries of forms that are composited as a whole (ISO 32000-2
// §11.6.6). A print file may name no other space than that of its intent.
const (
	inkGroup  = "/Group << /S /Transparency /CS /DeviceCMYK /I true >>"
	rgbGroup  = "/Group << /S /Transparency /CS /DeviceRGB /I true >>"
	grayGroup = "/Group << /S /Transparency /CS /DeviceGray /I true >>"
)

func (m mode) group() string {
	return [...]string{modeInk: inkGroup, modeRGB: rgbGroup, modeGray: grayGroup}[m]
}

// blendModes are the names that PDF gives the blend modes (ISO 32000-2
// §11.3.5).
var blendModes = [...]string{
	render.BlendNormal: "Normal", render.BlendMultiply: "Multiply", render.BlendScreen: "Screen",
	render.BlendOverlay: "Overlay", render.BlendDarken: "Darken", render.BlendLighten: "Lighten",
	render.BlendColorDodge: "ColorDodge", render.BlendColorBurn: "ColorBurn", render.BlendHardLight: "HardLight",
	render.BlendSoftLight: "SoftLight", render.BlendDifference: "Difference", render.BlendExclusion: "Exclusion",
	render.BlendHue: "Hue", render.BlendSaturation: "Saturation", render.BlendColor: "Color",
	render.BlendLuminosity: "Luminosity",
}

// transparent notes that the picture needs transparency, and for what.
func (e *encoder) transparent(format string, args ...any) {
	if e.preset.version.flat {
		e.fail("%s cannot carry %w: %s", e.preset.version.x, ErrTransparency, fmt.Sprintf(format, args...))
	}
}

// group draws g within its clip, and as one picture if it asks for that.
func (c *content) group(g *render.Group) {
	if c.e.err != nil || g == nil {
		return
	}
	if g.Filter != nil {
		c.e.fail("a filter, which changes pixels, cannot be printed")
		return
	}
	if g.Layer != render.LayerArt && g.Layer != c.layer {
		c.onLayer(g)
		return
	}
	if g.Opacity <= 0 && !c.layer.Technical() {
		return
	}
	steps, mask, empty := c.clip(g.Clip, g.Mask)
	if empty {
		return
	}
	if len(steps) > 0 {
		c.save()
		defer c.restore()
		for _, s := range steps {
			c.path(s.Path)
			// ISO 32000-2 §8.5.4.
			if s.Rule == render.EvenOdd {
				c.op("W* n")
			} else {
				c.op("W n")
			}
		}
	}
	c.composite(g, mask)
}

// composite draws the children of g, in a form of their own if they have to be
// composited first.
func (c *content) composite(g *render.Group, mask *render.Mask) {
	opacity := g.Opacity * c.opacity
	if c.layer == render.LayerSpecimen && c.e.preset.version.flat {
		opacity = 1 // the mark must be there, and need not be see-through
	}
	isolate := g.Isolate && blends(g)
	plain := g.Blend == render.BlendNormal && mask == nil && !isolate
	if c.layer.Technical() || plain && opacity >= 1 {
		for _, n := range g.Children {
			c.node(n)
		}
		return
	}
	if plain && single(g) {
		outer := c.opacity
		c.opacity = opacity
		c.node(g.Children[0])
		c.opacity = outer
		return
	}
	c.e.transparent("a group with opacity, blend mode or mask")
	bounds := c.show(nodeBounds(g))
	if bounds.IsNowhere() {
		return
	}
	form := c.form(bounds, c.mode.group(), c.mode, func(f *content) {
		for _, n := range g.Children {
			f.node(n)
		}
	})
	c.e.tags.leaf(c, g)
	c.save()
	c.setOverprint(false)
	c.setFillAlpha(opacity)
	if g.Blend != render.BlendNormal {
		c.op(c.res.gs.name("<< /BM /"+blendModes[g.Blend]+" >>") + " gs")
	}
	if mask != nil {
		c.op(c.res.gs.name("<< /SMask "+c.softMask(mask, bounds).String()+" >>") + " gs")
	}
	c.op(c.res.xobjects.name(form.String()) + " Do")
	c.restore()
}

// single reports whether g has one child that is painted in one go, so that it
// can take the opacity of the group.
func single(g *render.Group) bool {
	if len(g.Children) != 1 {
		return false
	}
	switch n := g.Children[0].(type) {
	case *render.Shape:
		return (n.Fill == nil) != (n.Stroke == nil)
	case *render.Group:
		return n.Blend == render.BlendNormal
	case *render.Text:
		return true
	}
	return false
}

// blends reports whether something below g blends with its backdrop.
func blends(g *render.Group) bool {
	for _, n := range g.Children {
		if child, ok := n.(*render.Group); ok && (child.Blend != render.BlendNormal || blends(child)) {
			return true
		}
	}
	return false
}

// form writes what draw draws as a form of its own, in the same coordinates.
func (c *content) form(bounds geom.Rect, group string, m mode, draw func(*content)) ref {
	f := c.e.newContent(m, bounds)
	f.layer, f.cell, f.linear = c.layer, c.cell, c.linear
	c.e.enter(func() { draw(f) })
	return c.e.file.add(object{
		body: fmt.Sprintf("/Type /XObject /Subtype /Form /BBox %s %s /Resources %s",
			rectangle(bounds), group, f.res.dict()),
		data:   f.buf,
		stream: flate,
	})
}

// enter draws one content stream that another one refers to.
func (e *encoder) enter(draw func()) {
	e.depth++
	if e.depth > maxDepth {
		e.fail("forms nested more than %d deep", maxDepth)
	} else {
		draw()
	}
	e.depth--
}

// softMask writes a mask (ISO 32000-2 §11.6.5.2). A mask that is multiplied by
// another is itself drawn through it.
func (c *content) softMask(m *render.Mask, bounds geom.Rect) ref {
	form := c.form(bounds, grayGroup, modeGray, func(f *content) {
		f.linear = m.LinearRGB
		f.layer = render.LayerArt
		if m.Region != nil {
			f.path(m.Region)
			f.op("W n")
		}
		content := m.Content
		if m.And != nil {
			content = &render.Group{Children: []render.Node{content}, Opacity: 1, Mask: m.And}
		}
		f.group(content)
	})
	kind := "Luminosity"
	if m.Alpha {
		kind = "Alpha"
	}
	return c.e.file.value("<< /S /%s /G %v >>", kind, form)
}

// tiling writes a pattern cell (ISO 32000-2 §8.7.3.1).
func (c *content) tiling(p *render.Pattern) ref {
	cell := c.e.newContent(c.mode, p.Tile)
	cell.cell, cell.linear = true, c.linear
	c.e.enter(func() { cell.group(p.Content) })
	return c.e.file.add(object{
		body: fmt.Sprintf("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox %s /XStep %s /YStep %s /Matrix [%s] /Resources %s",
			rectangle(p.Tile), num(p.Tile.W()), num(p.Tile.H()), appendMatrix(nil, c.base.Mul(p.Matrix)), cell.res.dict()),
		data:   cell.buf,
		stream: flate,
	})
}
