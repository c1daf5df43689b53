package geo

import "math"

// A Box is bounds in degrees. It does not cross the 180th meridian.
type Box struct{ West, South, East, North float64 }

// nowhere is the bounds of nothing.
func nowhere() Box { return Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

// Bounds returns the bounds of points; there is at least one.
func Bounds(points []Point) Box {
	b := nowhere()
	for _, p := range points {
		b.extend(p)
	}
	return b
}

func (b *Box) extend(p Point) {
	b.West, b.East = min(b.West, p.Lon), max(b.East, p.Lon)
	b.South, b.North = min(b.South, p.Lat), max(b.North, p.Lat)
}

// Middle returns the middle of b.
func (b Box) Middle() Point { return Point{(b.West + b.East) / 2, (b.South + b.North) / 2} }

// distance returns how many degrees p is from b, in the direction in which it
// is farther; 0: inside.
func (b Box) distance(p Point) float64 {
	return max(0, b.West-p.Lon, p.Lon-b.East, b.South-p.Lat, p.Lat-b.North)
}
