package cut

import (
	"cmp"
	"math"
	"slices"

	"panonceau/render/geom"
)

// outlines returns the edges that have dark on one side only, joined to closed
// subpaths. A subpath that nothing meets is returned as it came, with its
// curves.
func (n *arrangement) outlines() *geom.Path {
	lines := n.borders()
	whole := n.whole(lines)
	out := new(geom.Path)
	for i, l := range n.loops {
		if whole[i] {
			out.Append(l.path)
			if len(l.path.Ops) > 0 && l.path.Ops[len(l.path.Ops)-1] != geom.Close {
				out.Close()
			}
		}
	}
	rest := slices.DeleteFunc(lines, func(b border) bool { return b.loop >= 0 && whole[b.loop] })
	trace(out, rest)
	return out
}

// A border is a line with dark on its left, as seen with y upwards. Loop is the
// subpath it comes from, or -1 if it comes from several.
type border struct {
	a, b spot
	loop int
}

// borders looks at both sides of each line, lines that coincide counting once.
func (n *arrangement) borders() []border {
	w := newWinder(n)
	lines := make([]border, len(n.edges))
	for i, e := range n.edges {
		lines[i] = border{e.a, e.b, e.loop}
		if e.a.compare(e.b) > 0 {
			lines[i].a, lines[i].b = e.b, e.a
		}
	}
	slices.SortStableFunc(lines, func(p, q border) int { return cmp.Or(p.a.compare(q.a), p.b.compare(q.b)) })
	out := lines[:0]
	for i := 0; i < len(lines); {
		l := lines[i]
		k := i + 1
		for ; k < len(lines) && lines[k].a == l.a && lines[k].b == l.b; k++ {
			l.loop = -1
		}
		i = k
		left, right := w.sides(l.a, l.b)
		switch {
		case left && !right:
			out = append(out, l)
		case right && !left:
			out = append(out, border{l.b, l.a, l.loop})
		}
	}
	return out
}

// whole tells which loops are borders all along, uncut.
func (n *arrangement) whole(lines []border) []bool {
	count := make([]int, len(n.loops))
	for _, l := range lines {
		if l.loop >= 0 {
			count[l.loop]++
		}
	}
	out := make([]bool, len(n.loops))
	for i, l := range n.loops {
		out[i] = count[i] == l.edges && l.edges > 2
	}
	for _, e := range n.edges { // a loop that was cut has more edges than it had
		count[e.loop]--
	}
	for i, c := range count {
		out[i] = out[i] && c == 0
	}
	return out
}

// A winder finds how often regions wind around points. It keeps the edges by
// horizontal bands.
type winder struct {
	n       *arrangement
	bands   [][]int32
	low     int64
	height  float64 // of a band
	winding []int
	touched []int
}

// edgesPerBand is about how many edges a band would have if all were short.
const edgesPerBand = 32

func newWinder(n *arrangement) *winder {
	w := &winder{n: n, winding: make([]int, len(n.surface.regions))}
	if len(n.edges) == 0 {
		return w
	}
	w.low = math.MaxInt64
	high := int64(math.MinInt64)
	for _, e := range n.edges {
		w.low, high = min(w.low, e.a.y, e.b.y), max(high, e.a.y, e.b.y)
	}
	count := len(n.edges)/edgesPerBand + 1
	w.bands = make([][]int32, count)
	w.height = float64(high-w.low+1) / float64(count)
	for i, e := range n.edges {
		for k := w.band(float64(min(e.a.y, e.b.y))); k <= w.band(float64(max(e.a.y, e.b.y))); k++ {
			w.bands[k] = append(w.bands[k], int32(i))
		}
	}
	return w
}

func (w *winder) band(y float64) int {
	return min(max(int((y-float64(w.low))/w.height), 0), len(w.bands)-1)
}

// sides reports whether it is dark close to the left and to the right of the
// middle of a line.
func (w *winder) sides(a, b spot) (left, right bool) {
	dx, dy := float64(b.x-a.x), float64(b.y-a.y)
	k := 0.25 / math.Sqrt(float64(dx*dx)+float64(dy*dy)) // a quarter of a step of the grid
	x, y := float64(a.x+b.x)/2, float64(a.y+b.y)/2
	return w.dark(x-float64(dy*k), y+float64(dx*k)), w.dark(x+float64(dy*k), y-float64(dx*k))
}

func (w *winder) dark(x, y float64) bool {
	for _, r := range w.touched {
		w.winding[r] = 0
	}
	w.touched = w.touched[:0]
	for _, i := range w.bands[w.band(y)] {
		e := &w.n.edges[i]
		up := float64(e.a.y) <= y
		if up == (float64(e.b.y) <= y) {
			continue
		}
		t := (y - float64(e.a.y)) / float64(e.b.y-e.a.y)
		if float64(e.a.x)+float64(t*float64(e.b.x-e.a.x)) <= x {
			continue
		}
		if up {
			w.winding[e.region]++
		} else {
			w.winding[e.region]--
		}
		w.touched = append(w.touched, e.region)
	}
	return w.n.surface.dark(w.winding)
}

// trace joins borders to closed subpaths of out. Where several go on, it turns
// as far to the left as it can, so that surfaces that touch at a point stay
// apart. What does not close is finer than the grid, and is left out.
func trace(out *geom.Path, lines []border) {
	slices.SortStableFunc(lines, func(p, q border) int { return p.a.compare(q.a) })
	used := make([]bool, len(lines))
	for i := range lines {
		if used[i] {
			continue
		}
		var path []spot
		at := i
		for at >= 0 && !used[at] {
			used[at] = true
			path = append(path, lines[at].a)
			if lines[at].b == lines[i].a {
				closed(out, path)
				break
			}
			at = next(lines, used, at)
		}
	}
}

// next returns the line that goes on from line at, or -1.
func next(lines []border, used []bool, at int) int {
	end, in := lines[at].b, lines[at].b.sub(lines[at].a)
	best, turn := -1, -3.0
	from, _ := slices.BinarySearchFunc(lines, end, func(l border, s spot) int { return l.a.compare(s) })
	for k := from; k < len(lines) && lines[k].a == end; k++ {
		if used[k] {
			continue
		}
		v := lines[k].b.sub(lines[k].a)
		if t := turning(in, v); t > turn {
			best, turn = k, t
		}
	}
	return best
}

// turning grows with the angle from u to v, from -2 for a turn back by the
// right to 2 for one by the left.
func turning(u, v spot) float64 {
	sin, cos := float64(u.cross(v)), float64(u.dot(v))
	t := 1 - cos/(math.Abs(sin)+math.Abs(cos))
	if sin < 0 {
		return -t
	}
	return t
}

// closed adds a closed line to out, without the points on straight stretches.
func closed(out *geom.Path, path []spot) {
	var kept []spot
	for i, p := range path {
		before, after := path[(i+len(path)-1)%len(path)], path[(i+1)%len(path)]
		if p.sub(before).cross(after.sub(p)) != 0 {
			kept = append(kept, p)
		}
	}
	if len(kept) < 3 {
		return
	}
	for i, p := range kept {
		q := geom.Pt(float64(p.x)/grid, float64(p.y)/grid)
		if i == 0 {
			out.MoveTo(q)
		} else {
			out.LineTo(q)
		}
	}
	out.Close()
}
