package proof

import (
	"fmt"
	"strconv"
	"strings"

	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/text"
)

// A row of the table has one named value, or two side by side.
type row struct {
	name, value string
	also, other string // name and value of the second
}

// side fills the column beside the figure: what the piece is, its inks, its
// lines, what to know.
func (s *sheet) side(r geom.Rect) {
	y := s.table(r)
	notes := s.notesHeight(r)
	legend := s.legend()
	below := notes
	if len(legend) > 0 {
		below += s.headingHeight() + float64(float64(len(legend))*entryHeight)
	}
	y = s.inks(geom.Rect{X0: r.X0, Y0: y + partGap, X1: r.X1, Y1: r.Y1 - below - partGap})
	y = s.drawLegend(geom.Rect{X0: r.X0, Y0: y + partGap, X1: r.X1, Y1: r.Y1}, legend)
	y = s.notes(geom.Rect{X0: r.X0, Y0: y + partGap, X1: r.X1, Y1: r.Y1})
	if y > r.Y1 {
		s.Fail(fmt.Errorf("%w: the table and the notes take %.0f mm of %.0f", text.ErrOverflow, y-r.Y0, r.H()))
	}
}

// rows lists what the table says.
func (s *sheet) rows() []row {
	w, t, m := s.words, &s.ticket, &s.piece.drawing.Meta
	quantity := ""
	if t.Quantity > 0 {
		quantity = strconv.Itoa(t.Quantity)
	}
	thickness := ""
	if t.Thickness > 0 {
		thickness = s.MM(t.Thickness)
	}
	rows := []row{
		{w.label, m.Label, "", ""},
		{w.edition, m.Edition, w.level, m.Level},
	}
	if m.Holder != "" {
		rows = append(rows, row{w.holder, m.Holder, "", ""})
	}
	id, idName := m.HolderID, w.id
	if spaced, ok := siren(id); ok {
		id, idName = spaced, w.siren
	}
	if id != "" {
		rows = append(rows, row{idName, id, w.quantity, quantity})
	} else {
		rows = append(rows, row{w.quantity, quantity, "", ""})
	}
	rows = append(rows,
		row{w.size, s.Size(s.piece.width, s.piece.height), w.scale, s.ratio()},
		row{w.material, s.words.term(t.Material), w.thickness, thickness})
	if t.Sign || t.Film != "" {
		rows = append(rows, row{w.finish, t.Finish, w.film, s.words.term(t.Film)}, row{w.fixing, t.Fixing, "", ""})
	} else {
		rows = append(rows, row{w.finish, t.Finish, w.fixing, t.Fixing})
	}
	switch letters := s.lettersMM(); {
	case letters != "" && len(s.piece.radii) > 0:
		rows = append(rows, row{w.letters, letters, w.corners, "R " + s.radii()})
	case letters != "":
		rows = append(rows, row{w.letters, letters, "", ""})
	case len(s.piece.radii) > 0:
		rows = append(rows, row{w.corners, "R " + s.radii(), "", ""})
	}
	if len(s.piece.holes) > 0 {
		rows = append(rows, row{w.drill, s.holes(), "", ""})
	}
	return rows
}

// siren writes the number of a French body as people do, in threes.
func siren(id string) (string, bool) {
	if len(id) != 9 || strings.Trim(id, "0123456789") != "" {
		return "", false
	}
	return id[:3] + "\u00a0" + id[3:6] + "\u00a0" + id[6:], true
}

