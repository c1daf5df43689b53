package catalog

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// testPack returns the files of the test pack, to be broken.
func testPack(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := make(fstest.MapFS)
	packs := os.DirFS("../testdata/packs")
	err := fs.WalkDir(packs, "coquelicot", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(packs, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// TestPackErrors breaks the test pack in one place at a time.
func TestPackErrors(t *testing.T) {
	for _, c := range []struct{ old, new, says string }{
		{`id = "coquelicot"`, `id = "pavot"`, `coquelicot/label.toml:4:1: pack "pavot" is in the directory "coquelicot"`},
		{`id = "coquelicot"`, `id = "Coquelicot"`, `:4:1: "Coquelicot": want lower-case letters`},
		{`languages = ["fr", "en", "br"]`, `languages = []`, `:5:1: 0 languages`},
		{`languages = ["fr", "en", "br"]`, `languages = ["fr", "fr"]`, `"fr" is there twice`},
		{`license =`, `licence =`, `coquelicot/label.toml:7:1: unknown key licence`},
		{`issuer = "Coquelicot"`, `issuer = "Coquelicot`, `coquelicot/label.toml:9:`},
		{`unlit = "craie"`, `unlit = "brume"`, `:10:1: no ink is called "brume"`},
		{`text-inks = ["craie", "encre"]`, `text-inks = []`, `no ink for text`},
		{`title = "{award}"`, `titel = "{award}"`, `:13:2: the text "title" is missing`},
		{`title = "{award}"`, `title = "{award"`, `want a word in braces`},
		{`title = "{award}"`, `title = "{prize}"`, `{prize} is no text of the pack`},
		{`title = "{award}"`, `title = "{title}"`, `quote each other more than 8 deep`},
		{`where = "{url}"`, `url = "x"`, `:21:1: "url" is given by the request`},
		{`where = "{url}"`, `where = { de = "x" }`, `"de": want a text for each of the languages fr, en, br`},
		{`where = "{url}"`, `where = 3`, `want a text, or a table`},
		{`rgb = "#1A1A1A"`, `rgb = "1A1A1A"`, `want a colour as in #0A6B55`},
		{`rgb = "#1A1A1A"`, `rgb = "#FDFDFA"`, `inks "encre" and "craie" have the same colour`},
		{`cmyk = [0, 0, 0, 100]`, `cmyk = [0, 0, 100]`, `ink "encre" has 3 shares`},
		{`cmyk = [0, 0, 0, 100]`, `cmyk = [0, 0, 0, 101]`, `101 %; want 0 to 100`},
		{`cmyk = [0, 0, 0, 100]`, `cmyk = [80, 80, 80, 80]`, `320 % in all; at most 300`},
		{`id = "plate"`, `id = "credential"`, `"credential" is where the open badge of an award is`},
		{`id = "craie"`, `id = "encre"`, `"encre" is there twice`},
		{`swap = { pavot = "encre" }`, `swap = { pavot = "vert" }`, `no ink is called "vert"`},
		{"[[theme]]\nid = \"dark\"", "[[theme]]\nid = \"dim\"", `theme "dim"`},
		{`ramp = ["pavot", "pavot", "pavot"]`, `ramp = ["pavot"]`, `1 inks for the 3 steps of scale "fleurs"`},
		{`id = "deux"`, `id = "une"`, `"une" is there twice`},
		{`id = "2019-2021"`, `id = "latest"`, `"latest" means something else`},
		{"scale = \"fleurs\"\nuntil", "scale = \"flowers\"\nuntil", `no scale is called "flowers"`},
		{`date = "2022-05-01"`, `date = "2022-05-32"`, `want a date as in 2025-11-19`},
		{`id = "coquelicot"`, "id = \"coquelicot\"\nvalidity = \"3\"", `"3": want a number of years from 1 to 99, as in 3y`},
		{`id = "coquelicot"`, "id = \"coquelicot\"\nvalidity = \"100y\"", `"100y": want a number of years`},
		{`[edition.level.trois.text]`, `[edition.level.quatre.text]`, `scale "fleurs" has no level "quatre"`},
		{`noun = { fr = "Bourg {holder-of}" }`, `noun = "{level}"`, `{level}: a noun can quote {holder} and {holder-of}`},
		{`file = "flower.svg"`, `file = "tulip.svg"`, `design "flower": open tulip.svg`},
		{`file = "flower.svg"`, `file = "../flower.svg"`, `invalid`},
		{`file = "flower.svg"`, `file = "label.toml"`, `label.toml`},
		{"file = \"flower.svg\"\nfor = \"screen\"", "file = \"flower.svg\"\nfor = \"web\"", `design "flower" is for "web"; want screen, print`},
		{`file = "petal.svg"`, ``, `want either a file or styles`},
		{"id = \"petal\"", "id = \"leaf\"", `design "card" draws "petal", which is no design of the pack`},
		{`variants = ["plain", "line"]`, `variants = ["mono"]`, `no variant is called "mono"`},
		{`free = ["100x50mm", "1000x500mm"]`, `free = ["100x50mm"]`, `want the least and the greatest size`},
		{`{ id = "square", size = "300x300px" }`, `{ id = "square", size = "big" }`, `want a name, or none, and a size`},
		{`level = ["trois"]`, `level = ["quatre"]`, `no level is called "quatre"`},
		{`reason = {`, `# reason = {`, `the rule gives no reason`},
		{`rgb = "#C4161C"`, `rgb = "#C9504F"`, `a contrast of 4.`},
	} {
		fsys := testPack(t)
		label := string(fsys["coquelicot/label.toml"].Data)
		broken := strings.Replace(label, c.old, c.new, 1)
		if broken == label {
			t.Errorf("%s: not in label.toml", c.old)
			continue
		}
		fsys["coquelicot/label.toml"].Data = []byte(broken)
		_, err := readPack(fsys, "coquelicot")
		if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "coquelicot/label.toml:") {
			t.Errorf("%s → %s: %v\nwant … %s …", c.old, c.new, err, c.says)
		}
	}
}

func TestPackArtworkErrors(t *testing.T) {
	for _, c := range []struct{ svg, says string }{
		{`<svg`, "coquelicot/flower.svg"},
		{`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect data-slot="colour" width="9" height="9"/></svg>`, `slot "colour": no text is called so`},
		{`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect data-part="leaf" width="9" height="9"/></svg>`, `draws "leaf"`},
		{`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect data-ink="rose" width="9" height="9"/></svg>`, `"rose"`},
	} {
		fsys := testPack(t)
		fsys["coquelicot/flower.svg"].Data = []byte(c.svg)
		_, err := readPack(fsys, "coquelicot")
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want … %s …", c.svg, err, c.says)
		}
	}
}

func TestPackDigestCoversEveryFile(t *testing.T) {
	base, err := readPack(testPack(t), "coquelicot")
	if err != nil {
		t.Fatal(err)
	}
	for name := range testPack(t) {
		fsys := testPack(t)
		fsys[name].Data = append(fsys[name].Data, '\n')
		p, err := readPack(fsys, "coquelicot")
		if err != nil {
			t.Fatal(err)
		}
		if p.Digest == base.Digest {
			t.Errorf("a change of %s does not change the digest", name)
		}
	}
}

func TestLoadRegistryFile(t *testing.T) {
	const one = "id,name,kind,edition,level\nxaa,A,bourg,2019-2021,une\n"
	for _, c := range []struct {
		name string
		ok   bool
	}{{"coquelicot-holders.csv", true}, {"dir/results.csv", true}} {
		l, err := Load(Sources{Packs: testPack(t), Registry: []byte(one), RegistryName: c.name})
		if (err == nil) != c.ok || len(l.Holders("coquelicot")) != 1 {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	two := testPack(t)
	for name, f := range testPack(t) {
		copied := *f
		if strings.HasSuffix(name, labelName) {
			copied.Data = []byte(strings.Replace(string(f.Data), `id = "coquelicot"`, `id = "pavot"`, 1))
		}
		two[strings.Replace(name, "coquelicot", "pavot", 1)] = &copied
	}
	l, err := Load(Sources{Packs: two, Registry: []byte(one), RegistryName: "pavot-holders.csv"})
	if err != nil || len(l.Holders("pavot")) != 1 || len(l.Holders("coquelicot")) != 0 {
		t.Errorf("registry of one of two packs: %v", err)
	}
	if _, err := Load(Sources{Packs: two, Registry: []byte(one), RegistryName: "results.csv"}); err == nil {
		t.Error("a registry that belongs to no pack is read")
	}
	if _, err := Load(Sources{Packs: fstest.MapFS{}}); err == nil {
		t.Error("a catalog without a pack is loaded")
	}
}

func FuzzDecodeLabel(f *testing.F) {
	label, err := os.ReadFile("../testdata/packs/coquelicot/label.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(label)
	f.Add([]byte("id = \"a\"\nlanguages = [\"fr\"]\n[[scale]]\nid=\"s\"\n[[scale.level]]\n[[design]]\nfor=\"state\""))
	f.Add([]byte("[text]\nlabel = {fr = 1}\n[edition.level]\n"))
	fsys := testPack(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed := make(fstest.MapFS, len(fsys))
		for name, file := range fsys {
			fuzzed[name] = file
		}
		fuzzed["coquelicot/label.toml"] = &fstest.MapFile{Data: data}
		if _, err := readPack(fuzzed, "coquelicot"); err != nil && !strings.HasPrefix(err.Error(), "coquelicot/label.toml") {
			t.Fatalf("error does not say where: %v", err)
		}
	})
}
