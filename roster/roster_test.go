package roster

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"panonceau/catalog"
)

const registry = `id,name,short,kind,dep,edition,level,mentions,aliases,lat,lon,postcode,source,state,state_date,state_reason
xlemans,Le Mans,,bourg,72,2019-2021,deux,,,48.008,0.199,72000|72100,,,,
xplou,Plouguerneau / Plougerne,Plou,bourg,29,2022-2024,deux,'=1+1|Deux,xplo,,,,https://coquelicot.example/b,,,
xplou,Plouguerneau,,bourg,29,2019-2021,une,,,,,,,withdrawn,2021-02-01,-Critères non tenus
xat,'@Home,,bourg,,2022-2024,une,,,-21.3777,55.617,,,,,
`

// load returns the pack for tests with a registry.
func load(t *testing.T, registry string) (*catalog.Catalog, *catalog.Pack) {
	t.Helper()
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Registry: []byte(registry), RegistryName: "coquelicot-holders.csv"})
	if err != nil {
		t.Fatal(err)
	}
	return c, c.Pack("coquelicot")
}

func write(t *testing.T, r *Roster, ext string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, f := range Formats() {
		if f.Ext == ext {
			if err := r.Write(&b, f); err != nil {
				t.Fatal(err)
			}
		}
	}
	return b.Bytes()
}

// TestCSVIsARegistry holds that the file can be read back, and that nothing is
// lost on the way.
func TestCSVIsARegistry(t *testing.T) {
	c, p := load(t, registry)
	data := write(t, New(c, p, Query{}, "https://x.example"), "csv")
	again, _ := load(t, string(data))
	if ch := c.Changes(again, p.ID); len(ch) > 0 {
		t.Errorf("read back, it differs: %+v", ch)
	}
	for _, h := range c.Holders(p.ID) {
		o := again.Holder(p.ID, h.ID)
		if o == nil || (o.Place == nil) != (h.Place == nil) || o.Place != nil && *o.Place != *h.Place ||
			!slices.Equal(o.Postcodes, h.Postcodes) || !slices.Equal(o.Aliases, h.Aliases) || o.Dep != h.Dep {
			t.Errorf("%+v, read back %+v", h, o)
		}
	}
}

// TestCSVHasNoFormula holds that no cell begins as a formula, but for numbers.
func TestCSVHasNoFormula(t *testing.T) {
	c, p := load(t, registry)
	data := write(t, New(c, p, Query{}, ""), "csv")
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	guarded := 0
	for _, row := range rows {
		for i, cell := range row {
			if strings.HasPrefix(cell, "'") {
				guarded++
			}
			if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) && rows[0][i] != "lat" && rows[0][i] != "lon" {
				t.Errorf("column %s: %q", rows[0][i], cell)
			}
		}
	}
	if guarded != 3 {
		t.Errorf("%d cells are guarded, want 3", guarded)
	}
}

func TestGeoJSON(t *testing.T) {
	c, p := load(t, registry)
	var got collection
	if err := json.Unmarshal(write(t, New(c, p, Query{Lang: "en"}, "https://x.example"), "geojson"), &got); err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range got.Features {
		ids = append(ids, f.ID)
		switch f.ID {
		case "xat/2022-2024":
			if f.Geometry == nil || f.Geometry.Coordinates != [2]float64{55.617, -21.3777} {
				t.Errorf("%s at %v", f.ID, f.Geometry)
			}
			if f.Properties.Name != "@Home" || !f.Properties.Latest || f.Properties.State != "ok" {
				t.Errorf("properties %+v", f.Properties)
			}
		case "xplou/2019-2021":
			if f.Geometry != nil || f.Properties.State != "withdrawn" || f.Properties.Icon != "" ||
				!strings.Contains(f.Properties.Description, "2021-02-01 – -Critères non tenus") {
				t.Errorf("withdrawn, and nowhere: %+v", f)
			}
		}
		if !strings.HasPrefix(f.Properties.Page, "https://x.example/coquelicot/holders/") {
			t.Errorf("page %s", f.Properties.Page)
		}
	}
	want := []string{"xlemans/2019-2021", "xplou/2019-2021", "xat/2022-2024", "xplou/2022-2024"}
	if !slices.Equal(ids, want) {
		t.Errorf("features %q, want %q", ids, want)
	}
}

func TestJSON(t *testing.T) {
	c, p := load(t, registry)
	var got document
	if err := json.Unmarshal(write(t, New(c, p, Query{Edition: catalog.Latest}, ""), "json"), &got); err != nil {
		t.Fatal(err)
	}
	if got.Count != (count{3, 3}) || len(got.Holders) != 3 {
		t.Fatalf("count %+v of %d holders", got.Count, len(got.Holders))
	}
	plou := got.Holders[2]
	if plou.ID != "xplou" || plou.SecondName != "Plougerne" || plou.Lat != nil || len(plou.Awards) != 1 ||
		plou.Awards[0].Edition != "2022-2024" || plou.Awards[0].Rank != 2 || plou.Awards[0].Until != "2124-12-31" {
		t.Errorf("holder %+v", plou)
	}
}

// TestQuery holds what may be asked, and that refusals say what is allowed.
func TestQuery(t *testing.T) {
	c, p := load(t, registry)
	for raw, want := range map[string]int{
		"": 4, "edition=latest": 3, "edition=2019-2021": 2, "level=deux": 2, "state=withdrawn": 1,
		"state=ok": 3, "edition=2022-2024&level=une": 1, "lang=en": 4,
	} {
		q, err := ParseQuery(p, raw)
		if err != nil {
			t.Errorf("%s: %v", raw, err)
			continue
		}
		if n := len(New(c, p, q, "").awards); n != want {
			t.Errorf("%s: %d awards, want %d", raw, n, want)
		}
	}
	for raw, says := range map[string]string{
		"edition=2016":           "latest, 2019-2021, 2022-2024",
		"lang=de":                "fr, ",
		"color=red":              "lang, edition, level, state",
		"lang=fr&lang=en":        "given twice",
		"lang=%zz":               "malformed",
		strings.Repeat("a", 513): "too long",
	} {
		if _, err := ParseQuery(p, raw); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40s: %v, want … %s …", raw, err, says)
		}
	}
}

// TestSameBytes holds that a file depends on nothing but what it tells.
func TestSameBytes(t *testing.T) {
	for _, f := range Formats() {
		c, p := load(t, registry)
		a := write(t, New(c, p, Query{}, ""), f.Ext)
		c, p = load(t, registry)
		if b := write(t, New(c, p, Query{}, ""), f.Ext); !bytes.Equal(a, b) {
			t.Errorf("%s differs between two runs", f.Ext)
		}
	}
}
