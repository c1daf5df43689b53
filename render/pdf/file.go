package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/klauspost/compress/zlib"
)

// A file is the list of objects of a PDF.
type file struct {
	version      version
	uncompressed bool
	objects      []object
	id           []byte // 16 bytes, from the content
	deflater     deflater
}

// An object is the body of an indirect object: any value, or the entries of a
// dictionary followed by a stream.
type object struct {
	body   string
	data   []byte
	stream streamKind
}

type streamKind uint8

const (
	notStream streamKind = iota
	flate                // compressed when written
	asIs                 // written as it is; body names its filters, if any
)

// reserve takes a number for an object that is set later.
func (f *file) reserve() ref {
	f.objects = append(f.objects, object{})
	return ref(len(f.objects))
}

func (f *file) set(r ref, o object) { f.objects[r-1] = o }

func (f *file) add(o object) ref {
	r := f.reserve()
	f.set(r, o)
	return r
}

// value adds an object that is not a stream.
func (f *file) value(format string, args ...any) ref {
	return f.add(object{body: fmt.Sprintf(format, args...)})
}

// sign derives the identifier of the file from its objects so far and from what
// will be said about them (ISO 32000-2 §14.4): from their content and not from
// how it is compressed, which changes with the compressor.
func (f *file) sign(about []byte) {
	h := sha256.New()
	h.Write(about)
	for _, o := range f.objects {
		fmt.Fprintf(h, "%d %d %s", len(o.body), len(o.data), o.body)
		h.Write(o.data)
	}
	f.id = h.Sum(nil)[:16]
}

// uuid returns the identifier as a URN, version 8 (RFC 9562 §5.8).
func (f *file) uuid() string {
	b := make([]byte, 16)
	copy(b, f.id)
	b[6] = b[6]&0x0f | 0x80
	b[8] = b[8]&0x3f | 0x80
	s := hex.EncodeToString(b)
	return "uuid:" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// write writes the file. Versions that know object streams get them, unless
// the file is to be read by people.
func (f *file) write(w io.Writer, root, info ref) error {
	var b bytes.Buffer
	// ISO 32000-2 §7.5.2: a comment of four bytes that are not text.
	fmt.Fprintf(&b, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", f.version.header)
	trailer := fmt.Sprintf("/Root %v /Info %v /ID [<%X> <%[3]X>]", root, info, f.id)
	if f.uncompressed || f.version.flat {
		f.writeTable(&b, trailer)
	} else {
		f.writeStreams(&b, trailer)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// writeTable writes all objects, and a cross-reference table (ISO 32000-2
// §7.5.4).
func (f *file) writeTable(b *bytes.Buffer, trailer string) {
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = b.Len()
		f.writeObject(b, ref(i+1), o)
	}
	start := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, off := range offsets {
		fmt.Fprintf(b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(b, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, trailer, start)
}

// writeStreams writes the streams, then the other objects in an object stream
// (ISO 32000-2 §7.5.7), then a cross-reference stream (§7.5.8).
func (f *file) writeStreams(b *bytes.Buffer, trailer string) {
	packed := ref(len(f.objects) + 1)
	var index, bodies bytes.Buffer
	n := 0
	entries := make([]byte, 0, 9*(len(f.objects)+3))
	entry := func(kind byte, at, index int) {
		entries = append(entries, kind, byte(at>>24), byte(at>>16), byte(at>>8), byte(at),
			byte(index>>24), byte(index>>16), byte(index>>8), byte(index))
	}
	entry(0, 0, 65535)
	for i, o := range f.objects {
		if o.stream != notStream {
			entry(1, b.Len(), 0)
			f.writeObject(b, ref(i+1), o)
			continue
		}
		entry(2, int(packed), n)
		fmt.Fprintf(&index, "%d %d ", i+1, bodies.Len())
		bodies.WriteString(o.body)
		bodies.WriteByte('\n')
		n++
	}
	entry(1, b.Len(), 0)
	f.writeObject(b, packed, object{
		body:   fmt.Sprintf("/Type /ObjStm /N %d /First %d", n, index.Len()),
		data:   append(index.Bytes(), bodies.Bytes()...),
		stream: flate,
	})
	start := b.Len()
	entry(1, start, 0)
	f.writeObject(b, packed+1, object{
		body:   fmt.Sprintf("/Type /XRef /W [1 4 4] /Size %d %s", packed+2, trailer),
		data:   entries,
		stream: flate,
	})
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", start)
}

func (f *file) writeObject(b *bytes.Buffer, r ref, o object) {
	fmt.Fprintf(b, "%d 0 obj\n", r)
	switch {
	case o.stream == notStream:
		b.WriteString(o.body)
	case o.stream == flate && !f.uncompressed:
		data := f.deflater.deflate(o.data)
		fmt.Fprintf(b, "<< %s /Filter /FlateDecode /Length %d >>\nstream\n", o.body, len(data))
		b.Write(data)
		b.WriteString("\nendstream")
	case o.stream == flate && !printable(o.data):
		fmt.Fprintf(b, "<< %s /Filter /ASCIIHexDecode /Length %d >>\nstream\n%X>\nendstream", o.body, 2*len(o.data)+1, o.data)
	default:
		fmt.Fprintf(b, "<< %s /Length %d >>\nstream\n", o.body, len(o.data))
		b.Write(o.data)
		b.WriteString("\nendstream")
	}
	b.WriteString("\nendobj\n")
}

// printable reports whether data is text that can be read as it is.
func printable(data []byte) bool {
	return !bytes.ContainsFunc(data, func(r rune) bool { return r < ' ' && r != '\n' || r > '~' })
}

// A deflater compresses streams (ISO 32000-2 §7.4.4). Its tables take longer to
// allocate than a glyph takes to compress, so one serves a whole file.
type deflater struct{ w *zlib.Writer }

func (d *deflater) deflate(data []byte) []byte {
	var b bytes.Buffer
	if d.w == nil {
		d.w = zlib.NewWriter(&b)
	} else {
		d.w.Reset(&b)
	}
	d.w.Write(data) // a bytes.Buffer takes everything
	d.w.Close()
	return b.Bytes()
}
