package catalog

import (
	"net/url"
	"slices"
	"strings"

	"panonceau/render"
	"panonceau/render/text"
)

// Names returns what a label is called: its names long and short, hashtags and
// accounts, in every language, and its site. Whoever draws free text looks for
// them there.
func (p *Pack) Names() []string {
	var names []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" && !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	add(p.ID)
	if u, err := url.Parse(p.Site); err == nil {
		host, _, _ := strings.Cut(strings.TrimPrefix(u.Host, "www."), ".")
		add(host)
	}
	for i := range p.Languages {
		for _, f := range p.wording(telling{}, i).fixed {
			if !slices.Contains([]string{"label", "label-short", "account", "hashtag"}, f.Key) {
				continue
			}
			add(f.Text)
			for _, short := range f.Short {
				add(short)
			}
		}
	}
	return names
}

// CleanText returns a free text as it will be set: in NFC, with single spaces
// between words, of at most so many characters. What cannot be seen, or reorders
// or decorates what can, is refused with an *[Error].
func CleanText(param, v string, most int) (string, error) {
	s, err := cleanName(param, v, most)
	if err != nil {
		return "", err
	}
	return s, nil
}

// Contrast returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2).
func Contrast(a, b render.RGB) float64 { return contrast(a, b) }

// Fonts returns the fonts of the program, without those of packs.
func (c *Catalog) Fonts() *text.Collection { return c.fonts }
