package geom

// A StrokeStyle says how the outline of a path is drawn (SVG 2 §13.5).
type StrokeStyle struct {
	Width      float64
	Cap        Cap
	Join       Join
	MiterLimit float64   // at least 1; SVG's default is 4
	Dash       []float64 // lengths of dashes and gaps, even in number; nil: solid
	DashOffset float64
}

// A Cap is the shape of the ends of an open subpath.
type Cap uint8

// The caps of SVG 2 §13.5.4.
const (
	CapButt Cap = iota
	CapRound
	CapSquare
)

// A Join is the shape of the corners of a stroke.
type Join uint8

// The joins of SVG 2 §13.5.5.
const (
	JoinMiter Join = iota
	JoinMiterClip
	JoinRound
	JoinBevel
	JoinArcs // drawn as JoinMiter
)
