package press_test

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/catalog"
)

// sums holds a line "crc32 address" for each picture of the corpus: of the
// bytes of an SVG, of the decoded pixels of a PNG.
const sums = "testdata/sums.txt"

// corpus returns the addresses that TestDigests draws: every design of every
// pack at a low and at the highest level of each scale, and the names that are
// hard to fit.
func corpus(c *catalog.Catalog) []string {
	var urls []string
	for _, p := range c.Packs {
		for _, s := range p.Scales {
			for _, e := range p.Editions {
				if e.Scale != s {
					continue
				}
				for _, d := range p.Designs {
					if !d.Orderable() {
						continue
					}
					for _, l := range []*catalog.Level{s.Levels[1], s.Levels[len(s.Levels)-1]} {
						urls = append(urls, fmt.Sprintf("/%s/%s/%s/%s.svg", p.ID, e.ID, l.ID, d.ID))
					}
				}
				break
			}
		}
	}
	names := []string{
		"Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Y", "L'Haÿ-les-Roses", "Œuilly",
		"Plouguerneau / Plougerne", "CC des Monts de Lacaune et de la Montagne du Haut Languedoc",
	}
	for _, design := range []string{"badge", "logo", "sign", "sign-landscape", "social"} {
		for _, name := range names {
			r := catalog.Request{Label: "tnl", Edition: "2020", Level: "3", Design: design, Ext: "svg", Name: name}
			urls = append(urls, r.String())
		}
	}
	return append(urls,
		"/tnl/2020/3/logo.png", "/tnl/2025/or/logo.png?width=512", "/tnl/2020/5/badge.png?scale=2",
		"/tnl/holders/213801517/2021/social.png?width=600", "/tnl/2020/3/logo.svg?theme=auto",
		"/tnl/2020/2/mark.svg?variant=mono", "/tnl/2024/9/logo.svg",
		"/tnl/2025/map.svg", "/tnl/latest/map.png", "/tnl/2021/map.svg?theme=auto&lang=en", "/coquelicot/2022-2024/map.svg",
	)
}

// TestDigests holds that pictures are the same on every machine, from address to
// bytes: bench/crossarch.sh runs it for other processors. When pictures change
// on purpose, look at them, then run UPDATE=1 go test ./press -run Digests.
func TestDigests(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, url := range corpus(c) {
		fmt.Fprintf(&got, "%08x %s\n", digest(t, c, url), url)
	}
	if os.Getenv("UPDATE") == "1" && os.Getenv("CI") == "" {
		if err := os.MkdirAll(filepath.Dir(sums), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(sums, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		t.Fatalf("%s rewritten: look at the pictures", sums)
	}
	want, err := os.ReadFile(sums)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(before) || before[i] != line {
			t.Errorf("line %d: got %q", i+1, line)
		}
	}
}

func digest(t *testing.T, c *catalog.Catalog, url string) uint32 {
	t.Helper()
	b := draw(t, c, url)
	if !bytes.HasPrefix(b, []byte("\x89PNG")) {
		return crc32.ChecksumIEEE(b)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	sum := crc32.NewIEEE()
	r0 := img.Bounds()
	for y := r0.Min.Y; y < r0.Max.Y; y++ {
		for x := r0.Min.X; x < r0.Max.X; x++ {
			r, g, b, a := img.At(x, y).RGBA()
			sum.Write([]byte{byte(r >> 8), byte(g >> 8), byte(b >> 8), byte(a >> 8)})
		}
	}
	return sum.Sum32()
}
