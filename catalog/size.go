package catalog

import (
	"cmp"
	"fmt"
	"slices"

	"panonceau/render"
)

// size resolves the size of the piece.
func (v *resolver) size() error {
	r, d := &v.Request, v.Design
	if r.Size == "" {
		return nil
	}
	w, h, ok := sizeMM(r.Size)
	for _, n := range d.Sizes {
		if n.ID == r.Size || (ok && n.W == w && n.H == h) {
			w, h, ok = n.W, n.H, true
			r.Size = n.ID
		}
	}
	named := slices.ContainsFunc(d.Sizes, func(n NamedSize) bool { return n.ID == r.Size })
	free := ok && d.Free != nil && w >= d.Free.MinW && h >= d.Free.MinH && w <= d.Free.MaxW && h <= d.Free.MaxH
	if w == v.style.Width() && h == v.style.Height() {
		r.Size = ""
		return nil
	}
	if !named && !free {
		return v.sizeError()
	}
	v.w, v.h = w, h
	return nil
}

func (v *resolver) sizeError() *Error {
	d := v.Design
	var names []string
	for _, n := range d.Sizes {
		names = append(names, n.ID)
	}
	if d.Free == nil {
		return notOffered("size", v.Request.Size, names)
	}
	span := fmt.Sprintf("%sx%smm – %sx%smm", number(d.Free.MinW), number(d.Free.MinH), number(d.Free.MaxW), number(d.Free.MaxH))
	return notOffered("size", v.Request.Size, append(names, span))
}

// pixels resolves how many pixels a raster has, and checks the least width at
// which the design can be read.
func (v *resolver) pixels() error {
	r, d := &v.Request, v.Design
	v.printing()
	w, h := v.w, v.h
	if w == 0 {
		w, h = v.style.Width(), v.style.Height()
	}
	if r.Proof != "" {
		w, h = v.sheet()
	}
	if width, _ := decimal(r.Width); width > 0 && width < d.MinPx {
		return fault(ErrInvalid, "width", "width : %s pixels ; ce visuel en demande au moins %s pour être lu",
			"width: %s pixels; this design needs at least %s to be read", r.Width, number(d.MinPx))
	}
	if w < d.MinMM && r.Proof == "" {
		return fault(ErrInvalid, "size", "size : %s mm de large ; ce visuel en demande au moins %s pour être lu",
			"size: %s mm wide; this design needs at least %s to be read", number(w), number(d.MinMM))
	}
	return v.raster(w, h)
}

// printing takes over what is asked of files for the press.
func (v *resolver) printing() {
	r := &v.Request
	v.Print.Marks = r.Marks != ""
	v.Print.Release = cmp.Or(r.Release, optionNamed("release").Default)
	v.Print.Profile = cmp.Or(r.Profile, optionNamed("profile").Default)
	v.bleed()
}

// raster resolves how many pixels a piece of w by h millimetres has.
func (v *resolver) raster(w, h float64) error {
	r := &v.Request
	width, _ := decimal(r.Width)
	v.Raster.Width = int(width)
	v.Raster.Scale, _ = decimal(r.Scale)
	if dpi, _ := decimal(r.DPI); dpi > 0 {
		v.Raster.DPI = dpi
	}
	v.Print.Profile = cmp.Or(r.Profile, optionNamed("profile").Default)
	px := w / render.Pixel * max(v.Raster.Scale, 1)
	switch {
	case v.Raster.Width > 0:
		px = float64(v.Raster.Width)
	case v.Raster.DPI > 0:
		px = w / 25.4 * v.Raster.DPI
	}
	if f, _ := FormatOf(v.Request.Ext); f.Raster && px*px*h/w > maxPixels {
		return fault(ErrInvalid, "width", "l’image aurait %.0f millions de pixels ; %d au plus : demander un PDF",
			"the picture would have %.0f million pixels; at most %d: ask for a PDF", px*px*h/w/1e6, maxPixels/1_000_000)
	}
	return nil
}
