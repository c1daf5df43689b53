package icc

import "math"

// Inks returns the percentages of cyan, magenta, yellow and black that give an
// sRGB colour on the press, or the nearest the press can do. White is the
// paper (media-relative colorimetric intent). They are rounded to hundredths,
// so that they are the same on every machine.
func (p *Profile) Inks(r, g, b uint8) [4]float64 {
	lab := labFromSRGB(r, g, b)
	// ICC.1:2001-04 §6.5.7: L is 0 to FF00h, a and b are offset by 8000h.
	v := p.toInks.eval([4]float64{
		lab[0] / 100 * labWhite,
		(lab[1] + 128) * labUnit,
		(lab[2] + 128) * labUnit,
	})
	for c := range v {
		v[c] = math.Round(v[c]*10000) / 100
	}
	return v
}

// Flat returns the inks of a colour of line art, at most limit percent in all:
// white is paper and black is black ink alone, so that a thin line needs no
// register. Other colours go through the profile.
func (p *Profile) Flat(r, g, b uint8, limit float64) [4]float64 {
	switch [3]uint8{r, g, b} {
	case [3]uint8{255, 255, 255}:
		return [4]float64{}
	case [3]uint8{}:
		return [4]float64{0, 0, 0, 100}
	}
	return Limit(p.Inks(r, g, b), limit)
}

// The 16-bit encoding of Lab, over the range of a table's input.
const (
	labWhite = 65280.0 / 65535 // FF00h
	labUnit  = 256.0 / 65535   // one unit of a and b
)

// Lab returns the CIE Lab colour, relative to the paper and D50, of inks in
// percent.
func (p *Profile) Lab(cmyk [4]float64) (l, a, b float64) {
	for c := range cmyk {
		cmyk[c] /= 100
	}
	v := p.fromInks.eval(cmyk)
	return v[0] / labWhite * 100, v[1]/labUnit - 128, v[2]/labUnit - 128
}

// SRGB returns what inks, in percent, look like on a screen that shows the
// paper as white. Colours that a screen cannot show are clipped.
func (p *Profile) SRGB(cmyk [4]float64) (r, g, b uint8) {
	l, a, bb := p.Lab(cmyk)
	y := (l + 16) / 116
	x, z := y+a/500, y-bb/200
	xyz := [3]float64{labInverse(x) * d50[0], labInverse(y) * d50[1], labInverse(z) * d50[2]}
	var out [3]uint8
	for i, row := range fromXYZ {
		lin := float64(row[0]*xyz[0]) + float64(row[1]*xyz[1]) + float64(row[2]*xyz[2])
		out[i] = uint8(math.Round(255 * encodeSRGB(min(max(lin, 0), 1))))
	}
	return out[0], out[1], out[2]
}

// d50 is the illuminant of the profile connection space (ICC.1:2001-04 §6.1.11).
var d50 = [3]float64{0.9642, 1, 0.8249}

// toXYZ takes linear sRGB to XYZ, adapted from D65 to D50 by the Bradford
// method, as the ICC publishes it for its sRGB profile; fromXYZ goes back.
var (
	toXYZ = [3][3]float64{
		{0.4360747, 0.3850649, 0.1430804},
		{0.2225045, 0.7168786, 0.0606169},
		{0.0139322, 0.0971045, 0.7141733},
	}
	fromXYZ = [3][3]float64{
		{3.1338561, -1.6168667, -0.4906146},
		{-0.9787684, 1.9161415, 0.0334540},
		{0.0719453, -0.2289914, 1.4052427},
	}
)

// labFromSRGB returns CIE Lab for D50, rounded to 2⁻¹⁰.
func labFromSRGB(r, g, b uint8) [3]float64 {
	rgb := [3]float64{decodeSRGB(r), decodeSRGB(g), decodeSRGB(b)}
	var f [3]float64
	for i, row := range toXYZ {
		v := float64(row[0]*rgb[0]) + float64(row[1]*rgb[1]) + float64(row[2]*rgb[2])
		f[i] = labForward(v / d50[i])
	}
	lab := [3]float64{float64(116*f[1]) - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])}
	for i, v := range lab {
		lab[i] = math.Round(v*1024) / 1024
	}
	return lab
}

// labForward and labInverse are the two directions of the CIE 1976 lightness
// function (CIE 15 §8.2.1).
func labForward(t float64) float64 {
	if t > 216.0/24389 {
		return math.Cbrt(t)
	}
	return (float64(t*24389/27) + 16) / 116
}

func labInverse(f float64) float64 {
	if t := f * f * f; t > 216.0/24389 {
		return t
	}
	return (float64(116*f) - 16) * 27 / 24389
}

// decodeSRGB and encodeSRGB are the transfer function of sRGB (IEC 61966-2-1
// §5.2).
func decodeSRGB(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func encodeSRGB(v float64) float64 {
	if v <= 0.0031308 {
		return v * 12.92
	}
	return float64(1.055*math.Pow(v, 1/2.4)) - 0.055
}

// Limit returns cmyk with cyan, magenta and yellow reduced alike until the
// inks add up to total percent. Black stays: it carries the drawing.
func Limit(cmyk [4]float64, total float64) [4]float64 {
	colour := cmyk[0] + cmyk[1] + cmyk[2]
	if colour+cmyk[3] <= total || colour == 0 {
		return cmyk
	}
	k := max(total-cmyk[3], 0) / colour
	for c := range 3 {
		cmyk[c] = math.Floor(cmyk[c]*k*100) / 100
	}
	return cmyk
}
