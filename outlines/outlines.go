// Package outlines embeds the outlines that are drawn under maps. README.md
// tells where they come from.
package outlines

import _ "embed"

// France is France and what belongs to it, with its départements, as TopoJSON.
//
//go:embed france.topojson
var France []byte
