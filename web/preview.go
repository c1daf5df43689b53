package web

import (
	"math"
	"slices"
	"strconv"

	"panonceau/catalog"
	"panonceau/render"
)

// A preview is the picture as it is looked at.
type preview struct {
	picture
	Name, Use string
	On, Zoom  []choiceOption
	Ground    string   // class of what it lies on
	True      bool     // at true size
	Size      string   // in words
	OtherSize string   // in the other unit
	Small     *picture // as small as the charter allows
	SmallText string
}

// preview returns the picture as the reader wants to look at it.
func (s *state) preview() preview {
	p := preview{Name: s.text(s.design.Name), Use: s.text(s.design.Purpose), Ground: s.on, True: s.zoom == zoomTrue}
	for _, on := range s.grounds() {
		p.On = append(p.On, choiceOption{on, phrases["on-"+on].in(s.Lang), on == s.on})
	}
	r := s.plain().As("svg")
	r.Width = s.request.Width
	o, err := s.resolve(r)
	if err != nil {
		return p
	}
	size := s.site.size(o)
	p.picture = picture{Src: o.Canonical, Alt: o.Alt, Width: size.X, Height: size.Y}
	p.Size = strconv.Itoa(size.X) + " × " + strconv.Itoa(size.Y) + "\u00a0px"
	p.OtherSize = s.millimetres(float64(size.X)*render.Pixel, float64(size.Y)*render.Pixel)
	if s.design.For == catalog.ForPrint {
		p.Size, p.OtherSize = s.pieceSize(o), p.Size
	}
	if size.X > fittedWidth || size.Y > fittedHeight {
		p.Zoom = []choiceOption{{"fit", phrases["zoom-fit"].in(s.Lang), s.zoom == ""}, {zoomTrue, phrases["zoom-true"].in(s.Lang), s.zoom == zoomTrue}}
	}
	p.small(s, o)
	switch {
	case slices.Contains(s.design.Mockups, s.on):
		r.Width, r.Mockup = "", s.on
		if o, err := s.resolve(r.As("jpg")); err == nil {
			p.picture = picture{Src: o.Canonical, Alt: phrases["mockup-alt"].in(s.Lang) + " " + o.Alt}
		}
		p.True, p.Zoom, p.Small, p.SmallText = false, nil, nil, ""
	case s.on == onDark && o.Dark() != "":
		p.Src = o.Dark()
	}
	return p
}

// pieceSize returns the size of a piece in millimetres.
func (s *state) pieceSize(o *catalog.Order) string {
	art := o.Spec.Design.Art
	w, h := o.Spec.Width, o.Spec.Height
	if w == 0 {
		w, h = art.Width, art.Height
	}
	return s.millimetres(w*art.Unit, h*art.Unit)
}

// A picture up to this size, in CSS pixels, is always shown at its true size.
const (
	fittedWidth  = 480
	fittedHeight = 420
)

// smallWidth is how wide a picture is shown small, in CSS pixels, if the charter
// says nothing.
const smallWidth = 96

// small shows the picture as small as it may be.
func (p *preview) small(s *state, o *catalog.Order) {
	if p.Width == 0 || s.on == onPaper {
		return
	}
	width, text := smallWidth, phrases["small"].in(s.Lang)
	if s.design.MinPx > 0 {
		width, text = int(math.Ceil(s.design.MinPx)), phrases["smallest"].in(s.Lang)
	}
	if width >= p.Width {
		return
	}
	p.Small = &picture{Src: p.Src, Width: width, Height: max(1, int(math.Round(float64(width)*float64(p.Height)/float64(p.Width))))}
	if s.on == onDark && o.Dark() != "" {
		p.Small.Src = o.Dark()
	}
	p.SmallText = text + " " + strconv.Itoa(width) + "\u00a0px"
}
