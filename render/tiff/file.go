package tiff

import (
	"encoding/binary"
	"math"
	"slices"

	"panonceau/render/icc"
)

// stripBytes is about what a strip holds before compression: TIFF 6.0 §8
// recommends 8 kB, and larger strips compress better.
const stripBytes = 64 << 10

// An entry is a field of the image file directory (TIFF 6.0 §2).
type entry struct {
	tag, kind uint16
	count     int
	data      []byte
}

// Types of fields.
const (
	kindByte     = 1
	kindASCII    = 2
	kindShort    = 3
	kindLong     = 4
	kindRational = 5
	kindBytes    = 7
)

var le = binary.LittleEndian

// file returns the picture as a TIFF file: header, strips, directory, the
// values that do not fit into it.
func (p *picture) file() []byte {
	b := []byte{'I', 'I', 42, 0, 0, 0, 0, 0}
	rows := max(1, stripBytes/(4*p.w))
	var offsets, sizes []uint32
	var pack lzw
	for y := 0; y < p.h; y += rows {
		strip := p.samples[4*p.w*y : 4*p.w*min(y+rows, p.h)]
		difference(strip, 4*p.w)
		offsets = append(offsets, uint32(len(b)))
		b = pack.encode(b, strip)
		sizes = append(sizes, uint32(len(b))-offsets[len(offsets)-1])
	}
	return p.directory(b, rows, offsets, sizes)
}

// difference replaces samples by their difference from those of the pixel on
// the left (TIFF 6.0 §14).
func difference(strip []byte, width int) {
	for ; len(strip) > 0; strip = strip[width:] {
		for i := width - 1; i >= 4; i-- {
			strip[i] -= strip[i-4]
		}
	}
}

// directory adds the directory to b, tags in ascending order.
func (p *picture) directory(b []byte, rows int, offsets, sizes []uint32) []byte {
	dpi := rational(p.dpi)
	entries := []entry{
		long(256, uint32(p.w)), long(257, uint32(p.h)),
		short(258, 8, 8, 8, 8),
		short(259, 5), // LZW
		short(262, 5), // separated
		ascii(270, p.title),
		long(273, offsets...),
		short(277, 4),
		long(278, uint32(rows)), long(279, sizes...),
		{282, kindRational, 1, dpi}, {283, kindRational, 1, dpi},
		short(284, 1), // samples are interleaved
		short(296, 2), // inches
		ascii(305, "Panonceau"),
		short(317, 2),                      // horizontal differences
		short(332, 1),                      // the inks are CMYK (TIFF 6.0 §16)
		{700, kindByte, len(p.xmp), p.xmp}, // ISO 16684-3, TIFF
		{34675, kindBytes, len(icc.FOGRA39), icc.FOGRA39},
	}
	if len(p.xmp) == 0 {
		entries = slices.DeleteFunc(entries, func(e entry) bool { return e.tag == 700 })
	}
	for len(b)%2 != 0 {
		b = append(b, 0)
	}
	le.PutUint32(b[4:], uint32(len(b)))
	extra := len(b) + 2 + 12*len(entries) + 4 // where longer values go
	var values []byte
	b = le.AppendUint16(b, uint16(len(entries)))
	for _, e := range entries {
		b = le.AppendUint16(le.AppendUint16(b, e.tag), e.kind)
		b = le.AppendUint32(b, uint32(e.count))
		if len(e.data) <= 4 {
			b = append(append(b, e.data...), make([]byte, 4-len(e.data))...)
			continue
		}
		b = le.AppendUint32(b, uint32(extra+len(values)))
		values = append(values, e.data...)
		if len(values)%2 != 0 {
			values = append(values, 0)
		}
	}
	b = le.AppendUint32(b, 0) // no other picture
	return append(b, values...)
}

func short(tag uint16, vs ...uint16) entry {
	e := entry{tag: tag, kind: kindShort, count: len(vs)}
	for _, v := range vs {
		e.data = le.AppendUint16(e.data, v)
	}
	return e
}

func long(tag uint16, vs ...uint32) entry {
	e := entry{tag: tag, kind: kindLong, count: len(vs)}
	for _, v := range vs {
		e.data = le.AppendUint32(e.data, v)
	}
	return e
}

// ascii returns a text field. TIFF knows seven bits; readers take UTF-8.
func ascii(tag uint16, s string) entry {
	return entry{tag, kindASCII, len(s) + 1, append([]byte(s), 0)}
}

// rational returns v in hundredths.
func rational(v float64) []byte {
	return le.AppendUint32(le.AppendUint32(nil, uint32(math.Round(v*100))), 100)
}
