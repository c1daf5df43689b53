package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"panonceau/render/text"
)

// fontsDir is the directory of a pack that holds its fonts.
const fontsDir = "fonts"

// fontFiles reads the fonts of the pack, for its digest and its bounds. They
// are parsed by [Catalog.packFonts]. A pack may have none.
func (r *packReader) fontFiles() {
	at := path.Dir(r.file) + "/" + fontsDir
	entries, err := fs.ReadDir(r.dir, fontsDir)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	if err != nil {
		r.faults = append(r.faults, fmt.Errorf("%s: %w", at, err))
		return
	}
	licensed := false
	for _, e := range entries {
		licensed = licensed || isLicense(e.Name())
		if ext := strings.ToLower(path.Ext(e.Name())); e.IsDir() || ext != ".ttf" && ext != ".otf" {
			continue
		}
		if r.fontCount++; r.fontCount > maxPackFonts {
			r.faults = append(r.faults, fmt.Errorf("%s: more than %d fonts", at, maxPackFonts))
			return
		}
		if _, err := r.read(fontsDir+"/"+e.Name(), maxPackFont); err != nil {
			r.faults = append(r.faults, fmt.Errorf("%s: %w", path.Dir(r.file), err))
		}
	}
	if r.fontCount > 0 && !licensed {
		r.Issues = append(r.Issues, at+": no licence beside the fonts; put its text there, as LICENSE or OFL.txt")
	}
}

// isLicense reports whether a file is called as licences are: OFL.txt,
// OFL-NotoSans.txt, LICENSE, COPYING.
func isLicense(name string) bool {
	stem := strings.ToUpper(strings.TrimSuffix(name, path.Ext(name)))
	return slices.ContainsFunc([]string{"OFL", "LICENSE", "LICENCE", "COPYING"}, func(word string) bool {
		return stem == word || strings.HasPrefix(stem, word+"-")
	})
}

// packFonts returns the fonts that the texts of a pack are set in: its own, and
// then those of the program.
func (c *Catalog) packFonts(packs fs.FS, p *Pack) (*text.Collection, error) {
	if p.fontCount == 0 {
		return c.fonts, nil
	}
	name := p.ID + "/" + fontsDir
	dir, err := fs.Sub(packs, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	own, err := c.fonts.With(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return own, nil
}

// covers reports whether the fonts of the pack have every character of s, and
// the first that they lack. Before the fonts are read, none is lacking.
func (p *Pack) covers(s string) (rune, bool) {
	for _, r := range s {
		if p.fonts != nil && !p.fonts.Has(r) {
			return r, false
		}
	}
	return 0, true
}
