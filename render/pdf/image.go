package pdf

import (
	"fmt"
	"image"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/icc"
)

// imageKey names a picture as it is written.
type imageKey struct {
	pix    *image.NRGBA
	mode   mode
	linear bool
	smooth bool
}

// image draws n (ISO 32000-2 §8.9.5.1): PDF images fill the unit square, with
// the first row at the top, where y is 1.
func (c *content) image(n *render.Image) {
	if n.Pix == nil || n.Pix.Rect.Empty() {
		return
	}
	if c.layer.Technical() {
		c.e.fail("an image on the %s layer: machines need paths", c.layer)
		return
	}
	size := n.Pix.Rect.Size()
	if int64(size.X)*int64(size.Y) > maxImagePixels {
		c.e.fail("an image of %d × %d pixels exceeds %d", size.X, size.Y, maxImagePixels)
		return
	}
	if c.mode == modeInk {
		// At worst everything but black, up to the limit.
		c.lay(c.show(nodeBounds(n)), tint{cmyk: [4]float64{100, 100, 100}})
	}
	xobject := c.res.xobjects.name(c.imageObject(n).String())
	c.save()
	c.setOverprint(false)
	c.setFillAlpha(c.opacity)
	c.concat(n.Matrix.Mul(geom.Matrix{A: float64(size.X), D: -float64(size.Y), F: float64(size.Y)}))
	c.op(xobject + " Do")
	c.restore()
}

// imageObject returns the image as it is written, once for a file.
func (c *content) imageObject(n *render.Image) ref {
	key := imageKey{n.Pix, c.mode, c.linear, !n.Pixelated}
	if r, ok := c.e.images[key]; ok {
		return r
	}
	size := n.Pix.Rect.Size()
	o := object{
		body: fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /Interpolate %t",
			size.X, size.Y, !n.Pixelated),
		stream: flate,
	}
	if components := jpegComponents(n); components == 3 && c.mode != modeGray && !c.e.preset.version.flat {
		o.data = n.Source
		o.stream = asIs
		o.body += " /Filter /DCTDecode"
		o.body += " /ColorSpace " + c.e.imageSpace(c.mode)
	} else {
		o.data = c.samples(n.Pix)
		o.body += " /ColorSpace " + c.e.imageSpace(c.mode)
	}
	o.body += c.e.alpha(n.Pix, !n.Pixelated)
	r := c.e.file.add(o)
	c.e.images[key] = r
	return r
}

// imageSpace returns the colour space of images. PDF/X-4 takes sRGB with its
// profile, which the press converts last; PDF/X-1a takes inks only.
func (e *encoder) imageSpace(m mode) string {
	switch {
	case m == modeGray:
		return "/DeviceGray"
	case m == modeRGB:
		return "/DeviceRGB"
	case e.preset.version.flat:
		return "/DeviceCMYK"
	}
	if e.srgb == 0 {
		e.srgb = e.file.add(object{body: "/N 3", data: icc.SRGB, stream: flate})
	}
	return fmt.Sprintf("[/ICCBased %v]", e.srgb)
}

// samples returns the colours of img in the space of imageSpace.
func (c *content) samples(img *image.NRGBA) []byte {
	out := make([]byte, 0, len(img.Pix))
	inks := map[render.RGB][4]byte{} // pictures repeat their colours
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.Pix[img.PixOffset(img.Rect.Min.X, y):]
		for x := range img.Rect.Dx() {
			p := render.RGB{R: row[4*x], G: row[4*x+1], B: row[4*x+2]}
			switch {
			case c.mode == modeGray:
				out = append(out, byte(math.Round(255*luminance(p, c.linear))))
			case c.mode == modeInk && c.e.preset.version.flat:
				v, ok := inks[p]
				if !ok {
					v = c.e.pixel(p)
					if len(inks) < maxCached {
						inks[p] = v
					}
				}
				out = append(out, v[:]...)
			default:
				out = append(out, p.R, p.G, p.B)
			}
		}
	}
	return out
}

// maxCached bounds the colours that are remembered while an image is converted.
const maxCached = 1 << 16

// pixel takes a pixel through the profile, within the ink limit.
func (e *encoder) pixel(p render.RGB) (v [4]byte) {
	if press := e.press(); press != nil {
		for i, percent := range icc.Limit(press.Inks(p.R, p.G, p.B), e.preset.MaxInk) {
			v[i] = byte(percent * 2.55)
		}
	}
	return v
}

// alpha returns the entry that gives img its shape: nothing if it is opaque, a
// stencil if its pixels are there or not (ISO 32000-2 §8.9.6.3), a soft mask
// otherwise (§11.6.5.3).
func (e *encoder) alpha(img *image.NRGBA, smooth bool) string {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	values := make([]byte, 0, w*h)
	opaque, binary := true, true
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.Pix[img.PixOffset(img.Rect.Min.X, y):]
		for x := range w {
			a := row[4*x+3]
			opaque = opaque && a == 255
			binary = binary && (a == 0 || a == 255)
			values = append(values, a)
		}
	}
	head := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /Interpolate %t", w, h, smooth)
	switch {
	case opaque:
		return ""
	case binary:
		r := e.file.add(object{body: head + " /ImageMask true /BitsPerComponent 1", data: stencil(values, w), stream: flate})
		return fmt.Sprintf(" /Mask %v", r)
	}
	e.transparent("an image whose pixels are partly transparent")
	r := e.file.add(object{body: head + " /ColorSpace /DeviceGray /BitsPerComponent 8", data: values, stream: flate})
	return fmt.Sprintf(" /SMask %v", r)
}

// stencil packs rows of w values: a bit is 1 where nothing is painted.
func stencil(values []byte, w int) []byte {
	var out []byte
	for ; len(values) > 0; values = values[w:] {
		row := make([]byte, (w+7)/8)
		for x, a := range values[:w] {
			if a == 0 {
				row[x/8] |= 0x80 >> (x % 8)
			}
		}
		out = append(out, row...)
	}
	return out
}

// jpegComponents returns the number of colour components of a JPEG source of
// eight bits a sample, or 0 if it has to be written anew.
func jpegComponents(n *render.Image) int {
	b := n.Source
	if n.MediaType != "image/jpeg" || len(b) < 4 || b[0] != 0xff || b[1] != 0xd8 {
		return 0
	}
	size := n.Pix.Rect.Size()
	for b = b[2:]; len(b) >= 10 && b[0] == 0xff; {
		marker, length := b[1], int(b[2])<<8|int(b[3])
		// ITU-T T.81 table B.1: baseline, extended and progressive frames.
		if marker >= 0xc0 && marker <= 0xc2 {
			h, w := int(b[5])<<8|int(b[6]), int(b[7])<<8|int(b[8])
			if b[4] != 8 || w != size.X || h != size.Y { // turned by its EXIF data, or cut
				return 0
			}
			return int(b[9])
		}
		if length < 2 || len(b) < 2+length {
			return 0
		}
		b = b[2+length:]
	}
	return 0
}
