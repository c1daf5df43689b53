package catalog

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"panonceau/prose"
	"panonceau/render"
)

const (
	guideFile  = "../docs/packs.md"
	schemaFile = "../docs/label.schema.json"
	guideMark  = "## Reference: keys of label.toml\n"
)

// TestGuide holds that the reference of the guide for authors of packs, and the
// schema, are what the program does.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile(guideFile)
	if err != nil {
		t.Fatal(err)
	}
	tutorial, _, found := strings.Cut(string(guide), guideMark)
	if !found {
		t.Fatalf("%s has no %q", guideFile, guideMark)
	}
	upToDate(t, guideFile, tutorial+reference())
	upToDate(t, schemaFile, string(LabelSchema()))
}

// upToDate compares a file with what it ought to be.
func upToDate(t *testing.T, name, want string) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err == nil && string(got) == want {
		return
	}
	if os.Getenv("UPDATE") == "1" && os.Getenv("CI") == "" {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s is out of date; UPDATE=1 go test ./catalog -run TestGuide writes it", name)
}

// reference writes the part of the guide that is generated.
func reference() string {
	var b strings.Builder
	b.WriteString(guideMark)
	b.WriteString("\nKeys with a star are needed. A *text* is a string for all languages, or a table\nwith one for each.\n")
	b.WriteString("\n### The label\n\n" + keysHead)
	for _, k := range LabelKeys() {
		star := ""
		if k.Need {
			star = "\\*"
		}
		if title := sectionTitle(&k); title != "" {
			fmt.Fprintf(&b, "\n### %s%s\n\n%s.\n\n%s", title, star, sentenceOf(k.En), keysHead)
			continue
		}
		what := k.En
		if k.Words != nil {
			what += "; one of `" + strings.Join(k.Words, "`, `") + "`"
		}
		name := k.Path[strings.LastIndexByte(k.Path, '.')+1:]
		fmt.Fprintf(&b, "| `%s`%s | %s | %s |\n", name, star, k.TypeName(), strings.ReplaceAll(what, "|", "\\|"))
	}
	b.WriteString("\n## Reference: attributes of artwork\n\n[slots.md](slots.md) says more of each.\n\n| attribute | on | | without it |\n|---|---|---|---|\n")
	for _, a := range render.Attributes() {
		def := a.Default
		if def == "" {
			def = "–"
		}
		fmt.Fprintf(&b, "| `data-%s` | %s | %s | %s |\n", a.Name, a.On, a.En, def)
	}
	b.WriteString("\n## Reference: words and facts\n\nWords that every text and slot can quote, beside the texts of the label:\n\n| word | |\n|---|---|\n")
	for _, k := range textKeys {
		fmt.Fprintf(&b, "| `{%s}` | %s |\n", k.Name, k.En)
	}
	b.WriteString(guideOptional)
	b.WriteString("\nWords of texts that go with an award:\n\n| word | |\n|---|---|\n")
	for _, k := range documentKeys {
		fmt.Fprintf(&b, "| `{%s}` | %s |\n", k.Name, k.En)
	}
	b.WriteString("\nFacts of their conditions; those of artwork are in [slots.md](slots.md):\n\n| fact | |\n|---|---|\n")
	for _, k := range documentFacts {
		fmt.Fprintf(&b, "| `%s` | %s |\n", k.Name, k.En)
	}
	b.WriteString("\nNetworks, and what a post may hold:\n\n| network | characters, as it counts |\n|---|---|\n")
	for _, n := range prose.Networks() {
		fmt.Fprintf(&b, "| `%s` | %d |\n", n.ID, n.Most)
	}
	return b.String()
}

// guideOptional tells of words whose names depend on the label, and of texts that
// a label may have.
const guideOptional = "\nWhere the second name of a holder is in a language of the label, `{holder-LANGUAGE}`\nis that name: " +
	"`{holder-oc}`. Where the label counts on several scales side by side,\n" +
	"`{level-SCALE}`, `{level-name-SCALE}`, `{rank-SCALE}`, `{steps-SCALE}` and\n" +
	"`{scale-name-SCALE}` are those of the award on each of them. A text that quotes what is\n" +
	"absent is absent too, and its next form, after `|`, takes its place:\n" +
	"`both = \"{level-vagues} et {level-gouttes} | {level}\"`.\n" +
	"\nTexts that the program looks for, besides those every label has:\n\n| text | |\n|---|---|\n" +
	"| `title-holder`, `title-specimen` | titles of pictures with a holder, and of specimens |\n" +
	"| `specimen` | the word across a specimen |\n" +
	"| `desc` | what a level means |\n" +
	"| `mentions-count` | what takes the place of the mentions where their names do not fit: `{mention-count} mentions spéciales` |\n" +
	"| `state-CODE` | the words for a state, as in `Panonceau-State`: `state-expired`; ours are French and English |\n" +
	"| `state-until`, `state-since` | what comes before the date of a state |\n"

const keysHead = "| key | value | |\n|---|---|---|\n"

// sectionTitle returns the heading of a table, or "" for other keys.
func sectionTitle(k *LabelKey) string {
	switch k.TypeName() {
	case "table":
		return "`[" + k.Path + "]`"
	case "list of tables":
		return "`[[" + k.Path + "]]`"
	}
	return ""
}

func sentenceOf(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// TestLabelKeys holds that the table of keys has all that label.toml may have,
// and nothing else.
func TestLabelKeys(t *testing.T) {
	listed := make(map[string]bool)
	for _, k := range LabelKeys() {
		if k.Type == nil {
			t.Errorf("labelKeys: no such key: %s", k.Path)
			continue
		}
		if k.En == "" || listed[k.Path] {
			t.Errorf("labelKeys: %s: not described, or twice", k.Path)
		}
		listed[k.Path] = true
	}
	for path := range allKeys() {
		if !listed[path] {
			t.Errorf("the key %s is not in labelKeys; add what it is for, then UPDATE=1 go test ./catalog -run TestGuide", path)
		}
	}
	for _, k := range slices.Concat(requestKeys, editionKeys) {
		if !slices.ContainsFunc(textKeys, func(t Key) bool { return t.Name == k }) {
			t.Errorf("the word %s is not in textKeys; add what it is for", k)
		}
	}
	if len(textKeys) != len(requestKeys)+len(editionKeys) {
		t.Error("textKeys has words that there are not")
	}
}

// TestAttributes holds that slots.md has every attribute.
func TestAttributes(t *testing.T) {
	slots, err := os.ReadFile("../docs/slots.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range render.Attributes() {
		if !strings.Contains(string(slots), "data-"+a.Name) {
			t.Errorf("docs/slots.md does not have data-%s", a.Name)
		}
	}
}

// TestSchema holds that the schema allows what the bundled packs say. It is no
// validator: it follows types, properties and closed sets.
func TestSchema(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(LabelSchema(), &schema); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"../artwork/tnl/label.toml", "../testdata/packs/coquelicot/label.toml", "../artwork/starter/label.toml"} {
		validate(t, file, schema, schema, readTOML(t, file))
	}
	broken := map[string]any{"id": 3.0, "colour": "red"}
	if faults := schemaFaults(schema, schema, broken, "label"); len(faults) < 3 {
		t.Errorf("a broken label has %v", faults)
	}
}
