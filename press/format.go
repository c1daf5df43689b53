package press

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/cut"
	"panonceau/render/dxf"
	"panonceau/render/eps"
	"panonceau/render/pdf"
	"panonceau/render/svg"
)

var (
	// ErrFormat is returned for an order in a format that no encoder makes.
	ErrFormat = errors.New("format not offered")
	// ErrUnsuited is returned for a picture that has what the format, as it
	// was asked for, cannot hold.
	ErrUnsuited = errors.New("not possible in this format")
)

// A class of formats has workers of its own, so that posters do not keep
// badges waiting.
type class int

const (
	vectors class = iota // a fraction of a millisecond
	rasters              // milliseconds
	prints               // tens of milliseconds
	kits                 // seconds, for as long as a client takes them in
	classes
)

// A Format is one kind of file that orders may ask for.
type Format struct {
	Ext          string
	MediaType    string
	Compressible bool // in transit: the encoder does not compress
	Shown        bool // by browsers, in a page

	signed bool // says of itself what it shows, and can be signed
	class  class
	encode func(io.Writer, *render.Drawing, *catalog.Order) error
}

var formats = []*Format{
	{"svg", "image/svg+xml", true, true, true, vectors, encodeSVG},
	{"png", "image/png", false, true, true, rasters, encodePNG},
	{"jpg", "image/jpeg", false, true, true, rasters, encodeJPEG},
	{"tiff", "image/tiff", false, false, true, prints, encodeTIFF},
	{"pdf", "application/pdf", false, false, true, prints, encodePDF},
	{"eps", "application/postscript", true, false, false, prints, encodeEPS},
	{"dxf", "image/vnd.dxf", true, false, false, prints, encodeDXF},
	{"cut.svg", "image/svg+xml", true, true, true, prints, encodeCut},
}

func encodeSVG(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	d, err := baked(d, o)
	if err != nil {
		return err
	}
	options := svg.EncodeOptions{Width: float64(o.Raster.Width)}
	if o.Proof != nil {
		options.Layers = []render.Layer{render.LayerArt, render.LayerSpecimen, render.LayerEngrave, render.LayerProof}
	}
	return svg.Encode(w, d, options)
}

// baked returns d with the open badge that o puts into it, if any.
func baked(d *render.Drawing, o *catalog.Order) (*render.Drawing, error) {
	if o.Credential == nil {
		return d, nil
	}
	credential, err := o.Credential()
	if err != nil {
		return nil, err
	}
	with := *d
	with.Meta.Credential = credential
	return &with, nil
}

func encodePDF(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	p := o.Print
	if o.Proof != nil {
		return pdf.Encode(w, d, pdf.Options{Preset: p.Profile, Bleed: -1, Tagged: true, Date: o.Proof.Date})
	}
	err := pdf.Encode(w, d, pdf.Options{Preset: p.Profile, Bleed: p.Bleed, Marks: p.Marks})
	if errors.Is(err, pdf.ErrTransparency) {
		return fmt.Errorf("%w: %w", ErrUnsuited, err)
	}
	return err
}

func encodeEPS(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	names := preset(o)
	return unsuited(eps.Encode(w, d, eps.Options{Cut: names.Cut, Drill: names.Drill, White: names.White}))
}

func encodeDXF(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	version := dxf.R12
	if o.Print.Release == "r2000" {
		version = dxf.R2000
	}
	return unsuited(dxf.Encode(w, d, dxf.Options{Version: version}))
}

func encodeCut(w io.Writer, d *render.Drawing, o *catalog.Order) error {
	return unsuited(cut.EncodeSVG(w, d))
}

// unsuited marks an error of an encoder for machines: what it refuses is in
// the picture.
func unsuited(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", ErrUnsuited, err)
}

// preset returns the names of technical inks that o's printing rules have.
func preset(o *catalog.Order) pdf.Preset {
	for _, p := range pdf.Presets() {
		if p.Name == o.Print.Profile {
			return p
		}
	}
	return pdf.Preset{}
}

// classOf returns the workers that make o. Mock-ups take as long as prints.
func (f *Format) classOf(o *catalog.Order) class {
	if o.Mockup != nil {
		return prints
	}
	return f.class
}

// Formats returns the formats that a press makes.
func Formats() []*Format { return slices.Clone(formats) }

// FormatOf returns the format with an extension. The error wraps ErrFormat.
func FormatOf(ext string) (*Format, error) {
	for _, f := range formats {
		if f.Ext == ext {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%w: %q", ErrFormat, ext)
}

// Draw writes the picture that o asks for, without keeping it. It writes what
// a Press prints, and texts.
func Draw(w io.Writer, o *catalog.Order) error {
	if o.Document != nil {
		return writeText(w, o)
	}
	f, err := FormatOf(o.Format)
	if err != nil {
		return err
	}
	d, err := compose(o)
	if err != nil {
		return err
	}
	if m := &d.Meta; m.URL != "" || m.Key != "" {
		m.Drawing = d.Digest()
	}
	if o.Signer == nil || !f.signed {
		return f.encode(w, d, o)
	}
	var b bytes.Buffer
	if err := f.encode(&b, d, o); err != nil {
		return err
	}
	file, err := attest.Sign(b.Bytes(), *o.Signer)
	if err != nil {
		return fmt.Errorf("%s: %w", f.Ext, err)
	}
	_, err = w.Write(file)
	return err
}

// writeText writes a text of an award. There is none of what is not in force.
func writeText(w io.Writer, o *catalog.Order) error {
	if !o.State.OK() {
		return fmt.Errorf("%s: %s", o.State.En, o.Detail)
	}
	_, err := io.WriteString(w, o.In(o.Format))
	return err
}
