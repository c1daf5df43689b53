package geom

import (
	"math"
	"math/rand"
	"testing"
)

// winding returns how often p, whose curves are lines, turns round a.
func winding(p *Path, a Point) int {
	n, i := 0, 0
	var cur, start Point
	edge := func(b Point) {
		if (cur.Y <= a.Y) != (b.Y <= a.Y) {
			side := b.Sub(cur).Cross(a.Sub(cur))
			if cur.Y <= a.Y && side > 0 {
				n++
			} else if cur.Y > a.Y && side < 0 {
				n--
			}
		}
		cur = b
	}
	for _, op := range p.Ops {
		switch op {
		case MoveTo:
			edge(start)
			start, cur = p.Pts[i], p.Pts[i]
		case LineTo:
			edge(p.Pts[i])
		case Close:
			edge(start)
		}
		i += op.Points()
	}
	edge(start)
	return n
}

// distance returns how far a is from p, whose curves are lines.
func distance(p *Path, a Point) float64 {
	best, i := math.Inf(1), 0
	var cur, start Point
	seg := func(b Point) {
		d := b.Sub(cur)
		t := 0.0
		if dd := d.Dot(d); dd > 0 {
			t = max(0, min(1, a.Sub(cur).Dot(d)/dd))
		}
		best = min(best, cur.Lerp(b, t).Sub(a).Len())
		cur = b
	}
	for _, op := range p.Ops {
		switch op {
		case MoveTo:
			start, cur = p.Pts[i], p.Pts[i]
		case LineTo:
			seg(p.Pts[i])
		case Close:
			seg(start)
		}
		i += op.Points()
	}
	return best
}

// randomPath returns a path of lines and curves in a square of 100.
func randomPath(rng *rand.Rand) *Path {
	p := new(Path)
	pt := func() Point { return Pt(float64(rng.Intn(100)), float64(rng.Intn(100))) }
	p.MoveTo(pt())
	for range 1 + rng.Intn(4) {
		switch rng.Intn(4) {
		case 0:
			p.LineTo(pt())
		case 1:
			p.QuadTo(pt(), pt())
		case 2:
			p.CubeTo(pt(), pt(), pt())
		case 3: // arms of no length, and cusps
			last := p.Pts[len(p.Pts)-1]
			p.CubeTo(last, pt(), last)
		}
	}
	if rng.Intn(2) == 0 {
		p.Close()
	}
	return p
}

// A stroke with round caps and joins covers what is within half its width of
// the path, and nothing else.
func TestStrokeIsDistance(t *testing.T) {
	const tol = 0.05
	rng := rand.New(rand.NewSource(1))
	for n := range 300 {
		p := randomPath(rng)
		w := []float64{0.5, 4, 20, 60}[n%4]
		out := p.Stroke(StrokeStyle{Width: w, Cap: CapRound, Join: JoinRound, MiterLimit: 4}, tol).Flatten(0.01)
		spine := p.Flatten(0.005)
		for range 200 {
			a := Pt(rng.Float64()*160-30, rng.Float64()*160-30)
			d := distance(spine, a)
			in := winding(out, a) != 0
			if in && d > w/2+2*tol || !in && d < w/2-2*tol {
				t.Fatalf("case %d, width %g: %v is %.3f away, covered %v\n%v", n, w, a, d, in, p)
			}
		}
	}
}

