package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a search.
const (
	maxQuery      = 80 // runes that are read; the longest name has 59
	maxQueryWords = 8
	maxFound      = 100
)

// Find returns who was awarded a label and is meant by a query, the best match
// first, and no more than most: the words of a name without regard to accents,
// case, hyphens and articles, begun or with one letter wrong; or the beginning
// of a SIREN, an INSEE code or a postcode; or a département, by its number or its
// name. A query that says nothing finds nobody.
func (c *Catalog) Find(label, query string, most int) []*Holder {
	r := c.registries[label]
	words := queryWords(query)
	if r == nil || len(words) == 0 {
		return nil
	}
	var found []match
	for i := range r.index {
		if score, ok := r.index[i].match(words); ok {
			found = append(found, match{&r.index[i], score})
		}
	}
	slices.SortFunc(found, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.score, b.score), len(a.entry.whole[0])-len(b.entry.whole[0]),
			cmp.Compare(a.entry.whole[0], b.entry.whole[0]), cmp.Compare(a.entry.holder.ID, b.entry.holder.ID))
	})
	var all []*Holder
	for _, m := range found[:min(len(found), most, maxFound)] {
		all = append(all, m.entry.holder)
	}
	return all
}

// A match is an entry that a query found; the lower the score, the better.
type match struct {
	entry *indexEntry
	score int
}

// An indexEntry is a holder as searches see it.
type indexEntry struct {
	holder *Holder
	names  [][]string // words of each name it was labelled by, the newest first
	whole  []string   // the same, as one word
	codes  []string   // SIREN or own identifiers, INSEE code, postcodes
	dep    string
	depIn  []string // words of the name of the département
}

// newIndex returns the entries of holders.
func newIndex(holders []*Holder) []indexEntry {
	all := make([]indexEntry, len(holders))
	for i, h := range holders {
		e := indexEntry{holder: h, dep: strings.ToLower(h.Dep), depIn: plainWords(departments[h.Dep])}
		for _, a := range h.Awards {
			for _, name := range append([]string{a.Name, a.Second}, a.Short...) {
				e.addName(name)
			}
		}
		e.codes = append(append([]string{h.ID}, h.Aliases...), h.Postcodes...)
		if h.INSEE != "" {
			e.codes = append(e.codes, strings.ToLower(h.INSEE))
		}
		all[i] = e
	}
	return all
}

func (e *indexEntry) addName(name string) {
	words := plainWords(name)
	whole := strings.Join(words, "")
	if whole == "" || slices.Contains(e.whole, whole) {
		return
	}
	e.names, e.whole = append(e.names, words), append(e.whole, whole)
}

// How well a query meets a name: what is added for each of its words, and for
// the query as a whole.
const (
	scoreSame    = 0
	scoreBegun   = 2
	scoreWrong   = 5 // one letter wrong
	scoreNotHead = 1 // the first word is not the first of the name
	scoreDep     = 20
	scoreLate    = 3 // by another name than the newest
	noMatch      = -1
)

// match reports whether e is meant by the words of a query, and how clearly.
func (e *indexEntry) match(words []string) (score int, ok bool) {
	best := noMatch
	keep := func(score int) {
		if score >= 0 && (best < 0 || score < best) {
			best = score
		}
	}
	for i, name := range e.names {
		late := 0
		if i > 0 {
			late = scoreLate
		}
		if s := e.matchName(name, words); s >= 0 {
			keep(s + late)
		}
		if s := near(strings.Join(words, ""), e.whole[i]); s >= 0 {
			keep(s + late)
		}
	}
	if len(words) == 1 {
		keep(e.matchCode(words[0]))
	}
	if slices.Equal(words, e.depIn) {
		keep(scoreDep)
	}
	return best, best >= 0
}

