package render

import (
	"image"

	"panonceau/render/geom"
)

// A Drawing is a finished picture. Every choice has been made: text is shaped
// and placed, artwork is reduced to paths, references and inheritance are
// resolved. An encoder only has to write it down.
//
// Coordinates are absolute, in the unit of the artwork: the origin is the top
// left corner of the finished piece, y points down, and no node carries a
// transform but images, gradients, patterns and filters. They are quantized
// (see [Drawing.Step]), so that they are the same on every machine.
//
// A Drawing is never modified once it has been returned, so one Drawing may be
// encoded to several formats at the same time.
type Drawing struct {
	Width, Height float64 // the finished piece, in units
	Unit          float64 // millimetres per unit; Pixel for screen designs
	Bleed         float64 // how far ink may run beyond the piece on each side, in units

	Title string // accessible name; required in what is served
	Desc  string // longer description, or empty
	Lang  string // language of Title and Desc, BCP 47
	Meta  Meta   // where the picture comes from

	Root *Group
}

// Pixel is the length of a CSS pixel in millimetres (CSS Values 4 §6.2): the
// Unit of a design that is drawn in pixels.
const Pixel = 25.4 / 96

// Page returns the finished piece as a rectangle, in units.
func (d *Drawing) Page() geom.Rect { return geom.Rect{X1: d.Width, Y1: d.Height} }

// Step returns the grid of d's coordinates, a power of two: 2⁻¹⁰ unit, or a
// millionth of the longer side where that is finer.
func (d *Drawing) Step() float64 { return StepFor(d.Width, d.Height) }

// StepFor returns the grid on which a drawing of w by h units keeps its
// coordinates.
func StepFor(w, h float64) float64 {
	step := 1.0 / 1024
	for longest := max(w, h); step*(1<<20) > longest && step > 1.0/(1<<30); {
		step /= 2
	}
	return step
}

// Meta says where a picture comes from. Encoders write it in the metadata of
// their format; empty fields are left out.
type Meta struct {
	URL      string // canonical address of the picture
	Proof    string // page where the award can be checked
	Label    string // name of the label
	Edition  string
	Level    string
	LevelID  string // in addresses
	Holder   string // name as labelled
	HolderID string
	Code     string // of the award, eight letters and digits
	Issuer   string
	License  string // terms of use of the artwork, a URL or an SPDX id
	Notice   string // e.g. "non officiel"
	Specimen bool   // composed from free text, attested by nobody

	// Drawing is the [Drawing.Digest] of the picture.
	Drawing string

	// Key names the key that is to sign the file: encoders that write metadata
	// leave room in it for a digest and a signature. Empty: nobody signs.
	Key string

	// Credential is the award as an open badge (1EdTech Open Badges 3.0), JSON
	// with its proof inside; empty: none. PNG and SVG carry it.
	Credential string
}

// A Node is one element of a Drawing: one of *Group, *Shape, *Text and *Image.
// The set is closed: adding a kind means teaching every encoder about it.
type Node interface{ node() }

func (*Group) node() {}
func (*Shape) node() {}
func (*Text) node()  {}
func (*Image) node() {}

// A Group draws its children in order, as one picture if any of its fields
// asks for that. The zero Group is invisible: use NewGroup.
type Group struct {
	Children []Node

	Opacity float64   // 0 to 1, applied to the group as a whole
	Blend   BlendMode // how the group mixes with what lies below
	Isolate bool      // children blend among themselves only
	Clip    *Clip     // nil: not clipped
	Mask    *Mask     // nil: not masked
	Filter  *Filter   // nil: not filtered

	Layer Layer // production layer; empty: that of the parent
	Mark  *Mark // what the artwork's element said; nil in finished pictures
}

// NewGroup returns an opaque group of the given nodes.
func NewGroup(children ...Node) *Group { return &Group{Children: children, Opacity: 1} }

// Plain reports whether g only puts its children together, so that drawing
// them in its place gives the same picture.
func (g *Group) Plain() bool {
	return g.Opacity == 1 && g.Blend == BlendNormal && !g.Isolate &&
		g.Clip == nil && g.Mask == nil && g.Filter == nil
}

// A Layer names the production step a part of the picture is for. Screen
// formats draw the layers that print and leave the technical ones out.
type Layer string

// The layers, with the ISO 19593-1 processing step of the technical ones.
const (
	LayerArt      Layer = ""         // what is seen
	LayerSpecimen Layer = "specimen" // the mark of an unattested picture; seen
	LayerCut      Layer = "cut"      // Structural/Cutting
	LayerDrill    Layer = "drill"    // Structural/Drilling
	LayerEngrave  Layer = "engrave"  // engraving stock
	LayerWhite    Layer = "white"    // White
	LayerProof    Layer = "proof"    // Dimensions, Legend: proofs only
)

