package server

import (
	"strconv"
	"time"

	"panonceau/catalog"
	"panonceau/internal/header"
	"panonceau/web"
)

const day = 24 * time.Hour

// How long a copy of a picture may be used. Cache-Control is always sent:
// without it, image proxies keep a picture for a year.
//
// While a copy is renewed the old one may be shown, and for long when this
// server does not answer (RFC 5861): a label that was awarded stays awarded.
var (
	// cachePinned is for an address that names the picture by its digest.
	cachePinned = header.MaxAge(365*day) + ", immutable"
	// cacheEdition is for the picture of an edition: it changes only when
	// its artwork does.
	cacheEdition = header.MaxAge(6*time.Hour) + stale(7*day, 30*day)
	// cacheLatest is for what follows the registry.
	cacheLatest = header.MaxAge(latestAge) + stale(time.Hour, 7*day)
	// cacheState is for pictures that say that something is missing or
	// wrong, which somebody may be about to put right.
	cacheState = header.MaxAge(time.Minute)
	// cacheNothing makes browsers ask each time, and get 304 if nothing changed.
	cacheNothing = "no-cache"
	// cachePage is for pages and what describes pictures.
	cachePage = header.MaxAge(5 * time.Minute)
)

const (
	// latestAge is how long what follows the registry is fresh.
	latestAge = 5 * time.Minute
	// endsSoon is how long before its end a picture is no longer pinned: as
	// long as a pinned copy may be used.
	endsSoon = 365 * day
	// maxEnding is how long a copy may be used from then on.
	maxEnding = 6 * time.Hour
)

// keeping says so, for the documentation.
func keeping() []web.Keeping {
	return []web.Keeping{
		{Value: cachePinned, Fr: "une image dont l’adresse porte son empreinte, ?v=…", En: "a picture whose address has its digest, ?v=…"},
		{Value: cacheEdition, Fr: "l’image d’une édition", En: "the picture of an edition"},
		{Value: cacheLatest, Fr: "ce qui suit le registre : « latest »", En: "what follows the registry: “latest”"},
		{Value: cachePage, Fr: "une page, une description", En: "a page, a description"},
		{Value: cacheState, Fr: "ce qui manque ou ne va pas : quelqu’un va peut-être le corriger", En: "what is missing or wrong: somebody may be about to put it right"},
		{Value: "public, max-age ≤ " + strconv.Itoa(int(maxEnding/time.Second)),
			Fr: "ce qui cesse de soi-même dans l’année : jamais au-delà de sa fin", En: "what ends by itself within a year: never beyond its end"},
	}
}

func stale(whileRevalidate, ifError time.Duration) string {
	return ", stale-while-revalidate=" + strconv.Itoa(int(whileRevalidate/time.Second)) +
		", stale-if-error=" + strconv.Itoa(int(ifError/time.Second))
}

// cacheControl returns how long the picture of an order may be kept, given
// its digest. What is about to end by itself is never shown after.
func (s *site) cacheControl(o *catalog.Order, digest string) string {
	if s.fresh {
		return cacheNothing
	}
	left := o.Until.Sub(s.catalog.Now())
	if o.Until.IsZero() || !o.State.OK() || left > endsSoon {
		return cacheControl(o, digest)
	}
	return header.MaxAge(max(0, min(left, maxEnding)))
}

// cacheRegistry is that of what follows the registry, and changes by itself at
// a time; zero: never.
func (s *site) cacheRegistry(until time.Time) string {
	if left := until.Sub(s.catalog.Now()); !until.IsZero() && left < maxEnding {
		return header.MaxAge(max(0, min(left, latestAge)))
	}
	return cacheLatest
}

// cacheControl is that of pictures that do not end by themselves.
func cacheControl(o *catalog.Order, digest string) string {
	switch {
	case !o.State.OK():
		return cacheState
	case o.Latest:
		return cacheLatest
	case o.Request.V == digest:
		return cachePinned
	default:
		return cacheEdition
	}
}
