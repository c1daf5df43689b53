// Package fonts embeds the typefaces of the bundled pictures: Barlow, its
// narrow sister Barlow Condensed, and Source Sans 3 for the characters these
// two lack. README.md tells where the files come from.
package fonts

import "embed"

// FS holds the font files, whole and unmodified.
//
//go:embed *.ttf
var FS embed.FS
