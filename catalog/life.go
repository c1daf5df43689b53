package catalog

import (
	"fmt"
	"slices"
	"time"

	"panonceau/render/text"
)

// Now returns the time for what ends by itself: editions and signatures. It is
// the zero time, before all ends, if the catalog was given no clock.
func (c *Catalog) Now() time.Time {
	if c.now == nil {
		return time.Time{}
	}
	return c.now()
}

// Current returns the award that "latest" stands for: the newest in force or,
// if there is none, the newest.
func (c *Catalog) Current(h *Holder) *Award {
	now := c.Now()
	for _, a := range h.Awards {
		if s, _ := c.life(a, now); s == StateOK {
			return a
		}
	}
	return h.Newest()
}

// StateOf returns the state of an award as it is now.
func (c *Catalog) StateOf(a *Award) State {
	s, _ := c.life(a, c.Now())
	return s
}

// Snapshot identifies what a label and its registry are now: it changes with
// the pack, the registry and the end of an edition. The time is when it will
// next change by itself; zero: never.
func (c *Catalog) Snapshot(label string) (string, time.Time) {
	p := c.Pack(label)
	if p == nil {
		return "", time.Time{}
	}
	now, next, ended := c.Now(), time.Time{}, 0
	for _, e := range p.Editions {
		switch end := e.end(); {
		case end.IsZero():
		case !now.Before(end):
			ended++
		case next.IsZero() || end.Before(next):
			next = end
		}
	}
	return fmt.Sprintf("%s %s %d %s", p.Digest, c.registries[label].digest, ended, c.base), next
}

// life returns the state of an award at a time, and when it will change by
// itself; the zero time is never.
func (c *Catalog) life(a *Award, now time.Time) (State, time.Time) {
	if a.State != StateOK {
		return a.State, time.Time{}
	}
	end := c.Pack(a.Holder.label).Edition(a.Edition).end()
	if end.IsZero() {
		return StateOK, end
	}
	if !now.Before(end) {
		return StateExpired, time.Time{}
	}
	return StateOK, end
}

// end returns the moment after the last day of an edition, in UTC, or the zero
// time if it has no end.
func (e *Edition) end() time.Time {
	last, err := time.Parse(time.DateOnly, e.Until)
	if err != nil {
		return time.Time{}
	}
	return last.AddDate(0, 0, 1)
}

// inForce checks that the award holds, and finds the one that superseded it.
// It returns the state, and what it is about.
func (v *resolver) inForce() (State, string) {
	a, now := v.Award, v.catalog.Now()
	state, end := v.catalog.life(a, now)
	v.ends(end)
	current := v.catalog.Current(v.Holder)
	holds, _ := v.catalog.life(current, now)
	if holds == StateOK && slices.Index(v.Holder.Awards, current) < slices.Index(v.Holder.Awards, a) {
		v.Newer = current
	}
	if state == StateOK {
		return state, ""
	}
	// What follows the semicolon is left out where there is no room for it.
	about := a.NameIn(v.Lang) + " · " + a.Edition + "\u202f; "
	words := v.Label.wording(telling{edition: v.Edition}, v.lang)
	until, since := "until", "since"
	if isFrench(v.Lang) {
		until, since = "jusqu’au", "depuis le"
	}
	if state == StateExpired {
		about += words.own("state-until", until) + " " + dayIn(v.Lang, v.Edition.Until)
	} else {
		about += words.own("state-since", since) + " " + dayIn(v.Lang, a.Since)
	}
	if a.Reason != "" {
		about += " – " + a.Reason
	}
	return state, text.Typeset(v.Lang, about)
}

// dayIn writes a date of ISO 8601 as people do, in little room.
func dayIn(lang, date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	if isFrench(lang) {
		return t.Format("02/01/2006")
	}
	return DayInWords(lang, date)
}

// ends notes that the picture changes by itself at a time, unless it does so
// earlier.
func (v *resolver) ends(at time.Time) {
	if !at.IsZero() && (v.Until.IsZero() || at.Before(v.Until)) {
		v.Until = at
	}
}

// The columns of the life of an award.
const (
	colState  = "state"        // valid, suspended or withdrawn; empty: valid
	colSince  = "state_date"   // since when, YYYY-MM-DD
	colReason = "state_reason" // for the public
)

// lifeOf reads the state of the award of a row.
func (r *registryReader) lifeOf(a *Award) {
	a.State, a.Since, a.Reason = StateOK, r.cell(colSince), r.cell(colReason)
	word := r.cell(colState)
	switch word {
	case "", "valid":
	case StateSuspended.Code:
		a.State = StateSuspended
	case StateWithdrawn.Code:
		a.State = StateWithdrawn
	default:
		r.fail(colState, "%s: want valid, suspended or withdrawn", quote(word))
	}
	if _, err := time.Parse(time.DateOnly, a.Since); a.Since != "" && err != nil {
		r.fail(colSince, "%s: want a date as in 2026-03-12", quote(a.Since))
	}
	if a.State != StateOK && a.Since == "" {
		r.fail(colSince, "the date is missing: an award is %s since a day", word)
	}
	if word == "" && a.Since+a.Reason != "" {
		r.fail(colState, "the state is missing, and has a date or a reason")
	}
}
