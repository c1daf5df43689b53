package raster

import (
	"cmp"
	"math"
	"slices"

	"panonceau/render"
	"panonceau/render/geom"
)

// Sampling is how the coverage of a pixel is measured.
type Sampling uint8

const (
	// ExactArea computes the area that a path covers of each pixel.
	ExactArea Sampling = iota
	// FourByFour looks at four rows of four places a pixel, as resvg does
	// (tiny-skia, after Skia's supersampler), so that a picture can be compared
	// with one of resvg pixel by pixel. It has resvg's other approximations too:
	// strokes of quadratic curves, hairlines for strokes of up to a pixel,
	// pattern tiles of whole pixels, gradients and masks in eight bits.
	FourByFour
)

// A scanner finds how much a path covers of each pixel of a layer.
type scanner interface {
	// reset starts a new path on w by h pixels.
	reset(w, h int)
	// path adds p, mapped to pixels by m.
	path(p *geom.Path, m geom.Matrix)
	// sweep calls span for each run of pixels of equal coverage, which is given
	// as a fraction of full and is not zero. Runs come row by row, left to
	// right.
	sweep(rule render.FillRule, span func(y, x0, x1 int, coverage uint32))
}

func newScanner(s Sampling) scanner {
	if s == FourByFour {
		return new(sampler)
	}
	return new(edges)
}

// A sampler is the scanner of FourByFour. A sample is a quarter of a pixel wide
// and high; a path covers those whose centre's row it crosses, from one
// crossing, rounded to whole samples, to the next.
type sampler struct {
	rows   int64 // of samples
	width  int64 // of the pixels
	height int
	lines  []sampleLine
	live   []sampleLine // those that cross the row at hand
	turns  []int32      // what a dense row does at each sample
	cells  edges        // what has been found: values of 256 in place of areas
}

// A sampleLine is a line that goes down.
type sampleLine struct {
	first, end int64 // the rows of samples whose centres it crosses
	x          int64 // where it crosses the row at hand, in 2⁻¹⁶ sample
	slope      int64 // how far it goes to the right in a row
	turn       int32 // 1 if the path follows it downwards, else −1
}

func (s *sampler) reset(w, h int) {
	s.rows, s.width, s.height = 4*int64(h), int64(w), h
	s.lines = s.lines[:0]
}

func (s *sampler) path(p *geom.Path, m geom.Matrix) { trace(p, m, s) }

func (s *sampler) line(a, b geom.Point) {
	if near(a) && near(b) {
		s.slope(fine(a.X), fine(a.Y), fine(b.X), fine(b.Y), 1)
	} else {
		clipFar(a, b, s.line)
	}
}

// fine returns the multiple of 1/64 sample below v pixels. What is less than
// 2⁻¹⁹ pixel short of the next one is noise.
func fine(v float64) int64 { return int64(math.Floor(float64(v*(1<<19))+0.5)) >> 11 }

// slope adds the line between two points, in 1/64 sample. Slopes have sixteen
// binary digits, so a long line strays: by half a sample at the length beyond
// which it is halved.
func (s *sampler) slope(x0, y0, x1, y1 int64, turn int32) {
	const long = 1 << 21
	if y0 > y1 {
		x0, y0, x1, y1, turn = x1, y1, x0, y0, -turn
	}
	first, end := (y0+32)>>6, (y1+32)>>6
	if first >= min(end, s.rows) || end <= 0 {
		return
	}
	if y1-y0 > long {
		x, y := (x0+x1)>>1, (y0+y1)>>1
		s.slope(x0, y0, x, y, turn)
		s.slope(x, y, x1, y1, turn)
		return
	}
	slope := (x1 - x0) << 16 / (y1 - y0)
	x := (x0 + slope*(first<<6+32-y0)>>16) << 10
	if first < 0 {
		x, first = x-slope*first, 0
	}
	s.lines = append(s.lines, sampleLine{first, min(end, s.rows), x, slope, turn})
}

