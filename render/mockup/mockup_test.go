package mockup

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"image"
	"math"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
)

func fill(c render.RGB) *render.Fill {
	return &render.Fill{Paint: render.Color{RGB: c}, Opacity: 1}
}

func circle(x, y, r float64) *geom.Path {
	p := new(geom.Path)
	p.Ellipse(geom.Pt(x, y), r, r)
	return p
}

func layer(l render.Layer, nodes ...render.Node) *render.Group {
	g := render.NewGroup(nodes...)
	g.Layer = l
	return g
}

// plaque returns a plate of 300 by 200 mm with round corners, two holes, a
// ring to engrave and a printed bar.
func plaque() *render.Drawing {
	outline, ring := new(geom.Path), circle(100, 90, 60)
	outline.RoundRect(geom.Rect{X1: 300, Y1: 200}, 20, 20)
	ring.Append(circle(100, 90, 40))
	return &render.Drawing{Width: 300, Height: 200, Unit: 1, Title: "plaque", Root: render.NewGroup(
		layer(render.LayerCut, &render.Shape{Path: outline, Fill: fill(render.RGB{})}),
		layer(render.LayerDrill, &render.Shape{Path: circle(15, 15, 3), Fill: fill(render.RGB{})},
			&render.Shape{Path: circle(285, 15, 3), Fill: fill(render.RGB{})}),
		layer(render.LayerEngrave, &render.Shape{Path: ring, Fill: &render.Fill{Paint: render.Color{}, Opacity: 1, Rule: render.EvenOdd}}),
		&render.Shape{Path: geom.RectWH(190, 60, 80, 60).Path(), Fill: fill(render.RGB{R: 20, G: 110, B: 80})},
	)}
}

// sign returns an upright panel.
func sign() *render.Drawing {
	return &render.Drawing{Width: 500, Height: 700, Unit: 1, Title: "sign", Root: render.NewGroup(
		&render.Shape{Path: geom.RectWH(60, 80, 380, 200).Path(), Fill: fill(render.RGB{R: 180, G: 30, B: 40})},
	)}
}

func shown(t *testing.T, img *image.NRGBA, err error) *image.NRGBA {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// all returns a picture of each kind, w pixels wide, by name.
func all(t *testing.T, w int) (names []string, pictures []*image.NRGBA) {
	t.Helper()
	for _, m := range Materials() {
		img, err := Plaque(plaque(), m, w)
		names, pictures = append(names, string(m)), append(pictures, shown(t, img, err))
	}
	for _, d := range []*render.Drawing{sign(), plaque()} {
		img, err := Sign(d, w)
		names, pictures = append(names, "post-"+d.Title), append(pictures, shown(t, img, err))
	}
	return names, pictures
}

// TestDigests holds the pixels of every kind of picture, by checksum: they are
// the same on every machine.
func TestDigests(t *testing.T) {
	var b strings.Builder
	for _, w := range []int{64, 301} {
		names, pictures := all(t, w)
		for i, img := range pictures {
			fmt.Fprintf(&b, "%s %d %08x\n", names[i], w, crc32.ChecksumIEEE(img.Pix))
		}
	}
	golden.Text(t, "digests.txt", []byte(b.String()))
}

func TestPictures(t *testing.T) {
	names, pictures := all(t, 72)
	for i, img := range pictures {
		golden.Image(t, names[i]+".png", img)
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		name string
		d    render.Drawing
		w    int
		want string
	}{
		{"too small", render.Drawing{Width: 3, Height: 2, Unit: 1}, 63, "63 pixels wide: want 64 to 2400"},
		{"too large", render.Drawing{Width: 3, Height: 2, Unit: 1}, 2401, "2401 pixels wide"},
		{"no width", render.Drawing{Height: 2, Unit: 1}, 100, "no size"},
		{"not a number", render.Drawing{Width: math.NaN(), Height: 2, Unit: 1}, 100, "no size"},
		{"endless", render.Drawing{Width: math.Inf(1), Height: 2, Unit: 1}, 100, "no size"},
		{"a line", render.Drawing{Width: 26, Height: 2, Unit: 1}, 100, "1 to 12 at most"},
	} {
		c.d.Root = render.NewGroup()
		for of, draw := range map[string]func() (*image.NRGBA, error){
			"Plaque": func() (*image.NRGBA, error) { return Plaque(&c.d, Steel, c.w) },
			"Sign":   func() (*image.NRGBA, error) { return Sign(&c.d, c.w) },
		} {
			if _, err := draw(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s, %s: error %v; want one that says %q", of, c.name, err, c.want)
			}
		}
	}
}

// TestExtremes: a piece may be a stamp or a hoarding, and have holes that no
// screw fills.
func TestExtremes(t *testing.T) {
	for _, unit := range []float64{1e-9, 1e-3, 100, 1e9} {
		d := plaque()
		d.Unit = unit
		d.Root.Children = append(d.Root.Children, layer(render.LayerDrill,
			&render.Shape{Path: circle(150, 100, 90)}, &render.Shape{Path: circle(-1e6, 100, 3)}))
		if _, err := Plaque(d, Enamel, 200); err != nil {
			t.Errorf("%g mm a unit: %v", unit, err)
		}
		if _, err := Sign(d, 200); err != nil {
			t.Errorf("%g mm a unit: %v", unit, err)
		}
	}
	d := plaque()
	for range maxHoles {
		d.Root.Children = append(d.Root.Children, layer(render.LayerDrill, &render.Shape{Path: circle(100, 100, 3)}))
	}
	if _, err := Plaque(d, Steel, 100); err == nil || !strings.Contains(err.Error(), "64 holes") {
		t.Errorf("error %v; want one about holes", err)
	}
}

func TestUnknownMaterialIsAPanel(t *testing.T) {
	a, err := Plaque(plaque(), "papier-mache", 96)
	a = shown(t, a, err)
	b, err := Plaque(plaque(), Dibond, 96)
	if !bytes.Equal(a.Pix, shown(t, b, err).Pix) {
		t.Error("a material that is not known is not shown as a printed panel")
	}
}

// mean returns the mean colour of img in r.
func mean(img *image.NRGBA, r image.Rectangle) (m rgb) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			for c := range m {
				m[c] += int(img.Pix[img.PixOffset(x, y)+c])
			}
		}
	}
	n := r.Dx() * r.Dy()
	return rgb{m[0] / n, m[1] / n, m[2] / n}
}

