package server

import (
	"strings"

	"panonceau/internal/header"
	"panonceau/press"
)

// codingFor chooses the content coding of an answer from an Accept-Encoding
// header (RFC 9110 §12.5.3): the one the client prefers, and brotli before
// gzip if it does not care.
func codingFor(accept string) press.Coding {
	best, bestQ := press.Identity, 0
	for accept != "" {
		var item string
		item, accept, _ = strings.Cut(accept, ",")
		name, params, _ := strings.Cut(item, ";")
		var c press.Coding
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, "br"):
			c = press.Brotli
		case strings.EqualFold(name, "gzip"):
			c = press.Gzip
		default:
			continue
		}
		if q := header.Weight(params); q > bestQ || q == bestQ && q > 0 && c == press.Brotli {
			best, bestQ = c, q
		}
	}
	return best
}
