package attest_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	stdpng "image/png"
	"io"
	"strings"
	"testing"
	"time"

	"panonceau/attest"
	"panonceau/render"
	"panonceau/render/cut"
	"panonceau/render/jpeg"
	"panonceau/render/pdf"
	"panonceau/render/png"
	"panonceau/render/rendertest"
	"panonceau/render/svg"
	"panonceau/render/tiff"
)

const (
	seed1 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
	seed2 = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

func keysOf(t testing.TB, lines ...string) attest.Keys {
	t.Helper()
	keys, err := attest.ParseKeys("k", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// An encoder writes a drawing in a format that can be signed.
type encoder struct {
	name   string
	format attest.Format
	encode func(io.Writer, *render.Drawing) error
}

var encoders = []encoder{
	{"svg", attest.SVG, func(w io.Writer, d *render.Drawing) error { return svg.Encode(w, d, svg.EncodeOptions{}) }},
	{"cut.svg", attest.SVG, cut.EncodeSVG},
	{"png", attest.PNG, func(w io.Writer, d *render.Drawing) error { return png.Encode(w, d, png.Options{}) }},
	{"jpeg", attest.JPEG, func(w io.Writer, d *render.Drawing) error { return jpeg.Encode(w, d, jpeg.Options{}) }},
	{"pdf", attest.PDF, func(w io.Writer, d *render.Drawing) error { return pdf.Encode(w, d, pdf.Options{}) }},
	{"pdf-x1a", attest.PDF, func(w io.Writer, d *render.Drawing) error { return pdf.Encode(w, d, pdf.Options{Preset: "x1a"}) }},
	{"tiff", attest.TIFF, func(w io.Writer, d *render.Drawing) error { return tiff.Encode(w, d, tiff.Options{DPI: 100}) }},
}

// drawing returns a picture of a holder, in opaque colours, that a key is to
// sign; the empty one: nobody.
func drawing(holder, key string) *render.Drawing {
	d := rendertest.Drawing(rendertest.Filled(rendertest.Badge().Page().Path(), rendertest.Ink))
	if holder == "Boé" {
		d.Root.Children = append(d.Root.Children, rendertest.Filled(rendertest.Badge().Page().Path().Transform(half), rendertest.Pale))
	}
	d.Unit = 1
	d.Title, d.Lang = "Label de "+holder, "fr"
	d.Meta = render.Meta{URL: "https://labels.example/tnl/holders/213801517/2025/logo.svg?a=1&b=2", Proof: "https://labels.example/c/CMQ1R5D6",
		Label: "Territoire Numérique Libre", Edition: "2025", Level: "label Or", LevelID: "or", Holder: holder, HolderID: "213801517", Code: "CMQ1R5D6",
		Issuer: "ADULLACT & amis", License: "CC-BY-4.0", Notice: "non officiel", Drawing: d.Digest(), Key: key}
	return d
}

func encode(t testing.TB, e encoder, d *render.Drawing) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := e.encode(&b, d); err != nil {
		t.Fatalf("%s: %v", e.name, err)
	}
	return b.Bytes()
}

func signed(t testing.TB, e encoder, d *render.Drawing, k attest.Key) []byte {
	t.Helper()
	b, err := attest.Sign(encode(t, e, d), k)
	if err != nil {
		t.Fatalf("%s: %v", e.name, err)
	}
	return b
}

func verify(t testing.TB, what string, file []byte, keys attest.Keys, want attest.Finding) *attest.Result {
	t.Helper()
	r, err := attest.Verify(file, keys, noon)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	if r.Finding != want {
		t.Errorf("%s: %v, want %v; %+v; %v", what, r.Finding, want, r.Claims, r.Doubt)
	}
	return r
}

// TestSign signs a file of each format, and finds in it what was said.
func TestSign(t *testing.T) {
	keys := keysOf(t, "k1 "+seed1)
	for _, e := range encoders {
		d := drawing("Échirolles", "k1")
		plain := encode(t, e, d)
		file := signed(t, e, d, keys[0])
		if len(file) != len(plain) || !bytes.Equal(file, signed(t, e, d, keys[0])) {
			t.Errorf("%s: %d bytes signed, %d not", e.name, len(file), len(plain))
		}
		r := verify(t, e.name, file, keys, attest.Signed)
		m, c := d.Meta, r.Claims
		if r.Format != e.format || r.Key.ID() != "k1" || c.Content != r.Content || len(c.Signature) != 86 {
			t.Errorf("%s: %+v", e.name, r)
		}
		c.Content, c.Signature = "", ""
		if want := (attest.Claims{URL: m.URL, Proof: m.Proof, Label: m.Label, Edition: m.Edition, Level: m.Level, LevelID: m.LevelID, Holder: m.Holder,
			HolderID: m.HolderID, Code: m.Code, Issuer: m.Issuer, License: m.License, Notice: m.Notice, Drawing: m.Drawing, Key: "k1"}); c != want {
			t.Errorf("%s: claims %+v\nwant %+v", e.name, c, want)
		}
	}
}

// TestForgeries tries what somebody could do to a file.
func TestForgeries(t *testing.T) {
	ours := keysOf(t, "k1 "+seed1, "k0 "+seed2+" until 2026-03-11")
	theirs := keysOf(t, "k1 "+seed2)
	for _, e := range encoders {
		good := signed(t, e, drawing("Échirolles", "k1"), ours[0])
		other := signed(t, e, drawing("Boé", "k1"), ours[0])
		unsigned := drawing("Échirolles", "")
		check := func(what string, file []byte, keys attest.Keys, want attest.Finding) {
			t.Helper()
			verify(t, e.name+", "+what, file, keys, want)
		}
		check("nobody signed", encode(t, e, unsigned), ours, attest.Unsigned)
		check("room for a signature, and none", encode(t, e, drawing("Échirolles", "k1")), ours, attest.Forged)
		check("of a key that is not known", good, ours[1:], attest.UnknownKey)
		check("without keys", good, nil, attest.UnknownKey)
		check("of a foreign key of the same name", signed(t, e, drawing("Échirolles", "k1"), theirs[0]), ours, attest.Forged)
		check("of a key that is no longer believed", signed(t, e, drawing("Échirolles", "k0"), ours[1]), ours, attest.ExpiredKey)
		check("another level", seal(e, bytes.Replace(good, []byte(">or<"), []byte(">ar<"), 1)), ours, attest.Forged)
		check("another holder's number", seal(e, bytes.Replace(good, []byte("213801517<"), []byte("214700312<"), 1)), ours, attest.Forged)
		check("another digest", seal(e, transplant(t, e, good, other, "content")), ours, attest.Forged)
		check("another signature", seal(e, transplant(t, e, good, other, "signature")), ours, attest.Forged)
		check("all of another file's metadata", moved(t, e, good, other), ours, attest.Altered)
		check("the other file", other, ours, attest.Signed)
	}
}

// TestAltered changes what is shown, byte by byte where a format has its own.
func TestAltered(t *testing.T) {
	keys := keysOf(t, "k1 "+seed1)
	for _, e := range encoders {
		good := signed(t, e, drawing("Échirolles", "k1"), keys[0])
		switch e.format {
		case attest.PNG:
			verify(t, "a pixel", repainted(t, good, color.NRGBA{1, 2, 3, 255}), keys, attest.Altered)
		case attest.SVG:
			for _, c := range []struct{ what, old, new string }{
				{"a style in the metadata", "</rdf:RDF>", "</rdf:RDF><style>path{fill:gold}</style>"},
				{"a style around", "</metadata>", "</metadata><style>path{fill:gold}</style>"},
				{"more at its end", "</svg>", "<rect width='9' height='9'/></svg>"},
				{"a title", "<title", "<title "},
			} {
				verify(t, c.what, bytes.Replace(good, []byte(c.old), []byte(c.new), 1), keys, attest.Altered)
			}
		default:
			for _, at := range []int{len(good) / 2, len(good) - 7} {
				b := bytes.Clone(good)
				b[at] ^= 1
				if r, err := attest.Verify(b, keys, noon); err == nil && r.Finding == attest.Signed {
					t.Errorf("%s: byte %d of %d may be another", e.name, at, len(good))
				}
			}
			verify(t, e.name+", more at its end", append(bytes.Clone(good), "\n%%EOF"...), keys, attest.Altered)
		}
	}
}

// TestHarmless does to files what tools do that lose nothing.
func TestHarmless(t *testing.T) {
	keys := keysOf(t, "k1 "+seed1)
	for _, e := range encoders {
		good := signed(t, e, drawing("Échirolles", "k1"), keys[0])
		switch e.format {
		case attest.PNG:
			for _, level := range []stdpng.CompressionLevel{stdpng.BestSpeed, stdpng.NoCompression} {
				verify(t, "compressed anew", recompressed(t, good, level), keys, attest.Signed)
			}
			verify(t, "with a comment", insert(good, chunkOf("tEXt", "Comment\x00hello")), keys, attest.Signed)
			verify(t, "with its gamma", insert(good, chunkOf("gAMA", "\x00\x00\xb1\x8f")), keys, attest.Signed)
			for kind, data := range map[string]string{"gAMA": "\x00\x00\xff\xff", "iCCP": "x\x00\x00x", "acTL": "\x00\x00\x00\x02\x00\x00\x00\x00", "cICP": "\x09\x10\x00\x01"} {
				r := verify(t, "with "+kind, insert(good, chunkOf(kind, data)), keys, attest.Altered)
				if r.Doubt == nil || !strings.Contains(r.Doubt.Error(), kind) {
					t.Errorf("%s: %v", kind, r.Doubt)
				}
			}
		case attest.SVG:
			verify(t, "moved to Windows", bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")), keys, attest.Signed)
		case attest.JPEG:
			comment := append([]byte("\xFF\xD8\xFF\xFE\x00\x07hello"), good[2:]...)
			verify(t, "with a comment", comment, keys, attest.Signed)
		}
	}
}

// TestContentIgnoresWhatNobodySees holds that colours without opacity are none.
func TestContentIgnoresWhatNobodySees(t *testing.T) {
	var sums []string
	for _, c := range []color.NRGBA{{}, {R: 200, G: 1, B: 9}} {
		m := image.NewNRGBA(image.Rect(0, 0, 4, 4))
		for i := range 16 {
			m.SetNRGBA(i%4, i/4, c)
		}
		m.SetNRGBA(1, 1, color.NRGBA{9, 9, 9, 128})
		var b bytes.Buffer
		if err := stdpng.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		sum, err := attest.Content(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		sums = append(sums, sum)
	}
	// Computed by another program.
	if want := "7c579791e34999251634e0b45153770fb13bca77dcecc771b84bc8a9b06edbd6"; sums[0] != want || sums[1] != want {
		t.Errorf("%v; want %s", sums, want)
	}
}

func TestSignErrors(t *testing.T) {
	k := keysOf(t, "k1 "+seed1, "k2 "+seed2)
	e := encoders[0]
	for what, file := range map[string][]byte{
		"no key was named": encode(t, e, drawing("Boé", "")), "another key was": encode(t, e, drawing("Boé", "k2")),
		"it says nothing": []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), "it is no picture": []byte("hello"),
	} {
		if _, err := attest.Sign(file, k[0]); err == nil {
			t.Errorf("%s, and it is signed", what)
		}
	}
}

// TestNotOurs reads files of others.
func TestNotOurs(t *testing.T) {
	big := make([]byte, attest.MaxFile+1)
	copy(big, "%PDF-1.6")
	for what, file := range map[string][]byte{
		"nothing": nil, "text": []byte("hello"), "a page": []byte("<!DOCTYPE html><html><p>svg"), "a GIF": []byte("GIF89a"),
		"half a PNG": []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"), "half a JPEG": []byte("\xFF\xD8\xFF\xE0\x00\x10JFIF"), "too much": big,
		"a PNG that says how long it is": []byte("\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDRxxxxxxxxxxxxxxxx"),
	} {
		if r, err := attest.Verify(file, nil, noon); !errors.Is(err, attest.ErrFormat) {
			t.Errorf("%s: %+v, %v", what, r, err)
		}
	}
	for what, file := range map[string]string{
		"an SVG": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
		"an SVG of Inkscape": `<?xml version="1.0"?><!-- x --><svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:metadata id="m"><rdf:RDF><cc:Work rdf:about="">` +
			`<dc:format>image/svg+xml</dc:format></cc:Work></rdf:RDF></svg:metadata></svg:svg>`,
		"a document type":  `<svg><metadata><!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF/></metadata></svg>`,
		"an entity":        `<svg><metadata><rdf:RDF>&a;</rdf:RDF></metadata></svg>`,
		"no end":           `<svg><metadata><rdf:RDF></metadata></svg>`,
		"a deep one":       `<svg><metadata>` + strings.Repeat("<a>", 1000) + `</metadata></svg>`,
		"a long one":       `<svg><metadata>` + strings.Repeat(" ", 200<<10) + `</metadata></svg>`,
		"said twice":       `<svg><metadata><rdf:Description><panonceau:code>A</panonceau:code><panonceau:code>B</panonceau:code></rdf:Description></metadata></svg>`,
		"a value too long": `<svg><metadata><rdf:Description><panonceau:code>` + strings.Repeat("A", 5000) + `</panonceau:code></rdf:Description></metadata></svg>`,
	} {
		if r := verify(t, what, []byte(file), nil, attest.Unmarked); len(r.Content) != 64 {
			t.Errorf("%s: content %q", what, r.Content)
		}
	}
	r := verify(t, "attributes, as Adobe writes them", []byte(`<svg><metadata><rdf:Description panonceau:code="CMQ1R5D6"/></metadata></svg>`), nil, attest.Unsigned)
	if r.Claims.Code != "CMQ1R5D6" {
		t.Errorf("%+v", r.Claims)
	}
}

func FuzzVerify(f *testing.F) {
	keys := keysOf(f, "k1 "+seed1)
	for _, e := range encoders {
		if file := signed(f, e, drawing("Boé", "k1"), keys[0]); len(file) < 20<<10 { // without a profile of colours
			f.Add(file)
		}
	}
	good := make(map[string]bool)
	for _, e := range encoders {
		r, err := attest.Verify(signed(f, e, drawing("Boé", "k1"), keys[0]), keys, noon)
		if err != nil {
			f.Fatal(err)
		}
		good[r.Content] = true
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := attest.Verify(data, keys, noon)
		if err == nil && r.Finding == attest.Signed && !good[r.Content] {
			t.Fatalf("signed by nobody: %+v", r)
		}
		if err == nil && r.Finding > attest.Unmarked {
			attest.Sign(data, keys[0])
		}
	})
}
