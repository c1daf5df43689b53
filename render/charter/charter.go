// Package charter lays out the charter of a label on one sheet: its logo with
// the space around it, the least sizes, the versions, the levels, the inks, and
// what may not be done.
//
// Like package render it is pure.
package charter

import (
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// A Charter is what the sheet tells. What is empty is left out.
type Charter struct {
	Lang    string // BCP 47; wording is French or, for all others, English
	Label   string
	Site    string // of the label, without its scheme
	Terms   string // licence, notice
	Address string // of the sheet itself

	Logo  *Sample
	Clear float64 // space that stays free around the logo, in heights of it; 0: not told

	Minimums []Minimum
	Versions []Sample
	Scales   []Scale
	Inks     []Ink
	Wrong    []Sample // drawings that nobody may make, with what is wrong
	Rules    []string // combinations that the label refuses, in words
}

// A Sample is a picture on its ground, with what it shows.
type Sample struct {
	Name   string
	Spec   *render.Spec
	Ground *render.Ink // nil: that of the sheet
}

// A Minimum is the least width at which a design can be read.
type Minimum struct {
	Name   string
	Px, MM float64 // 0: not told
}

// A Scale is the levels of some editions, the lowest first.
type Scale struct {
	Name   string
	Levels []Sample
}

// An Ink is a colour of the label and what people call it.
type Ink struct {
	Name string
	*render.Ink
}

// The sheet is A3 (ISO 216), lying, so that it prints on two sheets of an office
// printer and hangs on a wall.
const (
	width  = 420.0
	height = 297.0
)

// Compose lays out the charter, in millimetres. A name that does not fit its
// place is an error that wraps [render.ErrOverflow]; other errors are those of
// [render.Compose] for one of the samples.
func Compose(c *Charter, meta render.Meta, fonts *text.Collection) (*render.Drawing, error) {
	st, err := newStyles(fonts)
	if err != nil {
		return nil, fmt.Errorf("charter: %w", err)
	}
	lang := "en"
	if paper.IsFrench(c.Lang) {
		lang = c.Lang
	}
	s := &sheet{
		Sheet:   paper.Sheet{Page: geom.Rect{X1: width, Y1: height}, Lang: lang},
		charter: c, styles: st, words: wordsOf(lang),
	}
	s.fillIn()
	if s.Err != nil {
		return nil, fmt.Errorf("charter: %w", s.Err)
	}
	return &render.Drawing{
		Width: width, Height: height, Unit: 1,
		Title: s.Typeset(s.words.title + " – " + c.Label),
		Lang:  lang, Meta: meta, Root: render.NewGroup(s.Nodes...),
	}, nil
}

// A sheet is a charter being laid out.
type sheet struct {
	paper.Sheet
	charter *Charter
	styles  *styles
	words   *words
}

// Lengths of the layout, in millimetres.
const (
	margin  = 14.0
	gutter  = 10.0
	top     = 44.0 // of the columns
	columnW = (width - 2*margin - gutter) / 2
	wrongY  = 226.0 // of what may not be done
	footY   = height - 11.0
)

func (s *sheet) fillIn() {
	s.Fill(s.Page.Path(), white)
	s.header()
	left := geom.RectWH(margin, top, columnW, wrongY-top-6)
	right := geom.RectWH(margin+columnW+gutter, top, columnW, left.H())
	y := s.clearSpace(left)
	y = s.minimums(geom.Rect{X0: left.X0, Y0: y, X1: left.X1, Y1: left.Y1})
	s.levels(geom.Rect{X0: left.X0, Y0: y, X1: left.X1, Y1: left.Y1})
	y = s.versions(right)
	s.inks(geom.Rect{X0: right.X0, Y0: y, X1: right.X1, Y1: right.Y1})
	s.wrong(geom.Rect{X0: margin, Y0: wrongY, X1: width - margin, Y1: footY - 4})
	s.footer()
}

// header names the sheet and the label.
func (s *sheet) header() {
	s.Set(geom.RectWH(margin, margin-2, 200, 6), s.styles.tag, 1, s.words.title)
	s.Set(geom.RectWH(margin, margin+3, width-2*margin, 16), s.styles.title, 1, s.charter.Label)
	s.Rule(geom.Rect{X0: margin, X1: width - margin}, top-7, black, 0.5)
}

func (s *sheet) footer() {
	box := geom.RectWH(margin, footY, width-2*margin, 5)
	s.Set(box, s.styles.note.In(grey), 1, s.charter.Address)
	s.Set(box, s.styles.note.In(grey).End(), 1, s.charter.Terms)
}

// heading names a part and returns where the part begins.
func (s *sheet) heading(r geom.Rect, name string) float64 {
	return r.Y0 + s.Set(r, s.styles.heading, 1, name) + 2.5
}

// picture draws a sample, as large as fits box, in the middle of it. It returns
// where the picture is.
func (s *sheet) picture(sample *Sample, box geom.Rect) geom.Rect {
	d, err := render.Compose(sample.Spec)
	if err != nil {
		s.Fail(err)
		return box
	}
	k := min(box.W()/d.Width, box.H()/d.Height)
	w, h := d.Width*k, d.Height*k
	at := geom.RectWH(box.X0+(box.W()-w)/2, box.Y0+(box.H()-h)/2, w, h)
	m := geom.Translate(at.X0, at.Y0).Mul(geom.Scale(k, k))
	s.Nodes = append(s.Nodes, render.Place(d, m, s.Step()))
	return at
}

// tile draws a ground with a frame, so that white ones are seen.
func (s *sheet) tile(r geom.Rect, ground *render.Ink) {
	if ground != nil {
		s.Fill(r.Path(), ground)
	}
	s.Stroke(r.Path(), hair, 0.2)
}
