package attest

import (
	"errors"
	"fmt"
)

// A Format is a kind of file that says what it is.
type Format string

// The formats that are read.
const (
	SVG  Format = "svg"
	PNG  Format = "png"
	JPEG Format = "jpeg"
	PDF  Format = "pdf"
	TIFF Format = "tiff"
)

var (
	// ErrFormat is returned for what is none of these formats, or is damaged.
	ErrFormat = errors.New("not a file that can be read")
	// ErrUnmarked is returned for files that say nothing of an award.
	ErrUnmarked = errors.New("the file does not say what it is")
)

// Claims are what a file says of itself. They are worth as much as who signed
// them.
type Claims struct {
	URL      string // of the picture
	Proof    string // where the award can be checked
	Label    string // name of the label
	Edition  string
	Level    string // in words
	LevelID  string // in addresses
	Holder   string
	HolderID string
	Code     string // of the award
	Issuer   string
	Specimen bool
	Drawing  string // digest of the drawing

	License, Notice string // not signed

	Key       string // names the key that signed; empty: none
	Content   string // digest of the content, as signed
	Signature string // in base64url
}

// set notes the value of a property. Where two properties say the same twice,
// the file says nothing.
func (c *Claims) set(name property, value string) error {
	field := c.field(name)
	if field == nil {
		if name == (property{nsAward, "specimen"}) {
			c.Specimen = value != "False"
		}
		return nil
	}
	if len(value) > maxText {
		return fmt.Errorf("%w: a value of %d bytes; at most %d", ErrUnmarked, len(value), maxText)
	}
	if *field != "" {
		return fmt.Errorf("%w: it says %s twice", ErrUnmarked, name.local)
	}
	*field = value
	return nil
}

// field returns where the value of a property goes, or nil.
func (c *Claims) field(name property) *string {
	switch name {
	case property{nsDC, "identifier"}:
		return &c.URL
	case property{nsDC, "creator"}:
		return &c.Issuer
	case property{nsDC, "rights"}:
		return &c.License
	}
	if name.space != nsAward {
		return nil
	}
	switch name.local {
	case "proof":
		return &c.Proof
	case "label":
		return &c.Label
	case "edition":
		return &c.Edition
	case "level":
		return &c.Level
	case "levelID":
		return &c.LevelID
	case "holder":
		return &c.Holder
	case "holderID":
		return &c.HolderID
	case "code":
		return &c.Code
	case "notice":
		return &c.Notice
	case "drawing":
		return &c.Drawing
	case "key":
		return &c.Key
	case "content":
		return &c.Content
	case "signature":
		return &c.Signature
	}
	return nil
}
