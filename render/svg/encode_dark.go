package svg

import (
	"strconv"

	"panonceau/render"
)

// A darkInk is an ink that looks different in dark mode, and which properties
// it is used for.
type darkInk struct {
	ink                *render.Ink
	fill, stroke, stop bool
}

// dark returns the number of c's ink, from 1, or 0 if it is the same in dark
// mode.
func (e *encoder) dark(c render.Color) int {
	if c.Ink == nil || c.Ink.Dark == nil || *c.Ink.Dark == c.RGB {
		return 0
	}
	for i := range e.inks {
		if e.inks[i].ink == c.Ink {
			return i + 1
		}
	}
	e.inks = append(e.inks, darkInk{ink: c.Ink})
	return len(e.inks)
}

// class names the inks of a fill and a stroke, either of which may be nil, if
// they are different in dark mode.
func (e *encoder) class(f *render.Fill, s *render.Stroke) {
	var fill, stroke int
	if f != nil {
		if c, ok := f.Paint.(render.Color); ok {
			fill = e.dark(c)
		}
	}
	if s != nil {
		if c, ok := s.Paint.(render.Color); ok {
			stroke = e.dark(c)
		}
	}
	if fill+stroke == 0 {
		return
	}
	e.open("class")
	if fill > 0 {
		e.inkClass('f', fill)
	}
	if stroke > 0 {
		if fill > 0 {
			e.str(" ")
		}
		e.inkClass('s', stroke)
	}
	e.str(`"`)
}

// inkClass writes the class for a property of an ink: f, s or c, for fill,
// stroke or stop-color.
func (e *encoder) inkClass(property byte, number int) {
	ink := &e.inks[number-1]
	switch property {
	case 'f':
		ink.fill = true
	case 's':
		ink.stroke = true
	case 'c':
		ink.stop = true
	}
	e.blank()
	e.out = append(e.out, property)
	e.out = strconv.AppendInt(e.out, int64(number), 10)
}

// darkStyle writes the rules that apply when the reader prefers dark mode
// (Media Queries 5 §12.5). Presentation attributes hold the other colours.
func (e *encoder) darkStyle(prefix string) {
	if len(e.inks) == 0 {
		return
	}
	css := []byte("@media(prefers-color-scheme:dark){")
	rule := func(used bool, property byte, name string, i int) {
		if !used {
			return
		}
		css = append(css, '.')
		css = append(css, prefix...)
		css = append(css, property)
		css = strconv.AppendInt(css, int64(i+1), 10)
		css = append(css, '{')
		css = append(css, name...)
		css = append(css, ':')
		css = appendHex(css, *e.inks[i].ink.Dark)
		css = append(css, '}')
	}
	for i, ink := range e.inks {
		rule(ink.fill, 'f', "fill", i)
		rule(ink.stroke, 's', "stroke", i)
		rule(ink.stop, 'c', "stop-color", i)
	}
	e.str("<style>")
	e.out = append(append(e.out, css...), '}')
	e.str("</style>\n")
}
