package artwork

import (
	"encoding/xml"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// An element is one of an SVG file.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e *element) has(name string) bool {
	return slices.ContainsFunc(e.Attrs, func(a xml.Attr) bool { return a.Name.Local == name })
}

// each calls f for e and everything below it.
func (e *element) each(f func(*element)) {
	f(e)
	for i := range e.Children {
		e.Children[i].each(f)
	}
}

func read(t *testing.T, name string) *element {
	t.Helper()
	data, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	root := new(element)
	if err := xml.Unmarshal(data, root); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return root
}

// TestDrawings holds what every drawing of the pack has in common: it says that
// it is not official, and it has nothing but fills, so that it cuts and
// engraves.
func TestDrawings(t *testing.T) {
	names, err := fs.Glob(FS, "tnl/*.svg")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d drawings, error %v", len(names), err)
	}
	for _, name := range names {
		notice := false
		read(t, name).each(func(e *element) {
			notice = notice || e.XMLName.Local == "desc" && strings.Contains(e.Text, "non officiel")
			for _, banned := range []string{"stroke", "style", "class", "filter"} {
				if e.attr(banned) != "" {
					t.Errorf("%s: <%s> has %s", name, e.XMLName.Local, banned)
				}
			}
			if href := e.attr("href"); href != "" && href[0] != '#' {
				t.Errorf("%s: <%s> refers to another file: %s", name, e.XMLName.Local, href)
			}
		})
		if !notice {
			t.Errorf("%s: the description does not say: non officiel", name)
		}
	}
}

// ringPath matches a ring: outer edge, end, inner edge.
var ringPath = regexp.MustCompile(
	`^M([\d.]+) ([\d.]+)A([\d.]+) [\d.]+ 0 1 1 [\d.]+ ([\d.]+)H([\d.]+)A([\d.]+) [\d.]+ 0 1 0 [\d.]+ [\d.]+Z$`)

// TestMark holds the geometry of the mark: rings of one width, one gap, a core,
// and a road with straight edges that ends every ring.
func TestMark(t *testing.T) {
	const middle, gap, road = 50, 2.3, 5.2
	cores := map[string]float64{"steps=5": 9, "steps=4": 10.5}
	root := read(t, "tnl/mark.svg")
	scales := 0
	for i := range root.Children {
		g := &root.Children[i]
		core, ok := cores[g.attr("data-if")]
		if !ok {
			continue
		}
		scales++
		n := float64(len(g.Children))
		width := (middle - core - (n-1)*gap) / n
		outer := float64(middle)
		for j := range g.Children {
			d := g.Children[j].Children[0].attr("d")
			m := ringPath.FindStringSubmatch(d)
			if m == nil {
				t.Fatalf("%s, ring %d: path %q", g.attr("data-if"), j+1, d)
			}
			var v [6]float64
			for k := range v {
				v[k], _ = strconv.ParseFloat(m[k+1], 64)
			}
			start := func(r float64) float64 { return middle - math.Sqrt(r*r-road*road) }
			want := [6]float64{start(outer), middle - road, outer, middle + road, start(outer - width), outer - width}
			for k := range v {
				if math.Abs(v[k]-want[k]) > 0.0006 {
					t.Errorf("%s, ring %d: number %d is %g, want %.3f", g.attr("data-if"), j+1, k+1, v[k], want[k])
				}
			}
			outer -= width + gap
		}
	}
	if scales != len(cores) {
		t.Errorf("rings for %d scales, want %d", scales, len(cores))
	}
}

// holePath matches a circle: its top, and the two halves.
var holePath = regexp.MustCompile(`^M([\d.]+) ([\d.]+)A([\d.]+) [\d.]+ 0 1 1 [\d.]+ ([\d.]+)A[\d.]+ [\d.]+ 0 1 1 [\d.]+ [\d.]+Z$`)

// TestHoles holds what the engraver is told: four holes of 6 mm, 15 mm from
// the edges of the plaque.
func TestHoles(t *testing.T) {
	holes := 0
	read(t, "tnl/plaque.svg").each(func(e *element) {
		if e.attr("data-layer") != "drill" {
			return
		}
		for i := range e.Children {
			d := e.Children[i].attr("d")
			m := holePath.FindStringSubmatch(d)
			if m == nil {
				t.Fatalf("hole %q is no circle", d)
			}
			var v [4]float64
			for k := range v {
				v[k], _ = strconv.ParseFloat(m[k+1], 64)
			}
			x, y, r, bottom := v[0], v[1]+v[2], v[2], v[3]
			if r != 3 || bottom != y+r || min(x, 300-x) != 15 || min(y, 200-y) != 15 {
				t.Errorf("hole of radius %g at %g, %g", r, x, y)
			}
			holes++
		}
	})
	if holes != 4 {
		t.Errorf("%d holes, want 4", holes)
	}
}

// TestQR holds that QR codes are square, in black, on a white ground of their
// own; that of an engraved plaque is on the material.
func TestQR(t *testing.T) {
	names, _ := fs.Glob(FS, "tnl/*.svg")
	codes := 0
	for _, name := range names {
		read(t, name).each(func(e *element) {
			for i := range e.Children {
				code := &e.Children[i]
				if !code.has("data-qr") {
					continue
				}
				codes++
				if code.attr("height") != code.attr("width") || code.attr("fill") != "#000000" {
					t.Errorf("%s: QR code of %s × %s in %s", name, code.attr("width"), code.attr("height"), code.attr("fill"))
				}
				if name != "tnl/plaque.svg" && (i == 0 || e.Children[i-1].attr("fill") != "#FFFFFF") {
					t.Errorf("%s: QR code without a white ground of its own", name)
				}
				if e.attr("data-if") != "qr" {
					t.Errorf("%s: what surrounds the QR code is there without it", name)
				}
			}
		})
	}
	if codes == 0 {
		t.Error("no QR code in any drawing")
	}
}

// TestSafeArea holds that all that matters on pictures for networks is where
// they show it, whatever they crop or cover.
func TestSafeArea(t *testing.T) {
	for _, tt := range []struct {
		file           string
		x0, y0, x1, y1 float64
	}{
		{"tnl/social.svg", 285, 0, 915, 630},            // the middle square
		{"tnl/social-square.svg", 60, 60, 1020, 1020},   // grids of profiles
		{"tnl/social-portrait.svg", 0, 135, 1080, 1215}, // the middle square
		{"tnl/story.svg", 60, 250, 1020, 1580},          // between the names and the buttons
		{"tnl/cover-x.svg", 400, 60, 1500, 440},         // right of the profile picture
		{"tnl/cover-linkedin.svg", 250, 0, 1128, 191},   // the same
		{"tnl/slide.svg", 96, 54, 1824, 1026},           // 5 % that televisions cut
	} {
		boxes := 0
		read(t, tt.file).each(func(e *element) {
			if !slices.ContainsFunc([]string{"data-slot", "data-part", "data-row", "data-arms", "data-qr"}, e.has) {
				return
			}
			boxes++
			var v [4]float64
			for i, name := range []string{"x", "y", "width", "height"} {
				v[i], _ = strconv.ParseFloat(e.attr(name), 64)
			}
			if v[0] < tt.x0 || v[1] < tt.y0 || v[0]+v[2] > tt.x1 || v[1]+v[3] > tt.y1 {
				t.Errorf("%s: box %v leaves the safe area", tt.file, v)
			}
		})
		if boxes < 5 {
			t.Errorf("%s: only %d boxes", tt.file, boxes)
		}
	}
}
