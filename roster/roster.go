// Package roster writes who was awarded a label as files for spreadsheets,
// programs and maps: CSV, JSON and GeoJSON. They have every award whatever its
// state, which each of them tells.
package roster

import (
	"cmp"
	"io"
	"slices"

	"panonceau/catalog"
)

// A Format is a kind of file.
type Format struct {
	Ext       string
	MediaType string
	write     func(io.Writer, *Roster) error
}

var formats = []Format{
	{"csv", "text/csv; charset=utf-8; header=present", writeCSV}, // RFC 4180
	{"json", "application/json", writeJSON},
	{"geojson", "application/geo+json", writeGeoJSON}, // RFC 7946
}

// Formats returns the kinds of file there are.
func Formats() []Format { return slices.Clone(formats) }

// A Roster is awards of a label, in order: by edition, the oldest first, and
// holder. It is never modified.
type Roster struct {
	catalog *catalog.Catalog
	pack    *catalog.Pack
	base    string
	lang    string
	awards  []*catalog.Award
	designs []string // whose pictures are told
}

// New returns the awards of a label that q asks for. Addresses begin with
// base, the origin of the service.
func New(c *catalog.Catalog, p *catalog.Pack, q Query, base string) *Roster {
	r := &Roster{catalog: c, pack: p, base: base, lang: cmp.Or(q.Lang, p.Languages[0]), designs: shown(p)}
	rank := make(map[string]int)
	for i, e := range p.Editions {
		rank[e.ID] = i
	}
	for _, h := range c.Holders(p.ID) {
		for _, a := range h.Awards {
			if q.matches(c, a) {
				r.awards = append(r.awards, a)
			}
		}
	}
	slices.SortStableFunc(r.awards, func(a, b *catalog.Award) int { return rank[a.Edition] - rank[b.Edition] })
	return r
}

// Awards returns the awards of r, in order.
func (r *Roster) Awards() []*catalog.Award { return slices.Clone(r.awards) }

// Write writes r in the format f.
func (r *Roster) Write(w io.Writer, f Format) error { return f.write(w, r) }

// preferred are the designs whose pictures are told, where a pack has them.
var preferred = []string{"badge", "logo", "mark", "marker", "social"}

// shown returns the designs of a pack whose pictures are told: the preferred
// ones or, if there is none, the first one for screens.
func shown(p *catalog.Pack) []string {
	var ids []string
	for _, id := range preferred {
		if d := p.Design(id); d != nil && d.Orderable() {
			ids = append(ids, id)
		}
	}
	for _, d := range p.Designs {
		if len(ids) == 0 && d.For == catalog.ForScreen {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

// level returns the scale and the level of an award.
func (r *Roster) level(a *catalog.Award) (*catalog.Edition, *catalog.Level) {
	e := r.pack.Edition(a.Edition)
	return e, e.Level(a.Level)
}

// levelName returns how the level is called in a sentence.
func (r *Roster) levelName(a *catalog.Award) string {
	return r.pack.LevelsIn(a, r.lang)
}

// title says what was awarded, without to whom.
func (r *Roster) title(a *catalog.Award) string {
	return cmp.Or(r.pack.AwardText(a, "award", r.lang), r.levelName(a)+" · "+a.Edition)
}

func (r *Roster) kindName(a *catalog.Award) string {
	return r.pack.Kind(a.Holder.Kind).Name[r.lang]
}

// page returns the address of the page that proves the awards of a holder.
func (r *Roster) page(h *catalog.Holder) string {
	return r.base + "/" + r.pack.ID + "/holders/" + h.ID + "-" + h.Newest().Slug()
}

// picture returns the address of a picture of an award.
func (r *Roster) picture(a *catalog.Award, design, ext string) string {
	return r.base + "/" + r.pack.ID + "/holders/" + a.Holder.ID + "/" + a.Edition + "/" + design + "." + ext
}

// stateCode returns the code of the state of an award, "ok" in force.
func (r *Roster) stateCode(a *catalog.Award) string {
	return cmp.Or(r.catalog.StateOf(a).Code, "ok")
}
