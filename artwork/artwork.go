// Package artwork embeds the bundled label packs and their registries. A pack
// is a directory with a label.toml; the registry of the pack tnl is the file
// tnl-holders.csv beside it.
package artwork

import "embed"

// FS holds the packs and the registries.
//
//go:embed *.csv tnl/*.toml tnl/*.svg tnl/text/*.md
var FS embed.FS
