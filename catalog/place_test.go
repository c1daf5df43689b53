package catalog

import (
	"slices"
	"strings"
	"testing"
)

const placeHeader = "id,name,kind,edition,level,lat,lon,postcode\n"

func TestReadPlace(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	r, err := readRegistry("a.csv", []byte(placeHeader+
		"xaa,A,bourg,2022-2024,une,-21.3777,55.61691,97480|97400\n"+
		"xaa,A,bourg,2019-2021,une,,,\n"+
		"xbb,B,bourg,2019-2021,une,,,\n"), p)
	if err != nil {
		t.Fatal(err)
	}
	a, b := r.byID["xaa"], r.byID["xbb"]
	if a.Place == nil || *a.Place != (Place{-21.3777, 55.61691}) || !slices.Equal(a.Postcodes, []string{"97480", "97400"}) {
		t.Errorf("place %v, postcodes %q: a row without them took them away", a.Place, a.Postcodes)
	}
	if b.Place != nil || b.Postcodes != nil {
		t.Errorf("place %v, postcodes %q of a holder without", b.Place, b.Postcodes)
	}
}

func TestReadPlaceErrors(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	for cells, says := range map[string]string{
		"45.1,,":               `a.csv:2: column "lon": the longitude is missing`,
		",5.7,":                `a.csv:2: column "lat": the latitude is missing`,
		"90.1,5,":              `a.csv:2: column "lat": "90.1": want decimal degrees from -90 to 90`,
		"45,-180.5,":           `a.csv:2: column "lon": "-180.5": want decimal degrees from -180 to 180`,
		"1e1,5,":               `a.csv:2: column "lat": "1e1"`,
		"NaN,5,":               `a.csv:2: column "lat": "NaN"`,
		`"45,1",5,`:            `a.csv:2: column "lat": "45,1"`,
		"45.12345678901234,5,": `a.csv:2: column "lat"`,
		",,9748":               `a.csv:2: column "postcode": "9748": want five digits`,
		",,2A004":              `a.csv:2: column "postcode": "2A004": want five digits`,
		",," + strings.Repeat("97400|", maxPostcodes+1): `a.csv:2: column "postcode": 41 entries; at most 40`,
	} {
		_, err := readRegistry("a.csv", []byte(placeHeader+"xaa,A,bourg,2019-2021,une,"+cells+"\n"), p)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40q: %v, want … %s …", cells, err, says)
		}
	}
}

// TestPlaceIsInNoPicture holds that addresses keep their pictures when a place
// is corrected.
func TestPlaceIsInNoPicture(t *testing.T) {
	p := testPacks(t).Pack("coquelicot")
	digest := func(place string) string {
		r, err := readRegistry("a.csv", []byte(placeHeader+"xaa,A,bourg,2019-2021,une,"+place+"\n"), p)
		if err != nil {
			t.Fatal(err)
		}
		return r.byID["xaa"].Newest().digest
	}
	if digest(",,") != digest("45,5,38000") {
		t.Error("a place changes the pictures of its holder")
	}
}

// TestBundledPlaces holds that everybody in the bundled registry is on the map.
func TestBundledPlaces(t *testing.T) {
	for _, h := range bundled(t).Holders("tnl") {
		if h.Place == nil || len(h.Postcodes) == 0 {
			t.Errorf("%s has no place or no postcode", h.Newest().Name)
		}
	}
}
