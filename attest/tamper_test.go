package attest_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	stdpng "image/png"
	"regexp"
	"testing"

	"panonceau/attest"
	"panonceau/render/geom"
)

// half makes what is drawn half as large.
var half = geom.Scale(.5, .5)

// chunkOf returns a chunk of PNG.
func chunkOf(kind, data string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// insert puts a chunk before the pixels of a PNG file.
func insert(file, chunk []byte) []byte {
	at := bytes.Index(file, []byte("PLTE"))
	if at < 0 {
		at = bytes.Index(file, []byte("IDAT"))
	}
	return bytes.Join([][]byte{file[:at-4], chunk, file[at-4:]}, nil)
}

// seal writes the checks of PNG anew.
func seal(e encoder, file []byte) []byte {
	if e.format != attest.PNG {
		return file
	}
	for at := 8; at+8 < len(file); {
		n := int(binary.BigEndian.Uint32(file[at:]))
		binary.BigEndian.PutUint32(file[at+8+n:], crc32.ChecksumIEEE(file[at+4:at+8+n]))
		at += 12 + n
	}
	return file
}

func valueOf(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	m := regexp.MustCompile(`<panonceau:` + name + `>([^<]*)<`).FindSubmatch(file)
	if m == nil {
		t.Fatalf("no %s", name)
	}
	return m[1]
}

// transplant puts one value of another file's metadata into a file.
func transplant(t *testing.T, e encoder, file, other []byte, name string) []byte {
	return bytes.Replace(bytes.Clone(file), valueOf(t, file, name), valueOf(t, other, name), 1)
}

var rdf = regexp.MustCompile(`(?s)<rdf:Description .*</rdf:Description>`)

// moved puts all of another file's metadata into a file.
func moved(t *testing.T, e encoder, file, other []byte) []byte {
	t.Helper()
	mine, theirs := rdf.FindIndex(file), rdf.Find(other)
	out := bytes.Join([][]byte{file[:mine[0]], theirs, file[mine[1]:]}, nil)
	grown := len(theirs) - (mine[1] - mine[0])
	switch e.format {
	case attest.PNG:
		at := bytes.Index(out, []byte("iTXtXML")) - 4
		binary.BigEndian.PutUint32(out[at:], uint32(int(binary.BigEndian.Uint32(out[at:]))+grown))
	case attest.JPEG:
		at := bytes.Index(out, []byte("http://ns.adobe.com/xap")) - 2
		binary.BigEndian.PutUint16(out[at:], uint16(int(binary.BigEndian.Uint16(out[at:]))+grown))
	}
	return seal(e, out)
}

// repainted paints one pixel of a PNG file, and keeps its metadata.
func repainted(t *testing.T, file []byte, c color.Color) []byte {
	t.Helper()
	m, err := stdpng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewNRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	out.Set(3, 3, c)
	return withPixels(t, file, out, stdpng.DefaultCompression)
}

// recompressed compresses the pixels of a PNG file anew, as another kind of
// picture.
func recompressed(t *testing.T, file []byte, level stdpng.CompressionLevel) []byte {
	t.Helper()
	m, err := stdpng.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewNRGBA(m.Bounds())
	draw.Draw(out, out.Rect, m, image.Point{}, draw.Src)
	return withPixels(t, file, out, level)
}

// withPixels returns a PNG file of m with the metadata of another.
func withPixels(t *testing.T, file []byte, m image.Image, level stdpng.CompressionLevel) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&stdpng.Encoder{CompressionLevel: level}).Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(file, []byte("iTXtXML")) - 4
	return insert(b.Bytes(), file[at:at+12+int(binary.BigEndian.Uint32(file[at:]))])
}
