package catalog

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A registry is the awards of one label, by holder.
type registry struct {
	file    string
	holders []*Holder          // by id
	byID    map[string]*Holder // by id and former id
	digest  string             // of the file
	index   []indexEntry       // for searches
}

// The columns of a registry file, one row for each award. Those that are
// needed come first.
const (
	colID       = "id"       // SIREN, or an identifier in x
	colName     = "name"     // as labelled; with a second language: "Plouguerneau / Plougerne"
	colKind     = "kind"     // of the pack
	colEdition  = "edition"  // of the pack
	colLevel    = "level"    // of the scale of the edition; of several scales, separated by |
	colLang     = "lang2"    // language of the second name, BCP 47
	colShort    = "short"    // shorter names, the longest first, separated by |
	colTNCC     = "tncc"     // INSEE's code of the article, 0 to 8
	colDep      = "dep"      // code of the département
	colINSEE    = "insee"    // code of the commune
	colLat      = "lat"      // degrees north of the seat, WGS 84
	colLon      = "lon"      // degrees east of it
	colPostcode = "postcode" // of the seat, separated by |
	colMentions = "mentions" // separated by |
	colAliases  = "aliases"  // former identifiers, separated by |
	colSource   = "source"   // where the award was read, a URL
)

var (
	neededColumns = []string{colID, colName, colKind, colEdition, colLevel}
	otherColumns  = []string{colLang, colShort, colTNCC, colDep, colINSEE, colLat, colLon, colPostcode, colMentions, colAliases, colSource, colState, colSince, colReason}

	// toldColumns are what an export tells besides. They follow from the others
	// and the pack, and are passed over.
	toldColumns = []string{"label", "kind_name", "level_name", "status", "code", "page", "picture"}

	// unseenColumns are in no picture of an award.
	unseenColumns = []string{colLat, colLon, colPostcode, colSource}
)

// A registryReader reads the rows of a registry and keeps the faults.
type registryReader struct {
	file    string
	pack    *Pack
	columns map[string]int
	row     []string
	line    int
	faults  []error
	*registry
}

// readRegistry reads the awards of a pack from a CSV file (RFC 4180) with a
// header. Errors begin with file:line and name the column.
func readRegistry(file string, data []byte, p *Pack) (*registry, error) {
	r := &registryReader{file: file, pack: p, registry: &registry{file: file, byID: make(map[string]*Holder)}}
	if len(data) > maxRegistry {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", file, len(data), maxRegistry)
	}
	sum := sha256.Sum256(data)
	r.digest = hex.EncodeToString(sum[:16])
	// Spreadsheets put a byte order mark before UTF-8.
	c := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	c.ReuseRecord = true
	header, err := c.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: header: %w", file, err)
	}
	if err := r.header(header); err != nil {
		return nil, err
	}
	for n := 0; ; n++ {
		row, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if n == maxRows {
			return nil, fmt.Errorf("%s: more than %d rows", file, maxRows)
		}
		r.row = row
		r.line, _ = c.FieldPos(0)
		r.award()
	}
	r.finish()
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	r.index = newIndex(r.holders)
	return r.registry, nil
}

func (r *registryReader) header(names []string) error {
	if len(names) > maxColumns {
		return fmt.Errorf("%s:1: %d columns; at most %d", r.file, len(names), maxColumns)
	}
	r.columns = make(map[string]int)
	for i, n := range names {
		if slices.Contains(toldColumns, n) {
			continue
		}
		if !slices.Contains(neededColumns, n) && !slices.Contains(otherColumns, n) {
			return fmt.Errorf("%s:1: column %s: want %s, %s", r.file, quote(n), oneOf(neededColumns), oneOf(otherColumns))
		}
		if _, twice := r.columns[n]; twice {
			return fmt.Errorf("%s:1: column %q is there twice", r.file, n)
		}
		r.columns[n] = i
	}
	for _, n := range neededColumns {
		if _, ok := r.columns[n]; !ok {
			return fmt.Errorf("%s:1: column %q is missing", r.file, n)
		}
	}
	return nil
}

func (r *registryReader) fail(column, format string, args ...any) {
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, fmt.Errorf("%s:%d: column %q: %s", r.file, r.line, column, fmt.Sprintf(format, args...)))
	}
}

