package arms

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/raster"
)

const given = "../testdata/arms/tnl-arms/"

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func page(body string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 120">` +
		"\n" + body + "\n</svg>")
}

func encoded(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGiven: what heralds and communication departments send.
func TestGiven(t *testing.T) {
	for name, ratio := range map[string]float64{"xecu.svg": 600. / 660, "xbandeau.png": 1500. / 330} {
		d, err := Decode(name, read(t, given+name))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := d.Width / d.Height; got < ratio*0.999 || got > ratio*1.001 {
			t.Errorf("%s: %g times as wide as high, want %g", name, got, ratio)
		}
		if max(d.Width, d.Height) > keptSide && filepath.Ext(name) == ".png" {
			t.Errorf("%s: %g by %g pixels are kept", name, d.Width, d.Height)
		}
		if _, err := raster.Draw(d, 100, 100, raster.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFaults: each is told with the name of the file, and what is wrong.
func TestFaults(t *testing.T) {
	wide := image.NewNRGBA(image.Rect(0, 0, 400, 10))
	wide.Set(1, 1, color.White)
	for _, test := range []struct {
		name, want string
		data       []byte
	}{
		{"a.svg", "a.svg:2: <text>: ", page(`<text x="1" y="9">Ville</text>`)},
		{"a.svg", "turn text into paths", page(`<text x="1" y="9">Ville</text>`)},
		{"a.svg", "a.svg:3: <image>: ", page("<rect width='9' height='9'/>\n" + `<image width="9" height="9" xlink:href="/etc/passwd"/>`)},
		{"a.svg", "a.svg:2: <image>: ", page(`<image width="9" height="9" xlink:href="https://elsewhere.example/x.png"/>`)},
		{"a.svg", "a filter effect, which cannot be printed", page(`<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="9" height="9" filter="url(#f)"/>`)},
		{"a.svg", "nothing can be seen", page(``)},
		{"a.svg", "a.svg: ", []byte("GIF89a")},
		{"a.svg", "size is not positive", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>`)},
		{"a.svg", "at most 20 times as long as wide", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 9"><path d="M0 0h9v9z"/></svg>`)},
		{"a.svg", "at most 2097152", make([]byte, MaxBytes+1)},
		{"a.svg", "more than 20000 shapes", page(strings.Repeat(`<path d="M0 0h1v1z"/>`, maxNodes+1))},
		{"a.svg", "more than 250000 points", page(strings.Repeat(`<path d="M0 0`+strings.Repeat("h.01v.01", 10_000)+`"/>`, 13))},
		{"a.svg", "outlines of 20000 sides", page(`<path d="M0 0` + strings.Repeat("h120h-120", 10_000) + `"/>`)},
		{"a.svg", "shapes cover 201 pages", page(strings.Repeat(`<path d="M0 0h100v120h-100z"/>`, maxArea+1))},
		{"a.svg", "clips, masks and translucent groups", page(strings.Repeat(`<g opacity=".5"><path d="M0 0h1v1z"/><path d="M0 0h1v1z"/></g>`, maxLayers+1))},
		{"a.png", "a.png: ", []byte("\x89PNG\r\n\x1a\nnonsense")},
		{"a.png", "at most 20 times as long as wide", encoded(t, wide)},
		{"a.png", "nothing can be seen", encoded(t, image.NewNRGBA(image.Rect(0, 0, 20, 20)))},
		{"a.png", "100000 by 100000 pixels; at most 8388608 in all", bomb(100_000, 100_000)},
		{"a.png", "a.png: ", bomb(64, 64)},
		{"a.jpg", "want an .svg or a .png file", nil},
	} {
		d, err := Decode(test.name, test.data)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), test.name) {
			t.Errorf("error %.200v; want %q", err, test.want)
		}
		if d != nil {
			t.Errorf("%s: a drawing with an error", test.want)
		}
	}
}

// bomb returns a PNG file that says it has w by h pixels, and has none.
func bomb(w, h uint32) []byte {
	chunk := func(kind string, data []byte) []byte {
		b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
		b = append(append(b, kind...), data...)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
	}
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)
	var z bytes.Buffer
	zlib.NewWriter(&z).Close()
	return bytes.Join([][]byte{[]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(head, 8, 6, 0, 0, 0)),
		chunk("IDAT", z.Bytes()), chunk("IEND", nil)}, nil)
}

