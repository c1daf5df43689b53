package catalog

import (
	"slices"
	"strings"
)

// What a picture can be asked not to tell.
const (
	hideEdition  = "edition"
	hideHolder   = "holder"
	hideLevel    = "level"
	hideMentions = "mentions"
)

// Hides returns what pictures can be asked not to tell, sorted.
func Hides() []string { return []string{hideEdition, hideHolder, hideLevel, hideMentions} }

func canHide(word string) bool { return slices.Contains(Hides(), word) }

// hides reports whether the request hides something.
func (o *Order) hides(word string) bool {
	return slices.Contains(strings.Split(o.Request.Hide, ","), word)
}

// checkHide refuses to hide what the design has to tell.
func (v *resolver) checkHide() error {
	if v.Request.Hide == "" {
		return nil
	}
	for _, word := range strings.Split(v.Request.Hide, ",") {
		if !slices.Contains(v.Design.Hide, word) {
			return notOffered("hide", word, v.Design.Hide)
		}
	}
	return nil
}

// without returns the values with what is hidden left out.
func (v *resolver) without(val *values) *values {
	out := *val
	if v.hides(hideHolder) {
		out.holder, out.holder2, out.of, out.noun, out.short = "", "", "", "", nil
	}
	if v.hides(hideMentions) {
		out.mentions, out.count = "", ""
	}
	return &out
}
