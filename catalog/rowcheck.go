package catalog

import (
	"strings"
	"unicode/utf8"
)

// checkAward checks what a row says of an award.
func (r *registryReader) checkAward(a *Award) {
	if a.Name == "" {
		r.fail(colName, "the name is missing")
	}
	if n := utf8.RuneCountInString(a.Name) + utf8.RuneCountInString(a.Second); n > maxName {
		r.fail(colName, "%d characters; at most %d", n, maxName)
	}
	if a.SecondLang != "" && (a.Second == "" || !isLanguage(a.SecondLang)) {
		r.fail(colLang, "%s: want the language of a second name, as br in Plouguerneau / Plougerne", quote(a.SecondLang))
	}
	r.checkGlyphs(colName, a.Name, a.Second)
	r.checkGlyphs(colShort, a.Short...)
	r.checkGlyphs(colMentions, a.Mentions...)
	r.checkGlyphs(colReason, a.Reason)
	if a.TNCC != "" && (len(a.TNCC) != 1 || !only(a.TNCC, "012345678")) {
		r.fail(colTNCC, "%s: want a digit from 0 to 8", quote(a.TNCC))
	}
	e := r.pack.Edition(a.Edition)
	if e == nil {
		r.fail(colEdition, "%s is no edition of %s", quote(a.Edition), r.pack.ID)
		return
	}
	r.checkLevels(a, e)
}

// checkLevels checks the levels of an award: at least one, and no two of a
// scale. It puts them in the order of the scales.
func (r *registryReader) checkLevels(a *Award, e *Edition) {
	for _, id := range a.Levels {
		if e.Level(id) == nil {
			r.fail(colLevel, "%s is no level of edition %s", quote(id), a.Edition)
			return
		}
	}
	var all []string
	for _, s := range e.Scales {
		held := 0
		for _, id := range a.Levels {
			if s.Level(id) != nil {
				all = append(all, id)
				held++
			}
		}
		if held > 1 {
			r.fail(colLevel, "%s: one level of scale %q at most", quote(strings.Join(a.Levels, "|")), s.ID)
		}
	}
	if len(all) == 0 {
		r.fail(colLevel, "%q is no level of edition %s", "", a.Edition)
		return
	}
	a.Levels, a.Level = all, all[0]
}

// checkGlyphs checks that the texts of a column can be set.
func (r *registryReader) checkGlyphs(column string, texts ...string) {
	for _, s := range texts {
		if c, ok := r.pack.covers(s); !ok {
			r.fail(column, "%s: no font has the character U+%04X", quote(s), c)
		}
	}
}

// isLanguage reports whether s is a language tag of two or three letters, with
// a script or a region (BCP 47).
func isLanguage(s string) bool {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		if i == 0 && (len(p) < 2 || len(p) > 3) || i > 0 && (len(p) < 2 || len(p) > 4) || i > 2 ||
			strings.Trim(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return false
		}
	}
	return true
}
