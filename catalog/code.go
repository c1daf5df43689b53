package catalog

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
)

// Code alphabet and length: Crockford's base32 has no letter that is taken for
// a digit, or for another letter, when somebody types what is printed.
const (
	codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength   = 8
)

var codeEncoding = base32.NewEncoding(codeAlphabet).WithPadding(base32.NoPadding)

// SpecimenCode stands where specimens would have a code: an address that says
// what a specimen is. No award has it, however it is read.
const SpecimenCode = "SPECIMEN"

// codeOf returns the code of an award: the first 40 bits of a digest of what it
// is. It is printed, and never changes.
func codeOf(label, holder, edition string) string {
	sum := sha256.Sum256([]byte("panonceau code 1\n" + label + "\n" + holder + "\n" + edition))
	return codeEncoding.EncodeToString(sum[:codeLength*5/8])
}

// Code returns the short code of the award, eight letters and digits. People
// read it as [ShowCode] writes it.
func (a *Award) Code() string { return a.code }

// ShowCode writes a code for people: XXXX-XXXX.
func ShowCode(code string) string {
	if len(code) != codeLength || code == SpecimenCode {
		return code
	}
	return code[:codeLength/2] + "-" + code[codeLength/2:]
}

// NormalCode reads a code as people type it: in either case, with O for 0 and I
// or L for 1, and with hyphens and spaces anywhere. It returns "" for what is
// no code.
func NormalCode(s string) string {
	if len(s) > maxTyped {
		return ""
	}
	var b strings.Builder
	for _, c := range strings.ToUpper(s) {
		switch c {
		case '-', '‐', '‑', '–', ' ', '\u00A0', '\u202F', '\t':
			continue
		case 'O':
			c = '0'
		case 'I', 'L':
			c = '1'
		}
		if !strings.ContainsRune(codeAlphabet, c) {
			return ""
		}
		b.WriteRune(c)
	}
	if b.Len() != codeLength {
		return ""
	}
	return b.String()
}

// ByCode returns the award with a code, as people type it, or nil. The codes
// that awards had under a former identifier of their holder are printed
// somewhere, and keep answering.
func (c *Catalog) ByCode(code string) *Award { return c.codes[NormalCode(code)] }

// indexCodes finds the code of every award. No two may have the same: one of
// them needs another identifier.
func (c *Catalog) indexCodes() error {
	c.codes = map[string]*Award{NormalCode(SpecimenCode): nil}
	for _, p := range c.Packs {
		for _, h := range c.registries[p.ID].holders {
			for _, a := range h.Awards {
				if err := c.indexCode(p.ID, a); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (c *Catalog) indexCode(label string, a *Award) error {
	for i, id := range append([]string{a.Holder.ID}, a.Holder.Aliases...) {
		code := codeOf(label, id, a.Edition)
		if i == 0 {
			a.code = code
		}
		other, taken := c.codes[code]
		if taken && other == nil {
			return fmt.Errorf("%s:%d: the code %s of %s, edition %s, is kept for specimens", c.registries[label].file, a.line, ShowCode(code), id, a.Edition)
		}
		if taken && other != a {
			return fmt.Errorf("%s:%d: %s, edition %s, has the code %s, and so has %s, edition %s, of %s",
				c.registries[label].file, a.line, id, a.Edition, ShowCode(code), other.Holder.ID, other.Edition, other.Holder.label)
		}
		c.codes[code] = a
	}
	return nil
}

// ProofPath returns the path at which what a picture says can be checked: the
// page of an award, what specimens are, or the page that checks files. It is ""
// if there is nothing to check.
func (o *Order) ProofPath() string {
	switch {
	case o.Award != nil:
		return "/c/" + o.Award.code
	case o.State.isFree():
		return "/c/" + SpecimenCode
	case o.Signed:
		return "/verify"
	}
	return ""
}

// proofURL is ProofPath with the origin of the service, or "" if that is not
// known.
func (v *resolver) proofURL() string {
	path := v.ProofPath()
	if path == "" || v.catalog.base == "" {
		return ""
	}
	return v.catalog.base + path
}

// shownCode returns the code that is written beside a QR code: none where a
// signature attests, as it covers one address only.
func (v *resolver) shownCode() string {
	switch {
	case v.Award != nil:
		return ShowCode(v.Award.code)
	case v.State.isFree():
		return SpecimenCode
	}
	return ""
}
