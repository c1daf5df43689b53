package arms

// Bounds of a file. The richest of 270 flags with arms has 2,500 shapes with
// 60,000 points, outlines of 120 sides and an area of 9 pages.
const (
	// MaxBytes bounds a file.
	MaxBytes = 2 << 20

	// maxPixels bounds a PNG file, and all pictures inside an SVG file:
	// 32 MiB decoded, or 64 with sixteen bits.
	maxPixels = 8 << 20

	// keptSide is the longest side, in pixels, that is kept of a picture:
	// enough for 8 cm on paper at 300 dpi.
	keptSide = 1024

	// maxRatio bounds how much wider than high arms are, or the reverse.
	maxRatio = 20

	maxNodes  = 20_000
	maxPoints = 250_000

	// maxLayers bounds clips, masks and opacities of groups, each of which is
	// drawn apart.
	maxLayers = 300

	// maxLength bounds the length of all outlines, in sides of the page, and
	// maxArea what all shapes cover, in pages: a drawing that crosses its page
	// a million times takes minutes to draw, however few bytes it has.
	maxLength = 2000
	maxArea   = 200
)
