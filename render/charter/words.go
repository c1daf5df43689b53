package charter

import "panonceau/render/paper"

// words are all that a charter says on its own account. Typewriter punctuation
// is set as printers do where it is used.
type words struct {
	title, clear, clearIs, minimums, levels, versions, inks, wrong string
	stretched, tilted, cropped                                     string
	more                                                           string // and so many others
	cmyk                                                           [4]string
}

var french = words{
	title:    "Charte graphique",
	clear:    "Le logo et son espace",
	clearIs:  "Rien n'entre dans cet espace : x = %s % de la hauteur du logo.",
	minimums: "Tailles minimales",
	levels:   "Niveaux",
	versions: "Versions, et leurs fonds",
	inks:     "Couleurs",
	wrong:    "Ce qu'il ne faut pas faire",

	stretched: "Déformer", tilted: "Incliner", cropped: "Recadrer",
	more: "et %d autres",
	cmyk: [4]string{"C", "M", "J", "N"},
}

var english = words{
	title:    "Brand charter",
	clear:    "The logo and its space",
	clearIs:  "Nothing enters this space: x = %s % of the height of the logo.",
	minimums: "Least sizes",
	levels:   "Levels",
	versions: "Versions, and their grounds",
	inks:     "Colours",
	wrong:    "What not to do",

	stretched: "Stretch", tilted: "Tilt", cropped: "Crop",
	more: "and %d more",
	cmyk: [4]string{"C", "M", "Y", "K"},
}

// Title returns what a charter is called.
func Title(lang string) string { return wordsOf(lang).title }

// wordsOf returns the wording for a language.
func wordsOf(lang string) *words {
	if paper.IsFrench(lang) {
		return &french
	}
	return &english
}
