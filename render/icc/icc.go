// Package icc converts colours with a printer profile: sRGB to the inks of a
// press, and inks back to what they look like. It reads version 2 CMYK output
// profiles with 16-bit tables, which is what the standard printing conditions
// of Europe come as, and carries the profile of FOGRA39.
package icc

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

// FOGRA39 is the profile of coated paper as characterised by Fogra (ISO
// 12647-2:2004, also known as ISO Coated v2). Its origin and its licence are
// in README.md. It must not be modified.
//
//go:embed FOGRA39L_coated.icc
var FOGRA39 []byte

// SRGB is a profile of sRGB (IEC 61966-2-1), version 2, matrix and curve. The
// test of this package computes it anew and compares. It must not be modified.
//
//go:embed srgb.icc
var SRGB []byte

// maxProfile bounds the profiles that users bring: the largest in use at
// printers have some 3 MB.
const maxProfile = 8 << 20

// headerSize is the length of the profile header (ICC.1:2001-04 §6.1).
const headerSize = 128

// A Profile describes a CMYK printing condition. It is never modified, so it
// may be used from several goroutines.
type Profile struct {
	Version byte // major version
	Name    string

	toInks   *lut // B2A1: PCS Lab to CMYK, media-relative colorimetric
	fromInks *lut // A2B1
}

// Parse reads a CMYK output profile.
func Parse(b []byte) (*Profile, error) {
	tags, err := readHeader(b)
	if err != nil {
		return nil, err
	}
	p := &Profile{Version: b[8]}
	// ICC.1:2001-04 §6.3.2: the tables of output profiles.
	if p.toInks, err = readLUT(tags.get("B2A1"), 3, 4); err != nil {
		return nil, fmt.Errorf("icc: tag B2A1: %w", err)
	}
	if p.fromInks, err = readLUT(tags.get("A2B1"), 4, 3); err != nil {
		return nil, fmt.Errorf("icc: tag A2B1: %w", err)
	}
	p.Name = description(tags.get("desc"))
	return p, nil
}

// Coated returns the profile of FOGRA39, read once.
var Coated = sync.OnceValues(func() (*Profile, error) { return Parse(FOGRA39) })

// A tagTable finds the data of tags.
type tagTable struct{ file []byte }

// readHeader checks that b is a CMYK output profile whose tags all lie within
// it (ICC.1:2001-04 §6.1 and §6.2).
func readHeader(b []byte) (tagTable, error) {
	be := binary.BigEndian
	switch {
	case len(b) < headerSize+4 || string(b[36:40]) != "acsp":
		return tagTable{}, errors.New("icc: not a profile")
	case len(b) > maxProfile:
		return tagTable{}, fmt.Errorf("icc: profile of %d bytes exceeds %d", len(b), maxProfile)
	case int(be.Uint32(b)) != len(b):
		return tagTable{}, fmt.Errorf("icc: profile says %d bytes and has %d", be.Uint32(b), len(b))
	case string(b[12:16]) != "prtr":
		return tagTable{}, fmt.Errorf("icc: class %q is not an output profile", b[12:16])
	case string(b[16:20]) != "CMYK" || string(b[20:24]) != "Lab ":
		return tagTable{}, fmt.Errorf("icc: spaces %q and %q are not CMYK and Lab", b[16:20], b[20:24])
	}
	n := int(be.Uint32(b[headerSize:]))
	if n > (len(b)-headerSize-4)/12 {
		return tagTable{}, fmt.Errorf("icc: %d tags exceed the file", n)
	}
	for i := range n {
		e := b[headerSize+4+12*i:]
		if off, size := uint64(be.Uint32(e[4:])), uint64(be.Uint32(e[8:])); off+size > uint64(len(b)) {
			return tagTable{}, fmt.Errorf("icc: tag %q exceeds the file", e[:4])
		}
	}
	return tagTable{b}, nil
}

// get returns the data of a tag, or nil.
func (t tagTable) get(sig string) []byte {
	be := binary.BigEndian
	for i := range int(be.Uint32(t.file[headerSize:])) {
		e := t.file[headerSize+4+12*i:]
		if string(e[:4]) == sig {
			off, size := be.Uint32(e[4:]), be.Uint32(e[8:])
			return t.file[off : off+size : off+size]
		}
	}
	return nil
}

// description returns the ASCII text of a textDescriptionType (ICC.1:2001-04
// §6.5.17), or nothing.
func description(b []byte) string {
	if len(b) < 13 || string(b[:4]) != "desc" {
		return ""
	}
	n := uint64(binary.BigEndian.Uint32(b[8:]))
	if n < 1 || 12+n > uint64(len(b)) {
		return ""
	}
	return string(b[12 : 12+n-1])
}
