package server

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"os"
	"strings"
	"testing"

	"panonceau/catalog"
	"panonceau/credential"
	"panonceau/press"
)

// A testKey signs in tests.
type testKey struct{ private ed25519.PrivateKey }

func (testKey) ID() string                  { return "k1" }
func (k testKey) Public() ed25519.PublicKey { return k.private.Public().(ed25519.PublicKey) }
func (k testKey) Sign(m []byte) []byte      { return ed25519.Sign(k.private, m) }

// testCredentials are those of the bundled catalog in tests.
var testCredentials = func() catalog.Credentials {
	key := testKey{ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))}
	c, err := credential.New("https://labels.example", []credential.Signer{key})
	if err != nil {
		panic(err)
	}
	return c
}()

func TestCredentials(t *testing.T) {
	s := newServer(t, Options{})
	for _, test := range []struct {
		target string
		status int
		media  string
		has    string
	}{
		{"/tnl/holders/213801517/2025/credential.json", 200, "application/json", `"id": "https://labels.example/tnl/holders/213801517/2025/credential.json"`},
		{"/tnl/holders/213801517-echirolles/2025/credential.json", 200, "application/json", `holders/213801517/2025/credential.json"`},
		{"/tnl/holders/213801517/latest/credential.json", 200, "application/json", `holders/213801517/2025/credential.json"`},
		{"/tnl/holders/213801517/2025/credential.jwt", 200, "text/plain", "eyJ"},
		{"/tnl/issuer.json", 200, "application/json", `"publicKeyMultibase": "z6Mk`},
		{"/tnl/issuer.json?key=k1", 200, "application/json", `"crv": "Ed25519"`},
		{"/tnl/status.json", 200, "application/json", `"statusPurpose": "revocation"`},
		{"/tnl/status.json?purpose=suspension", 200, "application/json", `"statusPurpose": "suspension"`},

		{"/tnl/holders/213801517/2019/credential.json", 404, "application/json", "not"},
		{"/tnl/holders/213801517/1999/credential.jwt", 404, "application/json", "not"},
		{"/tnl/holders/732829320/2025/credential.json", 404, "application/json", "not"},
		{"/nobody/holders/213801517/2025/credential.json", 404, "application/json", "not"},
		{"/tnl/holders/echirolles/2025/credential.json", 400, "application/json", `"param":"holder"`},
		{"/tnl/holders/213801517/2025/credential.json?name=Paris", 400, "application/json", "no parameter"},
		{"/tnl/holders/213801517/2025/credential.jwt?=1", 400, "application/json", "no parameter"},
		{"/nobody/issuer.json", 404, "application/json", `"param":"label"`},
		{"/tnl/issuer.json?key=k9", 404, "application/json", `"param":"key"`},
		{"/tnl/issuer.json?key=k1&key=k1", 400, "application/json", "once"},
		{"/tnl/status.json?purpose=other", 400, "application/json", "suspension"},
		// There is none of what nobody was awarded.
		{"/tnl/2025/or/credential.json?name=Paris", 404, "application/json", "unknown-design"},
	} {
		r := get(s, "GET", test.target)
		b := string(body(t, r))
		if got := r.Header.Get("Content-Type"); r.StatusCode != test.status || got != test.media || !strings.Contains(b, test.has) {
			t.Errorf("%s: %d %s %.120q; want %d %s with %q", test.target, r.StatusCode, got, b, test.status, test.media, test.has)
		}
		if cache := r.Header.Get("Cache-Control"); cache == "" || strings.Contains(cache, "stale") {
			t.Errorf("%s: Cache-Control %q", test.target, cache)
		}
	}
}

// TestWithdrawnCredential: it still answers, and the list says the rest.
func TestWithdrawnCredential(t *testing.T) {
	load := func(state string) *Server {
		rows := "id,name,kind,edition,level,state,state_date\n213801517,Échirolles,commune,2025,or," + state + "\n"
		c, err := catalog.Load(catalog.Sources{Registry: []byte(rows), RegistryName: "tnl-holders.csv", Credentials: testCredentials})
		if err != nil {
			t.Fatal(err)
		}
		return New(c, press.New(press.Options{}), Options{})
	}
	before, after := load(","), load("withdrawn,2026-01-02")
	const address, list = "/tnl/holders/213801517/2025/credential.json", "/tnl/status.json"
	if r := get(after, "GET", address); r.StatusCode != 200 || !bytes.Equal(body(t, r), body(t, get(before, "GET", address))) {
		t.Errorf("%d; want the same credential as before", r.StatusCode)
	}
	held := get(before, "GET", list)
	if r := get(after, "GET", list, "If-None-Match", held.Header.Get("Etag")); r.StatusCode != 200 || bytes.Equal(body(t, r), body(t, held)) {
		t.Errorf("%d; want another list", r.StatusCode)
	}
	if r := get(after, "GET", "/tnl/holders/213801517/2025/badge.svg?bake=1"); bytes.Contains(body(t, r), []byte("openbadges")) {
		t.Error("the picture of what was withdrawn has an open badge")
	}
}

