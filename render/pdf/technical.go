package pdf

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// hairline is the width of cutting and drilling lines on the page, in points.
// Machines follow the line and ignore its width.
const hairline = 0.25

// technical draws a path for a machine: in the spot colour of its layer and in
// no other, whatever it looks like in the artwork.
func (c *content) technical(s *render.Shape) {
	if c.mode != modeInk {
		return
	}
	spotName, cmyk := c.e.preset.spot(c.layer)
	space := c.space(c.e.separation(spotName, cmyk))
	c.save()
	if c.layer == render.LayerWhite {
		c.underprint()
		c.set(&c.st.fill, space+" cs 1 scn")
		c.path(s.Path)
		rule := render.NonZero
		if s.Fill != nil {
			rule = s.Fill.Rule
		}
		c.op(fillOp(rule))
	} else {
		c.setOverprint(true)
		c.setStrokeAlpha(1)
		c.set(&c.st.stroke, space+" CS 1 SCN")
		c.strokeStyle(geom.StrokeStyle{Width: hairline / c.e.page.perUnit, MiterLimit: 4})
		c.path(s.Path)
		c.op("S")
	}
	c.restore()
}

// underprint lets white ink leave the plates below it alone. Multiply and
// overprint give the same plates, but a viewer that ignores overprint would
// show white ink as a sheet over the artwork; both together would square the
// inks below. PDF/X-1a knows overprint only.
func (c *content) underprint() {
	if c.e.preset.version.flat {
		c.setOverprint(true)
		return
	}
	c.setOverprint(false)
	c.setFillAlpha(1)
	c.op(c.res.gs.name("<< /BM /Multiply >>") + " gs")
}
