package text

import (
	"math"

	"panonceau/render/geom"
)

// A layout is a text broken in lines, at the size that fits a box.
type layout struct {
	box           *Box
	face          *Face
	lines         []*Line
	top, bottom   float64 // of the ink, in em below the first baseline
	width         float64 // of the widest ink, in em
	size, stretch float64
	ugly          bool // see (*wrapper).lines
}

// The factors by which type must be larger to justify the condensed face or one
// more line, and to justify an ugly break.
const (
	gain     = 1.06
	uglyGain = 1.25
)

// better reports whether l, which comes later in the order of preference, is to
// be taken instead of m.
func (l *layout) better(m *layout) bool {
	switch {
	case l.ugly && !m.ugly:
		return l.size > m.size*uglyGain
	case m.ugly && !l.ugly:
		return l.size*uglyGain > m.size
	}
	return l.size > m.size*gain
}

// layout breaks the text of w in n lines and sizes them. It is nil if the text
// cannot have n lines, or the type would be too small.
func (b *Box) layout(w *wrapper, n int) (*layout, error) {
	spans, ugly := w.lines(n)
	if spans == nil {
		return nil, nil
	}
	l := &layout{box: b, face: w.face, ugly: ugly}
	for i, s := range spans {
		line, err := w.face.line(w.runes[s.start:s.end], b.Style, w.line.RTL)
		if err != nil {
			return nil, err
		}
		l.lines = append(l.lines, line)
		if line.Ink.IsNowhere() {
			continue
		}
		y := float64(b.LineHeight * float64(i))
		l.top = min(l.top, y+line.Ink.Y0)
		l.bottom = max(l.bottom, y+line.Ink.Y1)
		l.width = max(l.width, line.Ink.W())
	}
	if b.VAlign == VAlignBaseline {
		l.bottom = l.last()
	}
	l.fill()
	if l.size < b.MinSize {
		return nil, nil
	}
	return l, nil
}

// last returns the last baseline, in em below the first one.
func (l *layout) last() float64 { return float64(l.box.LineHeight * float64(len(l.lines)-1)) }

// seemly is how far letters may be narrowed before it shows: stems get thinner
// than bars. A face that was drawn narrow is better than more of that.
const seemly = 0.94

// minStretch returns how far the face of l may be narrowed. The condensed one
// is set as drawn.
func (l *layout) minStretch() float64 {
	switch {
	case l.face != l.box.Face:
		return 1
	case l.box.Condensed != nil:
		return max(l.box.MinStretch, seemly)
	}
	return l.box.MinStretch
}

// fill finds the largest size at which the ink is no larger than the box, and
// how far it must be narrowed for that.
func (l *layout) fill() {
	b := l.box
	least := l.minStretch()
	l.size, l.stretch = b.Size, 1
	if height := l.bottom - l.top; float64(height*l.size) > b.H {
		l.size = b.H / height
	}
	if narrowest := float64(l.width * least); float64(narrowest*l.size) > b.W {
		l.size = b.W / narrowest
	}
	if width := float64(l.width * l.size); width > b.W {
		l.stretch = b.W / width
	}
}

// place puts the lines in the box.
func (l *layout) place() *Block {
	b := l.box
	block := &Block{Face: l.face, Size: l.size, Stretch: l.stretch, Ink: geom.Nowhere()}
	y := l.baseline()
	sx := l.size * l.stretch
	for i, line := range l.lines {
		p := PlacedLine{Line: line, Y: y + float64(float64(b.LineHeight*float64(i))*l.size)}
		if ink := line.Ink; !ink.IsNowhere() {
			p.X = l.left(line) - float64(ink.X0*sx)
			block.Ink = block.Ink.Union(geom.Rect{
				X0: p.X + float64(ink.X0*sx), Y0: p.Y + float64(ink.Y0*l.size),
				X1: p.X + float64(ink.X1*sx), Y1: p.Y + float64(ink.Y1*l.size),
			})
		}
		block.Lines = append(block.Lines, p)
	}
	return block
}

// left returns where the ink of a line begins.
func (l *layout) left(line *Line) float64 {
	align := l.box.Align
	switch {
	case math.IsInf(l.box.W, 1):
		return 0
	case l.box.RTL && align != AlignMiddle:
		align = AlignEnd - align
	}
	room := l.box.W - float64(line.Ink.W()*float64(l.size*l.stretch))
	switch align {
	case AlignMiddle:
		return room / 2
	case AlignEnd:
		return room
	}
	return 0
}

// baseline returns the first baseline in the box: where the alignment wants it,
// then moved so that the ink is inside.
func (l *layout) baseline() float64 {
	b, m := l.box, l.face.Metrics
	height, last := b.H, float64(l.last()*l.size)
	capHeight := float64(m.CapHeight * l.size)
	var y float64
	switch b.VAlign {
	case VAlignMiddle:
		y = (height + capHeight - last) / 2
	case VAlignTop:
		y = capHeight
	case VAlignBottom:
		y = height - float64(m.Descender*l.size) - last
	case VAlignBaseline:
		y = height - last
	}
	y = min(y, height-float64(l.bottom*l.size))
	return max(y, -float64(l.top*l.size))
}
