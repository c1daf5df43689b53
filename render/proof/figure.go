package proof

import (
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/paper"
	"panonceau/render/text"
)

// minForSafety is the least side, in millimetres, of a piece that is trimmed
// by a machine; smaller ones are pictures for a screen.
const minForSafety = 100

// A view is a piece on the sheet.
type view struct {
	*sheet
	box geom.Rect   // the finished piece on the sheet
	m   geom.Matrix // from the piece in reality to the sheet, in millimetres
}

// figure draws the piece with its dimensions in r.
func (s *sheet) figure(r geom.Rect) {
	room, k := s.room(r), s.scale.factor()
	w, h := float64(s.piece.width*k), float64(s.piece.height*k)
	x := geom.Quantize(room.X0+(room.W()-w)/2, s.Step())
	y := geom.Quantize(room.Y0+(room.H()-h)/2, s.Step())
	v := view{s, geom.RectWH(x, y, w, h), geom.Translate(x, y).Mul(geom.Scale(k, k))}
	s.Fill(r.Path(), tint)
	v.ground()
	v.artwork()
	v.edges()
	v.overall()
	v.rounding()
	v.drilling()
	v.lettering()
	s.caption(geom.Rect{X0: r.X0 + 2, Y0: r.Y1 - captionH, X1: r.X1 - 2, Y1: r.Y1})
}

// ground draws the blank piece, in the shape to which it is cut: what is seen
// where nothing is printed.
func (v *view) ground() {
	k, shape := white, v.box.Path()
	if v.piece.dark {
		k = night
	}
	for _, t := range v.piece.technical {
		if t.layer == render.LayerCut {
			shape = t.path.Transform(v.m)
			break
		}
	}
	v.Fill(shape, k)
}

// artwork draws what is printed, as far as the bleed.
func (v *view) artwork() {
	d := *v.piece.drawing
	d.Root = v.piece.art
	art := render.Place(&d, v.m.Mul(geom.Scale(d.Unit, d.Unit)), v.Step())
	bleed := v.box.Inset(float64(-v.piece.bleed * v.scale.factor())).Path()
	bleed.Quantize(v.Step())
	g := render.NewGroup(art)
	g.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: bleed}}}
	v.Nodes = append(v.Nodes, g)
}

// edges draws where the piece ends, and the lines of machines.
func (v *view) edges() {
	k := v.scale.factor()
	if v.piece.bleed > 0 {
		v.Stroke(v.box.Inset(float64(-v.piece.bleed*k)).Path(), orange, fineLine, 1.2, 0.8)
	}
	if v.showsSafety() {
		v.Stroke(v.safetyLine(), green, fineLine, 0.6, 0.6)
	}
	if !v.piece.has(render.LayerCut) {
		v.Stroke(v.box.Path(), grey, hairline)
	}
	for _, t := range v.piece.technical {
		v.Stroke(t.path.Transform(v.m), machineInk(t.layer), fineLine)
	}
}

// machineInk is the colour in which a proof shows a technical layer.
func machineInk(l render.Layer) *render.Ink {
	switch l {
	case render.LayerCut:
		return pink
	case render.LayerDrill:
		return cyan
	}
	return violet
}

// showsSafety reports whether the margin of safety is drawn.
func (s *sheet) showsSafety() bool {
	p := s.piece
	return s.ticket.Safety > 0 && min(p.width, p.height) >= max(minForSafety, float64(4*s.ticket.Safety))
}

// safetyLine is the inner edge of the margin of safety, rounded as the piece
// is where all its corners are alike.
func (v *view) safetyLine() *geom.Path {
	k, p := v.scale.factor(), new(geom.Path)
	in := v.box.Inset(float64(v.ticket.Safety * k))
	if len(v.piece.radii) == 1 {
		if r := (v.piece.radii[0] - v.ticket.Safety) * k; r > 0 && float64(2*r) < min(in.W(), in.H()) {
			p.RoundRect(in, r, r)
			return p
		}
	}
	return in.Path()
}

// overall dimensions the width and the height of the finished piece.
func (v *view) overall() {
	bleed := float64(v.piece.bleed * v.scale.factor())
	v.across(v.box.X0, v.box.X1, v.box.Y1+bleed+dimensionLine, v.box.Y1+bleed, v.MM(v.piece.width))
	v.along(v.box.Y0, v.box.Y1, v.box.X0-bleed-dimensionLine, v.box.X0-bleed, v.MM(v.piece.height))
}

// rounding names the radius of the corners, above the first.
func (v *view) rounding() {
	if len(v.piece.radii) == 0 {
		return
	}
	at := v.m.Apply(v.piece.corner)
	y := v.box.Y0 - 3
	v.Line(geom.Pt(at.X, y-0.8), geom.Pt(at.X, at.Y-1), blue, hairline)
	v.arrow(at)
	v.Note(geom.Pt(at.X+labelGap, y), paper.Across, text.AlignStart, v.styles.note.In(blue), "R "+v.radii())
}

