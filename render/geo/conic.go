// Package geo puts points of the Earth on paper: projections, and the outlines
// of a country that are drawn under them.
//
// Like package render it is pure.
package geo

import (
	"math"

	"panonceau/render/geom"
)

// A Point is a place on the Earth in degrees of WGS 84.
type Point struct{ Lon, Lat float64 }

// A Projection maps the Earth to a plane. Results are metres, y towards the
// north, and multiples of 1/64, so that they are the same on every machine.
type Projection interface{ Project(Point) geom.Point }

// grid is the step of projected coordinates, in metres.
const grid = 1.0 / 64

// The ellipsoid GRS 80, which differs from that of WGS 84 by a tenth of a
// millimetre: its half axis in metres, and its eccentricity.
const (
	halfAxis = 6378137.0

	eccentricity = 0.0818191910428158 // √(f (2 − f)), f = 1/298.257222101
)

const radians = math.Pi / 180

// A Conic is Lambert's conformal conic projection with two standard parallels
// (IOGP Guidance Note 7-2, method 9802).
type Conic struct {
	n, f, rho0 float64
	lon0       float64
	x0, y0     float64
}

// NewConic returns the projection that keeps lengths along the parallels lat1
// and lat2. The point at lon0, lat0, in degrees, has the coordinates x0, y0.
func NewConic(lat1, lat2, lon0, lat0, x0, y0 float64) *Conic {
	m1, m2 := width(lat1), width(lat2)
	t1, t2 := isometric(lat1), isometric(lat2)
	c := &Conic{lon0: lon0, x0: x0, y0: y0}
	c.n = (math.Log(m1) - math.Log(m2)) / (math.Log(t1) - math.Log(t2))
	c.f = m1 / (c.n * math.Pow(t1, c.n))
	c.rho0 = c.radius(lat0)
	return c
}

// Lambert93 is the projection of maps of France (EPSG 2154).
func Lambert93() *Conic { return NewConic(49, 44, 3, 46.5, 700_000, 6_600_000) }

// width returns the radius of a parallel, in half axes.
func width(lat float64) float64 {
	s := math.Sin(lat * radians)
	return math.Cos(lat*radians) / math.Sqrt(1-float64(eccentricity*eccentricity)*float64(s*s))
}

// isometric returns what the guidance note calls t.
func isometric(lat float64) float64 {
	es := eccentricity * math.Sin(lat*radians)
	return math.Tan(math.Pi/4-lat*radians/2) / math.Pow((1-es)/(1+es), eccentricity/2)
}

// radius returns how far a parallel is from the apex of the cone.
func (c *Conic) radius(lat float64) float64 {
	return halfAxis * c.f * math.Pow(isometric(lat), c.n)
}

// Project implements Projection. The poles are not on the map.
func (c *Conic) Project(p Point) geom.Point {
	rho, theta := c.radius(p.Lat), c.n*(p.Lon-c.lon0)*radians
	x := c.x0 + float64(rho*math.Sin(theta))
	y := c.y0 + c.rho0 - float64(rho*math.Cos(theta))
	return geom.Pt(geom.Quantize(x, grid), geom.Quantize(y, grid))
}

// A Plate is the equidistant cylindrical projection, true at one parallel: for
// islands, and for regions whose projection nobody told.
type Plate struct {
	middle Point
	shrink float64 // of longitudes
}

// NewPlate returns the projection with a point as its origin.
func NewPlate(middle Point) *Plate { return &Plate{middle, math.Cos(middle.Lat * radians)} }

// Project implements Projection.
func (q *Plate) Project(p Point) geom.Point {
	const degree = halfAxis * radians
	return geom.Pt(geom.Quantize(float64(degree*q.shrink)*(p.Lon-q.middle.Lon), grid),
		geom.Quantize(degree*(p.Lat-q.middle.Lat), grid))
}
