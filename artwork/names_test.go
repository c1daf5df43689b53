package artwork_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"panonceau/render"
	"panonceau/render/text"
)

// fullNames is the environment variable that holds the folder of the public
// reference data, for TestAllNames; `make names` sets it.
const fullNames = "PANONCEAU_NAMES"

// hardNames returns the names of the sample: "name" or "name / second name".
func hardNames(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names = append(names, line)
		}
	}
	return names
}

// TestHardNames holds that the names of the sample fit every design that shows
// a holder's name, with and without a QR code and arms.
func TestHardNames(t *testing.T) {
	fits(t, hardNames(t), false)
}

// TestAllNames holds the same of every commune and every body of the reference
// data, with a QR code and arms, which leave the least room.
func TestAllNames(t *testing.T) {
	dir := os.Getenv(fullNames)
	if dir == "" {
		t.Skipf("%s is not set: run make names", fullNames)
	}
	fits(t, slices.Concat(referenceNames(t, dir), hardNames(t)), true)
}

// referenceNames reads the names of the communes and of the bodies with taxing
// powers from the package @etalab/decoupage-administratif.
func referenceNames(t *testing.T, dir string) []string {
	t.Helper()
	seen := make(map[string]bool)
	for _, file := range []string{"communes.json", "epci.json", "departements.json", "regions.json"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		var rows []struct{ Nom, Type string }
		if err := json.Unmarshal(data, &rows); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		n := 0
		for _, r := range rows {
			if file != "communes.json" || r.Type == "commune-actuelle" {
				seen[r.Nom] = true
				n++
			}
		}
		t.Logf("%s: %d", file, n)
	}
	names := slices.Sorted(maps.Keys(seen))
	t.Logf("%d different names", len(names))
	return names
}

// A fitting is how the names fit one design.
type fitting struct {
	design string
	least  float64 // least font size of a name, in mm
	name   string  // that has it
	faults []string
}

// fits composes every design that shows a holder's name with each of the names,
// and reports those that do not fit. If tell is set it says how small names
// become.
func fits(t *testing.T, names []string, tell bool) {
	t.Helper()
	designs := holderDesigns(t)
	results := make([]fitting, len(designs))
	var wait sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, id := range designs {
		specs := []*render.Spec{stripped(t, id, withQR, withArms)}
		if !tell {
			specs = append(specs, stripped(t, id))
		}
		wait.Go(func() {
			turns <- struct{}{}
			defer func() { <-turns }()
			results[i] = fit(id, specs, names)
		})
	}
	wait.Wait()
	for _, r := range results {
		for _, f := range r.faults[:min(len(r.faults), 5)] {
			t.Errorf("%s: %s", r.design, f)
		}
		if len(r.faults) > 5 {
			t.Errorf("%s: and %d more", r.design, len(r.faults)-5)
		}
		if tell {
			t.Logf("%-20s least size %6.2f mm: %s", r.design, r.least, r.name)
		}
	}
}

// fit composes one design with each of the names.
func fit(id string, specs []*render.Spec, names []string) fitting {
	out := fitting{design: id, least: 1e9}
	for _, name := range names {
		for _, s := range specs {
			d, err := render.Compose(named(s, name))
			if err != nil {
				out.faults = append(out.faults, fmt.Sprintf("%s: %v", name, err))
				continue
			}
			if size := leastSize(d); size < out.least {
				out.least, out.name = size, name
			}
		}
	}
	return out
}

// holderDesigns returns the designs that show a holder's name.
func holderDesigns(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, d := range pack(t).Designs {
		if d.Orderable() && slices.Contains(d.Styles[0].Art.TextKeys(), "holder") {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) < 20 {
		t.Fatalf("only %d designs show a holder: %v", len(ids), ids)
	}
	return ids
}

// filler stands for every text but names in a stripped spec.
const filler = "i"

// stripped returns the spec of a design at its smallest size whose texts are one
// letter each, so that setting names is what takes time.
func stripped(t *testing.T, id string, changes ...func(*render.Spec)) *render.Spec {
	t.Helper()
	s := spec(t, smallest(t, id), changes...)
	s.Fields = slices.Clone(s.Fields)
	for i := range s.Fields {
		s.Fields[i].Text, s.Fields[i].Short = filler, nil
	}
	return s
}

// named returns the spec with a name, and perhaps a second one, as the catalog
// would set them.
func named(s *render.Spec, name string) *render.Spec {
	first, second, _ := strings.Cut(name, " / ")
	out := *s
	out.Fields = slices.DeleteFunc(slices.Clone(s.Fields), func(f render.Field) bool { return f.Key == "holder" || f.Key == "holder2" })
	out.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(f render.Fact) bool { return f.Name == "holder" || f.Name == "holder2" })
	for _, f := range [2]render.Field{{Key: "holder", Text: first}, {Key: "holder2", Text: second}} {
		if f.Text == "" {
			continue
		}
		f.Text = text.Typeset("fr", f.Text)
		out.Fields = append(out.Fields, f)
		out.Facts = append(out.Facts, render.Fact{Name: f.Key, Value: f.Text})
	}
	return &out
}

// leastSize returns the least font size of the names of a picture, in mm.
func leastSize(d *render.Drawing) float64 {
	least := 1e9
	eachText(d.Root, func(n *render.Text) {
		if n.String == filler || len(n.Glyphs) == 0 {
			return
		}
		least = min(least, n.Glyphs[0].Matrix.D*unitsPerEm*d.Unit)
	})
	return least
}

// unitsPerEm is that of the fonts of the program.
const unitsPerEm = 1000

func eachText(g *render.Group, f func(*render.Text)) {
	for _, n := range g.Children {
		switch n := n.(type) {
		case *render.Group:
			eachText(n, f)
		case *render.Text:
			f(n)
		}
	}
}

// withArms gives a picture the arms of a holder, wide ones.
func withArms(s *render.Spec) {
	s.Arms = shield(300, 80)
	s.Facts = append([]render.Fact{{Name: "arms", Value: "yes"}}, s.Facts...)
}
