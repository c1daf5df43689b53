package web

import (
	"slices"

	"panonceau/catalog"
)

// A picture is an image element.
type picture struct {
	Src, Dark     string // Dark: on a dark page; empty: the same
	Alt           string
	Width, Height int
}

// A link leads to another page or a file.
type link struct{ Href, Text string }

// A choiceOption is one of a list.
type choiceOption struct {
	Value, Text string
	Selected    bool
}

func hasVariant(d *catalog.Design, variant string) bool { return slices.Contains(d.Variants, variant) }
