package render

import (
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A Spec is everything needed to draw one picture, with nothing left to decide:
// no default, no name to look up, no date. The catalog makes it from a request.
// A Spec and what it points to are never modified.
type Spec struct {
	Design *Design   // the artwork
	Parts  []*Design // artworks that slots of Design may draw, e.g. the mark

	// Width and Height are the size of the piece in units of the design; 0
	// keeps that of the artwork, and a width that its text decides. Compose fits
	// the artwork to it at its seams.
	Width, Height float64
	Bleed         float64 // in units

	Rank  int    // the level, 1 to Steps; 0: none is lit
	Steps int    // levels of the scale
	Ramp  []*Ink // ink of each step when lit, the first step first
	Unlit *Ink   // ink of the steps above Rank
	Level *Ink   // ink of the level as a whole
	OnLvl *Ink   // ink of text on a ground of Level; it reaches 4.5:1
	Inks  []*Ink // the pack's, which slots may name

	Scales []Standing // of each scale, where the label counts on several at once

	Palette  []Swap    // variant and theme, applied to every ink of the artwork
	Variants []Variant // palettes that pieces may ask for instead
	Fields   []Field   // what text slots say
	Facts    []Fact    // what conditions ask, sorted by name

	Ground *Ink // painted under the artwork; nil: nothing is

	Arms *Drawing // the holder's coat of arms; nil: none
	QR   string   // content of QR slots, ASCII; empty: they are left out

	// Specimen marks the picture with this word, in a layer of its own, when
	// nobody attests the award; empty: no mark.
	Specimen string

	Title, Desc, Lang string
	Meta              Meta

	Fonts *text.Collection
}

// A Standing is how far an award reaches on one of several scales, which pieces
// and groups with data-scale show.
type Standing struct {
	Scale       string
	Rank, Steps int
	Ramp        []*Ink
	Unlit       *Ink
	Level       *Ink
	OnLvl       *Ink
}

// standing returns how the award stands on a scale; "" is the one that the
// picture is about. It is nil if the award knows no such scale.
func (s *Spec) standing(scale string) *Standing {
	if scale == "" {
		return &Standing{Rank: s.Rank, Steps: s.Steps, Ramp: s.Ramp, Unlit: s.Unlit, Level: s.Level, OnLvl: s.OnLvl}
	}
	for i := range s.Scales {
		if s.Scales[i].Scale == scale {
			return &s.Scales[i]
		}
	}
	return nil
}

// A Swap replaces an ink of the artwork.
type Swap struct {
	From string // name of the ink; "*" is any ink that no other Swap names
	To   *Ink
}

// A Variant is the palette of a piece that asks for it with data-variant: on a
// night ground the mark is drawn in the inks of the night, whatever the variant
// of the picture.
type Variant struct {
	Name    string
	Palette []Swap
}

// A Field is what a text slot says, with shorter forms to fall back on when
// the slot is too small, the longest first.
type Field struct {
	Key   string
	Text  string
	Short []string
	Lang  string // BCP 47; empty: that of the picture
}

// A Fact is something conditions can ask about: variant=mono, kind=commune.
type Fact struct{ Name, Value string }

// field returns the field with the given key, or nil.
func (s *Spec) field(key string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Key == key {
			return &s.Fields[i]
		}
	}
	return nil
}

// part returns the design called name among Parts, or nil.
func (s *Spec) part(name string) *Design {
	for _, d := range s.Parts {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// fact returns the value of a fact, or "" if it does not hold.
func (s *Spec) fact(name string) string {
	for _, f := range s.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// palette returns the palette of a variant, or else if there is none.
func (s *Spec) palette(variant string, or []Swap) []Swap {
	for i := range s.Variants {
		if s.Variants[i].Name == variant {
			return s.Variants[i].Palette
		}
	}
	return or
}

// mix returns what a palette makes of k.
func mix(k *Ink, palette []Swap) *Ink {
	var any *Ink
	for _, w := range palette {
		if w.From == k.Name {
			return w.To
		}
		if w.From == "*" {
			any = w.To
		}
	}
	if any != nil {
		return any
	}
	return k
}

// page returns the size of the piece s asks for, in units.
func (s *Spec) page() geom.Rect {
	r := s.Design.Art.Page()
	if s.Width > 0 {
		r.X1 = s.Width
	}
	if s.Height > 0 {
		r.Y1 = s.Height
	}
	return r
}
