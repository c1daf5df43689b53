package text

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// A gap is a place where a line may end: before the rune end, with the next
// line starting at the rune next. What lies between, spaces or the slash of a
// bilingual name, is dropped.
type gap struct {
	end, next int
	forced    bool    // a line feed
	cost      float64 // see below
}

// What a break costs. The unit is that of badness: two lines of which one is
// 20 % longer than the mean and one as much shorter cost 0.5 more than two
// equal ones, see (*wrapper).badness.
const (
	costSlash      = -2  // between the two names of a bilingual town
	costHyphen     = 0.2 // inside a compound name
	costParticle   = 2.5 // after "de", "en", "Saint", which belong to what follows
	costOrphan     = 2.5 // a line of one word of three letters or less
	costApostrophe = 4   // after "l’"; offered only when nothing else helps
)

// gaps returns the start of s, where it may be broken, and its end: breaks are
// where UAX #14 allows them, less what French typography forbids. With
// apostrophes, also after those.
func gaps(s []rune, apostrophes bool) []gap {
	var seg segmenter.Segmenter
	seg.Init(s)
	list := []gap{{}}
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		if apostrophes {
			list = append(list, elisions(s, l.Offset, l.Offset+len(l.Text))...)
		}
		if next := l.Offset + len(l.Text); next < len(s) {
			if g, ok := gapAt(s, next); ok {
				list = append(list, g)
			}
		}
	}
	return append(list, gap{end: len(s), next: len(s)})
}

// gapAt returns the gap before next, where UAX #14 has a break, and whether we
// have one too.
func gapAt(s []rune, next int) (gap, bool) {
	end := next
	for end > 0 && (s[end-1] == ' ' || s[end-1] == '\n') {
		end--
	}
	g := gap{end: end, next: next, forced: strings.ContainsRune(string(s[end:next]), '\n')}
	switch {
	case g.forced:
		return g, true
	case end == 0 || strings.ContainsRune(":;!?»)]…%€/–", s[next]) || strings.ContainsRune("«([", s[end-1]):
		return g, false
	case s[end-1] == '/' && end < next && end > 1 && s[end-2] == ' ':
		for g.end = end - 1; g.end > 0 && s[g.end-1] == ' '; {
			g.end--
		}
		g.cost = costSlash
		return g, g.end > 0
	case isHyphen(s[end-1]) && end == next:
		if end < 2 || !unicode.IsLetter(s[end-2]) || !unicode.IsLetter(s[next]) {
			return g, false
		}
		g.cost = costHyphen
	}
	if particle(lastWord(s[:end])) {
		g.cost += costParticle
	}
	return g, true
}

// elisions returns the gaps after apostrophes between letters of s[i:j].
func elisions(s []rune, i, j int) []gap {
	var list []gap
	for i++; i < j-1; i++ {
		if s[i] == apostrophe && unicode.IsLetter(s[i-1]) && unicode.IsLetter(s[i+1]) {
			list = append(list, gap{end: i + 1, next: i + 1, cost: costApostrophe})
		}
	}
	return list
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '–' }

// lastWord returns the letters at the end of s, a final hyphen left out.
func lastWord(s []rune) string {
	end := len(s)
	if end > 0 && isHyphen(s[end-1]) {
		end--
	}
	start := end
	for start > 0 && unicode.IsLetter(s[start-1]) {
		start--
	}
	return string(s[start:end])
}

// particle reports whether a word of a French or regional place name belongs
// to the word after it.
func particle(word string) bool {
	switch strings.ToLower(word) {
	case "à", "au", "aux", "d", "de", "des", "du", "e", "en", "ès", "et", "l", "la", "las",
		"le", "les", "lès", "lez", "los", "of", "ou", "par", "pour", "près", "sainte", "saint",
		"saints", "sous", "st", "ste", "sur", "the", "un", "une", "and":
		return true
	}
	return false
}

// A wrapper breaks one text in lines.
type wrapper struct {
	face  *Face
	runes []rune
	line  *Line // the whole text on one line, for widths
	gaps  []gap // the start of the text, its gaps, and its end; made when needed
	loose bool  // how breaks look does not count, only how long lines are
}

// newWrapper prepares to break clean text. Line feeds have no glyph, so they
// are measured as spaces.
func newWrapper(f *Face, runes []rune, st Style, rtl, loose bool) (*wrapper, error) {
	spaced := slices.Clone(runes)
	for i, r := range spaced {
		if r == '\n' {
			spaced[i] = ' '
		}
	}
	line, err := f.line(spaced, st, rtl)
	if err != nil {
		return nil, err
	}
	return &wrapper{face: f, runes: runes, line: line, loose: loose}, nil
}

// lines returns the spans of the best n lines, or nil if the text has no such
// breaks, and whether they are ugly: a particle ends a line, or a short word is
// alone on one. Dynamic programming over the gaps finds the least sum of
// badness.
func (w *wrapper) lines(n int) (spans []span, ugly bool) {
	if n == 1 && !slices.Contains(w.runes, '\n') {
		return []span{{0, len(w.runes)}}, false
	}
	if w.gaps == nil {
		w.gaps = gaps(w.runes, w.loose)
	}
	k := len(w.gaps)
	if n >= k {
		return nil, false
	}
	mean := w.line.width(0, len(w.runes)) / float64(n)
	best := make([][]step, n+1) // best[i][j]: i lines, the last of which ends at gap j
	for i := range best {
		best[i] = make([]step, k)
	}
	best[0][0].ok = true
	for i := 1; i <= n; i++ {
		for j := 1; j < k; j++ {
			best[i][j] = w.step(best[i-1], j, mean)
		}
	}
	if !best[n][k-1].ok {
		return nil, false
	}
	spans = make([]span, n)
	for i, j := n, k-1; i > 0; i-- {
		from := best[i][j].from
		spans[i-1] = w.between(from, j)
		ugly = ugly || w.manners(from, j) >= min(costParticle, costOrphan)
		j = from
	}
	return spans, ugly
}

// A step is the best way to end a line at a gap.
type step struct {
	ok   bool // there is one
	cost float64
	from int // the gap before the line
}

// step returns the best line that ends at gap j, given the ways to end the line
// before it.
func (w *wrapper) step(before []step, j int, mean float64) step {
	var best step
	for from := j - 1; from >= 0; from-- {
		if before[from].ok {
			cost := before[from].cost + w.badness(from, j, mean)
			if !best.ok || cost < best.cost {
				best = step{true, cost, from}
			}
		}
		if w.gaps[from].forced {
			break // no line reaches across a line feed
		}
	}
	return best
}

// between returns the runes from after one gap to before another.
func (w *wrapper) between(from, to int) span {
	return span{min(w.gaps[from].next, w.gaps[to].end), w.gaps[to].end}
}

// badness is the fourth power of the line's width over the mean, so that the
// longest line counts most, and what its manners cost.
func (w *wrapper) badness(from, to int, mean float64) float64 {
	s := w.between(from, to)
	r := 1.0
	if mean > 0 {
		r = w.line.width(s.start, s.end) / mean
	}
	r *= r
	return float64(r*r) + w.manners(from, to)
}

// manners is what the break at the end of a line costs, and what its words do.
func (w *wrapper) manners(from, to int) float64 {
	if w.loose {
		return 0
	}
	cost := w.gaps[to].cost
	if s := w.between(from, to); len(w.gaps) > 2 && orphan(w.runes[s.start:s.end]) {
		cost += costOrphan
	}
	return cost
}

// orphan reports whether a line is a single word of three letters or less.
func orphan(s []rune) bool {
	return len(s) <= 3 && !strings.ContainsRune(string(s), ' ')
}
