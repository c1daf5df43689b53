package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"panonceau/catalog"
)

// Options say what a file does not.
type Options struct {
	Map     map[string]string // column of a registry by header; "": passed over
	Edition string            // of all rows, if the file has no such column
}

// A Row is an award as a registry has it.
type Row struct {
	Line  int               // in the file it is from
	Cells map[string]string // by column of the registry
}

// A Note tells of one place of a file.
type Note struct {
	File   string
	Line   int
	Column string // its header; empty: the row
	Text   string
}

func (n Note) String() string {
	if n.Column == "" {
		return fmt.Sprintf("%s:%d: %s", n.File, n.Line, n.Text)
	}
	return fmt.Sprintf("%s:%d: column %q: %s", n.File, n.Line, n.Column, n.Text)
}

// A Result is what became of a file. If there are faults, the rows are not to
// be used.
type Result struct {
	Rows    []Row
	Columns []string // of the rows, in order
	Faults  []Note
	Doubts  []Note   // allowed, and looks like a mistake
	LeftOut []Note   // rows that are not confirmed, or have no level
	Passed  []string // headers that nothing was read from
}

// Convert makes rows of the registry of p of a file. What it knows of c's
// registry fills in what the file leaves out: identifiers and places of holders
// that were awarded the label before. An error is about the header.
func (s *Sheet) Convert(c *catalog.Catalog, p *catalog.Pack, o Options) (*Result, error) {
	to, err := s.assign(o.Map)
	if err != nil {
		return nil, err
	}
	v := &converter{sheet: s, catalog: c, pack: p, options: o, to: to, Result: new(Result),
		names: make(map[string]*catalog.Holder), ids: make(map[string]Row), seen: make(map[[2]string]int)}
	for i, column := range to {
		if column == "" {
			v.Passed = append(v.Passed, s.Header[i])
		}
	}
	for _, need := range []string{"name", "level"} {
		if !slices.Contains(to, need) {
			return nil, fmt.Errorf("%s: no column is the %s; name it with --map HEADER=%s; there are %s", s.File, need, need, strings.Join(s.Header, ", "))
		}
	}
	if o.Edition == "" && !slices.Contains(to, "edition") {
		return nil, fmt.Errorf("%s: no column is the edition; name it with --map HEADER=edition, or give it with --edition", s.File)
	}
	for _, h := range c.Holders(p.ID) {
		for _, a := range h.Awards {
			v.know(h, a.Name)
		}
	}
	for _, line := range s.Rows {
		v.row(line)
	}
	v.Columns = used(v.Rows)
	return v.Result, nil
}

// A converter reads the rows of a sheet.
type converter struct {
	sheet   *Sheet
	catalog *catalog.Catalog
	pack    *catalog.Pack
	options Options
	to      []string
	line    Line
	cells   map[string]string

	names map[string]*catalog.Holder // of the registry
	ids   map[string]Row             // of the file, the first of each
	seen  map[[2]string]int          // lines of awards
	*Result
}

// know notes a holder of the registry by its name, with its département and
// without. Where two have one name, neither is meant by it.
func (v *converter) know(h *catalog.Holder, name string) {
	for _, key := range []string{nameKey(name, h.Dep), nameKey(name, "")} {
		if other, known := v.names[key]; known && other != h {
			h = nil
		}
		v.names[key] = h
	}
}

// nameKey is what holders without identifier are told apart by.
func nameKey(name, dep string) string { return catalog.Slug(name) + " " + dep }

func (v *converter) note(list *[]Note, column, format string, args ...any) {
	if len(*list) >= maxNotes {
		return
	}
	header := column
	if i := slices.Index(v.to, column); i >= 0 {
		header = v.sheet.Header[i]
	}
	*list = append(*list, Note{v.sheet.File, v.line.Number, header, fmt.Sprintf(format, args...)})
}

func (v *converter) fault(column, format string, args ...any) {
	v.note(&v.Faults, column, format, args...)
}

