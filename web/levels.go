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
		known := func(o *catalog.Edition) bool { return o.Scale == e.Scale }
		if !slices.ContainsFunc(all, known) {
			all = append(all, e)
		}
	}
	return all
}

// scales shows the levels of every scale by the mark of the label.
func (g *guide) scales() []scaleRow {
	mark := cmp.Or(g.pack.Design("mark"), g.designs()[0])
	var rows []scaleRow
	for _, e := range g.newestEditions() {
		row := scaleRow{Name: g.text(e.Scale.Name), Years: g.years(e.Scale)}
		for _, l := range e.Scale.Levels {
			address := g.addressAt(e, l, mark, "svg")
			link := levelLink{picture: g.picture(address), Name: g.levelName(e, l), Current: l == g.level}
			link.Dark = g.dark(mark, address)
			link.Href = "/?" + url.Values{"lang": {g.Lang}, "label": {g.pack.ID}, "level": {e.ID + "/" + l.ID}}.Encode() + "#pictures"
			row.Levels = append(row.Levels, link)
		}
		rows = append(rows, row)
	}
	return rows
}

// levelName returns how a level is called in a sentence.
func (g *guide) levelName(e *catalog.Edition, l *catalog.Level) string {
	return cmp.Or(g.pack.Text(e, l, "level", g.lang()), g.text(l.Name))
}

// years says which editions count in a scale.
func (g *guide) years(s *catalog.Scale) string {
	var first, last string
	for _, e := range g.pack.Editions {
		if e.Scale == s {
			first, last = cmp.Or(first, e.ID), e.ID
		}
	}
	switch {
	case s == g.pack.Editions[len(g.pack.Editions)-1].Scale:
		return phrases["since"].in(g.Lang) + " " + first
	case first == last:
		return first
	}
	return first + "–" + last
}

// choices are the lists of the form.
func (g *guide) choices() []choice {
	level := choice{Label: phrases["choose-level"].in(g.Lang), Name: "level"}
	for _, e := range slices.Backward(g.pack.Editions) {
		for i, l := range e.Scale.Levels {
			level.Options = append(level.Options, choiceOption{
				Value: e.ID + "/" + l.ID, Text: e.ID + " · " + g.levelName(e, l), Group: e.ID,
				First: i == 0, Last: i == len(e.Scale.Levels)-1, Selected: e == g.edition && l == g.level,
			})
		}
	}
	variant := choice{Label: phrases["choose-variant"].in(g.Lang), Name: "variant"}
	for _, v := range g.pack.Variants {
		variant.Options = append(variant.Options, choiceOption{
			Value: v.ID, Text: g.text(v.Name), Selected: v.ID == g.variant,
		})
	}
	lists := []choice{level, variant}
	if len(g.site.catalog.Packs) > 1 {
		lists = slices.Insert(lists, 0, g.labels())
	}
	return lists
}

func (g *guide) labels() choice {
	label := choice{Label: phrases["choose-label"].in(g.Lang), Name: "label"}
	for _, p := range g.site.catalog.Packs {
		label.Options = append(label.Options, choiceOption{Value: p.ID, Text: p.Name(g.Lang), Selected: p == g.pack})
	}
	return label
}
