package catalog

import (
	"panonceau/render"
	"panonceau/render/text"
)

// A Pack is a label: who it is, how it counts, what it says and how it looks.
// It is read from a directory and never modified.
type Pack struct {
	ID        string
	Languages []string // BCP 47; the first is the default
	Site      string   // of the label, a URL
	License   string   // of the artwork, an SPDX id or a URL
	Notice    Texts    // e.g. "unofficial artwork"
	Issuer    string   // who awards the label
	Links     []Link   // from the pages of holders

	Inks      []*render.Ink
	Variants  []*Variant // the first is the default
	Scales    []*Scale
	Editions  []*Edition // in the order of the file: oldest first
	Kinds     []*Kind
	Designs   []*Design
	Documents []*Document
	Digest    string // of every file the pack was read from

	// Issues are what is amiss with the pack as a whole and does not keep it
	// from being served.
	Issues []string

	text     layer
	textInks []*render.Ink
	neutral  *render.Ink // of steps whose level is hidden; nil: none can be
	inkNames []Texts     // of Inks
	palettes []palette
	pieces   []render.Variant // the palettes of the light theme, for pieces
	rules    []rule
	page     charterPage
	words    map[telling][]*wording // by language
	textKeys map[string]bool        // of every text of some level or edition
	parallel []*Scale               // those of editions with several
	levels   []*Level               // of all scales

	fonts     *text.Collection // its own first, then the program's
	fontCount int              // of its own
}

// Texts are words for one thing, by language; all languages of the pack are
// there.
type Texts map[string]string

// A Scale is the levels of some editions, the lowest first.
type Scale struct {
	ID     string
	Name   Texts
	Unlit  *render.Ink // of steps that are not reached
	Levels []*Level

	text layer
}

// A Level is one step of a scale.
type Level struct {
	ID    string
	Scale *Scale
	Rank  int // 1 for the lowest
	Name  Texts
	Ink   *render.Ink   // of the level as a whole
	Ramp  []*render.Ink // of each step, when lit

	index int // in Pack.levels
	text  layer
}

// An Edition is one year of the label. It counts on one scale, or on several
// side by side; no two levels of them have the same ID.
type Edition struct {
	ID     string
	Scale  *Scale   // the first of Scales
	Scales []*Scale // at least one
	Date   string   // of the ceremony, YYYY-MM-DD; empty: not known
	Until  string   // last day of validity, YYYY-MM-DD; empty: no end

	text   layer
	levels map[string]layer // by level
}

// A Kind is a sort of holder.
type Kind struct {
	ID   string
	Name Texts

	noun []template // by language: how a title calls the holder
	text layer      // instead of the pack's, for holders of this kind
	the  []template // by language: how a sentence does; nil: by its name
}

// A Variant is a version of the artwork in other inks.
type Variant struct {
	ID   string
	Name Texts
	Dark bool // made for dark grounds

	Grounds []Ground // on which it may stand, the first being what it is made for
	Reason  Texts    // why it may not stand on others; empty: not told

	// Box is the ink of the ground that the artwork itself paints in this
	// variant; nil: none.
	Box *render.Ink

	swap map[string]*render.Ink
}

// A rule is a combination that the charter forbids. An empty list is any.
type rule struct {
	design, variant, theme, level, hide, ground []string
	reason                                      Texts
}

// OnDark reports whether a variant is made for dark grounds.
func (p *Pack) OnDark(variant string) bool {
	for _, v := range p.Variants {
		if v.ID == variant {
			return v.Dark
		}
	}
	return false
}

// Night returns the pack's darkest colour but black: the ground on which
// pictures for dark grounds are shown.
func (p *Pack) Night() render.RGB {
	night := render.RGB{}
	least := 1.0
	for _, k := range p.Inks {
		if l := luminance(k.RGB); l > 0 && l < least {
			night, least = k.RGB, l
		}
	}
	return night
}

// lang returns the index of a language, or -1.
func (p *Pack) lang(lang string) int {
	for i, l := range p.Languages {
		if l == lang {
			return i
		}
	}
	return -1
}

// Edition returns the edition with the given id, or nil.
func (p *Pack) Edition(id string) *Edition {
	for _, e := range p.Editions {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// Level returns the level of the edition with the given id, or nil.
func (e *Edition) Level(id string) *Level {
	for _, s := range e.Scales {
		if l := s.Level(id); l != nil {
			return l
		}
	}
	return nil
}

// Levels returns the levels of all scales of the edition.
func (e *Edition) Levels() []*Level {
	var all []*Level
	for _, s := range e.Scales {
		all = append(all, s.Levels...)
	}
	return all
}

// Level returns the level of the scale with the given id, or nil.
func (s *Scale) Level(id string) *Level {
	for _, l := range s.Levels {
		if l.ID == id {
			return l
		}
	}
	return nil
}

// Design returns the design with the given id, or nil.
func (p *Pack) Design(id string) *Design {
	for _, d := range p.Designs {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// Kind returns the kind with the given id, or nil.
func (p *Pack) Kind(id string) *Kind {
	for _, k := range p.Kinds {
		if k.ID == id {
			return k
		}
	}
	return nil
}

// Variant returns the variant with the given id, or nil.
func (p *Pack) Variant(id string) *Variant {
	for _, v := range p.Variants {
		if v.ID == id {
			return v
		}
	}
	return nil
}

// Name returns the full name of the label in a language of the pack.
func (p *Pack) Name(lang string) string { return p.Text(nil, nil, "label", lang) }

// ink returns the ink called name, or nil.
func (p *Pack) ink(name string) *render.Ink {
	for _, k := range p.Inks {
		if k.Name == name {
			return k
		}
	}
	return nil
}
