package press

import (
	"fmt"
	"image"
	"io"

	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/jpeg"
	"panonceau/render/mockup"
	"panonceau/render/png"
	"panonceau/render/raster"
	"panonceau/render/tiff"
)

func encodePNG(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	if o.Mockup != nil {
		img, err := show(d, o)
		if err != nil {
			return err
		}
		return png.EncodeImage(w, img, d)
	}
	d, err := baked(d, o)
	if err != nil {
		return err
	}
	r := o.Raster
	return png.Encode(w, d, png.Options{Width: r.Width, Scale: r.Scale, DPI: r.DPI,
		Raster: raster.Options{Proof: o.Proof != nil}})
}

func encodeJPEG(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	if o.Mockup != nil {
		img, err := show(d, o)
		if err != nil {
			return err
		}
		return jpeg.Write(w, img, d)
	}
	r := o.Raster
	return jpeg.Encode(w, d, jpeg.Options{Width: r.Width, Scale: r.Scale, DPI: r.DPI, Ground: o.Ground})
}

// encodeTIFF writes a picture for the press: bleed goes with the piece, and a
// width is that of the piece.
func encodeTIFF(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	options := tiff.Options{DPI: o.Raster.DPI, Bleed: o.Print.Bleed}
	if o.Print.Bleed == 0 {
		options.Bleed = -1
	}
	switch r := o.Raster; {
	case r.Width > 0:
		options.DPI = float64(r.Width) / (d.Width * d.Unit / 25.4)
	case r.Scale > 0:
		options.DPI = 25.4 / render.Pixel * r.Scale
	}
	return unsuited(tiff.Encode(w, d, options))
}

// show draws the mock-up that o asks for.
func show(d *render.Drawing, o *catalog.Order) (img *image.NRGBA, err error) {
	m := o.Mockup
	if m.Place == catalog.OnPost {
		img, err = mockup.Sign(d, o.Raster.Width)
	} else {
		img, err = mockup.Plaque(d, mockup.Material(m.Material), o.Raster.Width)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnsuited, err)
	}
	return img, nil
}
