package artwork_test

import (
	"panonceau/render"
	"panonceau/render/geom"
)

// armsColor is in no drawing of the pack.
var armsColor = render.RGB{R: 0, G: 0x55, B: 0xA4}

// shield returns arms of w by h: a plain blue field.
func shield(w, h float64) *render.Drawing {
	return &render.Drawing{Width: w, Height: h, Unit: 1, Root: render.NewGroup(&render.Shape{
		Path: geom.RectWH(0, 0, w, h).Path(),
		Fill: &render.Fill{Paint: render.Color{RGB: armsColor}, Opacity: 1},
	})}
}
