package main

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	_ "image/png" // what peers write
	"math"
	"sync"

	"panonceau/catalog"
	"panonceau/fonts"
	"panonceau/press"
	"panonceau/render"
	"panonceau/render/png"
	"panonceau/render/raster"
	"panonceau/render/svg"
	"panonceau/render/text"
)

// bundled is the catalog within the program.
var bundled = sync.OnceValues(func() (*catalog.Catalog, error) { return catalog.Load(catalog.Sources{}) })

// faces are the fonts of drawings that have text, as convert has them.
var faces = sync.OnceValues(func() (*text.Collection, error) { return text.Load(fonts.FS, fonts.Import()) })

// read reads an SVG file as convert does.
func read(name string, data []byte) (*render.Drawing, error) {
	set, err := faces()
	if err != nil {
		return nil, err
	}
	d, _, err := svg.Decode(data, svg.DecodeOptions{Name: name, Fonts: svg.ShaperOf(set)})
	return d, err
}

// pixels draws d so many pixels wide.
func pixels(d *render.Drawing, width int) (*image.NRGBA, error) {
	w, h, err := png.Size(d, png.Options{Width: width})
	if err != nil {
		return nil, err
	}
	return raster.Draw(d, w, h, raster.Options{})
}

// picture draws d on white.
func picture(d *render.Drawing, width int) (*image.RGBA, error) {
	m, err := pixels(d, width)
	if err != nil {
		return nil, err
	}
	return onWhite(m), nil
}

func onWhite(m image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: m.Bounds().Size()})
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Over)
	return out
}

// order looks up what an address asks for.
func order(address string) (*catalog.Order, error) {
	c, err := bundled()
	if err != nil {
		return nil, err
	}
	r, err := catalog.ParseRequest(address)
	if err != nil {
		return nil, err
	}
	return c.Resolve(r)
}

// answer returns what the server answers at an address, nothing kept.
func answer(address string) ([]byte, error) {
	o, err := order(address)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = press.Draw(&b, o)
	return b.Bytes(), err
}

// fitting returns the widest whole width up to most at which the height is
// whole, too, or nearly so: programs differ in how they round it.
func fitting(d *render.Drawing, most int) int {
	best, least := most, 1.0
	for w := most; w > most*3/4; w-- {
		h := float64(w) * d.Height / d.Width
		if off := math.Abs(h - math.Round(h)); off < least-1e-9 {
			best, least = w, off
		}
	}
	return best
}
