package render

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"panonceau/render/geom"
)

// ErrOverflow is wrapped by the error of Compose when a text does not fit its
// slot in any of its forms.
var ErrOverflow = errors.New("text does not fit")

// maxPage bounds the sides of a picture, in units. A 3 m banner drawn in
// tenths of a millimetre has 30,000.
const maxPage = 100_000

// Compose lays out s.
//
// A text that is too long is narrowed, wrapped, shrunk and replaced by its
// short forms, within the limits of its slot; it is never cut. If it still
// does not fit, Compose returns an error that wraps [ErrOverflow] and no
// Drawing. Other errors say which slot lacks its text, or which character has
// no glyph.
func Compose(s *Spec) (*Drawing, error) {
	c := &composer{spec: s}
	art := s.Design.Art
	ctx := scope{design: s.Design, palette: s.Palette, on: s.standing("")}
	w, page, err := c.refit(ctx)
	if err != nil {
		return nil, fmt.Errorf("design %q: %w", s.Design.Name, err)
	}
	ctx.warp = w
	root := c.group(art.Root, ctx)
	if s.Ground != nil {
		paint := Color{RGB: s.Ground.RGB, Ink: s.Ground}
		ground := &Shape{Path: page.Path(), Fill: &Fill{Paint: paint, Opacity: 1}}
		root.Children = append([]Node{ground}, root.Children...)
	}
	if s.Specimen != "" {
		root.Children = append(root.Children, c.specimen(page)...)
	}
	if c.err != nil {
		return nil, fmt.Errorf("design %q: %w", s.Design.Name, c.err)
	}
	root.Mark = nil
	d := &Drawing{
		Width: page.X1, Height: page.Y1, Unit: art.Unit,
		Bleed: math.Min(s.Bleed, s.Design.bleed*w.k),
		Title: s.Title, Desc: s.Desc, Lang: s.Lang, Meta: s.Meta,
		Root: root,
	}
	quantize(root, d.Step())
	return d, nil
}

// A composer walks artwork and builds the picture. It keeps the first error.
type composer struct {
	spec  *Spec
	err   error
	depth int
	codes []geom.Rect // QR codes drawn, quiet zones included
}

// A scope is what the surroundings of a node decide.
type scope struct {
	design  *Design
	warp    warp
	variant string // fact of a piece, instead of the picture's
	palette []Swap
	on      *Standing // on the scale that is shown

	inStep     bool // within a data-step or a place of a row
	lit        bool // whether it is lit
	ink        *Ink // paints everything inside; nil: inks stay
	litInk     *Ink // of lit steps, instead of the ramp
	unlitInk   *Ink // of other steps, instead of the spec's
	finalColor bool // ink is what the caller wants seen: the palette is passed over
}

// maxDepth bounds pieces within pieces: a mark in a logo in a card is three.
const maxDepth = 4

func (c *composer) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// group composes the children of g.
func (c *composer) group(g *Group, ctx scope) *Group {
	out := *g
	out.Mark = nil
	out.Children = make([]Node, 0, len(g.Children))
	ctx.warp.groupFields(&out, g)
	if out.Mask != nil {
		out.Mask = repaintMask(out.Mask, func(k Color) Color { return c.color(k, ctx) })
	}
	for _, n := range g.Children {
		out.Children = c.node(out.Children, n, ctx)
	}
	return &out
}

// node appends what becomes of n to nodes.
func (c *composer) node(nodes []Node, n Node, ctx scope) []Node {
	g, ok := n.(*Group)
	if !ok {
		return append(nodes, repaint(ctx.warp.node(n), func(k Color) Color { return c.color(k, ctx) }))
	}
	d := ctx.design.marks[g.Mark]
	if g.Mark == nil || d == nil {
		return appendGroup(nodes, c.group(g, ctx))
	}
	if !c.enter(d, &ctx) {
		return nodes
	}
	if d.kind != noSlot {
		return c.slot(nodes, d, ctx)
	}
	out := c.group(g, ctx)
	out.Layer = d.layer
	return appendGroup(nodes, out)
}

