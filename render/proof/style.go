package proof

import (
	"panonceau/render"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// The inks of the sheet itself. What people read is black only, so that it
// prints sharp; lines have colours that no press shows by accident.
var (
	white  = &render.Ink{Name: "proof-paper", RGB: render.RGB{R: 0xFF, G: 0xFF, B: 0xFF}}
	black  = &render.Ink{Name: "proof-black", RGB: render.RGB{R: 0x1B, G: 0x1F, B: 0x24}, CMYK: [4]float64{0, 0, 0, 100}}
	grey   = &render.Ink{Name: "proof-grey", RGB: render.RGB{R: 0x66, G: 0x6B, B: 0x71}, CMYK: [4]float64{0, 0, 0, 68}}
	hair   = &render.Ink{Name: "proof-hair", RGB: render.RGB{R: 0xBC, G: 0xC1, B: 0xC7}, CMYK: [4]float64{0, 0, 0, 30}}
	tint   = &render.Ink{Name: "proof-tint", RGB: render.RGB{R: 0xF2, G: 0xF3, B: 0xF5}, CMYK: [4]float64{0, 0, 0, 5}}
	night  = &render.Ink{Name: "proof-night", RGB: render.RGB{R: 0x3A, G: 0x3F, B: 0x46}, CMYK: [4]float64{0, 0, 0, 85}}
	blue   = &render.Ink{Name: "proof-blue", RGB: render.RGB{R: 0x1D, G: 0x66, B: 0xB0}, CMYK: [4]float64{90, 55, 0, 0}}
	alarm  = &render.Ink{Name: "proof-alarm", RGB: render.RGB{R: 0xC4, G: 0x1E, B: 0x3A}, CMYK: [4]float64{0, 100, 80, 10}}
	orange = &render.Ink{Name: "proof-orange", RGB: render.RGB{R: 0xE0, G: 0x76, B: 0x00}, CMYK: [4]float64{0, 60, 100, 0}}
	green  = &render.Ink{Name: "proof-green", RGB: render.RGB{R: 0x2F, G: 0x96, B: 0x3A}, CMYK: [4]float64{75, 0, 100, 10}}
	pink   = &render.Ink{Name: "proof-cut", RGB: render.RGB{R: 0xE5, G: 0x00, B: 0x7D}, CMYK: [4]float64{0, 100, 0, 0}}
	cyan   = &render.Ink{Name: "proof-drill", RGB: render.RGB{R: 0x00, G: 0x9E, B: 0xE3}, CMYK: [4]float64{100, 0, 0, 0}}
	violet = &render.Ink{Name: "proof-white", RGB: render.RGB{R: 0x8E, G: 0x7C, B: 0xC3}, CMYK: [4]float64{50, 55, 0, 0}}
)

// Widths of lines, in millimetres. The thinnest is 0.25 point, which every
// press holds.
const (
	hairline  = 0.09
	fineLine  = 0.18
	frameLine = 0.3
)

// styles: two sizes for reading, small capitals to name things, one title.
type styles struct{ title, value, strong, note, tag, label paper.Style }

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
		title:  paper.Style{Face: face(600), Size: 7.4, Least: 5, Leading: 9, Ink: black},
		value:  paper.Style{Face: face(400), Size: 3, Least: 2, Leading: 3.9, Features: "tnum", Ink: black},
		strong: paper.Style{Face: face(600), Size: 3, Least: 2, Leading: 3.9, Features: "tnum", Ink: black},
		note:   paper.Style{Face: face(400), Size: 2.3, Least: 1.8, Leading: 3, Features: "tnum", Ink: black},
		tag:    paper.Style{Face: face(600), Size: 2.3, Least: 1.8, Leading: 3, Tracking: 0.06, Upper: true, Ink: alarm},
		label:  paper.Style{Face: face(500), Size: 1.9, Least: 1.5, Leading: 2.7, Tracking: 0.07, Upper: true, Ink: grey},
	}
	return st, err
}
