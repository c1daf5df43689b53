package catalog

import (
	"fmt"
	"strings"
	"testing"
)

// finderRegistry has names that are hard to type.
const finderRegistry = `id,name,short,kind,dep,insee,postcode,edition,level,aliases
213801517,Échirolles,,commune,38,38151,38130,2025,or,
219740123,Saint-Joseph,,commune,974,97412,97480,2025,or,
217200286,Sainte-Cécile,,commune,71,71397,71250,2025,or,
217500016,Paris,,commune,75,75056,75001|75002,2025,or,
214501470,Fleury-les-Aubrais,,commune,45,45147,45400,2025,or,
222200016,Département des Côtes-d’Armor,Côtes-d’Armor,departement,22,,,2025,or,
200066918,Alès Agglomération,,epci,30,,,2025,or,
213805161,La Tronche,,commune,38,38516,38700,2025,or,
xmans,Le Mans,,commune,72,72181,72000,2025,or,
xmanosque,Manosque,,commune,04,04112,04100,2025,or,
xoeuf,Œuf-en-Ternois,,commune,62,62633,62130,2025,or,
xlhay,L’Haÿ-les-Roses,,commune,94,94038,94240,2025,or,xlhayancien
xbourg,Bourg-en-Bresse,,commune,01,01053,01000,2025,or,
xajaccio,Ajaccio,,commune,2A,2A004,20000,2025,or,
xyy,Y,,commune,80,80829,80190,2025,or,
`

func TestFind(t *testing.T) {
	c, err := Load(Sources{Registry: []byte(strings.ReplaceAll(finderRegistry, "217200286", "xcecile")), RegistryName: "tnl-holders.csv"})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []struct{ query, want string }{
		{"echirolles", "Échirolles"},
		{"ÉCHIROLLES", "Échirolles"},
		{"echirole", "Échirolles"}, // begun, with a letter missing
		{"echiroles", "Échirolles"},
		{"echriolles", "Échirolles"}, // swapped
		{"exhirolles", "Échirolles"}, // changed
		{"echirollles", "Échirolles"},
		{"echir", "Échirolles"},
		{"ville d'echirolles", "Échirolles"},
		{"mairie d’Échirolles", "Échirolles"},
		{"saint joseph", "Saint-Joseph"},
		{"st-joseph", "Saint-Joseph"},
		{"St. Joseph", "Saint-Joseph"},
		{"saint-joseph 974", "Saint-Joseph"},
		{"stjoseph", "Saint-Joseph"},
		{"ste cecile", "Sainte-Cécile"},
		{"cecile", "Sainte-Cécile"},
		{"fleury aubrais", "Fleury-les-Aubrais"},
		{"fleurylesaubrais", "Fleury-les-Aubrais"},
		{"aubrais fleury", "Fleury-les-Aubrais"},
		{"cotes darmor", "Département des Côtes-d’Armor"},
		{"Côtes-d’Armor", "Département des Côtes-d’Armor"},
		{"22", "Département des Côtes-d’Armor"},
		{"ales agglo", "Alès Agglomération"},
		{"tronche", "La Tronche"},
		{"la tronche", "La Tronche"},
		{"mans", "Le Mans, Manosque"},
		{"man", "Le Mans, Manosque"},
		{"oeuf en ternois", "Œuf-en-Ternois"},
		{"Œuf", "Œuf-en-Ternois"},
		{"l'hay les roses", "L’Haÿ-les-Roses"},
		{"lhay les roses", "L’Haÿ-les-Roses"},
		{"213801517", "Échirolles"},
		{"213 801 517", "Échirolles"},
		{"xlhayancien", "L’Haÿ-les-Roses"}, // a former identifier
		{"38151", "Échirolles"},
		{"38130", "Échirolles"},
		{"75002", "Paris"},
		{"2a004", "Ajaccio"},
		{"2A", "Ajaccio"},
		{"Isère", "La Tronche, Échirolles"},
		{"38", "La Tronche, Échirolles"},
		{"01", "Bourg-en-Bresse"},
		{"y", "Y"},
		{"zzz", ""},
		{"xx", ""},
		{"paname", ""},
		{"", ""},
		{" - ' ", ""},
		{"paris lyon", ""},
		{strings.Repeat("a ", 5000), ""},
	} {
		var got []string
		for _, h := range c.Find("tnl", q.query, 10) {
			got = append(got, h.Newest().Name)
		}
		if all := strings.Join(got, ", "); all != q.want {
			t.Errorf("%.40q finds %q; want %q", q.query, all, q.want)
		}
	}
	if got := c.Find("tnl", "a", 3); len(got) > 3 {
		t.Errorf("%d found; want 3 at most", len(got))
	}
	if c.Find("nothing", "paris", 3) != nil {
		t.Error("a label that is not there has holders")
	}
}

// TestOneWrong holds one letter wrong against the distance of Damerau, by
// counting.
func TestOneWrong(t *testing.T) {
	words := []string{"abc", "abcd", "bcd", "acd", "abd", "bacd", "abdc", "xbcd", "abcx", "xabcd", "abcdx", "axbcd", "badc", "dcba", "a", ""}
	for _, a := range words {
		for _, b := range words {
			if got, want := oneWrong(a, b, false), distance(a, b) <= 1; got != want {
				t.Errorf("%q, %q: %v; want %v", a, b, got, want)
			}
		}
	}
}

// distance is the optimal string alignment distance.
func distance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func FuzzFind(f *testing.F) {
	c, err := Load(Sources{})
	if err != nil {
		f.Fatal(err)
	}
	for _, q := range []string{"echirolles", "st joseph", "38", "213801517", "\xff", "œ’-", "ﬀ"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		found := c.Find("tnl", q, 5)
		if len(found) > 5 {
			t.Errorf("%d found", len(found))
		}
		if again := c.Find("tnl", q, 5); fmt.Sprint(again) != fmt.Sprint(found) {
			t.Errorf("%q: not the same twice", q)
		}
	})
}

// BenchmarkFind looks through as many holders as there are communes.
func BenchmarkFind(b *testing.B) {
	var holders []*Holder
	for i := range 35000 {
		holders = append(holders, &Holder{ID: fmt.Sprint(i), Dep: "38", INSEE: fmt.Sprint(i),
			Awards: []*Award{{Name: fmt.Sprintf("Saint-Quelque-Chose-les-%d-Aubrais", i*7919)}}})
	}
	c := &Catalog{registries: map[string]*registry{"tnl": {index: newIndex(holders)}}}
	for b.Loop() {
		c.Find("tnl", "saint quelqe chose", 20)
	}
}
