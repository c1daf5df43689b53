package catalog

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"panonceau/internal/golden"
	"panonceau/prose"
)

// awards loads the bundled pack with a registry of these rows.
func awards(t testing.TB, rows ...string) *Catalog {
	t.Helper()
	const head = "id,name,short,tncc,kind,edition,level,mentions,source\n"
	c, err := Load(Sources{Registry: []byte(head + strings.Join(rows, "\n") + "\n"), RegistryName: "tnl-holders.csv", Base: "https://labels.example"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func row(id, name, tncc, kind, edition, level, mentions string) string {
	return fmt.Sprintf(`%s,"%s",,%s,%s,%s,%s,"%s",https://labels.example/`,
		id, strings.ReplaceAll(name, `"`, `""`), tncc, kind, edition, level, strings.ReplaceAll(mentions, `"`, `""`))
}

// TestDocuments holds the texts of some awards, whole.
func TestDocuments(t *testing.T) {
	c := awards(t,
		row("xmans", "Le Mans", "2", "commune", "2021", "3", ""),
		row("xcasud", "Communauté d'Agglomération du Sud (CASUD)", "", "epci", "2025", "badge", ""),
		row("xenergies", "Morbihan Énergies", "", "syndicat", "2023", "5", "Open data|Communication"))
	for file, address := range map[string]string{
		"mans.fr":     "/tnl/holders/xmans/2021/%s.md",
		"casud.fr":    "/tnl/holders/xcasud/2025/%s.txt",
		"energies.en": "/tnl/holders/xenergies/2023/%s.md?lang=en",
	} {
		var b strings.Builder
		for _, d := range c.Packs[0].Documents {
			o := order(t, c, fmt.Sprintf(address, d.ID))
			fmt.Fprintf(&b, "----- %s -----\n%s\n", d.ID, o.In(o.Format))
		}
		golden.Text(t, "documents/"+file+".md", []byte(b.String()))
	}
}

// longest are the rows that are hardest to fit.
var longest = []string{"CC des Monts de Lacaune et de la Montagne du Haut Languedoc", "Y", "L'Haÿ-les-Roses"}

// TestDocumentsFit holds that every text of every level can be filled in, for
// the longest and the shortest names there are, with and without mentions, with
// and without an origin; and that nothing of the template is left.
func TestDocumentsFit(t *testing.T) {
	const mentions = "Promotion, communication et sensibilisation aux logiciels libres|Sobriété numérique : durabilité des équipements|Meilleure première candidature"
	var rows []string
	p := bundled(t).Pack("tnl")
	for i, name := range longest {
		kind := "commune"
		if strings.HasPrefix(name, "CC ") {
			kind = "epci"
		}
		for _, e := range []*Edition{p.Edition("2021"), p.Edition("2024"), p.Edition("2025")} { // without a date, with one; both scales
			for _, l := range e.Scales[0].Levels {
				rows = append(rows, row(fmt.Sprintf("xfull%d%s%s", i, e.ID, l.ID), name, "", kind, e.ID, l.ID, mentions),
					row(fmt.Sprintf("xbare%d%s%s", i, e.ID, l.ID), name, "", kind, e.ID, l.ID, ""))
			}
		}
	}
	c := awards(t, rows...)
	for _, base := range []string{"https://territoire-numerique-libre.example", ""} {
		c.base = base
		for _, h := range c.Holders("tnl") {
			if base == "" && h.Awards[0].Edition != "2025" {
				continue
			}
			for _, d := range c.Packs[0].Documents {
				for _, lang := range []string{"fr", "en"} {
					checkText(t, c, d, h, lang)
				}
			}
		}
	}
}

var leftover = regexp.MustCompile(`[{}]|  |\n\n\n| [.,]|\*\*\*\*|<!--`)

func checkText(t *testing.T, c *Catalog, d *Document, h *Holder, lang string) {
	t.Helper()
	address := "/tnl/holders/" + h.ID + "/latest/" + d.ID + ".md?lang=" + lang
	o := order(t, c, address)
	if bad := leftover.FindString(strings.ReplaceAll(o.Text, "  \n", "\n")); bad != "" {
		t.Errorf("%s: %q in:\n%s", address, bad, o.Text)
	}
	plain := o.In("txt")
	if n, ok := prose.NetworkOf(d.Network); ok && n.Count(plain) > n.Most {
		t.Errorf("%s: %d characters for %s", address, n.Count(plain), n.Name)
	}
	if n := prose.Words(plain); d.Words > 0 && n > d.Words {
		t.Errorf("%s: %d words", address, n)
	}
	if !strings.Contains(o.In("html"), `<html lang="`+lang+`">`) {
		t.Errorf("%s: the page is not in %s", address, lang)
	}
	// A badge is not called a label.
	if h.Awards[0].Level == "badge" && regexp.MustCompile(`(?i)\blabels?\b`).MatchString(strings.ReplaceAll(plain, "labels.example", "")) {
		t.Errorf("%s: says label of a badge:\n%s", address, plain)
	}
	if d.Network == "x" && !strings.Contains(plain, "#TNL"+h.Awards[0].Edition+" @TerrNumLibre") {
		t.Errorf("%s: no hashtag or no account:\n%s", address, plain)
	}
}

// TestDocumentInjection holds that a name is a name: in Markdown, in HTML and
// in the title of the page.
func TestDocumentInjection(t *testing.T) {
	const name = `</title><img src=x onerror=alert(1)> **b** [a](http://evil.example) {holder} &lt; # 1. "q"`
	c := awards(t, row("xevil", name, "0", "autre", "2025", "or", "<b>|* a | [b]: http://evil.example"))
	for _, d := range c.Packs[0].Documents {
		o := order(t, c, "/tnl/holders/xevil/2025/"+d.ID+".html")
		html := o.In("html")
		for _, bad := range []string{"<img", "<b>", "<strong>b</strong>", `<a href="http://evil`, "<title></title>"} {
			if strings.Contains(html, bad) {
				t.Errorf("%s: %s in\n%s", d.ID, bad, html)
			}
		}
		plain := o.In("txt")
		if strings.Contains(o.Text, "evil") && !strings.Contains(plain, strings.ReplaceAll(name, "'", "’")) {
			t.Errorf("%s: the name is not as it is written:\n%s\n%s", d.ID, plain, o.Text)
		}
	}
}

// TestDocumentStates holds that there is no text of what does not hold.
func TestDocumentStates(t *testing.T) {
	c := at(t, day("2026-01-01"),
		"xgone,Lettret,bourg,2019-2021,une,withdrawn,2022-01-01,")
	for _, address := range []string{"/coquelicot/holders/xgone/2019-2021/note.txt", "/coquelicot/holders/xgone/2022-2024/note.txt", "/coquelicot/holders/xnobody/latest/note.txt"} {
		if o := order(t, c, address); o.State.OK() || o.Text != "" || o.Document == nil {
			t.Errorf("%s: %v %q", address, o.State, o.Text)
		}
	}
}

// TestDocumentLanguage holds that a text that a language does not have is all
// in the first one.
func TestDocumentLanguage(t *testing.T) {
	c := testPacks(t)
	o := order(t, c, "/coquelicot/holders/210500740/latest/note.md?lang=br")
	if o.Lang != "fr" || !strings.Contains(o.Text, "Bourg de Lettret") {
		t.Errorf("%s: %s", o.Lang, o.Text)
	}
	if o := order(t, c, "/coquelicot/holders/210500740/latest/note.md?lang=en"); o.Lang != "en" {
		t.Errorf("%s: %s", o.Lang, o.Text)
	}
}
