package attest

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"
)

// The first two keys of RFC 8032 §7.1, and two blocks that OpenSSL wrote of the
// first.
const (
	seed1   = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
	public1 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
	seed2   = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
	public2 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"

	privatePEM = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n"
	publicPEM  = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n"
)

func keysOf(t testing.TB, lines ...string) Keys {
	t.Helper()
	keys, err := ParseKeys("k", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestRFC8032 holds that keys are those of the standard.
func TestRFC8032(t *testing.T) {
	keys := keysOf(t, "# ours", "", "new "+seed2, " old\tpublic:"+public1+" from 2025-01-02 until 2026-03-31\r")
	k := keys[0]
	want := "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
	if got := hex.EncodeToString(k.Sign([]byte{0x72})); got != want || hex.EncodeToString(k.Public()) != public2 {
		t.Errorf("signature %s by %x", got, k.Public())
	}
	if !k.Verify([]byte{0x72}, k.Sign([]byte{0x72})) || k.Verify([]byte{0x73}, k.Sign([]byte{0x72})) || (Key{}).Verify(nil, make([]byte, 64)) {
		t.Error("a signature is not what it is")
	}
	old := keys[1]
	if old.CanSign() || old.Expired(time.Date(2026, 3, 31, 23, 0, 0, 0, time.UTC)) || !old.Expired(time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("%+v, until %v", old, old.Until)
	}
	// RFC 8037 Appendix A.2, and the encoding of the same key that OpenSSL and
	// another base58 made.
	if j := keys[1].JWK(); j.X != "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" || j.Kid != "old" {
		t.Errorf("%+v", j)
	}
	if m := keys[1].Multibase(); m != "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw" {
		t.Errorf("multibase %s", m)
	}
}

func TestPEM(t *testing.T) {
	keys := keysOf(t, "a pem until 2026-01-01", privatePEM+"b "+seed2)
	if hex.EncodeToString(keys[0].Public()) != public1 || !keys[0].CanSign() || keys[0].Until.IsZero() || len(keys) != 2 {
		t.Errorf("%v", keys)
	}
	keys = keysOf(t, "a pem", publicPEM)
	if hex.EncodeToString(keys[0].Public()) != public1 || keys[0].CanSign() {
		t.Errorf("%v", keys)
	}
}

func TestSigner(t *testing.T) {
	dev := DevKey()
	for _, c := range []struct {
		keys           Keys
		signer, issuer string
	}{
		{nil, "", ""},
		{Keys{dev}, "", "dev"},
		{keysOf(t, "a public:"+public1, "b "+seed2), "b", "b"},
		{append(Keys{dev}, keysOf(t, "b "+seed2)...), "b", "b"},
	} {
		signer, _ := c.keys.Signer()
		issuer, _ := c.keys.Issuer()
		if signer.id != c.signer || issuer.id != c.issuer {
			t.Errorf("%v: signer %v, issuer %v", c.keys, signer, issuer)
		}
	}
	if bytes.Equal(dev.Public(), DevKey().Public()) {
		t.Error("two programs make the same key")
	}
}

func TestParseKeysErrors(t *testing.T) {
	var many strings.Builder
	for i := range maxKeys + 1 {
		fmt.Fprintf(&many, "k%d %064x\n", i, i)
	}
	for _, c := range []struct{ data, says string }{
		{"", "f: no key"},
		{"# k " + seed1, "f: no key"},
		{"\nk\n", "f:2: want a key id"},
		{seed1, "f:1: want a key id"},
		{"K " + seed1, "f:1: key id: want"},
		{strings.Repeat("k", 17) + " " + seed1, "f:1: key id: want"},
		{"k " + seed1[:62], "f:1: key k: want a seed of 32 bytes"},
		{"k " + seed1 + "00", "f:1: key k: want a seed of 32 bytes"},
		{"k public:" + seed1[:62], "f:1: key k: want public: and 32 bytes"},
		{"k " + seed1 + "\nk " + seed2, "f:2: the key k is there twice"},
		{"k " + seed1 + "\nl public:" + public1, "f:2: keys k and l are the same"},
		{"k " + seed1 + " until", "f:1: key k: want from DAY"},
		{"k " + seed1 + " until 2026", "f:1: key k: want from DAY"},
		{"k " + seed1 + " until 2026-01-01 until 2026-01-02", "want from DAY"},
		{"k " + seed1 + " from 2026-01-02 until 2026-01-01", "ends before it begins"},
		{"k " + seed1 + " for 2026-01-01", "want from DAY"},
		{"k pem", "f:1: key k: want a PEM block"},
		{"k pem\n" + seed1, "f:2: key k: want a PEM block"},
		{"k pem\n-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1h\n-----END PRIVATE KEY-----", "no Ed25519 key"},
		{strings.Repeat("#", maxKeyFile+1), "f: 65537 bytes; at most 65536"},
		{many.String(), "f:65: more than 64 keys"},
	} {
		_, err := ParseKeys("f", []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%.80q: %v, want … %s …", c.data, err, c.says)
		}
		if err != nil && strings.Contains(err.Error(), seed1[:8]) {
			t.Errorf("%.80q: the error shows a secret: %v", c.data, err)
		}
	}
}

// TestKeysAreNotShown holds that a key shows nothing, whoever prints it and
// how: alone, in a list, hidden in a struct, in a log, as JSON.
func TestKeysAreNotShown(t *testing.T) {
	keys := keysOf(t, "k1 "+seed1)
	hidden := struct{ keys *Keys }{&keys}
	var said []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%o", "%b", "%t", "%U"} {
		said = append(said, fmt.Sprintf(verb, keys), fmt.Sprintf(verb, keys[0]), fmt.Sprintf(verb, &keys[0]), fmt.Sprintf(verb, *hidden.keys),
			fmt.Sprintf(verb, hidden), fmt.Sprintf(verb, struct{ k Key }{keys[0]}), fmt.Sprintf(verb, struct{ K any }{keys}))
	}
	var log bytes.Buffer
	slog.New(slog.NewTextHandler(&log, nil)).Info("x", "key", keys[0], "keys", keys, "in", hidden)
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "key", keys[0], "keys", keys)
	b, err := json.Marshal(struct{ Key any }{keys})
	if err != nil {
		t.Fatal(err)
	}
	said = append(said, log.String(), string(b))
	seed, _ := hex.DecodeString(seed1)
	for _, s := range said {
		for _, secret := range []string{string(seed[:6]), seed1[:12], strings.ToUpper(seed1[:12]), "157 97 177", "0x9d, 0x61", "nWGx", "235 141 353"} {
			if strings.Contains(s, secret) {
				t.Errorf("%q shows the secret", s)
			}
		}
	}
	if !slices.Contains(said, "[k1]") {
		t.Errorf("the id is not shown: %q", said[:3])
	}
}

