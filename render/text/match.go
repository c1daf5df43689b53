package text

import (
	"fmt"
	"strings"
)

// A Query is what artwork asks for, in the terms of CSS Fonts 4 §2.
type Query struct {
	Families  []string // by preference; case does not matter
	Weight    int      // 1 to 1000
	Italic    bool
	Condensed bool
}

// Match returns the face for q: of the first family there is, in the nearest
// weight. The generic family sans-serif is the one with most characters.
// Nothing is slanted or narrowed to make do: a missing family or style is an
// error that says what is there.
func (c *Collection) Match(q Query) (*Face, error) {
	suffix := ""
	if q.Condensed {
		suffix += " Condensed"
	}
	if q.Italic {
		suffix += " Italic"
	}
	for _, name := range q.Families {
		if strings.EqualFold(name, "sans-serif") {
			name = c.families[0].name
		}
		for _, f := range c.families {
			if strings.EqualFold(f.name, name+suffix) {
				return f.nearest(q.Weight), nil
			}
		}
	}
	return nil, fmt.Errorf("no font family %q%s; there are %s",
		strings.Join(q.Families, ", "), strings.ToLower(suffix), strings.Join(c.Families(), ", "))
}
