package mockup

import (
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
)

// only returns what is on a layer, below g. The nodes that stay are shared
// with g.
func only(g *render.Group, l render.Layer) *render.Group {
	return pick(g, render.LayerArt, func(on render.Layer) bool { return on == l })
}

// without returns what is below g and on none of the layers, in the same way.
func without(g *render.Group, layers ...render.Layer) *render.Group {
	return pick(g, render.LayerArt, func(on render.Layer) bool { return !slices.Contains(layers, on) })
}

// pick returns the part of g that is on layers to keep. A group without a
// layer is on that of its parent.
func pick(g *render.Group, on render.Layer, keep func(render.Layer) bool) *render.Group {
	if g.Layer != render.LayerArt {
		on = g.Layer
	}
	part := *g
	part.Children = nil
	for _, n := range g.Children {
		switch child := n.(type) {
		case *render.Group:
			if c := pick(child, on, keep); len(c.Children) > 0 {
				part.Children = append(part.Children, c)
			}
		default:
			if keep(on) {
				part.Children = append(part.Children, n)
			}
		}
	}
	return &part
}

// pathsOn returns the paths on a technical layer, in document order.
func pathsOn(g *render.Group, l render.Layer) []*geom.Path {
	var paths []*geom.Path
	for _, n := range only(g, l).Children {
		switch n := n.(type) {
		case *render.Shape:
			paths = append(paths, n.Path)
		case *render.Group:
			paths = append(paths, pathsOn(n, l)...)
		}
	}
	return paths
}
