package geom

import "math"

// straight is the sine of the bend below which two directions are the same:
// the pens of a stroke a thousand units wide part by a millionth.
const straight = 1e-9

// turn brings the stroke from its direction to d, with a join of the given
// kind on the outer side (SVG 2 §13.5.5).
func (k *stroker) turn(d Point, join Join) {
	from, dot, cross := k.dir, k.dir.Dot(d), k.dir.Cross(d)
	k.dir = d
	if dot > 0 && math.Abs(cross) < straight {
		return
	}
	inner := 0
	if cross < 0 {
		inner = 1
	}
	k.side[inner].LineTo(k.at)
	k.side[inner].LineTo(k.pen(inner, d))

	outer, o := 1-inner, &k.side[1-inner]
	n0 := from.normal().Mul(k.r * sign[outer])
	n1 := d.normal().Mul(k.r * sign[outer])
	switch join {
	case JoinRound:
		k.round(o, n0, n1, from, dot)
		return
	case JoinMiter, JoinArcs, JoinMiterClip:
		k.miter(o, n0, n1, from, d, dot, join == JoinMiterClip)
	}
	o.LineTo(k.at.Add(n1))
}

// round adds an arc about the corner from n0 to n1, by way of the direction
// from.
func (k *stroker) round(o *Path, n0, n1, from Point, dot float64) {
	if dot < 0 { // more than a quarter turn
		mid := n0.Add(n1).unit()
		if mid == (Point{}) || dot < -1+straight || k.quads {
			mid = from
		}
		mid = mid.Mul(k.r)
		k.arc(o, k.at, n0, mid)
		n0 = mid
	}
	k.arc(o, k.at, n0, n1)
}

// miter adds the tip of a corner, whose two edges are at n0 and n1 from it, if
// the limit allows, or the part of the tip that it allows if clip is set. The
// ratio of the miter to the width is 1/cos(φ/2), φ being the angle by which
// the path turns.
func (k *stroker) miter(o *Path, n0, n1, from, to Point, dot float64, clip bool) {
	limit := k.style.MiterLimit
	cosHalf := math.Sqrt(max(0, (1+dot)/2))
	if cosHalf*limit >= 1 {
		o.LineTo(k.at.Add(n0.Add(n1).Mul(1 / (1 + dot))))
		return
	}
	if sinHalf := math.Sqrt(max(0, (1-dot)/2)); clip && sinHalf > 0 {
		reach := k.r * (limit - cosHalf) / sinHalf
		o.LineTo(k.at.Add(n0).Add(from.Mul(reach)))
		o.LineTo(k.at.Add(n1).Sub(to.Mul(reach)))
	}
}

// arc adds an arc to o, whose pen is at its start.
func (k *stroker) arc(o *Path, c, a, b Point) {
	if k.quads {
		o.quadArc(c, a, b)
	} else {
		o.arc(c, a, b, k.tol)
	}
}

// arc adds an arc of a circle about c from c+a to c+b, at most a quarter turn,
// the pen being at its start. A cubic curve strays by 0.027 % of the radius
// over a quarter turn, and 64 times less over half of that.
func (p *Path) arc(c, a, b Point, tolerance float64) {
	rr := a.Dot(a)
	if bend := a.Sub(b); float64(rr*2.7e-4*2.7e-4) > float64(tolerance*tolerance) && bend.Dot(bend) > rr/2 {
		mid := a.Add(b).unit().Mul(a.Len())
		p.arcPiece(c, a, mid, rr)
		a = mid
	}
	p.arcPiece(c, a, b, rr)
}

// arcPiece adds one cubic curve with arms of 4/3·tan(φ/4).
func (p *Path) arcPiece(c, a, b Point, rr float64) {
	cos := min(1, a.Dot(b)/rr)
	sinHalf, cosHalf := math.Sqrt(max(0, (1-cos)/2)), math.Sqrt(max(0, (1+cos)/2))
	arm := 4. / 3 * sinHalf / (1 + cosHalf)
	if a.Cross(b) < 0 {
		arm = -arm
	}
	p.CubeTo(c.Add(a).Add(a.normal().Mul(arm)), c.Add(b).Sub(b.normal().Mul(arm)), c.Add(b))
}
