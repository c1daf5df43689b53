package catalog

import (
	"crypto/sha256"
	"encoding/binary"
)

// Credentials write what others verify awards with. Package credential has
// them; here they are only handed to what draws and serves.
type Credentials interface {
	// ID tells apart those who write other bytes for the same award.
	ID() string
	// Award returns the credential of an award as JSON, Token as a signed
	// token, and Bake as what goes into a picture. The error is an *[Error]
	// if there can be none.
	Award(*Catalog, *Award) ([]byte, error)
	Token(*Catalog, *Award) (string, error)
	Bake(*Catalog, *Award) (string, error)
	// Profile returns who signs for a label, and Key one public key.
	Profile(*Pack) ([]byte, error)
	Key(p *Pack, id string) ([]byte, error)
	// Status returns the status list of a label that serves a purpose.
	Status(c *Catalog, p *Pack, purpose string) ([]byte, error)
}

// credentialWord is the name of the file with the credential of an award, which
// no design may be called.
const credentialWord = "credential"

// Credentials returns what writes the credentials of awards, or nil.
func (c *Catalog) Credentials() Credentials { return c.credentials }

// bake checks that the picture can carry a credential.
func (v *resolver) bake() error {
	r := &v.Request
	switch {
	case r.Bake == "":
		return nil
	case r.Holder == "":
		return fault(ErrInvalid, "bake", "bake : seulement pour une attribution du registre",
			"bake: only for an award of the registry")
	case r.Proof != "" || r.Mockup != "":
		return fault(ErrInvalid, "bake", "bake : sans effet sur un bon à tirer ni sur une mise en situation",
			"bake: means nothing for a proof or a mock-up")
	case v.catalog.credentials == nil:
		return fault(ErrInvalid, "bake", "bake : ce service ne signe pas de badges ouverts",
			"bake: this service signs no open badges")
	}
	return nil
}

// StatusLength is how many entries the status lists of a label have.
const StatusLength = 1 << 24

// StatusIndex returns the entry of a in the status lists of its label. It is
// drawn from what names the award, so that it stays when the registry grows or
// is sorted. Where two awards draw the same, which among a thousand happens in
// one registry of thirty, that of the later edition takes the next free one.
func (a *Award) StatusIndex() int { return a.statusIndex }

// Label returns the label that h was granted.
func (h *Holder) Label() string { return h.label }

// Title returns what an award is called in a language of its label, with the
// name of the holder.
func (c *Catalog) Title(a *Award, lang string) string {
	p := c.Pack(a.Holder.label)
	e := p.Edition(a.Edition)
	v := &resolver{catalog: c, lang: max(p.lang(lang), 0),
		Order: &Order{Label: p, Edition: e, Level: e.Level(a.Level), Holder: a.Holder, Award: a, Lang: lang}}
	val, kind := v.holderValues()
	t := telling{edition: e, level: v.Level, kind: p.Kind(kind)}
	val.standings, _ = v.standings(t)
	return find(p.wording(t, v.lang).fields(val), "title-holder", "title")
}

// drawIndexes gives each award its entry: first those of the oldest edition, by
// identifier of the holder.
func (r *registry) drawIndexes(editions []*Edition) {
	taken := make(map[int]bool)
	for _, e := range editions {
		for _, h := range r.holders {
			a := h.Award(e.ID)
			if a == nil {
				continue
			}
			sum := sha256.Sum256([]byte("panonceau status 1\n" + h.label + "\n" + h.ID + "\n" + e.ID))
			a.statusIndex = int(binary.BigEndian.Uint32(sum[:]) % StatusLength)
			for taken[a.statusIndex] {
				a.statusIndex = (a.statusIndex + 1) % StatusLength
			}
			taken[a.statusIndex] = true
		}
	}
}
