package artwork

import (
	"math"
	"strconv"
	"testing"
)

// TestRound holds that what is on a round piece stays clear of its edge.
func TestRound(t *testing.T) {
	for _, tt := range []struct {
		file   string
		middle float64
		reach  float64 // of all but the ground, from the middle
	}{
		{"tnl/sticker.svg", 50, 45}, // a cutter may be off by 2 mm
		{"tnl/seal.svg", 80, 73},    // the rim begins at 75
	} {
		boxes := 0
		read(t, tt.file).each(func(e *element) {
			if e.XMLName.Local != "rect" {
				return
			}
			boxes++
			var v [4]float64
			for i, name := range []string{"x", "y", "width", "height"} {
				v[i], _ = strconv.ParseFloat(e.attr(name), 64)
			}
			x, y, w, h := v[0]-tt.middle, v[1]-tt.middle, v[2], v[3]
			far := math.Hypot(max(-x, x+w), max(-y, y+h))
			if e.attr("data-part") != "" {
				far = math.Hypot(x+w/2, y+h/2) + w/2 // a disc
			}
			if far > tt.reach {
				t.Errorf("%s: a box reaches %.1f from the middle, want at most %g", tt.file, far, tt.reach)
			}
		})
		if boxes == 0 {
			t.Errorf("%s: no boxes", tt.file)
		}
	}
}
