package kit_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/credential"
	"panonceau/kit"
)

// TestSigned checks the manifest of a signed kit as docs/notes/trust.md tells
// others to, and what it says of the award.
func TestSigned(t *testing.T) {
	keys, err := attest.ParseKeys("keys", []byte("k1 "+strings.Repeat("a1", 32)))
	if err != nil {
		t.Fatal(err)
	}
	badges, err := credential.New("https://labels.example", []credential.Signer{keys[0]})
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(catalog.Sources{Packs: os.DirFS("../testdata/packs"), Base: "https://labels.example", Attest: keys, Credentials: badges})
	if err != nil {
		t.Fatal(err)
	}
	r, err := catalog.ParseRequest("/coquelicot/holders/xplouguerneau/2022-2024.zip")
	if err != nil {
		t.Fatal(err)
	}
	o, err := c.Resolve(r)
	if err != nil {
		t.Fatal(err)
	}
	archive := write(t, c, o, kit.Options{})
	_, files := read(t, archive)
	if !bytes.Equal(archive, write(t, c, o, kit.Options{})) {
		t.Error("other bytes the second time")
	}
	var m struct {
		Code, Proof, Key, Signature string
		Credential                  struct{ Path, SHA256, URL string }
	}
	data := files["manifest.json"]
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	code := o.Award.Code()
	if m.Key != "k1" || m.Code != catalog.ShowCode(code) || m.Proof != "https://labels.example/c/"+code {
		t.Errorf("%+v", m)
	}
	checkSignature(t, data, m.Signature, keys[0].Public())

	badge := files["credential.json"]
	if sum := sha256.Sum256(badge); m.Credential.SHA256 != fmt.Sprintf("%x", sum) || !bytes.Contains(badge, []byte(m.Credential.URL)) {
		t.Errorf("the open badge is not that of the manifest: %+v", m.Credential)
	}
	for _, name := range []string{"index.html", "LISEZ-MOI.txt", "README.txt"} {
		if text := string(files[name]); !strings.Contains(text, m.Code) || !strings.Contains(text, m.Proof) || !strings.Contains(text, "credential.json") {
			t.Errorf("%s does not tell of the code, the proof and the open badge", name)
		}
	}
}

// checkSignature holds that the manifest is signed, and no other.
func checkSignature(t *testing.T, manifest []byte, signature string, public ed25519.PublicKey) {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(signature)
	if err != nil {
		t.Fatal(err)
	}
	blank := bytes.Replace(manifest, []byte(signature), bytes.Repeat([]byte("0"), len(signature)), 1)
	verify := func(b []byte) bool {
		statement := fmt.Sprintf("panonceau manifest signature 1\nkey: k1\ncontent: %x\n", sha256.Sum256(b))
		return ed25519.Verify(public, []byte(statement), raw)
	}
	if !verify(blank) {
		t.Error("the manifest is not signed")
	}
	if verify(bytes.Replace(blank, []byte(`"sha256": "`), []byte(`"sha256": "0`), 1)) {
		t.Error("another manifest is signed too")
	}
}
