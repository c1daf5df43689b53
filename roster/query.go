package roster

import (
	"net/url"
	"slices"
	"strings"

	"panonceau/catalog"
)

// A Query says which awards of a label are wanted, and in which language they
// are told. Empty fields do not restrict.
type Query struct {
	Lang    string
	Edition string // or catalog.Latest: the award of each holder that "latest" is
	Level   string
	State   string // code of a catalog.State, or "ok"
}

// States are the states an award can be in.
func States() []string { return []string{"ok", "expired", "suspended", "withdrawn"} }

// maxQuery bounds a query string, in bytes.
const maxQuery = 512

// ParseQuery reads the query of an address. The error is a *catalog.Error that
// names the parameter and says what is allowed.
func ParseQuery(p *catalog.Pack, raw string) (Query, error) {
	var q Query
	if len(raw) > maxQuery {
		return q, refused("query", "paramètres trop longs", "parameters too long", nil)
	}
	values, err := url.ParseQuery(raw)
	if err != nil {
		return q, refused("query", "paramètres mal formés", "malformed parameters", nil)
	}
	fields := []struct {
		name    string
		to      *string
		allowed []string
	}{
		{"lang", &q.Lang, p.Languages},
		{"edition", &q.Edition, editions(p)},
		{"level", &q.Level, levels(p)},
		{"state", &q.State, States()},
	}
	var names []string
	for _, f := range fields {
		names = append(names, f.name)
		given := values[f.name]
		delete(values, f.name)
		if len(given) > 1 {
			return q, refused(f.name, f.name+" : donné deux fois", f.name+": given twice", nil)
		}
		if len(given) == 0 || given[0] == "" {
			continue
		}
		if !slices.Contains(f.allowed, given[0]) {
			return q, refused(f.name, f.name+" : valeur non admise", f.name+": value not allowed", f.allowed)
		}
		*f.to = given[0]
	}
	if len(values) > 0 {
		return q, refused("query", "paramètre inconnu", "unknown parameter", names)
	}
	return q, nil
}

// String returns the canonical spelling of q, with a question mark unless it
// is empty.
func (q Query) String() string {
	var parts []string
	for _, p := range [][2]string{{"lang", q.Lang}, {"edition", q.Edition}, {"level", q.Level}, {"state", q.State}} {
		if p[1] != "" {
			parts = append(parts, p[0]+"="+url.QueryEscape(p[1]))
		}
	}
	if parts == nil {
		return ""
	}
	return "?" + strings.Join(parts, "&")
}

func (q *Query) matches(c *catalog.Catalog, a *catalog.Award) bool {
	switch {
	case q.Edition == catalog.Latest && c.Current(a.Holder) != a,
		q.Edition != "" && q.Edition != catalog.Latest && q.Edition != a.Edition,
		q.Level != "" && !slices.Contains(a.Levels, q.Level):
		return false
	}
	code := c.StateOf(a).Code
	return q.State == "" || q.State == code || q.State == "ok" && code == ""
}

func editions(p *catalog.Pack) []string {
	ids := []string{catalog.Latest}
	for _, e := range p.Editions {
		ids = append(ids, e.ID)
	}
	return ids
}

func levels(p *catalog.Pack) []string {
	var ids []string
	for _, s := range p.Scales {
		for _, l := range s.Levels {
			if !slices.Contains(ids, l.ID) {
				ids = append(ids, l.ID)
			}
		}
	}
	return ids
}

// refused returns the error for a parameter; allowed, if there is any, is told.
func refused(param, fr, en string, allowed []string) error {
	if allowed != nil {
		fr += "\u00a0; attendu\u00a0: " + strings.Join(allowed, ", ")
		en += "; expected: " + strings.Join(allowed, ", ")
	}
	return &catalog.Error{Kind: catalog.ErrInvalid, Param: param, Fr: fr, En: en}
}
