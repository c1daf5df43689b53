package catalog

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"panonceau/render"
)

// armed returns the bundled packs with the registry and the arms of bodies that
// do not exist.
func armed(t testing.TB, beside fs.FS) (*Catalog, error) {
	t.Helper()
	rows, err := os.ReadFile("../testdata/arms/tnl-holders.csv")
	if err != nil {
		t.Fatal(err)
	}
	return Load(Sources{Registry: rows, RegistryName: "tnl-holders.csv", Arms: beside})
}

func armedAtRest(t testing.TB) *Catalog {
	t.Helper()
	c, err := armed(t, os.DirFS("../testdata/arms"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestArms(t *testing.T) {
	c := armedAtRest(t)
	for _, test := range []struct {
		address     string
		fact, shown bool
	}{
		{"/tnl/holders/xecu/2025/sign.svg", true, true},
		{"/tnl/holders/xecu/2021/sign.svg", true, true},
		{"/tnl/holders/xbandeau/2025/poster.pdf", true, true},
		{"/tnl/holders/xecu/2025/badge.svg", true, false}, // has no place for them
		{"/tnl/holders/xecu/2025/sign.svg?hide=holder", false, false},
		{"/tnl/holders/xsans/2025/sign.svg", false, false},
		{"/tnl/2025/or/sign.svg", false, false},
		{"/tnl/2025/or/sign.svg?name=Bourg", false, false},
	} {
		o := order(t, c, test.address)
		fact := ""
		for _, f := range o.Spec.Facts {
			if f.Name == "arms" {
				fact = f.Value
			}
		}
		if (fact != "") != test.fact || (o.Spec.Arms != nil) != test.shown {
			t.Errorf("%s: fact %q, arms %v", test.address, fact, o.Spec.Arms != nil)
		}
		if got := o.Twin(TwinOptions{}).Arms; got != test.shown {
			t.Errorf("%s: the description says arms: %v", test.address, got)
		}
		if _, err := render.Compose(o.Spec); err != nil {
			t.Errorf("%s: %v", test.address, err)
		}
	}
	a := order(t, c, "/tnl/holders/xecu/2025/sign.svg").Spec.Arms
	if b := order(t, c, "/tnl/holders/xecu/2025/poster.svg").Spec.Arms; a != b {
		t.Error("the arms were decoded again")
	}
}

// TestArmsChangeKeys: a picture with other arms is another picture.
func TestArmsChangeKeys(t *testing.T) {
	const shield = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#RGB"/></svg>`
	key := func(colour string) string {
		beside := fstest.MapFS{"tnl-arms/xecu.svg": {Data: []byte(strings.Replace(shield, "RGB", colour, 1))}}
		if colour == "" {
			beside = nil
		}
		c, err := armed(t, beside)
		if err != nil {
			t.Fatal(err)
		}
		return order(t, c, "/tnl/holders/xecu/2025/sign.svg").Key
	}
	if red, blue, none := key("f00"), key("00f"), key(""); red == blue || red == none {
		t.Errorf("keys %s, %s, %s without arms", red, blue, none)
	}
}

func TestArmsFaults(t *testing.T) {
	good := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`)
	text := bytes.Replace(good, []byte("<path"), []byte("\n<text>A</text><path"), 1)
	c, err := armed(t, fstest.MapFS{
		"tnl-arms/xecu.svg": {Data: good}, "tnl-arms/xnobody.svg": {Data: good},
		"tnl-arms/README.md": {}, "tnl-arms/.hidden": {},
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := c.Doubts("tnl"); len(d) != 1 || d[0] != "tnl-arms/xnobody.svg: no holder has this identifier" {
		t.Errorf("doubts %q", d)
	}
	_, err = armed(t, fstest.MapFS{
		"tnl-arms/xecu.svg": {Data: text}, "tnl-arms/xecu.png": {Data: good}, "tnl-arms/xsans.gif": {Data: good},
		"tnl-arms/Ecu.svg": {Data: good}, "tnl-arms/xbandeau.svg": {Mode: fs.ModeDir},
		"tnl-arms/xnobody.svg": {Data: []byte("nonsense")},
	})
	if err == nil {
		t.Fatal("faulty arms are accepted")
	}
	for _, want := range []string{
		"tnl-arms/xecu.svg: xecu.png has the arms of this holder already",
		"tnl-arms/xecu.png: png: ",
		`tnl-arms/"xsans.gif": want the identifier of a holder, then .svg or .png`,
		`tnl-arms/"Ecu.svg": want the identifier`,
		"tnl-arms/xbandeau.svg: not a file",
		"tnl-arms/xnobody.svg: no svg element",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in:\n%v", want, err)
		}
	}
}

// TestArmsChangeOnDisk: what was not checked is not shown.
func TestArmsChangeOnDisk(t *testing.T) {
	shield := func(colour string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="` + colour + `"/></svg>`)}
	}
	beside := fstest.MapFS{"tnl-arms/xecu.svg": shield("red")}
	c, err := armed(t, beside)
	if err != nil {
		t.Fatal(err)
	}
	beside["tnl-arms/xecu.svg"] = shield("blue")
	r, err := ParseRequest("/tnl/holders/xecu/2025/sign.svg")
	if err != nil {
		t.Fatal(err)
	}
	if _, err = c.Resolve(r); err == nil || !strings.Contains(err.Error(), "tnl-arms/xecu.svg: changed since it was checked") {
		t.Errorf("error %v", err)
	}
}
