// Package pdffile reads the objects of PDF files: those we write, and those
// that users bring to be checked. It understands cross-reference tables and
// streams, object streams and the lossless filters, and repairs nothing: a file
// that has to be guessed at is an error.
//
// Files come from strangers. Everything that a file can make large is bounded
// (limits.go), and no input makes it panic.
package pdffile

import (
	"slices"
	"strings"
)

// An Object is a PDF object (ISO 32000-2 §7.3): nil, bool, float64, Name,
// String, Array, Dict, Ref or *Stream.
type Object any

// A Name is a name without its slash, escapes resolved.
type Name string

// A String is the bytes of a string.
type String string

// An Array is a list of objects.
type Array []Object

// A Dict is a dictionary.
type Dict map[Name]Object

// Keys returns the keys of d, sorted.
func (d Dict) Keys() []Name {
	keys := make([]Name, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// A Ref refers to an indirect object.
type Ref struct{ Number, Generation int }

// A Stream is a dictionary with data, still encoded.
type Stream struct {
	Dict Dict
	Raw  []byte
}

// Text returns a text string as UTF-8 (ISO 32000-2 §7.9.2.2). Bytes without a
// byte order mark are taken for Latin-1, which PDFDocEncoding mostly is.
func (s String) Text() string {
	if strings.HasPrefix(string(s), "\xEF\xBB\xBF") {
		return string(s[3:])
	}
	if strings.HasPrefix(string(s), "\xFE\xFF") {
		return utf16BE(string(s[2:]))
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}
