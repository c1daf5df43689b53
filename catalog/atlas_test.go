package catalog

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"panonceau/render/atlas"
)

const mapRegistry = `id,name,kind,edition,level,lat,lon,state,state_date
xlemans,Le Mans,bourg,2019-2021,deux,48.008,0.199,,
xplou,Plouguerneau,bourg,2022-2024,trois,48.606,-4.505,,
xplou,Plouguerneau,bourg,2019-2021,une,48.606,-4.505,,
xgone,Retirée,bourg,2022-2024,une,45,3,withdrawn,2023-01-01
xwhere,Nulle-Part,bourg,2022-2024,une,,,,
`

func mapCatalog(t *testing.T, now string) *Catalog {
	t.Helper()
	c, err := Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Registry: []byte(mapRegistry),
		Now: func() time.Time {
			day, err := time.Parse(time.DateOnly, now)
			if err != nil {
				t.Fatal(err)
			}
			return day
		}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mapOf(t *testing.T, c *Catalog, address string) *Order {
	t.Helper()
	r, err := ParseRequest(address)
	if err != nil {
		t.Fatal(err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return o
}

// TestMap holds who is on a map.
func TestMap(t *testing.T) {
	for _, c := range []struct{ now, edition, names string }{
		{"2021-06-01", "2019-2021", "Le Mans, Plouguerneau"},
		{"2023-06-01", "2019-2021", "Le Mans, Plouguerneau"},    // ended, and still what it was
		{"2023-06-01", "2022-2024", "Plouguerneau, Nulle-Part"}, // not what was taken back
		{"2023-06-01", "latest", "Plouguerneau, Nulle-Part"},    // not what has ended
	} {
		o := mapOf(t, mapCatalog(t, c.now), "/coquelicot/"+c.edition+"/map.svg")
		var names []string
		for _, p := range o.Map.Places {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, ", "); got != c.names || o.State != StateOK {
			t.Errorf("%s on %s: %s (%s), want %s", c.edition, c.now, got, o.State.Code, c.names)
		}
		for _, name := range names {
			if !strings.Contains(o.Alt, name) {
				t.Errorf("the description does not name %s: %s", name, o.Alt)
			}
		}
		if _, err := atlas.Compose(o.Map, o.Spec.Fonts); err != nil {
			t.Error(err)
		}
	}
	if o := mapOf(t, mapCatalog(t, "2021-06-01"), "/coquelicot/2019-2021/map.svg"); o.Until.Format(time.DateOnly) != "2022-01-01" {
		t.Errorf("the map changes on %v", o.Until)
	}
}

// TestMapKey holds that a map follows the registry, and that of a day.
func TestMapKey(t *testing.T) {
	key := func(now, address string) string { return mapOf(t, mapCatalog(t, now), address).Key }
	a := key("2021-06-01", "/coquelicot/latest/map.svg")
	if a == key("2023-06-01", "/coquelicot/latest/map.svg") || a == key("2021-06-01", "/coquelicot/latest/map.svg?lang=en") {
		t.Error("two maps have one key")
	}
	if a != key("2021-07-01", "/coquelicot/latest/map.svg?theme=light") {
		t.Error("one map has two keys")
	}
}

func TestMapRefusals(t *testing.T) {
	c := mapCatalog(t, "2023-06-01")
	for _, query := range []string{"?variant=line", "?size=10x10mm", "?hide=level", "?style=wide", "?name=A", "?dpi=1200"} {
		ext := ".png"
		r, err := ParseRequest("/coquelicot/latest/map" + ext + query)
		if err == nil {
			_, err = c.Resolve(r)
		}
		if !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v", query, err)
		}
	}
}

// TestMapInks holds that names can be read on the land and on the paper of
// every theme, and that the land is seen.
func TestMapInks(t *testing.T) {
	for _, c := range []*Catalog{bundled(t), mapCatalog(t, "2023-06-01")} {
		for _, theme := range []string{"light", "dark", "auto"} {
			in := mapOf(t, c, "/"+c.Packs[0].ID+"/latest/map.svg?theme="+theme).Map.Inks
			if a, b := inkContrast(in.Text, in.Paper), inkContrast(in.Text, in.Land); min(a, b) < minContrast {
				t.Errorf("%s %s: text has a contrast of %g and %g", c.Packs[0].ID, theme, a, b)
			}
			if r := inkContrast(in.Land, in.Paper); r < leastLand {
				t.Errorf("%s %s: land has a contrast of %g", c.Packs[0].ID, theme, r)
			}
		}
	}
}

// TestMapLegend holds that the newest scale comes first, and is complete.
func TestMapLegend(t *testing.T) {
	m := mapOf(t, bundled(t), "/tnl/latest/map.svg").Map
	var titles []string
	levels := 0
	for _, g := range m.Groups {
		titles = append(titles, g.Title)
		levels += len(g.Levels)
	}
	if !slices.Equal(titles, []string{"Édition 2025", "Éditions 2016 à 2024"}) || levels != 9 {
		t.Errorf("groups %q with %d levels", titles, levels)
	}
	if m = mapOf(t, bundled(t), "/tnl/2025/map.svg?lang=en").Map; len(m.Groups) != 1 || m.Groups[0].Title != "" || m.Title != "Edition 2025" {
		t.Errorf("groups %+v of %q", m.Groups, m.Title)
	}
	if m.Groups[0].Levels[3].Mark == nil || len(m.Places) != 6 || m.Places[0].Level != 3 {
		t.Errorf("places %+v", m.Places)
	}
}
