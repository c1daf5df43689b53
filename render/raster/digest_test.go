package raster

import (
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"panonceau/render"
	"panonceau/render/rendertest"
)

// corpus returns the pictures whose pixels are recorded.
func corpus() []rendertest.Sample {
	all := rendertest.Samples()
	for i := range all {
		all[i].Name = "sample-" + all[i].Name
	}
	return append(all,
		rendertest.Sample{Name: "badge", Drawing: rendertest.Badge()},
		rendertest.Sample{Name: "logo", Drawing: logo()})
}

// sizes returns the sizes at which a picture is recorded: odd ones, and for
// the logo one that takes two bands.
func sizes(name string, d *render.Drawing) [][2]int {
	all := [][2]int{{int(d.Width), int(d.Height)}, {int(d.Width*1.7) + 1, int(d.Height * 1.3)}}
	if name == "logo" {
		all = append(all, [2]int{1100, 1000})
	}
	return all
}

// TestDigests holds the pixels of the corpus, whose checksums must be the same
// on every machine (docs/notes/determinism.md). UPDATE=1 go test records them
// anew; say in the changelog what has changed in the pictures, and look at it.
func TestDigests(t *testing.T) {
	t.Run("area", func(t *testing.T) { testDigests(t, filepath.Join("testdata", "digests.txt"), ExactArea) })
	t.Run("sampled", func(t *testing.T) { testDigests(t, filepath.Join("testdata", "digests-sampled.txt"), FourByFour) })
}

func testDigests(t *testing.T, file string, sampling Sampling) {
	var b strings.Builder
	for _, s := range corpus() {
		for _, size := range sizes(s.Name, s.Drawing) {
			img, err := Draw(s.Drawing, size[0], size[1], Options{Sampling: sampling})
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %d×%d %08x\n", s.Name, size[0], size[1], crc32.ChecksumIEEE(img.Pix))
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(b.String(), "\n"), strings.Split(string(data), "\n")
	for i := range max(len(got), len(want)) {
		line := func(all []string) string {
			if i < len(all) {
				return all[i]
			}
			return "nothing"
		}
		if line(got) != line(want) {
			t.Errorf("%s on %s/%s, want %s", line(got), runtime.GOOS, runtime.GOARCH, line(want))
		}
	}
}
