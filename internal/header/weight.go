// Package header reads the header fields of requests that choose among
// representations, and writes those that say how long one may be kept.
package header

import (
	"strconv"
	"strings"
	"time"
)

// Weight reads the parameter q of a list item in thousandths (RFC 9110
// §12.4.2). What cannot be read counts as a refusal.
func Weight(params string) int {
	params = strings.TrimSpace(params)
	if params == "" {
		return 1000
	}
	v, ok := strings.CutPrefix(strings.ToLower(params), "q=")
	if !ok || len(v) == 0 || len(v) > 5 || len(v) > 1 && v[1] != '.' {
		return 0
	}
	q, unit := 0, 1000
	for i := range len(v) {
		if i == 1 {
			continue
		}
		if v[i] < '0' || v[i] > '9' {
			return 0
		}
		q += int(v[i]-'0') * unit
		unit /= 10
	}
	return min(q, 1000)
}

// Language chooses one of the languages for a page: what the parameter says,
// else what the reader prefers in Accept-Language, else the first. Languages
// are primary subtags (RFC 5646 §2.2.1).
func Language(param, accept string, languages ...string) string {
	for _, l := range languages {
		if l == param {
			return l
		}
	}
	best, bestQ := languages[0], 0
	for accept != "" {
		var item string
		item, accept, _ = strings.Cut(accept, ",")
		tag, params, _ := strings.Cut(item, ";")
		tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		for _, l := range languages {
			if q := Weight(params); l == tag && q > bestQ {
				best, bestQ = l, q
			}
		}
	}
	return best
}

// MaxAge returns the Cache-Control of what anybody may keep for d.
func MaxAge(d time.Duration) string {
	return "public, max-age=" + strconv.Itoa(int(d/time.Second))
}
