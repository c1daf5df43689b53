// Package proof lays out the sheet that a customer signs before a piece is made
// (in French, bon à tirer or BAT): the piece at a stated scale with its
// dimensions, what it is made of, its inks, and where to sign.
//
// Like package render it is pure: a date or a reference is there because it was
// given, and is a blank line to fill in otherwise.
package proof

import (
	"cmp"
	"errors"
	"fmt"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A Sheet is the paper of a proof. It lies or stands as suits the piece.
type Sheet uint8

// The sheets (ISO 216).
const (
	A4 Sheet = iota
	A3
)

// page returns the sheet, standing, in millimetres.
func (s Sheet) page() geom.Rect {
	if s == A3 {
		return geom.Rect{X1: 297, Y1: 420}
	}
	return geom.Rect{X1: 210, Y1: 297}
}

// A Ticket is what a job says beside its picture. What is empty is left blank
// on the sheet, for a pen. The zero Ticket is a proof in English on A4.
type Ticket struct {
	Sheet Sheet
	Lang  string // BCP 47; wording is French or, for all others, English

	Reference, Version string
	Date               string // as in 2026-03-12; other words are printed as they are

	Product   string  // what the piece is
	Material  string  // a word of [Materials], or any text
	Thickness float64 // millimetres; 0: blank
	Film      string  // class of the retroreflective film: a word of [Films], or any text
	Finish    string
	Fixing    string
	Quantity  int // 0: blank

	// Sign says that the piece stands at a road: the sheet then warns of what
	// French law says of such signs, and asks for the class of the film.
	Sign    bool
	Caution []string // further warnings

	Permalink string // address of the picture, printed; empty: none
	Code      string // content of the QR code, ASCII; empty: none

	// Names of the spot colours that machines follow; empty: CutContour,
	// Drill and White.
	Cut, Drill, White string

	// InkNames are what people call the inks; empty: by their identifiers.
	InkNames []InkName

	// Safety is how far from the edge, in millimetres, nothing that matters
	// may stand. Zero means 5, negative that it is not shown.
	Safety float64
}

// An InkName is what people call an ink.
type InkName struct{ Ink, Name string }

// safety is what shops ask for, for the tolerance of the cut.
const safety = 5.0

// Compose lays out the proof of d. The result is measured in millimetres. All
// but the piece is on the layer of proofs, and so are the technical layers of
// the piece, as thin lines: a proof shows where a machine will cut, it does not
// make it cut.
//
// A text of the ticket that does not fit its cell is an error that wraps
// [render.ErrOverflow].
func Compose(d *render.Drawing, t Ticket, fonts *text.Collection) (*render.Drawing, error) {
	s, err := layOut(d, t, fonts)
	if err != nil {
		return nil, fmt.Errorf("proof: %w", err)
	}
	out := &render.Drawing{
		Width: s.Page.X1, Height: s.Page.Y1, Unit: 1,
		Title: s.Typeset(s.words.title + " – " + d.Title),
		Desc:  s.Typeset(s.summary()),
		Lang:  s.Lang, Meta: d.Meta,
		Root: render.NewGroup(s.Nodes...),
	}
	return out, nil
}

// layOut fills a sheet.
func layOut(d *render.Drawing, t Ticket, fonts *text.Collection) (*sheet, error) {
	if !(d.Width > 0 && d.Height > 0 && d.Unit > 0) {
		return nil, fmt.Errorf("a piece of %g by %g units of %g mm", d.Width, d.Height, d.Unit)
	}
	if t.Safety == 0 {
		t.Safety = safety
	}
	blank, err := newSheet(t, fonts)
	if err != nil {
		return nil, err
	}
	blank.piece = measure(d, fonts)
	layouts := blank.layouts()
	if len(layouts) == 0 {
		return nil, fmt.Errorf("%w: %s", errScale, blank.Size(blank.piece.width, blank.piece.height))
	}
	// A sheet that lies has less room for the table. Long texts make it stand.
	for _, l := range layouts {
		s := *blank
		s.fillIn(l)
		if err = s.Err; !errors.Is(err, text.ErrOverflow) {
			return &s, err
		}
	}
	return nil, fmt.Errorf("%w: %w", render.ErrOverflow, err)
}

// fillIn draws all parts of a sheet.
func (s *sheet) fillIn(l layout) {
	s.Page, s.scale = l.page, l.scale
	s.Fill(s.Page.Path(), white)
	s.header(l.header)
	s.figure(l.figure)
	s.side(l.side)
	s.approval(l.approval)
	s.footer(l.footer)
}

// spot returns the name of the spot colour of a technical layer.
func (t *Ticket) spot(l render.Layer) string {
	switch l {
	case render.LayerCut:
		return cmp.Or(t.Cut, "CutContour")
	case render.LayerDrill:
		return cmp.Or(t.Drill, "Drill")
	case render.LayerWhite:
		return cmp.Or(t.White, "White")
	}
	return ""
}
