package web

import (
	"fmt"
	"net/url"
	"strings"
)

// Tiles are pictures of a map of the world that somebody else serves. The zero
// Tiles are none: maps then have outlines of our own, and nothing leaves the
// service.
type Tiles struct {
	URL    string // with {z}, {x} and {y}, and perhaps {s} and {r}
	Credit string // HTML or text that their owner wants to be seen

	origin string // of the Content-Security-Policy
}

// maxTiles bounds an address of tiles, in bytes.
const maxTiles = 500

// NewTiles checks an address as in https://tile.openstreetmap.org/{z}/{x}/{y}.png.
func NewTiles(address, credit string) (Tiles, error) {
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if !strings.Contains(address, part) {
			return Tiles{}, fmt.Errorf("tiles: %q has no %s", address, part)
		}
	}
	u, err := url.Parse(strings.NewReplacer("{s}", "a", "{z}", "0", "{x}", "0", "{y}", "0", "{r}", "").Replace(address))
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || len(address) > maxTiles ||
		strings.ContainsAny(address, " ;,'\"") {
		return Tiles{}, fmt.Errorf("tiles: %q is no address of at most %d bytes as in https://tile.openstreetmap.org/{z}/{x}/{y}.png", address, maxTiles)
	}
	host := u.Host
	if scheme, rest, ok := strings.Cut(address, "://{s}."); ok {
		host, _, _ = strings.Cut(rest, "/")
		return Tiles{address, credit, scheme + "://*." + host}, nil
	}
	if strings.Contains(strings.SplitN(address, "/", 4)[2], "{") {
		return Tiles{}, fmt.Errorf("tiles: %q: {s} may only begin the name of the host, before a dot", address)
	}
	return Tiles{address, credit, u.Scheme + "://" + host}, nil
}

// policy is the Content-Security-Policy of a page with a map. Only the page that
// is made for it may be shown within others.
func (t Tiles) policy(embedded bool) string {
	p := policy
	if t.origin != "" {
		// Leaflet takes tiles away by a picture of its own in a data: URL.
		p = strings.Replace(p, "img-src 'self'", "img-src 'self' data: "+t.origin, 1)
	}
	if embedded {
		p = strings.Replace(p, "frame-ancestors 'none'", "frame-ancestors *", 1)
	}
	return p
}