func TestDocument(t *testing.T) {
	keys := keysOf(t, "new "+seed2, "old public:"+public1+" from 2025-01-02 until 2026-03-31")
	b, err := json.Marshal(keys.Document("https://labels.example"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseDocument("d", b)
	if err != nil || len(read) != 2 || read[0].CanSign() || !read[1].Until.Equal(keys[1].Until) || !read[1].From.Equal(keys[1].From) {
		t.Fatalf("%v %+v", err, read)
	}
	if !read[0].Verify([]byte("x"), keys[0].Sign([]byte("x"))) {
		t.Error("the document has another key")
	}
	for _, bad := range []string{"", "{}", `{"version":1,"keys":[{"id":"a"}]}`, strings.Repeat(" ", maxKeyFile+1),
		strings.Replace(string(b), `"OKP"`, `"EC"`, 1), strings.Replace(string(b), "2026-03-31", "2026-03-32", 1), strings.Replace(string(b), `"x":"`, `"x":"A`, 1)} {
		if _, err := ParseDocument("d", []byte(bad)); err == nil {
			t.Errorf("%.60q is a document", bad)
		}
	}
}

func FuzzParseKeys(f *testing.F) {
	f.Add([]byte("k1 " + seed1 + "\nk0 public:" + public2 + " until 2026-01-01"))
	f.Add([]byte("a pem\n" + privatePEM))
	f.Fuzz(func(t *testing.T, data []byte) {
		keys, err := ParseKeys("f", data)
		if err == nil && (len(keys) == 0 || len(keys) > maxKeys) {
			t.Fatalf("%d keys", len(keys))
		}
		for _, k := range keys {
			if len(k.Public()) != 32 || k.CanSign() && !k.Verify([]byte("x"), k.Sign([]byte("x"))) {
				t.Fatalf("%v cannot check what it signs", k)
			}
		}
	})
}
