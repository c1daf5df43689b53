package render

import (
	"fmt"

	"panonceau/render/geom"
)

// slot appends what a slot draws.
func (c *composer) slot(nodes []Node, d *directive, ctx scope) []Node {
	box := ctx.warp.rect(d.box)
	var out Node
	switch d.kind {
	case textSlot:
		out = c.text(d, box, ctx)
	case partSlot:
		out = c.part(d, box, ctx)
	case rowSlot:
		out = c.row(d, box, ctx)
	case armsSlot:
		if c.spec.Arms != nil {
			out = c.arms(d, box, ctx)
		}
	case qrSlot:
		if c.spec.QR != "" {
			out = c.qr(d, box, ctx)
		}
	}
	if out == nil {
		return nodes
	}
	g := NewGroup(out)
	g.Layer = d.layer
	return appendGroup(nodes, g)
}

// fit returns the map that scales a page to the largest size that fits box,
// aligned in it; the middle is the default.
func fit(page, box geom.Rect, align, valign string) geom.Matrix {
	k := min(box.W()/page.W(), box.H()/page.H())
	spareX, spareY := box.W()-float64(k*page.W()), box.H()-float64(k*page.H())
	return geom.Matrix{
		A: k, D: k,
		E: box.X0 + float64(spareX*alignment(align)) - float64(k*page.X0),
		F: box.Y0 + float64(spareY*alignment(valign)) - float64(k*page.Y0),
	}
}

// alignment returns the share of the spare room that comes first.
func alignment(s string) float64 {
	switch s {
	case "start", "top":
		return 0
	case "end", "bottom", "baseline":
		return 1
	}
	return 0.5
}

// pieceScope returns the scope in which a piece is composed: its own design
// and variant, and inks that replace those of its steps.
func (c *composer) pieceScope(d *directive, design *Design, m geom.Matrix, ctx scope) scope {
	in := scope{
		design: design, warp: newWarp(m), variant: ctx.variant, palette: ctx.palette, on: ctx.on,
		litInk: ctx.litInk, unlitInk: ctx.unlitInk,
	}
	if d.variant != "" {
		in.variant, in.palette = d.variant, c.spec.palette(d.variant, ctx.palette)
	}
	if d.ink != "" {
		in.litInk = mix(c.named(d.ink, &ctx), ctx.palette)
	}
	if d.unlit != "" {
		in.unlitInk = mix(c.named(d.unlit, &ctx), ctx.palette)
	}
	return in
}

// piece finds the design a slot draws.
func (c *composer) piece(d *directive) *Design {
	p := c.spec.part(d.key)
	if p == nil {
		c.fail(fmt.Errorf("line %d: the pack has no design %q", d.line, d.key))
		return nil
	}
	if c.depth++; c.depth > maxDepth {
		c.fail(fmt.Errorf("line %d: pieces within pieces, more than %d deep", d.line, maxDepth))
		return nil
	}
	return p
}

// part draws another design in a box.
func (c *composer) part(d *directive, box geom.Rect, ctx scope) Node {
	p := c.piece(d)
	if p == nil {
		return nil
	}
	defer func() { c.depth-- }()
	return c.group(p.Art.Root, c.pieceScope(d, p, fit(p.Art.Page(), box, d.align, d.valign), ctx))
}

// row draws another design once for each step of the scale.
func (c *composer) row(d *directive, box geom.Rect, ctx scope) Node {
	p := c.piece(d)
	if p == nil {
		return nil
	}
	defer func() { c.depth-- }()
	page, n := p.Art.Page(), float64(ctx.on.Steps)
	if n == 0 {
		return nil
	}
	h := box.H()
	gap := h / 4
	if d.gap >= 0 {
		gap = d.gap * ctx.warp.k
	}
	w := h * page.W() / page.H()
	total := float64(n*w) + float64((n-1)*gap)
	if total > box.W() {
		k := box.W() / total
		h, w, gap, total = h*k, w*k, gap*k, box.W()
	}
	x := box.X0 + float64((box.W()-total)*alignment(d.align))
	y := box.Y0 + float64((box.H()-h)*alignment(d.valign))
	out := NewGroup()
	for i := 1; i <= ctx.on.Steps; i++ {
		place := geom.RectWH(x+float64(float64(i-1)*(w+gap)), y, w, h)
		in := c.pieceScope(d, p, fit(page, place, "", ""), ctx)
		in.inStep, in.lit = true, i <= ctx.on.Rank
		in.ink, in.finalColor = c.placeInk(d, in, ctx), true
		out.Children = appendGroup(out.Children, c.group(p.Art.Root, in))
	}
	return out
}

// placeInk returns the ink of one place of a row: that of the slot's rect when
// lit, and the unlit one otherwise.
func (c *composer) placeInk(d *directive, in, ctx scope) *Ink {
	if !in.lit {
		if in.unlitInk != nil {
			return in.unlitInk
		}
		return mix(ctx.on.Unlit, in.palette)
	}
	if in.litInk != nil {
		return in.litInk
	}
	if k, ok := d.fill.(Color); ok && k.Ink != nil {
		return mix(k.Ink, ctx.palette)
	}
	return mix(ctx.on.Level, in.palette)
}

// armsPad is the margin of the plate under arms, in lesser sides of the box.
const armsPad = 0.08

// arms draws the holder's coat of arms in a box, on a plate as large as it
// needs where the slot names an ink for one.
func (c *composer) arms(d *directive, box geom.Rect, ctx scope) Node {
	arms := c.spec.Arms
	if d.ground == "" {
		return newWarp(fit(arms.Page(), box, d.align, d.valign)).node(arms.Root)
	}
	pad := float64(min(box.W(), box.H()) * armsPad)
	m := fit(arms.Page(), box.Inset(pad), d.align, d.valign)
	a, b := m.Apply(geom.Pt(0, 0)), m.Apply(geom.Pt(arms.Width, arms.Height))
	plate := new(geom.Path)
	plate.RoundRect(geom.Rect{X0: a.X, Y0: a.Y, X1: b.X, Y1: b.Y}.Inset(-pad), pad, pad)
	ink := mix(c.named(d.ground, &ctx), ctx.palette)
	return NewGroup(
		&Shape{Path: plate, Fill: &Fill{Paint: Color{RGB: ink.RGB, Ink: ink}, Opacity: 1}},
		newWarp(m).node(arms.Root),
	)
}

// qr draws the proof address as a QR code in a box, quiet zone included.
func (c *composer) qr(d *directive, box geom.Rect, ctx scope) Node {
	modules, page, err := QRCode(c.spec.QR)
	if err != nil {
		c.fail(fmt.Errorf("line %d: QR code of %d bytes: %w", d.line, len(c.spec.QR), err))
		return nil
	}
	w := newWarp(fit(page, box, d.align, d.valign))
	c.codes = append(c.codes, w.rect(page))
	fill := d.fill
	if fill == nil {
		fill = Color{}
	}
	ink := repaintPaint(fill, func(k Color) Color { return c.color(k, ctx) })
	return &Shape{Path: w.path(modules), Fill: &Fill{Paint: ink, Opacity: 1}}
}
