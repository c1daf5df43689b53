// Package png writes a Drawing as a PNG file (PNG, third edition).
//
// Files are small for what they are, pictures of few colours with large even
// areas: colours are stored as compactly as loses nothing, and rows are left
// unfiltered unless a filter is seen to help, which on such pictures the usual
// rule of thumb does not do.
package png

import (
	"fmt"
	"image"
	"io"
	"math"

	"panonceau/render"
	"panonceau/render/raster"
)

// Options control the size of the picture. The zero Options suit a screen: a
// CSS pixel of the drawing is a pixel of the picture.
type Options struct {
	// Width is the width of the picture in pixels. Zero means the width that
	// follows from DPI or Scale.
	Width int
	// DPI is the number of pixels per inch of the finished piece. Zero means
	// that it follows from Scale.
	DPI float64
	// Scale is the number of pixels per CSS pixel, of which an inch has 96.
	// Zero means 1.
	Scale float64

	// Raster says what is drawn.
	Raster raster.Options
}

// Size returns the size of the picture in pixels, the proportions of d kept as
// well as whole pixels allow. The raster has bounds of its own; see
// [raster.Draw].
func Size(d *render.Drawing, o Options) (w, h int, err error) {
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) {
		return 0, 0, fmt.Errorf("a drawing of %g by %g units of %g mm has no size in pixels", d.Width, d.Height, d.Unit)
	}
	perUnit := d.Unit / render.Pixel
	switch {
	case o.Width < 0 || !(o.DPI >= 0) || !(o.Scale >= 0):
		return 0, 0, fmt.Errorf("width %d, %g dpi and scale %g: none may be negative", o.Width, o.DPI, o.Scale)
	case o.Width > 0:
		perUnit = float64(o.Width) / d.Width
	case o.DPI > 0:
		perUnit = d.Unit / 25.4 * o.DPI
	case o.Scale > 0:
		perUnit *= o.Scale
	}
	w, h = pixels(d.Width*perUnit), pixels(d.Height*perUnit)
	if w > raster.MaxSide || h > raster.MaxSide {
		return 0, 0, fmt.Errorf("a picture of %.0f by %.0f pixels is too large: at most %d a side",
			d.Width*perUnit, d.Height*perUnit, raster.MaxSide)
	}
	return w, h, nil
}

// pixels rounds a length to whole pixels, of which there is at least one.
func pixels(v float64) int {
	return int(max(1, min(math.Round(v), raster.MaxSide+1)))
}

// Encode writes d to w. The same Drawing and Options always give the same
// pixels; the bytes depend on the release of Go too, whose compressor they
// come from.
//
// The first error from w stops the encoding and is returned as is.
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	width, height, err := Size(d, o)
	if err != nil {
		return err
	}
	img, err := raster.Draw(d, width, height, o.Raster)
	if err != nil {
		return err
	}
	return Write(w, img, Info{
		PerMetre: perMetre(width, d.Width*d.Unit),
		Texts:    texts(d),
	})
}

// EncodeImage writes img, a picture that shows d, with what d says of itself.
// The file states no size on paper.
func EncodeImage(w io.Writer, img *image.NRGBA, d *render.Drawing) error {
	return Write(w, img, Info{Texts: texts(d)})
}

// perMetre returns how many of n pixels, spread over a length in millimetres,
// make a metre.
func perMetre(n int, mm float64) uint32 {
	return uint32(max(0, min(math.Round(float64(n)*1000/mm), math.MaxInt32)))
}
