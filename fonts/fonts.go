// Package fonts embeds the typefaces of the bundled pictures: Barlow, its
// narrow sister Barlow Condensed, and Source Sans 3 for the characters these
// two lack; and, apart, the one that foreign drawings are set in. README.md
// tells where the files come from.
package fonts

import (
	"embed"
	"io/fs"
)

// FS holds the font files, whole and unmodified.
//
//go:embed *.ttf
var FS embed.FS

//go:embed import/*.ttf
var imported embed.FS

// Import returns the font files for text in drawings that name a typeface we
// do not have: Noto Sans, which covers most of what is written in Latin, Greek
// and Cyrillic. Packs do not see them.
func Import() fs.FS {
	dir, err := fs.Sub(imported, "import")
	if err != nil {
		panic(err) // the name is constant and valid
	}
	return dir
}
