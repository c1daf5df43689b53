package web

import (
	"cmp"
	"net/url"
	"slices"

	"panonceau/catalog"
)

// newestEditions returns the newest edition of each scale, the newest first.
func (g *guide) newestEditions() []*catalog.Edition {
	var all []*catalog.Edition
	for _, e := range slices.Backward(g.pack.Editions) {
		known := func(o *catalog.Edition) bool { return slices.Contains(o.Scales, e.Scale) }
		if !slices.ContainsFunc(all, known) {
			all = append(all, e)
		}
	}
	return all
}

// A scaleRow shows the levels of a scale.
type scaleRow struct {
	Name, Years string
	Levels      []levelLink
}

// A levelLink leads to the pictures of a level.
type levelLink struct {
	picture
	Name, Href string
}

// scales shows the levels of every scale by the mark of the label.
func (g *guide) scales() []scaleRow {
	mark := cmp.Or(g.pack.Design("mark"), g.designs()[0])
	var rows []scaleRow
	for _, e := range g.newestEditions() {
		for _, s := range e.Scales {
			rows = append(rows, g.scaleRow(e, s, mark))
		}
	}
	return rows
}

// scaleRow shows the levels of one scale of an edition.
func (g *guide) scaleRow(e *catalog.Edition, s *catalog.Scale, mark *catalog.Design) scaleRow {
	row := scaleRow{Name: g.text(s.Name), Years: g.years(s)}
	for _, l := range s.Levels {
		address := g.addressOf(e, l, mark, "svg")
		link := levelLink{picture: g.picture(address), Name: g.levelName(e, l)}
		link.Dark = g.dark(address)
		link.Href = g.create(url.Values{"label": {g.pack.ID}, "edition": {e.ID}, "level": {l.ID}})
		row.Levels = append(row.Levels, link)
	}
	return row
}

// levelName returns how a level is called in a sentence.
func (g *guide) levelName(e *catalog.Edition, l *catalog.Level) string {
	return cmp.Or(g.pack.Text(e, l, "level", g.lang()), g.text(l.Name))
}

// years says which editions count in a scale.
func (g *guide) years(s *catalog.Scale) string {
	var first, last string
	for _, e := range g.pack.Editions {
		if slices.Contains(e.Scales, s) {
			first, last = cmp.Or(first, e.ID), e.ID
		}
	}
	switch {
	case slices.Contains(g.pack.Editions[len(g.pack.Editions)-1].Scales, s):
		return phrases["since"].in(g.Lang) + " " + first
	case first == last:
		return first
	}
	return first + "–" + last
}
