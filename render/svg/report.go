package svg

import (
	"cmp"
	"fmt"
	"slices"
)

// A DecodeError says why a file cannot be read at all.
type DecodeError struct {
	Name    string // of the file
	Line    int    // 0 if it concerns the file as a whole
	Element string // local name, or empty
	Msg     string
}

func (e *DecodeError) Error() string {
	s := e.Name
	if s == "" {
		s = "svg"
	}
	if e.Line > 0 {
		s += fmt.Sprintf(":%d", e.Line)
	}
	if e.Element != "" {
		s += ": <" + e.Element + ">"
	}
	return s + ": " + e.Msg
}

// A Report lists what Decode left out of a picture or read otherwise than it
// was written. An empty one means that the Drawing shows the whole file.
type Report struct {
	Issues []Issue // by line, at most a thousand
}

// An Issue is one thing that is not drawn as the file asks.
type Issue struct {
	Line    int
	Element string // local name
	Message string
}

func (i Issue) String() string {
	return fmt.Sprintf("line %d: <%s>: %s", i.Line, i.Element, i.Message)
}

// add notes an issue once; an element drawn several times has it once.
func (r *Report) add(e *element, format string, args ...any) {
	if len(r.Issues) >= maxIssues {
		return
	}
	issue := Issue{e.line, e.name, fmt.Sprintf(format, args...)}
	if e.doc.name != "" {
		issue.Message = "in " + e.doc.name + ": " + issue.Message
	}
	for i := len(r.Issues) - 1; i >= 0 && i >= len(r.Issues)-50; i-- {
		if r.Issues[i] == issue {
			return
		}
	}
	r.Issues = append(r.Issues, issue)
}

// sort orders the issues by line and drops repetitions.
func (r *Report) sort() {
	slices.SortFunc(r.Issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Element, b.Element), cmp.Compare(a.Message, b.Message))
	})
	r.Issues = slices.Compact(r.Issues)
}
