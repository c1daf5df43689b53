package catalog

import (
	"errors"
	"os"
	"strings"
	"testing"

	"panonceau/render"
)

// abeilles is a second scale for the newest edition of the test pack, with
// kinds that change the words, texts that need both scales, and pictures that
// hide things.
var abeilles = strings.NewReplacer(
	`unlit = "craie"`, "unlit = \"craie\"\nneutral = \"encre\"",
	"[[edition]]\nid = \"2019-2021\"", `[[scale]]
id = "abeilles"
name = { fr = "Abeilles", en = "Bees" }
ramp = ["encre", "pavot"]
text.level = { fr = "ruche {level-name}", en = "{level-name} hive" }
[[scale.level]]
id = "petite"
name = { fr = "petite", en = "small" }
ink = "encre"
[[scale.level]]
id = "grande"
name = { fr = "grande", en = "large" }
ink = "pavot"

[[edition]]
id = "2019-2021"`,
	"id = \"2022-2024\"\nscale = \"fleurs\"", "id = \"2022-2024\"\nscales = [\"fleurs\", \"abeilles\"]",
	`thanks = "{mentions}"`, `thanks = "{mentions}"
noun = { fr = "Bourg", en = "Place" }
both = { fr = "{level-fleurs} et {level-abeilles} | {level}", en = "{level-fleurs}, {level-abeilles} | {level}" }
line-both = { fr = "{both} – {edition}" }
valid = { fr = "valable jusqu’au {until}", en = "valid until {until}" }`,
	"noun = { fr = \"Bourg {holder-of}\" }", "noun = { fr = \"Bourg {holder-of}\" }\n[[kind]]\nid = \"village\"\ntext.noun = { fr = \"Village\", en = \"Village\" }",
	"id = \"card\"", "id = \"card\"\nhide = [\"edition\", \"holder\", \"level\", \"mentions\"]",
	"reason = { fr = \"les trois fleurs", "reason = { fr = \"x\" }\n[[rule]]\ndesign = [\"card\"]\nhide = [\"edition\"]\nlevel = [\"une\"]\nreason = { fr = \"les trois fleurs",
)

const abeillesRegistry = `id,name,lang2,kind,edition,level,mentions
xboth,Bray / Brae,br,bourg,2022-2024,grande|deux,Une|Deux
xbees,Cé,,village,2022-2024,petite,
xflower,Dol,,village,2022-2024,une,
`

