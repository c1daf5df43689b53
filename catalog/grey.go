package catalog

import (
	"fmt"
	"math"

	"panonceau/render"
)

// greys returns what becomes of every ink in a variant in shades of grey: what
// the variant makes of it, as the grey of the same luminance. On screens that is
// the neutral colour; on paper it is black alone, as grey of three inks drifts.
func greys(swap map[string]*render.Ink, inks []*render.Ink) map[string]*render.Ink {
	out := make(map[string]*render.Ink, len(inks))
	made := make(map[uint8]*render.Ink)
	for _, k := range inks { // an ink of the pack that is such a grey stays itself
		if c := k.RGB; c.R == c.G && c.G == c.B && k.CMYK == blackFor(c.R) && k.Spot == "" {
			made[c.R] = k
		}
	}
	for _, k := range inks {
		v := greyOf(swapped(swap, k).RGB)
		if made[v] == nil {
			made[v] = &render.Ink{Name: fmt.Sprintf("k%02.0f", blackFor(v)[3]), RGB: render.RGB{R: v, G: v, B: v}, CMYK: blackFor(v)}
		}
		out[k.Name] = made[v]
	}
	return out
}

// greyOf returns the grey of sRGB with the luminance of a colour.
func greyOf(c render.RGB) uint8 {
	y := luminance(c)
	s := 12.92 * y
	if y > 0.0031308 {
		s = float64(1.055*math.Pow(y, 1/2.4)) - 0.055
	}
	return uint8(math.Round(float64(255 * s)))
}

// blackFor returns the share of black, in percent, for a grey of sRGB. Its
// curve is near that of black on coated paper: 50 % is printed as 47 to 59 in L*
// and shown as 54.
func blackFor(v uint8) [4]float64 {
	return [4]float64{3: math.Round(float64(100*float64(255-v)) / 255)}
}
