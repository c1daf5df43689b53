// Package meta writes what a picture says of itself as XML, for the formats
// that carry it: XMP in PDF and JPEG, titles in cutting files.
package meta

import (
	"strings"

	"panonceau/render"
)

// Award calls element with each property of the award that m has something to
// say of, under the names that all our files use; values are not yet escaped,
// and may be empty.
func Award(m render.Meta, element func(tag, value string)) {
	element("panonceau:proof", m.Proof)
	element("panonceau:label", m.Label)
	element("panonceau:edition", m.Edition)
	element("panonceau:level", m.Level)
	element("panonceau:holder", m.Holder)
	element("panonceau:holderID", m.HolderID)
	element("panonceau:notice", m.Notice)
	if m.Specimen {
		element("panonceau:specimen", "True")
	}
}

// Escape makes s safe as the content of an XML element (XML 1.0 §2.2 and §2.4);
// characters that XML does not have are left out.
func Escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
