package png

import (
	"cmp"
	"encoding/binary"
	"image"
	"slices"
)

// The colour types of PNG (§11.2.1).
const (
	gray      = 0
	rgb       = 2
	indexed   = 3
	grayAlpha = 4
	rgbAlpha  = 6
)

// A format is how pixels are stored.
type format struct {
	kind    byte
	depth   int      // bits of a sample
	palette []uint32 // colours as RGBA from the most significant byte; indexed only
	index   *colors
}

// samples tells how many samples a pixel has, by colour type.
var samples = [...]int{gray: 1, rgb: 3, indexed: 1, grayAlpha: 2, rgbAlpha: 4}

// bits returns the bits of one pixel.
func (f *format) bits() int { return samples[f.kind] * f.depth }

// analyse returns the most compact format that loses nothing of img.
func analyse(img *image.NRGBA) *format {
	index, isGray, isOpaque := new(colors), true, true
	var last uint32
	for y := range img.Rect.Dy() {
		row := img.Pix[y*img.Stride:][:4*img.Rect.Dx()]
		for ; len(row) > 0; row = row[4:] {
			c := binary.BigEndian.Uint32(row)
			if c == last && index.n > 0 {
				continue
			}
			last = c
			isGray = isGray && row[0] == row[1] && row[1] == row[2]
			isOpaque = isOpaque && row[3] == 255
			index.add(c)
		}
	}
	switch {
	case isGray && isOpaque:
		return &format{kind: gray, depth: grayDepth(index)}
	case index.n <= maxColors:
		f := &format{kind: indexed, depth: indexDepth(index.n), index: index}
		f.palette = index.sorted()
		for i, c := range f.palette {
			index.set(c, uint8(i))
		}
		return f
	case isGray:
		return &format{kind: grayAlpha, depth: 8}
	case isOpaque:
		return &format{kind: rgb, depth: 8}
	}
	return &format{kind: rgbAlpha, depth: 8}
}

// grayDepth returns the least depth that has all grays of a picture.
func grayDepth(index *colors) int {
	for _, depth := range [3]int{1, 2, 4} {
		step := uint32(255 / (1<<depth - 1))
		if !slices.ContainsFunc(index.all(), func(c uint32) bool { return c>>24%step != 0 }) {
			return depth
		}
	}
	return 8
}

// indexDepth returns the least depth that tells n colours apart.
func indexDepth(n int) int {
	switch {
	case n <= 2:
		return 1
	case n <= 4:
		return 2
	case n <= 16:
		return 4
	}
	return 8
}

// header returns the data of IHDR.
func (f *format) header(size image.Point) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(size.X))
	b = binary.BigEndian.AppendUint32(b, uint32(size.Y))
	return append(b, byte(f.depth), f.kind, 0, 0, 0)
}

func (f *format) paletteRGB() []byte {
	var b []byte
	for _, c := range f.palette {
		b = append(b, byte(c>>24), byte(c>>16), byte(c>>8))
	}
	return b
}

// paletteAlpha returns the opacities of the palette up to the last colour that
// is not opaque (§11.3.2.1).
func (f *format) paletteAlpha() []byte {
	var b []byte
	for _, c := range f.palette {
		if byte(c) == 255 {
			break
		}
		b = append(b, byte(c))
	}
	return b
}

// maxColors is the most that a palette can hold.
const maxColors = 256

// A colors is a set of up to maxColors colours, with an index for each. One
// more colour is counted and then no other is looked at.
type colors struct {
	n     int
	slots [4 * maxColors]struct {
		used  bool
		index uint8
		color uint32
	}
}

// slot returns where a colour is or would be.
func (s *colors) slot(c uint32) int {
	i := c * 0x9e3779b1 >> 22
	for s.slots[i].used && s.slots[i].color != c {
		i = (i + 1) % uint32(len(s.slots))
	}
	return int(i)
}

func (s *colors) add(c uint32) {
	if s.n > maxColors {
		return
	}
	if i := s.slot(c); !s.slots[i].used {
		if s.n++; s.n <= maxColors {
			s.slots[i].used, s.slots[i].color = true, c
		}
	}
}

func (s *colors) set(c uint32, index uint8) { s.slots[s.slot(c)].index = index }

func (s *colors) get(c uint32) uint8 { return s.slots[s.slot(c)].index }

// all returns the colours in no particular order.
func (s *colors) all() []uint32 {
	var all []uint32
	for i := range s.slots {
		if s.slots[i].used {
			all = append(all, s.slots[i].color)
		}
	}
	return all
}

// sorted returns the colours, the least opaque first.
func (s *colors) sorted() []uint32 {
	all := s.all()
	slices.SortFunc(all, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(byte(a), byte(b)), cmp.Compare(a, b))
	})
	return all
}
