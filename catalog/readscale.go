package catalog

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

func (r *packReader) scales(f *labelFile) {
	if len(f.Scales) == 0 {
		r.fail("scale", "the pack has no scale")
	}
	r.unique("scale", len(f.Scales), func(i int) string { return f.Scales[i].ID })
	for i := range f.Scales {
		at := "scale." + strconv.Itoa(i)
		from := &f.Scales[i]
		s := &Scale{ID: from.ID, Name: r.texts(at+".name", from.Name, from.ID), text: r.layer(at+".text", from.Text)}
		unlit := at + ".unlit"
		if from.Unlit == "" {
			unlit = "unlit"
		}
		s.Unlit = r.inkNamed(unlit, cmp.Or(from.Unlit, f.Unlit))
		if n := len(from.Levels); n == 0 || n > maxSteps {
			r.fail(at, "scale %q has %d levels; want 1 to %d", from.ID, n, maxSteps)
			continue
		}
		r.unique(at+".level", len(from.Levels), func(i int) string { return from.Levels[i].ID })
		for j := range from.Levels {
			l := r.level(at, from, j)
			l.Scale = s
			s.Levels = append(s.Levels, l)
		}
		r.Scales = append(r.Scales, s)
	}
}

// maxSteps bounds the levels of a scale; artwork counts them one by one.
const maxSteps = 24

// level reads the jth level of a scale.
func (r *packReader) level(scale string, s *scaleFile, j int) *Level {
	at := scale + ".level." + strconv.Itoa(j)
	from := &s.Levels[j]
	l := &Level{ID: from.ID, Rank: j + 1, Name: r.texts(at+".name", from.Name, from.ID),
		Ink: r.inkNamed(at+".ink", from.Ink), text: r.layer(at+".text", from.Text), index: len(r.levels)}
	ramp, rampAt := from.Ramp, at+".ramp"
	if ramp == nil {
		ramp, rampAt = s.Ramp, scale+".ramp"
	}
	if len(ramp) != len(s.Levels) {
		r.fail(rampAt, "%d inks for the %d steps of scale %q", len(ramp), len(s.Levels), s.ID)
	}
	for _, k := range ramp {
		l.Ramp = append(l.Ramp, r.inkNamed(rampAt, k))
	}
	r.levels = append(r.levels, l)
	return l
}

func (r *packReader) editions(f *labelFile) {
	if len(f.Editions) == 0 {
		r.fail("edition", "the pack has no edition")
	}
	years := r.validity(f.Validity)
	r.unique("edition", len(f.Editions), func(i int) string { return f.Editions[i].ID })
	for i := range f.Editions {
		at := "edition." + strconv.Itoa(i)
		from := &f.Editions[i]
		e := &Edition{ID: from.ID, Date: from.Date, Until: from.Until,
			text: r.layer(at+".text", from.Text), levels: make(map[string]layer)}
		if e.ID == Latest || e.ID == holdersWord {
			r.fail(at+".id", "%q means something else in addresses", e.ID)
		}
		if !r.scalesOf(at, e, from) {
			continue
		}
		r.date(at+".date", from.Date)
		r.date(at+".until", from.Until)
		if e.Until == "" {
			e.Until = lastDay(e.Date, years)
		}
		for _, id := range slices.Sorted(maps.Keys(from.Level)) {
			if e.Level(id) == nil {
				r.fail(at+".level."+id, "scale %q has no level %q", e.scaleNames(), id)
			}
			e.levels[id] = r.layer(at+".level."+id+".text", from.Level[id].Text)
		}
		r.Editions = append(r.Editions, e)
	}
}

// scalesOf reads on which scales an edition counts: one, or several side by
// side.
func (r *packReader) scalesOf(at string, e *Edition, from *editionFile) bool {
	names, key := from.Scales, at+".scales"
	if names == nil {
		names, key = []string{from.Scale}, at+".scale"
	} else if from.Scale != "" || len(names) == 0 || len(names) > maxScales {
		r.fail(key, "edition %q: want either a scale, or 1 to %d scales", e.ID, maxScales)
		return false
	}
	seen := make(map[string]bool)
	for _, name := range names {
		i := slices.IndexFunc(r.Scales, func(s *Scale) bool { return s.ID == name })
		if i < 0 {
			r.fail(key, "edition %q: no scale is called %q", e.ID, name)
			return false
		}
		s := r.Scales[i]
		for _, l := range s.Levels {
			if seen[l.ID] {
				r.fail(key, "edition %q: two of its scales have a level %q; addresses could not tell them apart", e.ID, l.ID)
				return false
			}
			seen[l.ID] = true
		}
		e.Scales = append(e.Scales, s)
	}
	e.Scale = e.Scales[0]
	for _, s := range e.Scales {
		if len(e.Scales) > 1 && !slices.Contains(r.parallel, s) {
			r.parallel = append(r.parallel, s)
		}
	}
	return true
}

// scaleNames lists the scales of an edition.
func (e *Edition) scaleNames() string {
	var names []string
	for _, s := range e.Scales {
		names = append(names, s.ID)
	}
	return oneOf(names)
}

// validity reads for how many years an edition holds, as in "3y"; 0 means that
// it has no end.
func (r *packReader) validity(s string) int {
	years, unit := strings.CutSuffix(s, "y")
	n, err := strconv.Atoi(years)
	if s != "" && (!unit || err != nil || n < 1 || n > maxValidity) {
		r.fail("validity", "%s: want a number of years from 1 to %d, as in 3y", quote(s), maxValidity)
	}
	return n
}

// lastDay returns the last day of so many years from a date, or "" if there is
// no date, or no end.
func lastDay(date string, years int) string {
	begin, err := time.Parse(time.DateOnly, date)
	if years == 0 || err != nil {
		return ""
	}
	return begin.AddDate(years, 0, -1).Format(time.DateOnly)
}

// date checks a date of the ISO 8601 calendar; none is fine.
func (r *packReader) date(path, s string) {
	if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil {
		r.fail(path, "%s: want a date as in 2025-11-19", quote(s))
	}
}
