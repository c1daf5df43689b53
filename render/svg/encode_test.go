package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/rendertest"
)

func encode(w io.Writer, d *render.Drawing) error { return Encode(w, d, EncodeOptions{}) }

// encoded returns d as a document that has passed checkDocument.
func encoded(t testing.TB, d *render.Drawing, o EncodeOptions) string {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, d, o); err != nil {
		t.Fatal(err)
	}
	if err := checkDocument(b.Bytes()); err != nil {
		t.Errorf("%v in\n%s", err, b.Bytes())
	}
	return b.String()
}

func TestEncodeConformance(t *testing.T) { rendertest.TestEncoder(t, encode) }

// elements are those a served picture may hold.
var elements = map[string]bool{
	"svg": true, "title": true, "desc": true, "metadata": true, "style": true, "defs": true,
	"g": true, "path": true, "use": true, "image": true, "stop": true,
	"linearGradient": true, "radialGradient": true, "pattern": true, "clipPath": true, "mask": true, "filter": true,
}

// checkDocument parses an SVG document, and checks that it holds no other
// elements than those above, that identifiers are unique and that references
// lead to them.
func checkDocument(doc []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(doc))
	ids, refs := map[string]bool{}, map[string]bool{}
	rdf := 0
	for {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.Directive:
			return errors.New("a directive")
		case xml.EndElement:
			if token.Name.Local == "metadata" {
				rdf--
			}
		case xml.StartElement:
			name := token.Name.Local
			if !elements[name] && !strings.HasPrefix(name, "fe") && rdf == 0 {
				return errors.New("element " + name)
			}
			if name == "metadata" {
				rdf++
			}
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id":
					if ids[a.Value] {
						return errors.New("two elements with id " + a.Value)
					}
					ids[a.Value] = true
				case a.Name.Local == "href" && strings.HasPrefix(a.Value, "#"):
					refs[a.Value[1:]] = true
				case a.Name.Local == "href" && !strings.HasPrefix(a.Value, "data:image/"):
					return errors.New("reference to " + a.Value)
				case strings.HasPrefix(a.Value, "url(#"):
					refs[a.Value[5:len(a.Value)-1]] = true
				case a.Name.Local == "aria-labelledby":
					for id := range strings.FieldsSeq(a.Value) {
						refs[id] = true
					}
				}
			}
		}
	}
	for id := range refs {
		if !ids[id] {
			return errors.New("no element with id " + id)
		}
	}
	return nil
}

func TestEncodeSamples(t *testing.T) {
	for _, s := range rendertest.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			encoded(t, s.Drawing, EncodeOptions{})
		})
	}
}

