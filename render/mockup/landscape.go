package mockup

import (
	"image"

	"github.com/disintegration/imaging"
	"golang.org/x/image/draw"
)

// Noises of the landscape.
const (
	cloud noise = iota + 61
	cloudEdge
	ridge
	wood
	parcel
	meadow
	meadowFine
)

// A hill is one line of the country behind a sign. Lengths are for a picture
// 1200 pixels wide.
type hill struct {
	base, rise  int // height above the horizon, and how much it varies
	wave        int // length of its waves
	top, bottom rgb
}

// hills go from the farthest to the nearest, each a little less blue.
var hills = [...]hill{
	{base: 92, rise: 62, wave: 420, top: rgb{146, 172, 192}, bottom: rgb{168, 190, 200}},
	{base: 46, rise: 40, wave: 300, top: rgb{112, 146, 140}, bottom: rgb{140, 168, 146}},
	{base: 16, rise: 22, wave: 170, top: rgb{62, 94, 60}, bottom: rgb{86, 118, 66}},
}

var (
	zenith  = rgb{84, 142, 202}
	haze    = rgb{214, 229, 238}
	wheat   = rgb{206, 188, 116}
	pasture = [2]rgb{{150, 172, 92}, {86, 118, 50}} // far and near
)

// landscape draws fields under a summer sky, out of focus: it is drawn small,
// blurred and enlarged, as nothing in it is sharp.
func (s *scene) landscape() {
	const reduced = 4
	size := s.Rect.Size()
	small := newScene(image.Pt(size.X/reduced+1, size.Y/reduced+1))
	small.unit = s.unit / reduced
	horizon := small.Rect.Dy() * 66 / 100
	for x := range small.Rect.Dx() {
		small.sky(x, horizon)
		for i, h := range hills {
			small.hill(x, horizon, noise(int(ridge)+10*i), h)
		}
		small.fields(x, horizon)
	}
	soft := imaging.Blur(small.NRGBA, float64(4*small.unit)+0.5)
	// Everything is opaque, so premultiplied pixels are the same.
	to := &image.RGBA{Pix: s.Pix, Stride: s.Stride, Rect: s.Rect}
	draw.ApproxBiLinear.Scale(to, s.Rect, soft, soft.Rect, draw.Src, nil)
}

// sky draws a column of sky with clouds, flatter near the horizon.
func (s *scene) sky(x, horizon int) {
	for y := range horizon {
		depth := y * one / horizon
		c := zenith.mix(haze, times(depth, 2*one-depth))
		w, h := s.px(float64(420-depth*240/one)), s.px(float64(130-depth*90/one))
		puff := cloud.smooth(x, y, w, h)*6/10 + cloudEdge.smooth(x, y, max(1, w/3), max(1, h/3))*3/10 +
			cloudEdge.smooth(x+777, y, max(1, w/8), max(1, h/8))*2/10
		s.put(x, y, c.mix(rgb{252, 252, 252}, times(step(-one*2/100, one*52/100, puff), one*86/100)))
	}
}

// hill draws a column of h.
func (s *scene) hill(x, horizon int, n noise, h hill) {
	wave := n.smooth(x, 0, s.px(float64(h.wave)), 1)*7/10 + n.smooth(x, 3, s.px(float64(h.wave)/3), 1)*3/10
	trees := abs(wood.smooth(x, int(n), s.px(14), 1)) * 5
	top := horizon - s.px(float64(h.base)) - int(float64(wave*h.rise+trees)*s.unit)/one
	for y := max(top, 0); y < horizon+s.px(4); y++ {
		f := (y - top) * one / max(1, horizon+s.px(4)-top)
		spot := wood.smooth(x, y, s.px(18), s.px(10)) / 14
		s.put(x, y, h.top.mix(h.bottom, f).lit(spot))
	}
}

// fields draws a column of the ground, from the horizon to the feet of the
// viewer.
func (s *scene) fields(x, horizon int) {
	bottom := s.Rect.Dy()
	for y := horizon; y < bottom; y++ {
		near := (y - horizon) * one / (bottom - horizon)
		w, h := s.px(float64(60+near*160/one)), s.px(float64(5+near*26/one))
		spot := meadow.smooth(x, y, w, h)/12 + meadowFine.smooth(x, y, max(1, w/6), max(1, h/4))/14
		// Parcels far away are crops of several colours.
		row := step(0, one, min(near*2, one)) * 5 / one
		column := floorDiv(x+int(parcel)*row*s.px(70)+(y-horizon)*2, s.px(float64(190+row*90)))
		crop := times(parcel.grain(column, row)/2+one/2, one-min(near*2, one))
		c := pasture[0].mix(pasture[1], near).mix(wheat, crop*8/10)
		s.put(x, y, c.lit(spot))
	}
}
