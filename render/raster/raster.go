// Package raster draws a Drawing in pixels.
//
// It is exact and the same on every machine: outlines are put on a grid of
// 1/256 pixel, and from there on areas, colours and opacities are integers. On
// request, a picture is drawn with resvg's approximations instead; see
// [FourByFour].
// What floating-point arithmetic remains, in gradients and images, is written
// so that the compiler may not fuse it; see docs/notes/determinism.md.
package raster

import (
	"encoding/binary"
	"fmt"
	"image"

	"panonceau/render"
	"panonceau/render/geom"
)

// Options control what is drawn. The zero Options suit every finished picture.
type Options struct {
	// Ground is painted under the picture. Nil means nothing is: the ground is
	// transparent.
	Ground *render.RGB
	// Proof draws the layer of proofs too. The technical layers are never
	// drawn.
	Proof bool
	// Sampling is how much of a pixel a path covers is measured. Pictures of
	// packs are drawn with the exact area.
	Sampling Sampling
}

// Draw draws d in w by h pixels: the finished piece, stretched to fill them.
// Bleed is not drawn.
//
// A w or h that is not positive or exceeds [MaxSide], a picture of more than
// 40 · 2²⁰ pixels, and groups nested too deeply are errors.
func Draw(d *render.Drawing, w, h int, o Options) (*image.NRGBA, error) {
	img, err := newImage(d, w, h)
	if err != nil {
		return nil, err
	}
	if err := draw(img, d, o, max(1, bandPixels/w)); err != nil {
		return nil, err
	}
	return img, nil
}

// draw draws d on img, so many rows at a time.
func draw(img *image.NRGBA, d *render.Drawing, o Options, rows int) error {
	size := img.Rect.Size()
	r := renderer{
		proof:    o.Proof,
		sampling: o.Sampling,
		scan:     newScanner(o.Sampling),
		ctm:      geom.Scale(float64(size.X)/d.Width, float64(size.Y)/d.Height),
	}
	for y := 0; y < size.Y; y += rows {
		r.dst = r.shelf.take(image.Rect(0, y, size.X, min(y+rows, size.Y)))
		if o.Ground != nil {
			c := solid(*o.Ground, 1)
			for i := range r.dst.pix {
				r.dst.pix[i] = c
			}
		}
		r.group(d.Root)
		if r.err != nil {
			return r.err
		}
		r.dst.writeTo(img)
		r.shelf.give(r.dst)
	}
	return nil
}

// newImage checks the size of a picture of d.
func newImage(d *render.Drawing, w, h int) (*image.NRGBA, error) {
	switch {
	case !(d.Width > 0 && d.Height > 0):
		return nil, fmt.Errorf("a drawing of %g by %g units has no area", d.Width, d.Height)
	case w <= 0 || h <= 0:
		return nil, fmt.Errorf("a picture of %d by %d pixels has no area", w, h)
	case w > MaxSide || h > MaxSide:
		return nil, fmt.Errorf("a picture of %d by %d pixels is too large: at most %d a side", w, h, MaxSide)
	case w*h > maxPixels:
		return nil, fmt.Errorf("a picture of %d by %d pixels is too large: at most %d in all", w, h, maxPixels)
	}
	return image.NewNRGBA(image.Rect(0, 0, w, h)), nil
}

// writeTo converts the pixels of l.
func (l *layer) writeTo(img *image.NRGBA) {
	for y := l.Min.Y; y < l.Max.Y; y++ {
		to := img.Pix[img.PixOffset(l.Min.X, y):]
		var last pixel
		var as uint32
		for i, p := range l.row(y, l.Min.X, l.Max.X) {
			if p != last {
				last, as = p, p.nrgba()
			}
			binary.LittleEndian.PutUint32(to[4*i:], as)
		}
	}
}
