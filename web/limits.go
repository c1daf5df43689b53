package web

import "time"

const (
	// maxQuoted is how many characters a page repeats of a wrong address.
	maxQuoted = 40
	// pageAge is how long a page may be kept: what it shows follows the
	// registry.
	pageAge = 5 * time.Minute
)
