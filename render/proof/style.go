package proof

import (
	"panonceau/render"
	"panonceau/render/text"
)

// The inks of the sheet itself. What people read is black only, so that it
// prints sharp; lines have colours that no press shows by accident.
var (
	paper  = &render.Ink{Name: "proof-paper", RGB: render.RGB{R: 0xFF, G: 0xFF, B: 0xFF}}
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

// A style is how a kind of text is set. Lengths are millimetres.
type style struct {
	face     *text.Face
	size     float64
	least    float64 // size to which a long text may shrink
	leading  float64
	tracking float64 // em
	features string  // of OpenType
	upper    bool    // in capitals
	align    text.Align
	ink      *render.Ink
}

// styles: two sizes for reading, small capitals to name things, one title.
type styles struct{ title, value, strong, note, tag, label style }

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
		title:  style{face: face(600), size: 7.4, least: 5, leading: 9, ink: black},
		value:  style{face: face(400), size: 3, least: 2, leading: 3.9, features: "tnum", ink: black},
		strong: style{face: face(600), size: 3, least: 2, leading: 3.9, features: "tnum", ink: black},
		note:   style{face: face(400), size: 2.3, least: 1.8, leading: 3, features: "tnum", ink: black},
		tag:    style{face: face(600), size: 2.3, least: 1.8, leading: 3, tracking: 0.06, upper: true, ink: alarm},
		label:  style{face: face(500), size: 1.9, least: 1.5, leading: 2.7, tracking: 0.07, upper: true, ink: grey},
	}
	return st, err
}

// in returns st in another ink.
func (st style) in(k *render.Ink) style { st.ink = k; return st }

// end returns st aligned at the end of lines.
func (st style) end() style { st.align = text.AlignEnd; return st }

// set returns how the letters of st are set.
func (st style) set(lang string) text.Style {
	return text.Style{Lang: lang, Tracking: st.tracking, Features: st.features}
}
