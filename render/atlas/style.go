package atlas

import (
	"panonceau/render"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// styles: one for headlines, one for what is read, one for what is looked up.
type styles struct{ label, title, heading, entry, count, name, caption, source, number paper.Style }

func newStyles(fonts *text.Collection, ink *render.Ink) (*styles, error) {
	var err error
	face := func(family string, weight int) *text.Face {
		f, e := fonts.Find(family, weight)
		if err == nil {
			err = e
		}
		return f
	}
	regular, strong := face("Barlow", 400), face("Barlow", 600)
	st := &styles{
		label:   paper.Style{Face: face("Barlow Condensed", 700), Size: 46, Least: 26, Leading: 48},
		title:   paper.Style{Face: regular, Size: 24, Least: 17, Leading: 31},
		heading: paper.Style{Face: strong, Size: 15, Least: 12, Leading: 22},
		entry:   paper.Style{Face: regular, Size: 19, Least: 13, Leading: 23},
		count:   paper.Style{Face: strong, Size: 19, Least: 13, Leading: 23, Features: "tnum"}.End(),
		name:    paper.Style{Face: face("Barlow", 500), Size: 15.5, Least: 15.5, Leading: 17.5},
		caption: paper.Style{Face: regular, Size: 12.5, Least: 9, Leading: 15},
		source:  paper.Style{Face: regular, Size: 12.5, Least: 9, Leading: 17},
		number:  paper.Style{Face: strong, Size: 15, Least: 9, Leading: 17},
	}
	for _, each := range []*paper.Style{&st.label, &st.title, &st.heading, &st.entry, &st.count, &st.name, &st.caption, &st.source, &st.number} {
		each.Ink = ink
	}
	return st, err
}
