package attest

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"regexp"
)

// Lengths of a digest and of a signature, as they are written.
const (
	contentLength   = 64 // SHA-256 in hexadecimal
	signatureLength = 86 // 64 bytes in base64url
)

// A file is what is read of one.
type file struct {
	data   []byte
	format Format
	claims Claims
	packet packet
}

// open reads what a file says of itself. The error wraps ErrFormat or, beside a
// file that has no claims, ErrUnmarked.
func open(data []byte) (*file, error) {
	if len(data) > MaxFile {
		return nil, fmt.Errorf("%w: %d bytes; at most %d", ErrFormat, len(data), MaxFile)
	}
	f := &file{data: data, format: formatOf(data)}
	if f.format == "" {
		return nil, ErrFormat
	}
	start, end, err := f.find()
	if err == nil {
		f.claims, f.packet, err = readPacket(data, start, end)
	}
	return f, err
}

var signatures = []struct {
	begins string
	format Format
}{
	{"\x89PNG\r\n\x1a\n", PNG}, {"\xFF\xD8\xFF", JPEG}, {"%PDF-", PDF}, {"II*\x00", TIFF}, {"MM\x00*", TIFF},
}

// formatOf returns the format that the first bytes of a file tell, or "".
func formatOf(data []byte) Format {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.begins)) {
			return s.format
		}
	}
	head := data[:min(len(data), 4<<10)]
	if text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n"); bytes.HasPrefix(text, []byte("<")) && svgRoot.Match(text) {
		return SVG
	}
	return ""
}

var (
	svgRoot     = regexp.MustCompile(`<(?:[a-zA-Z]+:)?svg[\s>]`)
	svgMetadata = regexp.MustCompile(`(?s)<(?:[a-zA-Z]+:)?metadata(?:\s[^>]*)?>(.*?)</(?:[a-zA-Z]+:)?metadata\s*>`)
	xmpPacket   = regexp.MustCompile(`(?s)<\?xpacket begin=.*?<\?xpacket end=['"][rw]['"]\?>`)
)

// xmpName opens a segment of JPEG with an XMP packet, xmpKeyword a chunk of PNG:
// keyword, no compression, no language, no translated keyword.
const (
	xmpName    = "http://ns.adobe.com/xap/1.0/\x00"
	xmpKeyword = "XML:com.adobe.xmp\x00\x00\x00\x00\x00"
)

// find returns where the metadata of the file is.
func (f *file) find() (start, end int, err error) {
	switch f.format {
	case PNG:
		err = chunks(f.data, func(c chunk) error {
			if c.kind == "iTXt" && bytes.HasPrefix(c.data, []byte(xmpKeyword)) {
				return one(&start, &end, c.at+len(xmpKeyword), c.at+len(c.data))
			}
			return nil
		})
	case JPEG:
		_, err = segments(f.data, func(s segment) error {
			if s.marker == 0xE1 && bytes.HasPrefix(s.data, []byte(xmpName)) {
				return one(&start, &end, s.at+len(xmpName), s.at+len(s.data))
			}
			return nil
		})
	case SVG:
		if m := svgMetadata.FindSubmatchIndex(f.data); m != nil {
			start, end = m[2], m[3]
		}
	default:
		for _, m := range xmpPacket.FindAllIndex(f.data, 2) {
			if err = one(&start, &end, m[0], m[1]); err != nil {
				break
			}
		}
	}
	if err == nil && end == 0 {
		err = ErrUnmarked
	}
	return start, end, err
}

// one notes where metadata is, once.
func one(start, end *int, s, e int) error {
	if *end != 0 {
		return fmt.Errorf("%w: it has metadata twice", ErrUnmarked)
	}
	*start, *end = s, e
	return nil
}

// A chunk is one of a PNG file (PNG §5.3).
type chunk struct {
	kind string
	at   int // of data, in the file
	data []byte
}

// chunks calls do with each chunk of a PNG file.
func chunks(file []byte, do func(chunk) error) error {
	for at := 8; ; {
		if len(file)-at < 12 {
			return fmt.Errorf("%w: the PNG file is cut short", ErrFormat)
		}
		n := int(binary.BigEndian.Uint32(file[at:]))
		if n < 0 || n > len(file)-at-12 {
			return fmt.Errorf("%w: the PNG file is cut short", ErrFormat)
		}
		c := chunk{string(file[at+4 : at+8]), at + 8, file[at+8 : at+8+n]}
		if err := do(c); err != nil {
			return err
		}
		at += 12 + n
		if c.kind == "IEND" {
			return nil
		}
	}
}

// sealChunk writes the check of the chunk of PNG that holds a place of the file.
func sealChunk(file []byte, place int) {
	chunks(file, func(c chunk) error { // that the chunks can be read is known
		if c.at <= place && place < c.at+len(c.data) {
			end := c.at + len(c.data)
			binary.BigEndian.PutUint32(file[end:], crc32.ChecksumIEEE(file[c.at-4:end]))
		}
		return nil
	})
}

// A segment is one of a JPEG file, before its first scan (T.81 §B.1.1.4).
type segment struct {
	marker byte
	begin  int // of the marker, in the file
	at     int // of data
	data   []byte
}

// segments calls do with each segment of a JPEG file up to the first scan, and
// returns where that begins.
func segments(file []byte, do func(segment) error) (scan int, err error) {
	for at := 2; ; {
		if len(file)-at < 4 || file[at] != 0xFF {
			return 0, fmt.Errorf("%w: the JPEG file is cut short", ErrFormat)
		}
		marker, n := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if marker == 0xDA {
			return at, nil
		}
		if n < 2 || n > len(file)-at-2 {
			return 0, fmt.Errorf("%w: the JPEG file is cut short", ErrFormat)
		}
		if err := do(segment{marker, at, at + 4, file[at+4 : at+2+n]}); err != nil {
			return 0, err
		}
		at += 2 + n
	}
}
