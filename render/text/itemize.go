package text

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
)

// An item is a span of one direction, script and face: what HarfBuzz shapes at
// once.
type item struct {
	directed
	script language.Script
	face   *Face
}

// itemize splits a line into items, in visual order.
func (f *Face) itemize(runes []rune, rtl bool) ([]item, error) {
	choices, err := f.choose(runes)
	if err != nil {
		return nil, err
	}
	scripts := scripts(runes)
	spans := directions(runes, rtl)
	visual(spans)
	var items []item
	for _, d := range spans {
		first := len(items)
		for i := d.start; i < d.end; {
			j := i + 1
			for j < d.end && choices[j] == choices[i] && scripts[j] == scripts[i] {
				j++
			}
			items = append(items, item{directed{span{i, j}, d.level}, scripts[i], choices[i]})
			i = j
		}
		if d.level%2 == 1 {
			slices.Reverse(items[first:])
		}
	}
	return items, nil
}

// scripts returns the script of each rune. What belongs to no script or to
// several takes that of the letter before, or of the first letter (UAX #24
// §5.1, without the pairing of brackets).
func scripts(runes []rune) []language.Script {
	s := make([]language.Script, len(runes))
	current := language.Latin
	for _, r := range runes {
		if k := language.LookupScript(r); k.Strong() {
			current = k
			break
		}
	}
	for i, r := range runes {
		if k := language.LookupScript(r); k.Strong() {
			current = k
		}
		s[i] = current
	}
	return s
}

// choose returns the face of each rune, the same for a letter and its marks.
func (f *Face) choose(runes []rune) ([]*Face, error) {
	faces := make([]*Face, len(runes))
	plain := true
	for i, r := range runes {
		faces[i] = f
		plain = plain && f.covers(r) && !unicode.Is(unicode.M, r)
	}
	if plain {
		return faces, nil
	}
	var seg segmenter.Segmenter
	seg.Init(runes)
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		face, err := f.faceFor(g.Text)
		if err != nil {
			return nil, err
		}
		for i := range g.Text {
			faces[g.Offset+i] = face
		}
	}
	return faces, nil
}

// faceFor returns the face that sets a letter with its marks (UAX #29 calls
// them a grapheme cluster): f, or the face of another family whose weight is
// nearest.
func (f *Face) faceFor(cluster []rune) (*Face, error) {
	if f.sets(cluster) {
		return f, nil
	}
	var best *Face
	for i, other := range f.collection.families {
		if i == f.collection.own && best != nil {
			break // the program's own come last
		}
		face := other.nearest(f.Weight)
		if (best == nil || abs(face.Weight-f.Weight) < abs(best.Weight-f.Weight)) && face.sets(cluster) {
			best = face
		}
	}
	if best != nil {
		return best, nil
	}
	for _, r := range cluster {
		if !f.covers(r) {
			return nil, missing(f, r)
		}
	}
	return nil, missing(f, cluster[len(cluster)-1])
}

func (f *Face) sets(cluster []rune) bool {
	for i, r := range cluster {
		if !f.covers(r) {
			return false
		}
		if i > 0 && unicode.Is(unicode.M, r) && !f.places {
			return false
		}
	}
	return true
}

// covers reports whether f can set r, with a glyph of its own or as HarfBuzz
// makes do: spaces of any width from the space, the non-breaking hyphen from
// the hyphen; joiners have no glyph.
func (f *Face) covers(r rune) bool {
	switch {
	case f.Has(r) || r == '\u200c' || r == '\u200d':
		return true
	case unicode.Is(unicode.Zs, r):
		return f.Has(' ')
	case r == '\u2011':
		return f.Has('\u2010')
	}
	return false
}
