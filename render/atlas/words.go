package atlas

import (
	"strconv"

	"panonceau/render/paper"
)

// words are what a map says besides what it is told.
type words struct {
	none, one, many string // holders
	off             string // places outside the map
	nowhere         string // places that are not known
	outline         string // who made the outlines
	colon           string // before a list
}

var (
	french = words{"aucun titulaire", "1 titulaire", " titulaires", "Hors de la carte : ", "Sans emplacement connu : ",
		"Contours : Natural Earth", " : "}
	english = words{"no holder", "1 holder", " holders", "Off the map: ", "Whereabouts unknown: ",
		"Outlines: Natural Earth", ": "}
)

func wordsOf(lang string) *words {
	if paper.IsFrench(lang) {
		return &french
	}
	return &english
}

// holders counts them.
func (w *words) holders(n int) string {
	switch n {
	case 0:
		return w.none
	case 1:
		return w.one
	}
	return strconv.Itoa(n) + w.many
}
