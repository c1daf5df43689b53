package pdffile

const (
	// maxFile bounds a file: a poster with pictures has 50 MB.
	maxFile = 256 << 20

	// maxObjects bounds the numbers of objects, and so the cross-reference
	// table. ISO 32000-1 annex C.2 has 8,388,607; no file of ours has 10,000.
	maxObjects = 1 << 20

	// maxDepth bounds arrays and dictionaries within each other.
	maxDepth = 64

	// maxSections bounds the updates that a file consists of.
	maxSections = 64

	// maxDecoded bounds what a stream may inflate to.
	maxDecoded = 128 << 20

	// maxTotal bounds what all streams of a file inflate to.
	maxTotal = 512 << 20

	// maxFilters bounds the filters of a stream.
	maxFilters = 4
)
