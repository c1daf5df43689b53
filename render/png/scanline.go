package png

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"io"
	"sync"
)

// compressors are used again: each takes most of a megabyte.
var compressors = sync.Pool{New: func() any { return zlib.NewWriter(io.Discard) }}

// The filter types (§9.2).
const (
	filterNone = iota
	filterSub
	filterUp
	filterAverage
	filterPaeth
	filterAdaptive // per row, the one of the others with the least sum
)

// compress returns the data of IDAT.
//
// Pictures of a logo compress best unfiltered; among small ones there are some
// with little but gradients and edges, and those are tried with filters too.
// Indices and packed samples are never filtered: their differences mean
// nothing. Levels above the usual 6 gain less than 1 %.
func compress(img *image.NRGBA, f *format) []byte {
	var plain bytes.Buffer
	z := compressors.Get().(*zlib.Writer)
	defer func() {
		z.Reset(io.Discard) // or it would keep the picture
		compressors.Put(z)
	}()
	z.Reset(&plain)
	deflate(z, img, f, filterNone)
	if size := img.Rect.Size(); size.X*size.Y > tryPixels || f.kind == indexed || f.depth < 8 {
		return plain.Bytes()
	}
	var filtered bytes.Buffer
	z.Reset(&filtered)
	deflate(z, img, f, filterAdaptive)
	if filtered.Len() < plain.Len() {
		return filtered.Bytes()
	}
	return plain.Bytes()
}

// deflate writes the rows of img to z, which writes to memory and so cannot
// fail.
func deflate(z *zlib.Writer, img *image.NRGBA, f *format, filter int) {
	n := (img.Rect.Dx()*f.bits() + 7) / 8
	s := scanlines{bpp: max(1, f.bits()/8), row: make([]byte, n), above: make([]byte, n), out: make([]byte, n+1), try: make([]byte, n+1)}
	for y := range img.Rect.Dy() {
		f.pack(s.row, img.Pix[y*img.Stride:][:4*img.Rect.Dx()])
		z.Write(s.filter(filter))
		s.row, s.above = s.above, s.row
	}
	z.Close()
}

// pack stores a row of pixels in f.
func (f *format) pack(to, from []byte) {
	switch {
	case f.kind == rgbAlpha:
		copy(to, from)
	case f.kind == rgb:
		for ; len(from) > 0; to, from = to[3:], from[4:] {
			copy(to[:3], from)
		}
	case f.kind == grayAlpha:
		for ; len(from) > 0; to, from = to[2:], from[4:] {
			to[0], to[1] = from[0], from[3]
		}
	default:
		f.packSmall(to, from)
	}
}

// packSmall stores one sample of 8 bits or less for each pixel, the leftmost
// in the high bits (§7.2).
func (f *format) packSmall(to, from []byte) {
	clear(to)
	var last uint32
	var sample byte
	for i := range len(from) / 4 {
		if c := binary.BigEndian.Uint32(from[4*i:]); i == 0 || c != last {
			last = c
			if f.kind == indexed {
				sample = f.index.get(c)
			} else {
				sample = byte(c>>24) >> (8 - f.depth)
			}
		}
		bit := i * f.depth
		to[bit/8] |= sample << (8 - f.depth - bit%8)
	}
}

// A scanlines filters rows.
type scanlines struct {
	bpp        int // bytes a pixel, at least 1
	row, above []byte
	out, try   []byte // filter type and filtered row
}

// filter returns the row with a filter applied, and its type before it.
func (s *scanlines) filter(kind int) []byte {
	if kind != filterAdaptive {
		s.apply(s.out, kind)
		return s.out
	}
	// §12.7: the least sum of absolute differences.
	best := -1
	for kind := filterNone; kind <= filterPaeth; kind++ {
		s.apply(s.try, kind)
		sum := 0
		for _, b := range s.try[1:] {
			sum += int(max(int8(b), -int8(b)))
		}
		if best < 0 || sum < best {
			best = sum
			s.out, s.try = s.try, s.out
		}
	}
	return s.out
}

// apply filters the row by one filter (§9.2). Left of the first pixel there is
// nothing, which counts as 0.
func (s *scanlines) apply(to []byte, kind int) {
	to[0] = byte(kind)
	to = to[1:]
	first, n := s.row[:s.bpp], len(s.row)
	left, row := s.row[:n-s.bpp], s.row[s.bpp:]
	corner, above, rest := s.above[:n-s.bpp], s.above[s.bpp:], to[s.bpp:]
	switch kind {
	case filterNone:
		copy(to, s.row)
	case filterSub:
		copy(to, first)
		for i, v := range row {
			rest[i] = v - left[i]
		}
	case filterUp:
		for i, v := range s.row {
			to[i] = v - s.above[i]
		}
	case filterAverage:
		for i, v := range first {
			to[i] = v - s.above[i]/2
		}
		for i, v := range row {
			rest[i] = v - byte((int(left[i])+int(above[i]))/2)
		}
	case filterPaeth:
		for i, v := range first {
			to[i] = v - s.above[i]
		}
		for i, v := range row {
			rest[i] = v - paeth(int(left[i]), int(above[i]), int(corner[i]))
		}
	}
}

// paeth returns the one of the three neighbours that is nearest to a + b − c
// (§9.4).
func paeth(a, b, c int) byte {
	pa, pb, pc := abs(b-c), abs(a-c), abs(a+b-2*c)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

func abs(v int) int { return max(v, -v) }
