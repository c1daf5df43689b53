package catalog

import (
	"strings"
	"testing"
)

const registryHeader = "id,name,short,tncc,kind,dep,insee,edition,level,mentions,aliases,source\n"

func TestReadRegistry(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	r, err := readRegistry("a.csv", []byte("\ufeff"+registryHeader+
		"210500740, Lettret ,,,bourg,05,05074,2022-2024,trois,Une | Deux,xlettret,\n"+
		"xsitiv,Plouguerneau / Plougerne,Plou|P,2,bourg,,,2019-2021,une,,,\n"+
		"210500740,Lettret,,,bourg,05,05074,2019-2021,une,,xlettret,\n"), p)
	if err != nil {
		t.Fatal(err)
	}
	h := r.byID["xlettret"]
	if len(r.holders) != 2 || h == nil || h.ID != "210500740" || h.INSEE != "05074" || len(h.Aliases) != 1 {
		t.Fatalf("holders %+v, %+v", r.holders, h)
	}
	if a := h.Newest(); a.Edition != "2022-2024" || len(a.Mentions) != 2 || a.Mentions[1] != "Deux" || a.Name != "Lettret" {
		t.Errorf("newest award %+v", a)
	}
	if a := h.Award("2019-2021"); a == nil || a.Level != "une" || a.digest == h.Newest().digest {
		t.Errorf("award %+v", a)
	}
	if a := r.byID["xsitiv"].Newest(); a.Name != "Plouguerneau" || a.Second != "Plougerne" || len(a.Short) != 2 || a.Slug() != "plouguerneau" {
		t.Errorf("award %+v", a)
	}
}

func TestReadRegistryErrors(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	for _, c := range []struct{ rows, says string }{
		{"", "a.csv: header: EOF"},
		{"id,nom\n", `a.csv:1: column "nom": want id, name`},
		{"id,id\n", `a.csv:1: column "id" is there twice`},
		{"id,name,kind,edition\n", `a.csv:1: column "level" is missing`},
		{strings.Repeat("id,", maxColumns) + "id\n", "65 columns; at most 64"},
		{registryHeader + "1,2\n", "record on line 2: wrong number of fields"},
		{registryHeader + "213801518,A,,,bourg,,,2019-2021,une,,,\n", `a.csv:2: column "id": "213801518": want a SIREN`},
		{registryHeader + "\nx-a,A,,,bourg,,,2019-2021,une,,,\n", `a.csv:3: column "id": "x-a"`},
		{registryHeader + "xaa,,,,bourg,,,2019-2021,une,,,\n", `a.csv:2: column "name": the name is missing`},
		{registryHeader + "xaa,A\u202e,,,bourg,,,2019-2021,une,,,\n", `column "name": name: character U+202E`},
		{registryHeader + "xaa," + strings.Repeat("a", 121) + ",,,bourg,,,2019-2021,une,,,\n", `121 characters; at most 120`},
		{registryHeader + "xaa,A,,9,bourg,,,2019-2021,une,,,\n", `column "tncc": "9": want a digit from 0 to 8`},
		{registryHeader + "xaa,A,,,ville,,,2019-2021,une,,,\n", `column "kind": "ville" is no kind of coquelicot`},
		{registryHeader + "xaa,A,,,bourg,5é,,2019-2021,une,,,\n", `column "dep"`},
		{registryHeader + "xaa,A,,,bourg,,,2019,une,,,\n", `column "edition": "2019" is no edition of coquelicot`},
		{registryHeader + "xaa,A,,,bourg,,,2019-2021,or,,,\n", `column "level": "or" is no level of edition 2019-2021`},
		{registryHeader + "xaa,A,,,bourg,,,2019-2021,une,,,\nxaa,A,,,bourg,,,2019-2021,deux,,,\n", `a.csv:3: column "edition": xaa was awarded edition 2019-2021 already`},
		{registryHeader + "xaa,A,,,bourg,,,2019-2021,une,,xbb,\nxbb,B,,,bourg,,,2019-2021,une,,,\n", `a.csv:3: column "id": xbb is a former identifier of xaa`},
		{registryHeader + "xaa,A,,,bourg,,,2019-2021,une,,,\nxbb,B,,,bourg,,,2019-2021,une,,xaa,\n", `a.csv:3: column "aliases": xaa is an identifier of xaa`},
		{registryHeader + "xaa,A,,,bourg,,,2019-2021,une," + strings.Repeat("m|", 21) + ",,\n", `column "mentions": 21 entries; at most 20`},
	} {
		_, err := readRegistry("a.csv", []byte(c.rows), p)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.60q: %v, want … %s …", c.rows, err, c.says)
		}
	}
}

func FuzzReadRegistry(f *testing.F) {
	p := testPacks(f).Pack("coquelicot")
	f.Add([]byte(registryHeader + "xaa,A,,,bourg,,,2019-2021,une,,,\n"))
	f.Add([]byte("id,name,kind,edition,level\n210500740,\"Le \"\"Mans\"\" / X\",bourg,2019-2021,une\n"))
	f.Add([]byte("\ufeffid\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := readRegistry("f.csv", data, p)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.csv:") {
				t.Fatalf("error does not say where: %v", err)
			}
			return
		}
		for _, h := range r.holders {
			if r.byID[h.ID] != h || len(h.Awards) == 0 || h.Awards[0].Name == "" {
				t.Fatalf("holder %+v", h)
			}
		}
	})
}

func TestSIREN(t *testing.T) {
	for id, want := range map[string]bool{
		"213801517": true, "217500016": true, "732829320": true, "213801518": false,
		"21380151": false, "2138015170": false, "21380151x": false, "": false,
	} {
		if isSIREN(id) != want {
			t.Errorf("%s: %v", id, !want)
		}
	}
}

// TestBundledRegistry counts what the program carries, so that no row is lost
// without somebody saying so.
func TestBundledRegistry(t *testing.T) {
	holders := bundled(t).Holders("tnl")
	awards := 0
	for _, h := range holders {
		awards += len(h.Awards)
	}
	if len(holders) != 32 || awards != 50 {
		t.Errorf("%d holders with %d awards", len(holders), awards)
	}
}
