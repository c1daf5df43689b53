package catalog

import (
	"os"
	"strings"
	"testing"
	"time"

	"panonceau/render"
)

// at returns the pack for tests with other rows in the registry, at a time.
func at(t testing.TB, now time.Time, rows ...string) *Catalog {
	t.Helper()
	registry := "id,name,kind,edition,level,state,state_date,state_reason\n" + strings.Join(rows, "\n")
	c, err := Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot",
		Registry: []byte(registry), RegistryName: "coquelicot-holders.csv", Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func day(date string) time.Time {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		panic(err)
	}
	return t
}

const (
	oldAward    = "/coquelicot/holders/xsitiv/2019-2021/card.svg"
	newAward    = "/coquelicot/holders/xsitiv/2022-2024/card.svg"
	latestAward = "/coquelicot/holders/xsitiv/latest/card.svg"
)

func TestLife(t *testing.T) {
	const first = "xsitiv,SITIV,bourg,2019-2021,une,,,"
	for _, c := range []struct {
		what, date string
		second     string
		states     [3]string // of the old, the new and the latest award
		latest     string    // edition
		newer      string    // edition that supersedes the old award
	}{
		{"both hold", "2021-06-01", "valid,,", [3]string{"ok", "ok", "ok"}, "2022-2024", "2022-2024"},
		{"the first is over", "2022-01-01", "valid,,", [3]string{"expired", "ok", "ok"}, "2022-2024", "2022-2024"},
		{"its last day", "2021-12-31", "valid,,", [3]string{"ok", "ok", "ok"}, "2022-2024", "2022-2024"},
		{"both are over", "2125-01-01", ",,", [3]string{"expired", "expired", "expired"}, "2022-2024", ""},
		{"the second is suspended", "2021-06-01", "suspended,2021-05-12,Contrôle en cours", [3]string{"ok", "suspended", "ok"}, "2019-2021", ""},
		{"the second is withdrawn", "2021-06-01", "withdrawn,2021-05-12,", [3]string{"ok", "withdrawn", "ok"}, "2019-2021", ""},
		{"none is left", "2022-06-01", "withdrawn,2021-05-12,", [3]string{"expired", "withdrawn", "withdrawn"}, "2022-2024", ""},
		{"withdrawn comes before expired", "2130-06-01", "withdrawn,2021-05-12,", [3]string{"expired", "withdrawn", "withdrawn"}, "2022-2024", ""},
		{"reinstated", "2021-06-01", "valid,2021-05-12,Recours accepté", [3]string{"ok", "ok", "ok"}, "2022-2024", "2022-2024"},
	} {
		cat := at(t, day(c.date), first, "xsitiv,SITIV,bourg,2022-2024,deux,"+c.second)
		for i, address := range []string{oldAward, newAward, latestAward} {
			state, o := outcome(cat, address)
			if state != c.states[i] {
				t.Errorf("%s: %s: %s; want %s", c.what, address, state, c.states[i])
			}
			if twin := o.Twin(TwinOptions{}); twin.State.Attest != (state == "ok") {
				t.Errorf("%s: %s: attested %t", c.what, address, twin.State.Attest)
			}
			if _, err := render.Compose(o.Spec); err != nil {
				t.Errorf("%s: %s: %v", c.what, address, err)
			}
		}
		latest := order(t, cat, latestAward)
		if latest.Award.Edition != c.latest || latest.Permanent != strings.Replace(latestAward, "latest", c.latest, 1) {
			t.Errorf("%s: latest is %s, %s; want %s", c.what, latest.Award.Edition, latest.Permanent, c.latest)
		}
		if got := order(t, cat, oldAward).Twin(TwinOptions{}).Edition.SupersededBy; got != c.newer {
			t.Errorf("%s: superseded by %q; want %q", c.what, got, c.newer)
		}
	}
}