// Technical reports whether l is for machines and not for eyes.
func (l Layer) Technical() bool {
	return l == LayerCut || l == LayerDrill || l == LayerWhite
}

// A Mark keeps what the importer read on an artwork element and did not
// understand: its id and its data-* attributes, which make it a slot or give
// it a condition. Compose acts on marks and leaves none.
type Mark struct {
	Element string // name of the element, e.g. "rect"
	ID      string
	Data    []Attr // in document order, names without "data-"
	Line    int    // in the artwork file, for error messages
}

// An Attr is one attribute.
type Attr struct{ Name, Value string }

// Get returns the value of the data attribute name, and whether it is there.
func (m *Mark) Get(name string) (string, bool) {
	if m == nil {
		return "", false
	}
	for _, a := range m.Data {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// A Shape is a path, filled, stroked or both. Its path is in Drawing
// coordinates and so is the width of its stroke: the importer outlines a
// stroke that an uneven transform would distort.
type Shape struct {
	Path        *geom.Path
	Fill        *Fill   // nil: not filled
	Stroke      *Stroke // nil: not stroked
	StrokeFirst bool    // the fill covers the stroke (paint-order="stroke")
	Crisp       bool    // edges without anti-aliasing (shape-rendering)
}

// A Fill is how the inside of a path is painted.
type Fill struct {
	Paint   Paint
	Opacity float64 // 0 to 1
	Rule    FillRule
}

// A Stroke is how the outline of a path is painted.
type Stroke struct {
	Paint   Paint
	Opacity float64 // 0 to 1
	geom.StrokeStyle
}

// FillRule tells the inside of a path from the outside (SVG 2 §13.4.2; ISO
// 32000-2 §8.5.3.3).
type FillRule uint8

// The two fill rules.
const (
	NonZero FillRule = iota
	EvenOdd
)

// A BlendMode is how a group mixes with its backdrop (Compositing 1 §10).
type BlendMode uint8

// The blend modes of CSS and PDF, which are the same sixteen.
const (
	BlendNormal BlendMode = iota
	BlendMultiply
	BlendScreen
	BlendOverlay
	BlendDarken
	BlendLighten
	BlendColorDodge
	BlendColorBurn
	BlendHardLight
	BlendSoftLight
	BlendDifference
	BlendExclusion
	BlendHue
	BlendSaturation
	BlendColor
	BlendLuminosity
)

// A Clip limits a group to the union of its shapes, or to nothing if it has
// none (CSS Masking 1 §5).
type Clip struct {
	Shapes []ClipShape
	And    *Clip // and to this one too; nil: no further limit
}

// A ClipShape is one part of a Clip.
type ClipShape struct {
	Path  *geom.Path
	Rule  FillRule
	Crisp bool
	Clip  *Clip // limits this part only; nil: not limited
}

// A Mask multiplies the opacity of a group by that of another picture (CSS
// Masking 1 §6).
type Mask struct {
	Content   *Group
	Region    *geom.Path // nothing shows outside; nil: no limit
	Alpha     bool       // use the content's alpha instead of its luminance
	LinearRGB bool       // compute the luminance in linear light
	And       *Mask      // and multiply by this one too; nil: none
}

// A Text is a shaped run of text in one colour. Its glyphs are outlines; the
// string is there for metadata and for formats that can say what is written.
type Text struct {
	String string
	Lang   string
	Glyphs []Glyph
	Fill   *Fill
}

// A Glyph is one outline of a font, placed. Several glyphs of a drawing share
// one Outline, by pointer, which lets an encoder write it once.
type Glyph struct {
	Outline *geom.Path  // font units, y down, origin on the baseline
	Matrix  geom.Matrix // from font units to the drawing
}

// Path returns the glyphs as one path in Drawing coordinates.
func (t *Text) Path() *geom.Path {
	p := new(geom.Path)
	for _, g := range t.Glyphs {
		p.Append(g.Outline.Transform(g.Matrix))
	}
	return p
}

// An Image is a raster picture.
type Image struct {
	Pix       *image.NRGBA
	Source    []byte      // the file Pix was decoded from, or nil
	MediaType string      // of Source: image/png or image/jpeg
	Matrix    geom.Matrix // from pixels (0,0 at the top left) to the drawing
	Pixelated bool        // nearest neighbour instead of smooth scaling
}