// holes tells the holes: how many, how wide, how far from the edges.
func (s *sheet) holes() string {
	type kind struct{ diameter, x, y string }
	var kinds []kind
	counts := make(map[kind]int)
	for _, h := range s.piece.holes {
		x, y := h.fromEdges(s.piece)
		k := kind{s.MM(2 * h.radius), s.Number(x), s.Number(y)}
		if counts[k] == 0 {
			kinds = append(kinds, k)
		}
		counts[k]++
	}
	const most = 2
	var out []string
	for i, k := range kinds {
		if i == most {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%d × Ø %s, %s %s × %s\u00a0mm", counts[k], k.diameter, s.words.fromEdge, k.x, k.y))
	}
	return strings.Join(out, " / ")
}

// Lengths in the column, in millimetres.
const (
	entryHeight = 3.45 // of the legend

	partGap = 2.4 // between its parts
	between = 3.0 // values side by side
	rowGap  = 0.8 // below a rule
)

// table draws the rows and returns where they end.
func (s *sheet) table(r geom.Rect) float64 {
	half := (r.W() - between) / 2
	y := r.Y0
	for _, row := range s.rows() {
		if row.also == "" {
			y = s.field(geom.Rect{X0: r.X0, Y0: y, X1: r.X1, Y1: r.Y1}, row.name, row.value, 2)
			s.Rule(r, y, hair, hairline)
			y += rowGap
			continue
		}
		left := geom.Rect{X0: r.X0, Y0: y, X1: r.X0 + half, Y1: r.Y1}
		right := geom.Rect{X0: r.X1 - half, Y0: y, X1: r.X1, Y1: r.Y1}
		y = max(s.field(left, row.name, row.value, 2), s.field(right, row.also, row.other, 2))
		s.Rule(left, y, hair, hairline)
		s.Rule(right, y, hair, hairline)
		y += rowGap
	}
	return y
}

// heading draws the name of a part and returns where what follows begins.
func (s *sheet) heading(r geom.Rect, name string) float64 {
	s.Rule(r, r.Y0, black, frameLine)
	s.Set(geom.Rect{X0: r.X0, Y0: r.Y0 + 1.2, X1: r.X1, Y1: r.Y1}, s.styles.label, 1, name)
	return r.Y0 + s.headingHeight()
}

func (s *sheet) headingHeight() float64 { return 1.2 + s.styles.label.Leading + 0.6 }

// An entry of the legend is a line and what it stands for.
type entry struct {
	ink   *render.Ink
	width float64
	dash  []float64
	name  string
	note  string
}

// legend lists the lines that the figure shows and no press prints.
func (s *sheet) legend() []entry {
	var out []entry
	w := s.words
	for _, l := range []struct {
		layer render.Layer
		name  string
	}{{render.LayerCut, w.cut}, {render.LayerDrill, w.drills}, {render.LayerWhite, w.white}} {
		if s.piece.has(l.layer) {
			out = append(out, entry{machineInk(l.layer), fineLine, nil, l.name, s.ticket.spot(l.layer)})
		}
	}
	if !s.piece.has(render.LayerCut) {
		out = append(out, entry{grey, hairline, nil, w.edge, ""})
	}
	if s.piece.bleed > 0 {
		out = append(out, entry{orange, fineLine, []float64{1.2, 0.8}, w.bleed, s.MM(s.piece.bleed)})
	}
	if s.showsSafety() {
		out = append(out, entry{green, fineLine, []float64{0.6, 0.6}, w.safety, s.MM(s.ticket.Safety)})
	}
	if s.piece.engraved {
		out = append(out, entry{black, frameLine, nil, w.engrave, ""})
	}
	return out
}

// drawLegend returns where the legend ends.
func (s *sheet) drawLegend(r geom.Rect, entries []entry) float64 {
	if len(entries) == 0 {
		return r.Y0
	}
	const sample = 7.0
	y := s.heading(r, s.words.lines)
	st := s.styles.note
	for _, e := range entries {
		s.Line(geom.Pt(r.X0, y+1.4), geom.Pt(r.X0+sample, y+1.4), e.ink, max(e.width, fineLine), e.dash...)
		s.Set(geom.Rect{X0: r.X0 + sample + 2, Y0: y, X1: r.X0 + 38, Y1: r.Y1}, st, 1, e.name)
		s.Set(geom.Rect{X0: r.X0 + 38, Y0: y, X1: r.X1, Y1: r.Y1}, st.In(grey).End(), 1, e.note)
		y += entryHeight
	}
	return y
}

// warnings lists what the customer has to know.
func (s *sheet) warnings() []string {
	var out []string
	if s.ticket.Sign {
		out = append(out, s.words.sign...)
	}
	return append(out, s.ticket.Caution...)
}

// maxNoteLines bounds the lines of all warnings together.
const maxNoteLines = 10

// notesHeight is the room that the warnings need.
func (s *sheet) notesHeight(r geom.Rect) float64 {
	all := strings.Join(s.warnings(), " ")
	if all == "" {
		return 0
	}
	lines := 1 + int(s.Width(s.styles.note, all)/r.W()*1.1)
	return s.headingHeight() + float64(float64(min(lines, maxNoteLines))*s.styles.note.Leading) + partGap
}

// notes draws the warnings and returns where they end.
func (s *sheet) notes(r geom.Rect) float64 {
	all := strings.Join(s.warnings(), " ")
	if all == "" {
		return r.Y0
	}
	y := s.heading(r, s.words.caution)
	return y + s.Set(geom.Rect{X0: r.X0, Y0: y, X1: r.X1, Y1: r.Y1}, s.styles.note, maxNoteLines, all)
}
