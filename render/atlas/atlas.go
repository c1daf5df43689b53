// Package atlas draws the map of who was awarded a label: outlines, a mark of
// its level at each place, names where there is room, and a legend that counts.
//
// Like package render it is pure: the same Map gives the same Drawing.
package atlas

import (
	"errors"
	"fmt"

	"panonceau/render"
	"panonceau/render/geo"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// A Map is what a map shows. It is not modified.
type Map struct {
	Lang    string // BCP 47; wording is French or, for all others, English
	Label   string // name of the label
	Title   string // which awards
	Name    string // of the picture, for who does not see it
	Meta    render.Meta
	Sources []string // where it is from, a line each
	Groups  []Group  // of levels, in the order of the legend
	Places  []Place  // those that matter most first: they get their names first
	Inks    Inks

	// Outline is drawn under the places if they are mostly in it. Nil: none.
	Outline *geo.Outline
}

// A Group is the levels of one scale.
type Group struct {
	Title  string // empty: there is only one
	Levels []Level
}

// A Level is one entry of the legend.
type Level struct {
	Name string
	Mark *render.Spec // square or nearly; nil: a disc in Ink
	Ink  *render.Ink
	On   *render.Ink // of what stands on Ink
}

// A Place is one award.
type Place struct {
	At    *geo.Point // nil: not known
	Name  string
	Short []string // shorter names, the longest first
	Group int
	Level int // in the group
}

// Inks are what is not a mark.
type Inks struct {
	Paper *render.Ink // the ground; borders too
	Land  *render.Ink
	Line  *render.Ink // around the land
	Text  *render.Ink
}

// The page, in CSS pixels, and how far its ground runs beyond the edges.
const (
	Width  = 1280
	Height = 960
	Bleed  = 20
)

// maxPlaces bounds the places of a map: five labels for each French commune.
const maxPlaces = 200_000

// Compose lays out a map. A text that does not fit its place is an error that
// wraps [render.ErrOverflow].
func Compose(m *Map, fonts *text.Collection) (*render.Drawing, error) {
	if len(m.Places) > maxPlaces {
		return nil, fmt.Errorf("map: %d places; at most %d", len(m.Places), maxPlaces)
	}
	st, err := newStyles(fonts, m.Inks.Text)
	if err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	s := &sheet{Map: m, styles: st, words: wordsOf(m.Lang)}
	s.Sheet = &paper.Sheet{Page: geom.Rect{X1: Width, Y1: Height}, Lang: m.Lang}
	s.Fill(s.Page.Inset(-Bleed).Path(), m.Inks.Paper)
	if err := s.composeMarks(); err != nil {
		return nil, fmt.Errorf("map: %w", err)
	}
	s.layViews()
	s.drawLand()
	s.drawMarks()
	s.panel()
	if errors.Is(s.Err, text.ErrOverflow) {
		return nil, fmt.Errorf("map: %w: %w", render.ErrOverflow, s.Err)
	}
	if s.Err != nil {
		return nil, fmt.Errorf("map: %w", s.Err)
	}
	root := render.NewGroup(s.Nodes...)
	return &render.Drawing{Width: Width, Height: Height, Unit: render.Pixel, Bleed: Bleed,
		Title: m.Name, Desc: m.Describe(), Lang: m.Lang, Meta: m.Meta, Root: root}, nil
}

// A sheet is a map being laid out, in pixels.
type sheet struct {
	*Map
	*paper.Sheet
	styles *styles
	words  *words
	views  []*view
	places []place             // on the map
	off    []string            // names of those that are on none of the maps
	marks  [][]*render.Drawing // of the levels of each group; nil: a disc
}

// A place is where a Place is on the page.
type place struct {
	*Place
	at   geom.Point
	view *view
}

// composeMarks makes the mark of each level.
func (s *sheet) composeMarks() error {
	for _, g := range s.Groups {
		row := make([]*render.Drawing, len(g.Levels))
		for i, l := range g.Levels {
			if l.Mark == nil {
				continue
			}
			d, err := render.Compose(l.Mark)
			if err != nil {
				return err
			}
			row[i] = d
		}
		s.marks = append(s.marks, row)
	}
	return nil
}

// ink returns the ink of the level of a place.
func (s *sheet) ink(p *Place) *render.Ink { return s.Groups[p.Group].Levels[p.Level].Ink }

// disc returns a circle as a path.
func disc(c geom.Point, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(c, r, r)
	return p
}
