// Package golden compares what tests produce with reference files under
// testdata. A reference stands beside its test and is looked at by a person:
//
//	UPDATE=1 go test ./...
//
// writes what is missing or different, and fails once more so that nobody takes
// it for a passing run. It is refused where CI=true.
package golden

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// A Limit is the greatest size of a reference, in bytes.
type Limit int

// The limits. References are read by people and kept in the repository for
// ever: 20 KiB is a picture of a few hundred pixels or some 300 lines. A test
// that needs Large says so where it is called.
const (
	Small Limit = 20 << 10
	Large Limit = 200 << 10
)

// Text compares got with the reference testdata/name, byte by byte. It shows
// the first line that differs.
func Text(t testing.TB, name string, got []byte) {
	t.Helper()
	Small.Text(t, name, got)
}

// Text is [Text] for references of up to l bytes.
func (l Limit) Text(t testing.TB, name string, got []byte) {
	t.Helper()
	want, ok := l.reference(t, name, got)
	if ok && !bytes.Equal(want, got) && !l.updated(t, name, got) {
		t.Errorf("%s: %s", file(name), firstDifference(want, got))
	}
}

func file(name string) string { return filepath.Join("testdata", filepath.FromSlash(name)) }

// reference returns the content of a reference, and false if there is none to
// compare with.
func (l Limit) reference(t testing.TB, name string, got []byte) ([]byte, bool) {
	t.Helper()
	want, err := os.ReadFile(file(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if !l.updated(t, name, got) {
			t.Errorf("%s: no such reference; UPDATE=1 writes it", file(name))
		}
		return nil, false
	case err != nil:
		t.Error(err)
		return nil, false
	case len(want) > int(l):
		t.Errorf("%s: a reference of %d bytes; at most %d", file(name), len(want), l)
		return nil, false
	}
	return want, true
}

// updated writes a reference if that is asked for, and reports whether it has
// said all there is to say.
func (l Limit) updated(t testing.TB, name string, got []byte) bool {
	t.Helper()
	if os.Getenv("UPDATE") == "" {
		return false
	}
	if err := l.update(name, got); err != nil {
		t.Errorf("%s: %v", file(name), err)
	} else {
		t.Errorf("%s: reference written, look at it", file(name))
	}
	return true
}

func (l Limit) update(name string, got []byte) error {
	if os.Getenv("CI") == "true" {
		return errors.New("references are not updated where CI=true")
	}
	if len(got) > int(l) {
		return fmt.Errorf("a reference of %d bytes; at most %d", len(got), l)
	}
	if err := os.MkdirAll(filepath.Dir(file(name)), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file(name), got, 0o666)
}

// context is how many lines are shown above and below one that differs.
const context = 2

// maxLine is how many bytes of a line are shown.
const maxLine = 200

// firstDifference shows where two different texts part.
func firstDifference(want, got []byte) string {
	w, g := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	n := 0
	for n < len(w) && n < len(g) && bytes.Equal(w[n], g[n]) {
		n++
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "line %d differs (%d lines wanted, %d got)\n", n+1, len(w), len(g))
	show := func(mark string, lines [][]byte, from, to int) {
		for i := max(from, 0); i < min(to, len(lines)); i++ {
			fmt.Fprintf(&b, "%s %s\n", mark, excerpt(lines[i], w, g, n, i))
		}
	}
	show(" ", w, n-context, n)
	show("-", w, n, n+1)
	show("+", g, n, n+1)
	show(" ", g, n+1, n+1+context)
	return b.String()
}

// excerpt returns line, or, if it is long, the part of it around the first byte
// in which line n of w differs from that of g.
func excerpt(line []byte, w, g [][]byte, n, i int) []byte {
	if len(line) <= maxLine {
		return line
	}
	from := 0
	if i == n && n < len(w) && n < len(g) {
		for from < min(len(w[n]), len(g[n])) && w[n][from] == g[n][from] {
			from++
		}
		from = max(0, min(from-maxLine/2, len(line)-maxLine))
	}
	cut := append([]byte(nil), line[from:min(from+maxLine, len(line))]...)
	if from > 0 {
		cut = append([]byte("…"), cut...)
	}
	if from+maxLine < len(line) {
		cut = append(cut, "…"...)
	}
	return cut
}