func abeillesCatalog(t *testing.T) *Catalog {
	t.Helper()
	fsys := testPack(t)
	f := *fsys["coquelicot/label.toml"]
	f.Data = []byte(abeilles.Replace(string(f.Data)))
	fsys["coquelicot/label.toml"] = &f
	c, err := Load(Sources{Packs: fsys, Registry: []byte(abeillesRegistry), RegistryName: "coquelicot-holders.csv"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestParallelScales holds what pictures of an award on two scales say.
func TestParallelScales(t *testing.T) {
	c := abeillesCatalog(t)
	const both, bees = "/coquelicot/holders/xboth/2022-2024/card", "/coquelicot/holders/xbees/latest/card"
	for _, l := range []struct{ address, key, want string }{
		{both + ".svg", "level", "deux fleurs"},
		{both + ".svg", "both", "deux fleurs et ruche grande"},
		{both + ".svg", "line-both", "deux fleurs et ruche grande – 2022–2024"},
		{bees + ".svg", "line-both", "ruche petite – 2022–2024"}, // a text that is quoted has its forms
		{both + ".svg", "level-name-abeilles", "grande"},
		{both + ".svg", "rank-fleurs", "2"},
		{both + ".svg?axis=abeilles", "level", "ruche grande"},
		{both + ".svg?axis=abeilles", "scale-name", "Abeilles"},
		{both + ".svg?axis=abeilles&lang=en", "both", "two flowers, large hive"},
		{both + ".svg?axis=fleurs", "level", "deux fleurs"},
		{bees + ".svg", "level", "ruche petite"},
		{bees + ".svg", "both", "ruche petite"},
		{bees + ".svg", "level-fleurs", ""},
		{bees + ".svg", "noun", "Village"},
		{both + ".svg", "noun", "Bourg"},
		{both + ".svg", "mention-count", "2"},
		{both + ".svg", "valid", "valable jusqu’au 31 décembre 2124"},
		{both + ".svg?lang=en", "valid", "valid until 31 December 2124"},
		{both + ".svg?lang=br", "until", "31 Kerzu 2124"},
		{"/coquelicot/2022-2024/grande/card.svg", "level", "ruche grande"},
		{"/coquelicot/2022-2024/grande/card.svg", "both", "ruche grande"},
		{"/coquelicot/2019-2021/une/card.svg", "valid", "valable jusqu’au 31 décembre 2021"},
	} {
		if got := find(order(t, c, l.address).Spec.Fields, l.key); got != l.want {
			t.Errorf("%s: %s = %q, want %q", l.address, l.key, got, l.want)
		}
	}
	o := order(t, c, both+".json")
	if len(o.Spec.Scales) != 2 || o.Spec.Scales[1].Scale != "abeilles" || o.Spec.Scales[1].Rank != 2 || o.Spec.Scales[1].Steps != 2 || o.Spec.Rank != 2 || o.Spec.Steps != 3 {
		t.Errorf("scales %+v", o.Spec.Scales)
	}
	if tw := o.Twin(TwinOptions{}); len(tw.Levels) != 2 || tw.Levels[1].ID != "grande" || tw.Level.Scale != "fleurs" || tw.Holder.SecondLang != "br" {
		t.Errorf("twin %+v", tw.Levels)
	}
	for _, f := range o.Spec.Fields {
		if f.Key == "holder2" && f.Lang != "br" {
			t.Errorf("second name in %q", f.Lang)
		}
	}
	one := order(t, c, "/coquelicot/2019-2021/une/card.svg").Spec
	if len(one.Scales) != 1 || find(one.Fields, "level-fleurs") == "" || find(one.Fields, "level-abeilles") != "" {
		t.Errorf("an edition with one scale has %v", one.Scales)
	}
	if got := order(t, testPacks(t), "/coquelicot/2019-2021/une/card.svg").Spec.Scales; got != nil {
		t.Errorf("a label with one scale has %v", got)
	}
}

// TestAxis holds addresses of awards on several scales.
func TestAxis(t *testing.T) {
	c := abeillesCatalog(t)
	for _, l := range []struct{ address, canonical, code, says string }{
		{"/coquelicot/holders/xboth/2022-2024/card.svg?axis=abeilles", "/coquelicot/holders/xboth/2022-2024/card.svg?axis=abeilles", "", ""},
		{"/coquelicot/holders/xboth/2022-2024/card.svg?axis=fleurs", "/coquelicot/holders/xboth/2022-2024/card.svg", "", ""},
		{"/coquelicot/holders/xboth/latest/card.svg?axis=fleurs", "/coquelicot/holders/xboth/latest/card.svg?axis=fleurs", "", ""},
		{"/coquelicot/holders/xbees/2022-2024/card.svg?axis=fleurs", "/coquelicot/holders/xbees/2022-2024/card.svg?axis=fleurs", "not-awarded", ""},
		{"/coquelicot/2022-2024/deux/card.svg?axis=fleurs", "/coquelicot/2022-2024/deux/card.svg", "", ""},
		{"/coquelicot/2022-2024/deux/card.svg?axis=abeilles", "", "", "of another scale"},
		{"/coquelicot/2022-2024/deux/card.svg?axis=oiseaux", "", "", "expected: fleurs, abeilles"},
		{"/coquelicot/2019-2021/deux/card.svg?axis=fleurs", "", "", "no such choice"},
	} {
		r, err := ParseRequest(l.address)
		if err != nil {
			t.Fatal(err)
		}
		o, err := c.Resolve(r)
		if l.says != "" {
			if err == nil || !strings.Contains(err.Error(), l.says) {
				t.Errorf("%s: %v, want … %s …", l.address, err, l.says)
			}
			continue
		}
		if err != nil || o.Canonical != l.canonical || o.State.Code != l.code {
			t.Errorf("%s: %v, %+v", l.address, err, o)
		}
	}
}

func TestHide(t *testing.T) {
	c := abeillesCatalog(t)
	const card = "/coquelicot/holders/xboth/2022-2024/card.svg"
	fact := func(s *render.Spec, name string) string {
		for _, f := range s.Facts {
			if f.Name == name {
				return f.Value
			}
		}
		return ""
	}
	whole := order(t, c, card)
	o := order(t, c, card+"?hide=mentions,level")
	if o.Canonical != card+"?hide=level,mentions" || o.Title != whole.Title || o.Key == whole.Key {
		t.Errorf("%s %q", o.Canonical, o.Title)
	}
	for _, key := range []string{"level", "level-name", "rank", "award", "mentions", "thanks", "level-abeilles", "both"} {
		if got := find(o.Spec.Fields, key); got != "" {
			t.Errorf("%s is told: %q", key, got)
		}
	}
	if fact(o.Spec, "level")+fact(o.Spec, "level-fleurs")+fact(o.Spec, "mention") != "" || fact(o.Spec, "holder") != "Bray" {
		t.Errorf("facts %v", o.Spec.Facts)
	}
	if o.Spec.Rank != 0 || o.Spec.Unlit.Name != "encre" || o.Spec.Level.Name != "encre" || o.Spec.OnLvl.Name != "craie" {
		t.Errorf("the steps of a hidden level: %+v", o.Spec)
	}
	o = order(t, c, card+"?hide=edition,holder")
	if find(o.Spec.Fields, "edition", "holder", "holder2", "award", "valid") != "" || find(o.Spec.Fields, "level") != "deux fleurs" {
		t.Errorf("fields %v", o.Spec.Fields)
	}
	for _, l := range []struct{ address, says string }{
		{card + "?hide=level,level", "hide: \"level,level\" is not allowed; expected: edition, holder, level, mentions"},
		{card + "?hide=kind", "is not allowed"},
		{"/coquelicot/holders/xboth/2022-2024/plate.svg?hide=level", "this design has no such choice"},
		{"/coquelicot/2022-2024/une/card.svg?hide=edition", "refused by the charter"},
	} {
		r, err := ParseRequest(l.address)
		if err == nil {
			_, err = c.Resolve(r)
		}
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.En, l.says) {
			t.Errorf("%s: %v, want … %s …", l.address, err, l.says)
		}
	}
}

func TestScaleFaults(t *testing.T) {
	label, err := os.ReadFile("../testdata/packs/coquelicot/label.toml")
	if err != nil {
		t.Fatal(err)
	}
	good := abeilles.Replace(string(label))
	for _, c := range []struct{ old, new, says string }{
		{`scales = ["fleurs", "abeilles"]`, `scales = ["fleurs", "fleurs"]`, `two of its scales have a level "une"`},
		{`scales = ["fleurs", "abeilles"]`, `scales = []`, `want either a scale, or 1 to 6 scales`},
		{`scales = ["fleurs", "abeilles"]`, `scales = ["fleurs", "oiseaux"]`, `no scale is called "oiseaux"`},
		{`noun = { fr = "Bourg", en = "Place" }`, `level-abeilles = "x"`, `"level-abeilles" is given by the award`},
		{`neutral = "encre"`, ``, `the pack needs neutral`},
		{`neutral = "encre"`, `neutral = "vert"`, `no ink is called "vert"`},
		{`hide = ["edition", "holder", "level", "mentions"]`, `hide = ["logo"]`, `no thing to hide is called "logo"`},
	} {
		fsys := testPack(t)
		broken := strings.Replace(good, c.old, c.new, 1)
		fsys["coquelicot/label.toml"].Data = []byte(broken)
		if _, err := readPack(fsys, "coquelicot"); broken == good || err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s → %s: %v\nwant … %s …", c.old, c.new, err, c.says)
		}
	}
	p := abeillesCatalog(t).Packs[0]
	for _, c := range []struct{ row, says string }{
		{"xaa,A,,bourg,2022-2024,une|deux,", `"une|deux": one level of scale "fleurs" at most`},
		{"xaa,A,,bourg,2022-2024,une|ours,", `"ours" is no level of edition 2022-2024`},
		{"xaa,A,,bourg,2022-2024,,", `"" is no level of edition`},
		{"xaa,A,br,bourg,2022-2024,une,", `column "lang2": "br": want the language of a second name`},
		{"xaa,A / B,breton,bourg,2022-2024,une,", `column "lang2": "breton"`},
	} {
		_, err := readRegistry("a.csv", []byte("id,name,lang2,kind,edition,level,mentions\n"+c.row+"\n"), p)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want … %s …", c.row, err, c.says)
		}
	}
}

// TestAwardTexts: texts of an award outside pictures tell all its levels, in the
// words for its kind of holder.
func TestAwardTexts(t *testing.T) {
	c := abeillesCatalog(t)
	p := c.Packs[0]
	both, bees := c.Holder("coquelicot", "xboth").Newest(), c.Holder("coquelicot", "xbees").Newest()
	for _, l := range []struct{ got, want string }{
		{p.AwardText(both, "both", "fr"), "deux fleurs et ruche grande"},
		{p.AwardText(both, "both", "en"), "two flowers, large hive"},
		{p.AwardText(bees, "both", "fr"), "ruche petite"},
		{p.AwardText(bees, "noun", "fr"), "Village"},
		{p.AwardText(bees, "line", "fr"), ""}, // it quotes the holder
		{p.LevelsIn(both, "fr"), "deux fleurs · ruche grande"},
		{p.LevelsIn(bees, "en"), "small hive"},
		{p.Text(p.Edition("2022-2024"), p.Edition("2022-2024").Level("grande"), "both", "fr"), "ruche grande"},
	} {
		if l.got != l.want {
			t.Errorf("%q, want %q", l.got, l.want)
		}
	}
}
