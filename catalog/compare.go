package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Doubts tells what in the registry of a label is allowed and looks like a
// mistake: holders whose name or kind differs between editions, different
// holders of one name, and arms of nobody. Each begins with file:line.
func (c *Catalog) Doubts(label string) []string {
	r := c.registries[label]
	if r == nil {
		return nil
	}
	var found []doubt
	tell := func(line int, column, format string, args ...any) {
		found = append(found, doubt{line, fmt.Sprintf("%s:%d: column %q: %s", r.file, line, column, fmt.Sprintf(format, args...))})
	}
	named := make(map[string]*Award)
	for _, h := range r.holders {
		newest := h.Newest()
		for _, a := range h.Awards[1:] {
			if a.Name != newest.Name || a.Second != newest.Second {
				tell(a.line, colName, "%s is %s here, and %s in edition %s", h.ID, quote(a.fullName()), quote(newest.fullName()), newest.Edition)
			}
			if a.kind != newest.kind {
				tell(a.line, colKind, "%s is a %s here, and a %s in edition %s", h.ID, a.kind, newest.kind, newest.Edition)
			}
		}
		key := h.Kind + " " + h.Dep + " " + newest.Slug()
		if other := named[key]; other != nil {
			tell(newest.line, colID, "%s and %s on line %d have one name, %s", h.ID, other.Holder.ID, other.line, quote(newest.Name))
		}
		named[key] = newest
	}
	slices.SortStableFunc(found, func(a, b doubt) int { return a.line - b.line })
	out := make([]string, len(found))
	for i, d := range found {
		out[i] = d.text
	}
	if a := c.armories[label]; a != nil {
		out = append(out, a.nobody...)
	}
	return out
}

type doubt struct {
	line int
	text string
}

// fullName returns the name in both languages, as in the registry.
func (a *Award) fullName() string {
	if a.Second == "" {
		return a.Name
	}
	return a.Name + " / " + a.Second
}

// A Change is what became of one award between two registries.
type Change struct {
	Holder, Edition string
	Old, New        *Award   // nil: not in that registry
	What            []string // of an award in both: "column: old → new"
}

// Changes returns what differs between the registries of a label in c and in a
// newer catalog, by holder and edition.
func (c *Catalog) Changes(newer *Catalog, label string) []Change {
	was, is := c.awards(label), newer.awards(label)
	var all []Change
	for key, old := range was {
		now := is[key]
		ch := Change{Holder: key.holder, Edition: key.edition, Old: old, New: now}
		if now != nil {
			ch.What = old.changes(now)
		}
		if now == nil || len(ch.What) > 0 {
			all = append(all, ch)
		}
	}
	for key, now := range is {
		if was[key] == nil {
			all = append(all, Change{Holder: key.holder, Edition: key.edition, New: now})
		}
	}
	slices.SortFunc(all, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Holder, b.Holder), cmp.Compare(a.Edition, b.Edition))
	})
	return all
}

type awardKey struct{ holder, edition string }

func (c *Catalog) awards(label string) map[awardKey]*Award {
	all := make(map[awardKey]*Award)
	for _, h := range c.Holders(label) {
		for _, a := range h.Awards {
			all[awardKey{h.ID, a.Edition}] = a
		}
	}
	return all
}

// changes tells the columns in which two awards differ.
func (a *Award) changes(b *Award) []string {
	var all []string
	x, y := a.columns(), b.columns()
	for i, column := range x {
		if old, now := column.value, y[i].value; old != now {
			all = append(all, fmt.Sprintf("%s: %s → %s", column.name, cmp.Or(old, "–"), cmp.Or(now, "–")))
		}
	}
	return all
}

type namedValue struct{ name, value string }

func (a *Award) columns() []namedValue {
	return []namedValue{
		{colName, a.fullName()}, {colKind, a.kind}, {colLevel, strings.Join(a.Levels, "|")}, {colShort, strings.Join(a.Short, "|")},
		{colLang, a.SecondLang}, {colTNCC, a.TNCC}, {colMentions, strings.Join(a.Mentions, "|")}, {colSource, a.Source},
		{colState, a.State.Code}, {colSince, a.Since}, {colReason, a.Reason},
	}
}
