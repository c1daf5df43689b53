package geom

import "math"

// maxHalvings bounds how often one curve is halved before its pieces pass for
// lines.
const maxHalvings = 10

// curveTo draws both sides of c. The side of a curve at a distance s has the
// curve's own derivative times 1−sκ, κ being the curvature (Tiller and Hanson,
// Offsets of Two-Dimensional Profiles, 1984): a cubic with these derivatives
// at its ends follows it closely if c is short. Where c bends more sharply
// than the pen is wide, 1−sκ changes its sign and the side turns back; there
// the curve is drawn as lines with round joins.
func (k *stroker) curveTo(c *curve, halvings int) {
	tight := c.tight(k.r) || c.tight(-k.r)
	followed := !tight && k.followed(c)
	flat := tight && CubeSegments(c.p[0], c.p[1], c.p[2], c.p[3], k.tol/2) == 1
	if !followed && !flat && halvings < maxHalvings {
		a, b := c.split(0.5)
		k.curveTo(&a, halvings+1)
		k.curveTo(&b, halvings+1)
		return
	}
	if !followed {
		if d := c.p[3].Sub(c.p[0]).unit(); d != (Point{}) {
			k.turn(d, JoinRound)
			k.lineTo(c.p[3])
		}
		return
	}
	k.turn(c.startDir(), JoinRound)
	for i := range k.side {
		o := c.offset(k.r * sign[i])
		k.side[i].CubeTo(o.p[1], o.p[2], o.p[3])
	}
	k.at, k.dir = c.p[3], c.endDir()
}

// followed reports whether the offsets of c, as single curves, keep their
// distance from c. It matters little how far along they are, so the offsets
// may be ahead of c or behind by more than they may be off.
func (k *stroker) followed(c *curve) bool {
	if c.startDir().Dot(c.endDir()) < -straight {
		return false
	}
	slack := k.tol + float64(c.p[3].Sub(c.p[0]).Len()/16)
	for i := range k.side {
		o := c.offset(k.r * sign[i])
		for _, t := range [5]float64{1. / 6, 1. / 3, 1. / 2, 2. / 3, 5. / 6} {
			n := c.dirAt(t).normal()
			miss := o.at(t).Sub(c.at(t).Add(n.Mul(k.r * sign[i])))
			if !(math.Abs(miss.Dot(n)) <= k.tol && math.Abs(miss.Cross(n)) <= slack) {
				return false
			}
		}
	}
	return true
}

// offset returns the curve that leaves and reaches the ends of c at the
// distance s with the true derivatives.
func (c *curve) offset(s float64) curve {
	k0, k1 := 1-float64(s*c.curvature(0)), 1-float64(s*c.curvature(1))
	o := curve{}
	o.p[0] = c.p[0].Add(c.startDir().normal().Mul(s))
	o.p[3] = c.p[3].Add(c.endDir().normal().Mul(s))
	o.p[1] = o.p[0].Add(c.p[1].Sub(c.p[0]).Mul(k0))
	o.p[2] = o.p[3].Sub(c.p[3].Sub(c.p[2]).Mul(k1))
	return o
}

// tight reports whether the offset of c at the distance s comes near to
// standing still somewhere.
func (c *curve) tight(s float64) bool {
	const slow = 1. / 16
	for _, t := range [5]float64{0, 0.25, 0.5, 0.75, 1} {
		if !(1-float64(s*c.curvature(t)) > slow) {
			return true
		}
	}
	return false
}

// curvature returns the curvature of c at t, positive where c bends towards
// its normal. It is zero where c stands still: at an end with a control arm of
// no length, say.
func (c *curve) curvature(t float64) float64 {
	d1 := QuadAt(c.p[1].Sub(c.p[0]), c.p[2].Sub(c.p[1]), c.p[3].Sub(c.p[2]), t).Mul(3)
	d2 := second(c.p[0], c.p[1], c.p[2]).Lerp(second(c.p[1], c.p[2], c.p[3]), t).Mul(6)
	n := d1.Len()
	if n3 := float64(n*n) * n; n3 > 0 {
		return d1.Cross(d2) / n3
	}
	return 0
}
