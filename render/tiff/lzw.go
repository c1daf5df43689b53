package tiff

// The codes of LZW in TIFF (TIFF 6.0 §13), which lengthen one code earlier than
// those of GIF.
const (
	clearCode = 256
	endCode   = 257
	firstCode = 258
	lastCode  = 4094 // then the table is cleared
	hashSize  = 1 << 13
)

// An lzw compresses strips. Its table finds the code of a string by that of the
// string without its last byte, and that byte.
type lzw struct {
	keys  [hashSize]uint32 // code<<8 + byte + 1; 0 is free
	codes [hashSize]uint16

	bits  uint32 // not yet written, at the high end
	nBits uint
	width uint
	next  uint16
}

// encode appends the compressed data to dst.
func (l *lzw) encode(dst, data []byte) []byte {
	l.bits, l.nBits = 0, 0
	l.reset()
	dst = l.write(dst, clearCode)
	prefix := uint16(data[0])
	for _, c := range data[1:] {
		key := uint32(prefix)<<8 + uint32(c) + 1
		slot := key * 2654435761 >> 19
		for l.keys[slot] != 0 && l.keys[slot] != key {
			slot = (slot + 1) % hashSize
		}
		if l.keys[slot] == key {
			prefix = l.codes[slot]
			continue
		}
		dst = l.write(dst, prefix)
		l.keys[slot], l.codes[slot] = key, l.next
		prefix = uint16(c)
		dst = l.grow(dst)
	}
	dst = l.write(dst, prefix)
	dst = l.grow(dst)
	dst = l.write(dst, endCode)
	if l.nBits > 0 {
		dst = append(dst, byte(l.bits>>24))
	}
	return dst
}

// grow takes account of a new code: longer codes from here on, or a new table.
func (l *lzw) grow(dst []byte) []byte {
	switch l.next {
	case 511, 1023, 2047:
		l.width++
	case lastCode:
		dst = l.write(dst, clearCode)
		l.reset()
		return dst
	}
	l.next++
	return dst
}

func (l *lzw) reset() {
	clear(l.keys[:])
	l.next, l.width = firstCode, 9
}

// write appends a code, the first bit high.
func (l *lzw) write(dst []byte, code uint16) []byte {
	l.bits |= uint32(code) << (32 - l.width - l.nBits)
	for l.nBits += l.width; l.nBits >= 8; l.nBits -= 8 {
		dst = append(dst, byte(l.bits>>24))
		l.bits <<= 8
	}
	return dst
}
