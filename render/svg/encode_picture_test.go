package svg_test

import (
	"bytes"
	"image"
	"testing"

	"panonceau/render"
	"panonceau/render/raster"
	"panonceau/render/rendertest"
	"panonceau/render/svg"
)

// A picture that was written and read looks as before. Coordinates were rounded
// to a thousandth of a unit in between, which shows on edges only.
func TestEncodeKeepsPicture(t *testing.T) {
	samples := append(rendertest.Samples(), rendertest.Sample{Name: "badge", Drawing: rendertest.Badge()})
	for _, s := range samples {
		t.Run(s.Name, func(t *testing.T) {
			var doc bytes.Buffer
			if err := svg.Encode(&doc, s.Drawing, svg.EncodeOptions{}); err != nil {
				t.Fatal(err)
			}
			read, report, err := svg.Decode(doc.Bytes(), svg.DecodeOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if len(report.Issues) > 0 {
				t.Skip(report.Issues[0])
			}
			const tolerance = 3
			if n, most := differences(draw(t, s.Drawing), draw(t, read), tolerance); n > 0 {
				t.Errorf("%d pixels differ by more than %d, up to %d, after\n%s", n, tolerance, most, doc.Bytes())
			}
		})
	}
}

func draw(t *testing.T, d *render.Drawing) *image.NRGBA {
	t.Helper()
	m, err := raster.Draw(d, 3*int(d.Width), 3*int(d.Height), raster.Options{Ground: &render.RGB{R: 255, G: 255, B: 255}})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// differences returns how many pixels of two opaque pictures differ by more
// than the tolerance in a channel, and the greatest difference.
func differences(a, b *image.NRGBA, tolerance int) (n, most int) {
	for i := 0; i < len(a.Pix); i += 4 {
		worst := 0
		for c := range 4 {
			d := int(a.Pix[i+c]) - int(b.Pix[i+c])
			worst = max(worst, d, -d)
		}
		if worst > tolerance {
			n++
		}
		most = max(most, worst)
	}
	return n, most
}
