// Package render turns a Spec, which says what to draw, into a Drawing, which
// says where every path and glyph goes.
//
// It is the vocabulary of the whole program, and a pure one: it reads no file,
// opens no connection, looks at no clock and starts no goroutine.
package render
