package intake

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"panonceau/catalog"
)

const registry = `id,name,kind,dep,edition,level,lat,lon,short
210500740,Lettret,bourg,05,2019-2021,une,44.469,6.062,
xlemans,Le Mans,bourg,72,2019-2021,deux,,,Mans
`

func load(t testing.TB) (*catalog.Catalog, *catalog.Pack) {
	t.Helper()
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Registry: []byte(registry)})
	if err != nil {
		t.Fatal(err)
	}
	return c, c.Packs[0]
}

func convert(t testing.TB, data string, o Options) *Result {
	t.Helper()
	s, err := Read("r.csv", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	c, p := load(t)
	r, err := s.Convert(c, p, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRead holds that a sheet is the same however it was saved.
func TestRead(t *testing.T) {
	const want = "Collectivité|Niveau;Étiolles|une, deux|2"
	plain := "Collectivité;Niveau\r\nÉtiolles;\"une, deux\"\r\n;\r\n"
	latin, err := charmap.Windows1252.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"semicolons":   plain,
		"mark":         "\ufeff" + plain,
		"Windows-1252": latin,
		"commas":       "Collectivité,Niveau\n\u00a0Étiolles ,\"une, deux\"\n",
		"tabs":         "Collectivité\tNiveau\nÉtiolles\tune, deux\n",
		"short row":    "Collectivité;Niveau;\nÉtiolles;une, deux\n",
	} {
		s, err := Read("r.csv", []byte(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := strings.Trim(strings.Join(s.Header, "|"), "|")
		for _, r := range s.Rows {
			got += ";" + strings.Trim(strings.Join(r.Cells, "|"), "|") + "|" + string(rune('0'+r.Number))
		}
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	for says, data := range map[string]string{
		"UTF-16":          "\xff\xfea\x00",
		"not a text file": "PK\x03\x04\x00",
		"no header":       "\n;;\n",
		"2 cells, and 1":  "a\nb,c\n",
		"257 columns":     strings.Repeat("a,", 256) + "a",
		"cell of 2001":    "a\n" + strings.Repeat("b", 2001),
	} {
		if _, err := Read("r.csv", []byte(data)); err == nil || !strings.Contains(err.Error(), says) || !strings.HasPrefix(err.Error(), "r.csv:") {
			t.Errorf("%.20q: %v, want … %s", data, err, says)
		}
	}
}

// TestConvert holds how people's words become a registry's.
func TestConvert(t *testing.T) {
	r := convert(t, `Nom;N° SIREN;Type;Département;Année;Niveau;Mentions spéciales;Confirmé;Population
Lettret;210 500 740;Bourg;;2022-2024;3 fleur;"Plus belle graine ; Jardin";oui;190
Le Mans;;;72;2022-2024;Une;;OUI;
Plouguerneau;21290195300017;bourg;29;2022-2024;deux;;confirmé;
Nouveau Bourg;;bourg;44;2022-2024;Une;;x;
Peut-être;;bourg;44;2022-2024;Une;;non;
Sans niveau;;bourg;44;2022-2024;;;oui;
`, Options{})
	if len(r.Faults) > 0 {
		t.Fatal(r.Faults)
	}
	var got []string
	for _, row := range r.Rows {
		c := row.Cells
		got = append(got, strings.Join([]string{c["id"], c["kind"], c["dep"], c["edition"], c["level"], c["mentions"], c["lat"], c["short"]}, ","))
	}
	want := []string{
		"210500740,bourg,05,2022-2024,trois,Plus belle graine|Jardin,44.469,",
		"xlemans,bourg,72,2022-2024,une,,,Mans",
		"212901953,bourg,29,2022-2024,deux,,,",
		"xnouveaubourg,bourg,44,2022-2024,une,,,",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(r.LeftOut) != 2 || r.LeftOut[0].Line != 6 || r.LeftOut[0].Column != "Confirmé" || r.LeftOut[1].Column != "Niveau" {
		t.Errorf("left out %v", r.LeftOut)
	}
	if len(r.Doubts) != 1 || !strings.Contains(r.Doubts[0].Text, "xnouveaubourg") || !slices.Equal(r.Passed, []string{"Population"}) {
		t.Errorf("doubts %v, passed over %q", r.Doubts, r.Passed)
	}
}

// TestFaults holds that each fault is told with its row and the header above it.
func TestFaults(t *testing.T) {
	r := convert(t, `Nom;SIREN;Type;Édition;Niveau
A;210500741;bourg;2022-2024;une
A;x-a;bourg;2022-2024;une
A;212901953;ville;2022-2024;une
A;212901953;bourg;2022;une
A;212901953;bourg;2022-2024;or
;212901953;bourg;2022-2024;une
A;212901953;bourg;2022-2024;une
B;212901953;bourg;2022-2024;deux
Letret;210500740;bourg;2022-2024;une
`, Options{})
	want := []string{
		`r.csv:2: column "SIREN": 210500741 is no SIREN: its last digit`,
		`r.csv:3: column "SIREN": "x-a" is no identifier`,
		`r.csv:4: column "Type": "ville" is no kind of coquelicot: want bourg`,
		`r.csv:5: column "Édition": "2022" is no edition of coquelicot: want 2019-2021, 2022-2024`,
		`r.csv:6: column "Niveau": "or" is no level of edition 2022-2024: want une, deux, trois`,
		`r.csv:7: column "Nom": the name is missing`,
	}
	for i, w := range want {
		if i >= len(r.Faults) || !strings.HasPrefix(r.Faults[i].String(), w) {
			t.Errorf("fault %d: %v, want %s", i, r.Faults, w)
		}
	}
	twice := slices.IndexFunc(r.Faults, func(n Note) bool { return strings.Contains(n.Text, "was awarded edition 2022-2024 already") })
	if twice < 0 {
		t.Errorf("nobody sees an award twice: %v", r.Faults)
	}
	if len(r.Doubts) == 0 || !strings.Contains(r.Doubts[len(r.Doubts)-1].Text, `210500740 is "Letret" here, and "Lettret" in edition 2019-2021`) {
		t.Errorf("doubts %v", r.Doubts)
	}
}

func TestHeaders(t *testing.T) {
	c, p := load(t)
	for _, x := range []struct {
		header string
		o      Options
		says   string
	}{
		{"Nom;Palier;Édition", Options{}, "no column is the level"},
		{"Nom;Palier;Édition", Options{Map: map[string]string{"palier": "level"}}, ""},
		{"Nom;Palier;Édition", Options{Map: map[string]string{"Palier": "niveau"}}, "want id, name"},
		{"Nom;Palier;Édition", Options{Map: map[string]string{"Pallier": "level"}}, `no column "Pallier"; there are Nom, Palier`},
		{"Nom;Niveau", Options{}, "no column is the edition"},
		{"Nom;Niveau", Options{Edition: "2022-2024"}, ""},
		{"Nom;Collectivité;Niveau;Édition", Options{}, "are both name"},
		{"Nom;Collectivité;Niveau;Édition", Options{Map: map[string]string{"Nom": ""}}, ""},
		{"Nom;Collectivité;Niveau;Édition", Options{Map: map[string]string{"Nom": "name"}}, ""},
	} {
		s, err := Read("r.csv", []byte(x.header+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Convert(c, p, x.o)
		if (err == nil) != (x.says == "") || err != nil && !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s %v: %v, want … %s", x.header, x.o, err, x.says)
		}
	}
}

// TestMerge holds that a registry keeps what an import does not speak of.
func TestMerge(t *testing.T) {
	r := convert(t, "Nom;SIREN;Type;Édition;Niveau;Source\nLettret;210500740;bourg;2019-2021;deux;https://x.example\nLe Mans;;bourg;2022-2024;une;\n", Options{})
	m, err := r.Merge("c.csv", []byte(registry), "")
	if err != nil || len(m.Gone) > 0 {
		t.Fatal(err, m)
	}
	want := strings.ReplaceAll(registry, "level,lat,lon,short\n", "level,lat,lon,short,source\n")
	want = strings.ReplaceAll(want, "une,44.469,6.062,\n", "deux,44.469,6.062,,https://x.example\n")
	want = strings.ReplaceAll(want, "Mans\n", "Mans,\n")
	if got := string(m.Data); !strings.HasPrefix(got, want) || strings.Count(got, "\n") != 4 {
		t.Errorf("merged\n%s\nwant\n%s…", got, want)
	}
	if m, err = r.Merge("c.csv", []byte(registry), "2019-2021"); err != nil || !slices.Equal(m.Gone, []string{"xlemans 2019-2021"}) {
		t.Errorf("gone %q, %v", m.Gone, err)
	}
}

func FuzzConvert(f *testing.F) {
	f.Add([]byte("Nom;SIREN;Type;Édition;Niveau\nA;212901953;bourg;2022-2024;une\n"))
	f.Add([]byte("name,id,kind,edition,level,confidence\n\"A\nB\",,bourg,2019-2021,deux,oui\n"))
	f.Add([]byte("\xe9;\xe8\n"))
	c, p := load(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := Read("f.csv", data)
		if err != nil {
			return
		}
		r, err := s.Convert(c, p, Options{Edition: "2022-2024"})
		if err != nil {
			return
		}
		if len(r.Rows)+len(r.LeftOut) > len(s.Rows) {
			t.Fatalf("%d rows and %d left out of %d", len(r.Rows), len(r.LeftOut), len(s.Rows))
		}
		for _, row := range r.Rows {
			if !catalog.IsID(row.Cells["id"]) || row.Cells["level"] == "" || row.Cells["kind"] == "" {
				t.Fatalf("row %v", row)
			}
		}
	})
}
