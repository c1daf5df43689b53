package catalog

import (
	"strings"
	"unicode/utf8"
)

// INSEE's codes of the article of a name (TNCC of the Code officiel
// géographique). A name may carry its article, as Le Mans, or have it in the
// code only, as SITIV, which is spoken of as le SITIV.
const (
	tnccNone  = "0" // de Lyon
	tnccElide = "1" // d’Arles
	tnccLe    = "2" // du Mans
	tnccLa    = "3" // de La Tronche
	tnccLes   = "4" // des Sables-d’Olonne
	tnccL     = "5" // de L’Haÿ-les-Roses
	tnccAux   = "6" // des Marais, for Aux Marais
	tnccLas   = "7" // de Las Illas
	tnccLos   = "8" // de Los Masos
)

// ofFrench returns a name with the preposition de: "de La Tronche", "du Mans".
// An empty code means that of the spelling. Articles that are part of the name
// keep their capital unless they are contracted away.
func ofFrench(name, tncc string) string {
	article, rest := leadingArticle(name)
	if tncc == "" {
		tncc = guessTNCC(name)
	}
	switch tncc {
	case tnccElide:
		return "d’" + name
	case tnccLe:
		if article == "le" {
			return "du " + rest
		}
		return "du " + name
	case tnccLes:
		if article == "les" {
			return "des " + rest
		}
		return "des " + name
	case tnccAux:
		return "des " + strings.TrimPrefix(name, "Aux ")
	case tnccLa:
		if article != "la" {
			return "de la " + name
		}
	case tnccL:
		if article != "l’" {
			return "de l’" + name
		}
	}
	return "de " + name
}

// guessTNCC returns the code that the spelling of a name suggests. On the
// 34,875 communes of the Code officiel géographique with a code it is wrong for
// 223, nearly all of them in h: INSEE elides before two h out of three, and no
// rule tells which.
func guessTNCC(name string) string {
	switch article, _ := leadingArticle(name); article {
	case "le":
		return tnccLe
	case "la":
		return tnccLa
	case "les":
		return tnccLes
	case "l’":
		return tnccL
	}
	for _, n := range bodyNouns {
		if name == n.noun || strings.HasPrefix(name, n.noun+" ") {
			return n.tncc
		}
	}
	if elides(name) {
		return tnccElide
	}
	return tnccNone
}

// bodyNouns are the nouns that names of bodies begin with, which take an
// article where names of communes take none.
var bodyNouns = []struct{ noun, tncc string }{
	{"Agence", tnccL},
	{"Association", tnccL},
	{"CA", tnccLa},
	{"CC", tnccLa},
	{"CU", tnccLa},
	{"Centre", tnccLe},
	{"Collectivité", tnccLa},
	{"Communauté", tnccLa},
	{"Conseil", tnccLe},
	{"Département", tnccLe},
	{"Eurométropole", tnccL},
	{"GIP", tnccLe},
	{"Institut", tnccL},
	{"Métropole", tnccLa},
	{"Office", tnccL},
	{"PETR", tnccLe},
	{"Parc", tnccLe},
	{"Pays", tnccLe},
	{"Pôle", tnccLe},
	{"Région", tnccLa},
	{"SIVOM", tnccLe},
	{"SIVU", tnccLe},
	{"Syndicat", tnccLe},
	{"Université", tnccL},
}

// leadingArticle splits the article off a name; it is in lower case and empty
// if there is none.
func leadingArticle(name string) (article, rest string) {
	for _, a := range []string{"Le ", "La ", "Les "} {
		if rest, ok := strings.CutPrefix(name, a); ok {
			return strings.ToLower(strings.TrimSpace(a)), rest
		}
	}
	for _, a := range []string{"L'", "L’"} {
		if rest, ok := strings.CutPrefix(name, a); ok {
			return "l’", rest
		}
	}
	return "", name
}

// elides reports whether de loses its vowel before a name: before a vowel, a y
// that is one, and a mute h.
func elides(name string) bool {
	f := fold(name)
	if f == "" {
		return false
	}
	switch f[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y': // Yvetot and Y, but not Youx
		next, _ := utf8.DecodeRuneInString(f[1:])
		return !strings.ContainsRune("aeiou", next)
	case 'h':
		for _, h := range aspirated {
			if strings.HasPrefix(f, h) {
				return false
			}
		}
		return true
	}
	return false
}

// aspirated are beginnings of names whose h is not mute: what most readers
// know, and what the town itself writes where INSEE has it otherwise, as
// Houilles. Other names have their code in the registry.
var aspirated = []string{
	"haguenau", "ham-", "hambach", "hanvec", "haut ", "haute-", "hauts-", "hauts ", "hem-", "henvic",
	"hoedic", "hoenheim", "hoerdt", "hollande", "hongrie", "honfleur", "hornoy", "houdan", "houilles",
	"houlgate", "huelgoat", "huningue", "hunawihr", "husseren",
}

// theFrench returns how a sentence calls a body by its name: with the article
// that its code or its first word asks for, as in "le Département de la
// Gironde", "l’ADICO" or "Alès Agglomération". An article that is part of the
// name, as in Le Mans, is enough.
func theFrench(name, tncc string) string {
	if article, _ := leadingArticle(name); article != "" {
		return name
	}
	if tncc == "" {
		tncc = guessTNCC(name)
	}
	switch tncc {
	case tnccLe:
		return "le " + name
	case tnccLa:
		return "la " + name
	case tnccLes:
		return "les " + name
	case tnccL:
		return "l’" + name
	}
	return name
}

// withDe returns a phrase with the preposition de: "de la Ville du Mans", "du
// SITIV", "d’Alès Agglomération".
func withDe(phrase string) string {
	if rest, ok := strings.CutPrefix(phrase, "le "); ok {
		return "du " + rest
	}
	if rest, ok := strings.CutPrefix(phrase, "les "); ok {
		return "des " + rest
	}
	if strings.HasPrefix(phrase, "la ") || strings.HasPrefix(phrase, "l’") {
		return "de " + phrase
	}
	return ofFrench(phrase, "")
}

// withA returns a phrase with the preposition à: "à la Ville du Mans", "au
// SITIV", "au Mans", "à Alès Agglomération".
func withA(phrase string) string {
	for _, c := range []struct{ article, contracted string }{
		{"le ", "au "}, {"Le ", "au "}, {"les ", "aux "}, {"Les ", "aux "}, {"Aux ", "aux "},
	} {
		if rest, ok := strings.CutPrefix(phrase, c.article); ok {
			return c.contracted + rest
		}
	}
	return "à " + phrase
}
