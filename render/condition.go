package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Condition is the value of a data-if, which texts have too.
type Condition []term

// ParseCondition reads terms separated by spaces; docs/slots.md lists their
// forms.
func ParseCondition(s string) (Condition, error) {
	terms, err := parseCondition(s)
	return terms, err
}

// Holds reports whether every term holds for the values of facts.
func (c Condition) Holds(fact func(name string) string) bool {
	for i := range c {
		if !c[i].holds(fact(c[i].fact)) {
			return false
		}
	}
	return true
}

// Facts returns the names of the facts that c asks about.
func (c Condition) Facts() []string {
	var names []string
	for _, t := range c {
		names = append(names, t.fact)
	}
	return names
}

// A term is one requirement of a condition: a fact, how to look at it, and the
// values it is held against. docs/slots.md lists the forms.
type term struct {
	fact   string
	op     termOp
	values []string // of is and isNot
	bound  int      // of the comparisons
}

type termOp uint8

const (
	has termOp = iota
	hasNot
	is
	isNot
	atLeast
	atMost
	moreThan
	lessThan
)

// maxTerms bounds a data-if; the longest that artwork needs has four terms.
const maxTerms = 16

// parseCondition reads the value of a data-if.
func parseCondition(s string) ([]term, error) {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > maxTerms {
		return nil, fmt.Errorf("a condition has 1 to %d terms, this one has %d", maxTerms, len(words))
	}
	terms := make([]term, 0, len(words))
	for _, w := range words {
		t, err := parseTerm(w)
		if err != nil {
			return nil, err
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// operators are tried in this order, so that ">=" is not taken for "=".
var operators = []struct {
	sign string
	op   termOp
}{{"!=", isNot}, {">=", atLeast}, {"<=", atMost}, {">", moreThan}, {"<", lessThan}, {"=", is}}

func parseTerm(w string) (term, error) {
	for _, o := range operators {
		fact, value, ok := strings.Cut(w, o.sign)
		if !ok {
			continue
		}
		if !isWord(fact) || value == "" {
			return term{}, fmt.Errorf("condition %q: want fact%svalue", w, o.sign)
		}
		t := term{fact: fact, op: o.op}
		if o.op == is || o.op == isNot {
			t.values = strings.Split(value, "|")
			return t, nil
		}
		n, err := strconv.Atoi(value)
		if err != nil {
			return term{}, fmt.Errorf("condition %q: %q is not a whole number", w, value)
		}
		t.bound = n
		return t, nil
	}
	t := term{fact: w, op: has}
	if fact, ok := strings.CutPrefix(w, "!"); ok {
		t = term{fact: fact, op: hasNot}
	}
	if !isWord(t.fact) {
		return term{}, fmt.Errorf("condition %q: %q is not the name of a fact", w, t.fact)
	}
	return t, nil
}

// isWord reports whether s is made of a–z, 0–9 and hyphens.
func isWord(s string) bool {
	if s == "" || len(s) > 40 {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// holds reports whether the term holds when its fact has this value.
func (t *term) holds(value string) bool {
	switch t.op {
	case has:
		return value != ""
	case hasNot:
		return value == ""
	case is:
		return slices.Contains(t.values, value)
	case isNot:
		return !slices.Contains(t.values, value)
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return false
	}
	switch t.op {
	case atLeast:
		return n >= t.bound
	case atMost:
		return n <= t.bound
	case moreThan:
		return n > t.bound
	default:
		return n < t.bound
	}
}
