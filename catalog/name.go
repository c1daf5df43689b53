package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleanName returns a free name as it will be set: in NFC, with single plain
// spaces between words. What cannot be seen, or reorders or decorates what can,
// is refused: it would let two names look alike (Unicode TR 36 §2).
func cleanName(param, v string, most int) (string, *Error) {
	if !utf8.ValidString(v) {
		return "", fault(ErrInvalid, param, "%s : ce n’est pas de l’UTF-8", "%s: not UTF-8", param)
	}
	marks := 0
	for _, c := range v {
		if unicode.In(c, unicode.Mn, unicode.Me) {
			marks++
		} else {
			marks = 0
		}
		if marks > maxMarks || !visible(c) {
			return "", fault(ErrInvalid, param,
				"%s : le caractère U+%04X n’est pas admis", "%s: character U+%04X is not allowed", param, c)
		}
	}
	v = norm.NFC.String(strings.Join(strings.Fields(v), " "))
	if v == "" {
		return "", fault(ErrInvalid, param, "%s : le texte est vide", "%s: the text is empty", param)
	}
	if n := utf8.RuneCountInString(v); n > most {
		return "", fault(ErrInvalid, param,
			"%s : %d caractères ; %d au plus", "%s: %d characters; at most %d", param, n, most)
	}
	return v, nil
}

// visible reports whether a character is seen, or is a space.
func visible(c rune) bool {
	return unicode.IsGraphic(c) && c != utf8.RuneError &&
		!unicode.In(c, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) &&
		c != '\u2800' // a Braille cell without dots
}
