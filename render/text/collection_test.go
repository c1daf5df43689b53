package text

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"panonceau/fonts"
)

func TestLoadErrors(t *testing.T) {
	barlow, err := fs.ReadFile(fonts.FS, "Barlow-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		dir  fstest.MapFS
		says string
	}{
		{fstest.MapFS{"README.md": {}}, "no font files"},
		{fstest.MapFS{"a.ttf": {Data: []byte("GIF89a")}}, "font a.ttf: "},
		{fstest.MapFS{"a.ttf": {Data: barlow[:5000]}}, "font a.ttf: "},
		{fstest.MapFS{"a.ttf": {Data: barlow}, "b.TTF": {Data: barlow}}, "font b.TTF: there is a Barlow 400 already"},
	} {
		if _, err := Load(c.dir); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v: error %v; want one that says %q", c.dir, err, c.says)
		}
	}
}

// TestPackFonts: a pack's own directory comes beside the bundled one, and lends
// its characters.
func TestPackFonts(t *testing.T) {
	source, err := fs.ReadFile(fonts.FS, "SourceSans3-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	barlow, err := fs.ReadFile(fonts.FS, "Barlow-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load(fstest.MapFS{"barlow.ttf": {Data: barlow}}, fstest.MapFS{"own.otf": {Data: source}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Find("Barlow", 700)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Shape("№ 1", Style{}); err != nil {
		t.Error(err)
	}
}

// TestDamagedFonts: a font that was cut or scrambled may be refused or draw
// nonsense, but stops nothing.
func TestDamagedFonts(t *testing.T) {
	data, err := fs.ReadFile(fonts.FS, "Barlow-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for i := 12; i < len(data); i += len(data)/97 + 1 {
		bad := append([]byte(nil), data...)
		for j := i; j < min(i+16, len(bad)); j++ {
			bad[j] ^= 0x5a
		}
		c, err := Load(fstest.MapFS{"a.ttf": {Data: bad}})
		if err != nil {
			continue
		}
		for _, family := range c.families {
			family.faces[0].Shape("L’Haÿ-les-Roses n̈", Style{})
		}
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		query Query
		want  string
	}{
		{Query{Families: []string{"Arial", "barlow"}, Weight: 700}, "Barlow 700"},
		{Query{Families: []string{"Barlow"}, Weight: 500, Condensed: true}, "Barlow Condensed 500"},
		{Query{Families: []string{"Arial", "sans-serif"}, Weight: 400}, "Source Sans 3 400"},
		{Query{Families: []string{"Arial"}, Weight: 400}, `no font family "Arial"; there are Barlow, Barlow Condensed, Source Sans 3`},
		{Query{Families: []string{"Barlow"}, Weight: 400, Italic: true}, `no font family "Barlow" italic; there are Barlow, Barlow Condensed, Source Sans 3`},
	} {
		f, err := collection(t).Match(c.query)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = f.String()
		}
		if got != c.want {
			t.Errorf("%+v: %s; want %s", c.query, got, c.want)
		}
	}
}
