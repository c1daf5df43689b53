package credential

import (
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"panonceau/catalog"
	"panonceau/internal/golden"
)

// testKey is a key that everybody knows.
type testKey struct {
	id      string
	private ed25519.PrivateKey
}

func newTestKey(id string) testKey {
	seed := sha256.Sum256([]byte("test key " + id))
	return testKey{id, ed25519.NewKeyFromSeed(seed[:])}
}

func (k testKey) ID() string                { return k.id }
func (k testKey) Public() ed25519.PublicKey { return k.private.Public().(ed25519.PublicKey) }
func (k testKey) Sign(m []byte) []byte      { return ed25519.Sign(k.private, m) }

// issuer returns an issuer with a key and the one it replaced.
func issuer(t *testing.T) *Issuer {
	t.Helper()
	i, err := New("https://labels.example/", []Signer{newTestKey("k2"), newTestKey("k1")})
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func load(t *testing.T, s catalog.Sources) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// bundled returns the catalog inside the program.
func bundled(t *testing.T) *catalog.Catalog { return load(t, catalog.Sources{}) }

// states returns a catalog with an award in each state, and awkward names.
func states(t *testing.T) *catalog.Catalog {
	const rows = `id,name,kind,edition,level,mentions,state,state_date,state_reason
xaa,"<Bourg> & ""fils"" \ ]]> ünï",bourg,2019-2021,une,,,,
xaa,Bourg-a,bourg,2022-2024,deux,Un|Deux,withdrawn,2024-01-02,erreur
xbb,Bourg-b / Bourc’h,bourg,2022-2024,trois,,suspended,2024-01-03,
xcc,Bourg-c,bourg,2022-2024,une,,,,
210500740,Lettret,bourg,2022-2024,une,,,,
`
	return load(t, catalog.Sources{Packs: os.DirFS("../testdata/packs"), Only: "coquelicot",
		Registry: []byte(rows), RegistryName: "coquelicot-holders.csv"})
}

func awardOf(t *testing.T, c *catalog.Catalog, label, holder, edition string) *catalog.Award {
	t.Helper()
	h := c.Holder(label, holder)
	if h == nil || h.Award(edition) == nil {
		t.Fatalf("no award %s %s %s", label, holder, edition)
	}
	return h.Award(edition)
}

func TestGolden(t *testing.T) {
	i, c := issuer(t), bundled(t)
	s := states(t)
	gold, town := awardOf(t, c, "tnl", "213801517", "2025"), awardOf(t, s, "coquelicot", "xaa", "2019-2021")
	for name, write := range map[string]func() ([]byte, error){
		"award.json":   func() ([]byte, error) { return i.Award(c, gold) },
		"expired.json": func() ([]byte, error) { return i.Award(s, town) },
		"issuer.json":  func() ([]byte, error) { return i.Profile(c.Pack("tnl")) },
		"key.json":     func() ([]byte, error) { return i.Key(c.Pack("tnl"), "k1") },
		"award.jwt": func() ([]byte, error) {
			token, err := i.Token(c, gold)
			return []byte(token + "\n"), err
		},
		"award.nq": func() ([]byte, error) {
			doc, err := i.award(c, gold)
			if err != nil {
				return nil, err
			}
			return canonical(doc)
		},
	} {
		got, err := write()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden.Text(t, name, got)
	}
}

// TestStateIsElsewhere: what an award says of itself does not change with its
// state; the list does.
func TestStateIsElsewhere(t *testing.T) {
	i, c := issuer(t), states(t)
	withdrawn, suspended, good := awardOf(t, c, "coquelicot", "xaa", "2022-2024"),
		awardOf(t, c, "coquelicot", "xbb", "2022-2024"), awardOf(t, c, "coquelicot", "xcc", "2022-2024")
	for _, test := range []struct {
		award   *catalog.Award
		purpose string
		want    bool
	}{
		{withdrawn, Revocation, true}, {withdrawn, Suspension, false},
		{suspended, Revocation, true}, {suspended, Suspension, true},
		{good, Revocation, false}, {good, Suspension, false},
	} {
		if got := marked(t, i, c, test.award, test.purpose); got != test.want {
			t.Errorf("%s is marked for %s: %v, want %v", test.award.Name, test.purpose, got, test.want)
		}
	}
	before, err := i.Award(c, withdrawn)
	if err != nil {
		t.Fatal(err)
	}
	state := withdrawn.State
	withdrawn.State = catalog.StateOK
	after, err := i.Award(c, withdrawn)
	withdrawn.State = state
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the credential changes with the state: %v", err)
	}
}