// TestPlate: the parts of a piece are where they belong, whatever it is made
// of. The plate of 300 by 200 mm is 396 by 264 pixels, from (102, 68) on.
func TestPlate(t *testing.T) {
	at := func(x, y float64) image.Rectangle { // 3 by 3 mm, around a place of the plate
		c := image.Pt(102+int(x*1.32), 68+int(y*1.32))
		return image.Rectangle{c.Sub(image.Pt(2, 2)), c.Add(image.Pt(2, 2))}
	}
	for _, m := range Materials() {
		img, err := Plaque(plaque(), m, 600)
		img = shown(t, img, err)
		engraved, bare, printed := mean(img, at(50, 90)), mean(img, at(150, 150)), mean(img, at(230, 90))
		if engraved[1]+60 > bare[1] {
			t.Errorf("%s: engraved %v; want it darker than the plate, %v", m, engraved, bare)
		}
		if printed[1] < printed[0]+30 {
			t.Errorf("%s: the printed bar is %v; want green", m, printed)
		}
		if lit, shade := mean(img, image.Rect(40, 200, 60, 220)), mean(img, image.Rect(200, 333, 400, 336)); shade[0]+25 > lit[0] {
			t.Errorf("%s: wall under the plate %v; want it in the shadow, unlike %v", m, shade, lit)
		}
	}
}

// TestSpecimenStays: the mark of a picture that nobody attests is on the
// engraved plate too, over what is engraved.
func TestSpecimenStays(t *testing.T) {
	d := plaque()
	plain, err := Plaque(d, Brass, 300)
	plain = shown(t, plain, err)
	d.Root.Children = append(d.Root.Children, layer(render.LayerSpecimen,
		&render.Shape{Path: geom.RectWH(40, 60, 120, 60).Path(), Fill: fill(render.RGB{R: 200, G: 0, B: 40})}))
	marked, err := Plaque(d, Brass, 300)
	marked = shown(t, marked, err)
	ring := image.Rect(51+29, 34+55, 51+37, 34+63) // 44 to 56 mm from the left
	if a, b := mean(plain, ring), mean(marked, ring); a[0] > 60 || b[0] < 120 || b[1] > 60 {
		t.Errorf("where the mark crosses the ring: %v without it, %v with it; want black and red", a, b)
	}
}
