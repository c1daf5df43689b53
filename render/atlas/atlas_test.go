package atlas

import (
	"bytes"
	"errors"
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"

	"panonceau/fonts"
	"panonceau/outlines"
	"panonceau/render"
	"panonceau/render/geo"
	"panonceau/render/geom"
	"panonceau/render/svg"
	"panonceau/render/text"
)

var (
	loadFonts  = sync.OnceValues(func() (*text.Collection, error) { return text.Load(fonts.FS) })
	loadFrance = sync.OnceValues(func() (*geo.Outline, error) { return geo.ReadFrance(outlines.France) })
)

func must[T any](t testing.TB, load func() (T, error)) T {
	t.Helper()
	v, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func ink(name string, v uint8) *render.Ink {
	return &render.Ink{Name: name, RGB: render.RGB{R: v, G: v, B: v}}
}

// testMap returns a map of the places at some points, of three levels in turn.
func testMap(t testing.TB, points ...geo.Point) *Map {
	m := &Map{Lang: "fr", Label: "Bourg au coquelicot", Title: "Édition 2024", Sources: []string{"Source : essai"},
		Outline: must(t, loadFrance),
		Inks:    Inks{Paper: ink("paper", 255), Land: ink("land", 220), Line: ink("land", 220), Text: ink("text", 20)},
		Groups:  []Group{{Levels: []Level{{Name: "Une", Ink: ink("a", 60), On: ink("paper", 255)}, {Name: "Deux", Ink: ink("b", 90), On: ink("paper", 255)}, {Name: "Trois", Ink: ink("c", 120), On: ink("paper", 255)}}}}}
	for i, p := range points {
		m.Places = append(m.Places, Place{At: &p, Name: "Saint-Martin-" + strconv.Itoa(i), Level: i % 3})
	}
	return m
}

func compose(t testing.TB, m *Map) *render.Drawing {
	t.Helper()
	d, err := Compose(m, must(t, loadFonts))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// scattered returns points all over France, the same at each call.
func scattered(n int) []geo.Point {
	var points []geo.Point
	seed := uint32(7)
	next := func(lo, hi float64) float64 {
		seed = seed*1664525 + 1013904223
		return lo + (hi-lo)*float64(seed>>8)/(1<<24)
	}
	for range n {
		points = append(points, geo.Point{Lon: next(-1, 7), Lat: next(43.5, 49.5)})
	}
	return points
}

// texts returns what is written in a drawing, with its bounds.
func texts(n render.Node, all map[string]geom.Rect) map[string]geom.Rect {
	switch n := n.(type) {
	case *render.Group:
		for _, c := range n.Children {
			texts(c, all)
		}
	case *render.Text:
		all[n.String] = n.Path().Bounds()
	}
	return all
}

// TestMarksDoNotOverlap holds that every place has its mark or is counted in
// one, and that no two marks touch, however many there are.
func TestMarksDoNotOverlap(t *testing.T) {
	for _, n := range []int{1, 2, 40, 200, 1000} {
		points := scattered(n)
		points = append(points, points[0], points[0]) // one place, three times
		s := &sheet{Map: testMap(t, points...)}
		s.layViews()
		spots := spread(s.places)
		count := 0
		for i, p := range spots {
			count += len(p.places)
			for _, q := range spots[:i] {
				if d := p.at.Sub(q.at).Len(); d < p.r+q.r-tolerance {
					t.Fatalf("%d places: two marks of radius %g and %g are %.1f apart", n, p.r, q.r, d)
				}
			}
			if far := p.at.Sub(p.home).Len(); len(p.places) == 1 && far > maxShift*p.r+1 {
				t.Errorf("%d places: a mark moved by %.1f", n, far)
			}
		}
		if count != len(points) {
			t.Errorf("%d places, and marks for %d", len(points), count)
		}
		if len(spots) > maxSpots {
			t.Errorf("%d marks", len(spots))
		}
	}
}

// TestNamesDoNotOverlap holds that names stay on the page, apart from each
// other and off the marks.
func TestNamesDoNotOverlap(t *testing.T) {
	m := testMap(t, scattered(60)...)
	d := compose(t, m)
	s := &sheet{Map: m}
	s.layViews()
	spots := spread(s.places)
	var names []geom.Rect
	for what, r := range texts(d.Root, make(map[string]geom.Rect)) {
		if !strings.HasPrefix(what, "Saint-Martin-") {
			continue
		}
		if !d.Page().Contains(r, 0) {
			t.Errorf("%q runs off the page", what)
		}
		for _, o := range names {
			if !r.Intersect(o).Empty() {
				t.Errorf("%q overlaps another name", what)
			}
		}
		for _, p := range spots {
			if x, y := max(r.X0, min(p.at.X, r.X1)), max(r.Y0, min(p.at.Y, r.Y1)); p.at.Sub(geom.Pt(x, y)).Len() < p.r {
				t.Errorf("%q covers a mark", what)
			}
		}
		names = append(names, r)
	}
	if len(names) < 30 {
		t.Errorf("%d of 60 names", len(names))
	}
}

// TestOverseas holds that a place overseas is on the map of its territory, and
// that territories that are no département have a map if they need one.
func TestOverseas(t *testing.T) {
	written := texts(compose(t, testMap(t, geo.Point{Lon: 2.35, Lat: 48.85}, geo.Point{Lon: 55.6, Lat: -21.3}, geo.Point{Lon: -56.2, Lat: 46.8})).Root, make(map[string]geom.Rect))
	for _, caption := range []string{"Guadeloupe", "Martinique", "Guyane", "La Réunion", "Mayotte"} {
		if _, ok := written[caption]; !ok {
			t.Errorf("no map of %s", caption)
		}
	}
	stPierre := false
	for what := range written {
		stPierre = stPierre || strings.HasPrefix(strings.ReplaceAll(what, "\n", ""), "Saint-Pierre-et-")
		if strings.Contains(what, "Nouvelle-Calédonie") {
			t.Error("a map of a territory where nobody is")
		}
	}
	if !stPierre {
		t.Errorf("no map of Saint-Pierre-et-Miquelon: %v", written)
	}
	r, name := written["La Réunion"], written["Saint-Martin-1"]
	if math.Abs(r.Y0-name.Y0) > 80 {
		t.Errorf("the name of a place there is at %v, the map at %v", name, r)
	}
}

// TestElsewhere holds that places that are mostly not in France are drawn
// without it, and that a few that are not are told.
func TestElsewhere(t *testing.T) {
	m := testMap(t, geo.Point{Lon: -73.57, Lat: 45.5}, geo.Point{Lon: -71.2, Lat: 46.8}, geo.Point{Lon: 2.35, Lat: 48.85})
	written := texts(compose(t, m).Root, make(map[string]geom.Rect))
	if _, ok := written["Mayotte"]; ok {
		t.Error("France is drawn under places in Canada")
	}
	if len(written) == 0 {
		t.Error("nothing is written")
	}
	m = testMap(t, geo.Point{Lon: -73.57, Lat: 45.5}, geo.Point{Lon: 2, Lat: 47}, geo.Point{Lon: 2.35, Lat: 48.85})
	written = texts(compose(t, m).Root, make(map[string]geom.Rect))
	told := false
	for what := range written {
		told = told || strings.Contains(what, "Hors de la carte")
	}
	if !told {
		t.Errorf("who is off the map is not told: %v", written)
	}
	m = testMap(t)
	m.Outline = nil
	m.Places = []Place{{Name: "Nulle-Part"}}
	if compose(t, m) == nil {
		t.Error("no map without places")
	}
}

func TestSameBytes(t *testing.T) {
	draw := func() []byte {
		var b bytes.Buffer
		if err := svg.Encode(&b, compose(t, testMap(t, scattered(300)...)), svg.EncodeOptions{}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if a := draw(); !bytes.Equal(a, draw()) {
		t.Error("two maps of the same places differ")
	}
}

func TestDescribe(t *testing.T) {
	m := testMap(t, scattered(4)...)
	if got, want := m.Describe(), "4 titulaires. Trois\u00a0: Saint-Martin-2. Deux\u00a0: Saint-Martin-1. Une\u00a0: Saint-Martin-0, Saint-Martin-3."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	m = testMap(t, scattered(200)...)
	m.Lang = "en"
	if got := m.Describe(); len(got) > 100 || !strings.HasPrefix(got, "200 holders. Trois: 66") {
		t.Errorf("many: %s", got)
	}
}

// TestOverflow holds that a text that does not fit is an error, not cut.
func TestOverflow(t *testing.T) {
	m := testMap(t)
	m.Label = strings.Repeat("Anticonstitutionnellement", 8)
	if _, err := Compose(m, must(t, loadFonts)); !errors.Is(err, render.ErrOverflow) {
		t.Errorf("a label without end: %v", err)
	}
}

func BenchmarkCompose(b *testing.B) {
	m := testMap(b, scattered(300)...)
	for b.Loop() {
		compose(b, m)
	}
}
