package press_test

import (
	"fmt"
	"strings"
	"testing"

	"panonceau/catalog"
)

// longMention has 65 characters, like the longest that was awarded.
const longMention = "Promotion et communication et sensibilisation aux logiciels libres "

// secondNames are real names of towns in the regional languages of France, with
// the letters that only these have.
var secondNames = []struct{ lang, first, second string }{
	{"br", "Plougastel-Daoulas", "Plougastell-Daoulaz"},
	{"br", "Guengat", "Gwengad-C’hwezek-Ñ"},
	{"oc", "Saint-Affrique", "Sant Africa d’Òlt"},
	{"co", "Porto-Vecchio", "Portivechju"},
	{"eu", "Saint-Jean-Pied-de-Port", "Donibane Garazi"},
	{"ca", "Prats-de-Mollo-la-Preste", "Prats de Molló i la Presta"},
	{"gsw", "Souffelweyersheim", "Süffelwejerse"},
	{"ty", "Faa’a", "Fa’a’ā – ʻŪporu"},
	{"ty", "Papeete", "Pape’etē"},
}

// TestNamesAndMentions draws every design that shows awards with names in two
// languages, and with no mention, one, or as many as were ever imagined.
func TestNamesAndMentions(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("id,name,lang2,short,kind,edition,level,mentions\n")
	for i, n := range secondNames {
		fmt.Fprintf(&rows, "xname%d,%s / %s,%s,,commune,2025,or,\n", i, n.first, n.second, n.lang)
	}
	for n := 1; n <= 6; n++ {
		mentions := strings.TrimSuffix(strings.Repeat(longMention+"|", n), "|")
		fmt.Fprintf(&rows, "xmention%d,Communauté d’agglomération de Saint-Remy-en-Bouzemont,,CA de Saint-Remy|Saint-Remy,epci,2025,or,%s\n", n, mentions)
	}
	c, err := catalog.Load(catalog.Sources{Registry: []byte(rows.String()), RegistryName: "tnl-holders.csv", Base: "https://labels.example"})
	if err != nil {
		t.Fatal(err)
	}
	p := c.Pack("tnl")
	for _, d := range p.Designs {
		if !d.Orderable() {
			continue
		}
		for _, h := range c.Holders("tnl") {
			for i := range d.Styles {
				serve(t, c, fmt.Sprintf("/tnl/holders/%s/2025/%s.svg%s", h.ID, d.ID, styleQuery(d, i)), "<svg")
			}
		}
	}
}

func styleQuery(d *catalog.Design, i int) string {
	if i == 0 {
		return ""
	}
	return "?style=" + d.Styles[i].ID
}
