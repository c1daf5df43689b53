package catalog

import (
	"net/http"
	"strings"

	"panonceau/render"
)

// A State says what a picture attests: an award, nothing, or that there is
// none.
type State struct {
	Code   string // in Panonceau-State and conditions; empty: all is well
	Status int    // HTTP status of the JSON twin; the picture itself is shown
	Fr, En string // for people, short enough for a badge
}

// The states of pictures.
var (
	StateOK             = State{"", http.StatusOK, "valable", "valid"}
	StateSpecimen       = State{"specimen", http.StatusOK, "spécimen", "specimen"}
	StateUnknownLabel   = State{"unknown-label", http.StatusNotFound, "label inconnu", "unknown label"}
	StateUnknownDesign  = State{"unknown-design", http.StatusNotFound, "visuel inconnu", "unknown design"}
	StateUnknownEdition = State{"unknown-edition", http.StatusNotFound, "édition inconnue", "unknown edition"}
	StateUnknownLevel   = State{"unknown-level", http.StatusNotFound, "niveau inconnu", "unknown level"}
	StateUnknownHolder  = State{"unknown-holder", http.StatusNotFound, "titulaire inconnu", "unknown holder"}
	StateNotAwarded     = State{"not-awarded", http.StatusNotFound, "non labellisé", "not awarded"}
	StateInvalid        = State{"invalid", http.StatusBadRequest, "adresse refusée", "address refused"}

	// Of free text: the picture is a specimen, or there is none.
	StateBadSignature     = State{"bad-signature", http.StatusOK, "spécimen, signature non valable", "specimen, signature not valid"}
	StateExpiredSignature = State{"expired-signature", http.StatusOK, "spécimen, signature expirée", "specimen, signature expired"}
	StateUnsigned         = State{"unsigned", http.StatusForbidden, "signature requise", "signature required"}
	StateNoFreeText       = State{"no-free-text", http.StatusForbidden, "texte libre refusé", "free text refused"}

	// Of awards that were made. Only what is withdrawn is gone for good.
	StateExpired   = State{"expired", http.StatusOK, "label expiré", "label expired"}
	StateSuspended = State{"suspended", http.StatusOK, "label suspendu", "label suspended"}
	StateWithdrawn = State{"withdrawn", http.StatusGone, "label retiré", "label withdrawn"}
)

// States returns the states that pictures may have, but for the one in which
// nothing is amiss.
func States() []State {
	return []State{
		StateSpecimen, StateBadSignature, StateExpiredSignature, StateUnsigned, StateNoFreeText,
		StateExpired, StateSuspended, StateWithdrawn, StateNotAwarded,
		StateUnknownLabel, StateUnknownDesign, StateUnknownEdition, StateUnknownLevel, StateUnknownHolder, StateInvalid,
	}
}

// OK reports whether the picture shows what was asked for, and nothing is
// amiss.
func (s State) OK() bool { return s == StateOK || s == StateSpecimen }

// In returns the words for s in French, or in English for any other language.
func (s State) In(lang string) string {
	if lang == "fr" {
		return s.Fr
	}
	return s.En
}

// stateArt returns the artwork of the pack that says why there is no award,
// for a page of w by h millimetres: the one that has to grow the least.
func (p *Pack) stateArt(w, h float64) *Style {
	var best *Style
	var least float64
	for _, d := range p.Designs {
		if d.For != ForState {
			continue
		}
		s := &d.Styles[0]
		growth := (w / h) / (s.Width() / s.Height())
		if growth < 1 {
			growth = 1 / growth
		}
		if best == nil || growth < least {
			best, least = s, growth
		}
	}
	return best
}

// firstClause returns what a message says before its first semicolon: what is
// wrong, without what was expected.
func firstClause(message string) string {
	clause, _, _ := strings.Cut(message, ";")
	return strings.TrimRight(clause, " \u00A0\u202F")
}

// stateSpec returns the picture of a state. It has the size of the design that
// was asked for, so that a page keeps its layout; a nil style means that of the
// artwork, and a badge is as wide as what it says. The detail is left out where
// it does not fit.
func (c *Catalog) stateSpec(p *Pack, asked *Style, w, h float64, words *wording, s State, detail string) *render.Spec {
	if asked != nil && w == 0 {
		w, h = asked.Width(), asked.Height()
	}
	if w == 0 {
		w, h = 3, 1 // the shape of a logo
		asked = nil
	}
	art := p.stateArt(w, h)
	scale := p.Scales[len(p.Scales)-1]
	level := scale.Levels[0]
	q := &p.palettes[0]
	v := &values{state: words.state(s), detail: detail}
	spec := &render.Spec{
		Design: art.Art, Parts: art.parts,
		Steps: len(scale.Levels), Ramp: level.Ramp, Unlit: scale.Unlit, Level: level.Ink,
		OnLvl: q.on[level.index].ink, Inks: p.Inks, Palette: q.swaps, Variants: p.pieces,
		Fields: words.fields(v),
		Facts: []render.Fact{
			{Name: "lang", Value: words.lang}, {Name: "level", Value: "0"}, {Name: "scale", Value: scale.ID},
			{Name: "state", Value: s.Code}, {Name: "steps", Value: number(float64(len(scale.Levels)))},
			{Name: "theme", Value: themeLight}, {Name: "variant", Value: q.variant},
		},
		Lang: words.lang, Fonts: p.fonts,
		Meta: render.Meta{Notice: p.Notice[words.lang]},
	}
	if asked != nil {
		spec.Width, spec.Height = w/art.Art.Art.Unit, h/art.Art.Art.Unit
		if asked.Art.Hugs() && art.Art.Hugs() {
			spec.Width = 0
		}
	}
	for i := range spec.Fields {
		if f := &spec.Fields[i]; f.Key == "state-detail" {
			f.Short = []string{firstClause(f.Text), ""}
		}
	}
	return spec
}
