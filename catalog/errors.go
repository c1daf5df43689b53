package catalog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The reasons why an address cannot be turned into an order. Every [Error]
// wraps exactly one of them.
var (
	ErrInvalid  = errors.New("invalid request")        // the address is malformed: 400
	ErrNotFound = errors.New("not found")              // it is not the address of a picture: 404
	ErrRefused  = errors.New("refused by the charter") // the label does not allow it: 400
)

// An Error says, in the words of whoever made the address, what is wrong with
// it and what would be right.
type Error struct {
	Kind   error  // ErrInvalid, ErrNotFound or ErrRefused
	Param  string // the part of the path or the query parameter at fault
	Fr, En string // what is wrong, naming the value and what is allowed
}

func (e *Error) Error() string { return e.En }

// Unwrap returns the kind of e.
func (e *Error) Unwrap() error { return e.Kind }

// In returns the message in French, or in English for any other language.
func (e *Error) In(lang string) string {
	if lang == "fr" || strings.HasPrefix(lang, "fr-") {
		return e.Fr
	}
	return e.En
}

// fault returns an Error whose two messages are made from the same arguments.
func fault(kind error, param, fr, en string, args ...any) *Error {
	return &Error{kind, param, fmt.Sprintf(fr, args...), fmt.Sprintf(en, args...)}
}

// maxQuoted bounds what an error repeats of the value it is about.
const maxQuoted = 40

// quote returns a foreign value so that it can be shown and drawn: escaped
// where it is not graphic or not Latin, and shortened.
func quote(v string) string {
	if utf8.RuneCountInString(v) > maxQuoted {
		v = string([]rune(v)[:maxQuoted]) + "..."
	}
	if strings.ContainsFunc(v, func(c rune) bool { return c > unicode.MaxLatin1 && !unicode.Is(unicode.Latin, c) }) {
		return strconv.QuoteToASCII(v)
	}
	return strconv.QuoteToGraphic(v)
}

// oneOf lists words for an error.
func oneOf(words []string) string { return strings.Join(words, ", ") }
