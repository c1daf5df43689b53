package text

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"panonceau/fonts"
	"panonceau/render/geom"
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

// TestWith: a pack's fonts are those of that pack only, lend their characters
// first whatever their weight, and take the place of families of their name.
func TestWith(t *testing.T) {
	base, err := Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	noto, err := fs.ReadFile(fonts.Import(), "NotoSans-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	own, err := base.With(fstest.MapFS{"noto.ttf": {Data: noto}})
	if err != nil {
		t.Fatal(err)
	}
	if base.Has('Ꙋ') || !own.Has('Ꙋ') {
		t.Errorf("Ꙋ: in the program's %v, in the pack's %v", base.Has('Ꙋ'), own.Has('Ꙋ'))
	}
	f, err := own.Find("Barlow", 400)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Shape("Ꙋ", Style{}); err != nil {
		t.Errorf("Barlow of the pack: %v", err)
	}
	// Source Sans 3 has № in the right weight; the pack's own comes first.
	if face, err := f.faceFor([]rune("№")); err != nil || face.Family != "Noto Sans" {
		t.Errorf("№ is set in %v, %v", face, err)
	}
	plain, err := base.Find("Barlow", 400)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plain.Shape("Ꙋ", Style{}); err == nil {
		t.Error("the program's fonts lend the pack's characters")
	}
	if same, err := base.With(fstest.MapFS{"a.ttf": {Data: noto}, "b.ttf": {Data: noto}}); err == nil {
		t.Errorf("one face twice: %v", same.Families())
	}
	if a, b := f.outlineOfA(t), plain.outlineOfA(t); a != b {
		t.Error("the same letters have outlines of their own in each collection")
	}
}

// outlineOfA returns the outline of a letter, which collections share.
func (f *Face) outlineOfA(t *testing.T) *geom.Path {
	t.Helper()
	l, err := f.Shape("a", Style{})
	if err != nil {
		t.Fatal(err)
	}
	return l.Glyphs[0].Outline
}