// TestLifeIsTold holds what pictures and descriptions say of a state.
func TestLifeIsTold(t *testing.T) {
	c := at(t, day("2021-06-01"), "xsitiv,SITIV,bourg,2019-2021,une,withdrawn,2021-05-12,Critères non tenus")
	o := order(t, c, oldAward)
	if got := find(o.Spec.Fields, "state"); got != "label retiré" {
		t.Errorf("state %q", got)
	}
	if got := find(o.Spec.Fields, "state-detail"); got != "SITIV · 2019–2021\u202f; depuis le 12/05/2021 – Critères non tenus" {
		t.Errorf("detail %q", got)
	}
	if got := find(order(t, c, oldAward+"?lang=en").Spec.Fields, "state-detail"); !strings.Contains(got, "; since 12 May 2021 –") {
		t.Errorf("detail in English %q", got)
	}
	twin := o.Twin(TwinOptions{})
	if o.State.Status != 410 || twin.State.Since != "2021-05-12" || twin.State.Reason != "Critères non tenus" ||
		twin.Holder == nil || twin.Level.ID != "une" {
		t.Errorf("twin %+v, %+v", twin.State, twin.Holder)
	}
	if o.Spec.Meta.Holder != "" || o.Spec.Meta.Level != "" {
		t.Errorf("the file of a state attests %+v", o.Spec.Meta)
	}
}

// TestLifeChangesTheKey holds that no cache takes one state for another.
func TestLifeChangesTheKey(t *testing.T) {
	seen := make(map[string]string)
	for _, l := range []struct{ date, row string }{
		{"2021-06-01", ",,"}, {"2022-06-01", ",,"}, {"2021-06-01", "suspended,2021-05-12,"},
		{"2021-06-01", "withdrawn,2021-05-12,"}, {"2021-06-01", "withdrawn,2021-05-13,"}, {"2021-06-01", "withdrawn,2021-05-13,Parce que"},
	} {
		key := order(t, at(t, day(l.date), "xsitiv,SITIV,bourg,2019-2021,une,"+l.row), oldAward).Key
		if other, twice := seen[key]; twice {
			t.Errorf("%s %s has the key of %s", l.date, l.row, other)
		}
		seen[key] = l.date + " " + l.row
	}
}

// TestUntil holds that a picture knows when it changes by itself.
func TestUntil(t *testing.T) {
	c := at(t, day("2021-12-31"), "xsitiv,SITIV,bourg,2019-2021,une,,,")
	o := order(t, c, oldAward)
	if !o.Until.Equal(day("2022-01-01")) || o.Twin(TwinOptions{}).State.Expires != "2022-01-01T00:00:00Z" {
		t.Errorf("until %v", o.Until)
	}
	if o := order(t, c, "/coquelicot/2019-2021/une/card.svg"); !o.Until.IsZero() {
		t.Errorf("a level of nobody ends %v", o.Until)
	}
	// What was won in a competition stays what it was.
	tnl := order(t, bundled(t), "/tnl/holders/213801517/2021/badge.svg")
	if tnl.State != StateOK || !tnl.Until.IsZero() || tnl.Newer == nil {
		t.Errorf("%s until %v", tnl.State.En, tnl.Until)
	}
}

func TestRegistryStateErrors(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	for _, c := range []struct{ life, says string }{
		{"gone,,", `r.csv:2: column "state": "gone": want valid, suspended or withdrawn`},
		{"withdrawn,,", `r.csv:2: column "state_date": the date is missing`},
		{"withdrawn,12/05/2021,", `r.csv:2: column "state_date": "12/05/2021": want a date`},
		{",2021-05-12,", `r.csv:2: column "state": the state is missing`},
		{",,Parce que", `r.csv:2: column "state": the state is missing`},
	} {
		data := "id,name,kind,edition,level,state,state_date,state_reason\nxsitiv,SITIV,bourg,2019-2021,une," + c.life + "\n"
		if _, err := readRegistry("r.csv", []byte(data), p); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want … %s …", c.life, err, c.says)
		}
	}
}

func TestValidity(t *testing.T) {
	fsys := testPack(t)
	label := string(fsys["coquelicot/label.toml"].Data)
	label = strings.Replace(label, `id = "coquelicot"`, "id = \"coquelicot\"\nvalidity = \"2y\"", 1)
	fsys["coquelicot/label.toml"].Data = []byte(strings.ReplaceAll(label, `until = "2124-12-31"`, ""))
	p, err := readPack(fsys, "coquelicot")
	if err != nil {
		t.Fatal(err)
	}
	if a, b := p.Edition("2019-2021").Until, p.Edition("2022-2024").Until; a != "2021-12-31" || b != "2024-04-30" {
		t.Errorf("until %s and %s", a, b)
	}
}
