package press

import (
	"runtime"
	"time"
)

// Options control how much a press keeps and does at once. The zero Options
// suit one machine.
type Options struct {
	// CacheBytes bounds the pictures that are kept. Zero means 256 MiB,
	// negative that none is.
	CacheBytes int64

	// Revision names the program that draws. Entity tags depend on it, so
	// that a new program never confirms the pictures of an old one.
	Revision string

	// Workers is the number of pictures of a class that are made at the same
	// time; for print, half of it. Zero means one for each processor.
	Workers int

	// Patience is how long an order waits for a worker. Zero means 500 ms:
	// with the drawing itself this stays below the second after which image
	// proxies give up and remember the failure.
	Patience time.Duration
}

// printedBytes bounds what is remembered of the pictures that were printed: the
// digests of some twenty thousand.
const printedBytes = 4 << 20

// kitSlots is the number of kits that are made at the same time: two clients
// with slow lines keep others waiting, but never pictures.
const kitSlots = 2

// queueLength bounds the orders that wait for a worker of one class. What 64
// logos take is about the patience of the last one.
const queueLength = 64

func (o Options) withDefaults() Options {
	if o.CacheBytes == 0 {
		o.CacheBytes = 256 << 20
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Patience <= 0 {
		o.Patience = 500 * time.Millisecond
	}
	return o
}
