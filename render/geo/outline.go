package geo

import (
	"fmt"
	"slices"
	"strings"
)

// An Outline is a country: what is drawn of it under points. It is never
// modified.
type Outline struct {
	Territories []*Territory // the main one first, then by ID
}

// A Territory is a part of a country that has a map of its own.
type Territory struct {
	ID, Name   string
	Box        Box
	Projection Projection

	Areas   []Area    // by ID
	Land    [][]Point // closed lines around all areas
	Borders [][]Point // lines that two areas share
	Halo    [][]Point // lines around the whole, the nearest first
}

// An Area is what borders divide a territory into.
type Area struct {
	ID, Name string
	Rings    [][]Point // closed; their inside follows the non-zero rule
}

// main is the identifier of the main territory.
const main = "FR"

// ReadFrance reads the outline of France: a TopoJSON file with the départements
// by their codes, and lines around each territory called CODE-1, CODE-2 and so
// on.
func ReadFrance(data []byte) (*Outline, error) {
	t, err := readTopology(data)
	if err != nil {
		return nil, err
	}
	o := new(Outline)
	uses := make(map[string]map[int]int) // of arcs, by territory
	for i := range t.Objects["departements"].Geometries {
		g := &t.Objects["departements"].Geometries[i]
		if err := o.add(t, g, uses); err != nil {
			return nil, err
		}
	}
	if len(o.Territories) == 0 {
		return nil, fmt.Errorf("outlines: no départements")
	}
	slices.SortFunc(o.Territories, func(a, b *Territory) int {
		if (a.ID == main) != (b.ID == main) {
			return strings.Compare(b.ID, a.ID) // letters follow digits
		}
		return strings.Compare(a.ID, b.ID)
	})
	for _, r := range o.Territories {
		r.lines(t, uses[r.ID])
		r.Projection = NewPlate(r.Box.Middle())
		if r.ID == main {
			r.Name, r.Projection = "France", Lambert93()
		}
	}
	return o, o.halos(t)
}

// territoryOf returns the territory of a département: those overseas are on
// their own.
func territoryOf(code string) string {
	if len(code) == 3 {
		return code
	}
	return main
}

// territory returns the territory with an identifier, or nil.
func (o *Outline) territory(id string) *Territory {
	for _, r := range o.Territories {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// add takes a département over.
func (o *Outline) add(t *topology, g *geometry, uses map[string]map[int]int) error {
	id := territoryOf(g.ID)
	r := o.territory(id)
	if r == nil {
		r = &Territory{ID: id, Name: g.Properties.Name, Box: nowhere()}
		o.Territories = append(o.Territories, r)
		uses[id] = make(map[int]int)
	}
	rings, err := g.rings()
	if err != nil {
		return err
	}
	area := Area{ID: g.ID, Name: g.Properties.Name}
	for _, arcs := range rings {
		ring, err := t.line(arcs)
		if err != nil {
			return err
		}
		area.Rings = append(area.Rings, ring)
		for _, p := range ring {
			r.Box.extend(p)
		}
		for _, i := range arcs {
			uses[id][forward(i)]++
		}
	}
	r.Areas = append(r.Areas, area)
	return nil
}

// lines sorts the arcs of r into borders and the edge of the land.
func (r *Territory) lines(t *topology, uses map[int]int) {
	var edge [][]Point
	for i, arc := range t.points {
		switch uses[i] {
		case 0:
		case 1:
			edge = append(edge, arc)
		default:
			r.Borders = append(r.Borders, arc)
		}
	}
	r.Land = chain(edge)
}

// chain joins lines at their ends until each is closed. A line that nothing
// closes is left out.
func chain(lines [][]Point) [][]Point {
	var rings [][]Point
	used := make([]bool, len(lines))
	for i, first := range lines {
		if used[i] || len(first) == 0 {
			continue
		}
		used[i] = true
		ring := slices.Clone(first)
		for ring[0] != ring[len(ring)-1] {
			next := take(lines, used, ring[len(ring)-1])
			if next == nil {
				break
			}
			ring = append(ring, next[1:]...)
		}
		if ring[0] == ring[len(ring)-1] {
			rings = append(rings, ring)
		}
	}
	return rings
}

// take returns an unused line from a point on, or nil.
func take(lines [][]Point, used []bool, from Point) []Point {
	for i, l := range lines {
		switch {
		case used[i] || len(l) == 0:
		case l[0] == from:
			used[i] = true
			return l
		case l[len(l)-1] == from:
			used[i] = true
			l = slices.Clone(l)
			slices.Reverse(l)
			return l
		}
	}
	return nil
}

// halos gives each territory the lines around it.
func (o *Outline) halos(t *topology) error {
	for i := range t.Objects["halo"].Geometries {
		g := &t.Objects["halo"].Geometries[i]
		id, _, _ := strings.Cut(g.ID, "-")
		r := o.territory(id)
		if r == nil {
			return fmt.Errorf("outlines: %s is around no territory", g.ID)
		}
		lines, err := g.rings()
		if err != nil {
			return err
		}
		for _, arcs := range lines {
			line, err := t.line(arcs)
			if err != nil {
				return err
			}
			r.Halo = append(r.Halo, line)
		}
	}
	return nil
}

// near is how far outside the bounds of a territory, in degrees, a point still
// belongs to it: outlines are simplified, and small islands left out.
const near = 0.4

// Of returns the territory that a point is in, or nil. Where bounds overlap it
// is the smallest.
func (o *Outline) Of(p Point) *Territory {
	var best *Territory
	for _, r := range o.Territories {
		d := r.Box.distance(p)
		if d > near {
			continue
		}
		if best == nil || d < best.Box.distance(p) || d == best.Box.distance(p) && r.Box.size() < best.Box.size() {
			best = r
		}
	}
	return best
}

// size compares boxes.
func (b Box) size() float64 { return (b.East - b.West) * (b.North - b.South) }
