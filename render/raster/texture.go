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
	w, h   int
	pix    []pixel
	u, v   plane // place of a pixel on the texture
	repeat bool
	filter textureFilter
}

// A textureFilter is how a texture's pixels become those of the picture.
type textureFilter uint8

const (
	nearest  textureFilter = iota
	bilinear               // mixes four
	cubic                  // mixes sixteen
)

// newTexture returns the shader of a raster, toTexture being the map from the
// pixels of the picture to those of the raster.
func newTexture(w, h int, pix []pixel, toTexture geom.Matrix, f textureFilter) *texture {
	t := &texture{w: w, h: h, pix: pix, filter: f}
	t.u, t.v = planes(toTexture)
	return t
}

func (t *texture) opaque() bool { return false }

func (t *texture) shade(y, x0 int, row []pixel) {
	u, v := t.u.value(x0, y), t.v.value(x0, y)
	for i := range row {
		switch t.filter {
		case nearest:
			row[i] = t.at(u>>32, v>>32)
		case bilinear:
			row[i] = t.bilinear(u-one/2, v-one/2)
		case cubic:
			row[i] = t.cubic(u-one/2, v-one/2)
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

// cubic mixes the sixteen pixels around a place with the weights of Mitchell
// and Netravali (Reconstruction Filters in Computer Graphics, 1988).
func (t *texture) cubic(u, v int64) pixel {
	x, y := u>>32, v>>32
	wx, wy := mitchell(u>>16&full), mitchell(v>>16&full)
	var sum [4]int64
	for j := range int64(4) {
		var line [4]int64
		for i := range int64(4) {
			r, g, b, a := t.at(x+i-1, y+j-1).channels()
			line[0] += int64(r) * wx[i]
			line[1] += int64(g) * wx[i]
			line[2] += int64(b) * wx[i]
			line[3] += int64(a) * wx[i]
		}
		for k := range sum {
			sum[k] += line[k] * wy[j]
		}
	}
	channel := func(k int, limit uint32) uint32 {
		return uint32(max(0, min(int64(limit), (sum[k]+1<<31)>>32)))
	}
	a := channel(3, full)
	return rgba(channel(0, a), channel(1, a), channel(2, a), a)
}

// mitchell returns the weights, of 2¹⁶, of the four pixels around a place that
// is a fraction f, of 2¹⁶, of the way from the second to the third.
func mitchell(f int64) (w [4]int64) {
	// B = C = 1/3; in eighteenths, with t the distance from the pixel:
	// 16 − 36t² + 21t³ within 1, and 32 − 60t + 36t² − 7t³ within 2.
	const whole = 1 << 16
	inner := func(t int64) int64 {
		t2 := t * t >> 16
		return (16*whole - 36*t2 + 21*(t2*t>>16)) / 18
	}
	w[1], w[2] = inner(f), inner(whole-f)
	t := whole + f
	t2 := t * t >> 16
	w[0] = (32*whole - 60*t + 36*t2 - 7*(t2*t>>16)) / 18
	w[3] = whole - w[0] - w[1] - w[2]
	return w
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
	w, h, toTile := tileOf(p.Tile, m)
	filter := bilinear
	if r.sampling == FourByFour {
		w, h, toTile = roundTileOf(p.Tile, m)
		filter = cubic
	}
	l := r.tile(p.Content, toTile, w, h)
	if alpha != full {
		for i, c := range l.pix {
			l.pix[i] = c.scale(alpha)
		}
	}
	t := newTexture(w, h, l.pix, toTile.Mul(inv), filter)
	if t.u.aligned() && t.v.aligned() {
		t.filter = nearest // half a pixel off is better than blurred
	}
	t.repeat = true
	return t
}

// tileOf returns the size in pixels of a pattern's tile, mapped by m, and the
// map from pattern space to it.
func tileOf(tile geom.Rect, m geom.Matrix) (w, h int, toTile geom.Matrix) {
	w = tileSide(tile.W() * geom.Pt(m.A, m.B).Len())
	h = tileSide(tile.H() * geom.Pt(m.C, m.D).Len())
	for float64(w)*float64(h) > maxTilePixels {
		w, h = (w+1)/2, (h+1)/2
	}
	return w, h, geom.Scale(float64(w)/tile.W(), float64(h)/tile.H()).Mul(geom.Translate(-tile.X0, -tile.Y0))
}

// roundTileOf is tileOf as resvg has it: a tile is cut or extended to whole
// pixels, which changes the period of its pattern.
func roundTileOf(tile geom.Rect, m geom.Matrix) (w, h int, toTile geom.Matrix) {
	sx, sy := geom.Pt(m.A, m.C).Len(), geom.Pt(m.B, m.D).Len()
	x, y := math.Floor(float64(tile.W()*sx)+0.5), math.Floor(float64(tile.H()*sy)+0.5)
	if !(x >= 1 && y >= 1 && float64(x*y) <= maxTilePixels) {
		return tileOf(tile, m)
	}
	return int(x), int(y), geom.Scale(sx, sy).Mul(geom.Translate(-tile.X0, -tile.Y0))
}

// tileSide rounds the side of a tile up to pixels, unless it is a whole number
// of them but for errors of calculation.
func tileSide(v float64) int {
	if !(v < MaxSide) {
		return MaxSide
	}
	return max(1, int(math.Ceil(float64(v)-1e-3)))
}

// tile draws g on a layer of its own, mapped by m, with r at work on
// something else.
func (r *renderer) tile(g *render.Group, m geom.Matrix, w, h int) *layer {
	sub := renderer{ctm: m, proof: r.proof, sampling: r.sampling, scan: newScanner(r.sampling), depth: r.depth + 1}
	sub.dst = sub.shelf.take(image.Rect(0, 0, w, h))
	sub.group(g)
	if r.err == nil {
		r.err = sub.err
	}
	return sub.dst
}
