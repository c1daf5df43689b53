package badge

import (
	"strings"
	"unicode/utf8"
)

const (
	// longName is from how many letters on a name is looked for anywhere, and
	// with mistakes.
	longName = 6
	// lettersPerMistake is how many letters of a long name allow one that is
	// missing, added or changed: the plural of three words is three more.
	lettersPerMistake = 8
)

// Claims reports whether the text of a badge names one of some labels, however
// it is spelled: in other case, without accents, with letters that look alike,
// with digits for letters, in pieces.
func Claims(left, right string, names []string) bool {
	for _, s := range []string{left + " " + right, right + " " + left} {
		for _, leet := range []bool{false, true} {
			words := fold(s, leet)
			for _, n := range names {
				if claims(words, fold(n, leet), leet) {
					return true
				}
			}
		}
	}
	return false
}

// claims reports whether words are, or hold, the words of a name.
func claims(words, name []string, leet bool) bool {
	want, all := strings.Join(name, ""), strings.Join(words, "")
	n := utf8.RuneCountInString(want)
	switch {
	case n == 0:
		return false
	case n >= longName:
		return near(all, want) <= n/lettersPerMistake
	case all == want:
		return true
	}
	for _, w := range append(spelledOut(words), words...) {
		if w == want || !leet && n > 2 && strings.Contains(w, want) {
			return true
		}
	}
	return false
}

// spelledOut returns the runs of single letters in words, each as one word.
func spelledOut(words []string) []string {
	var runs []string
	run := ""
	for _, w := range append(words[:len(words):len(words)], "  ") {
		if utf8.RuneCountInString(w) == 1 {
			run += w
			continue
		}
		if len(run) > 1 {
			runs = append(runs, run)
		}
		run = ""
	}
	return runs
}

// near returns how many letters have to be added, taken away or changed to find
// want somewhere in s (P. H. Sellers, The theory and computation of evolutionary
// distances, 1980).
func near(s, want string) int {
	pattern := []rune(want)
	column := make([]int, len(pattern)+1)
	for i := range column {
		column[i] = i
	}
	best := len(pattern)
	for _, c := range s {
		diagonal := 0 // the name may begin anywhere
		for i, p := range pattern {
			change := diagonal
			if c != p {
				change++
			}
			diagonal = column[i+1]
			column[i+1] = min(change, diagonal+1, column[i]+1)
		}
		best = min(best, column[len(pattern)])
	}
	return best
}
