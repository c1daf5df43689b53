package arms

import "image"

// reduced returns p with sides of at most keptSide pixels: each is the mean of a
// square of pixels, computed in integers, so that it is the same on every
// machine.
func reduced(p *image.NRGBA) *image.NRGBA {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	k := (max(w, h) + keptSide - 1) / keptSide
	if k <= 1 {
		return p
	}
	out := image.NewNRGBA(image.Rect(0, 0, (w+k-1)/k, (h+k-1)/k))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			mean(out.Pix[out.PixOffset(x, y):], p, image.Rect(x*k, y*k, min(x*k+k, w), min(y*k+k, h)))
		}
	}
	return out
}

// mean writes the mean of the pixels of p in r. What is transparent has no
// colour to mix in.
func mean(to []uint8, p *image.NRGBA, r image.Rectangle) {
	var red, green, blue, alpha, n uint64
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.Pix[p.PixOffset(r.Min.X, y) : p.PixOffset(r.Max.X-1, y)+4]
		for i := 0; i < len(row); i += 4 {
			a := uint64(row[i+3])
			red += uint64(row[i]) * a
			green += uint64(row[i+1]) * a
			blue += uint64(row[i+2]) * a
			alpha += a
			n++
		}
	}
	if alpha == 0 {
		return
	}
	half := alpha / 2
	to[0], to[1], to[2] = uint8((red+half)/alpha), uint8((green+half)/alpha), uint8((blue+half)/alpha)
	to[3] = uint8((alpha + n/2) / n)
}
