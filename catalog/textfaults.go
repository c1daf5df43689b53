package catalog

import (
	"fmt"
	"path"
	"strings"
)

// Of holders that texts are tried with.
const (
	longestName    = "CC des Monts de Lacaune et de la Montagne du Haut Languedoc" // of all French public bodies
	longestMention = "Promotion, communication et sensibilisation aux logiciels libres"
)

// TextFaults fills in every text of a pack for every level and, in the newest
// edition, every kind of holder, with the longest name, with and without
// mentions. It returns what cannot be said, once for each file.
func (c *Catalog) TextFaults(p *Pack) []Fault {
	var faults []Fault
	told := make(map[string]bool)
	kinds := p.Kinds
	if len(kinds) == 0 {
		kinds = []*Kind{{}}
	}
	p.eachLevel(func(e *Edition, l *Level) {
		some := kinds
		if e != p.Editions[len(p.Editions)-1] {
			some = kinds[:1]
		}
		for _, k := range some {
			for _, mentions := range [][]string{nil, {longestMention, longestMention}} {
				h := &Holder{ID: "xlongest", Kind: k.ID, label: p.ID}
				a := &Award{Holder: h, Edition: e.ID, Name: longestName, Mentions: mentions}
				h.Awards = []*Award{a}
				for i, lang := range p.Languages {
					v := &resolver{catalog: c, lang: i, Order: &Order{Lang: lang, Label: p, Edition: e, Level: l, Holder: h, Award: a}}
					w := v.documentWords()
					v.Title = find(w.fields, "title-holder", "title")
					for _, d := range p.Documents {
						if d.langs[i] != i {
							continue
						}
						name := path.Join(p.ID, textDir, d.ID+"."+lang+".md")
						if _, err := d.fill(i, lang, w); err != nil && !told[name] {
							told[name] = true
							faults = append(faults, textFault(name, e, l, k, err))
						}
					}
				}
			}
		}
	})
	return faults
}

func (p *Pack) eachLevel(do func(*Edition, *Level)) {
	for _, e := range p.Editions {
		for _, s := range e.Scales {
			for _, l := range s.Levels {
				do(e, l)
			}
		}
	}
}

// textFault says which award a text cannot be filled in for.
func textFault(name string, e *Edition, l *Level, k *Kind, err error) Fault {
	f := FaultOf(fmt.Sprintf("%s: %v", name, err))
	if line, what, ok := strings.Cut(err.Error(), ": "); ok && strings.Trim(line, "0123456789") == "" {
		f = FaultOf(fmt.Sprintf("%s:%s: %s", name, line, what))
	}
	f.What += fmt.Sprintf(" (edition %s, level %s", e.ID, l.ID)
	if k.ID != "" {
		f.What += ", kind " + k.ID
	}
	f.What += ")"
	if f.Do == "" {
		f.Do = "shorten it, or add a shorter form after a line with nothing but |"
	}
	return f
}
