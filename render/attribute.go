package render

import (
	"slices"
	"strings"
)

// An Attribute is a data-* attribute that artwork may have, for its guide.
type Attribute struct {
	Name    string // after data-
	On      string // the elements it means something on
	Default string // what its absence means; empty: nothing is asked
	En      string
}

// attributes are the data-* names that directives know. Others are an error: a
// misspelt one would be silently ignored. docs/slots.md says more.
var attributes = []Attribute{
	{"if", "any element", "", "keeps the element only if every term holds"},
	{"scale", "any element", "", "of several scales, the one that steps, levels and texts inside are of"},
	{"step", "any element", "", "the step of the scale that it stands for, from 1: it takes the ink of the step when the level reaches it"},
	{"ink", "any element", "its own fill", "`level`, `level-text` or an ink; on pieces the ink of what is lit"},
	{"unlit", "a piece", "the unlit ink", "ink of what is not lit in it"},
	{"layer", "any element", "artwork", "production step: `cut`, `drill`, `white`, `engrave` or `proof`"},
	{"slot", "a rect", "", "sets the text of this name in the rect; its fill is the colour of the text"},
	{"part", "a rect", "", "draws another design of the pack in the rect"},
	{"row", "a rect", "", "draws another design once for each step, in a row"},
	{"arms", "a rect", "", "draws the arms of the holder in the rect"},
	{"qr", "a rect", "", "draws the QR code in the rect"},
	{"face", "a text slot", "Barlow", "font family, of the pack or of the program"},
	{"weight", "a text slot", "400", "400, 500, 600 or 700"},
	{"size", "a text slot", "height of the box", "font size"},
	{"min", "a text slot", "half the size", "the least size"},
	{"stretch", "a text slot", "0.85", "the narrowest horizontal scale"},
	{"lines", "a text slot", "1", "most lines"},
	{"leading", "a text slot", "1.15", "line height, in sizes"},
	{"tracking", "a text slot", "0", "letter spacing, in thousandths of the size"},
	{"align", "a slot or a piece", "`start` of texts, `middle` of pieces", "`start`, `middle` or `end`"},
	{"valign", "a slot or a piece", "middle", "`top`, `middle`, `bottom`; `baseline` for texts"},
	{"case", "a text slot", "as written", "`upper`: capitals, with their accents"},
	{"hug", "a text slot", "", "`x`: the box takes the width of the text, and the design grows with it"},
	{"optional", "a text slot", "an absent text is an error", "the slot may stay empty"},
	{"gap", "a row", "a quarter of the height", "space between the pieces"},
	{"variant", "a piece", "that of the picture", "the variant that the piece is drawn in"},
	{"ground", "arms", "", "ink of a plate under them"},
}

// rootAttributes are those of the root alone.
var rootAttributes = []Attribute{
	{"seam-x", "the root", "", "positions at which the design may be cut open to make it wider"},
	{"seam-y", "the root", "", "positions at which it may be cut open to make it higher"},
	{"bleed", "the root", "0", "how far the ground runs beyond the piece"},
}

// Attributes returns the data-* attributes that artwork may have, those of the
// root last.
func Attributes() []Attribute { return slices.Concat(attributes, rootAttributes) }

func knownAttribute(name string) bool {
	return slices.ContainsFunc(attributes, func(a Attribute) bool { return a.Name == name })
}

// attributeNames lists the attributes for an error.
func attributeNames() string {
	var names []string
	for _, a := range attributes {
		names = append(names, "data-"+a.Name)
	}
	return strings.Join(names, ", ")
}
