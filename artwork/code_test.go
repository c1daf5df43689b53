package artwork_test

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/render"
	"panonceau/render/geom"
	"panonceau/render/raster"
)

// withCode lists the designs for print that have a QR code. The others have no
// room for one that can be read: 15 mm at their smallest size.
var withCode = []string{
	"sign", "sign-landscape", "plaque", "poster", "poster-inform", "poster-congratulate", "kakemono", "insert-full", "insert-half",
	"insert-quarter", "insert-band", "diploma", "window",
}

const (
	minCode = 15 // mm, without the quiet zone
	content = "https://labels.example.org/c/7K3Q9WZ2"
)

// TestCodeSize holds that QR codes are no smaller than 15 mm at the smallest
// size on offer, within the piece, and in black ink alone.
func TestCodeSize(t *testing.T) {
	for _, id := range withCode {
		d := compose(t, smallest(t, id), withQR)
		code := codeOf(d)
		if code == nil {
			t.Errorf("%s: no QR code", id)
			continue
		}
		r := code.Path.Bounds()
		if side := r.W() * d.Unit; side < minCode {
			t.Errorf("%s: QR code of %.1f mm, want %d at least", id, side, minCode)
		}
		if quiet := r.W() / 29 * 4; !d.Page().Contains(r.Inset(-quiet), 0) {
			t.Errorf("%s: the QR code or its quiet zone leaves the piece", id)
		}
		if ink := code.Fill.Paint.(render.Color).Ink; ink == nil || ink.CMYK != [4]float64{0, 0, 0, 100} {
			t.Errorf("%s: QR code in %v", id, ink)
		}
	}
}

// TestCodesAreRead holds that zbarimg reads the QR code of each design for
// print, at its smallest size and 150 dpi or less, of an award and of a
// specimen, and finds the address of its proof.
func TestCodesAreRead(t *testing.T) {
	zbar, err := exec.LookPath("zbarimg")
	if err != nil {
		t.Skip("zbarimg is not installed")
	}
	const base = "https://labels.example.org"
	c, err := catalog.Load(catalog.Sources{Only: "tnl", Base: base})
	if err != nil {
		t.Fatal(err)
	}
	award := c.Holder("tnl", "213801517").Awards[0]
	for _, id := range withCode {
		r := smallest(t, id)
		r.Name, r.Level, r.Holder, r.Edition = "", "", award.Holder.ID, award.Edition
		for _, tt := range []struct {
			request catalog.Request
			want    string
		}{
			{r, base + "/c/" + award.Code()},
			{smallest(t, id), base + "/c/SPECIMEN"},
		} {
			o, err := c.Resolve(tt.request)
			if err != nil {
				t.Fatal(err)
			}
			d, err := render.Compose(o.Spec)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "code.pgm")
			scan(t, file, d)
			var says, fault bytes.Buffer
			cmd := exec.Command(zbar, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file)
			cmd.Stdout, cmd.Stderr = &says, &fault
			if err := cmd.Run(); err != nil || strings.TrimSpace(says.String()) != tt.want {
				t.Errorf("%s: read %q, want %q, error %v %s", tt.request, says.String(), tt.want, err, fault.String())
			}
		}
	}
}

// scan writes a drawing as a grey picture on white, of 150 dpi, or as many as 2.5
// million pixels have.
func scan(t *testing.T, file string, d *render.Drawing) {
	t.Helper()
	const most = 2.5e6
	k := min(d.Unit/25.4*150, math.Sqrt(most/(d.Width*d.Height)))
	w, h := int(d.Width*k), int(d.Height*k)
	m, err := raster.Draw(d, w, h, raster.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	fmt.Fprintf(out, "P5 %d %d 255\n", w, h)
	for i := 0; i < len(m.Pix); i += 4 {
		grey := (299*int(m.Pix[i]) + 587*int(m.Pix[i+1]) + 114*int(m.Pix[i+2])) / 1000
		a := int(m.Pix[i+3])
		out.WriteByte(byte((grey*a + 255*(255-a)) / 255))
	}
	out.Flush()
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// withQR gives a picture the QR code of an award.
func withQR(s *render.Spec) {
	s.QR = content
	s.Facts = append([]render.Fact{{Name: "qr", Value: "yes"}}, s.Facts...)
	s.Fields = append([]render.Field{{Key: "code", Text: "7K3Q-9WZ2"}, {Key: "proof-url", Text: content[len("https://"):]}}, s.Fields...)
}

// codeOf returns the QR code of a picture, which is its only shape of more than
// a hundred subpaths, or nil.
func codeOf(d *render.Drawing) (code *render.Shape) {
	var walk func(g *render.Group)
	walk = func(g *render.Group) {
		for _, n := range g.Children {
			switch n := n.(type) {
			case *render.Group:
				walk(n)
			case *render.Shape:
				closed := 0
				for _, op := range n.Path.Ops {
					if op == geom.Close {
						closed++
					}
				}
				if closed > 100 {
					code = n
				}
			}
		}
	}
	walk(d.Root)
	return code
}
