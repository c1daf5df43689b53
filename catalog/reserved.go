package catalog

import "slices"

// reserved are the words that no label may be called: they begin addresses of
// the service, or may once. A label of that name could never be reached.
var reserved = []string{
	holdersWord, Latest, "about", "admin", "api", "assets", "badge", "badges", "c", "charter", "create", "docs", "export",
	"favicon", "healthz", "help", "labels", "livez", "map", "metrics", "oembed", "openapi", "privacy", "readyz", "robots",
	"search", "sitemap", "specimen", "static", "status", "verify", "version", "well-known",
}

// Reserved reports whether a word begins addresses that are not of a label.
func Reserved(word string) bool { return slices.Contains(reserved, word) }
