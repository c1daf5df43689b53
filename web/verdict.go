package web

import (
	"cmp"
	"unicode"
	"unicode/utf8"

	"panonceau/catalog"
	"panonceau/render/text"
)

// say returns a sentence in a language, typeset.
func say(lang, fr, en string) string { return text.Typeset(lang, phrase{fr, en}.in(lang)) }

// verdictIn answers whether an award is true and still valid.
func verdictIn(lang string, a *proofAward) string {
	s := &a.State
	since := longDay(lang, s.Since)
	switch s.Code {
	case catalog.StateExpired.Code:
		return say(lang, "C’était vrai ; le label a expiré après le "+longDay("fr", s.Until)+".",
			"It was true; the label expired after "+longDay("en", s.Until)+".")
	case catalog.StateSuspended.Code:
		return say(lang, "Non, pas en ce moment : le label est suspendu depuis le "+since+".",
			"No, not at present: the label is suspended since "+since+".")
	case catalog.StateWithdrawn.Code:
		return say(lang, "Non, plus maintenant : le label a été retiré le "+since+".",
			"No, not any more: the label was withdrawn on "+since+".")
	}
	return say(lang, "Oui, c’est vrai, et c’est toujours valable.", "Yes, it is true, and still valid.")
}

// halfVerdict answers for a holder whose newest award does not hold, where an
// older one does.
func halfVerdict(lang string, holds, newest *proofAward) string {
	why := lower(stateSentence(lang, &newest.State, newest.Edition))
	return say(lang, "Oui pour l’édition "+holds.Edition+", non pour "+newest.Edition+" : "+why,
		"Yes for the "+holds.Edition+" edition, no for "+newest.Edition+": "+why)
}

// lower returns a sentence as it stands after a colon.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// verdictSentence says what the answer is about, and who says so.
func (g *guide) verdictSentence(a *proofAward) string {
	if a.State.Code == "ok" {
		return say(g.Lang, a.Name+" a bien reçu : "+a.Title+". C’est ce que dit le registre du label.",
			a.Name+" was indeed awarded: "+a.Title+". So says the registry of the label.")
	}
	return say(g.Lang, a.Name+" avait reçu : "+a.Title+". Le registre du label dit ce qu’il en est devenu.",
		a.Name+" had been awarded: "+a.Title+". The registry of the label tells what became of it.")
}

// stateWord says in a word whether an award holds.
func stateWord(lang string, s catalog.State) string {
	words := map[string]phrase{
		"":                          {"Valable", "Valid"},
		catalog.StateExpired.Code:   {"Expiré", "Expired"},
		catalog.StateSuspended.Code: {"Suspendu", "Suspended"},
		catalog.StateWithdrawn.Code: {"Retiré", "Withdrawn"},
	}
	return cmp.Or(words[s.Code].in(lang), s.In(lang))
}

// stateSentence says it in a sentence, with its dates.
func stateSentence(lang string, s *proofState, edition string) string {
	since := longDay(lang, s.Since)
	switch {
	case s.Code == catalog.StateExpired.Code:
		return say(lang, "Valable jusqu’au "+longDay("fr", s.Until)+" ; expiré depuis.",
			"Valid until "+longDay("en", s.Until)+"; expired since.")
	case s.Code == catalog.StateSuspended.Code:
		return say(lang, "Suspendu depuis le "+since+".", "Suspended since "+since+".")
	case s.Code == catalog.StateWithdrawn.Code:
		return say(lang, "Retiré le "+since+".", "Withdrawn on "+since+".")
	case s.SupersededBy != "":
		return say(lang, "Valable pour l’édition "+edition+". L’édition "+s.SupersededBy+", plus récente, n’y enlève rien.",
			"Valid for the "+edition+" edition. The newer one, "+s.SupersededBy+", takes nothing from it.")
	case s.Until != "":
		return say(lang, "Valable jusqu’au "+longDay("fr", s.Until)+".", "Valid until "+longDay("en", s.Until)+".")
	}
	return say(lang, "Valable, sans date de fin.", "Valid, with no end date.")
}
