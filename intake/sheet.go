// Package intake reads the spreadsheet in which the results of a label were
// written down, and makes rows of its registry of them: headers and values in
// people's words, whatever the separator and the encoding.
//
//	Read      the file, as a Sheet
//	Convert   its rows, checked, as a Result
//	Merge     these rows, with a registry
package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A Sheet is a file as it was written, without its empty rows.
type Sheet struct {
	File   string
	Header []string
	Rows   []Line
}

// A Line is one row of a Sheet, as long as its header.
type Line struct {
	Number int // in the file, from 1
	Cells  []string
}

// Read reads a CSV file with a header: in UTF-8 or Windows-1252, with commas,
// semicolons or tabs. Errors begin with the name of the file.
func Read(file string, data []byte) (*Sheet, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: %d bytes; at most %d", file, len(data), maxFile)
	}
	text, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = separator(text)
	r.FieldsPerRecord = -1 // spreadsheets leave empty cells at the end out
	r.LazyQuotes = true
	s := &Sheet{File: file}
	for {
		cells, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		line, _ := r.FieldPos(0)
		if err := s.add(line, cells); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	if s.Header == nil {
		return nil, fmt.Errorf("%s: no header", file)
	}
	return s, nil
}

// add takes a record over: the first one that is not empty is the header.
func (s *Sheet) add(line int, cells []string) error {
	for i := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cells[i], "\u00a0", " "))
		if n := utf8.RuneCountInString(cells[i]); n > maxCell {
			return fmt.Errorf("a cell of %d characters; at most %d", n, maxCell)
		}
	}
	switch {
	case strings.Join(cells, "") == "":
		return nil
	case len(cells) > maxColumns:
		return fmt.Errorf("%d columns; at most %d", len(cells), maxColumns)
	case s.Header == nil:
		s.Header = cells
		return nil
	case len(s.Rows) == maxRows:
		return fmt.Errorf("more than %d rows", maxRows)
	}
	for i, extra := range cells {
		if i >= len(s.Header) && extra != "" {
			return fmt.Errorf("%d cells, and %d in the header", len(cells), len(s.Header))
		}
	}
	row := make([]string, len(s.Header))
	copy(row, cells)
	s.Rows = append(s.Rows, Line{line, row})
	return nil
}

// decode returns the text of a file. What is not UTF-8 is Windows-1252, in which
// spreadsheets in Western Europe save.
func decode(data []byte) (string, error) {
	for _, mark := range []string{"\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return "", errors.New("the file is UTF-16; save it as CSV in UTF-8")
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, 0) >= 0 {
		return "", errors.New("not a text file; save the sheet as CSV")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	return string(out), err
}

// separator returns the character that the first line has most of, outside
// quotes.
func separator(text string) rune {
	first, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	best, most, quoted := ',', 0, false
	for _, c := range []rune{',', ';', '\t'} {
		n := 0
		for _, r := range first {
			if r == '"' {
				quoted = !quoted
			}
			if r == c && !quoted {
				n++
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}
