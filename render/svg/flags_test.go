package svg_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"panonceau/render/raster"
	"panonceau/render/svg"
)

// TestFlagIcons reads every flag of the npm package flag-icons, drawings that
// hundreds of hands made and nobody here, from the directory in
// PANONCEAU_FLAGS: each is read without a remark, leaves a mark, and is the same
// picture after it was written and read again. bench/peers compares them with
// other programs.
func TestFlagIcons(t *testing.T) {
	dir := os.Getenv("PANONCEAU_FLAGS")
	if dir == "" {
		t.Skip("PANONCEAU_FLAGS names no directory of flag-icons")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil || len(files) < 200 {
		t.Fatalf("%d flags in %s, %v", len(files), dir, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		first := flag(t, name, data)
		if first == nil {
			continue
		}
		second := flag(t, name+" written", first.written)
		if second == nil {
			continue
		}
		if n := differing(first.pixels, second.pixels); n*200 > len(first.pixels)/4 {
			t.Errorf("%s: %d of %d pixels differ after writing", name, n, len(first.pixels)/4)
		}
	}
}

// faulty refers to masks and gradients that it does not have.
const faulty = "sh-ac.svg"

type drawnFlag struct {
	written []byte
	pixels  []uint8
}

func flag(t *testing.T, name string, data []byte) *drawnFlag {
	t.Helper()
	d, report, err := svg.Decode(data, svg.DecodeOptions{Name: name})
	if err != nil {
		t.Error(err)
		return nil
	}
	for _, issue := range report.Issues {
		if strings.HasPrefix(name, faulty) {
			break
		}
		t.Errorf("%s:%d: <%s>: %s", name, issue.Line, issue.Element, issue.Message)
	}
	img, err := raster.Draw(d, 160, 120, raster.Options{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return nil
	}
	opaque := 0
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] > 128 {
			opaque++
		}
	}
	if opaque < 160*120/4 {
		t.Errorf("%s: %d opaque pixels", name, opaque)
	}
	var b bytes.Buffer
	if err := svg.Encode(&b, d, svg.EncodeOptions{}); err != nil {
		t.Errorf("%s: %v", name, err)
		return nil
	}
	return &drawnFlag{b.Bytes(), img.Pix}
}

// differing counts the pixels of which a channel differs by more than 16.
func differing(a, b []uint8) int {
	n := 0
	for i := 0; i < len(a); i += 4 {
		for c := i; c < i+4; c++ {
			if d := int(a[c]) - int(b[c]); d > 16 || d < -16 {
				n++
				break
			}
		}
	}
	return n
}
