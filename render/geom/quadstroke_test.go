package geom

import (
	"math"
	"math/rand"
	"reflect"
	"testing"
)

// Quadratic curves cover what a stroke covers, but for places where a curve
// bends more sharply than the pen is wide.
func TestStrokeQuadsIsDistance(t *testing.T) {
	const tol = 0.05
	rng := rand.New(rand.NewSource(3))
	wrong, all := 0, 0
	for n := range 300 {
		p := randomPath(rng)
		w := []float64{0.5, 4, 10, 20}[n%4]
		out := p.StrokeQuads(StrokeStyle{Width: w, Cap: CapRound, Join: JoinRound, MiterLimit: 4}, tol).Flatten(0.01)
		spine := p.Flatten(0.005)
		for range 200 {
			a := Pt(rng.Float64()*160-30, rng.Float64()*160-30)
			d := distance(spine, a)
			in := winding(out, a) != 0
			slack := 2*tol + arcTolerance
			if all++; in && d > w/2+slack || !in && d < w/2-slack {
				wrong++
			}
		}
	}
	if wrong*500 > all {
		t.Errorf("%d of %d points are on the wrong side", wrong, all)
	}
}

// Where there is no curve and no arc, both strokes are the same.
func TestStrokeQuadsOfLines(t *testing.T) {
	p := new(Path)
	p.MoveTo(Pt(3, 4))
	p.LineTo(Pt(50, 20))
	p.LineTo(Pt(7, 60))
	for _, s := range []StrokeStyle{
		{Width: 3, MiterLimit: 4},
		{Width: 8, MiterLimit: 1, Cap: CapSquare},
		{Width: 2, MiterLimit: 4, Join: JoinBevel, Dash: []float64{5, 3}},
	} {
		a, b := p.Stroke(s, 0.01), p.StrokeQuads(s, 0.25)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%+v:\n%v\n%v", s, a, b)
		}
	}
}

// A ring has four curves a side at this size, as few as its tolerance allows.
func TestStrokeQuadsOfRing(t *testing.T) {
	p := new(Path)
	p.Ellipse(Pt(0, 0), 10, 10)
	for _, tt := range []struct {
		tolerance float64
		curves    int
	}{{0.25, 2 * 8}, {0.01, 2 * 16}} {
		out := p.StrokeQuads(StrokeStyle{Width: 2, MiterLimit: 4}, tt.tolerance)
		n := 0
		for _, op := range out.Ops {
			if op == QuadTo {
				n++
			}
		}
		if n != tt.curves {
			t.Errorf("%d curves within %g, want %d", n, tt.tolerance, tt.curves)
		}
		for _, a := range out.Flatten(1e-3).Pts {
			if r := a.Len(); math.Abs(r-9) > 2*tt.tolerance && math.Abs(r-11) > 2*tt.tolerance {
				t.Errorf("%v is %g from the centre", a, r)
			}
		}
	}
}

func TestUnitRoots(t *testing.T) {
	for _, tt := range []struct {
		a, b, c float64
		want    []float64
	}{
		{1, -1, 0.25, []float64{0.5}},
		{8, -6, 1, []float64{0.25, 0.5}},
		{-8, 6, -1, []float64{0.25, 0.5}},
		{0, 2, -1, []float64{0.5}},
		{1, 0, 1, nil},
		{1, 0, -1, nil}, // at the end
		{0, 0, 0, nil},
		{0, 0, 1, nil},
	} {
		got := UnitRoots(tt.a, tt.b, tt.c)
		if len(got) != len(tt.want) {
			t.Errorf("%+v: %v", tt, got)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-tt.want[i]) > 1e-12 {
				t.Errorf("%+v: %v", tt, got)
			}
		}
	}
}
