// Package rendertest holds pictures that exercise every kind of node and every
// field of a Drawing once, and the tests that every encoder must pass.
package rendertest

import (
	"bytes"
	"errors"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// An Encoder writes a drawing in some format.
type Encoder func(io.Writer, *render.Drawing) error

// TestEncoder checks what all encoders have in common:
//
//   - each node, and each of its fields, leaves a mark on what is written;
//   - the same drawing gives the same bytes, and is left as it was;
//   - the first error of the writer is returned;
//   - deep, huge and empty drawings are written, and broken ones do no harm.
//
// The format lacks what the samples named in lacks are about: those are refused
// or leave no mark. A name may end in an asterisk, which stands for anything.
func TestEncoder(t *testing.T, encode Encoder, lacks ...string) {
	t.Run("Samples", func(t *testing.T) { testSamples(t, encode, lacks) })
	t.Run("Layers", func(t *testing.T) { testLayers(t, encode) })
	t.Run("WriterError", func(t *testing.T) { testWriterError(t, encode) })
	t.Run("Extremes", func(t *testing.T) { testExtremes(t, encode) })
	t.Run("Broken", func(t *testing.T) { testBroken(t, encode) })
}

// testSamples checks that every sample differs from what it would be without
// the field that it is about, and that those in lacks do not.
func testSamples(t *testing.T, encode Encoder, lacks []string) {
	untouched := Samples()
	for i, s := range Samples() {
		t.Run(s.Name, func(t *testing.T) {
			with, err := written(encode, s.Drawing)
			lacking := listed(lacks, s.Name)
			if err != nil && lacking {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if again, err := written(encode, s.Drawing); err != nil || !bytes.Equal(with, again) {
				t.Errorf("the second encoding differs from the first, error %v", err)
			}
			if !reflect.DeepEqual(s.Drawing, untouched[i].Drawing) {
				t.Errorf("the drawing was modified")
			}
			without, err := written(encode, s.Without)
			if err != nil {
				t.Fatalf("without %s: %v", s.Name, err)
			}
			same := bytes.Equal(with, without)
			if same && !lacking {
				t.Errorf("%s leaves no mark on what is written", s.Name)
			}
			if !same && lacking {
				t.Errorf("%s leaves a mark, although the format is said to lack it", s.Name)
			}
		})
	}
}

func listed(patterns []string, name string) bool {
	for _, p := range patterns {
		if prefix, ok := strings.CutSuffix(p, "*"); p == name || ok && strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

func written(encode Encoder, d *render.Drawing) ([]byte, error) {
	var b bytes.Buffer
	err := encode(&b, d)
	return b.Bytes(), err
}

// testLayers checks that the layers meant for eyes are written. What becomes of
// technical layers depends on the format.
func testLayers(t *testing.T, encode Encoder) {
	layer := func(l render.Layer) []byte {
		g := render.NewGroup(Filled(square(), Ink))
		g.Layer = l
		b, err := written(encode, Drawing(Filled(ground(), Pale), g))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	nothing, err := written(encode, Drawing(Filled(ground(), Pale)))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []render.Layer{render.LayerSpecimen, render.LayerEngrave} {
		if bytes.Equal(layer(l), nothing) {
			t.Errorf("layer %q is missing", l)
		}
	}
}

// testWriterError has the writer fail after so many bytes.
func testWriterError(t *testing.T, encode Encoder) {
	d := Drawing(Filled(square(), Ink))
	full, err := written(encode, d)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, len(full) / 2, len(full) - 1} {
		w := &failingWriter{left: n}
		if err := encode(w, d); !errors.Is(err, errFull) {
			t.Errorf("writer that takes %d of %d bytes: error %v, want %v", n, len(full), err, errFull)
		}
		if w.after > 0 {
			t.Errorf("writer that takes %d bytes: %d writes after the error", n, w.after)
		}
	}
}

var errFull = errors.New("the disk is full")

type failingWriter struct {
	left, after int
	failed      bool
}

func (w *failingWriter) Write(p []byte) (int, error) {
	if w.failed {
		w.after++
	}
	if len(p) > w.left {
		n := w.left
		w.left, w.failed = 0, true
		return n, errFull
	}
	w.left -= len(p)
	return len(p), nil
}

// testExtremes writes drawings that are unusual and right.
func testExtremes(t *testing.T, encode Encoder) {
	deep := render.NewGroup(Filled(square(), Ink))
	for range 500 {
		deep = render.NewGroup(deep)
	}
	deepOpacity := render.NewGroup(Filled(square(), Ink))
	for range 500 {
		deepOpacity = render.NewGroup(deepOpacity)
		deepOpacity.Opacity = .999
	}
	point := new(geom.Path)
	point.MoveTo(geom.Pt(1, 1))
	dot := new(geom.Path)
	dot.MoveTo(geom.Pt(5, 5))
	dot.LineTo(geom.Pt(5, 5))
	for _, c := range []struct {
		name  string
		nodes []render.Node
	}{
		{"nothing", nil},
		{"empty group", []render.Node{render.NewGroup()}},
		{"500 groups deep", []render.Node{deep}},
		{"500 translucent groups deep", []render.Node{deepOpacity}},
		{"empty path", []render.Node{Filled(new(geom.Path), Ink)}},
		{"nil path", []render.Node{Filled(nil, Ink)}},
		{"neither filled nor stroked", []render.Node{&render.Shape{Path: square()}}},
		{"only a move", []render.Node{Filled(point, Ink), Stroked(point, Ink)}},
		{"line of no length", []render.Node{Filled(dot, Ink), Stroked(dot, Ink)}},
		{"huge coordinates", []render.Node{Filled(geom.Rect{X0: -1e7, Y0: -1e7, X1: 1e7, Y1: 1e7}.Path(), Ink)}},
		{"far away", []render.Node{Filled(geom.RectWH(1e7, 1e7, 10, 10).Path(), Ink)}},
		{"text without glyphs", []render.Node{&render.Text{String: " ", Fill: solid(Ink)}}},
		{"text without fill", []render.Node{&render.Text{String: "a", Glyphs: Word(5, 5, .01)}}},
		{"empty outline", []render.Node{&render.Text{String: " ", Fill: solid(Ink), Glyphs: []render.Glyph{{Outline: new(geom.Path), Matrix: geom.Identity}}}}},
		{"empty clip", []render.Node{&render.Group{Opacity: 1, Clip: new(render.Clip), Children: []render.Node{Filled(square(), Ink)}}}},
		{"empty mask", []render.Node{&render.Group{Opacity: 1, Mask: &render.Mask{Content: render.NewGroup()}, Children: []render.Node{Filled(square(), Ink)}}}},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			if _, err := written(encode, Drawing(c.nodes...)); err != nil {
				t.Error(err)
			}
		})
	}
}

// testBroken writes what must not be in a Drawing. An error is as good as any
// output: only a panic is wrong.
func testBroken(t *testing.T, encode Encoder) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 1e300, -1e300, 5e-324} {
		p := new(geom.Path)
		p.MoveTo(geom.Pt(v, 1))
		p.LineTo(geom.Pt(10, v))
		p.CubeTo(geom.Pt(v, v), geom.Pt(3, v), geom.Pt(v, 5))
		p.Close()
		stroke := Stroked(p, Ink)
		stroke.Stroke.Width = v
		clipped := render.NewGroup(Filled(p, Ink))
		clipped.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: p}}}
		clipped.Opacity = v
		_, _ = written(encode, Drawing(Filled(p, Ink), stroke, clipped))

		d := Drawing(Filled(square(), Ink))
		d.Width, d.Height, d.Unit = v, v, v
		_, _ = written(encode, d)
	}
	rootless := Drawing()
	rootless.Root = nil
	_, _ = written(encode, rootless)
}
