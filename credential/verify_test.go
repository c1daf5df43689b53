package credential

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"panonceau/catalog"
)

// TestIndependently has credentials verified by libraries that nobody here
// wrote: @digitalbazaar/vc for proofs and status lists, jose for tokens, ajv
// for the schema. PANONCEAU_NODE_MODULES is the directory they are in; which
// they are, in which version, is in .ci/run.
func TestIndependently(t *testing.T) {
	modules := os.Getenv("PANONCEAU_NODE_MODULES")
	if modules == "" {
		t.Skip("PANONCEAU_NODE_MODULES: no directory of verifiers is named")
	}
	script, err := os.ReadFile("testdata/verify.mjs")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() // Node looks for modules beside the script
	if err := os.WriteFile(filepath.Join(dir, "verify.mjs"), script, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(modules, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("node", "verify.mjs")
	run.Dir, run.Stdin = dir, bytes.NewReader(forVerifiers(t))
	out, err := run.CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}

// forVerifiers returns what a verifier sees of the awards of two registries.
func forVerifiers(t *testing.T) []byte {
	t.Helper()
	type credential struct {
		Address string `json:"address"`
		Token   string `json:"token"`
		Revoked bool   `json:"revoked"`
	}
	var in struct {
		Documents   map[string]string `json:"documents"`
		Credentials []credential      `json:"credentials"`
		Schema      json.RawMessage   `json:"schema"`
	}
	var err error
	if in.Schema, err = os.ReadFile("testdata/schema.json"); err != nil {
		t.Fatal(err)
	}
	in.Documents = make(map[string]string)
	i := issuer(t)
	must := func(b []byte, err error) string {
		if err != nil {
			t.Helper()
			t.Fatal(err)
		}
		return string(b)
	}
	for c, every := range map[*catalog.Catalog]int{bundled(t): 10, states(t): 1} {
		for _, p := range c.Packs {
			at := i.place(p.ID)
			in.Documents[at.issuer()] = must(i.Profile(p))
			in.Documents[at.keyAddress(i.keys[0])] = must(i.Key(p, i.keys[0].ID()))
			in.Documents[at.list(Revocation)] = must(i.Status(c, p, Revocation))
			for _, a := range sample(c.Holders(p.ID), every) {
				address := string(at) + "/holders/" + a.Holder.ID + "/" + a.Edition + "/credential.json"
				token, err := i.Token(c, a)
				in.Documents[address] = must(i.Award(c, a))
				in.Documents[address+" token"] = must([]byte(token), err)
				in.Credentials = append(in.Credentials, credential{address, address + " token",
					a.State == catalog.StateSuspended || a.State == catalog.StateWithdrawn})
			}
		}
	}
	b, err := json.Marshal(in)
	return []byte(must(b, err))
}

// sample returns one award of so many, and those whose state is not good.
func sample(holders []*catalog.Holder, every int) []*catalog.Award {
	var out []*catalog.Award
	n := 0
	for _, h := range holders {
		for _, a := range h.Awards {
			if n++; n%every == 0 || a.State != catalog.StateOK {
				out = append(out, a)
			}
		}
	}
	return out
}
