package attest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
)

// errColors is that of a PNG file whose pixels are not the colours that are
// seen.
var errColors = errors.New("the file has a chunk that changes how its pixels are seen")

// Content returns the digest of what a file shows, in hexadecimal: of the pixels
// of PNG, so that making a file smaller without loss changes nothing; of the
// bytes of JPEG without its metadata; of the bytes of SVG, PDF and TIFF with
// zeros in the place of the digest and the signature.
func Content(data []byte) (string, error) {
	f, err := open(data)
	if f == nil {
		return "", err
	}
	return f.content()
}

func (f *file) content() (string, error) {
	h := sha256.New()
	switch f.format {
	case PNG:
		if err := f.pixels(h.Write); err != nil {
			return "", err
		}
	case JPEG:
		if err := f.scans(h.Write); err != nil {
			return "", err
		}
	case SVG:
		// What moves files between systems may change the ends of lines, which
		// mean the same to XML (XML 1.0 §2.11).
		h.Write(bytes.ReplaceAll(f.blank(), []byte("\r\n"), []byte("\n")))
	default:
		h.Write(f.blank())
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// blank returns the file with zeros in the place of the digest and the
// signature.
func (f *file) blank() []byte {
	b := slices.Clone(f.data)
	for _, p := range []struct{ at, n int }{{f.packet.contentAt, contentLength}, {f.packet.signatureAt, signatureLength}} {
		if p.at > 0 {
			copy(b[p.at:p.at+p.n], bytes.Repeat([]byte("0"), p.n))
		}
	}
	return b
}

// aside are the segments of JPEG that say something about the picture and
// change no colour of it: JFIF, Exif and XMP, IPTC, comments.
var aside = []byte{0xE0, 0xE1, 0xED, 0xFE}

// scans writes a JPEG file without what is aside.
func (f *file) scans(write func([]byte) (int, error)) error {
	write(f.data[:2])
	scan, err := segments(f.data, func(s segment) error {
		if !slices.Contains(aside, s.marker) {
			write(f.data[s.begin : s.at+len(s.data)])
		}
		return nil
	})
	if err == nil {
		write(f.data[scan:])
	}
	return err
}

// pixels writes the size of a PNG picture and its pixels: red, green, blue and
// opacity, not premultiplied, and all zero where nothing is seen.
func (f *file) pixels(write func([]byte) (int, error)) error {
	if err := chunks(f.data, checkChunk); err != nil {
		return err
	}
	c, err := png.DecodeConfig(bytes.NewReader(f.data))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	if c.Width*c.Height > maxPixels {
		return fmt.Errorf("%w: a picture of %d by %d pixels; at most %d million", ErrFormat, c.Width, c.Height, maxPixels/1_000_000)
	}
	img, err := png.Decode(bytes.NewReader(f.data))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFormat, err)
	}
	fmt.Fprintf(writerFunc(write), "%d %d\n", c.Width, c.Height)
	row := make([]byte, 4*c.Width)
	for y := range c.Height {
		readRow(row, img, y)
		write(row)
	}
	return nil
}

type writerFunc func([]byte) (int, error)

func (w writerFunc) Write(b []byte) (int, error) { return w(b) }

// readRow reads a row of pixels.
func readRow(row []byte, img image.Image, y int) {
	switch m := img.(type) {
	case *image.NRGBA:
		copy(row, m.Pix[y*m.Stride:])
	case *image.RGBA: // which package png gives for opaque pictures
		copy(row, m.Pix[y*m.Stride:])
	case *image.Paletted:
		readPaletted(row, m, y)
	default:
		for x := range len(row) / 4 {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			copy(row[4*x:], []byte{c.R, c.G, c.B, c.A})
		}
	}
	for i := 3; i < len(row); i += 4 {
		if row[i] == 0 {
			row[i-3], row[i-2], row[i-1] = 0, 0, 0
		}
	}
}

func readPaletted(row []byte, m *image.Paletted, y int) {
	for x, i := range m.Pix[y*m.Stride : y*m.Stride+len(row)/4] {
		var c color.NRGBA
		if int(i) < len(m.Palette) {
			c = color.NRGBAModel.Convert(m.Palette[i]).(color.NRGBA)
		}
		copy(row[4*x:], []byte{c.R, c.G, c.B, c.A})
	}
}

// plain are the chunks of PNG that do not change how pixels are seen.
var plain = []string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "pHYs", "tIME", "bKGD", "sBIT", "hIST", "tEXt", "zTXt", "iTXt", "eXIf"}

// checkChunk refuses chunks that change how pixels are seen, as profiles of
// colours and animations do. What says that they are sRGB is fine.
func checkChunk(c chunk) error {
	switch {
	case slices.Contains(plain, c.kind):
		return nil
	case c.kind == "gAMA" && len(c.data) == 4 && binary.BigEndian.Uint32(c.data) == 45455:
		return nil
	case c.kind == "cHRM" && bytes.Equal(c.data, sRGBPrimaries):
		return nil
	}
	return fmt.Errorf("%w: %q", errColors, c.kind)
}

// sRGBPrimaries are the white point and the primaries of sRGB (PNG §11.3.2.1).
var sRGBPrimaries = func() (b []byte) {
	for _, v := range []uint32{31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}()
