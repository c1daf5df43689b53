package render

import (
	"fmt"
	"math"

	"panonceau/render/geom"
)

// refit returns how the artwork of the spec becomes a page of the size asked
// for, and that page. Slots that hug their text widen or narrow the artwork
// first; then it is scaled to fit and opened at its seams, or centred if it
// has none.
func (c *composer) refit(ctx scope) (warp, geom.Rect, error) {
	s, art := c.spec, c.spec.Design.Art
	width, height := art.Width, art.Height
	w := newWarp(geom.Identity)
	if s.Design.hug {
		ctx.warp = w
		w.xs = c.hugs(nil, art.Root, ctx)
		sortCuts(w.xs)
		for _, k := range w.xs {
			width += k.add
		}
	}
	page := geom.Rect{X1: width, Y1: height}
	if s.Width == 0 && s.Height == 0 {
		return w, page, c.err
	}
	page = s.page()
	if s.Design.hug && s.Width == 0 {
		page.X1 = math.Ceil(width * page.Y1 / height)
	}
	if !(page.X1 > 0 && page.Y1 > 0) || page.X1 > maxPage || page.Y1 > maxPage {
		return w, page, fmt.Errorf("page of %g × %g units: each side is more than 0 and at most %d", page.X1, page.Y1, maxPage)
	}
	k := math.Min(page.X1/width, page.Y1/height)
	spareX, spareY := page.X1/k-width, page.Y1/k-height
	var tx, ty float64
	if w.xs, tx = open(w.xs, s.Design.seamX, spareX); tx != 0 {
		tx *= k
	}
	if w.ys, ty = open(w.ys, s.Design.seamY, spareY); ty != 0 {
		ty *= k
	}
	w.m, w.k = geom.Matrix{A: k, D: k, E: tx, F: ty}, k
	return w, page, c.err
}

// open spreads a spare length evenly over the seams. Without seams it returns
// the offset that centres the artwork instead.
func open(cuts []cut, seams []float64, spare float64) ([]cut, float64) {
	if spare < 1e-6 {
		return cuts, 0
	}
	if len(seams) == 0 {
		return cuts, spare / 2
	}
	for _, at := range seams {
		cuts = append(cuts, cut{at, spare / float64(len(seams))})
	}
	sortCuts(cuts)
	return cuts, 0
}

// hugs collects the cuts of the slots below g that take the width of their
// text.
func (c *composer) hugs(cuts []cut, g *Group, ctx scope) []cut {
	for _, n := range g.Children {
		child, ok := n.(*Group)
		if !ok {
			continue
		}
		inner := ctx
		if d := ctx.design.marks[child.Mark]; child.Mark != nil && d != nil {
			if !c.enter(d, &inner) {
				continue
			}
			if d.text.hug {
				width := c.textWidth(d)
				if ctx.design.Art.Unit == Pixel {
					width = math.Ceil(width) // edges beyond stay between pixels
				}
				cuts = append(cuts, cut{d.box.Center().X, width - d.box.W()})
			}
		}
		cuts = c.hugs(cuts, child, inner)
	}
	return cuts
}
