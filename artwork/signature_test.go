package artwork_test

import (
	"bytes"
	"testing"

	"panonceau/catalog"
	"panonceau/press"
)

// signed is what the signature of a file adds to it, in bytes.
const signed = 300

// TestSignature holds that the picture below an e-mail, at twice its size, is no
// heavier than 30 kB, whatever the name.
func TestSignature(t *testing.T) {
	const registry = `id,name,short,tncc,kind,dep,insee,edition,level,mentions,aliases,source
xcommune,Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson,,,commune,,,2020,4,,,
xepci,CC des Monts de Lacaune et de la Montagne du Haut Languedoc,,,epci,,,2025,or,,,
xdeux,Saint-Laurent-de-la-Cabrerisse / Sant Laurenç de la Cabrerissa,,,commune,,,2020,5,,,
`
	c, err := catalog.Load(catalog.Sources{Only: "tnl", Base: "https://panonceau.territoire-numerique-libre.org", Registry: []byte(registry), RegistryName: "tnl-holders.csv"})
	if err != nil {
		t.Fatal(err)
	}
	for _, award := range []string{"xcommune/2020", "xepci/2025", "xdeux/2020"} {
		address := "/tnl/holders/" + award + "/signature.png?width=600"
		r, err := catalog.ParseRequest(address)
		if err != nil {
			t.Fatal(err)
		}
		o, err := c.Resolve(r)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := press.Draw(&b, o); err != nil {
			t.Fatal(err)
		}
		if b.Len()+signed > 30_000 {
			t.Errorf("%s: %d bytes", address, b.Len())
		}
	}
}
