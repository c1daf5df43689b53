package catalog

import (
	"errors"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"panonceau/internal/seal"
	"panonceau/render"
)

var noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)

// signing returns the pack for tests with two keys, at a time.
func signing(t testing.TB, now time.Time, free FreeText) *Catalog {
	t.Helper()
	keys, err := seal.ParseKeys("keys", []byte("k2 "+strings.Repeat("a1", 32)+"\nk1 "+strings.Repeat("b2", 32)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := Load(Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot", Base: "https://labels.example",
		Keys: keys, Free: free, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func sign(t testing.TB, c *Catalog, address, key string, expiry time.Time) string {
	t.Helper()
	signed, err := c.Sign(address, key, expiry)
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

const lyon = "/coquelicot/2022-2024/deux/card.svg?name=Lyon&style=tall"

func TestSigned(t *testing.T) {
	c := signing(t, noon, FreeOn)
	for _, key := range []string{"", "k1"} {
		for _, end := range []time.Time{{}, noon.Add(time.Hour)} {
			address := sign(t, c, lyon, key, end)
			o := order(t, c, address)
			if o.State != StateOK || !o.Signed || !o.Until.Equal(end) || o.Canonical != address || o.Permanent != address {
				t.Errorf("%s: %+v, canonical %s, until %v", address, o.State, o.Canonical, o.Until)
			}
			s := o.Spec
			if s.Specimen != "" || s.Meta.Specimen || s.Meta.Holder != "Lyon" || s.Meta.URL != "https://labels.example"+address {
				t.Errorf("%s: specimen %q, meta %+v", address, s.Specimen, s.Meta)
			}
			if twin := o.Twin(TwinOptions{Formats: []string{"svg", "png", "pdf"}}); !twin.State.Attest || twin.URL != address {
				t.Errorf("%s: twin %+v, %s", address, twin.State, twin.URL)
			} else if o := order(t, c, twin.Formats["pdf"]); o.State != StateOK {
				t.Errorf("%s: the PDF is a %s", address, o.State.En)
			}
		}
	}
}

// TestSignedSpellings holds that every spelling of a signed address is signed.
func TestSignedSpellings(t *testing.T) {
	c := signing(t, noon, FreeOn)
	address := sign(t, c, "https://labels.example/coquelicot/2022-2024/deux/card.svg?style=tall&lang=fr&name=L%27Ha%C3%BF", "", time.Time{})
	sig := address[strings.Index(address, "&sig="):]
	for _, a := range []string{
		address,
		address + "&download&v=abcd",
		"/coquelicot/2022-2024/deux/card.svg?name=L'Ha%C3%BF&style=tall" + sig,
		"/coquelicot/2022-2024/deux/card.svg?style=tall&name=%4C'Hay%CC%88" + sig, // NFD
		"/coquelicot/2022-2024/deux/card.svg?name=+L'Ha%C3%BF+&style=tall&variant=plain" + sig,
		"/coquelicot/2022-2024/deux/card.png?name=L'Ha%C3%BF&style=tall&scale=1" + sig,
		"/coquelicot/2022-2024/deux/card.json?name=L'Ha%C3%BF&style=tall" + sig,
	} {
		if o := order(t, c, a); o.State != StateOK || !o.Signed || o.Request.Name != "L'Haÿ" {
			t.Errorf("%s: %s", a, o.State.En)
		}
	}
}

// TestAttacks tries to get an official picture for an award that nobody made.
// Each attempt ends as a specimen, as a picture of a state, or as an error.
func TestAttacks(t *testing.T) {
	c := signing(t, noon, FreeOn)
	signed := sign(t, c, lyon, "", noon.Add(time.Hour))
	foreign, err := seal.ParseKeys("keys", []byte("k2 "+strings.Repeat("c3", 32)))
	if err != nil {
		t.Fatal(err)
	}
	request, err := ParseRequest(lyon)
	if err != nil {
		t.Fatal(err)
	}
	_, sig, _ := strings.Cut(signed, "&sig=")
	swap := func(old, new string) string {
		a := strings.Replace(signed, old, new, 1)
		if a == signed {
			t.Fatalf("%s is not in %s", old, signed)
		}
		return a
	}
	const invalid = "invalid"
	for _, a := range []struct{ what, address, want string }{
		{"no signature", lyon, "specimen"},
		{"a stripped signature", swap("&sig="+sig, ""), "specimen"},
		{"an empty signature", swap(sig, ""), invalid},
		{"replayed on another name", swap("Lyon", "Paris"), "bad-signature"},
		{"replayed on another level", swap("/deux/", "/trois/"), "bad-signature"},
		{"replayed on another edition", swap("2022-2024", "2019-2021"), "bad-signature"},
		{"replayed on another design", "/coquelicot/2022-2024/deux/flower.svg?name=Lyon&sig=" + sig, "bad-signature"},
		{"replayed with another option", signed + "&lang=en", "bad-signature"},
		{"replayed without an option", swap("style=tall&", ""), "bad-signature"},
		{"replayed on a holder", "/coquelicot/holders/xlemans/2022-2024/card.svg?style=tall&sig=" + sig, "not-awarded"},
		{"replayed on a name for a holder", "/coquelicot/holders/xlemans/2019-2021/card.svg?name=Lyon&sig=" + sig, invalid},
		{"a foreign key of the same name", lyon + "&sig=" + foreign[0].Sign(request.signed(), time.Time{}), "bad-signature"},
		{"another key's name", swap("sig=k2.", "sig=k1."), "bad-signature"},
		{"without its expiry", swap("."+strings.Split(sig, ".")[1]+".", ".0."), "bad-signature"},
		{"in other case", swap(sig, strings.ToUpper(sig)), "bad-signature"},
		{"in other coding", swap(sig, strings.ReplaceAll(sig, ".", "%2e")), "ok"},
		{"with padding", swap(sig, sig+"%3D"), invalid},
		{"too long", swap(sig, sig+strings.Repeat("A", 99)), invalid},
		{"a name given twice", signed + "&name=Paris", invalid},
		{"a name given twice, in other coding", signed + "&n%61me=Paris", invalid},
		{"a signature given twice", signed + "&sig=" + sig, invalid},
		{"a parameter in other case", swap("name=", "Name="), invalid},
		{"a parameter in brackets", signed + "&name[]=Paris", invalid},
		{"an encoded separator", swap("&name=", "%26name="), invalid},
		{"a separator that others know", strings.Replace(lyon, "&", ";", 1), "specimen"},
		{"double encoding", swap("Lyon", "%254Cyon"), "bad-signature"},

		{"a level that is not", "/coquelicot/2022-2024/quatre/card.svg", "unknown-level"},
		{"a level in other case", "/coquelicot/2022-2024/Deux/card.svg", invalid},
		{"a level for a holder", "/coquelicot/holders/xlemans/2019-2021/trois/card.svg", "not found"},
		{"a level in the place of the edition", "/coquelicot/holders/xlemans/trois/card.svg", "unknown-edition"},
		{"a parent directory", "/coquelicot/holders/xlemans/2019-2021/../card.svg", "not found"},
		{"an encoded slash", "/coquelicot/2022-2024/deux%2f..%2ftrois/card.svg", invalid},
		{"an edition that was not awarded", "/coquelicot/holders/xlemans/2022-2024/card.svg", "not-awarded"},
		{"an identifier with a wrong digit", "/coquelicot/holders/210500741/2019-2021/card.svg", "unknown-holder"},

		{"markup in a name", "/coquelicot/2022-2024/deux/card.svg?name=%3Cscript%3E", "specimen"},
		{"a line break in a name", "/coquelicot/2022-2024/deux/card.svg?name=A%0AB", invalid},
		{"a bidi override in a name", "/coquelicot/2022-2024/deux/card.svg?name=%E2%80%AEnoyL", invalid},
		{"a zero-width space in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%E2%80%8Bon", invalid},
		{"a soft hyphen in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%C2%ADon", invalid},
		{"an isolate in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%E2%81%A7on", invalid},
		{"an Arabic letter mark in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%D8%9Con", invalid},
		{"a byte order mark in a name", "/coquelicot/2022-2024/deux/card.svg?name=%EF%BB%BFLyon", invalid},
		{"a word joiner in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%E2%81%A0on", invalid},
		{"a variation selector in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%EF%B8%8Fon", invalid},
		{"a letter of tags in a name", "/coquelicot/2022-2024/deux/card.svg?name=Lyon%F3%A0%81%A1", invalid},
		{"a Hangul filler in a name", "/coquelicot/2022-2024/deux/card.svg?name=Ly%E3%85%A4on", invalid},
		{"a heap of accents in a name", "/coquelicot/2022-2024/deux/card.svg?name=Lyo" + strings.Repeat("%CC%81", 9) + "n", invalid},
		{"an escape of terminals in a name", "/coquelicot/2022-2024/deux/card.svg?name=%1B%5B31mLyon", invalid},
		{"NUL in a name", "/coquelicot/2022-2024/deux/card.svg?name=Lyon%00", invalid},
		{"nothing but spaces", "/coquelicot/2022-2024/deux/card.svg?name=%C2%A0%E3%80%80", invalid},
		{"overlong UTF-8", "/coquelicot/2022-2024/deux/card.svg?name=Ly%C0%AFon", invalid},
		{"a fragment", lyon + "#x", invalid},
		{"a fragment before the signature", swap("&sig", "#&sig"), invalid},
		{"a byte that is not UTF-8", "/coquelicot/2022-2024/deux/card.svg?name=Ly%FFon", invalid},
		{"a homoglyph", swap("Lyon", url.QueryEscape("L\u0443on")), "bad-signature"},
		{"a million characters", "/coquelicot/2022-2024/deux/card.svg?name=" + strings.Repeat("x", 1e6), invalid},
	} {
		got, o := outcome(c, a.address)
		if got != a.want {
			t.Errorf("%s: %s; want %s", a.what, got, a.want)
		}
		if o == nil {
			continue
		}
		if marked := o.Spec.Specimen != "" && o.Spec.Meta.Specimen; marked != o.State.isFree() {
			t.Errorf("%s: specimen mark %t of a %s", a.what, marked, o.State.Code)
		}
		if twin := o.Twin(TwinOptions{}); twin.State.Attest != (a.want == "ok") {
			t.Errorf("%s: attested %t", a.what, twin.State.Attest)
		}
		if a.want != "ok" && strings.Contains(o.Canonical, "sig=") {
			t.Errorf("%s: canonical address %s", a.what, o.Canonical)
		}
		if _, err := render.Compose(o.Spec); err != nil {
			t.Errorf("%s: %v", a.what, err)
		}
	}
}

// outcome returns the state of an address, or what kind of error it is.
func outcome(c *Catalog, address string) (string, *Order) {
	_, state, o := answer(c, address)
	if state == "-" {
		state = "not found"
	}
	return state, o
}

// TestOtherSlug holds that the slug of an address is for people: the name in
// the picture is that of the identifier.
func TestOtherSlug(t *testing.T) {
	o := order(t, testPacks(t), "/coquelicot/holders/xlemans-lettret/2019-2021/card.svg")
	if o.Canonical != "/coquelicot/holders/xlemans/2019-2021/card.svg" || find(o.Spec.Fields, "holder") != "Le Mans" {
		t.Errorf("canonical %s, holder %q", o.Canonical, find(o.Spec.Fields, "holder"))
	}
}

func TestSignatureEnds(t *testing.T) {
	before := signing(t, noon.Add(-time.Second), FreeOn)
	after := signing(t, noon, FreeOn)
	address := sign(t, before, lyon, "", noon)
	was, is := order(t, before, address), order(t, after, address)
	if was.State != StateOK || is.State != StateExpiredSignature || is.Spec.Specimen == "" || is.Key == was.Key {
		t.Errorf("%s, then %s", was.State.En, is.State.En)
	}
	// A catalog that has lost its keys believes nothing.
	if o := order(t, testPacks(t), address); o.State != StateBadSignature || o.Spec.Specimen == "" {
		t.Errorf("without keys: %s", o.State.En)
	}
}

func TestFreeText(t *testing.T) {
	signed := sign(t, signing(t, noon, FreeOn), lyon, "", time.Time{})
	for _, c := range []struct {
		free    FreeText
		address string
		want    string
	}{
		{FreeOn, lyon, "specimen"}, {FreeOn, signed, "ok"},
		{FreeSigned, lyon, "unsigned"}, {FreeSigned, signed, "ok"},
		{FreeSigned, signed + "x", "bad-signature"},
		{FreeOff, lyon, "no-free-text"}, {FreeOff, signed, "no-free-text"},
		{FreeOff, "/coquelicot/holders/xlemans/latest/card.svg", "expired"},
		{FreeOff, "/coquelicot/2022-2024/deux/card.svg", "ok"},
	} {
		cat := signing(t, noon, c.free)
		got, o := outcome(cat, c.address)
		if got != c.want {
			t.Errorf("%d %s: %s; want %s", c.free, c.address, got, c.want)
		}
		if o.State.Status == 403 && strings.Contains(find(o.Spec.Fields, "state-detail"), "Lyon") {
			t.Errorf("%d %s: the refusal shows the name", c.free, c.address)
		}
		if _, err := render.Compose(o.Spec); err != nil {
			t.Errorf("%d %s: %v", c.free, c.address, err)
		}
	}
	var f FreeText
	if err := f.UnmarshalText([]byte("signed")); err != nil || f != FreeSigned {
		t.Errorf("signed: %v, %v", f, err)
	}
	if err := f.UnmarshalText([]byte("maybe")); err == nil {
		t.Error("maybe is allowed")
	}
}

func TestSignErrors(t *testing.T) {
	c := signing(t, noon, FreeSigned)
	for _, a := range []struct{ address, key, says string }{
		{"/coquelicot/2022-2024/deux/card.svg", "", "only a free name"},
		{"/coquelicot/2022-2024/quatre/card.svg?name=X", "", "unknown level"},
		{"/coquelicot/2022-2024/deux/card.svg?nom=X", "", "unknown parameter"},
		{lyon, "k9", `no key is called "k9"`},
	} {
		if _, err := c.Sign(a.address, a.key, time.Time{}); err == nil || !strings.Contains(err.Error(), a.says) {
			t.Errorf("%s: %v, want … %s …", a.address, err, a.says)
		}
	}
	if _, err := testPacks(t).Sign(lyon, "", time.Time{}); err == nil || errors.Is(err, ErrInvalid) {
		t.Errorf("without keys: %v", err)
	}
}

// TestFreeDesigns holds that an unsigned name is drawn in the designs that the
// operator allows, and a bad signature opens no other.
func TestFreeDesigns(t *testing.T) {
	c := signing(t, noon, FreeOn)
	signed := sign(t, c, lyon, "", time.Time{})
	for _, l := range []struct{ design, address, want string }{
		{"flower", lyon, "unsigned"}, {"flower", lyon + "&sig=k2.0.AAAA", "unsigned"}, {"flower", signed, "ok"},
		{"card", lyon, "specimen"}, {"card", lyon + "&sig=k2.0.AAAA", "bad-signature"},
	} {
		c.freeDesigns = []string{l.design}
		if got, _ := outcome(c, l.address); got != l.want {
			t.Errorf("%s, %s: %s; want %s", l.design, l.address, got, l.want)
		}
	}
}
