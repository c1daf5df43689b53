package icc

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// maxChannels bounds the inputs and outputs of a table: CMYK has four.
const maxChannels = 4

// A lut is a lut16Type (ICC.1:2001-04 §6.5.7): a curve for each input, a grid
// of colours, a curve for each output. The 3×3 matrix of that type is for XYZ
// only and does not apply here.
type lut struct {
	in, out int // channels
	grid    int // points on each axis
	curveIn []uint16
	nIn     int // entries in an input curve
	clut    []uint16
	curve   []uint16
	nOut    int // entries in an output curve
}

// lut16Header is the length of what precedes the tables.
const lut16Header = 52

// readLUT reads a table that must take in channels to out.
func readLUT(b []byte, in, out int) (*lut, error) {
	if len(b) < lut16Header || string(b[:4]) != "mft2" {
		return nil, errors.New("missing, or not a 16-bit table")
	}
	l := &lut{in: int(b[8]), out: int(b[9]), grid: int(b[10])}
	l.nIn = int(binary.BigEndian.Uint16(b[48:]))
	l.nOut = int(binary.BigEndian.Uint16(b[50:]))
	if l.in != in || l.out != out {
		return nil, fmt.Errorf("takes %d channels to %d, not %d to %d", l.in, l.out, in, out)
	}
	if l.grid < 2 || l.nIn < 2 || l.nOut < 2 {
		return nil, errors.New("table of less than two points")
	}
	points := out
	for range in {
		points *= l.grid
	}
	sizes := [3]int{in * l.nIn, points, out * l.nOut}
	if want := lut16Header + 2*(sizes[0]+sizes[1]+sizes[2]); len(b) < want {
		return nil, fmt.Errorf("%d bytes, needs %d", len(b), want)
	}
	b = b[lut16Header:]
	for i, dst := range []*[]uint16{&l.curveIn, &l.clut, &l.curve} {
		*dst = make([]uint16, sizes[i])
		for k := range *dst {
			(*dst)[k] = binary.BigEndian.Uint16(b[2*k:])
		}
		b = b[2*sizes[i]:]
	}
	return l, nil
}

// eval looks up v, of values 0 to 1, and returns values 0 to 1.
func (l *lut) eval(v [maxChannels]float64) (out [maxChannels]float64) {
	var frac [maxChannels]float64 // where v lies within its cell of the grid
	var step [maxChannels]int     // from a point of the grid to the next on each axis
	base, stride := 0, l.out
	for c := l.in - 1; c >= 0; c-- {
		pos := curve(l.curveIn[c*l.nIn:(c+1)*l.nIn], v[c]) * float64(l.grid-1)
		cell := min(int(pos), l.grid-2)
		frac[c] = pos - float64(cell)
		base += cell * stride
		step[c] = stride
		stride *= l.grid
	}
	l.interpolate(base, frac, step, &out)
	for c := range l.out {
		out[c] = curve(l.curve[c*l.nOut:(c+1)*l.nOut], out[c])
	}
	return out
}

// interpolate blends the corners of the cell at base, each by the volume of
// the box opposite to it. Blends of two corners along one axis after another
// come to the same; LittleCMS does so for tables that Lab goes into.
func (l *lut) interpolate(base int, frac [maxChannels]float64, step [maxChannels]int, out *[maxChannels]float64) {
	for corner := range 1 << l.in {
		at, w := base, 1.0/65535
		for c := range l.in {
			if corner>>c&1 == 1 {
				at += step[c]
				w *= frac[c]
			} else {
				w *= 1 - frac[c]
			}
		}
		for c := range l.out {
			out[c] += float64(w * float64(l.clut[at+c]))
		}
	}
}

// curve looks v up in a sampled curve, linear between samples.
func curve(t []uint16, v float64) float64 {
	pos := min(max(v, 0), 1) * float64(len(t)-1)
	i := min(int(pos), len(t)-2)
	f := pos - float64(i)
	return (float64(float64(t[i])*(1-f)) + float64(float64(t[i+1])*f)) / 65535
}