func TestEncodeSize(t *testing.T) {
	for _, c := range []struct {
		name    string
		w, h, u float64
		o       EncodeOptions
		want    string
	}{
		{"pixels", 120, 20, render.Pixel, EncodeOptions{}, `width="120" height="20" viewBox="0 0 120 20"`},
		{"millimetres", 500, 700, 1, EncodeOptions{}, `width="500mm" height="700mm" viewBox="0 0 500 700"`},
		{"tenths of millimetres", 850, 550, .1, EncodeOptions{}, `width="85mm" height="55mm" viewBox="0 0 850 550"`},
		{"double pixels", 10, 20, 2 * render.Pixel, EncodeOptions{}, `width="20" height="40" viewBox="0 0 10 20"`},
		{"no unit", 10, 20, 0, EncodeOptions{}, `width="10" height="20" viewBox="0 0 10 20"`},
		{"width", 500, 700, 1, EncodeOptions{Width: 250}, `width="250" height="350" viewBox="0 0 500 700"`},
		{"height", 500, 700, 1, EncodeOptions{Height: 350}, `width="250" height="350" viewBox="0 0 500 700"`},
		{"both", 500, 700, 1, EncodeOptions{Width: 10, Height: 20.5}, `width="10" height="20.5" viewBox="0 0 500 700"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &render.Drawing{Width: c.w, Height: c.h, Unit: c.u, Root: render.NewGroup()}
			if got := encoded(t, d, c.o); !strings.Contains(got, c.want) {
				t.Errorf("no %s in\n%s", c.want, got)
			}
		})
	}
	for _, o := range []EncodeOptions{{Width: -1}, {Height: 2e9}} {
		if err := Encode(io.Discard, rendertest.Drawing(), o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

func TestEncodeInline(t *testing.T) {
	d := rendertest.Drawing()
	if doc := encoded(t, d, EncodeOptions{}); !strings.HasPrefix(doc, "<?xml version") {
		t.Errorf("no declaration in\n%s", doc)
	}
	if doc := encoded(t, d, EncodeOptions{Inline: true}); !strings.HasPrefix(doc, "<svg ") {
		t.Errorf("inline document does not begin with its root:\n%s", doc)
	}
}

// Two pictures in one page must not refer to each other's elements, and the
// same picture twice may.
func TestEncodeIdentifiers(t *testing.T) {
	gradient := func(c render.Color) string {
		g := &render.LinearGradient{P1: geom.Pt(60, 0), Matrix: geom.Identity, Stops: []render.Stop{{Color: c}, {Offset: 1}}}
		return encoded(t, rendertest.Drawing(rendertest.Filled(geom.RectWH(0, 0, 9, 9).Path(), g)), EncodeOptions{Inline: true})
	}
	red, again, ink := gradient(rendertest.Red), gradient(rendertest.Red), gradient(rendertest.Ink)
	if red != again {
		t.Errorf("the same picture differs:\n%s\n%s", red, again)
	}
	if err := checkDocument([]byte("<svg>" + red + ink + "</svg>")); err != nil {
		t.Errorf("two pictures in one page: %v", err)
	}
}

func TestEncodeDefinesOnce(t *testing.T) {
	pair := rendertest.Drawing()
	for range 3 {
		g := &render.LinearGradient{P1: geom.Pt(60, 0), Matrix: geom.Identity, Stops: []render.Stop{{}, {Offset: 1}}}
		c := render.NewGroup(rendertest.Filled(geom.RectWH(0, 0, 9, 9).Path(), g))
		c.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: geom.RectWH(0, 0, 5, 5).Path()}}}
		pair.Root.Children = append(pair.Root.Children, c)
	}
	doc := encoded(t, pair, EncodeOptions{})
	for _, element := range []string{"<linearGradient", "<clipPath"} {
		if n := strings.Count(doc, element); n != 1 {
			t.Errorf("%d of %s, want 1, in\n%s", n, element, doc)
		}
	}
}

func TestEncodeDark(t *testing.T) {
	s := rendertest.Filled(geom.RectWH(0, 0, 9, 9).Path(), rendertest.Night)
	s.Stroke = rendertest.Stroked(nil, rendertest.Night).Stroke
	doc := encoded(t, rendertest.Drawing(s), EncodeOptions{})
	for _, want := range []string{
		"f1{fill:#eef}", "s1{stroke:#eef}", `fill="#223"`, `stroke="#223"`, "@media(prefers-color-scheme:dark){",
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in\n%s", want, doc)
		}
	}
	if strings.Contains(doc, "stop-color") {
		t.Errorf("a rule that nothing needs in\n%s", doc)
	}
}

func TestEncodeLayers(t *testing.T) {
	layer := func(l render.Layer, x float64) *render.Group {
		g := render.NewGroup(rendertest.Filled(geom.RectWH(x, 0, 5, 5).Path(), rendertest.Ink))
		g.Layer = l
		return g
	}
	art := rendertest.Filled(geom.RectWH(1, 1, 5, 5).Path(), rendertest.Red)
	d := rendertest.Drawing(art, layer(render.LayerSpecimen, 10), layer(render.LayerCut, 20), layer(render.LayerProof, 30))
	for _, c := range []struct {
		name   string
		layers []render.Layer
		want   []string
	}{
		{"seen", nil, []string{"#c8102e", "m10 0"}},
		{"cut", []render.Layer{render.LayerCut}, []string{"m20 0"}},
		{"two", []render.Layer{render.LayerCut, render.LayerArt}, []string{"#c8102e", "m20 0"}},
		{"none", []render.Layer{}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := encoded(t, d, EncodeOptions{Layers: c.layers})
			if got := strings.Count(doc, "<path"); got != len(c.want) {
				t.Errorf("%d paths, want %d, in\n%s", got, len(c.want), doc)
			}
			for _, want := range c.want {
				if !strings.Contains(doc, want) {
					t.Errorf("no %s in\n%s", want, doc)
				}
			}
		})
	}
}

func TestEncodeMetadata(t *testing.T) {
	d := rendertest.Drawing()
	if doc := encoded(t, d, EncodeOptions{}); strings.Contains(doc, "<metadata") {
		t.Errorf("metadata of a drawing without Meta:\n%s", doc)
	}
	d.Meta = render.Meta{URL: "https://example.org/?a=1&b=2", Holder: "L'Haÿ-les-Roses", Specimen: true}
	doc := encoded(t, d, EncodeOptions{})
	for _, want := range []string{
		"<dc:identifier>https://example.org/?a=1&amp;b=2</dc:identifier>",
		"<panonceau:holder>L'Haÿ-les-Roses</panonceau:holder>",
		"<panonceau:specimen>True</panonceau:specimen>",
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in\n%s", want, doc)
		}
	}
	if strings.Contains(doc, "dc:rights") {
		t.Errorf("an empty field in\n%s", doc)
	}
}

// A shared outline must take fewer bytes than the outlines it stands for.
func TestEncodeSharedGlyphs(t *testing.T) {
	text := func(words int) *render.Drawing {
		n := &render.Text{Fill: &render.Fill{Paint: rendertest.Ink, Opacity: 1}}
		for range words {
			n.Glyphs = append(n.Glyphs, rendertest.Word(float64(len(n.Glyphs)), 20, .0123)...)
		}
		return rendertest.Drawing(n)
	}
	eight := encoded(t, text(8), EncodeOptions{})
	if !strings.Contains(eight, "<use") {
		t.Errorf("24 equal glyphs are not shared:\n%s", eight)
	}
	separate := rendertest.Drawing()
	for _, g := range text(8).Root.Children[0].(*render.Text).Glyphs {
		separate.Root.Children = append(separate.Root.Children,
			rendertest.Filled(g.Outline.Transform(g.Matrix), rendertest.Ink))
	}
	if inline := encoded(t, separate, EncodeOptions{}); len(inline) < len(eight) {
		t.Errorf("shared: %d bytes, not shared: %d", len(eight), len(inline))
	}
}
