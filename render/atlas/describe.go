package atlas

import (
	"strconv"
	"strings"

	"panonceau/render/text"
)

// mostNamed bounds the names in a description: who listens to it cannot skip.
const mostNamed = 60

// Describe says in words what a map shows: how many there are, and who has
// which level.
func (m *Map) Describe() string {
	w := wordsOf(m.Lang)
	var b strings.Builder
	b.WriteString(w.holders(len(m.Places)))
	named := 0
	for i, g := range m.Groups {
		for j := len(g.Levels) - 1; j >= 0; j-- {
			var names []string
			for _, p := range m.Places {
				if p.Group == i && p.Level == j {
					names = append(names, p.Name)
				}
			}
			if len(names) == 0 {
				continue
			}
			b.WriteString(". " + g.Levels[j].Name + w.colon)
			if named += len(names); named > mostNamed {
				b.WriteString(strconv.Itoa(len(names)))
				continue
			}
			b.WriteString(strings.Join(names, ", "))
		}
	}
	b.WriteString(".")
	return text.Typeset(m.Lang, b.String())
}