// TestBaked takes open badges out of pictures as their readers do.
func TestBaked(t *testing.T) {
	s := newServer(t, Options{})
	const award = "/tnl/holders/213801517/2025/"
	want := body(t, get(s, "GET", award+"credential.json"))
	for _, target := range []string{"badge.svg", "logo.png?width=200", "logo.svg?variant=mono"} {
		plain := get(s, "GET", award+target)
		sep := "?"
		if strings.Contains(target, "?") {
			sep = "&"
		}
		baked := get(s, "GET", award+target+sep+"bake=1")
		if a, b := plain.Header.Get("Etag"), baked.Header.Get("Etag"); a == b {
			t.Errorf("%s: both have the tag %s", target, a)
		}
		picture := body(t, baked)
		unbake := unbakeSVG
		if strings.Contains(target, "png") {
			unbake = unbakePNG
		}
		got := unbake(t, picture)
		if len(got) != 1 || compact(t, []byte(got[0])) != compact(t, want) {
			t.Errorf("%s: %d open badges; want that of the award", target, len(got))
		}
		if found := unbake(t, body(t, plain)); len(found) > 0 {
			t.Errorf("%s: an open badge that nobody asked for", target)
		}
	}
	for _, target := range []string{
		award + "logo.pdf?bake=1", award + "sign.png?bake=1&mockup=post", award + "sign.svg?bake=1&proof=a4",
		"/tnl/2025/or/logo.svg?bake=1", "/tnl/2025/or/logo.svg?bake=1&name=Paris",
	} {
		if r := get(s, "GET", target); r.StatusCode != 400 {
			t.Errorf("%s: %d; want 400", target, r.StatusCode)
		}
	}
}

// TestUnsigned: a service without keys says so.
func TestUnsigned(t *testing.T) {
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs")})
	if err != nil {
		t.Fatal(err)
	}
	s := New(c, press.New(press.Options{}), Options{})
	for target, status := range map[string]int{
		"/coquelicot/issuer.json": 404, "/coquelicot/status.json": 404,
		"/coquelicot/holders/210500740/2022-2024/credential.json":   404,
		"/coquelicot/holders/210500740/2022-2024/flower.svg?bake=1": 400,
	} {
		if r := get(s, "GET", target); r.StatusCode != status {
			t.Errorf("%s: %d; want %d", target, r.StatusCode, status)
		}
	}
}

func compact(t *testing.T, b []byte) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// unbakeSVG returns the open badges of an SVG file, and checks that the first
// is right after the root element.
func unbakeSVG(t *testing.T, b []byte) (found []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(b))
	elements := 0
	for {
		token, err := d.Token()
		if err != nil {
			return found
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		elements++
		if start.Name == (xml.Name{Space: "https://purl.imsglobal.org/ob/v3p0", Local: "credential"}) {
			var text string
			if err := d.DecodeElement(&text, &start); err != nil {
				t.Error(err)
			}
			if elements != 2 {
				t.Errorf("the open badge is element %d; want it right after the root", elements)
			}
			found = append(found, text)
		}
	}
}

// unbakePNG returns the open badges of a PNG file.
func unbakePNG(t *testing.T, b []byte) (found []string) {
	t.Helper()
	if _, err := png.Decode(bytes.NewReader(b)); err != nil {
		t.Error(err)
	}
	for at := 8; at+8 <= len(b); {
		size := int(b[at])<<24 | int(b[at+1])<<16 | int(b[at+2])<<8 | int(b[at+3])
		data := b[at+8 : at+8+size]
		// Keyword, not compressed, no language, no translation.
		if text, ok := bytes.CutPrefix(data, []byte("openbadgecredential\x00\x00\x00\x00\x00")); ok && string(b[at+4:at+8]) == "iTXt" {
			found = append(found, string(text))
		}
		at += 12 + size
	}
	return found
}