// TestHostile: files that want to do more than be seen. Whatever is made of
// them stays in its page and has neither marks nor foreign bytes.
func TestHostile(t *testing.T) {
	pixel := image.NewNRGBA(image.Rect(0, 0, 30, 30))
	for i := range pixel.Pix {
		pixel.Pix[i] = 255
	}
	data := fmt.Sprintf("data:image/png;base64,%s", base64Of(encoded(t, pixel)))
	d, err := Decode("a.svg", page(`
		<rect data-layer="cut" data-slot="holder" data-if="!holder" x="-1000" y="-1000" width="3000" height="3000" fill="#f00"/>
		<g style="mix-blend-mode:difference"><rect width="100" height="120" fill="#fff"/></g>
		<image width="30" height="30" xlink:href="`+data+`"/>`))
	if err != nil {
		t.Fatal(err)
	}
	if root := d.Root; root.Clip == nil || root.Clip.Shapes[0].Path.Bounds() != d.Page() || !root.Isolate {
		t.Error("the drawing may run beyond its page, or mix with what is below")
	}
	var walk func(n render.Node)
	walk = func(n render.Node) {
		switch n := n.(type) {
		case *render.Group:
			if n.Layer != "" || n.Mark != nil {
				t.Errorf("layer %q, mark %v", n.Layer, n.Mark)
			}
			for _, c := range n.Children {
				walk(c)
			}
		case *render.Image:
			if n.Source != nil {
				t.Error("the bytes of a file are passed on")
			}
		}
	}
	walk(d.Root)
	for name, file := range map[string][]byte{
		"script":   page(`<script>alert(1)</script><rect width="9" height="9"/>`),
		"entities": []byte(`<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>&g;</desc></svg>`),
		"laughs":   page(laughs()),
		"cycle":    page(`<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>`),
		"outside":  page(`<use xlink:href="other.svg#x"/>`),
	} {
		if d, err := Decode("a.svg", file); err == nil {
			t.Errorf("%s: accepted, as %v", name, d.Page())
		}
	}
}

// laughs returns a hundred thousand shapes in a few lines.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<defs><path id="l0" d="M0 0h1v1z"/>`)
	for i := range 5 {
		fmt.Fprintf(&b, `<g id="l%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use xlink:href="#l%d"/>`, i), 10))
	}
	b.WriteString(`</defs><use xlink:href="#l5"/>`)
	return b.String()
}

// TestReduced: means of whole squares, without the colour of what is not seen.
func TestReduced(t *testing.T) {
	const n = 2 * keptSide
	p := image.NewNRGBA(image.Rect(0, 0, n, 4))
	for y := range 4 {
		for x := range n {
			p.SetNRGBA(x, y, color.NRGBA{R: 200, A: uint8(255 * (x & 1))}) // every other one is not seen
			if x&1 == 0 {
				p.SetNRGBA(x, y, color.NRGBA{G: 255})
			}
		}
	}
	got := reduced(p)
	if got.Rect != image.Rect(0, 0, keptSide, 2) {
		t.Fatalf("%v", got.Rect)
	}
	if c := got.NRGBAAt(7, 1); c != (color.NRGBA{R: 200, A: 128}) {
		t.Errorf("%v", c)
	}
	if small := reduced(got); small != got {
		t.Error("a small picture is reduced")
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(true, read(f, given+"xecu.svg"))
	f.Add(false, read(f, given+"xbandeau.png"))
	f.Add(false, bomb(8, 8))
	f.Fuzz(func(t *testing.T, isSVG bool, data []byte) {
		name := "a.png"
		if isSVG {
			name = "a.svg"
		}
		d, err := Decode(name, data)
		if (err == nil) == (d == nil) {
			t.Fatalf("drawing %v, error %v", d, err)
		}
		if err != nil {
			return
		}
		if _, err := raster.Draw(d, 32, 32, raster.Options{}); err != nil {
			t.Errorf("accepted, and cannot be drawn: %v", err)
		}
	})
}

func base64Of(b []byte) string { return base64.StdEncoding.EncodeToString(b) }
