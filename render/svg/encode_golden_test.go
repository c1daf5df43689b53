package svg

import (
	"io"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/render/rendertest"
)

// One reference for each way of writing; the other samples differ in an
// attribute.
func TestEncodeGolden(t *testing.T) {
	chosen := map[string]bool{
		"shape-both": true, "shape-curves": true, "stroke-dash-offset": true, "text-many-glyphs": true,
		"linear-matrix": true, "radial-turned": true, "radial-skewed": true, "pattern-skewed": true,
		"group-isolate": true, "clip-nested": true, "clip-and": true, "mask-and": true, "mask-region-turned": true,
		"image-source": true, "image-turned": true, "filter-merge": true, "filter-component-transfer": true, "filter-turned": true,
	}
	for _, s := range rendertest.Samples() {
		if chosen[s.Name] {
			t.Run(s.Name, func(t *testing.T) {
				golden.Text(t, "encode/"+s.Name+".svg", neutral(encoded(t, s.Drawing, EncodeOptions{})))
			})
		}
	}
	t.Run("badge", func(t *testing.T) {
		golden.Text(t, "encode/badge.svg", neutral(encoded(t, rendertest.Badge(), EncodeOptions{Inline: true})))
	})
}

// neutral replaces the prefix of identifiers, which changes with anything else.
func neutral(doc string) []byte {
	_, prefix, _ := strings.Cut(doc, `aria-labelledby="`)
	return []byte(strings.ReplaceAll(doc, prefix[:prefixLen], "ident"))
}

func BenchmarkEncode(b *testing.B) {
	b.Run("badge", func(b *testing.B) {
		d := rendertest.Badge()
		b.ReportAllocs()
		for b.Loop() {
			if err := Encode(io.Discard, d, EncodeOptions{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
