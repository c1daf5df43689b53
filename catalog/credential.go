package catalog

import (
	"crypto/sha256"
	"encoding/binary"
)

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