func TestStrokeSubpathWithoutLength(t *testing.T) {
	for _, tt := range []struct {
		name string
		draw func(*Path)
		cap  Cap
		want Rect
	}{
		{"butt line", func(p *Path) { p.MoveTo(Pt(5, 5)); p.LineTo(Pt(5, 5)) }, CapButt, nowhere},
		{"round line", func(p *Path) { p.MoveTo(Pt(5, 5)); p.LineTo(Pt(5, 5)) }, CapRound, Rect{3, 3, 7, 7}},
		{"square curve", func(p *Path) { p.MoveTo(Pt(5, 5)); p.CubeTo(Pt(5, 5), Pt(5, 5), Pt(5, 5)) }, CapSquare, Rect{3, 3, 7, 7}},
		{"square close", func(p *Path) { p.MoveTo(Pt(5, 5)); p.Close() }, CapSquare, Rect{3, 3, 7, 7}},
		{"move alone", func(p *Path) { p.MoveTo(Pt(5, 5)) }, CapRound, nowhere},
	} {
		p := new(Path)
		tt.draw(p)
		got := p.Stroke(StrokeStyle{Width: 4, Cap: tt.cap, MiterLimit: 4}, 0.01).Bounds()
		if got != tt.want && !(got.Contains(tt.want, 1e-3) && tt.want.Contains(got, 1e-3)) {
			t.Errorf("%s: bounds %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestStrokeJoins(t *testing.T) {
	// A right angle at (0,0); the outer corner is up and right of it.
	corner := new(Path)
	corner.MoveTo(Pt(-50, 0))
	corner.LineTo(Pt(0, 0))
	corner.LineTo(Pt(0, 50))
	for _, tt := range []struct {
		name  string
		join  Join
		limit float64
		in    float64 // the stroke reaches this far out along the diagonal
	}{
		{"miter", JoinMiter, 1.5, 10 * math.Sqrt2},
		{"miter over limit", JoinMiter, 1.4, 10 / math.Sqrt2},
		{"miter-clip", JoinMiterClip, 1.2, 12},
		{"miter-clip whole", JoinMiterClip, 1.5, 10 * math.Sqrt2},
		{"round", JoinRound, 4, 10},
		{"bevel", JoinBevel, 4, 10 / math.Sqrt2},
		{"arcs", JoinArcs, 4, 10 * math.Sqrt2},
	} {
		out := corner.Stroke(StrokeStyle{Width: 20, Join: tt.join, MiterLimit: tt.limit}, 0.01).Flatten(0.01)
		at := func(d float64) bool { return winding(out, Pt(d/math.Sqrt2, -d/math.Sqrt2)) != 0 }
		if !at(tt.in-0.05) || at(tt.in+0.05) {
			t.Errorf("%s: does not end %g from the corner", tt.name, tt.in)
		}
	}
}

func TestStrokeKeepsCurves(t *testing.T) {
	p := new(Path)
	p.Ellipse(Pt(50, 50), 40, 40)
	out := p.Stroke(StrokeStyle{Width: 10, MiterLimit: 4}, 0.01)
	if n := len(out.Ops); n > 24 {
		t.Errorf("the ring has %d commands", n)
	}
	for _, op := range out.Ops {
		if op == LineTo {
			t.Error("the ring has a line")
		}
	}
}

func TestDash(t *testing.T) {
	line := new(Path)
	line.MoveTo(Pt(0, 0))
	line.LineTo(Pt(10, 0))
	square := Rect{0, 0, 10, 10}.Path()
	circle := new(Path)
	circle.Ellipse(Pt(0, 0), 10, 10)

	for _, tt := range []struct {
		name    string
		path    *Path
		pattern []float64
		offset  float64
		subs    int
		length  float64
	}{
		{"even", line, []float64{2, 3}, 0, 2, 4},
		{"offset in dash", line, []float64{2, 3}, 1, 3, 4},
		{"offset in gap", line, []float64{2, 3}, 4, 2, 4},
		{"negative offset", line, []float64{2, 3}, -6, 2, 4},
		{"dots", line, []float64{0, 5}, 0, 2, 0},
		{"longer than the line", line, []float64{20, 5}, 0, 1, 10},
		{"zero pattern", line, []float64{0, 0}, 0, 1, 10},
		{"negative pattern", line, []float64{-1, 2}, 0, 1, 10},
		{"too many", line, []float64{1e-6, 1e-6}, 0, 1, 10},
		{"seam joined", square, []float64{4, 4}, 2, 5, 20},
		{"seam in a gap", square, []float64{4, 4}, 0, 5, 20},
		{"circle", circle, []float64{1, 1}, 0, 31, 31.83},
	} {
		got := tt.path.Dash(tt.pattern, tt.offset)
		subs, length := got.subpaths(), 0.0
		for i := range subs {
			length += measure(&subs[i], 0).length
		}
		if len(subs) != tt.subs || math.Abs(length-tt.length) > 0.5 {
			t.Errorf("%s: %d dashes of %.3f in all, want %d of %g", tt.name, len(subs), length, tt.subs, tt.length)
		}
	}
}

func TestDashOfZeroLengthIsTurned(t *testing.T) {
	p := new(Path)
	p.MoveTo(Pt(0, 0))
	p.LineTo(Pt(100, 100))
	out := p.Stroke(StrokeStyle{Width: 2, Cap: CapSquare, MiterLimit: 4, Dash: []float64{0, 1000}, DashOffset: 950}, 0.01)
	want := math.Sqrt2 // half the diagonal of the turned square
	c := 50 / math.Sqrt2
	if b := out.Bounds(); math.Abs(b.X1-c-want) > 1e-6 || math.Abs(b.Y0-c+want) > 1e-6 {
		t.Errorf("bounds %v, want a square turned by 45° about %g", b, c)
	}
}

func TestFlattenStaysClose(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	for range 200 {
		p := randomPath(rng)
		fine, coarse := p.Flatten(1e-4), p.Flatten(0.1)
		for _, a := range fine.Pts {
			if d := distance(coarse, a); d > 0.1+1e-3 {
				t.Fatalf("%v is %g away from the lines of %v", a, d, p)
			}
		}
	}
}

func FuzzStroke(f *testing.F) {
	f.Add(0.0, 0.0, 10.0, 0.0, 10.0, 10.0, 0.0, 10.0, 3.0, 2.0, 1.0, uint8(3))
	f.Add(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 5.0, uint8(7))
	f.Add(1e300, -1e300, 1e9, 5e-324, 2.0, 1e-200, 7.0, 1e18, 1e10, 1e-9, 1e9, uint8(12))
	f.Fuzz(func(t *testing.T, x0, y0, x1, y1, x2, y2, x3, y3, w, dash, off float64, kind uint8) {
		p := new(Path)
		p.MoveTo(Pt(x0, y0))
		p.CubeTo(Pt(x1, y1), Pt(x2, y2), Pt(x3, y3))
		p.LineTo(Pt(x1, y2))
		if kind&1 != 0 {
			p.Close()
		}
		s := StrokeStyle{Width: w, Cap: Cap(kind>>1) % 3, Join: Join(kind>>3) % 5, MiterLimit: 4, DashOffset: off}
		if kind&128 != 0 {
			s.Dash = []float64{dash, w}
		}
		p.StrokeQuads(s, 0.25)
		out := p.Stroke(s, 0.01)
		if n := len(out.Ops); n > 50*maxDashes {
			t.Errorf("%d commands", n)
		}
	})
}