func (s *sampler) sweep(rule render.FillRule, span func(y, x0, x1 int, coverage uint32)) {
	slices.SortStableFunc(s.lines, func(a, b sampleLine) int { return cmp.Compare(a.first, b.first) })
	s.cells.reset(int(s.width), s.height)
	s.live = s.live[:0]
	next := 0
	for row := int64(0); ; row++ {
		if len(s.live) == 0 {
			if next == len(s.lines) {
				break
			}
			row = s.lines[next].first
		}
		for ; next < len(s.lines) && s.lines[next].first == row; next++ {
			s.live = append(s.live, s.lines[next])
		}
		s.row(row, rule)
		s.advance(row)
	}
	s.cells.sweep(render.NonZero, func(y, x0, x1 int, c uint32) { span(y, x0, x1, c>>8*257) })
}

// row finds the samples of one row that are inside.
func (s *sampler) row(row int64, rule render.FillRule) {
	if len(s.live) > manyLines {
		s.denseRow(row, rule)
		return
	}
	sortLines(s.live)
	turns, left := int32(0), int64(0)
	for i := range s.live {
		x := s.live[i].column()
		if !inside(turns, rule) {
			left = x
		}
		if turns += s.live[i].turn; !inside(turns, rule) {
			s.span(row, max(left, 0), min(x, 4*s.width))
		}
	}
}

// denseRow does so for many lines: it adds up what they do at each sample.
func (s *sampler) denseRow(row int64, rule render.FillRule) {
	end := 4 * s.width
	s.turns = slices.Grow(s.turns[:0], int(end))[:end]
	clear(s.turns)
	for i := range s.live {
		if x := max(0, s.live[i].column()); x < end {
			s.turns[x] += s.live[i].turn
		}
	}
	turns, left := int32(0), int64(0)
	for x, t := range s.turns {
		if t == 0 {
			continue
		}
		if !inside(turns, rule) {
			left = int64(x)
		}
		if turns += t; !inside(turns, rule) {
			s.span(row, left, int64(x))
		}
	}
	if inside(turns, rule) {
		s.span(row, left, end)
	}
}

// column returns the sample that l crosses.
func (l *sampleLine) column() int64 { return (l.x + 1<<15) >> 16 }

// inside tells the inside of a path, which turns so often round it, from the
// outside (SVG 2 §13.4.2).
func inside(turns int32, rule render.FillRule) bool {
	if rule == render.EvenOdd {
		return turns&1 != 0
	}
	return turns != 0
}

// span adds the samples from left to right. Each is worth 16 of 256; but a
// whole row is worth 63 if it is the last of its pixel, so that four of them
// make 255.
func (s *sampler) span(row, left, right int64) {
	if left >= right {
		return
	}
	y, worth := int32(row>>2), int32(64)
	if row&3 == 3 {
		worth = 63
	}
	x0, x1 := int32(left>>2), int32(right>>2)
	if x0 == x1 {
		s.cells.add(x0, y, 0, -int32(right-left)*16<<9)
		return
	}
	if skip := int32(left & 3); skip == 0 {
		s.cells.add(x0, y, worth, 0)
	} else {
		s.cells.add(x0, y, worth, (worth-(4-skip)*16)<<9)
	}
	if int64(x1) < s.width {
		s.cells.add(x1, y, -worth, -int32(right&3)*16<<9)
	}
}

// advance moves the lines on to the next row and drops those that end.
func (s *sampler) advance(row int64) {
	kept := s.live[:0]
	for _, l := range s.live {
		if l.end > row+1 {
			l.x += l.slope
			kept = append(kept, l)
		}
	}
	s.live = kept
}

// manyLines is the number of lines in a row beyond which sorting them would
// take longer than looking at every sample.
const manyLines = 64

// sortLines sorts a few lines by where they cross. They mostly are in order.
func sortLines(lines []sampleLine) {
	for i := 1; i < len(lines); i++ {
		l, k := lines[i], i
		for ; k > 0 && lines[k-1].x > l.x; k-- {
			lines[k] = lines[k-1]
		}
		lines[k] = l
	}
}
