package roster

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"panonceau/catalog"
)

// A column is one of the CSV file. The first ones are those of a registry
// (artwork/README.md), so that the file can be read back as one; the others
// are told besides, and passed over when it is.
type column struct {
	name string
	free bool // text that people wrote, which a spreadsheet could take for a formula
	cell func(*Roster, *catalog.Award) string
}

var columns = []column{
	{"id", false, func(_ *Roster, a *catalog.Award) string { return a.Holder.ID }},
	{"name", true, func(_ *Roster, a *catalog.Award) string { return fullName(a) }},
	{"lang2", false, func(_ *Roster, a *catalog.Award) string { return a.SecondLang }},
	{"short", true, func(_ *Roster, a *catalog.Award) string { return strings.Join(a.Short, "|") }},
	{"tncc", false, func(_ *Roster, a *catalog.Award) string { return a.TNCC }},
	{"kind", false, func(_ *Roster, a *catalog.Award) string { return a.Holder.Kind }},
	{"dep", false, func(_ *Roster, a *catalog.Award) string { return a.Holder.Dep }},
	{"insee", false, func(_ *Roster, a *catalog.Award) string { return a.Holder.INSEE }},
	{"lat", false, func(_ *Roster, a *catalog.Award) string {
		return degrees(a, func(p *catalog.Place) float64 { return p.Lat })
	}},
	{"lon", false, func(_ *Roster, a *catalog.Award) string {
		return degrees(a, func(p *catalog.Place) float64 { return p.Lon })
	}},
	{"postcode", false, func(_ *Roster, a *catalog.Award) string { return strings.Join(a.Holder.Postcodes, "|") }},
	{"edition", false, func(_ *Roster, a *catalog.Award) string { return a.Edition }},
	{"level", false, func(_ *Roster, a *catalog.Award) string { return strings.Join(a.Levels, "|") }},
	{"mentions", true, func(_ *Roster, a *catalog.Award) string { return strings.Join(a.Mentions, "|") }},
	{"aliases", false, func(_ *Roster, a *catalog.Award) string { return strings.Join(a.Holder.Aliases, "|") }},
	{"source", true, func(_ *Roster, a *catalog.Award) string { return a.Source }},
	{"state", false, func(_ *Roster, a *catalog.Award) string { return a.State.Code }},
	{"state_date", false, func(_ *Roster, a *catalog.Award) string { return a.Since }},
	{"state_reason", true, func(_ *Roster, a *catalog.Award) string { return a.Reason }},

	{"label", true, func(r *Roster, _ *catalog.Award) string { return r.pack.Name(r.lang) }},
	{"kind_name", true, (*Roster).kindName},
	{"level_name", true, (*Roster).levelName},
	{"status", false, (*Roster).stateCode},
	{"code", false, func(_ *Roster, a *catalog.Award) string { return a.Code() }},
	{"page", false, func(r *Roster, a *catalog.Award) string { return r.page(a.Holder) }},
	{"picture", false, func(r *Roster, a *catalog.Award) string {
		if len(r.designs) == 0 {
			return ""
		}
		return r.picture(a, r.designs[0], "svg")
	}},
}

// writeCSV writes RFC 4180 in UTF-8, with the byte order mark without which
// spreadsheets take it for another encoding.
func writeCSV(w io.Writer, r *Roster) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	out.Write(row) // errors are kept for Flush
	for _, a := range r.awards {
		for i, c := range columns {
			row[i] = c.cell(r, a)
			if c.free {
				row[i] = inert(row[i])
			}
		}
		out.Write(row)
	}
	out.Flush()
	return out.Error()
}

// inert keeps a spreadsheet from reading a text as a formula.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

func fullName(a *catalog.Award) string {
	if a.Second == "" {
		return a.Name
	}
	return a.Name + " / " + a.Second
}

func degrees(a *catalog.Award, of func(*catalog.Place) float64) string {
	if a.Holder.Place == nil {
		return ""
	}
	return strconv.FormatFloat(of(a.Holder.Place), 'f', -1, 64)
}
