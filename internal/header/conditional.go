package header

import (
	"net/http"
	"strings"
)

// Confirms reports whether an If-None-Match header says that the client has
// what has this entity tag, in any coding (RFC 9110 §13.1.2). The tag it
// returns is the one the client holds, or etag if it only said "*".
func Confirms(ifNoneMatch []string, etag string) (held string, ok bool) {
	for _, list := range ifNoneMatch {
		for list != "" {
			var item string
			item, list, _ = strings.Cut(list, ",") // our tags have no comma
			item = strings.TrimSpace(item)
			if item == "*" {
				return etag, true
			}
			item = strings.TrimPrefix(item, "W/") // the comparison is weak
			if sameTag(item, etag) {
				return item, true
			}
		}
	}
	return "", false
}

// sameTag reports whether two entity tags are those of one thing, the first
// perhaps in another coding.
func sameTag(held, etag string) bool {
	if held == etag {
		return true
	}
	suffix, ok := strings.CutPrefix(held, strings.TrimSuffix(etag, `"`))
	return ok && (suffix == `-gzip"` || suffix == `-br"`)
}

// Conditional returns the If-None-Match lines of a request that may be
// answered with 304.
func Conditional(r *http.Request) []string {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return nil
	}
	return r.Header["If-None-Match"]
}
