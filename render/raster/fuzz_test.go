package raster

import (
	"encoding/binary"
	"math"
	"testing"

	"panonceau/render"
	"panonceau/render/geom"
)

// FuzzDraw draws a path of whatever numbers, filled and stroked with whatever
// paint, clipped by itself.
func FuzzDraw(f *testing.F) {
	f.Add([]byte{}, uint16(0))
	f.Add([]byte("\x01the quick brown fox\x03 jumps over the lazy dog and on\x04"), uint16(0xffff))
	for i, v := range []float64{0, 1, -7.5, 1e9, math.MaxFloat64, math.Inf(1), math.NaN(), 5e-324} {
		var b []byte
		for op := range 12 {
			b = append(b, byte(op))
			for range 6 {
				b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v*float64(op%5-2)))
			}
		}
		f.Add(b, uint16(i*0x1357))
	}
	f.Fuzz(func(t *testing.T, data []byte, kind uint16) {
		next := func() float64 {
			var b [8]byte
			data = data[copy(b[:], data):]
			return math.Float64frombits(binary.LittleEndian.Uint64(b[:]))
		}
		pt := func() geom.Point { return geom.Pt(next(), next()) }
		p := new(geom.Path)
		p.MoveTo(pt())
		for range 64 {
			if len(data) == 0 {
				break
			}
			op := data[0]
			data = data[1:]
			switch op % 5 {
			case 0:
				p.MoveTo(pt())
			case 1:
				p.LineTo(pt())
			case 2:
				p.QuadTo(pt(), pt())
			case 3:
				p.CubeTo(pt(), pt(), pt())
			case 4:
				p.Close()
			}
		}
		v := next()
		m := geom.Matrix{A: 1, B: v, C: 1 / v, D: 2, E: v, F: -v}
		stops := []render.Stop{{Offset: v, Color: red, Opacity: v}, {Offset: 1, Color: blue, Opacity: 1}}
		inks := []render.Paint{
			red,
			&render.LinearGradient{P0: geom.Pt(v, 1), P1: geom.Pt(3, v), Matrix: m, Spread: render.Spread(kind>>4) % 3, Stops: stops},
			&render.RadialGradient{C: geom.Pt(v, 1), R: 3, F: geom.Pt(0, 2), FR: 1 / v, Matrix: m, Stops: stops},
			&render.Pattern{Tile: geom.RectWH(0, 0, 4, v), Matrix: m, Content: render.NewGroup(filled(circle(2, 2, 2), blue))},
		}
		s := filled(p, inks[kind%4])
		s.Fill.Rule = render.FillRule(kind>>2) % 2
		s.Stroke = &render.Stroke{Paint: inks[(kind>>6)%4], Opacity: v, StrokeStyle: geom.StrokeStyle{
			Width: next(), Cap: geom.Cap(kind>>8) % 3, Join: geom.Join(kind>>10) % 5, MiterLimit: next(),
			Dash: []float64{next(), 3}, DashOffset: v,
		}}
		g := render.NewGroup(s)
		g.Opacity, g.Blend = v, render.BlendMode(kind>>12)
		if kind&8 != 0 {
			g.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: p}}}
		}
		if kind&128 != 0 {
			g.Filter = &render.Filter{Region: geom.RectWH(v, -5, 50, 60), Matrix: geom.Identity, Effects: []render.Effect{
				&render.GaussianBlur{EffectCommon: render.EffectCommon{Region: geom.RectWH(-1, -1, 40, v)}, In: render.SourceGraphic, X: v, Y: 2},
				&render.DropShadow{EffectCommon: render.EffectCommon{Region: geom.RectWH(-1, -1, 40, 40)}, In: 0, DX: v, X: 1, Opacity: v},
			}}
		}
		for _, sampling := range []Sampling{ExactArea, FourByFour} {
			if _, err := Draw(drawing(32, 24, g), 40, 30, Options{Sampling: sampling}); err != nil {
				t.Error(err)
			}
		}
	})
}
