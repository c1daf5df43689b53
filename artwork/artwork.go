// Package artwork embeds the bundled label packs and their registries. A pack
// is a directory with a label.toml; the registry of the pack tnl is the file
// tnl-holders.csv beside it.
package artwork

import "embed"

// FS holds the packs and the registries.
//
//go:embed *.csv tnl/*.toml tnl/*.svg tnl/text/*.md
var FS embed.FS

// Starter holds a pack to begin with, whose label is StarterLabel, and its
// registry, which is called holders.csv here.
//
//go:embed starter
var Starter embed.FS

// StarterLabel stands for the name of a new pack in its files.
const StarterLabel = "my-label"
