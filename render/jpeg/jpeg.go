// Package jpeg writes pictures as JPEG files (ITU-T T.81), for places that
// take nothing else and for mock-ups, which weigh a fifth of what they weigh
// as PNG. Flat artwork is better served by PNG or SVG.
package jpeg

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"io"

	"panonceau/render"
	"panonceau/render/meta"
	"panonceau/render/png"
	"panonceau/render/raster"
)

// xmpName opens a segment with an XMP packet (ISO 16684-3, JPEG).
const xmpName = "http://ns.adobe.com/xap/1.0/\x00"

// quality is where the steps of gradients and the fringes of letters are not
// seen at full size.
const quality = 88

// Options control the size of the picture and what lies under it. The zero
// Options suit a screen, on white.
type Options struct {
	// Width, DPI and Scale are those of PNG.
	Width int
	DPI   float64
	Scale float64

	// Ground is what shows where the drawing is transparent. Nil means white.
	Ground *render.RGB
}

// Encode writes d to w. The same Drawing and Options always give the same
// pixels.
//
// The first error from w stops the encoding and is returned as is.
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	width, height, err := png.Size(d, png.Options{Width: o.Width, DPI: o.DPI, Scale: o.Scale})
	if err != nil {
		return err
	}
	ground := o.Ground
	if ground == nil {
		ground = &render.RGB{R: 255, G: 255, B: 255}
	}
	img, err := raster.Draw(d, width, height, raster.Options{Ground: ground})
	if err != nil {
		return err
	}
	return write(w, img, d, float64(width)/(d.Width*d.Unit/25.4))
}

// Write writes img, which is opaque and shows d, with what d says of itself.
// The file states no size on paper.
func Write(w io.Writer, img *image.NRGBA, d *render.Drawing) error {
	return write(w, img, d, 0)
}

// write writes img. Its resolution is in pixels per inch; 0 is unknown.
func write(w io.Writer, img *image.NRGBA, d *render.Drawing, dpi float64) error {
	var b bytes.Buffer
	// Opaque pixels are the same premultiplied, and coded faster.
	opaque := &image.RGBA{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect}
	if err := jpeg.Encode(&b, opaque, &jpeg.Options{Quality: quality}); err != nil {
		return fmt.Errorf("jpeg: %w", err)
	}
	const soi = 2 // length of the marker that opens the file
	file := append([]byte(nil), b.Bytes()[:soi]...)
	file = appendSegment(file, app0, jfif(dpi))
	file = appendSegment(file, app1, append([]byte(xmpName), meta.XMP(meta.Of(d), "", nil)...))
	if _, err := w.Write(file); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes()[soi:])
	return err
}

// The markers of segments for applications (T.81 §B.1.1.3).
const (
	app0 = 0xE0
	app1 = 0xE1
)

// appendSegment appends a segment. Its length, which counts itself, has 16
// bits (T.81 §B.1.1.4): data has at most 65533 bytes.
func appendSegment(b []byte, marker byte, data []byte) []byte {
	b = append(b, 0xFF, marker)
	b = binary.BigEndian.AppendUint16(b, uint16(len(data)+2))
	return append(b, data...)
}

// jfif returns the data of the segment that must come first (T.871 §10.1):
// version 1.02, resolution, no thumbnail.
func jfif(dpi float64) []byte {
	unit, n := byte(0), uint16(1) // only a ratio of sides: pixels are square
	if v := dpi + 0.5; v >= 1 && v < 1<<16 {
		unit, n = 1, uint16(v)
	}
	b := append([]byte("JFIF\x00\x01\x02"), unit)
	b = binary.BigEndian.AppendUint16(b, n)
	b = binary.BigEndian.AppendUint16(b, n)
	return append(b, 0, 0)
}