// matchName returns the score of a query against one name, each word of which
// counts once. Words of a query may also be the département or a code, as in
// "Saint-Joseph 974".
func (e *indexEntry) matchName(name, words []string) int {
	total, used, named := 0, make([]bool, len(name)), false
	head := max(0, slices.IndexFunc(name, func(w string) bool { return !idle[w] }))
	for i, w := range words {
		best, at := noMatch, -1
		for j, n := range name {
			s := near(w, n)
			if s >= 0 && i == 0 && j != head {
				s += scoreNotHead
			}
			if s >= 0 && !used[j] && (best < 0 || s < best) {
				best, at = s, j
			}
		}
		switch {
		case at >= 0:
			used[at], named = true, true
		case idle[w]:
			best = scoreSame
		case len(words) > 1:
			best = e.matchCode(w)
		}
		if best < 0 {
			return noMatch
		}
		total += best
	}
	if !named {
		return noMatch
	}
	return total
}

// matchCode returns the score of a word that is a number or begins one.
func (e *indexEntry) matchCode(w string) int {
	if w == e.dep {
		return scoreDep
	}
	best := noMatch
	for _, code := range e.codes {
		switch {
		case code == w:
			return scoreSame
		case len(w) >= 3 && isDigit(w[0]) && strings.HasPrefix(code, w):
			best = scoreBegun
		}
	}
	return best
}

// near returns the score of a word of a query against one of a name: the same,
// begun, or with one letter wrong.
func near(w, name string) int {
	switch {
	case w == name:
		return scoreSame
	case strings.HasPrefix(name, w):
		return scoreBegun
	case min(len(w), len(name)) < 4 || isDigit(w[0]):
		return noMatch
	case oneWrong(w, name, false):
		return scoreWrong
	case oneWrong(w, name, true):
		return scoreWrong + scoreBegun
	}
	return noMatch
}

// oneWrong reports whether w becomes name, or, if begun, the beginning of it,
// when one letter is changed, left out, put in, or swapped with its neighbour.
func oneWrong(w, name string, begun bool) bool {
	i := 0
	for i < len(w) && i < len(name) && w[i] == name[i] {
		i++
	}
	meets := func(w, name string) bool { return w == name || begun && strings.HasPrefix(name, w) }
	a, b := w[i:], name[i:]
	switch {
	case a == "" || b == "":
		return meets(a, b[min(1, len(b)):]) || meets(a[min(1, len(a)):], b)
	case meets(a[1:], b[1:]), meets(a[1:], b), meets(a, b[1:]):
		return true
	}
	return len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && meets(a[2:], b[2:])
}

// idle are words that a query may have and a name not: articles, and what kind
// of body it is.
var idle = map[string]bool{"le": true, "la": true, "les": true, "l": true, "de": true, "du": true, "des": true, "d": true,
	"ville": true, "village": true, "commune": true, "communes": true, "mairie": true, "communaute": true, "cc": true, "ca": true,
	"agglomeration": true, "agglo": true, "metropole": true, "departement": true, "region": true}

// queryWords returns the words of a query; too many, or too long ones, are cut
// off. Spaces inside of a number do not count, as in 213 801 517.
func queryWords(query string) []string {
	if n := 0; utf8.RuneCountInString(query) > maxQuery {
		for i := range query {
			if n++; n > maxQuery {
				query = query[:i]
				break
			}
		}
	}
	words := plainWords(query)
	if number := strings.Join(words, ""); len(words) > 1 && only(number, "0123456789") {
		return []string{number}
	}
	return words[:min(len(words), maxQueryWords)]
}

// plainWords returns the words of a name as they are compared: small letters
// without accents, saint and sainte short.
func plainWords(name string) []string {
	var b strings.Builder
	for _, c := range fold(name) {
		switch {
		case c == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(c), unicode.IsDigit(c):
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for i, w := range words {
		if short := shortened[w]; short != "" {
			words[i] = short
		}
	}
	return words
}

// shortened are words that are often written short.
var shortened = map[string]string{"saint": "st", "sainte": "ste", "saints": "sts", "saintes": "stes"}
