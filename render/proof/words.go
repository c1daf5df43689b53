package proof

import (
	"slices"

	"panonceau/render/paper"
)

// words are all that a proof says on its own account. Typewriter punctuation
// is set as printers do where it is used.
type words struct {
	title, reference, version, date, specimen string

	label, edition, level, holder, siren, id                  string
	size, scale, quantity, letters                            string
	material, thickness, film, finish, fixing, drill, corners string

	scaleIs          string // the scale, and what it means
	fullSize         string // scale 1:1
	smaller, larger  string // one centimetre, and how many of the other
	printAt          string
	fromEdge         string // of holes, before two distances
	xHeight, capital string

	terms                                        []string // in the order of termWords
	months                                       [12]string
	cmyk                                         [4]string
	inks, noInk, image, moreInks, screen         string
	lines, cut, drills, white, engrave           string
	edge, bleed, safety                          string
	decision, approved, corrected, rejected      string
	name, function, signature, stamp, commitment string
	caution                                      string
	sign                                         []string
}

var french = words{
	title: "Bon à tirer", reference: "Référence", version: "Version", date: "Date",
	specimen: "Spécimen – non attesté",

	label: "Label", edition: "Édition", level: "Niveau", holder: "Titulaire", siren: "SIREN", id: "Identifiant",
	size: "Format fini", scale: "Échelle", quantity: "Quantité",
	material: "Matériau", thickness: "Épaisseur", film: "Classe du film", finish: "Finition", fixing: "Fixation",
	drill: "Perçage", corners: "Angles",

	scaleIs: "Échelle %s : %s", fullSize: "grandeur réelle",
	smaller:  "1 cm ici = %s cm en vrai",
	larger:   "%s cm ici = 1 cm en vrai",
	printAt:  "imprimer à 100 %",
	fromEdge: "axe à", xHeight: "x", capital: "H", letters: "Lettres",

	terms: []string{
		"acier inoxydable brossé", "laiton", "matériau à graver deux couches", "verre acrylique", "composite aluminium (dibond)",
		"aluminium", "acier émaillé", "non rétroréfléchissant", "classe 1", "classe 2", "classe 3",
	},
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	cmyk:   [4]string{"C", "M", "J", "N"},
	inks:   "Couleurs", noInk: "hors charte", image: "image en couleurs RVB", moreInks: "et %d autres",
	screen: "Valeurs en %. L'écran n'est pas une épreuve de couleur.",
	lines:  "Tracés, non imprimés", cut: "Découpe", drills: "Perçage", white: "Blanc de soutien", engrave: "Gravure",
	edge: "Bord fini", bleed: "Fond perdu", safety: "Marge de sécurité",

	decision: "Décision", approved: "Bon à tirer",
	corrected: "Bon à tirer sous réserve des corrections portées sur l'épreuve",
	rejected:  "À refaire : nouvelle épreuve demandée",
	name:      "Nom", function: "Fonction", signature: "Signature", stamp: "Cachet",
	commitment: "Dater, signer et porter la mention « Bon à tirer ». La signature engage : elle vaut accord sur les textes, " +
		"les dimensions, les couleurs et la quantité, et certifie que le signataire détient les droits sur les images, " +
		"logos et polices reproduits. Toute modification demande une nouvelle épreuve.",

	caution: "À savoir",
	sign: []string{
		"Ce panneau n'est pas un panneau de signalisation routière (IISR).",
		"Sa pose demande l'accord du gestionnaire de la voirie.",
		"Ne jamais le poser sur le support d'un panneau EB10 ou EB20.",
	},
}

var english = words{
	title: "Proof for approval", reference: "Reference", version: "Version", date: "Date",
	specimen: "Specimen – not attested",

	label: "Label", edition: "Edition", level: "Level", holder: "Holder", siren: "SIREN", id: "Identifier",
	size: "Finished size", scale: "Scale", quantity: "Quantity",
	material: "Material", thickness: "Thickness", film: "Film class", finish: "Finish", fixing: "Fixing",
	drill: "Holes", corners: "Corners",

	scaleIs: "Scale %s: %s", fullSize: "actual size",
	smaller:  "1 cm here = %s cm in reality",
	larger:   "%s cm here = 1 cm in reality",
	printAt:  "print at 100%",
	fromEdge: "centre", xHeight: "x", capital: "H", letters: "Letters",

	terms: []string{
		"brushed stainless steel", "brass", "two-layer engraving stock", "acrylic glass", "aluminium composite (dibond)",
		"aluminium", "enamelled steel", "not retroreflective", "class 1", "class 2", "class 3",
	},
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	cmyk:   [4]string{"C", "M", "Y", "K"},
	inks:   "Colours", noInk: "not in the charter", image: "picture in RGB colours", moreInks: "and %d more",
	screen: "Values in %. A screen is not a colour proof.",
	lines:  "Lines, not printed", cut: "Cut", drills: "Drill", white: "White underprint", engrave: "Engraving",
	edge: "Finished edge", bleed: "Bleed", safety: "Safety margin",

	decision: "Decision", approved: "Approved for production",
	corrected: "Approved subject to the corrections marked on the proof",
	rejected:  "Rejected: new proof requested",
	name:      "Name", function: "Function", signature: "Signature", stamp: "Stamp",
	commitment: "Date, sign and write the words \u201cApproved for production\u201d. Signing is binding: it accepts the texts, " +
		"the dimensions, the colours and the quantity, and certifies that the signatory holds the rights in the pictures, " +
		"logos and fonts shown. Any change requires a new proof.",

	caution: "Please note",
	sign: []string{
		"This is not a regulatory road sign (French IISR).",
		"Installing it requires the agreement of the road manager.",
		"Never mount it on the post of an EB10 or EB20 sign.",
	},
}

// termWords are the words for materials and films in addresses, the films last.
var termWords = []string{
	"steel", "brass", "two-layer", "acrylic", "dibond", "aluminium", "enamel",
	"none", "class-1", "class-2", "class-3",
}

const filmWords = 4

// Materials returns the words that a proof says in full for Ticket.Material.
func Materials() []string { return slices.Clone(termWords[:len(termWords)-filmWords]) }

// Films returns the words that a proof says in full for Ticket.Film: the
// classes of retroreflection, and none.
func Films() []string { return slices.Clone(termWords[len(termWords)-filmWords:]) }

// Term returns what a word for a material or a film says in French, or in
// English for any other language; another word is returned as it is.
func Term(lang, word string) string { return wordsOf(lang).term(word) }

// term returns what a word of an address says, or the word itself.
func (w *words) term(word string) string {
	if i := slices.Index(termWords, word); i >= 0 {
		return w.terms[i]
	}
	return word
}

// wordsOf returns the wording for a language.
func wordsOf(lang string) *words {
	if paper.IsFrench(lang) {
		return &french
	}
	return &english
}