// radii lists the radii of the corners.
func (s *sheet) radii() string {
	const most = 3
	var out []string
	for i, r := range s.piece.radii {
		if i == most {
			out = append(out, "…")
			break
		}
		out = append(out, s.Number(r))
	}
	return strings.Join(out, " / ") + "\u00a0mm"
}

// dimensioned returns the hole nearest to the top right corner, or nil.
func (s *sheet) dimensioned() *hole {
	var best *hole
	for i := range s.piece.holes {
		h := &s.piece.holes[i]
		if best == nil || h.center.X-h.center.Y > best.center.X-best.center.Y {
			best = h
		}
	}
	return best
}

// drilling dimensions a hole, and names the diameter and the number of those
// like it.
func (v *view) drilling() {
	best := v.dimensioned()
	if best == nil {
		return
	}
	alike := 0
	for _, h := range v.piece.holes {
		if v.Number(2*h.radius) == v.Number(2*best.radius) {
			alike++
		}
	}
	c := v.m.Apply(best.center)
	y, x := v.box.Y0-3, v.box.X1+dimensionLine
	v.across(c.X, v.box.X1, y, v.box.Y0, v.MM(v.piece.width-best.center.X))
	v.along(v.box.Y0, c.Y, x, v.box.X1, v.MM(best.center.Y))
	// The extension lines go on to the centre of the hole.
	v.dimensionPart(geom.Pt(c.X, v.box.Y0-extensionGap), c)
	v.dimensionPart(geom.Pt(v.box.X1+extensionGap, c.Y), c)
	v.dimensionPart(geom.Pt(c.X, y), geom.Pt(c.X, y-3.6))
	v.Note(geom.Pt(c.X-labelGap, y-3.2), paper.Across, text.AlignEnd, v.styles.note.In(blue),
		fmt.Sprintf("%d × Ø %s", alike, v.MM(2*best.radius)))
}

// crowded is the room that the dimension of a hole takes below it, in
// millimetres on the sheet.
const crowded = 16

// lettersMM names the height of the letters of the main text, or is empty.
func (s *sheet) lettersMM() string {
	l := s.piece.letters
	switch {
	case l == nil:
		return ""
	case l.capitals:
		return s.words.capital + " = " + s.MM(l.height)
	}
	return s.words.xHeight + " = " + s.MM(l.height)
}

// lettering dimensions the height of the letters of the main text, on the
// right.
func (v *view) lettering() {
	l := v.piece.letters
	if l == nil {
		return
	}
	from := v.m.Apply(geom.Pt(l.right, l.baseline))
	top := v.m.Apply(geom.Pt(l.right, l.baseline-l.height))
	if from.X > v.box.X1 || top.Y < v.box.Y0 || from.Y > v.box.Y1 {
		return
	}
	if h := v.dimensioned(); h != nil && top.Y < v.m.Apply(h.center).Y+crowded {
		return // the table tells it too
	}
	v.along(top.Y, from.Y, v.box.X1+dimensionLine, from.X, v.lettersMM())
}

// caption says at what scale the figure is, and draws a bar to check it by.
func (s *sheet) caption(r geom.Rect) {
	bar := s.scaleBar()
	k := s.scale.factor()
	label := s.MM(bar)
	w := s.Width(s.styles.note, label)
	x1, y := r.X1-w-1.5, r.Y0+1.8
	x0 := x1 - float64(bar*k)
	s.Line(geom.Pt(x0, y), geom.Pt(x1, y), black, frameLine)
	for _, x := range [3]float64{x0, (x0 + x1) / 2, x1} {
		s.Line(geom.Pt(x, y-0.8), geom.Pt(x, y+0.8), black, fineLine)
	}
	s.Note(geom.Pt(r.X1, y), paper.Across, text.AlignEnd, s.styles.note, label)
	s.Set(geom.Rect{X0: r.X0, Y0: r.Y0 + 0.4, X1: x0 - gutter, Y1: r.Y1}, s.styles.note, 1,
		fmt.Sprintf(s.words.scaleIs, s.ratio(), s.inWords())+" · "+s.words.printAt)
}

// scaleBar is the length that the scale bar stands for, in millimetres: round,
// and at most 30 on the sheet.
func (s *sheet) scaleBar() float64 {
	const most = 30
	best := 0.1
	for decade := 0.1; decade < 1e5; decade *= 10 {
		for _, n := range [3]float64{1, 2, 5} {
			if n*decade*s.scale.factor() <= most+1e-9 {
				best = n * decade
			}
		}
	}
	return best
}
