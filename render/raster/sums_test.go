package raster

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// across returns a path of n lines from one side of a square to the other.
func across(n int, side float64) *geom.Path {
	rnd := rand.New(rand.NewPCG(1, 2))
	p := new(geom.Path)
	p.MoveTo(geom.Pt(0, 0))
	for i := range n {
		p.LineTo(geom.Pt(side*float64(i&1), side*rnd.Float64()))
	}
	return p
}

// TestManyEdges: lines across 400 pixels leave as many cells each. What they
// take is bounded by the pixels; 200 000 such lines, ten times as many as here,
// once took 8.4 GB.
func TestManyEdges(t *testing.T) {
	const side = 400
	p := across(20_000, side)
	shape := filled(p, red)
	shape.Fill.Rule = render.EvenOdd
	d := drawing(side, side, shape)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Draw(d, side, side, Options{}); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20 {
		t.Errorf("%d MiB for %d pixels", took>>20, side*side)
	}
}

// TestSums: it does not show whether cells were added up on the way.
func TestSums(t *testing.T) {
	covered := func(p *geom.Path, rule render.FillRule, room int) []uint32 {
		var e edges
		e.reset(64, 48)
		e.room = room
		e.path(p, geom.Identity)
		out := make([]uint32, 64*48)
		e.sweep(rule, func(y, x0, x1 int, c uint32) {
			for x := x0; x < x1; x++ {
				out[y*64+x] = c
			}
		})
		return out
	}
	for seed := range uint64(20) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		at := func() geom.Point { return geom.Pt(rnd.Float64()*100-20, rnd.Float64()*90-20) }
		p := new(geom.Path)
		p.MoveTo(at())
		for range 30 {
			p.LineTo(at())
			p.CubeTo(at(), at(), at())
		}
		for _, rule := range []render.FillRule{render.NonZero, render.EvenOdd} {
			want := covered(p, rule, 1<<30)
			for _, room := range []int{1, 7, 1000} {
				if !slices.Equal(covered(p, rule, room), want) {
					t.Errorf("path %d with room for %d cells: other pixels", seed, room)
				}
			}
		}
	}
}
