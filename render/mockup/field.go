package mockup

import "image"

// A field has a share for each pixel of a rectangle: coverage, or the height
// of a relief.
type field struct {
	image.Rectangle
	v []int32
}

func newField(r image.Rectangle) *field {
	return &field{r, make([]int32, r.Dx()*r.Dy())}
}

// row returns the values of a line of pixels.
func (f *field) row(y int) []int32 {
	w := f.Dx()
	at := (y - f.Min.Y) * w
	return f.v[at : at+w : at+w]
}

// at returns the value at a place, and that of the nearest pixel outside.
func (f *field) at(x, y int) int {
	x = min(max(x, f.Min.X), f.Max.X-1)
	y = min(max(y, f.Min.Y), f.Max.Y-1)
	return int(f.v[(y-f.Min.Y)*f.Dx()+x-f.Min.X])
}

// over returns f on a larger or smaller rectangle, 0 where f is not.
func (f *field) over(r image.Rectangle) *field {
	out := newField(r)
	both := r.Intersect(f.Rectangle)
	for y := both.Min.Y; y < both.Max.Y; y++ {
		copy(out.row(y)[both.Min.X-r.Min.X:], f.row(y)[both.Min.X-f.Min.X:both.Max.X-f.Min.X])
	}
	return out
}

// moved returns f elsewhere. It shares the values of f.
func (f *field) moved(by image.Point) *field { return &field{f.Add(by), f.v} }

// blurred returns f blurred by three boxes, which is a Gaussian to the eye, in
// integers. Beyond its edges f is taken to go on.
func (f *field) blurred(radius int) *field {
	out := &field{f.Rectangle, append([]int32(nil), f.v...)}
	if radius <= 0 || f.Empty() {
		return out
	}
	w, h := f.Dx(), f.Dy()
	line, done := make([]int32, max(w, h)), make([]int32, max(w, h))
	for y := range h {
		row := out.v[y*w : (y+1)*w]
		copy(line, row)
		copy(row, boxes(done[:w], line[:w], radius))
	}
	for x := range w {
		for y := range h {
			line[y] = out.v[y*w+x]
		}
		for y, v := range boxes(done[:h], line[:h], radius) {
			out.v[y*w+x] = v
		}
	}
	return out
}

// boxes blurs line three times, with the help of other, and returns the one
// of both that has the result.
func boxes(other, line []int32, radius int) []int32 {
	for range 3 {
		box(other, line, radius)
		line, other = other, line
	}
	return line
}

// box sets each value of to to the mean of those of from within radius.
func box(to, from []int32, radius int) {
	n := len(from)
	first, last := int64(from[0]), int64(from[n-1])
	size := int64(2*radius + 1)
	inverse := (1<<32 + size/2) / size
	sum := first * int64(radius)
	for k := range radius {
		sum += int64(from[min(k, n-1)])
	}
	for i := range to {
		if k := i + radius; k < n {
			sum += int64(from[k])
		} else {
			sum += last
		}
		to[i] = int32((sum*inverse + 1<<31) >> 32)
		if k := i - radius; k >= 0 {
			sum -= int64(from[k])
		} else {
			sum -= first
		}
	}
}
