package catalog

import "strings"

// A listing is how a language joins quoted names in a sentence.
type listing struct{ lang, before, after, comma, and string }

// listings begin with that of languages without their own.
var listings = []listing{
	{"en", "“", "”", ", ", " and "},
	{"fr", "«\u00a0", "\u00a0»", ", ", " et "},
	{"oc", "«\u00a0", "\u00a0»", ", ", " e "},
	{"ca", "«", "»", ", ", " i "},
	{"br", "«\u00a0", "\u00a0»", ", ", " ha "},
	{"co", "«\u00a0", "\u00a0»", ", ", " è "},
	{"eu", "«", "»", ", ", " eta "},
	{"gsw", "„", "“", ", ", " un "},
	{"ty", "«\u00a0", "\u00a0»", ", ", " ’e "},
	{"de", "„", "“", ", ", " und "},
	{"es", "«", "»", ", ", " y "},
	{"it", "«", "»", ", ", " e "},
	{"ar", "«", "»", "، ", " و"},
	{"zh", "“", "”", "、", "和"},
	{"ja", "「", "」", "、", "と"},
}

// listOf joins names as a sentence in a language does: « A », « B » et « C ».
func listOf(lang string, names []string) string {
	base, _, _ := strings.Cut(lang, "-")
	l := &listings[0]
	for i := range listings {
		if listings[i].lang == base {
			l = &listings[i]
		}
	}
	var b strings.Builder
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			b.WriteString(l.and)
		default:
			b.WriteString(l.comma)
		}
		b.WriteString(l.before + name + l.after)
	}
	return b.String()
}
