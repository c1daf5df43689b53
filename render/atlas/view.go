package atlas

import (
	"slices"

	"panonceau/render"
	"panonceau/render/geo"
	"panonceau/render/geom"
)

// A view is a map on the page: that of a territory, or of the places where
// there are no outlines.
type view struct {
	territory *geo.Territory // nil: none
	frame     geom.Rect      // what belongs to it
	room      geom.Rect      // that its marks stay in
	caption   geom.Rect      // empty: has no name
	largest   float64        // radius of a mark
	project   geo.Projection
	fit       geom.Matrix // from the projection to the page
}

// The places of the maps on the page.
var (
	mainFrame = geom.Rect{X0: 424, Y0: 48, X1: 1240, Y1: 912}
	wideFrame = geom.Rect{X0: 424, Y0: 100, X1: 1180, Y1: 860} // without outlines
)

// Insets stand off the Bay of Biscay, in a column, which leaves room for names
// beside them.
const (
	insetX, insetY    = 372, 488
	insetWidth        = 92
	insetHeight       = 60
	insetGap          = 7
	insetMargin       = 6
	captionHeight     = 18
	insetsInOneColumn = 5
	insetMark         = 9        // radius
	leastView         = 30_000.0 // metres across the smallest map
)

// shownTerritories are those that have a map even if nobody there was awarded
// the label: the départements.
var shownTerritories = []string{"971", "972", "973", "974", "976"}

// layViews decides which maps there are, and puts the places on them.
func (s *sheet) layViews() {
	located, inside := 0, make(map[*geo.Territory]bool)
	count := 0
	for i := range s.Map.Places {
		p := &s.Map.Places[i]
		if p.At == nil {
			continue
		}
		located++
		if s.Outline != nil {
			if r := s.Outline.Of(*p.At); r != nil {
				inside[r] = true
				count++
			}
		}
	}
	if s.Outline != nil && 2*count >= located {
		s.territories(inside)
	} else {
		s.anywhere()
	}
	for i := range s.Map.Places {
		s.put(&s.Map.Places[i])
	}
}

// territories makes the views of the outline.
func (s *sheet) territories(inside map[*geo.Territory]bool) {
	var insets []*geo.Territory
	for i, r := range s.Outline.Territories {
		if i > 0 && (inside[r] || slices.Contains(shownTerritories, r.ID)) {
			insets = append(insets, r)
		}
	}
	s.views = append(s.views, newView(s.Outline.Territories[0], mainFrame))
	columns := 1 + (len(insets)-1)/insetsInOneColumn
	for i, r := range insets {
		x := insetX + float64(i%columns)*(insetWidth+insetGap)
		y := insetY + float64(i/columns)*(insetHeight+captionHeight+insetGap)
		v := newView(r, geom.RectWH(x, y, insetWidth, insetHeight).Inset(insetMargin))
		v.frame = geom.RectWH(x, y, insetWidth, insetHeight+captionHeight)
		v.room = geom.RectWH(x, y, insetWidth, insetHeight).Inset(1)
		v.largest = insetMark
		v.caption = geom.RectWH(x+4, y+insetHeight-1, insetWidth-8, captionHeight)
		s.views = append(s.views, v)
	}
}

// newView fits a territory into a box.
func newView(r *geo.Territory, box geom.Rect) *view {
	v := &view{territory: r, frame: box, room: box.Inset(-largeMark), project: r.Projection, largest: largeMark}
	var points []geo.Point
	for _, line := range r.Land {
		points = append(points, line...)
	}
	v.fitInto(points, box)
	return v
}

// anywhere makes the one view of places that no outline has.
func (s *sheet) anywhere() {
	var points []geo.Point
	for i := range s.Map.Places {
		if at := s.Map.Places[i].At; at != nil {
			points = append(points, *at)
		}
	}
	if points == nil {
		points = []geo.Point{{}}
	}
	v := &view{frame: mainFrame, room: mainFrame, largest: largeMark, project: geo.NewPlate(geo.Bounds(points).Middle())}
	v.fitInto(points, wideFrame)
	s.views = append(s.views, v)
}

// fitInto makes points as large as a box holds, in its middle.
func (v *view) fitInto(points []geo.Point, box geom.Rect) {
	r := geom.Nowhere()
	for _, p := range points {
		q := v.project.Project(p)
		r = r.Union(geom.Rect{X0: q.X, Y0: q.Y, X1: q.X, Y1: q.Y})
	}
	k := min(box.W()/max(r.W(), leastView), box.H()/max(r.H(), leastView))
	k = geom.Quantize(k, 1.0/(1<<32)) // metres to pixels
	c, m := box.Center(), r.Center()
	v.fit = geom.Matrix{A: k, D: -k, E: c.X - float64(k*m.X), F: c.Y + float64(k*m.Y)}
}