// row reads one row.
func (v *converter) row(line Line) {
	v.line, v.cells = line, make(map[string]string)
	for i, column := range v.to {
		if column != "" && line.Cells[i] != "" {
			v.cells[column] = line.Cells[i]
		}
	}
	if v.options.Edition != "" {
		v.cells["edition"] = v.options.Edition
	}
	if said, ok := v.cells[confirmed]; (ok || slices.Contains(v.to, confirmed)) && !sure(said) {
		v.note(&v.LeftOut, confirmed, "left out, since it is not confirmed: %s", v.who(said))
		return
	}
	delete(v.cells, confirmed)
	if v.cells["level"] == "" {
		v.note(&v.LeftOut, "level", "left out, since it has no level: %s", v.who(""))
		return
	}
	before := len(v.Faults)
	v.award()
	v.holder()
	if len(v.Faults) == before {
		v.again()
	}
	if len(v.Faults) == before {
		v.Rows = append(v.Rows, Row{line.Number, v.cells})
	}
}

// who names the row for a note, and what it says.
func (v *converter) who(said string) string {
	who := cmp.Or(v.cells["name"], v.cells["id"], "a row without name")
	if said != "" {
		who += fmt.Sprintf(" (%q)", said)
	}
	return who
}

// sure reports whether a cell confirms a result.
func sure(said string) bool {
	return slices.Contains([]string{"confirmed", "confirme", "confirmee", "oui", "yes", "vrai", "true", "1", "x", "ok", "sur", "valide", "validee"}, catalog.Slug(said))
}

// award reads the edition, the level and the mentions.
func (v *converter) award() {
	e := v.pack.Edition(v.cells["edition"])
	if e == nil {
		var ids []string
		for _, known := range v.pack.Editions {
			ids = append(ids, known.ID)
		}
		v.fault("edition", "%q is no edition of %s: want %s", v.cells["edition"], v.pack.ID, strings.Join(ids, ", "))
		return
	}
	var levels []string
	for _, said := range split(v.cells["level"], "|+") {
		l := v.level(e, said)
		if l == nil {
			v.fault("level", "%q is no level of edition %s: want %s", said, e.ID, strings.Join(levelWords(e), ", "))
			return
		}
		levels = append(levels, l.ID)
	}
	v.cells["level"] = strings.Join(levels, "|")
	if m := split(v.cells["mentions"], "|;\n"); len(m) > 0 {
		v.cells["mentions"] = strings.Join(m, "|")
	}
}

// level returns the level that people mean, by its identifier, its name or how
// texts call it.
func (v *converter) level(e *catalog.Edition, said string) *catalog.Level {
	said = catalog.Slug(said)
	for _, l := range e.Levels() {
		if catalog.Slug(l.ID) == said {
			return l
		}
		for _, lang := range v.pack.Languages {
			for _, word := range []string{l.Name[lang], v.pack.Text(e, l, "level", lang), v.pack.Text(e, l, "level-word", lang) + " " + l.Name[lang], v.pack.Text(e, l, "level-word", lang) + " " + l.ID} {
				if word != "" && catalog.Slug(word) == said {
					return l
				}
			}
		}
	}
	return nil
}

func levelWords(e *catalog.Edition) []string {
	var ids []string
	for _, l := range e.Levels() {
		ids = append(ids, l.ID)
	}
	return ids
}

// split returns the parts of a list that any of some characters separate.
func split(list, separators string) []string {
	var parts []string
	for _, s := range strings.FieldsFunc(list, func(c rune) bool { return strings.ContainsRune(separators, c) }) {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	return parts
}

// used returns the columns that some row has, in the order of registries.
func used(rows []Row) []string {
	var names []string
	for _, c := range columns {
		if slices.ContainsFunc(rows, func(r Row) bool { return r.Cells[c.name] != "" }) {
			names = append(names, c.name)
		}
	}
	return names
}
