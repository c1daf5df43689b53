package pdf

const (
	// maxPage is the longest side of a page, in points: 200 inches, 5080 mm
	// (ISO 32000-1 annex C.2). UserUnit would go further, but viewers and
	// RIPs ignore it.
	maxPage = 14400

	// maxDepth bounds groups, masks and patterns that are composited within
	// each other: readers keep all of them in memory at once.
	maxDepth = 64

	// maxSpots bounds the spot colours of a file, those of technical layers
	// included: eight is what RIPs and DeviceN spaces have always taken.
	maxSpots = 8

	// maxRepeats bounds the repetitions of a gradient across a shape; a
	// gradient that repeats more often looks like one colour.
	maxRepeats = 128

	// maxImagePixels bounds one image: 300 dpi over 50 × 65 cm.
	maxImagePixels = 48 << 20

	// maxContent bounds one content stream, in bytes.
	maxContent = 64 << 20
)
