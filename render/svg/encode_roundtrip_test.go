package svg

import (
	"bytes"
	"testing"

	"panonceau/render"
	"panonceau/render/rendertest"
)

// What was read from a document of ours is written as it was read: coordinates
// have settled on the grid, and nothing is lost from one time to the next.
func TestEncodeDecodeStable(t *testing.T) {
	for _, s := range rendertest.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			first := reencoded(t, s.Drawing)
			second := reencoded(t, decoded(t, first))
			if !bytes.Equal(first, second) {
				t.Errorf("first\n%s\nsecond\n%s", first, second)
			}
		})
	}
}

// reencoded writes d, reads it and writes it again.
func reencoded(t *testing.T, d *render.Drawing) []byte {
	t.Helper()
	return []byte(encoded(t, decoded(t, []byte(encoded(t, d, EncodeOptions{}))), EncodeOptions{}))
}

func decoded(t *testing.T, doc []byte) *render.Drawing {
	t.Helper()
	d, report, err := Decode(doc, DecodeOptions{})
	if err != nil {
		t.Fatalf("%v in\n%s", err, doc)
	}
	if len(report.Issues) > 0 {
		t.Skip(report.Issues[0])
	}
	return d
}
