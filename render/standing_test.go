package render_test

import (
	"strings"
	"testing"

	"panonceau/render"
)

// TestScales: data-scale turns steps, rows, inks, facts and texts to another
// scale of the award.
func TestScales(t *testing.T) {
	d := design(t, "card", page("", `
		<g data-scale="water">
			<g data-step="1"><rect width="10" height="10" fill="#008000"/></g>
			<g data-step="2"><rect x="10" width="10" height="10" fill="#008000"/></g>
			<g data-step="3"><rect x="20" width="10" height="10" fill="#008000"/></g>
			<g data-ink="level"><rect y="10" width="5" height="5" fill="#008000"/></g>
			<rect data-if="level=1 scale=water steps=2" x="5" y="10" width="5" height="5" fill="#008000"/>
			<rect data-row="dot" x="0" y="20" width="20" height="10" data-gap="0" fill="#102030"/>
			<rect data-slot="level" x="50" y="0" width="40" height="10" fill="#102030"/>
		</g>
		<rect data-slot="level" x="50" y="20" width="40" height="10" fill="#102030"/>
		<g data-scale="fire"><rect width="1" height="1" fill="#008000"/></g>`))
	dot := design(t, "dot", page("", `<rect width="100" height="40" fill="#008000"/>`))
	s := spec(t, d)
	s.Parts = []*render.Design{dot}
	s.Fields = append(s.Fields, render.Field{Key: "level", Text: "EARTH"}, render.Field{Key: "level-water", Text: "W"})
	s.Facts = append(s.Facts, render.Fact{Name: "level-water", Value: "1"})
	s.Scales = []render.Standing{{Scale: "water", Rank: 1, Steps: 2, Ramp: []*render.Ink{gold, gold}, Unlit: night, Level: mist, OnLvl: night}}
	got := strings.Join(shapes(compose(t, s)), "\n")
	for _, want := range []string{
		"gold 0 0 10 10", "night 10 0 20 10", // steps, none beyond the scale's two
		"mist 0 10 5 15",                        // ink of the level
		"green 5 10 10 15",                      // condition
		"night 0 23 10 27", "night 10 23 20 27", // row: lit in the ink of its rect, unlit in the scale's
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "20 0 30 10") || strings.Contains(got, "0 0 1 1") {
		t.Errorf("a step or a scale that the award does not know is drawn:\n%s", got)
	}
	if names := d.ScaleNames(); len(names) != 2 || names[0] != "water" || names[1] != "fire" {
		t.Errorf("scales %v", names)
	}
}
