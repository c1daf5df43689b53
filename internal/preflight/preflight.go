// Package preflight says which of the rules of print files a PDF keeps, in
// words that a communication officer and a printer both understand.
//
// The rules are those publicly known of PDF/X-4 (ISO 15930-7) and PDF/X-1a
// (ISO 15930-4), and the habits of print shops. Nothing here certifies a file:
// a report says what was looked at and what was found.
package preflight

import (
	"cmp"
	"fmt"
	"slices"

	"panonceau/internal/pdffile"
)

// A Status is what became of a rule.
type Status string

// The statuses, from good to bad.
const (
	Holds  Status = "ok"      // the rule holds
	Note   Status = "note"    // nothing is wrong; something is worth knowing
	Warns  Status = "warning" // some shops will object
	Breaks Status = "error"   // the file breaks the rule
)

// A Result is what was found about one rule.
type Result struct {
	Rule   string // stable name, e.g. "trim-box"
	Status Status
	Text   string // one sentence
}

// A Report is all results, in the order of the checks.
type Report struct {
	Level   string // PDF/X level that the file claims, or empty
	Results []Result
}

// OK reports whether no rule is broken.
func (r *Report) OK() bool {
	return !slices.ContainsFunc(r.Results, func(x Result) bool { return x.Status == Breaks })
}

// Worst returns the results that need attention, errors first.
func (r *Report) Worst() []Result {
	var out []Result
	for _, x := range r.Results {
		if x.Status == Breaks || x.Status == Warns {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b Result) int { return cmp.Compare(a.Status, b.Status) })
	return out
}

// Check looks at a PDF file. The error is for files that cannot be read at all.
func Check(b []byte) (*Report, error) {
	f, err := pdffile.Open(b)
	if err != nil {
		return nil, fmt.Errorf("preflight: %w", err)
	}
	c := &checker{f: f, report: new(Report), spots: map[string]string{}, seen: map[*pdffile.Stream]bool{}}
	c.catalog = c.dict(f.Trailer["Root"])
	if c.catalog == nil {
		return nil, fmt.Errorf("preflight: the file has no catalog")
	}
	c.level()
	c.structure()
	c.metadata()
	c.intent()
	c.activeContent()
	c.layers()
	pages := c.pages()
	for i, p := range pages {
		c.boxes(p, i+1)
		c.page(p)
	}
	c.found(len(pages))
	return c.report, nil
}

// A checker looks at one file.
type checker struct {
	f       *pdffile.File
	report  *Report
	catalog pdffile.Dict
	xmp     string
	intents int // colour components of the output intent, 0 if there is none

	inks   inventory
	spots  map[string]string // definitions, by name
	order  []string          // names of spots as they come
	seen   map[*pdffile.Stream]bool
	budget int // operators and functions looked at
	nested int // colour spaces within colour spaces
}

func (c *checker) add(rule string, s Status, format string, args ...any) {
	c.report.Results = append(c.report.Results, Result{rule, s, fmt.Sprintf(format, args...)})
}

// require adds a result that holds or breaks.
func (c *checker) require(rule string, ok bool, holds, breaks string) {
	if ok {
		c.add(rule, Holds, "%s", holds)
	} else {
		c.add(rule, Breaks, "%s", breaks)
	}
}

// dict returns the dictionary that o is or leads to, that of a stream included,
// or nil.
func (c *checker) dict(o pdffile.Object) pdffile.Dict {
	switch v := c.f.Resolve(o).(type) {
	case pdffile.Dict:
		return v
	case *pdffile.Stream:
		return v.Dict
	}
	return nil
}

func (c *checker) array(o pdffile.Object) pdffile.Array {
	a, _ := c.f.Resolve(o).(pdffile.Array)
	return a
}

func (c *checker) name(o pdffile.Object) string {
	n, _ := c.f.Resolve(o).(pdffile.Name)
	return string(n)
}

func (c *checker) text(o pdffile.Object) string {
	s, _ := c.f.Resolve(o).(pdffile.String)
	return s.Text()
}

// numbers returns the numbers of an array, or nil if it has anything else.
func (c *checker) numbers(o pdffile.Object) []float64 {
	a := c.array(o)
	out := make([]float64, len(a))
	for i, v := range a {
		n, ok := c.f.Resolve(v).(float64)
		if !ok {
			return nil
		}
		out[i] = n
	}
	return out
}
