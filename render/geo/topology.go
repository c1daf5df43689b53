package geo

import (
	"encoding/json"
	"fmt"
)

// Bounds of a file.
const (
	maxFile = 4 << 20 // bytes
	maxArcs = 20_000
)

// A topology is a TopoJSON file (version 1.0.0 of its specification): areas
// made of arcs that neighbours share.
type topology struct {
	Type      string                `json:"type"`
	Transform transform             `json:"transform"`
	Objects   map[string]collection `json:"objects"`
	Arcs      [][][2]int            `json:"arcs"` // differences, in steps

	points [][]Point // of the arcs
}

type transform struct {
	Scale     [2]float64 `json:"scale"`
	Translate [2]float64 `json:"translate"`
}

type collection struct {
	Geometries []geometry `json:"geometries"`
}

type geometry struct {
	Type       string          `json:"type"`
	ID         string          `json:"id"`
	Arcs       json.RawMessage `json:"arcs"`
	Properties struct {
		Name string `json:"name"`
	} `json:"properties"`
}

// readTopology reads a file whose coordinates are quantized.
func readTopology(data []byte) (*topology, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("outlines: %d bytes; at most %d", len(data), maxFile)
	}
	t := new(topology)
	if err := json.Unmarshal(data, t); err != nil {
		return nil, fmt.Errorf("outlines: %w", err)
	}
	if t.Type != "Topology" || len(t.Arcs) > maxArcs {
		return nil, fmt.Errorf("outlines: a %q with %d arcs; want a Topology with at most %d", t.Type, len(t.Arcs), maxArcs)
	}
	for _, arc := range t.Arcs {
		points, x, y := make([]Point, len(arc)), 0, 0
		for i, d := range arc {
			x, y = x+d[0], y+d[1]
			points[i] = Point{t.Transform.along(0, x), t.Transform.along(1, y)}
		}
		t.points = append(t.points, points)
	}
	return t, nil
}

func (t *transform) along(axis, v int) float64 {
	return float64(float64(v)*t.Scale[axis]) + t.Translate[axis]
}

// rings returns the arcs of each ring of a geometry, whichever polygon they
// are of.
func (g *geometry) rings() ([][]int, error) {
	var one [][]int
	var many [][][]int
	var err error
	switch g.Type {
	case "Polygon", "MultiLineString":
		err = json.Unmarshal(g.Arcs, &one)
	case "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &many)
	default:
		err = fmt.Errorf("type %q is not known", g.Type)
	}
	if err != nil {
		return nil, fmt.Errorf("outlines: %s: %w", g.ID, err)
	}
	for _, polygon := range many {
		one = append(one, polygon...)
	}
	return one, nil
}

// line returns the points of joined arcs. A negative index is an arc that is
// followed backwards.
func (t *topology) line(arcs []int) ([]Point, error) {
	var line []Point
	for _, i := range arcs {
		k := forward(i)
		if k >= len(t.points) {
			return nil, fmt.Errorf("outlines: there is no arc %d", i)
		}
		arc := t.points[k]
		for j := range arc {
			p := arc[j]
			if i < 0 {
				p = arc[len(arc)-1-j]
			}
			if j > 0 || len(line) == 0 { // arcs share their ends
				line = append(line, p)
			}
		}
	}
	return line, nil
}

// forward returns the index of an arc, whichever way it is followed.
func forward(i int) int {
	if i < 0 {
		return ^i
	}
	return i
}
