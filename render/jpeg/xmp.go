package jpeg

import (
	"fmt"
	"strings"

	"panonceau/render"
	"panonceau/render/meta"
)

// xmpName opens a segment with an XMP packet (ISO 16684-3, JPEG).
const xmpName = "http://ns.adobe.com/xap/1.0/\x00"

// maxText bounds one text of the metadata, in bytes, as written. Thirteen of
// them and their frame fit a segment.
const maxText = 4 << 10

// packet returns what d says of itself as XMP (ISO 16684-1), under the names
// that our PDF files use.
func packet(d *render.Drawing) string {
	var b strings.Builder
	write := func(tag, before, value, after string) {
		if value = meta.Escape(value); value != "" && len(value) <= maxText {
			fmt.Fprintf(&b, "<%s>%s%s%s</%[1]s>\n", tag, before, value, after)
		}
	}
	plain := func(tag, value string) { write(tag, "", value, "") }
	alternative := func(tag, value string) {
		write(tag, `<rdf:Alt><rdf:li xml:lang="x-default">`, value, "</rdf:li></rdf:Alt>")
	}
	m := d.Meta
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	b.WriteString(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n")
	b.WriteString(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:panonceau="urn:panonceau:award">` + "\n")
	alternative("dc:title", d.Title)
	alternative("dc:description", d.Desc)
	write("dc:creator", "<rdf:Seq><rdf:li>", m.Issuer, "</rdf:li></rdf:Seq>")
	write("dc:language", "<rdf:Bag><rdf:li>", d.Lang, "</rdf:li></rdf:Bag>")
	plain("dc:identifier", m.URL)
	alternative("dc:rights", m.License)
	meta.Award(m, plain)
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.String()
}
