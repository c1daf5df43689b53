// Package meta writes what a picture says of itself: one vocabulary for all
// formats, as RDF in SVG and as XMP, which is RDF too, in the others.
//
// docs/notes/trust.md describes it for other programs; package attest reads it.
package meta

import (
	"fmt"
	"strings"

	"panonceau/render"
)

// Namespace is that of what Dublin Core has no word for. Prefix is how our files
// call it.
const (
	Namespace = "urn:panonceau:award"
	Prefix    = "panonceau"
)

// Lengths of what stands where a file is to be signed, see package attest.
const (
	ContentLength   = 64 // a SHA-256 in hexadecimal
	SignatureLength = 86 // 64 bytes in base64url
)

// maxText bounds one text, in bytes, as written: twenty of them and their frame
// fit a segment of JPEG. Addresses, the longest, have 2 KiB.
const maxText = 3000

// An About is what a file says of itself.
type About struct {
	Title, Desc, Lang string
	render.Meta
}

// Of returns what the files of d say.
func Of(d *render.Drawing) About { return About{d.Title, d.Desc, d.Lang, d.Meta} }

// Empty reports whether there is nothing to say of the award or where the
// picture comes from.
func (a About) Empty() bool {
	m := a.Meta
	m.Credential = ""
	return m == render.Meta{}
}

// XMP returns a as an XMP packet (ISO 16684-1). More, if it is not nil, adds what
// one format alone says; namespaces are those it needs, as attributes.
func XMP(a About, namespaces string, more func(*Properties)) []byte {
	p := &Properties{}
	p.b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">`)
	p.open(namespaces)
	p.about(a)
	if more != nil {
		more(p)
	}
	p.close()
	p.b.WriteString("</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(p.b.String())
}

// RDF returns a for the metadata element of SVG (SVG 2 §5.9), in fewer bytes:
// texts have no language, lists no frame.
func RDF(a About) string {
	p := &Properties{bare: true}
	p.open("")
	p.about(a)
	p.close()
	return p.b.String()
}

// Properties are the properties of a picture, being written. What is empty is
// left out.
type Properties struct {
	b    strings.Builder
	bare bool
}

func (p *Properties) open(namespaces string) {
	p.b.WriteString(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:` + Prefix + `="` + Namespace + `"` + namespaces + ">\n")
}

func (p *Properties) close() { p.b.WriteString("</rdf:Description>\n</rdf:RDF>") }

// about writes what every format says.
func (p *Properties) about(a About) {
	p.Text("dc:title", a.Title)
	if !p.bare { // SVG has an element for it
		p.Text("dc:description", a.Desc)
		p.list("dc:language", "Bag", a.Lang)
	}
	p.list("dc:creator", "Seq", a.Issuer)
	p.Plain("dc:identifier", a.URL)
	p.Text("dc:rights", a.License)
	p.award(a.Meta)
}

// award writes what our own words are for.
func (p *Properties) award(m render.Meta) {
	for _, w := range []struct{ name, value string }{
		{"proof", m.Proof}, {"label", m.Label}, {"edition", m.Edition}, {"level", m.Level}, {"levelID", m.LevelID},
		{"holder", m.Holder}, {"holderID", m.HolderID}, {"code", m.Code}, {"notice", m.Notice}, {"drawing", m.Drawing},
	} {
		p.Plain(Prefix+":"+w.name, w.value)
	}
	if m.Specimen {
		p.Plain(Prefix+":specimen", "True")
	}
	if m.Key != "" {
		p.Plain(Prefix+":key", m.Key)
		p.Plain(Prefix+":content", strings.Repeat("0", ContentLength))
		p.Plain(Prefix+":signature", strings.Repeat("0", SignatureLength))
	}
}

// Plain writes a property with a value that has no language.
func (p *Properties) Plain(tag, value string) { p.write(tag, "", value, "") }

// Text writes a property with a text.
func (p *Properties) Text(tag, value string) {
	if p.bare {
		p.Plain(tag, value)
		return
	}
	p.write(tag, `<rdf:Alt><rdf:li xml:lang="x-default">`, value, "</rdf:li></rdf:Alt>")
}

// list writes a property whose value is a Seq or a Bag of one.
func (p *Properties) list(tag, kind, value string) {
	if p.bare {
		p.Plain(tag, value)
		return
	}
	p.write(tag, "<rdf:"+kind+"><rdf:li>", value, "</rdf:li></rdf:"+kind+">")
}

func (p *Properties) write(tag, before, value, after string) {
	if value = Escape(value); value != "" && len(value) <= maxText {
		fmt.Fprintf(&p.b, "<%s>%s%s%s</%[1]s>\n", tag, before, value, after)
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
