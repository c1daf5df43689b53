// Package verify says whether a file, a code or an address is of this service,
// and whether the award that it shows still holds.
//
// A file is recognised by its bytes, by the signature in its metadata (package
// attest), or because the service draws the same for the address that it gives.
package verify

import (
	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render/text"
)

// A Verdict is the answer in a word.
type Verdict string

// The verdicts. The first two say that the award holds.
const (
	Genuine    Verdict = "genuine"
	Superseded Verdict = "superseded" // genuine, and there is a newer edition
	Expired    Verdict = "expired"
	Suspended  Verdict = "suspended"
	Withdrawn  Verdict = "withdrawn"
	Altered    Verdict = "altered"
	Specimen   Verdict = "specimen"
	UnknownKey Verdict = "unknown-key"
	NotOurs    Verdict = "not-ours"
)

// Verdicts returns all verdicts, those that say that the award holds first.
func Verdicts() []string {
	return []string{string(Genuine), string(Superseded), string(Expired), string(Suspended), string(Withdrawn),
		string(Altered), string(Specimen), string(UnknownKey), string(NotOurs)}
}

// OK reports whether what was asked about is true and the award holds.
func (v Verdict) OK() bool { return v == Genuine || v == Superseded }

// words are what verdicts are called.
var words = map[Verdict]Sentence{
	Genuine:    sentence("Authentique", "Genuine"),
	Superseded: sentence("Authentique ; une édition plus récente existe", "Genuine; there is a newer edition"),
	Expired:    sentence("Expiré", "Expired"),
	Suspended:  sentence("Suspendu", "Suspended"),
	Withdrawn:  sentence("Retiré", "Withdrawn"),
	Altered:    sentence("Modifié", "Altered"),
	Specimen:   sentence("Spécimen sans valeur", "Specimen of no value"),
	UnknownKey: sentence("Signé par une clé inconnue", "Signed by an unknown key"),
	NotOurs:    sentence("Inconnu de ce service", "Not known to this service"),
}

// A Sentence is a text in both languages of the service.
type Sentence struct {
	Fr string `json:"fr"`
	En string `json:"en"`
}

func sentence(fr, en string) Sentence {
	return Sentence{text.Typeset("fr", fr), text.Typeset("en", en)}
}

// In returns the sentence in French, or in English for any other language.
func (s Sentence) In(lang string) string {
	if lang == "fr" {
		return s.Fr
	}
	return s.En
}

// An Answer says what was asked about is worth, and why.
type Answer struct {
	Verdict  Verdict    `json:"verdict"`
	OK       bool       `json:"ok"` // true, and the award holds
	Says     Sentence   `json:"says"`
	Reasons  []Sentence `json:"reasons"`
	By       string     `json:"recognised_by,omitempty"` // signature, digest, drawing, code or address
	SignedBy string     `json:"signed_by,omitempty"`     // id of the key
	Format   string     `json:"format,omitempty"`        // of the file
	URL      string     `json:"url,omitempty"`           // of the picture
	Proof    string     `json:"proof,omitempty"`         // page about the award
	Award    *Award     `json:"award,omitempty"`
}

// An Award is what the registry says of it.
type Award struct {
	Label      string `json:"label"`
	Edition    string `json:"edition"`
	Level      string `json:"level"`
	Holder     string `json:"holder"`
	HolderID   string `json:"holder_id"`
	Code       string `json:"code"`
	State      string `json:"state"` // "ok" or that of a picture
	Since      string `json:"since,omitempty"`
	Reason     string `json:"reason,omitempty"`
	Superseded string `json:"superseded_by,omitempty"` // edition
}

// A Checker answers questions about one service.
type Checker struct {
	catalog *catalog.Catalog
	press   *press.Press
	origin  string // of the service, as in https://labels.example
}

// New returns the checker of a service at an origin, which may be empty.
func New(c *catalog.Catalog, p *press.Press, origin string) *Checker {
	return &Checker{c, p, origin}
}

// answer returns the answer with a verdict and its reasons.
func answer(v Verdict, reasons ...Sentence) *Answer {
	return &Answer{Verdict: v, OK: v.OK(), Says: words[v], Reasons: reasons}
}

// becomes gives a an other verdict, and adds reasons.
func (a *Answer) becomes(v Verdict, reasons ...Sentence) *Answer {
	a.Verdict, a.OK, a.Says = v, v.OK(), words[v]
	a.Reasons = append(a.Reasons, reasons...)
	return a
}
