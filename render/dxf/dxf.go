// Package dxf writes what machines do as DXF: closed polylines with arcs and
// true circles, in millimetres, one layer for each operation.
package dxf

import (
	"errors"
	"io"

	"panonceau/render"
	"panonceau/render/cut"
	"panonceau/render/geom"
)

// Options choose the release. The zero Options make a file that every
// controller reads.
type Options struct {
	Version Version

	// Tolerance is how far arcs may stray from the curves they stand for, in
	// millimetres. Zero means 0.02, finer than any cutter.
	Tolerance float64
}

// A Version is a release of AutoCAD whose format is written.
type Version uint8

// R12 is what all machines read; R2000 has polylines in one piece and states
// its unit in a way that all programs respect.
const (
	R12   Version = iota // AC1009
	R2000                // AC1015
)

// tolerance is the default of Options.Tolerance.
const tolerance = 0.02

// circleTolerance is how far the arcs of a circle may disagree on its centre
// and its radius.
const circleTolerance = 0.01

// Encode writes the cut, engrave and drill paths of d to w, with the origin at
// the lower left corner of the piece. What they are is told by [cut.Contours].
func Encode(w io.Writer, d *render.Drawing, o Options) error {
	contours, err := cut.Contours(d)
	if err != nil {
		return err
	}
	if o.Tolerance < 0 || o.Version > R2000 {
		return errors.New("dxf: no such options")
	}
	if o.Tolerance == 0 {
		o.Tolerance = tolerance
	}
	upright := geom.Matrix{A: 1, D: -1, F: d.Height * d.Unit}
	var entities []entity
	for _, c := range contours {
		for _, l := range cut.Polylines(c.Path.Transform(upright), o.Tolerance) {
			entities = append(entities, entity{c.Operation, l})
		}
	}
	f := &file{version: o.Version}
	f.header(d.Width*d.Unit, d.Height*d.Unit)
	f.tables()
	f.blocks()
	f.entities(entities)
	f.objects()
	f.pair(0, "EOF")
	_, err = w.Write(f.buf)
	return err
}

// An entity is a line of one layer.
type entity struct {
	layer cut.Operation
	line  cut.Polyline
}

// entities writes circles as such, and everything else as polylines.
func (f *file) entities(list []entity) {
	f.section("ENTITIES")
	for _, e := range list {
		center, radius, round := e.line.Circle(circleTolerance)
		switch {
		case round:
			f.circle(e.layer, center, radius)
		case f.version == R12:
			f.polyline(e)
		default:
			f.lightPolyline(e)
		}
	}
	f.pair(0, "ENDSEC")
}

// circle writes a CIRCLE.
func (f *file) circle(layer cut.Operation, center geom.Point, radius float64) {
	f.entity("CIRCLE", layer, "AcDbCircle")
	f.point(10, center)
	f.real(30, 0)
	f.real(40, radius)
}

// polyline writes a POLYLINE with a VERTEX for each point, of R12.
func (f *file) polyline(e entity) {
	f.entity("POLYLINE", e.layer, "")
	f.integer(66, 1) // vertices follow
	f.point(10, geom.Point{})
	f.real(30, 0)
	f.integer(70, closed(e.line))
	for _, v := range e.line.Vertices {
		f.entity("VERTEX", e.layer, "")
		f.point(10, v.Point)
		f.real(30, 0)
		if v.Bulge != 0 {
			f.real(42, v.Bulge)
		}
	}
	f.entity("SEQEND", e.layer, "")
}

// lightPolyline writes an LWPOLYLINE, of R14 and later.
func (f *file) lightPolyline(e entity) {
	f.entity("LWPOLYLINE", e.layer, "AcDbPolyline")
	f.integer(90, len(e.line.Vertices))
	f.integer(70, closed(e.line))
	for _, v := range e.line.Vertices {
		f.point(10, v.Point)
		if v.Bulge != 0 {
			f.real(42, v.Bulge)
		}
	}
}

func closed(l cut.Polyline) int {
	if l.Closed {
		return 1
	}
	return 0
}
