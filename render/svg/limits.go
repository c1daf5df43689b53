package svg

// The bounds of what Decode accepts. A picture beyond the first five is
// refused; beyond the others, the element is dropped and reported.
const (
	// maxBytes bounds a file, unpacked and with its entities expanded. The
	// most elaborate coat of arms seen is 2 MB.
	maxBytes = 8 << 20

	// maxDepth bounds how deep elements nest, in the file and once references
	// are followed, because reading recurses. Drawing programs stay below 50.
	maxDepth = 200

	// maxElements bounds the elements of a file.
	maxElements = 200_000

	// maxAttributes bounds the attributes of an element, which are searched
	// one by one.
	maxAttributes = 256

	// maxNodes bounds the elements drawn once every use, pattern, mask and
	// marker has been expanded: a file of 1 kB can ask for billions.
	maxNodes = 400_000

	// maxPoints bounds the points of all paths together, expanded as above.
	maxPoints = 8 << 20

	// maxWork bounds what is read again and again because of references: a
	// unit is an element, or sixteen characters of its attributes, or a point
	// of which a bounding box is taken. It is a few seconds' worth.
	maxWork = 32 << 20

	// maxPathPoints bounds one path.
	maxPathPoints = 1 << 20

	// maxImagePixels bounds the pixels of one embedded picture (64 MiB
	// decoded), and of all of them together.
	maxImagePixels = 16 << 20

	// maxRules bounds the selectors of a style sheet, since every element is
	// compared with every one of them; maxMatches bounds the comparisons and
	// maxCompound the parts of a selector.
	maxRules    = 4096
	maxMatches  = 20_000_000
	maxCompound = 16

	// maxTransforms bounds the functions of one transform.
	maxTransforms = 1024

	// maxDashes bounds the numbers of a stroke-dasharray.
	maxDashes = 256

	// maxStops bounds the stops of a gradient.
	maxStops = 1024

	// maxEffects bounds the primitives of a filter.
	maxEffects = 64

	// maxCoordinate bounds the coordinates of a drawing, in its units; beyond
	// it a shape cannot be quantized and is dropped.
	maxCoordinate = 1e9

	// maxCharacters bounds the text of one text element.
	maxCharacters = 1 << 14

	// maxFiles bounds the other files that a file refers to.
	maxFiles = 64

	// maxIssues bounds a Report.
	maxIssues = 1000
)
