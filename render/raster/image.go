package raster

import (
	"image"

	xdraw "golang.org/x/image/draw"

	"panonceau/render"
	"panonceau/render/geom"
)

// image draws n: its rectangle is filled as any other, with a shader that
// takes its pixels.
func (r *renderer) image(n *render.Image) {
	if n.Pix == nil || n.Pix.Rect.Empty() || !r.visible(imageBounds(n, r.ctm)) {
		return
	}
	m := r.ctm.Mul(n.Matrix)
	size := n.Pix.Rect.Size()
	w, h := size.X, size.Y
	if !n.Pixelated {
		w, h = reduced(w, geom.Pt(m.A, m.B).Len()), reduced(h, geom.Pt(m.C, m.D).Len())
	}
	inv, ok := m.Inverse()
	if !ok {
		return
	}
	toTexture := geom.Scale(float64(w)/float64(size.X), float64(h)/float64(size.Y)).Mul(inv)
	t := newTexture(w, h, r.imagePixels(n, w, h), toTexture, cubic)
	switch {
	case n.Pixelated || t.u.aligned() && t.v.aligned():
		t.filter = nearest
	case w < size.X || h < size.Y:
		t.filter = bilinear
	}

	frame := geom.RectWH(0, 0, float64(size.X), float64(size.Y)).Path()
	r.scan.path(frame.Transform(n.Matrix), r.outline())
	p := painter{dst: r.dst, shader: t, buf: r.buffer(r.dst.Dx())}
	r.scan.sweep(render.NonZero, p.shaded)
}

// reduced returns the number of pixels to which n pixels are brought before
// they are drawn at a scale: no more than there are, so that none is skipped.
func reduced(n int, scale float64) int {
	if !(scale < 1) {
		return n
	}
	return max(1, min(n, tileSide(float64(n)*scale)))
}

// imagePixels returns the pixels of n, brought to w by h. They are kept for
// the next band.
func (r *renderer) imagePixels(n *render.Image, w, h int) []pixel {
	if pix, ok := r.images[n]; ok {
		return pix
	}
	pix := make([]pixel, 0, w*h)
	if n.Pix.Rect.Size() == image.Pt(w, h) {
		for y := range h {
			row := n.Pix.Pix[y*n.Pix.Stride:][:4*w]
			for ; len(row) > 0; row = row[4:] {
				c := rgba(uint32(row[0])*257, uint32(row[1])*257, uint32(row[2])*257, full)
				pix = append(pix, c.scale(uint32(row[3])*257))
			}
		}
	} else {
		small := image.NewRGBA(image.Rect(0, 0, w, h))
		xdraw.CatmullRom.Scale(small, small.Rect, n.Pix, n.Pix.Rect, xdraw.Src, nil)
		for c := small.Pix; len(c) > 0; c = c[4:] {
			pix = append(pix, rgba(uint32(c[0])*257, uint32(c[1])*257, uint32(c[2])*257, uint32(c[3])*257))
		}
	}
	if r.images == nil {
		r.images = make(map[*render.Image][]pixel)
	}
	r.images[n] = pix
	return pix
}
