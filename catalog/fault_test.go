package catalog

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// selfSaid are faults that need no advice: they are made of other messages.
var selfSaid = []string{"%v", "%s", "%w", "in %s: %v", "design %q: %v", "%s: %v", "text %q: %v", "%d: %s", "{?%s}: %v"}

// TestEveryFaultHasAdvice reads the messages of faults out of the source: each
// says what is wanted, or has an advice.
func TestEveryFaultHasAdvice(t *testing.T) {
	n := 0
	for _, pattern := range []string{"*.go", "../render/directive.go", "../render/design.go", "../render/svg/*.go", "../prose/template.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			for _, message := range faultMessages(t, file) {
				n++
				if !contains(selfSaid, message) && !strings.Contains(message, "want ") && !hasAdvice(message) {
					t.Errorf("%s: %q does not say what to do; add to advices, in advice.go", file, message)
				}
			}
		}
	}
	if n < 120 {
		t.Errorf("only %d messages were found", n)
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// hasAdvice reports whether what a message always says has an advice, be it
// that it is enough.
func hasAdvice(message string) bool {
	for _, a := range advices {
		if strings.Contains(message, a.says) || strings.Contains(strings.ReplaceAll(message, "%q", `"state"`), a.says) {
			return true
		}
	}
	return unknownAttribute.MatchString("data-x: " + message)
}

// faultMessages returns the formats that a file gives to functions that tell
// faults.
func faultMessages(t *testing.T, file string) []string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		fun, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || fun.Sel.Name != "fail" && !(fun.Sel.Name == "add" && strings.Contains(file, "render/svg")) {
			return true
		}
		arg := call.Args[min(1, len(call.Args)-1)]
		if strings.Contains(file, "prose") {
			arg = call.Args[0]
		}
		if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, s)
		}
		return true
	})
	return all
}

func TestFaults(t *testing.T) {
	err := errors.Join(
		errors.New(`my/label.toml:12:3: no ink is called "bleue"`),
		errors.New(`my/label.toml:4:1: unknown key design.themse`),
		errors.New(`my/logo.svg:7: <rect> data-algin: unknown; the known ones are data-if`),
		errors.New(`my/label.toml:5:1: "X": want lower-case letters`),
		errors.New(`tnl-holders.csv:9: "x" is no kind of tnl`))
	want := []Fault{
		{"my/label.toml:12:3", `no ink is called "bleue"`, "add an [[ink]] with this id, or name another one"},
		{"my/label.toml:4:1", "unknown key design.themse", "did you mean themes? docs/packs.md lists the keys"},
		{"my/logo.svg:7", "<rect> data-algin: unknown; the known ones are data-if", "did you mean data-align? docs/slots.md lists the attributes"},
		{"my/label.toml:5:1", `"X": want lower-case letters`, ""},
		{"tnl-holders.csv:9", `"x" is no kind of tnl`, "write a kind of label.toml, or add one"},
	}
	got := Faults(err)
	if len(got) != len(want) {
		t.Fatalf("%d faults: %v", len(got), got)
	}
	for i, f := range got {
		if f != want[i] {
			t.Errorf("%+v; want %+v", f, want[i])
		}
	}
}

// TestArtworkFaultsHaveTheirLine holds that faults of artwork are told at their
// place in the drawing.
func TestArtworkFaultsHaveTheirLine(t *testing.T) {
	const head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n"
	for svg, says := range map[string]string{
		head + "\n<rect data-slto=\"label\" width=\"9\" height=\"9\"/></svg>":                                                                         `coquelicot/flower.svg:3: <rect> data-slto: unknown`,
		head + "<circle data-slot=\"label\" r=\"9\"/></svg>":                                                                                          `coquelicot/flower.svg:2: <circle> data-slot: a slot is a plain <rect>`,
		head + "<rect data-ink=\"rose\" width=\"9\" height=\"9\"/></svg>":                                                                             `coquelicot/flower.svg:2: "rose" is no ink of the pack`,
		head + "<g><rect data-step=\"x\" width=\"9\" height=\"9\"/></g>\n<rect data-lines=\"0\" data-slot=\"label\" width=\"9\" height=\"9\"/></svg>": `coquelicot/flower.svg:3: <rect> data-lines`,
		head + "<rect width=\"9\"></svg>":                                                                                                             `coquelicot/flower.svg:2`,
	} {
		fsys := testPack(t)
		fsys["coquelicot/flower.svg"].Data = []byte(svg)
		_, err := readPack(fsys, "coquelicot")
		found := false
		for _, f := range Faults(err) {
			found = found || strings.HasPrefix(f.String(), says)
		}
		if !found {
			t.Errorf("%s\nwant %s", err, says)
		}
	}
	if !regexp.MustCompile(`→ did you mean data-slot\?`).MatchString(FaultOf("a.svg:1: <rect> data-slto: unknown; x").String()) {
		t.Error("no advice for a misspelt attribute")
	}
}

// TestTextFaults holds that check finds texts that some award cannot have.
func TestTextFaults(t *testing.T) {
	for _, c := range []*Catalog{testPacks(t), bundled(t)} {
		for _, p := range c.Packs {
			for _, f := range c.TextFaults(p) {
				t.Error(f)
			}
		}
	}
	for text, says := range map[string]string{
		"a\n{date}":                 "coquelicot/text/note.en.md:2: {date}: there is no value; put it between {?…} and {/} (edition 2019-2021, level une, kind bourg)",
		strings.Repeat("word ", 41): "coquelicot/text/note.en.md: 41 words; at most 40 (edition 2019-2021, level une, kind bourg)\n  → shorten it",
	} {
		fsys := testPack(t)
		fsys["coquelicot/text/note.en.md"].Data = []byte(text)
		c, err := Load(Sources{Packs: fsys, Only: "coquelicot"})
		if err != nil {
			t.Fatal(err)
		}
		faults := c.TextFaults(c.Packs[0])
		if len(faults) != 1 || !strings.HasPrefix(faults[0].String(), says) {
			t.Errorf("%v; want %s", faults, says)
		}
	}
}
