package verify

import (
	"slices"

	"panonceau/catalog"
)

// verdicts of awards that no longer hold, by code of the state.
var verdicts = map[string]Verdict{
	catalog.StateExpired.Code:   Expired,
	catalog.StateSuspended.Code: Suspended,
	catalog.StateWithdrawn.Code: Withdrawn,
}

// award answers what an award is worth today.
func (c *Checker) award(a *catalog.Award) *Answer {
	p := c.catalog.Pack(a.Holder.Label())
	e := p.Edition(a.Edition)
	state := c.catalog.StateOf(a)
	told := &Award{Label: p.Name("fr"), Edition: a.Edition, Level: levelName(e, a), Holder: fullName(a),
		HolderID: a.Holder.ID, Code: catalog.ShowCode(a.Code()), State: "ok", Since: a.Since, Reason: a.Reason}
	out := answer(Genuine, sentence("Le registre a bien cette attribution : "+c.catalog.Title(a, "fr")+".",
		"The registry has this award: "+c.catalog.Title(a, "en")+"."))
	if newer := c.newer(a); newer != nil && state == catalog.StateOK {
		told.Superseded = newer.Edition
		out.becomes(Superseded, sentence("Le même titulaire a une attribution plus récente : édition "+newer.Edition+".",
			"The same holder has a newer award: edition "+newer.Edition+"."))
	}
	if state != catalog.StateOK {
		told.State = state.Code
		out.becomes(verdicts[state.Code], stateReason(state, e, a)...)
	}
	out.Award, out.Proof = told, c.origin+"/c/"+a.Code()
	return out
}

// newer returns the award in force that superseded a, or nil.
func (c *Checker) newer(a *catalog.Award) *catalog.Award {
	current := c.catalog.Current(a.Holder)
	if c.catalog.StateOf(current) != catalog.StateOK ||
		slices.Index(a.Holder.Awards, current) >= slices.Index(a.Holder.Awards, a) {
		return nil
	}
	return current
}

// stateReason says since when an award no longer holds, and why.
func stateReason(s catalog.State, e *catalog.Edition, a *catalog.Award) []Sentence {
	var out []Sentence
	switch s {
	case catalog.StateExpired:
		out = append(out, sentence("Elle valait jusqu’au "+catalog.DayInWords("fr", e.Until)+".", "It held until "+catalog.DayInWords("en", e.Until)+"."))
	case catalog.StateSuspended:
		out = append(out, sentence("Elle est suspendue depuis le "+catalog.DayInWords("fr", a.Since)+".", "It has been suspended since "+catalog.DayInWords("en", a.Since)+"."))
	case catalog.StateWithdrawn:
		out = append(out, sentence("Elle a été retirée le "+catalog.DayInWords("fr", a.Since)+".", "It was withdrawn on "+catalog.DayInWords("en", a.Since)+"."))
	}
	if a.Reason != "" {
		out = append(out, sentence("Motif : "+a.Reason+".", "Reason: "+a.Reason+"."))
	}
	return out
}

func levelName(e *catalog.Edition, a *catalog.Award) string {
	if l := e.Level(a.Level); l != nil {
		return l.Name["fr"]
	}
	return a.Level
}

// fullName returns the name of a holder, with that in its second language.
func fullName(a *catalog.Award) string {
	if a.Second == "" {
		return a.Name
	}
	return a.Name + " / " + a.Second
}
