package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"panonceau/internal/seal"
)

// FreeText says what becomes of names that are not in the registry.
type FreeText int

// What an operator may allow.
const (
	FreeOn     FreeText = iota // drawn; as specimens, unless signed
	FreeSigned                 // drawn if signed
	FreeOff                    // never drawn
)

// UnmarshalText reads on, signed or off.
func (f *FreeText) UnmarshalText(text []byte) error {
	for i, word := range []string{"on", "signed", "off"} {
		if string(text) == word {
			*f = FreeText(i)
			return nil
		}
	}
	return fmt.Errorf("%s: want on, signed or off", quote(string(text)))
}

// attest says what a picture with a free name is worth. Where there is no such
// name, or no keys, a signature means nothing more than its absence, and is
// left out of the request.
func (v *resolver) attest() State {
	r := &v.Request
	if r.Name == "" {
		r.Sig = ""
		return StateOK
	}
	if v.catalog.free == FreeOff {
		return StateNoFreeText
	}
	specimens := len(v.catalog.freeDesigns) == 0 || slices.Contains(v.catalog.freeDesigns, v.Design.ID)
	if r.Sig == "" {
		if v.catalog.free == FreeSigned || !specimens {
			return StateUnsigned
		}
		return StateSpecimen
	}
	verdict, until := v.catalog.keys.Check(r.signed(), r.Sig, v.catalog.Now())
	switch verdict {
	case seal.Good:
		v.Signed = true
		v.ends(until)
		return StateOK
	}
	switch {
	case !specimens:
		return StateUnsigned
	case verdict == seal.Expired:
		return StateExpiredSignature
	}
	return StateBadSignature
}

// isFree reports whether a state is one of a picture of free text.
func (s State) isFree() bool {
	return s == StateSpecimen || s == StateBadSignature || s == StateExpiredSignature
}

// signed returns what a signature of r covers: its address, but for the
// format. The award and the picture are the same in all of them, and the
// description, which lists the formats, is to be as true as they are.
func (r Request) signed() string {
	r.V, r.Download, r.Sig, r.Ext = "", "", "", extJSON
	return r.String()
}

// Sign returns the canonical address of a picture with a free name, with a
// signature that makes it official until expiry; the zero time is for ever. An
// empty key is the first one. Options are covered: another size is another
// signature.
func (c *Catalog) Sign(address, key string, expiry time.Time) (string, error) {
	r, err := ParseRequest(address)
	if err != nil {
		return "", err
	}
	if r.Name == "" {
		return "", fault(ErrInvalid, "name", "name : seul un nom libre a besoin d’une signature",
			"name: only a free name needs a signature")
	}
	if len(c.keys) == 0 {
		return "", fmt.Errorf("no key to sign with")
	}
	k, ok := c.keys.Key(cmp.Or(key, c.keys[0].ID))
	if !ok {
		return "", fmt.Errorf("no key is called %s", quote(key))
	}
	r.Sig = ""
	o, err := c.Resolve(r)
	if err != nil {
		return "", err
	}
	if !o.State.OK() && o.State != StateUnsigned {
		return "", fmt.Errorf("%s: %s", o.State.En, o.Detail)
	}
	r = o.Request
	r.V, r.Download = "", ""
	r.Sig = k.Sign(r.signed(), expiry)
	return r.String(), nil
}
