package text

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	lru "github.com/hashicorp/golang-lru/v2"
)

// A Collection is a set of font families. It is immutable and safe for
// concurrent use; lines it has set recently are remembered.
type Collection struct {
	families []*family // its own, then those it was added to; of each, the one with most characters first
	own      int       // how many of families lend characters before the others do
	lines    *lru.Cache[lineKey, *Line]
}

// A family is the faces of one name, lightest first.
type family struct {
	name  string
	faces []*Face
}

// Load reads the TrueType and OpenType files at the top of the given
// directories. Family and weight come from the files themselves; narrow faces
// are the family "… Condensed", slanted ones "… Italic".
//
// A character that a face lacks is taken from the family that has it in the
// nearest weight; of several, from the one with most characters.
func Load(dirs ...fs.FS) (*Collection, error) {
	c := new(Collection)
	for _, dir := range dirs {
		if err := c.read(dir); err != nil {
			return nil, err
		}
	}
	if len(c.families) == 0 {
		return nil, errors.New("no font files (.ttf, .otf)")
	}
	c.order()
	var err error
	c.lines, err = lru.New[lineKey, *Line](cachedLines)
	return c, err
}

// With returns the families of a directory, and after them those of c: a family
// of the directory takes the place of one of c with its name, and lends its
// characters first, in whatever weight. What neither has is missing. c is not
// changed; the two share the fonts and the memory of lines.
func (c *Collection) With(dir fs.FS) (*Collection, error) {
	out := &Collection{lines: c.lines}
	if err := out.read(dir); err != nil {
		return nil, err
	}
	out.order()
	out.own = len(out.families)
	for _, f := range c.families {
		g := &family{name: f.name}
		for _, face := range f.faces {
			moved := *face
			moved.collection = out
			g.faces = append(g.faces, &moved)
		}
		out.families = append(out.families, g)
	}
	return out, nil
}

// order sorts the families for fallback.
func (c *Collection) order() {
	slices.SortFunc(c.families, func(a, b *family) int {
		return cmp.Or(
			-cmp.Compare(a.faces[0].characters(), b.faces[0].characters()),
			cmp.Compare(a.name, b.name))
	})
}

// Has reports whether some family has a glyph for r.
func (c *Collection) Has(r rune) bool {
	return slices.ContainsFunc(c.families, func(f *family) bool { return f.faces[0].covers(r) })
}

func (c *Collection) read(dir fs.FS) error {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return err
	}
	n := 0
	for _, e := range entries {
		ext := strings.ToLower(path.Ext(e.Name()))
		if e.IsDir() || ext != ".ttf" && ext != ".otf" {
			continue
		}
		if n++; n > maxFonts {
			return fmt.Errorf("more than %d fonts in one directory", maxFonts)
		}
		if err := c.add(dir, e); err != nil {
			return fmt.Errorf("font %s: %w", e.Name(), err)
		}
	}
	return nil
}

func (c *Collection) add(dir fs.FS, e fs.DirEntry) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	if info.Size() > maxFontBytes {
		return fmt.Errorf("%d bytes; the limit is %d", info.Size(), maxFontBytes)
	}
	data, err := fs.ReadFile(dir, e.Name())
	if err != nil {
		return err
	}
	face, err := c.parse(data)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(c.families, func(f *family) bool { return f.name == face.Family })
	if i < 0 {
		i = len(c.families)
		c.families = append(c.families, &family{name: face.Family})
	}
	f := c.families[i]
	j, found := slices.BinarySearchFunc(f.faces, face.Weight, func(f *Face, w int) int { return cmp.Compare(f.Weight, w) })
	if found {
		return fmt.Errorf("there is a %s already", face)
	}
	f.faces = slices.Insert(f.faces, j, face)
	return nil
}

// parse reads one font file. The parser trusts the offsets in some tables, and
// a file that was cut short makes it panic.
func (c *Collection) parse(data []byte) (face *Face, err error) {
	defer damaged(&err)
	parsed, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return newFace(c, parsed.Font)
}

// damaged, deferred, turns a panic of the font library into an error.
func damaged(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("damaged font: %v", r)
	}
}

// Families returns the names of the families, sorted.
func (c *Collection) Families() []string {
	var names []string
	for _, f := range c.families {
		names = append(names, f.name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Find returns the face of a family whose weight (1 to 1000; 400 is regular,
// 700 bold) is nearest, the lighter of two. The error for an unknown family
// lists those there are.
func (c *Collection) Find(name string, weight int) (*Face, error) {
	if f := c.family(name); f != nil {
		return f.nearest(weight), nil
	}
	return nil, fmt.Errorf("no font family %q; there are %s", name, strings.Join(c.Families(), ", "))
}

func (c *Collection) family(name string) *family {
	for _, f := range c.families {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (f *family) nearest(weight int) *Face {
	best := f.faces[0]
	for _, g := range f.faces[1:] {
		if abs(g.Weight-weight) < abs(best.Weight-weight) {
			best = g
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
