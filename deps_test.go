package panonceau

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed says who may import what of this module. It is a statement of policy:
// docs/architecture.md tells why. A package that is not listed fails the test.
var allowed = map[string][]string{
	"render/geom":        {},
	"fonts":              {},
	"artwork":            {},
	"render/icc":         {},
	"internal/golden":    {},
	"internal/browser":   {},
	"internal/pdffile":   {},
	"internal/preflight": {"internal/pdffile", "render/geom"},
	"internal/seal":      {},
	"attest":             {},
	"internal/header":    {},
	"render/text":        {"render/geom"},
	"render":             {"render/geom", "render/text"},
	"render/meta":        {"render"},
	"render/svg":         {"render", "render/meta", "render/geom", "render/text"},
	"render/raster":      {"render", "render/geom"},
	"render/png":         {"render", "render/meta", "render/geom", "render/raster"},
	"render/pdf":         {"render", "render/meta", "render/geom", "render/icc"},
	"render/cut":         {"render", "render/meta", "render/geom"},
	"render/dxf":         {"render", "render/geom", "render/cut"},
	"render/eps":         {"render", "render/geom", "render/cut", "render/icc"},
	"render/paper":       {"render", "render/geom", "render/text"},
	"render/proof":       {"render", "render/geom", "render/text", "render/cut", "render/paper"},
	"render/charter":     {"render", "render/geom", "render/text", "render/paper"},
	"render/mockup":      {"render", "render/geom", "render/raster", "render/cut", "render/icc"},
	"render/jpeg":        {"render", "render/meta", "render/raster", "render/png"},
	"render/tiff":        {"render", "render/meta", "render/geom", "render/raster", "render/icc"},
	"outlines":           {},
	"render/geo":         {"render/geom"},
	"render/atlas":       {"render", "render/geom", "render/geo", "render/paper", "render/text"},
	"render/rendertest":  {"render", "render/geom"},
	"prose":              {"render"},
	"catalog":            {"arms", "attest", "internal/seal", "prose", "render", "render/geom", "render/svg", "render/text", "render/proof", "render/charter", "render/atlas", "render/geo", "fonts", "artwork", "outlines"},
	"press":              {"attest", "catalog", "render", "render/svg", "render/png", "render/pdf", "render/cut", "render/dxf", "render/eps", "render/proof", "render/charter", "render/atlas", "render/raster", "render/jpeg", "render/tiff", "render/mockup"},
	"badge":              {"catalog", "render", "render/svg", "render/text"},
	"kit":                {"prose", "attest", "catalog", "press", "render", "render/charter", "render/proof"},
	"verify":             {"attest", "catalog", "press", "render/text"},
	"roster":             {"catalog"},
	"intake":             {"catalog"},
	"arms":               {"render", "render/geom", "render/svg"},
	"credential":         {"attest", "catalog"},
	"web":                {"attest", "verify", "internal/header", "catalog", "press", "roster", "render", "render/text", "badge", "render/atlas", "render/geo", "outlines"},
	"web/e2e":            {}, // tests only
	"server":             {"internal/header", "catalog", "press", "kit", "roster", "render", "web", "badge"},
}

// impure are standard packages that rendering may not use: the same request
// gives the same picture, whatever the time, the place and the environment.
var impure = []string{"os", "net", "net/http", "time", "math/rand", "math/rand/v2", "log", "log/slog"}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		pkg := strings.TrimPrefix(words[0], "panonceau/")
		if words[0] == "panonceau" || strings.HasPrefix(pkg, "cmd/") || strings.HasPrefix(pkg, "bench/") {
			continue
		}
		may, listed := allowed[pkg]
		if !listed {
			t.Errorf("package %s is not in the table of allowed imports", pkg)
		}
		for _, imp := range words[1:] {
			own, ok := strings.CutPrefix(imp, "panonceau/")
			if ok && !slices.Contains(may, own) {
				t.Errorf("%s may not import %s", pkg, own)
			}
			if strings.HasPrefix(pkg, "render") && pkg != "render/rendertest" && slices.Contains(impure, imp) {
				t.Errorf("%s is pure and may not import %s", pkg, imp)
			}
		}
	}
}
