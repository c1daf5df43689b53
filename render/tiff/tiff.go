// Package tiff writes drawings as CMYK pictures, for printers whose tools take
// no PDF. Each plate is drawn on its own, so inks reach the file as the charter
// gives them. Spot colours are printed from the process inks here.
package tiff

import (
	"fmt"
	"io"
	"math"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/icc"
	"panonceau/render/meta"
)

// Options choose the size. The zero Options give all the bleed of the drawing
// and as many pixels as suit a piece of its size.
type Options struct {
	// DPI is the number of pixels to an inch of the piece. Zero means the
	// most of 300, 200, 150 and 100 that a picture may have.
	DPI float64

	// Bleed is how far the picture extends beyond the piece, in millimetres.
	// Zero means all the bleed of the drawing, negative none.
	Bleed float64
}

// maxPixels bounds a picture: four bytes a pixel are kept and four more are
// needed while a plate is drawn. A sign of 500 × 700 mm has 22 million at 200 dpi.
const maxPixels = 24 << 20

// maxInk is the most ink that pictures and colours without an ink may take, in
// percent.
const maxInk = 300

// Encode writes d to w. The same Drawing and Options give the same bytes.
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	p, err := separate(d, o)
	if err != nil {
		return err
	}
	_, err = w.Write(p.file())
	return err
}

// TotalInk returns the most ink anywhere on d, in percent, as far as a picture
// of o's size shows: opacity and blending are taken into account, overprint is
// not.
func TotalInk(d *render.Drawing, o Options) (float64, error) {
	p, err := separate(d, o)
	if err != nil {
		return 0, err
	}
	most := 0
	for i := 0; i < len(p.samples); i += 4 {
		most = max(most, int(p.samples[i])+int(p.samples[i+1])+int(p.samples[i+2])+int(p.samples[i+3]))
	}
	return float64(most) / 2.55, nil
}

// separate draws the plates of d.
func separate(d *render.Drawing, o Options) (*picture, error) {
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) {
		return nil, fmt.Errorf("tiff: drawing of %g by %g units of %g mm", d.Width, d.Height, d.Unit)
	}
	bleed := d.Bleed * d.Unit
	switch {
	case o.Bleed > bleed+1e-6:
		return nil, fmt.Errorf("tiff: bleed of %g mm exceeds the %g mm of the drawing", o.Bleed, bleed)
	case o.Bleed > 0:
		bleed = o.Bleed
	case o.Bleed < 0:
		bleed = 0
	}
	p := &picture{
		width:  (float64(d.Width*d.Unit) + 2*bleed) / 25.4,
		height: (float64(d.Height*d.Unit) + 2*bleed) / 25.4,
		title:  d.Title,
	}
	if about := meta.Of(d); !about.Empty() {
		p.xmp = meta.XMP(about, "", nil)
	}
	if err := p.size(o.DPI); err != nil {
		return nil, err
	}
	p.samples = make([]byte, 4*p.w*p.h)
	sheet := enlarge(d, bleed/d.Unit)
	for ink := range 4 {
		if err := p.plate(sheet, ink); err != nil {
			return nil, fmt.Errorf("tiff: %w", err)
		}
	}
	return p, nil
}

// A picture is a raster of four inks, interleaved.
type picture struct {
	width, height float64 // inches
	dpi           float64
	w, h          int
	samples       []byte // 255 is full ink
	title         string
	xmp           []byte
}

// size chooses the resolution.
func (p *picture) size(dpi float64) error {
	fits := func(dpi float64) bool {
		p.dpi = dpi
		w, h := math.Round(p.width*dpi), math.Round(p.height*dpi)
		if !(w >= 1 && h >= 1 && w*h <= maxPixels) {
			return false
		}
		p.w, p.h = int(w), int(h)
		return true
	}
	if dpi != 0 {
		if !fits(dpi) {
			return fmt.Errorf("tiff: %.0f by %.0f mm at %g dpi are not between 1 and %d pixels", p.width*25.4, p.height*25.4, dpi, maxPixels)
		}
		return nil
	}
	for _, usual := range []float64{300, 200, 150, 100} {
		if fits(usual) {
			return nil
		}
	}
	return fmt.Errorf("tiff: %.0f by %.0f mm at 100 dpi exceed %d pixels", p.width*25.4, p.height*25.4, maxPixels)
}

// enlarge returns d with its bleed as part of the piece.
func enlarge(d *render.Drawing, bleed float64) *render.Drawing {
	if bleed == 0 {
		return d
	}
	out := *d
	out.Width += 2 * bleed
	out.Height += 2 * bleed
	out.Bleed = 0
	out.Root = render.Place(d, geom.Translate(bleed, bleed), out.Step())
	return &out
}

// tint returns the inks of a colour, in percent.
func tint(press *icc.Profile, c render.Color) [4]float64 {
	if c.Ink != nil {
		return c.Ink.CMYK
	}
	return press.Flat(c.R, c.G, c.B, maxInk)
}
