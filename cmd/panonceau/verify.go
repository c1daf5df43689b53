package main

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"panonceau/attest"
	"panonceau/press"
	"panonceau/verify"
)

type verifyCommand struct {
	What string `arg:"" help:"A file, the code of an award, or an address."`
	Keys string `placeholder:"FILE" help:"Public keys: /.well-known/panonceau.json of the service, or a file of keys."`
	Base string `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin of the service, e.g. https://panonceau.example."`
	JSON bool   `name:"json" help:"Print the answer as JSON."`
	packFlags
}

func (c *verifyCommand) Help() string {
	return `Says whether a file, a code or an address is genuine, and whether the award
still holds, by the registry at hand and without the network.

Exit codes: 0 genuine, also if a newer edition exists; 3 anything else; 1 when it
could not be checked.

Examples:
  panonceau verify logo.png --keys panonceau.json
  panonceau verify CMQ1-R5D6`
}

func (c *verifyCommand) Run(t *terminal) error {
	base := strings.TrimRight(c.Base, "/")
	keys, err := readKeys(c.Keys, parsePublic)
	if err != nil {
		return err
	}
	trust := trustFlags{}
	cat, err := trust.load(&c.packFlags, base, "", keys)
	if err != nil {
		return err
	}
	checker := verify.New(cat, press.New(press.Options{Revision: revision()}), base)
	var a *verify.Answer
	if info, statErr := os.Stat(c.What); statErr == nil && info.Mode().IsRegular() {
		if info.Size() > attest.MaxFile {
			return fmt.Errorf("%s: %d bytes; at most %d", c.What, info.Size(), attest.MaxFile)
		}
		var data []byte
		if data, err = os.ReadFile(c.What); err == nil {
			a, err = checker.File(t.ctx, data)
		}
	} else {
		a = checker.Text(c.What)
	}
	if err != nil {
		return err
	}
	return c.tell(t, a)
}

// tell prints an answer. One that the award does not hold is a problem found.
func (c *verifyCommand) tell(t *terminal, a *verify.Answer) error {
	if c.JSON {
		enc := json.NewEncoder(t.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(a); err != nil {
			return err
		}
	} else {
		fmt.Fprintf(t.out, "%s: %s\n", a.Verdict, a.Says.En)
		for _, r := range a.Reasons {
			fmt.Fprintf(t.out, "  %s\n", r.En)
		}
	}
	if !a.OK {
		return errProblems
	}
	return nil
}

// parsePublic reads public keys: a document, or a file of keys.
func parsePublic(file string, data []byte) (attest.Keys, error) {
	if strings.HasPrefix(strings.TrimSpace(string(data)), "{") {
		return attest.ParseDocument(file, data)
	}
	return attest.ParseKeys(file, data)
}

type keysCommand struct {
	New    keysNewCommand    `cmd:"" help:"Print a new key that signs files, as a line of a file of keys."`
	Public keysPublicCommand `cmd:"" help:"Print the public halves of a file of keys, as /.well-known/panonceau.json."`
}

type keysNewCommand struct {
	ID string `arg:"" help:"What the key is called: lower-case letters, digits and hyphens, as in k1."`
}

func (c *keysNewCommand) Run(t *terminal) error {
	seed := make([]byte, 32)
	rand.Read(seed) // never fails
	line := c.ID + " " + hex.EncodeToString(seed) + "\n"
	if _, err := attest.ParseKeys("key", []byte(line)); err != nil {
		return err
	}
	_, err := fmt.Fprint(t.out, line)
	return err
}

type keysPublicCommand struct {
	File string `arg:"" help:"File of keys."`
	Base string `env:"PANONCEAU_BASE" placeholder:"URL" help:"Origin of the service."`
}

func (c *keysPublicCommand) Run(t *terminal) error {
	keys, err := readKeys(c.File, attest.ParseKeys)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(keys.Document(strings.TrimRight(c.Base, "/")))
}
