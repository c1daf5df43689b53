package catalog

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"panonceau/render"
)

// TestURLs holds every published address: it keeps its meaning, its canonical
// form means the same, and its picture can be drawn.
func TestURLs(t *testing.T) {
	c, err := Load(Sources{Credentials: someCredentials{}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../testdata/urls.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var status int
		var state, address string
		if _, err := fmt.Sscan(line, &status, &state, &address); err != nil {
			t.Fatalf("urls.txt:%d: %v", i+1, err)
		}
		if state == "page" {
			continue // package server's
		}
		gotStatus, gotState, order := answer(c, address)
		if gotStatus != status || gotState != state {
			t.Errorf("urls.txt:%d: %s: %d %s, want %d %s", i+1, address, gotStatus, gotState, status, state)
		}
		if order == nil {
			continue
		}
		_, again, same := answer(c, order.Canonical)
		if order.State == StateBadSignature { // which its canonical address has not
			same, again = order, state
		}
		if again != state || same.Canonical != order.Canonical || same.Key != order.Key {
			t.Errorf("urls.txt:%d: %s: canonical %s is another picture", i+1, address, order.Canonical)
		}
		if order.Document != nil || order.Charter != nil || order.Map != nil || order.IsKit() { // package press's
			continue
		}
		if _, err := render.Compose(order.Spec); err != nil {
			t.Errorf("urls.txt:%d: %s: %v", i+1, address, err)
		}
	}
}

// someCredentials are there, and write none.
type someCredentials struct{ Credentials }

func (someCredentials) ID() string { return "some" }

// answer returns the status, the state and the order of an address.
func answer(c *Catalog, address string) (int, string, *Order) {
	r, err := ParseRequest(address)
	var o *Order
	if err == nil {
		o, err = c.Resolve(r)
	}
	switch {
	case errors.Is(err, ErrNotFound):
		return 404, "-", nil
	case err != nil:
		return 400, StateInvalid.Code, nil
	}
	state := o.State.Code
	if state == "" {
		state = "ok"
	}
	if o.Format == extJSON || o.Document != nil {
		return o.State.Status, state, o
	}
	return 200, state, o
}
