package server

import (
	"strings"

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
		if q := weight(params); q > bestQ || q == bestQ && q > 0 && c == press.Brotli {
			best, bestQ = c, q
		}
	}
	return best
}

// weight reads the parameter q of a list item in thousandths (RFC 9110
// §12.4.2). What cannot be read counts as a refusal.
func weight(params string) int {
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

// languageFor chooses French or English for a page: what the parameter "lang"
// says, else what the reader prefers in Accept-Language, else French.
func languageFor(param, accept string) string {
	if param == "fr" || param == "en" {
		return param
	}
	best, bestQ := "fr", 0
	for accept != "" {
		var item string
		item, accept, _ = strings.Cut(accept, ",")
		tag, params, _ := strings.Cut(item, ";")
		tag, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		if tag != "fr" && tag != "en" {
			continue
		}
		if q := weight(params); q > bestQ {
			best, bestQ = tag, q
		}
	}
	return best
}
