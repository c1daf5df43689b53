package tiff

import (
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/icc"
	"panonceau/render/raster"
)

// plate draws one ink of d: every colour becomes the gray that leaves as much
// white as the ink leaves paper. Opacity and blending then act on the plate as
// they do on the press.
func (p *picture) plate(d *render.Drawing, ink int) error {
	press, err := icc.Coated()
	if err != nil {
		return err
	}
	gray := func(percent float64) uint8 {
		return uint8(math.Round(255 - 2.55*min(max(percent, 0), 100)))
	}
	sheet := render.Repaint(d, func(c render.Color) render.Color {
		v := gray(tint(press, c)[ink])
		return render.Color{RGB: render.RGB{R: v, G: v, B: v}}
	})
	replaceImages(sheet.Root, func(pix *image.NRGBA) *image.NRGBA {
		return platePixels(pix, func(r, g, b uint8) uint8 {
			return gray(icc.Limit(press.Inks(r, g, b), maxInk)[ink])
		})
	})
	white := render.RGB{R: 255, G: 255, B: 255}
	img, err := raster.Draw(sheet, p.w, p.h, raster.Options{Ground: &white})
	if err != nil {
		return err
	}
	for i := range p.w * p.h {
		p.samples[4*i+ink] = 255 - img.Pix[4*i]
	}
	return nil
}

// replaceImages puts f of every picture below g in its place. The groups are
// those that Repaint made, so nobody else sees the change.
func replaceImages(g *render.Group, f func(*image.NRGBA) *image.NRGBA) {
	pattern := func(p render.Paint) {
		if t, ok := p.(*render.Pattern); ok {
			replaceImages(t.Content, f)
		}
	}
	for i, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			replaceImages(n, f)
		case *render.Shape:
			if n.Fill != nil {
				pattern(n.Fill.Paint)
			}
			if n.Stroke != nil {
				pattern(n.Stroke.Paint)
			}
		case *render.Image:
			if n.Pix != nil {
				g.Children[i] = &render.Image{Pix: f(n.Pix), Matrix: n.Matrix, Pixelated: n.Pixelated}
			}
		}
	}
}

// platePixels returns img with its colours replaced and its shape kept.
func platePixels(img *image.NRGBA, f func(r, g, b uint8) uint8) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, img.Rect.Dx(), img.Rect.Dy()))
	type rgb [3]uint8
	known := map[rgb]uint8{} // pictures repeat their colours
	for y := range out.Rect.Dy() {
		from := img.Pix[img.PixOffset(img.Rect.Min.X, img.Rect.Min.Y+y):]
		to := out.Pix[out.PixOffset(0, y):]
		for x := range out.Rect.Dx() {
			p := from[4*x : 4*x+4]
			c := rgb{p[0], p[1], p[2]}
			v, ok := known[c]
			if !ok {
				v = f(p[0], p[1], p[2])
				if len(known) < maxKnown {
					known[c] = v
				}
			}
			to[4*x], to[4*x+1], to[4*x+2], to[4*x+3] = v, v, v, p[3]
		}
	}
	return out
}

// maxKnown bounds the colours that are remembered while a picture is converted.
const maxKnown = 1 << 16
