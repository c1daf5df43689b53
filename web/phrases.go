package web

import "panonceau/render/text"

// A phrase is what the page says, in its two languages.
type phrase struct{ fr, en string }

func (p phrase) in(lang string) string {
	if lang == "en" {
		return p.en
	}
	return p.fr
}

// phrases are the words of pages that do not come from a pack: those that all
// pages share, and each page's own, in phrases_*.go. A name that is not here
// makes the template fail, which tests of the pages see.
var phrases = join(sharedPhrases, homePhrases, createPhrases, proofPhrases, mapPhrases, infoPhrases, verifyPhrases)

// join returns all the phrases of some tables, typeset. Names are of one page:
// that two tables have the same one is a defect.
func join(tables ...map[string]phrase) map[string]phrase {
	all := make(map[string]phrase)
	for _, t := range tables {
		for name, p := range t {
			if _, twice := all[name]; twice {
				panic("two phrases are called " + name)
			}
			all[name] = phrase{text.Typeset("fr", p.fr), text.Typeset("en", p.en)}
		}
	}
	return all
}

// sharedPhrases are those of the layout and of what several pages have.
var sharedPhrases = map[string]phrase{
	"faults":       {"Ce label a des défauts", "This label has faults"},
	"faults-kept":  {"La dernière version sans défaut reste servie. Cette page se met à jour quand vous la rechargez.", "The last version without faults goes on being served. Reload this page to see it updated."},
	"skip":         {"Aller au contenu", "Skip to the content"},
	"sections":     {"Rubriques", "Sections"},
	"you-are-here": {"Vous êtes ici", "You are here"},
	"other":        {"English", "Français"},
	"other-code":   {"en", "fr"},
	"copy":         {"Copier", "Copy"},
	"copied":       {"Copié", "Copied"},
	"uncopied":     {"La copie a échoué : le texte est sélectionné, copiez-le au clavier.", "Copying failed: the text is selected, copy it with the keyboard."},

	"nav-home": {"Accueil", "Home"},
	"nav-map":  {"Carte", "Map"},

	"footer": {
		"Panonceau, logiciel libre sous licence Apache-2.0. Aucun cookie, aucun tiers, aucune adresse IP complète dans les journaux.",
		"Panonceau, free software under the Apache-2.0 licence. No cookie, no third party, no full IP address in the logs."},
	"artwork":       {"Dessins :", "Artwork:"},
	"missing-title": {"Rien ici", "Nothing here"},
	"missing":       {"Il n’y a rien à cette adresse.", "There is nothing at this address."},
	"back":          {"Voir les images qui existent", "See the pictures there are"},
}
