// Package arms reads the coats of arms and logos that holders give: files that
// nobody here made, to be put into every picture of an award. What it returns
// is bounded, stays within its page, and carries nothing of the file but what
// is seen.
package arms

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"path"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/svg"
)

// Extensions are those of the files that can be read.
func Extensions() []string { return []string{".svg", ".png"} }

// Decode reads a file; its extension tells the format. Errors begin with the
// name, and the line where there is one. All faults of a file are told
// together.
func Decode(name string, data []byte) (*render.Drawing, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", name, len(data), MaxBytes)
	}
	var d *render.Drawing
	var err error
	switch path.Ext(name) {
	case ".svg":
		d, err = drawing(name, data)
	case ".png":
		d, err = picture(name, data)
	default:
		err = fmt.Errorf("%s: want an .svg or a .png file", name)
	}
	if err != nil {
		return nil, err
	}
	if d.Width > d.Height*maxRatio || d.Height > d.Width*maxRatio {
		return nil, fmt.Errorf("%s: %g by %g; at most %d times as long as wide", name, d.Width, d.Height, maxRatio)
	}
	return d, nil
}

// drawing reads an SVG file. What is not drawn as the file asks is a fault:
// whoever looks at the sign would see it, and nobody before.
func drawing(name string, data []byte) (*render.Drawing, error) {
	d, report, err := svg.Decode(data, svg.DecodeOptions{Name: name})
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, i := range report.Issues {
		hint := ""
		if i.Element == "text" || i.Element == "tspan" || i.Element == "textPath" {
			hint = "; turn text into paths"
		}
		faults = append(faults, fmt.Errorf("%s:%d: <%s>: %s%s", name, i.Line, i.Element, i.Message, hint))
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	e := effort{page: d.Page()}
	root, err := e.group(d.Root)
	if err == nil {
		err = e.exceeds()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	// Arms stay within their page, and mix with nothing below them.
	page := render.NewGroup(root)
	page.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: d.Page().Path()}}}
	page.Isolate = e.blends
	return &render.Drawing{Width: d.Width, Height: d.Height, Unit: d.Unit, Root: page}, nil
}

// picture reads a PNG file.
func picture(name string, data []byte) (*render.Drawing, error) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if size.Width <= 0 || size.Height <= 0 || size.Width > maxPixels/size.Height {
		return nil, fmt.Errorf("%s: %d by %d pixels; at most %d in all", name, size.Width, size.Height, maxPixels)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	pix := image.NewNRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(pix, pix.Rect, img, img.Bounds().Min, draw.Src)
	pix = reduced(pix)
	if empty(pix) {
		return nil, fmt.Errorf("%s: nothing can be seen in it", name)
	}
	return &render.Drawing{
		Width: float64(pix.Rect.Dx()), Height: float64(pix.Rect.Dy()), Unit: render.Pixel,
		Root: render.NewGroup(&render.Image{Pix: pix, Matrix: geom.Identity}),
	}, nil
}

// empty reports whether all of a picture is transparent.
func empty(p *image.NRGBA) bool {
	for i := 3; i < len(p.Pix); i += 4 {
		if p.Pix[i] != 0 {
			return false
		}
	}
	return true
}
