package kit

const (
	// maxFiles bounds the pictures of one kit. The Territoire Numérique
	// Libre pack has some two hundred; nobody looks through thousands.
	maxFiles = 5000
	// maxSlug bounds what a file name says of the holder, in bytes, so that
	// whole names stay below the 100 that sign-making software shows.
	maxSlug = 32
	// fineSide is the longest side, in CSS pixels, of pictures that are there
	// for fine screens too: larger ones fill a screen and are fine enough.
	fineSide = 1000
	// ahead is the number of finished files, for each worker, that may wait
	// for a slower one before them.
	ahead = 4
)
