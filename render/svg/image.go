package svg

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"net/url"
	"strings"

	"golang.org/x/image/webp"

	"panonceau/render"
	"panonceau/render/geom"
)

// A picture is what an image element shows: pixels or another document.
type picture struct {
	pix       *image.NRGBA
	source    []byte
	mediaType string // of source, if encoders can embed it
	doc       *document
	err       error
}

// image draws an image element (SVG 2 §12.3).
func (c *converter) image(e *element, p place, out *render.Group) {
	pic := c.pictures[e]
	if pic == nil {
		pic = c.readPicture(e)
		c.pictures[e] = pic
	}
	switch {
	case pic.err != nil:
		c.report.add(e, "picture is not read: %v", pic.err)
	case p.style.hidden:
	case pic.doc != nil:
		c.imageSVG(e, pic.doc, p, out)
	default:
		c.imagePixels(e, pic, p, out)
	}
}

func (c *converter) imagePixels(e *element, pic *picture, p place, out *render.Group) {
	size := geom.Pt(float64(pic.pix.Rect.Dx()), float64(pic.pix.Rect.Dy()))
	view, ok := c.imageView(e, p, size)
	if !ok {
		return
	}
	align := parseAspect(e.attr("preserveAspectRatio"))
	n := &render.Image{
		Pix: pic.pix, Source: pic.source, MediaType: pic.mediaType, Pixelated: p.style.pixelated,
		Matrix: p.m.Mul(align.matrix(geom.Rect{X1: size.X, Y1: size.Y}, view)),
	}
	g := render.NewGroup(n)
	if align.slice {
		g = c.clippedTo(view, p.m, g)
	}
	out.Children = append(out.Children, g)
}

// readPicture reads what an image element refers to.
func (c *converter) readPicture(e *element) *picture {
	data, err := c.imageData(e)
	if err != nil {
		return &picture{err: err}
	}
	if looksLikeSVG(data) {
		doc, err := parse(data, "the embedded picture", false, c.report)
		return &picture{doc: doc, err: err}
	}
	pic := new(picture)
	pic.pix, pic.mediaType, pic.err = c.decodeImage(data)
	if pic.mediaType != "" {
		pic.source = data
	}
	return pic
}

// imageView returns the rectangle of an image element. A side that is not given
// follows from the other and the proportions of the picture, whose size is
// given.
func (c *converter) imageView(e *element, p place, size geom.Point) (geom.Rect, bool) {
	w, h := size.X, size.Y
	_, hasW := parseLength(e.attr("width"))
	_, hasH := parseLength(e.attr("height"))
	if hasW {
		w = c.length(e, "width", p, length{})
	}
	if hasH {
		h = c.length(e, "height", p, length{})
	}
	switch {
	case hasW && !hasH:
		h = w * size.Y / size.X
	case hasH && !hasW:
		w = h * size.X / size.Y
	}
	r := geom.RectWH(c.length(e, "x", p, length{}), c.length(e, "y", p, length{}), w, h)
	return r, !r.Empty() && finite(r)
}

// imageData returns the file that an image element shows.
func (c *converter) imageData(e *element) ([]byte, error) {
	ref := e.href()
	if ref == "" {
		return nil, errors.New("no picture is given")
	}
	if rest, ok := strings.CutPrefix(ref, "data:"); ok {
		return dataURL(rest)
	}
	if c.o.Open == nil || c.nested > 0 {
		return nil, fmt.Errorf("the other file %.60q is not read", ref)
	}
	return c.o.Open(ref)
}

// dataURL decodes what follows "data:" (RFC 2397).
func dataURL(s string) ([]byte, error) {
	header, body, ok := strings.Cut(s, ",")
	if !ok {
		return nil, errors.New("data URL has no comma")
	}
	if unescaped, err := url.PathUnescape(body); err == nil {
		body = unescaped
	}
	if !strings.HasSuffix(strings.TrimSpace(header), "base64") {
		return []byte(body), nil
	}
	body = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n\f", r) {
			return -1
		}
		return r
	}, body)
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(body, "="))
	if err != nil {
		return nil, fmt.Errorf("data URL: %v", err)
	}
	return data, nil
}

// looksLikeSVG reports whether data is a file for parse.
func looksLikeSVG(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return true
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(text, []byte("<"))
}

// decodeImage decodes a raster picture, whatever the media type in its address
// says. It returns the media type if it is one that encoders can embed.
func (c *converter) decodeImage(data []byte) (*image.NRGBA, string, error) {
	mediaType, config, decode := "", png.DecodeConfig, png.Decode
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		mediaType = "image/png"
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		mediaType, config, decode = "image/jpeg", jpeg.DecodeConfig, jpeg.Decode
	case bytes.HasPrefix(data, []byte("GIF8")):
		config, decode = gif.DecodeConfig, gif.Decode
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		config, decode = webp.DecodeConfig, webp.Decode
	default:
		return nil, "", errors.New("unknown format")
	}
	size, err := config(bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	if size.Width <= 0 || size.Height <= 0 || size.Width > maxImagePixels/size.Height {
		return nil, "", fmt.Errorf("%d × %d pixels are more than %d", size.Width, size.Height, maxImagePixels)
	}
	if c.pixels += size.Width * size.Height; c.pixels > maxImagePixels {
		return nil, "", fmt.Errorf("more than %d pixels in all", maxImagePixels)
	}
	pic, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, "", err
	}
	if pix, ok := pic.(*image.NRGBA); ok && pix.Rect.Min == (image.Point{}) {
		return pix, mediaType, nil
	}
	bounds := pic.Bounds()
	pix := image.NewNRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(pix, pix.Rect, pic, bounds.Min, draw.Src)
	return pix, mediaType, nil
}

// maxNested bounds SVG pictures within SVG pictures.
const maxNested = 4

// imageSVG draws an SVG picture. It may not refer to other files in turn
// (SVG 2 §2.6, secure static mode).
func (c *converter) imageSVG(e *element, doc *document, p place, out *render.Group) {
	if c.nested >= maxNested {
		c.report.add(e, "SVG pictures nest deeper than %d", maxNested)
		return
	}
	f, ok := c.frameOf(doc.root)
	if !ok {
		c.report.add(e, "size of the picture is not positive")
		return
	}
	c.nested++
	c.unmarked++
	defer func() { c.nested--; c.unmarked-- }()
	draw := func(m geom.Matrix, out *render.Group) {
		c.root(doc.root, place{style: initialStyle(), m: m, view: f.viewport()}, out)
	}
	if f.fit { // the size is that of the contents
		trial := render.NewGroup()
		draw(p.m, trial)
		if box := c.boxOf(trial, p.m)(); !box.IsNowhere() && box.X1 > 0 && box.Y1 > 0 {
			f.w, f.h = box.X1, box.Y1
		}
	}
	view, ok := c.imageView(e, p, geom.Pt(f.w, f.h))
	if !ok {
		return
	}
	whole := geom.Rect{X1: f.w, Y1: f.h}
	fit := p.m.Mul(parseAspect(e.attr("preserveAspectRatio")).matrix(whole, view))
	g := render.NewGroup()
	draw(fit.Mul(f.matrix()), g)
	g = c.clippedTo(whole, fit, g)
	if parseAspect(e.attr("preserveAspectRatio")).slice {
		g = c.clippedTo(view, p.m, g)
	}
	out.Children = append(out.Children, g)
}
