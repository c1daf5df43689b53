package catalog

import (
	"strings"
	"unicode/utf8"
)

// A Holder is a body that was granted a label at least once.
type Holder struct {
	// ID is the SIREN of the body: nine digits, the last of which is a check
	// (ISO/IEC 7812-1 Annex B). Where none is known it is an x followed by
	// lower-case letters and digits, given by the registry for ever.
	ID      string
	Aliases []string // former identifiers, which keep answering
	Kind    string   // of the pack's Kinds
	Dep     string   // code of its département; empty: none or several
	INSEE   string   // code of the commune; empty: not a commune
	Awards  []*Award // newest edition first

	Place     *Place   // of its seat; nil: not known
	Postcodes []string // of its seat, five digits each

	label string
}

// An Award is one level of one edition, granted to a holder. It never changes:
// names are as labelled.
type Award struct {
	Holder     *Holder
	Edition    string
	Level      string   // of the first of its scales
	Levels     []string // one of each scale, in the order of the edition's
	Name       string   // in French
	Second     string   // in the regional language; empty: none
	SecondLang string   // that language, BCP 47; empty: not told
	Short      []string // shorter forms of Name, the longest first
	TNCC       string   // INSEE's code of the article; empty: from the spelling
	Mentions   []string
	Source     string // where it was read, a URL

	State  State  // StateOK, StateSuspended or StateWithdrawn
	Since  string // when the state began, YYYY-MM-DD; empty: not told
	Reason string // of the state, for the public

	kind   string // as on the row; the holder's is that of the last one
	line   int    // of the row, in the file
	code   string
	digest string // of the row

	statusIndex int
}

// Award returns the award of an edition, whatever its state, or nil.
func (h *Holder) Award(edition string) *Award {
	for _, a := range h.Awards {
		if a.Edition == edition {
			return a
		}
	}
	return nil
}

// Newest returns the newest award, whatever its state.
func (h *Holder) Newest() *Award { return h.Awards[0] }

// NameIn returns the name in a language: the second one if that is in it.
func (a *Award) NameIn(lang string) string {
	if a.SecondLang != "" && a.SecondLang == lang {
		return a.Second
	}
	return a.Name
}

// Slug returns what may follow the identifier in an address, for people.
func (a *Award) Slug() string { return slug(a.Name) }

const sirenLength = 9

// isSIREN reports whether id is nine digits with the right check digit.
func isSIREN(id string) bool {
	if len(id) != sirenLength || !only(id, "0123456789") {
		return false
	}
	// Luhn: every second digit from the right counts double.
	sum := 0
	for i := 0; i < len(id); i++ {
		d := int(id[i] - '0')
		if (len(id)-i)%2 == 0 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// IsID reports whether id can identify a holder: a SIREN, or an identifier of a
// registry's making.
func IsID(id string) bool { return isSIREN(id) || isOwnID(id) }

// isOwnID reports whether id is an identifier of our making. It has no hyphen,
// so that a slug can follow, and cannot be taken for a SIREN.
func isOwnID(id string) bool {
	return len(id) >= 3 && len(id) <= 32 && id[0] == 'x' &&
		only(id, "abcdefghijklmnopqrstuvwxyz0123456789")
}

// trimSlug takes the identifier from "{id}-any-slug". The slug is for people
// and is not checked: names change, addresses do not.
func trimSlug(s string) (string, *Error) {
	id, slug, _ := strings.Cut(s, "-")
	digits := len(id) == sirenLength && only(id, "0123456789")
	if (!digits && !isOwnID(id)) || utf8.RuneCountInString(slug) > maxSlug {
		return "", fault(ErrInvalid, "holder",
			"titulaire : %s n’est pas admis ; attendu : un SIREN de 9 chiffres ou un identifiant en x, puis au plus %d caractères",
			"holder: %s is not allowed; expected: a SIREN of 9 digits or an identifier in x, then at most %d characters",
			quote(s), maxSlug)
	}
	return id, nil
}
