package cut

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"panonceau/render/geom"
)

const (
	// maxSurface bounds the points of what is engraved, before curves are cut
	// into lines.
	maxSurface = 1 << 17

	// maxEdges bounds the lines that are compared with each other.
	maxEdges = 1 << 19

	// grid is the number of steps in a millimetre: a cutter is a hundred times
	// coarser, and the products of two lengths are exact.
	grid = 2048

	// flatness is how far lines may stray from the curves they stand for, in
	// millimetres, where shapes have to be united.
	flatness = 0.005
)

// A spot is a point of the grid.
type spot struct{ x, y int64 }

func (a spot) sub(b spot) spot    { return spot{a.x - b.x, a.y - b.y} }
func (a spot) cross(b spot) int64 { return a.x*b.y - a.y*b.x }
func (a spot) dot(b spot) int64   { return a.x*b.x + a.y*b.y }

func (a spot) compare(b spot) int {
	return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y))
}

// An edge is a directed line of the border of a region.
type edge struct {
	a, b   spot
	region int
	loop   int  // the subpath that it is part of
	fresh  bool // not yet compared with all others
}

// A loop is a subpath as it came, curves and all.
type loop struct {
	path  *geom.Path
	edges int // lines it was cut into
}

// An arrangement is all borders, cut where they meet.
type arrangement struct {
	surface *surface
	edges   []edge
	loops   []loop
}

func newArrangement(s *surface) *arrangement {
	n := &arrangement{surface: s}
	for r, reg := range s.regions {
		for _, sub := range subpaths(reg.path) {
			n.add(sub, r)
		}
	}
	return n
}

// subpaths returns each subpath of p as a path of its own.
func subpaths(p *geom.Path) (out []*geom.Path) {
	i := 0
	for _, op := range p.Ops {
		if op == geom.MoveTo || len(out) == 0 {
			out = append(out, new(geom.Path))
		}
		last := out[len(out)-1]
		last.Ops = append(last.Ops, op)
		last.Pts = append(last.Pts, p.Pts[i:i+op.Points()]...)
		i += op.Points()
	}
	return out
}

// add cuts a subpath into edges on the grid; a filled path is closed whether it
// says so or not.
func (n *arrangement) add(sub *geom.Path, region int) {
	var line []spot
	for _, p := range sub.Flatten(flatness).Pts {
		s := spot{int64(math.Round(p.X * grid)), int64(math.Round(p.Y * grid))}
		if len(line) == 0 || line[len(line)-1] != s {
			line = append(line, s)
		}
	}
	before := len(n.edges)
	for i, a := range line {
		if b := line[(i+1)%len(line)]; a != b {
			n.edges = append(n.edges, edge{a, b, region, len(n.loops), true})
		}
	}
	n.loops = append(n.loops, loop{sub, len(n.edges) - before})
}

// split cuts edges wherever two of them meet. Points of intersection are moved
// to the grid, which may make new ones: it takes a few rounds.
func (n *arrangement) split() error {
	const rounds = 12
	for range rounds {
		if len(n.edges) > maxEdges {
			return fmt.Errorf("%s: more than %d lines", Engrave, maxEdges)
		}
		cuts := n.meetings()
		if cuts == nil {
			return nil
		}
		var out []edge
		for i, e := range n.edges {
			d := e.b.sub(e.a)
			slices.SortFunc(cuts[i], func(p, q spot) int { return cmp.Compare(p.sub(e.a).dot(d), q.sub(e.a).dot(d)) })
			at := e.a
			for _, p := range append(cuts[i], e.b) {
				if p != at {
					out = append(out, edge{at, p, e.region, e.loop, len(cuts[i]) > 0})
					at = p
				}
			}
		}
		n.edges = out
	}
	return nil // what is left is finer than the grid
}

// meetings returns where each edge has to be cut, or nil if none has. Edges are
// compared with those that begin before they end, from left to right.
func (n *arrangement) meetings() [][]spot {
	slices.SortStableFunc(n.edges, func(e, f edge) int {
		return cmp.Compare(min(e.a.x, e.b.x), min(f.a.x, f.b.x))
	})
	cuts := make([][]spot, len(n.edges))
	found := false
	for i := range n.edges {
		e := &n.edges[i]
		right, low, high := max(e.a.x, e.b.x), min(e.a.y, e.b.y), max(e.a.y, e.b.y)
		for j := i + 1; j < len(n.edges); j++ {
			f := &n.edges[j]
			if min(f.a.x, f.b.x) > right {
				break
			}
			if min(f.a.y, f.b.y) > high || max(f.a.y, f.b.y) < low || !e.fresh && !f.fresh {
				continue
			}
			ce, cf := meet(e, f)
			cuts[i], cuts[j] = append(cuts[i], ce...), append(cuts[j], cf...)
			found = found || len(ce)+len(cf) > 0
		}
	}
	if !found {
		return nil
	}
	return cuts
}

// meet returns the points within e and within f where the two meet.
func meet(e, f *edge) (ce, cf []spot) {
	d, g := e.b.sub(e.a), f.b.sub(f.a)
	fa, fb := d.cross(f.a.sub(e.a)), d.cross(f.b.sub(e.a)) // sides of e
	ea, eb := g.cross(e.a.sub(f.a)), g.cross(e.b.sub(f.a)) // sides of f
	touch := func(side int64, p spot, on *edge, cuts *[]spot) {
		if v := on.b.sub(on.a); side == 0 && p.sub(on.a).dot(v) > 0 && p.sub(on.b).dot(v) < 0 {
			*cuts = append(*cuts, p)
		}
	}
	touch(fa, f.a, e, &ce)
	touch(fb, f.b, e, &ce)
	touch(ea, e.a, f, &cf)
	touch(eb, e.b, f, &cf)
	if (fa > 0) == (fb > 0) || (ea > 0) == (eb > 0) || fa == 0 || fb == 0 || ea == 0 || eb == 0 {
		return ce, cf
	}
	t := float64(ea) / float64(ea-eb)
	p := spot{
		e.a.x + int64(math.Round(t*float64(d.x))),
		e.a.y + int64(math.Round(t*float64(d.y))),
	}
	if p != e.a && p != e.b {
		ce = append(ce, p)
	}
	if p != f.a && p != f.b {
		cf = append(cf, p)
	}
	return ce, cf
}
