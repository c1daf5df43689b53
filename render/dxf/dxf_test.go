package dxf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render"
	"panonceau/render/geom"
)

// plaque is 300 × 200 mm with rounded corners, four holes and a drop to
// engrave.
func plaque() *render.Drawing {
	contour := new(geom.Path)
	contour.RoundRect(geom.RectWH(0, 0, 300, 200), 10, 10)
	holes := new(geom.Path)
	for _, c := range []geom.Point{{X: 12, Y: 12}, {X: 288, Y: 12}, {X: 12, Y: 188}, {X: 288, Y: 188}} {
		holes.Ellipse(c, 2.5, 2.5)
	}
	drop := new(geom.Path)
	drop.MoveTo(geom.Pt(150, 50))
	drop.CubeTo(geom.Pt(150, 90), geom.Pt(180, 100), geom.Pt(180, 130))
	drop.QuadTo(geom.Pt(180, 150), geom.Pt(150, 150))
	drop.LineTo(geom.Pt(120, 130))
	drop.Close()
	ink := &render.Fill{Paint: render.Color{}, Opacity: 1}
	on := func(l render.Layer, p *geom.Path) *render.Group {
		g := render.NewGroup(&render.Shape{Path: p, Fill: ink})
		g.Layer = l
		return g
	}
	return &render.Drawing{
		Width: 300, Height: 200, Unit: 1, Title: "Plaque",
		Root: render.NewGroup(
			&render.Shape{Path: geom.RectWH(0, 0, 300, 200).Path(), Fill: ink}, // printed: no machine follows it
			on(render.LayerEngrave, drop), on(render.LayerCut, contour), on(render.LayerDrill, holes),
		),
	}
}

func encode(t testing.TB, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, plaque(), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var versions = []struct {
	name string
	v    Version
}{{"r12", R12}, {"r2000", R2000}}

func TestGolden(t *testing.T) {
	for _, v := range versions {
		golden.Text(t, "plaque-"+v.name+".dxf", encode(t, Options{Version: v.v}))
	}
}

// An independent reader finds nothing to complain about, and reads what was
// meant.
func TestEzdxf(t *testing.T) {
	python := ""
	for _, p := range []string{"python3", "/usr/bin/python3"} { // Debian's, if another comes first
		if exec.Command(p, "-c", "import ezdxf").Run() == nil {
			python = p
		}
	}
	if python == "" {
		t.Skip("python3-ezdxf is not installed")
	}
	const script = `
import sys
from ezdxf import recover
doc, aud = recover.readfile(sys.argv[1])
print(len(aud.errors), "errors", len(aud.fixes), "fixes", "unit", doc.header.get("$INSUNITS"))
for e in doc.modelspace():
    n = e.dxftype()
    if n == "CIRCLE": print(e.dxf.layer, n, e.dxf.center.x, e.dxf.center.y, e.dxf.radius)
    else: print(e.dxf.layer, n.replace("LW", ""), "closed" if getattr(e, "is_closed", getattr(e, "closed", 0)) else "open", len(e))
`
	const want = `0 errors 0 fixes unit 4
CUT POLYLINE closed 8
DRILL CIRCLE 12.0 188.0 2.5
DRILL CIRCLE 288.0 188.0 2.5
DRILL CIRCLE 12.0 12.0 2.5
DRILL CIRCLE 288.0 12.0 2.5
ENGRAVE POLYLINE closed 19
`
	for _, v := range versions {
		path := filepath.Join(t.TempDir(), v.name+".dxf")
		if err := os.WriteFile(path, encode(t, Options{Version: v.v}), 0o666); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(python, "-c", script, path).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if string(out) != want {
			t.Errorf("%s:\n%swant:\n%s", v.name, out, want)
		}
	}
}

// Every line of the file is a pair, and no number is written with an exponent.
func TestPairs(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(string(encode(t, Options{})), "\n"), "\n")
	if len(lines)%2 != 0 {
		t.Errorf("%d lines", len(lines))
	}
	for i := 1; i < len(lines); i += 2 {
		if strings.Contains(lines[i], "e-") {
			t.Errorf("line %d: %s", i+1, lines[i])
		}
	}
}
