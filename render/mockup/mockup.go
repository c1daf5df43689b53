// Package mockup shows a finished piece in its place: a plaque on a wall, a
// sign on its posts. Everything is drawn, nothing is a photograph, so that any
// material and any size can be shown, and the same request gives the same
// pixels on every machine.
//
// The pictures are for meetings and web pages. They promise neither colours
// nor dimensions: the proof does.
package mockup

import (
	"errors"
	"fmt"
	"image"
	"math"

	"panonceau/render"
)

// errNoPiece is what a drawing without a size gives.
var errNoPiece = errors.New("mockup: a drawing of no size")

// frame returns the size of a picture that is w pixels wide and shows d:
// across for flat pieces, upright for tall ones.
func frame(d *render.Drawing, w int) (image.Point, error) {
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) || math.IsInf(d.Width*d.Height*d.Unit, 1) {
		return image.Point{}, errNoPiece
	}
	if w < minWidth || w > MaxWidth {
		return image.Point{}, fmt.Errorf("mockup: %d pixels wide: want %d to %d", w, minWidth, MaxWidth)
	}
	if r := d.Width / d.Height; r < 1/maxRatio || r > maxRatio {
		return image.Point{}, fmt.Errorf("mockup: a piece of %g by %g units: want sides of 1 to %g at most", d.Width, d.Height, maxRatio)
	}
	if d.Height > d.Width {
		return image.Pt(w, w*5/4), nil
	}
	return image.Pt(w, w*2/3), nil
}

// around returns the picture without so many percent of its width and height
// on each side.
func (s *scene) around(x, y int) image.Rectangle {
	size := s.Rect.Size()
	mx, my := size.X*x/100, size.Y*y/100
	return image.Rect(mx, my, size.X-mx, size.Y-my)
}

// fit returns the largest rectangle with the proportions of d inside box, in
// its middle.
func fit(d *render.Drawing, box image.Rectangle) image.Rectangle {
	k := min(float64(box.Dx())/d.Width, float64(box.Dy())/d.Height)
	w := max(1, int(math.Round(d.Width*k)))
	h := max(1, int(math.Round(d.Height*k)))
	at := box.Min.Add(image.Pt((box.Dx()-w)/2, (box.Dy()-h)/2))
	return image.Rectangle{at, at.Add(image.Pt(w, h))}
}
