package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	secret1 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
	secret2 = "ffeeddccbbaa99887766554433221100"
)

func twoKeys(t testing.TB) Keys {
	t.Helper()
	keys, err := ParseKeys("k", []byte("# ours\n\nnew "+secret1+"\r\n old\t"+secret2+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

var (
	noon = time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC)
	none time.Time
)

func TestSign(t *testing.T) {
	keys := twoKeys(t)
	const message = "/tnl/2025/or/logo?name=Lyon"
	// Computed with OpenSSL: a change here makes every address that was
	// signed a specimen.
	want := "new.0.abaQBajRPsOZeiL8vVWmVdhnWnWdwcDvfbhngjpEoD4"
	if got := keys[0].Sign(message, none); got != want {
		t.Errorf("signature %s; want %s", got, want)
	}
	for _, k := range keys {
		for _, end := range []time.Time{none, noon} {
			sig := k.Sign(message, end)
			if v, until := keys.Check(message, sig, noon.Add(-time.Second)); v != Good || !until.Equal(end) {
				t.Errorf("%s: %v until %v", sig, v, until)
			}
		}
	}
	sig := keys[1].Sign(message, noon)
	if v, until := keys.Check(message, sig, noon); v != Expired || !until.Equal(noon) {
		t.Errorf("at its expiry: %v until %v", v, until)
	}
	if v, _ := keys[:1].Check(message, sig, none); v != Bad {
		t.Errorf("by a key that was withdrawn: %v", v)
	}
}

// TestForgeries tries what somebody could do to a signature.
func TestForgeries(t *testing.T) {
	keys := twoKeys(t)
	const message = "/tnl/2025/or/logo?name=Lyon"
	good := keys[0].Sign(message, noon)
	id, rest, _ := strings.Cut(good, ".")
	end, mac, _ := strings.Cut(rest, ".")
	last := mac[:len(mac)-1] + string(mac[len(mac)-1]+1) // other spare bits
	foreign, err := ParseKeys("k", []byte("new "+secret2))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, message, sig string }{
		{"another message", message + "x", good},
		{"a part of the message", message[:len(message)-1], good},
		{"no signature", message, ""},
		{"the other key's name", message, "old." + end + "." + mac},
		{"an unknown key's name", message, "x." + end + "." + mac},
		{"a later expiry", message, id + ".9999999999." + mac},
		{"no expiry", message, id + ".0." + mac},
		{"an expiry in other words", message, id + ".0" + end + "." + mac},
		{"a signed expiry", message, id + ".+" + end + "." + mac},
		{"a negative expiry", message, id + ".-1." + mac},
		{"an expiry out of range", message, id + ".99999999999999999999." + mac},
		{"no MAC", message, id + "." + end + "."},
		{"no MAC at all", message, id + "." + end},
		{"a shorter MAC", message, id + "." + end + "." + mac[:22]},
		{"padding", message, good + "="},
		{"more after it", message, good + "." + mac},
		{"spare bits", message, id + "." + end + "." + last},
		{"another case", message, strings.ToUpper(good)},
		{"a foreign key of the same name", message, foreign[0].Sign(message, noon)},
		{"a very long one", message, good + strings.Repeat("A", 1<<16)},
		{"zeros", message, id + "." + end + "." + base64.RawURLEncoding.EncodeToString(make([]byte, 32))},
	} {
		if v, until := keys.Check(c.message, c.sig, noon.Add(-time.Hour)); v != Bad || !until.IsZero() {
			t.Errorf("%s: %v until %v", c.what, v, until)
		}
	}
	if v, _ := Keys(nil).Check(message, good, noon); v != Bad {
		t.Error("good without a key")
	}
}

func TestParseKeysErrors(t *testing.T) {
	many := ""
	for i := range maxKeys + 1 {
		many += fmt.Sprintf("k%d %s\n", i, secret1)
	}
	for _, c := range []struct{ data, says string }{
		{"", "f: no key"},
		{"# k " + secret1, "f: no key"},
		{"\nk\n", "f:2: want a key id"},
		{"k " + secret1 + " x", "f:1: want a key id"},
		{"K " + secret1, "f:1: key id: want"},
		{"k.1 " + secret1, "f:1: key id: want"},
		{strings.Repeat("k", 17) + " " + secret1, "f:1: key id: want"},
		{"k " + secret1[:30], "f:1: key k: secret of 15 bytes; want 16 to 64"},
		{"k " + secret1 + secret1 + "00", "secret of 65 bytes"},
		{"k zz" + secret1, "f:1: key k: the secret is not hexadecimal"},
		{"k " + secret1 + "\nk " + secret2, "f:2: the key k is there twice"},
		{many, "f:33: more than 32 keys"},
	} {
		_, err := ParseKeys("f", []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %v, want … %s …", c.data, err, c.says)
		}
		if err != nil && (strings.Contains(err.Error(), secret1[:16]) || strings.Contains(err.Error(), "zz00")) {
			t.Errorf("%q: the error shows a secret: %v", c.data, err)
		}
	}
}

// TestKeysAreNotShown holds that a key shows its id and nothing else, whoever
// prints it and how: alone, in a list, hidden in a struct, in a log, as JSON.
func TestKeysAreNotShown(t *testing.T) {
	keys := twoKeys(t)
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
	for _, s := range said {
		for _, secret := range []string{"\x18\x19\x1a", secret1[48:], strings.ToUpper(secret1[48:]), "24 25 26", "0x18, 0x19", "GBka", "30 31 32", "U+0018", "11000 11001", "\\x18"} {
			if strings.Contains(s, secret) {
				t.Errorf("%q shows the secret", s)
			}
		}
	}
	if !slices.Contains(said, "[new old]") || string(b) != `{"Key":["new","old"]}` {
		t.Errorf("the ids are not shown: %q, %s", said[:3], b)
	}
}

func FuzzCheck(f *testing.F) {
	keys := twoKeys(f)
	const message = "/tnl/2025/or/logo?name=Lyon"
	good := keys[0].Sign(message, none)
	f.Add(good)
	f.Add(keys[1].Sign(message, noon))
	f.Add("new.0.")
	f.Add("..")
	f.Fuzz(func(t *testing.T, sig string) {
		v, until := keys.Check(message, sig, none)
		for _, k := range keys {
			if v == Good && sig == k.Sign(message, until) {
				return
			}
		}
		if v == Good {
			t.Fatalf("%q is good, and no key made it", sig)
		}
	})
}
