package render

import (
	"rsc.io/qr"

	"panonceau/render/geom"
)

// quietZone is the margin of a QR code, in modules (ISO/IEC 18004 §6.3.8).
const quietZone = 4

// QRCode returns the dark modules of the QR code of level M for an ASCII
// content, and the square that it takes, quiet zone included, in modules. Runs
// of modules along a row are one rectangle.
func QRCode(content string) (modules *geom.Path, page geom.Rect, err error) {
	code, err := qr.Encode(content, qr.M)
	if err != nil {
		return nil, geom.Rect{}, err
	}
	modules = new(geom.Path)
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			start := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x > start {
				modules.Append(geom.RectWH(float64(start+quietZone), float64(y+quietZone), float64(x-start), 1).Path())
			}
		}
	}
	size := float64(code.Size + 2*quietZone)
	return modules, geom.Rect{X1: size, Y1: size}, nil
}
