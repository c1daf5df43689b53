package png

import (
	"encoding/binary"
	"hash/crc32"
	"image"
	"io"
)

// An Info is what a PNG file says besides its pixels.
type Info struct {
	PerMetre uint32 // resolution in pixels per metre; 0: not stated
	Texts    []Text
}

// Write writes img to w, with the chunks in a fixed order. Its colours are
// sRGB.
func Write(w io.Writer, img *image.NRGBA, info Info) error {
	f := analyse(img)
	e := encoder{w: w}
	e.write([]byte("\x89PNG\r\n\x1a\n")) // §5.2
	e.chunk("IHDR", f.header(img.Rect.Size()))
	e.chunk("sRGB", []byte{0}) // perceptual, §11.3.2.5
	if info.PerMetre > 0 {
		b := binary.BigEndian.AppendUint32(nil, info.PerMetre)
		e.chunk("pHYs", append(binary.BigEndian.AppendUint32(b, info.PerMetre), 1))
	}
	for _, t := range info.Texts {
		if data := t.data(); data != nil {
			e.chunk("iTXt", data)
		}
	}
	if f.kind == indexed {
		e.chunk("PLTE", f.paletteRGB())
		if a := f.paletteAlpha(); len(a) > 0 {
			e.chunk("tRNS", a)
		}
	}
	e.chunk("IDAT", compress(img, f))
	e.chunk("IEND", nil)
	return e.err
}

// An encoder writes chunks and keeps the first error.
type encoder struct {
	w   io.Writer
	err error
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

// chunk writes length, type, data and check (§5.3).
func (e *encoder) chunk(kind string, data []byte) {
	head := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	head = append(head, kind...)
	e.write(head)
	e.write(data)
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, data)
	e.write(binary.BigEndian.AppendUint32(nil, sum))
}
