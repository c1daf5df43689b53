package svg

import (
	"bytes"
	"hash/fnv"
	"strconv"
	"strings"

	"panonceau/render"
	"panonceau/render/meta"
)

const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// prefixLen is the length of what identifiers of a picture begin with: a
// letter and four of 36 characters. Of the pages that hold 500 different
// pictures, one in 300 would have two with the same prefix.
const prefixLen = 5

// document puts the nodes that e has written into a document.
func (e *encoder) document(d *render.Drawing, size string) []byte {
	prefix := e.prefix(d)
	for _, at := range e.refs {
		copy(e.out[at:], prefix)
	}
	nodes := e.out
	e.out = make([]byte, 0, len(nodes)+2<<10)

	e.start(d, size, prefix)
	e.credential(d.Meta.Credential)
	e.describe(d, prefix)
	e.metadata(d)
	e.darkStyle(prefix)
	e.out = append(e.out, nodes...)
	e.canvas.End()
	return e.out
}

// prefix returns what identifiers begin with: they differ from one picture to
// the next and are the same each time a picture is drawn.
func (e *encoder) prefix(d *render.Drawing) string {
	h := fnv.New64a()
	h.Write(e.out)
	for _, s := range []string{d.Title, d.Desc, d.Lang} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	sum := h.Sum64()
	sum ^= sum >> 32
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	b := []byte{digits[sum%26]}
	for sum /= 26; len(b) < prefixLen; sum /= 36 {
		b = append(b, digits[sum%36])
	}
	return string(b)
}

// ref writes an identifier.
func (e *encoder) ref(id int) {
	e.blank()
	e.out = strconv.AppendInt(e.out, int64(id), 10)
}

// blank leaves room for the prefix of an identifier.
func (e *encoder) blank() {
	e.refs = append(e.refs, len(e.out))
	e.str("-----"[:prefixLen])
}

// start writes the root element.
func (e *encoder) start(d *render.Drawing, size, prefix string) {
	attributes := size + ` viewBox="`
	e.values(0, 0, d.Width, d.Height)
	attributes += string(e.out) + `" role="img"`
	e.out = e.out[:0]
	if title := clean(d.Title); title != "" {
		attributes += ` aria-labelledby="` + prefix + "t"
		if clean(d.Desc) != "" {
			attributes += " " + prefix + "d"
		}
		attributes += `"`
	}
	if lang := escape(d.Lang); lang != "" {
		attributes += ` lang="` + lang + `" xml:lang="` + lang + `"`
	}
	if d.Meta.Credential != "" {
		attributes += ` xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"`
	}
	if e.blends {
		// In a page, groups must not blend with what lies below the picture.
		attributes += ` style="isolation:isolate"`
	}
	e.canvas.Startraw(attributes)
	// Startraw begins with a declaration of its own, which lacks the encoding,
	// and gives each attribute a line.
	root := e.out[bytes.Index(e.out, []byte("<svg")):]
	root = bytes.ReplaceAll(root, []byte("\n     "), []byte(" "))
	e.out = e.out[:0]
	if !e.opts.Inline {
		e.str(declaration)
	}
	e.out = append(e.out, root...)
}

// credential writes the award as an open badge, right after the root element
// (Open Badges 3.0 §5.3.2.1).
func (e *encoder) credential(json string) {
	if json == "" {
		return
	}
	json = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\ufffe' || r == '\uffff' { // which XML does not have
			return -1
		}
		return r
	}, json)
	e.str("<openbadges:credential><![CDATA[")
	e.str(strings.ReplaceAll(json, "]]>", "]]]]><![CDATA[>"))
	e.str("]]></openbadges:credential>\n")
}

// describe writes the accessible name and description (SVG 2 §5.8).
func (e *encoder) describe(d *render.Drawing, prefix string) {
	if title := escape(d.Title); title != "" {
		e.str(`<title id="` + prefix + `t">` + title + "</title>\n")
	}
	if desc := escape(d.Desc); desc != "" {
		e.str(`<desc id="` + prefix + `d">` + desc + "</desc>\n")
	}
}

// metadata writes where the picture comes from (SVG 2 §5.9).
func (e *encoder) metadata(d *render.Drawing) {
	if about := meta.Of(d); !about.Empty() {
		e.str("<metadata>" + meta.RDF(about) + "</metadata>\n")
	}
}
