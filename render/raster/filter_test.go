package raster

import (
	"image"
	"math"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// filter returns shape with a filter over the whole of a picture of 64 by 64.
func filter(shape render.Node, effects ...render.Effect) *render.Drawing {
	g := render.NewGroup(shape)
	g.Filter = &render.Filter{Region: geom.RectWH(0, 0, 64, 64), Matrix: geom.Identity, Effects: effects}
	return drawing(64, 64, g)
}

// common is the region of the effects of filter.
var common = render.EffectCommon{Region: geom.RectWH(0, 0, 64, 64)}

func TestBlurSpreads(t *testing.T) {
	disc := filled(circle(32, 32, 8), red)
	before := sum(paint(t, drawing(64, 64, disc), 64, 64))
	for _, s := range []float64{0.3, 1, 1.9, 2, 2.5, 3, 5.2} {
		img := paint(t, filter(disc, &render.GaussianBlur{EffectCommon: common, In: render.SourceGraphic, X: s, Y: s}), 64, 64)
		if after := sum(img); math.Abs(after-before) > 0.02*before {
			t.Errorf("deviation %g: opacity of %.1f pixels became %.1f", s, before, after)
		}
		// The variance of the opacity along x grows by s².
		var m0, m2 float64
		for i := 3; i < len(img.Pix); i += 4 {
			x, a := float64(i/4%64)-31.5, float64(img.Pix[i])
			m0, m2 = m0+a, m2+a*x*x
		}
		want := 16 + s*s // that of a disc is r²/4
		if got := m2 / m0; math.Abs(got-want) > 0.06*want {
			t.Errorf("deviation %g: variance %.2f, want %.2f", s, got, want)
		}
	}
}

// What effects have in common with simpler pictures.
func TestEffects(t *testing.T) {
	disc := filled(circle(24, 24, 10), red)
	moved := filled(circle(30, 20, 10), red)
	frame := filled(rect(0, 0, 64, 64), blue)
	source := render.SourceGraphic
	at := func(x, y, w, h float64) render.EffectCommon {
		return render.EffectCommon{Region: geom.RectWH(x, y, w, h)}
	}
	identity := [20]float64{0: 1, 6: 1, 12: 1, 18: 1}
	toBlue := [20]float64{10: 1, 18: 1} // what was red is blue
	for _, tt := range []struct {
		name    string
		effects []render.Effect
		want    []render.Node
	}{
		{"no effect", nil, nil},
		{"offset", []render.Effect{&render.Offset{EffectCommon: common, In: source, DX: 6, DY: -4}}, []render.Node{moved}},
		{"no blur", []render.Effect{&render.GaussianBlur{EffectCommon: common, In: source}}, []render.Node{disc}},
		{"flood", []render.Effect{&render.Flood{EffectCommon: at(8, 8, 30, 20), Color: blue.RGB, Opacity: 1}},
			[]render.Node{filled(rect(8, 8, 30, 20), blue)}},
		{"merge", []render.Effect{
			&render.Flood{EffectCommon: common, Color: blue.RGB, Opacity: 1},
			&render.Offset{EffectCommon: common, In: source, DX: 6, DY: -4},
			&render.Merge{EffectCommon: common, In: []render.Input{0, source, 1}},
		}, []render.Node{frame, disc, moved}},
		{"over", []render.Effect{
			&render.Offset{EffectCommon: common, In: source, DX: 6, DY: -4},
			&render.Composite{EffectCommon: common, In: source, Under: 0, Operator: render.CompositeOver},
		}, []render.Node{moved, disc}},
		{"arithmetic", []render.Effect{
			&render.Composite{EffectCommon: common, In: source, Under: source, Operator: render.CompositeArithmetic, K: [4]float64{0, 0.25, 0.75, 0}},
		}, []render.Node{disc}},
		{"identity matrix", []render.Effect{&render.ColorMatrix{EffectCommon: common, In: source, Matrix: identity}}, []render.Node{disc}},
		{"linear light and back", []render.Effect{&render.ColorMatrix{
			EffectCommon: render.EffectCommon{Region: common.Region, LinearRGB: true}, In: source, Matrix: identity}}, []render.Node{disc}},
		{"swapped channels", []render.Effect{&render.ColorMatrix{EffectCommon: common, In: source, Matrix: toBlue}},
			[]render.Node{filled(circle(24, 24, 10), blue)}},
		{"transfer", []render.Effect{&render.ComponentTransfer{EffectCommon: common, In: source,
			R: render.Transfer{Kind: render.TransferTable, Table: []float64{1, 0}},
			B: render.Transfer{Kind: render.TransferLinear, Slope: 0, Offset: 1},
		}}, []render.Node{filled(circle(24, 24, 10), blue)}},
		{"hard shadow", []render.Effect{&render.DropShadow{EffectCommon: common, In: source, DX: 6, DY: -4, Color: red.RGB, Opacity: 1}},
			[]render.Node{moved, disc}},
		{"normal blend", []render.Effect{
			&render.Flood{EffectCommon: common, Color: blue.RGB, Opacity: 1},
			&render.Blend{EffectCommon: common, In: source, Under: 0},
		}, []render.Node{frame, disc}},
	} {
		got := paint(t, filter(disc, tt.effects...), 64, 64)
		want := paint(t, drawing(64, 64, tt.want...), 64, 64)
		t.Run(tt.name, func(t *testing.T) { same(t, got, want, 1) })
	}
}

func TestMorphology(t *testing.T) {
	square := filled(rect(20, 20, 20, 20), red)
	for _, tt := range []struct {
		dilate bool
		x, y   float64
		want   *geom.Path
	}{
		{true, 3, 2, rect(17, 18, 26, 24)},
		{false, 3, 2, rect(23, 22, 14, 16)},
		{true, 0, 2, rect(20, 18, 20, 24)},
		{false, 0, 0, rect(20, 20, 20, 20)},
		{true, 1e9, 1e9, rect(0, 0, 64, 64)},
		{false, 1e9, 1, rect(0, 0, 0, 0)},
	} {
		got := paint(t, filter(square, &render.Morphology{EffectCommon: common, In: render.SourceGraphic, Dilate: tt.dilate, X: tt.x, Y: tt.y}), 64, 64)
		same(t, got, paint(t, drawing(64, 64, filled(tt.want, red)), 64, 64), 0)
	}
}

func TestTile(t *testing.T) {
	tile := render.EffectCommon{Region: geom.RectWH(8, 8, 16, 8)}
	got := paint(t, filter(filled(rect(8, 8, 8, 8), red),
		&render.Offset{EffectCommon: tile, In: render.SourceGraphic},
		&render.Tile{EffectCommon: common, In: 0}), 64, 64)
	want := new(geom.Path)
	for i := range 5 {
		want.Append(rect(float64(16*i)-8, 0, 8, 64))
	}
	same(t, got, paint(t, drawing(64, 64, filled(want, red)), 64, 64), 0)
}

// A shadow is cut at the region, not before it is moved there.
func TestShadowNearTheEdge(t *testing.T) {
	d := filter(filled(rect(0, 0, 64, 64), red), &render.DropShadow{
		EffectCommon: common, In: render.SourceGraphic, DX: 30, X: 1, Y: 1, Color: blue.RGB, Opacity: 1})
	d.Root.Children[0].(*render.Group).Filter.Region = geom.RectWH(0, 0, 40, 64)
	img := paint(t, d, 64, 64)
	if c := img.NRGBAAt(39, 32); c.A != 255 {
		t.Errorf("at the edge the shadow is %v", c)
	}
}

func BenchmarkBlur(b *testing.B) {
	l := (&shelf{}).take(image.Rect(0, 0, 512, 512))
	for i := range l.pix {
		l.pix[i] = pixel(i) * 0x0001000100010001
	}
	for b.Loop() {
		l.blur(6, 6)
	}
}