// cell returns the text of a column of the row, clean; empty if there is none.
func (r *registryReader) cell(column string) string {
	i, ok := r.columns[column]
	if !ok || strings.TrimSpace(r.row[i]) == "" {
		return ""
	}
	s, err := cleanName(column, bare(r.row[i]), maxCell)
	if err != nil {
		r.fail(column, "%s", err.En)
	}
	return s
}

// bare takes away the apostrophe that keeps a spreadsheet from reading a text
// as a formula.
func bare(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// list returns the parts of a cell that | separates.
func (r *registryReader) list(column string, most int) []string {
	var out []string
	for _, s := range strings.Split(r.cell(column), "|") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	if len(out) > most {
		r.fail(column, "%d entries; at most %d", len(out), most)
		return nil
	}
	return out
}

// award reads one row.
func (r *registryReader) award() {
	id := r.cell(colID)
	if !isSIREN(id) && !isOwnID(id) {
		r.fail(colID, "%s: want a SIREN, 9 digits with the right check digit, or x and lower-case letters and digits", quote(id))
		return
	}
	a := &Award{Edition: r.cell(colEdition), Levels: r.list(colLevel, maxScales), Name: r.cell(colName),
		Short: r.list(colShort, maxShort), TNCC: r.cell(colTNCC),
		Mentions: r.list(colMentions, maxMentions), Source: r.cell(colSource)}
	a.Name, a.Second = splitName(a.Name)
	a.SecondLang = r.cell(colLang)
	a.digest, a.line, a.kind = r.rowDigest(), r.line, r.cell(colKind)
	r.lifeOf(a)
	r.checkAward(a)
	h := r.byID[id]
	if h != nil && h.ID != id {
		r.fail(colID, "%s is a former identifier of %s", id, h.ID)
		return
	}
	if h == nil {
		h = &Holder{ID: id, label: r.pack.ID}
		r.byID[id] = h
		r.holders = append(r.holders, h)
	}
	r.describe(h)
	a.Holder = h
	for _, other := range h.Awards {
		if other.Edition == a.Edition {
			r.fail(colEdition, "%s was awarded edition %s already", id, a.Edition)
		}
	}
	h.Awards = append(h.Awards, a)
}

// describe takes what a row says of the holder. The rows are in the order of
// the editions or not; later rows win.
func (r *registryReader) describe(h *Holder) {
	h.Kind, h.Dep, h.INSEE = r.cell(colKind), r.cell(colDep), r.cell(colINSEE)
	if r.pack.Kind(h.Kind) == nil {
		r.fail(colKind, "%s is no kind of %s", quote(h.Kind), r.pack.ID)
	}
	for _, s := range [2]struct{ column, value string }{{colDep, h.Dep}, {colINSEE, h.INSEE}} {
		if len(s.value) > 5 || !only(s.value, "0123456789ABD") { // 2A and 2B are Corsica
			r.fail(s.column, "%s: want a code of INSEE", quote(s.value))
		}
	}
	r.place(h)
	for _, id := range r.list(colAliases, maxAliases) {
		if !isSIREN(id) && !isOwnID(id) {
			r.fail(colAliases, "%s is no identifier", quote(id))
		}
		if other := r.byID[id]; other != nil && other != h {
			r.fail(colAliases, "%s is an identifier of %s", id, other.ID)
			continue
		}
		if r.byID[id] == nil {
			r.byID[id] = h
			h.Aliases = append(h.Aliases, id)
		}
	}
}

// rowDigest sums up a row, so that a picture changes its key when its award is
// corrected.
func (r *registryReader) rowDigest() string {
	h := sha256.New()
	for _, column := range slices.Concat(neededColumns, otherColumns) {
		if i, ok := r.columns[column]; ok && !slices.Contains(unseenColumns, column) {
			fmt.Fprintf(h, "%s=%q\n", column, r.row[i])
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// finish puts holders and awards in order.
func (r *registryReader) finish() {
	rank := make(map[string]int)
	for i, e := range r.pack.Editions {
		rank[e.ID] = i
	}
	slices.SortFunc(r.holders, func(a, b *Holder) int { return strings.Compare(a.ID, b.ID) })
	for _, h := range r.holders {
		slices.SortFunc(h.Awards, func(a, b *Award) int { return rank[b.Edition] - rank[a.Edition] })
	}
	r.drawIndexes(r.pack.Editions)
}

// splitName splits a bilingual name, as in "Plouguerneau / Plougerne".
func splitName(s string) (first, second string) {
	first, second, _ = strings.Cut(s, " / ")
	return strings.TrimSpace(first), strings.TrimSpace(second)
}
