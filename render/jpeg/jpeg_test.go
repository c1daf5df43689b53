package jpeg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/jpeg"
	"io"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

func drawing() *render.Drawing {
	red := &render.Fill{Paint: render.Color{RGB: render.RGB{R: 200, G: 30, B: 40}}, Opacity: 1}
	return &render.Drawing{
		Width: 40, Height: 20, Unit: 1, Title: "Pierre & <fils>", Lang: "fr",
		Meta: render.Meta{Holder: "Échirolles", Specimen: true},
		Root: render.NewGroup(&render.Shape{Path: geom.Rect{X1: 20, Y1: 20}.Path(), Fill: red}),
	}
}

// segments returns the data of the segments before the picture, by marker.
func segments(t *testing.T, file []byte) map[byte][]byte {
	t.Helper()
	got := map[byte][]byte{}
	for b := file[2:]; len(b) > 4 && b[0] == 0xFF && b[1] != 0xDA; {
		n := int(b[2])<<8 | int(b[3])
		got[b[1]] = b[4 : 2+n]
		b = b[2+n:]
	}
	return got
}

func TestEncode(t *testing.T) {
	var b bytes.Buffer
	if err := Encode(&b, drawing(), Options{DPI: 127}); err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != image.Pt(200, 100) {
		t.Errorf("size %v; want 200 by 100: 127 dpi are 5 pixels a millimetre", got)
	}
	at := func(x, y int) [3]uint32 { r, g, b, _ := img.At(x, y).RGBA(); return [3]uint32{r >> 8, g >> 8, b >> 8} }
	for _, c := range []struct {
		x    int
		want [3]uint32
	}{{50, [3]uint32{200, 30, 40}}, {150, [3]uint32{255, 255, 255}}} {
		got := at(c.x, 50)
		for i := range got {
			if max(got[i], c.want[i])-min(got[i], c.want[i]) > 3 {
				t.Errorf("pixel %d: %v; want about %v", c.x, got, c.want)
				break
			}
		}
	}
	s := segments(t, b.Bytes())
	if want := "JFIF\x00\x01\x02\x01\x00\x7f\x00\x7f\x00\x00"; string(s[app0]) != want {
		t.Errorf("APP0 %q; want %q", s[app0], want)
	}
}

func TestMetadata(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, image.NewNRGBA(image.Rect(0, 0, 8, 8)), drawing()); err != nil {
		t.Fatal(err)
	}
	s := segments(t, b.Bytes())
	x, ok := strings.CutPrefix(string(s[app1]), xmpName)
	if !ok {
		t.Fatalf("APP1 %.40q is no XMP", s[app1])
	}
	dec := xml.NewDecoder(strings.NewReader(x))
	var words []string
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := tok.(xml.CharData); ok && strings.TrimSpace(string(c)) != "" {
			words = append(words, string(c))
		}
	}
	if got, want := strings.Join(words, "|"), "Pierre & <fils>|fr|Échirolles|True"; got != want {
		t.Errorf("texts %q; want %q", got, want)
	}
	if want := "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"; string(s[app0]) != want {
		t.Errorf("APP0 %q; want %q: no size on paper", s[app0], want)
	}
}

// TestMetadataFits: however long its texts, what a drawing says of itself fits
// one segment.
func TestMetadataFits(t *testing.T) {
	d := drawing()
	long := strings.Repeat("x", 3000) // what package meta takes of one
	d.Title, d.Desc, d.Lang = long, long, long
	d.Meta = render.Meta{URL: long, Proof: long, Label: long, Edition: long, Level: long,
		LevelID: long, Holder: long, HolderID: long, Code: long, Drawing: long, Key: long, Issuer: long, License: long, Notice: long}
	var b bytes.Buffer
	if err := Write(&b, image.NewNRGBA(image.Rect(0, 0, 8, 8)), d); err != nil {
		t.Fatal(err)
	}
	if got := segments(t, b.Bytes())[app1]; !bytes.HasSuffix(got, []byte(`<?xpacket end="r"?>`)) {
		t.Errorf("the packet of %d bytes is cut", len(got))
	}
	if _, err := jpeg.Decode(&b); err != nil {
		t.Error(err)
	}
}

func TestEncoder(t *testing.T) {
	rendertest.TestEncoder(t, func(w io.Writer, d *render.Drawing) error { return Encode(w, d, Options{}) })
}
