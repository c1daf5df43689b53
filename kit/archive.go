package kit

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// packed is a file as it lies in the archive.
type packed struct {
	body   []byte
	method uint16
	sum    uint32 // CRC-32 of the file
	size   int64  // of the file
}

// pack makes a file ready for the archive. Pictures that are compressed
// already are stored as they are.
func pack(body []byte, compress bool) packed {
	p := packed{body: body, method: zip.Store, sum: crc32.ChecksumIEEE(body), size: int64(len(body))}
	if !compress {
		return p
	}
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.DefaultCompression) // fails for a level that there is not
	w.Write(body)                                         // fails only if the buffer does
	w.Close()
	if b.Len() < len(body) {
		p.body, p.method = b.Bytes(), zip.Deflate
	}
	return p
}

// An archive is a ZIP file being written. It keeps the first error.
type archive struct {
	w   *zip.Writer
	err error
}

func newArchive(w io.Writer) *archive { return &archive{w: zip.NewWriter(w)} }

// epoch is 1 January 1980 as ZIP files write dates: the first there is. Pictures
// have no date, and the same award gives the same archive.
const epoch = 1<<5 | 1

// add adds a file. Its size is written before it, not after: there are
// programs that cannot read stored files otherwise.
func (a *archive) add(name string, p packed) {
	if a.err != nil {
		return
	}
	h := &zip.FileHeader{Name: name, Method: p.method, CRC32: p.sum,
		CompressedSize64: uint64(len(p.body)), UncompressedSize64: uint64(p.size)}
	//lint:ignore SA1019 CreateRaw writes this field, and not Modified
	h.ModifiedDate = epoch
	h.SetMode(0o644)
	w, err := a.w.CreateRaw(h)
	if err == nil {
		_, err = w.Write(p.body)
	}
	a.err = err
}

// addText adds a file of text.
func (a *archive) addText(name string, body []byte) { a.add(name, pack(body, true)) }

func (a *archive) close() error {
	if a.err != nil {
		return a.err
	}
	return a.w.Close()
}
