package pdf

import (
	"fmt"
	"strings"

	"panonceau/render/meta"
)

// producer is what wrote the file.
const producer = "Panonceau"

// info writes the document information dictionary (ISO 32000-2 §14.3.3). Old
// preflights expect it, and PDF/X-1a has its conformance there (ISO 15930-4
// §6.2).
func (e *encoder) info() string {
	// ISO 32000-2 §7.9.4. Strict readers want the offset of UTC written out.
	day := strings.NewReplacer("-", "", "T", "", ":", "", "Z", "").Replace(e.date)
	date := text("D:" + day + "+00'00'")
	b := fmt.Sprintf("<< /Title %s /Creator %s /Producer %s /CreationDate %s /ModDate %s /Trapped /False",
		text(e.d.Title), text(producer), text(producer), date, date)
	if e.d.Meta.Issuer != "" {
		b += " /Author " + text(e.d.Meta.Issuer)
	}
	if e.d.Desc != "" {
		b += " /Subject " + text(e.d.Desc)
	}
	if e.preset.version.flat {
		b += " /GTS_PDFXVersion " + text(e.preset.version.x)
	}
	return b + " >>"
}

// xmp writes the metadata packet (ISO 16684-1). It says where the picture can
// be checked.
func (e *encoder) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	b.WriteString(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n")
	b.WriteString(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:panonceau="urn:panonceau:award">` + "\n")
	element := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%[1]s>\n", tag, meta.Escape(value))
		}
	}
	alternative := func(tag, value string) { // a text with its language
		if value != "" {
			fmt.Fprintf(&b, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></%[1]s>\n", tag, meta.Escape(value))
		}
	}
	m := e.d.Meta
	element("dc:format", "application/pdf")
	alternative("dc:title", e.d.Title)
	alternative("dc:description", e.description())
	if m.Issuer != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", meta.Escape(m.Issuer))
	}
	if e.d.Lang != "" {
		fmt.Fprintf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", meta.Escape(e.d.Lang))
	}
	element("dc:identifier", m.URL)
	alternative("dc:rights", m.License)
	element("xmpRights:WebStatement", webStatement(m.License))
	element("xmp:CreatorTool", producer)
	for _, tag := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
		element(tag, strings.Replace(e.date, "Z", "+00:00", 1))
	}
	element("xmpMM:DocumentID", e.file.uuid())
	element("xmpMM:VersionID", "1")
	element("xmpMM:RenditionClass", "default")
	element("pdf:Producer", producer)
	element("pdf:Trapped", "False")
	if !e.preset.version.flat {
		element("pdfxid:GTS_PDFXVersion", e.preset.version.x)
	}
	meta.Award(m, element)
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// description says at what scale the piece is drawn, when it is not its own.
func (e *encoder) description() string {
	if e.page.scale == 1 {
		return e.d.Desc
	}
	return strings.TrimSpace(fmt.Sprintf("%s Scale 1:%s.", e.d.Desc, num(1/e.page.scale)))
}

// webStatement returns license if it is an address.
func webStatement(license string) string {
	if strings.HasPrefix(license, "https://") || strings.HasPrefix(license, "http://") {
		return license
	}
	return ""
}
