package render

import "panonceau/render/geom"

// A Filter changes the pixels of a group (Filter Effects 1). Print formats
// refuse it.
type Filter struct {
	Region  geom.Rect   // what the filter sees and may paint, in user space
	Matrix  geom.Matrix // from user space to the drawing
	Effects []Effect    // in order; the last one's result is drawn
}

// An Effect is one filter primitive (Filter Effects 1 §9): one of
// *GaussianBlur, *Offset, *Flood, *Merge, *Blend, *Composite, *ColorMatrix,
// *ComponentTransfer, *DropShadow, *Morphology and *Tile. Lengths are in the
// user space of its Filter. A filter without effects gives a transparent
// picture.
type Effect interface{ Common() EffectCommon }

// EffectCommon is what every primitive has.
type EffectCommon struct {
	// Region is the primitive subregion, in user space: the result is
	// transparent outside. The importer has cut it to Filter.Region.
	Region geom.Rect
	// LinearRGB asks for computing in linear light rather than in sRGB
	// (color-interpolation-filters). Flood colours and the colours of a
	// DropShadow are sRGB all the same: convert them first.
	LinearRGB bool
}

// Common returns c; it makes the types that embed EffectCommon effects.
func (c EffectCommon) Common() EffectCommon { return c }

// An Input names what a primitive reads: the result of an earlier effect of
// the filter, by index from 0, or one of the constants below.
type Input int

// The inputs that no effect makes.
const (
	SourceGraphic Input = -1 // the group without its filter
	SourceAlpha   Input = -2 // its alpha alone, the colour black
)

// A GaussianBlur blurs with standard deviations X and Y, neither negative. A
// direction whose deviation is 0 stays sharp (§9.14).
type GaussianBlur struct {
	EffectCommon
	In   Input
	X, Y float64
}

// An Offset moves its input by (DX, DY) (§9.17).
type Offset struct {
	EffectCommon
	In     Input
	DX, DY float64
}

// A Flood fills its region with one colour (§9.13).
type Flood struct {
	EffectCommon
	Color   RGB
	Opacity float64
}

// A Merge draws its inputs over each other, the first at the bottom (§9.16).
type Merge struct {
	EffectCommon
	In []Input
}

// A Blend mixes In, above, with Under, below (§9.5).
type Blend struct {
	EffectCommon
	In, Under Input
	Mode      BlendMode
}

// A Composite combines In with Under on premultiplied values (§9.8).
type Composite struct {
	EffectCommon
	In, Under Input
	Operator  CompositeOperator
	K         [4]float64 // k1 to k4 of CompositeArithmetic
}

// A CompositeOperator is one of Porter and Duff's, or the arithmetic one.
type CompositeOperator uint8

// The operators of feComposite. CompositeArithmetic gives
// K[0]·in·under + K[1]·in + K[2]·under + K[3], clamped to what alpha allows.
const (
	CompositeOver CompositeOperator = iota
	CompositeIn
	CompositeOut
	CompositeAtop
	CompositeXor
	CompositeArithmetic
)

// A ColorMatrix multiplies each colour, not premultiplied, by a matrix of four
// rows (R, G, B, A) and five columns (R, G, B, A, 1), channels being 0 to 1
// (§9.6). The shorthands of type are resolved by the importer.
type ColorMatrix struct {
	EffectCommon
	In     Input
	Matrix [20]float64
}

// A ComponentTransfer maps each channel, not premultiplied, by a function of
// its own (§9.7).
type ComponentTransfer struct {
	EffectCommon
	In         Input
	R, G, B, A Transfer
}

// A Transfer is the function of one channel, from 0–1 to 0–1.
type Transfer struct {
	Kind   TransferKind
	Table  []float64 // TransferTable and TransferDiscrete; not empty
	Slope  float64   // TransferLinear: Slope·c + Offset
	Offset float64   // TransferLinear and TransferGamma
	// TransferGamma: Amplitude·c^Exponent + Offset
	Amplitude, Exponent float64
}

// A TransferKind is the shape of a Transfer.
type TransferKind uint8

// The functions of §9.7.1.
const (
	TransferIdentity TransferKind = iota
	TransferTable
	TransferDiscrete
	TransferLinear
	TransferGamma
)

// A DropShadow draws its input over a blurred, moved and coloured copy of its
// alpha (§9.12).
type DropShadow struct {
	EffectCommon
	In      Input
	DX, DY  float64
	X, Y    float64 // standard deviations
	Color   RGB
	Opacity float64
}

// A Morphology thickens (Dilate) or thins its input with a rectangle of 2·X by
// 2·Y (§9.18). If neither radius is positive the result is the input.
type Morphology struct {
	EffectCommon
	In     Input
	Dilate bool
	X, Y   float64
}

// A Tile repeats the region of its input all over its own (§9.20).
type Tile struct {
	EffectCommon
	In Input
}
