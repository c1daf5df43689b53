package raster

import (
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
)

// A texture is the shader of a raster: one that is repeated in both
// directions, or one that goes on with its edge.
type texture struct {
	w, h    int
	pix     []pixel
	u, v    plane // place of a pixel on the texture
	repeat  bool
	nearest bool
}

// newTexture returns the shader of l, toTexture being the map from pixels of
// the picture to those of l.
func newTexture(w, h int, pix []pixel, toTexture geom.Matrix) *texture {
	t := &texture{w: w, h: h, pix: pix}
	t.u, t.v = planes(toTexture)
	// Where pixels meet pixels there is nothing to interpolate.
	t.nearest = toTexture.A == 1 && toTexture.B == 0 && toTexture.C == 0 && toTexture.D == 1 &&
		wholeNumber(toTexture.E) && wholeNumber(toTexture.F)
	return t
}

func wholeNumber(v float64) bool { return math.Abs(v-math.Round(v)) < 1./256 }

func (t *texture) shade(y, x0 int, row []pixel) {
	u, v := t.u.value(x0, y), t.v.value(x0, y)
	for i := range row {
		if t.nearest {
			row[i] = t.at(u>>32, v>>32)
		} else {
			row[i] = t.bilinear(u-one/2, v-one/2)
		}
		u, v = u+t.u.dx, v+t.v.dx
	}
}

// at returns a pixel of t.
func (t *texture) at(x, y int64) pixel {
	w, h := int64(t.w), int64(t.h)
	if t.repeat {
		if uint64(x) >= uint64(w) {
			_, x = floorDiv(x, w)
		}
		if uint64(y) >= uint64(h) {
			_, y = floorDiv(y, h)
		}
	} else {
		x, y = max(0, min(x, w-1)), max(0, min(y, h-1))
	}
	return t.pix[y*w+x]
}

// bilinear mixes the four pixels around a place.
func (t *texture) bilinear(u, v int64) pixel {
	x, y := u>>32, v>>32
	fx, fy := pixel(u>>16&full), pixel(v>>16&full)
	top := lerp(t.at(x, y), t.at(x+1, y), fx)
	return lerp(top, lerp(t.at(x, y+1), t.at(x+1, y+1), fx), fy)
}

// lerp returns the pixel a fraction f, of 2¹⁶, of the way from p to q.
func lerp(p, q, f pixel) pixel {
	if p == q || f == 0 {
		return p
	}
	const half = 0x0000800000008000
	lo := (p&lanes)*(1<<16-f) + (q&lanes)*f + half
	hi := (p>>16&lanes)*(1<<16-f) + (q>>16&lanes)*f + half
	return lo>>16&lanes | hi&^lanes
}

// pattern draws one tile of p, at the resolution of the picture, and returns
// the shader that repeats it.
func (r *renderer) pattern(p *render.Pattern, opacity float64) shader {
	m := r.ctm.Mul(p.Matrix)
	inv, ok := m.Inverse()
	alpha := fraction(opacity)
	if !ok || p.Tile.Empty() || p.Content == nil || alpha == 0 {
		return nil
	}
	w := tileSide(p.Tile.W() * geom.Pt(m.A, m.B).Len())
	h := tileSide(p.Tile.H() * geom.Pt(m.C, m.D).Len())
	for float64(w)*float64(h) > maxTilePixels {
		w, h = (w+1)/2, (h+1)/2
	}
	toTile := geom.Scale(float64(w)/p.Tile.W(), float64(h)/p.Tile.H()).Mul(geom.Translate(-p.Tile.X0, -p.Tile.Y0))
	l := r.tile(p.Content, toTile, w, h)
	if alpha != full {
		for i, c := range l.pix {
			l.pix[i] = c.scale(alpha)
		}
	}
	t := newTexture(w, h, l.pix, toTile.Mul(inv))
	t.repeat = true
	return t
}

// tileSide rounds the side of a tile up to pixels, unless it is a whole number
// of them but for errors of calculation.
func tileSide(v float64) int {
	if !(v < MaxSide) {
		return MaxSide
	}
	return max(1, int(math.Ceil(v-1e-3)))
}

// tile draws g on a layer of its own, mapped by m, with r at work on
// something else.
func (r *renderer) tile(g *render.Group, m geom.Matrix, w, h int) *layer {
	sub := renderer{ctm: m, proof: r.proof, depth: r.depth + 1}
	sub.dst = sub.shelf.take(image.Rect(0, 0, w, h))
	sub.group(g)
	if r.err == nil {
		r.err = sub.err
	}
	return sub.dst
}
