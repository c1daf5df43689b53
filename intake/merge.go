package intake

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

// CSV returns the rows of r as a registry of their own.
func (r *Result) CSV() []byte {
	b, _ := merge(nil, nil, r, "\n")
	return b
}

// Merged are a registry and rows that were added to it.
type Merged struct {
	Data []byte
	Gone []string // "id edition" of rows that are not there any more
}

// Merge adds rows to a registry file: what they say of an award that it has
// replaces what it says, cell by cell; other awards stay as they are, and new
// ones are at the end. Awards of the edition whole that have no row among the
// new ones go; "" is none.
func (r *Result) Merge(file string, registry []byte, whole string) (*Merged, error) {
	lineEnd := "\n"
	if bytes.Contains(registry, []byte("\r\n")) {
		lineEnd = "\r\n"
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(registry, []byte("\ufeff"))))
	old, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(old) == 0 {
		return nil, fmt.Errorf("%s: no header", file)
	}
	out := new(Merged)
	header, rows := old[0], old[1:]
	if whole != "" {
		rows = slices.DeleteFunc(rows, func(row []string) bool {
			id, edition := cellOf(header, row, "id"), cellOf(header, row, "edition")
			if edition != whole || r.find(id, edition) != nil {
				return false
			}
			out.Gone = append(out.Gone, id+" "+edition)
			return true
		})
	}
	out.Data, err = merge(header, rows, r, lineEnd)
	return out, err
}

// find returns the row of an award, or nil.
func (r *Result) find(id, edition string) *Row {
	for i := range r.Rows {
		if c := r.Rows[i].Cells; c["id"] == id && c["edition"] == edition {
			return &r.Rows[i]
		}
	}
	return nil
}

func cellOf(header, row []string, column string) string {
	i := slices.Index(header, column)
	if i < 0 {
		return ""
	}
	return strings.TrimSpace(row[i])
}

// merge writes a registry with new rows.
func merge(header []string, rows [][]string, r *Result, lineEnd string) ([]byte, error) {
	header = slices.Clone(header)
	for _, column := range r.Columns {
		if !slices.Contains(header, column) {
			header = append(header, column)
		}
	}
	where := make(map[[2]string]int)
	all := make([][]string, 0, len(rows)+len(r.Rows))
	for i, row := range rows {
		all = append(all, append(slices.Clone(row), make([]string, len(header)-len(row))...))
		where[[2]string{cellOf(header, all[i], "id"), cellOf(header, all[i], "edition")}] = i
	}
	for _, row := range r.Rows {
		key := [2]string{row.Cells["id"], row.Cells["edition"]}
		i, known := where[key]
		if !known {
			i = len(all)
			all = append(all, make([]string, len(header)))
		}
		for j, column := range header {
			if value := row.Cells[column]; value != "" {
				all[i][j] = value
			}
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = lineEnd == "\r\n"
	w.Write(header) // a buffer does not fail
	w.WriteAll(all)
	return b.Bytes(), w.Error()
}
