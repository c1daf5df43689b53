package text

import (
	"slices"
	"strings"
	"testing"
)

// TestGaps shows where names may break: at |, never elsewhere.
func TestGaps(t *testing.T) {
	for _, want := range []string{
		"Y",
		"Saint-|Denis",
		"L’Haÿ-|les-|Roses",
		"Villeneuve |d’Ascq",
		"Plouguerneau| / Plougerne",
		"Oui/|Non",
		"Bravo !",
		"Bravo\u202f!",
		"« libre »",
		"niveau |3",
		"Sud |(CASUD)",
		"2016-2020",
		"Le |label : |or",
		"Territoire\n|Numérique",
		"100 %",
	} {
		s := []rune(strings.ReplaceAll(want, "|", ""))
		var got strings.Builder
		list := gaps(s, false)
		for i, r := range s {
			if slices.ContainsFunc(list[1:len(list)-1], func(g gap) bool {
				return g.cost == costSlash && g.end == i || g.cost != costSlash && g.next == i
			}) {
				got.WriteByte('|')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("breaks %q; want %q", got.String(), want)
		}
	}
}

func TestElisions(t *testing.T) {
	list := gaps([]rune("L’Haÿ"), true)
	if len(list) != 3 || list[1] != (gap{end: 2, next: 2, cost: costApostrophe}) {
		t.Errorf("gaps of L’Haÿ: %v", list)
	}
}
