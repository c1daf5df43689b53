package render

import "panonceau/render/geom"

// Place returns the picture of d mapped by m, to become part of another
// drawing whose coordinates lie on the grid of step. The map only scales, by
// the same factor both ways, and moves. Nothing is shared with d that either
// could see change.
func Place(d *Drawing, m geom.Matrix, step float64) *Group {
	g := newWarp(m).node(d.Root).(*Group)
	quantize(g, step)
	return g
}