func (v *view) point(p geo.Point) geom.Point {
	q := v.fit.Apply(v.project.Project(p))
	return geom.Pt(geom.Quantize(q.X, pixelGrid), geom.Quantize(q.Y, pixelGrid))
}

// pixelGrid is the step of places on the page.
const pixelGrid = 1.0 / 64

// put finds the view of a place.
func (s *sheet) put(p *Place) {
	if p.At == nil {
		return
	}
	for _, v := range s.views {
		if v.territory == nil || v.territory == s.Outline.Of(*p.At) {
			s.places = append(s.places, place{p, v.point(*p.At), v})
			return
		}
	}
	s.off = append(s.off, p.Name)
}

// lines returns the path of lines, open or, if fill is set, closed.
func (v *view) lines(lines [][]geo.Point, closed bool) *geom.Path {
	p := new(geom.Path)
	for _, line := range lines {
		var last geom.Point
		for i, q := range line {
			at := v.point(q)
			switch {
			case i == 0:
				p.MoveTo(at)
			case closed && i == len(line)-1: // is the first point
			case at != last:
				p.LineTo(at)
			}
			last = at
		}
		if closed {
			p.Close()
		}
	}
	return p
}

// curves returns the path of closed lines with their corners rounded off.
func (v *view) curves(lines [][]geo.Point) *geom.Path {
	p := new(geom.Path)
	for _, line := range lines {
		corners := make([]geom.Point, len(line)-1) // the last is the first
		for i := range corners {
			corners[i] = v.point(line[i])
		}
		n := len(corners)
		if n < 3 {
			continue
		}
		p.MoveTo(corners[n-1].Lerp(corners[0], 0.5))
		for i, c := range corners {
			p.QuadTo(c, c.Lerp(corners[(i+1)%n], 0.5))
		}
		p.Close()
	}
	return p
}

// Widths of lines, in pixels.
const (
	haloLine   = 1.1
	borderLine = 0.9
	frameLine  = 1
)

// drawLand draws what is under the places.
func (s *sheet) drawLand() {
	for i, v := range s.views {
		if i > 0 {
			cell := new(geom.Path)
			cell.RoundRect(v.frame, 8, 8)
			s.Fill(cell, s.Inks.Paper)
			s.stroke(cell, s.Inks.Line, frameLine)
		}
		n := len(s.Nodes)
		s.land(v, i == 0)
		clip := s.Page.Inset(-Bleed)
		if i > 0 {
			clip = v.frame
			clip.Y1 = v.caption.Y0
		}
		s.clip(n, clip)
		if !v.caption.Empty() {
			s.Set(v.caption, s.styles.caption.Middle(), 1, v.territory.Name)
		}
	}
}

// clip limits what was drawn since there were n nodes.
func (s *sheet) clip(n int, r geom.Rect) {
	path := r.Path()
	path.Quantize(s.Step())
	g := render.NewGroup(s.Nodes[n:]...)
	g.Clip = &render.Clip{Shapes: []render.ClipShape{{Path: path}}}
	s.Nodes = append(s.Nodes[:n:n], g)
}

// land draws a territory or, where there is none, rings around the middle.
func (s *sheet) land(v *view, isMain bool) {
	s.apart()
	if v.territory == nil {
		for _, r := range rings {
			s.stroke(disc(v.frame.Center(), r), s.Inks.Line, haloLine)
		}
		return
	}
	s.stroke(v.curves(v.territory.Halo), s.Inks.Line, haloLine)
	s.Fill(v.lines(v.territory.Land, true), s.Inks.Land)
	if isMain {
		s.stroke(v.lines(v.territory.Borders, false), s.Inks.Paper, borderLine)
	}
}

// rings are the radii of what is drawn under places without outlines.
var rings = []float64{60, 130, 210, 300, 400, 510}

// apart begins a new group of nodes.
func (s *sheet) apart() { s.Nodes = append(s.Nodes, render.NewGroup()) }

// stroke draws along p with round corners.
func (s *sheet) stroke(p *geom.Path, k *render.Ink, width float64) {
	p.Quantize(s.Step())
	s.Draw(&render.Shape{Path: p, Stroke: &render.Stroke{Paint: color(k), Opacity: 1,
		StrokeStyle: geom.StrokeStyle{Width: width, MiterLimit: 4, Join: geom.JoinRound, Cap: geom.CapRound}}})
}

func color(k *render.Ink) render.Color { return render.Color{RGB: k.RGB, Ink: k} }