// appendGroup appends g, or its children where g itself changes nothing.
func appendGroup(nodes []Node, g *Group) []Node {
	if len(g.Children) == 0 {
		return nodes
	}
	if g.Plain() && g.Layer == LayerArt {
		return append(nodes, g.Children...)
	}
	return append(nodes, g)
}

// enter applies a directive to the scope of what is inside it, and reports
// whether that is drawn at all.
func (c *composer) enter(d *directive, ctx *scope) bool {
	if d.scale != "" {
		if ctx.on = c.spec.standing(d.scale); ctx.on == nil {
			return false
		}
	}
	if d.step > ctx.on.Steps {
		return false
	}
	if d.step > 0 {
		ctx.inStep, ctx.lit = true, d.step <= ctx.on.Rank
		ctx.ink, ctx.finalColor = c.stepInk(d.step, ctx), false
		if ctx.lit && ctx.litInk != nil || !ctx.lit && ctx.unlitInk != nil {
			ctx.finalColor = true
		}
	}
	for i := range d.when {
		t := &d.when[i]
		if !t.holds(c.fact(t.fact, ctx)) {
			return false
		}
	}
	if d.ink != "" && d.kind != partSlot && d.kind != rowSlot {
		ctx.ink = c.named(d.ink, ctx)
	}
	return true
}

// stepInk returns the ink of a step of the scale.
func (c *composer) stepInk(step int, ctx *scope) *Ink {
	s := ctx.on
	switch {
	case ctx.lit && ctx.litInk != nil:
		return ctx.litInk
	case ctx.lit && step <= len(s.Ramp):
		return s.Ramp[step-1]
	case ctx.lit:
		return s.Level
	case ctx.unlitInk != nil:
		return ctx.unlitInk
	}
	return s.Unlit
}

// fact returns what a condition sees.
func (c *composer) fact(name string, ctx *scope) string {
	yes := func(b bool) string {
		if b {
			return "yes"
		}
		return ""
	}
	switch name {
	case "lit":
		return yes(ctx.inStep && ctx.lit)
	case "unlit":
		return yes(ctx.inStep && !ctx.lit)
	case "variant":
		if ctx.variant != "" {
			return ctx.variant
		}
	}
	if ctx.on.Scale != "" {
		switch name {
		case "scale":
			return ctx.on.Scale
		case "level":
			return c.spec.fact("level-" + ctx.on.Scale)
		case "steps":
			return strconv.Itoa(ctx.on.Steps)
		}
	}
	return c.spec.fact(name)
}

// named returns the ink that a data-ink or data-unlit means, or nil for none.
func (c *composer) named(name string, ctx *scope) *Ink {
	switch name {
	case "":
		return nil
	case inkLevel:
		return ctx.on.Level
	case inkLevelText:
		return ctx.on.OnLvl
	}
	return inkNamed(c.spec.Inks, name)
}

// color returns what a colour of the artwork is in the picture.
func (c *composer) color(k Color, ctx scope) Color {
	ink := k.Ink
	if ctx.ink != nil {
		ink = ctx.ink
	}
	if ink == nil {
		return k
	}
	if !ctx.finalColor {
		ink = mix(ink, ctx.palette)
	}
	return Color{RGB: ink.RGB, Ink: ink}
}

// quantize rounds every coordinate below n to the grid. It changes paths in
// place: those of a picture being composed belong to it alone.
func quantize(n Node, step float64) {
	switch n := n.(type) {
	case *Group:
		quantizeClip(n.Clip, step)
		for m := n.Mask; m != nil; m = m.And {
			if m.Region != nil {
				m.Region.Quantize(step)
			}
			quantize(m.Content, step)
		}
		for _, c := range n.Children {
			quantize(c, step)
		}
	case *Shape:
		n.Path.Quantize(step)
	case *Text:
		for i := range n.Glyphs {
			m := &n.Glyphs[i].Matrix
			m.E, m.F = geom.Quantize(m.E, step), geom.Quantize(m.F, step)
		}
	}
}

func quantizeClip(c *Clip, step float64) {
	for ; c != nil; c = c.And {
		for _, s := range c.Shapes {
			s.Path.Quantize(step)
			quantizeClip(s.Clip, step)
		}
	}
}
