package catalog

import (
	"regexp"
	"slices"
	"strings"
)

// A Fault is one thing that is wrong with a pack or a registry, as it is told to
// whoever made it.
type Fault struct {
	Place string // file:line:column, or as much of it as is known; empty: none
	What  string
	Do    string // what to do about it; empty: What says it
}

func (f Fault) String() string {
	s := f.What
	if f.Place != "" {
		s = f.Place + ": " + s
	}
	if f.Do != "" {
		s += "\n  → " + f.Do
	}
	return s
}

var faultPlace = regexp.MustCompile(`^([^:\n]+\.(?:toml|svg|csv|md|ttf|otf)(?::[0-9]+){0,2}): `)

// FaultOf reads a message that begins with its place.
func FaultOf(message string) Fault {
	f := Fault{What: message}
	if m := faultPlace.FindStringSubmatch(message); m != nil {
		f.Place, f.What = m[1], message[len(m[0]):]
	}
	f.Do = advice(f.What)
	return f
}

// Faults returns what an error of [Load] tells, one by one.
func Faults(err error) []Fault {
	var all []Fault
	for _, e := range leaves(err) {
		all = append(all, FaultOf(e.Error()))
	}
	return all
}

// leaves returns the errors that were joined in err, or err itself.
func leaves(err error) []error {
	for e := err; e != nil; {
		switch w := e.(type) {
		case interface{ Unwrap() []error }:
			var all []error
			for _, one := range w.Unwrap() {
				all = append(all, leaves(one)...)
			}
			return all
		case interface{ Unwrap() error }:
			e = w.Unwrap()
		default:
			e = nil
		}
	}
	return []error{err}
}

// failArtwork tells what is wrong with a file of artwork, at its line.
func (r *packReader) failArtwork(name string, err error) {
	for _, e := range leaves(err) {
		if len(r.faults) < maxFaults {
			r.faults = append(r.faults, inFile(name, e))
		}
	}
}

// inFile makes an error about a line of a file, as in "line 12: …", begin with
// its place.
func inFile(name string, err error) error {
	message := err.Error()
	if strings.HasPrefix(message, name+":") {
		return err
	}
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		message = rest
		if line, what, ok := strings.Cut(rest, ": "); ok {
			message = line + ": " + what
		}
		return placed(name + ":" + message)
	}
	return placed(name + ": " + message)
}

// placed is a message that begins with its place.
type placed string

func (p placed) Error() string { return string(p) }

// nearest returns the word that v was probably meant to be, or "": one that is
// two letters away at most.
func nearest(v string, words []string) string {
	best, least := "", 3
	for _, w := range words {
		if d := editsBetween(v, w); d < least && d < len(w) {
			best, least = w, d
		}
	}
	return best
}

// editsBetween is how many letters are added, left out or changed from a to b.
func editsBetween(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		previous := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := previous
			if a[i] != b[j] {
				cost++
			}
			previous = row[j+1]
			row[j+1] = slices.Min([]int{cost, row[j] + 1, row[j+1] + 1})
		}
	}
	return row[len(b)]
}
