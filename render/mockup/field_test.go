package mockup

import (
	"image"
	"testing"
)

func TestBlur(t *testing.T) {
	f := newField(image.Rect(-5, 3, 36, 24))
	for i := range f.v {
		f.v[i] = one
	}
	for _, radius := range []int{0, 1, 7, 40, 500} {
		for i, v := range f.blurred(radius).v {
			if v != one {
				t.Fatalf("radius %d: an even field has %d at %d; want %d", radius, v, i, one)
			}
		}
	}
	dot := newField(image.Rect(0, 0, 41, 41))
	dot.row(20)[20] = 1000 * one
	b, sum := dot.blurred(3), 0
	for y := range 41 {
		for x := range 41 {
			v := b.at(x, y)
			sum += v
			if v != b.at(40-x, y) || v != b.at(x, 40-y) {
				t.Fatalf("the blur of a dot is not the same on all sides at %d, %d", x, y)
			}
		}
	}
	if d := abs(sum - 1000*one); d > 1000 {
		t.Errorf("a blur changes the sum by %d", d)
	}
}

// TestNoise: it has no bias, stays within its bounds and has no crease.
func TestNoise(t *testing.T) {
	const n noise = 7
	sum, side := 0, 256
	for y := -side / 2; y < side/2; y++ {
		for x := -side / 2; x < side/2; x++ {
			v := n.smooth(x, y, 16, 8)
			if v < -one || v > one {
				t.Fatalf("%d at %d, %d", v, x, y)
			}
			if d := abs(v - n.smooth(x+1, y, 16, 8)); d > 2*one*3/2/16+64 {
				t.Fatalf("a step of %d at %d, %d", d, x, y)
			}
			sum += n.grain(x, y) / side
		}
	}
	if abs(sum) > one*4 {
		t.Errorf("mean of the grain %d of %d", sum/side, one)
	}
}
