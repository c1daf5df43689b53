package charter

import (
	"panonceau/render"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// The inks of the sheet itself: black alone, so that its text prints sharp and
// no colour competes with those of the label.
var (
	white = &render.Ink{Name: "charter-paper", RGB: render.RGB{R: 0xFF, G: 0xFF, B: 0xFF}}
	black = &render.Ink{Name: "charter-black", RGB: render.RGB{R: 0x1B, G: 0x1F, B: 0x24}, CMYK: [4]float64{0, 0, 0, 100}}
	grey  = &render.Ink{Name: "charter-grey", RGB: render.RGB{R: 0x5C, G: 0x61, B: 0x68}, CMYK: [4]float64{0, 0, 0, 72}}
	hair  = &render.Ink{Name: "charter-hair", RGB: render.RGB{R: 0xBC, G: 0xC1, B: 0xC7}, CMYK: [4]float64{0, 0, 0, 30}}
	alarm = &render.Ink{Name: "charter-alarm", RGB: render.RGB{R: 0xC4, G: 0x1E, B: 0x3A}, CMYK: [4]float64{0, 100, 80, 10}}
	blue  = &render.Ink{Name: "charter-blue", RGB: render.RGB{R: 0x1D, G: 0x66, B: 0xB0}, CMYK: [4]float64{90, 55, 0, 0}}
)

type styles struct{ title, heading, value, strong, note, tag paper.Style }

func newStyles(fonts *text.Collection) (*styles, error) {
	var err error
	face := func(weight int) *text.Face {
		f, e := fonts.Find("Barlow", weight)
		if err == nil {
			err = e
		}
		return f
	}
	st := &styles{
		title:   paper.Style{Face: face(700), Size: 11, Least: 6, Leading: 13, Ink: black},
		heading: paper.Style{Face: face(600), Size: 4.4, Least: 3.4, Leading: 5.4, Ink: black},
		value:   paper.Style{Face: face(400), Size: 3, Least: 2.2, Leading: 3.9, Features: "tnum", Ink: black},
		strong:  paper.Style{Face: face(600), Size: 3, Least: 2.2, Leading: 3.9, Features: "tnum", Ink: black},
		note:    paper.Style{Face: face(400), Size: 2.4, Least: 1.9, Leading: 3.1, Features: "tnum", Ink: black},
		tag:     paper.Style{Face: face(600), Size: 3, Least: 2.4, Leading: 4, Tracking: 0.08, Upper: true, Ink: grey},
	}
	return st, err
}