// marked reports whether the list says so of an award, as a verifier reads it.
func marked(t *testing.T, i *Issuer, c *catalog.Catalog, a *catalog.Award, p string) bool {
	t.Helper()
	b, err := i.Status(c, c.Pack(a.Holder.Label()), p)
	if err != nil {
		t.Fatal(err)
	}
	var doc statusList
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	packed, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(doc.Subject.List, "u"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	list, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 16<<10 {
		t.Errorf("a list of %d bytes tells too much", len(list))
	}
	return list[a.StatusIndex()/8]>>(7-a.StatusIndex()%8)&1 == 1
}

// TestProofCovers: the signature holds for the document, and for no other.
func TestProofCovers(t *testing.T) {
	i, c := issuer(t), bundled(t)
	a := awardOf(t, c, "tnl", "213801517", "2025")
	b, err := i.Award(c, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{"niveau Or", "niveau Argent"}, {"213801517", "213801699"}, {"2025-11-19", "2024-11-19"},
		{"#k2", "#k1"}, {"assertionMethod", "authentication"}} {
		changed := bytes.Replace(b, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, b) {
			t.Fatalf("%q is not there", change[0])
		}
		if holds(t, changed, newTestKey("k2").Public()) {
			t.Errorf("%q for %q: the proof holds", change[1], change[0])
		}
	}
	if !holds(t, b, newTestKey("k2").Public()) {
		t.Error("the proof does not hold")
	}
	if holds(t, b, newTestKey("k1").Public()) {
		t.Error("the proof holds for another key")
	}
}

// holds verifies a proof step by step.
func holds(t *testing.T, b []byte, key ed25519.PublicKey) bool {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	config := doc["proof"].([]any)[0].(map[string]any)
	delete(doc, "proof")
	value := config["proofValue"].(string)
	delete(config, "proofValue")
	config["@context"] = doc["@context"]
	of, err := canonical(config)
	if err != nil {
		t.Fatal(err)
	}
	what, err := canonical(doc)
	if err != nil {
		t.Fatal(err)
	}
	first, second := sha256.Sum256(of), sha256.Sum256(what)
	return ed25519.Verify(key, slices.Concat(first[:], second[:]), fromBase58(t, value))
}

// TestUndefinedTerms: what no context defines would be signed by nobody.
func TestUndefinedTerms(t *testing.T) {
	_, err := canonical(map[string]any{"@context": []string{contextVC}, "id": "https://a.example", "shoeSize": "42"})
	if err == nil {
		t.Error("an undefined term is dropped in silence")
	}
	_, err = canonical(map[string]any{"@context": []string{"https://elsewhere.example/v1"}})
	if err == nil {
		t.Error("a context is fetched")
	}
}

func TestUndated(t *testing.T) {
	for id, want := range map[string]string{"2016": "2016-01-01", "2019-2021": "2019-01-01", "premiere": "", "20160": ""} {
		from, _, ok := validity(&catalog.Edition{ID: id})
		if ok != (want != "") || ok && from.Format(time.DateOnly) != want {
			t.Errorf("%s: %v, %v; want %s", id, from, ok, want)
		}
	}
}

// TestIDs: what is kept under one does not fit another.
func TestIDs(t *testing.T) {
	seen := make(map[string]bool)
	for _, keys := range [][]Signer{{newTestKey("k2"), newTestKey("k1")}, {newTestKey("k2")}, {newTestKey("k1"), newTestKey("k2")}} {
		for _, base := range []string{"https://a.example", "https://b.example"} {
			i, err := New(base, keys)
			if err != nil || seen[i.ID()] {
				t.Errorf("%s, error %v", i.ID(), err)
			}
			seen[i.ID()] = true
		}
	}
}

func TestNew(t *testing.T) {
	key := []Signer{newTestKey("k")}
	for _, base := range []string{"", "labels.example", "ftp://labels.example", "https://"} {
		if _, err := New(base, key); err == nil {
			t.Errorf("%q is taken for an origin", base)
		}
	}
	if _, err := New("https://labels.example", nil); err == nil {
		t.Error("an issuer without keys")
	}
	if _, err := New("https://labels.example", slices.Repeat(key, maxKeys+1)); err == nil {
		t.Error("an issuer with too many keys")
	}
	if _, err := issuer(t).Key(bundled(t).Pack("tnl"), "k9"); !errors.Is(err, catalog.ErrNotFound) {
		t.Errorf("error %v; want ErrNotFound", err)
	}
}

// fromBase58 reads what Multibase writes.
func fromBase58(t *testing.T, s string) []byte {
	t.Helper()
	const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	s, ok := strings.CutPrefix(s, "z")
	n, zeros := new(big.Int), 0
	for i, c := range s {
		d := strings.IndexRune(alphabet, c)
		if d < 0 {
			ok = false
		}
		if d == 0 && zeros == i {
			zeros++
		}
		n.Add(n.Mul(n, big.NewInt(58)), big.NewInt(int64(d)))
	}
	if !ok {
		t.Fatalf("%q is not in base 58", s)
	}
	return append(make([]byte, zeros), n.Bytes()...)
}
