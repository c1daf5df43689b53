package catalog

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"panonceau/fonts"
)

// withFonts returns the test pack with a directory of fonts.
func withFonts(t *testing.T, files fstest.MapFS) fstest.MapFS {
	t.Helper()
	fsys := testPack(t)
	for name, f := range files {
		fsys["coquelicot/fonts/"+name] = f
	}
	return fsys
}

func fontFile(t *testing.T, dir fs.FS, name string) *fstest.MapFile {
	t.Helper()
	data, err := fs.ReadFile(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: data}
}

// TestPackFonts: a font of the pack lends its characters, is in its digest, and
// needs its licence.
func TestPackFonts(t *testing.T) {
	const cyrillic = "Ꙋꙋ"
	noto := fontFile(t, fonts.Import(), "NotoSans-Regular.ttf")
	load := func(files fstest.MapFS) (*Catalog, error) {
		return Load(Sources{Packs: withFonts(t, files)})
	}
	plain, err := load(nil)
	if err != nil {
		t.Fatal(err)
	}
	own, err := load(fstest.MapFS{"Noto.ttf": noto, "OFL.txt": {}, "README.md": {}})
	if err != nil {
		t.Fatal(err)
	}
	p, before := own.Packs[0], plain.Packs[0]
	if p.Digest == before.Digest || len(p.Issues) != 0 {
		t.Errorf("digest %s, issues %v", p.Digest, p.Issues)
	}
	face, err := p.fonts.Find("Noto Sans", 400)
	if err != nil || face.Family != "Noto Sans" {
		t.Fatal(err)
	}
	if _, err := before.fonts.Find("Noto Sans", 400); err == nil {
		t.Error("the fonts of one pack are in another")
	}
	if _, ok := p.covers(cyrillic); !ok {
		t.Error("the pack cannot set its letters")
	}
	bare, err := load(fstest.MapFS{"Noto.ttf": noto})
	if err != nil || len(bare.Packs[0].Issues) != 1 || !strings.Contains(bare.Packs[0].Issues[0], "coquelicot/fonts: no licence") {
		t.Errorf("without licence: %v", err)
	}
}

func TestPackFontErrors(t *testing.T) {
	many := fstest.MapFS{}
	for i := range maxPackFonts + 1 {
		many[string(rune('a'+i))+".ttf"] = &fstest.MapFile{}
	}
	for _, c := range []struct {
		files fstest.MapFS
		says  string
	}{
		{fstest.MapFS{"a.ttf": {Data: []byte("GIF89a")}}, "coquelicot/fonts: font a.ttf: "},
		{fstest.MapFS{"a.otf": {Data: make([]byte, maxPackFont+1)}}, "coquelicot: fonts/a.otf: 20971521 bytes; at most 20971520"},
		{many, "coquelicot/fonts: more than 24 fonts"},
	} {
		_, err := Load(Sources{Packs: withFonts(t, c.files)})
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%v; want … %s …", err, c.says)
		}
	}
}

// TestRegistryGlyphs: a name that no font can set is a fault of its row.
func TestRegistryGlyphs(t *testing.T) {
	_, err := Load(Sources{Packs: testPack(t), Registry: []byte("id,name,kind,edition,level\nxaa,长春,bourg,2019-2021,une\n"),
		RegistryName: "coquelicot-holders.csv"})
	if err == nil || !strings.Contains(err.Error(), `coquelicot-holders.csv:2: column "name"`) || !strings.Contains(err.Error(), "U+957F") {
		t.Errorf("%v", err)
	}
}
