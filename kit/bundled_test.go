//go:build !race

package kit_test

import (
	"strings"
	"testing"

	"panonceau/kit"
)

// TestBundledKit looks into a kit of the bundled pack. Two hundred files take
// the race detector half a minute, and have nothing to tell it that the other
// pack has not.
func TestBundledKit(t *testing.T) {
	c, o := load(t, "", "/tnl/holders/213801517/2025.zip")
	names, files := read(t, write(t, c, o, kit.Options{}))
	checkDesigns(t, o.Label, names)
	checkFiles(t, files)
	page := string(files["index.html"])
	if !strings.Contains(page, "Label Territoire Numérique Libre 2025, niveau Or – Ville d’Échirolles") {
		t.Error("index.html does not say whose kit it is")
	}
	if strings.Contains(page, "Not in this kit") {
		t.Error("something cannot be drawn")
	}
}
