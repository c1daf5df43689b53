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

// namespaces are those of what only PDF says of itself.
const namespaces = ` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"`

// xmp writes the metadata packet (ISO 16684-1). It says where the picture can
// be checked.
func (e *encoder) xmp() []byte {
	about := meta.Of(e.d)
	about.Desc = e.description()
	return meta.XMP(about, namespaces, func(p *meta.Properties) {
		p.Plain("dc:format", "application/pdf")
		p.Plain("xmpRights:WebStatement", webStatement(about.License))
		p.Plain("xmp:CreatorTool", producer)
		for _, tag := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
			p.Plain(tag, strings.Replace(e.date, "Z", "+00:00", 1))
		}
		p.Plain("xmpMM:DocumentID", e.file.uuid())
		p.Plain("xmpMM:VersionID", "1")
		p.Plain("xmpMM:RenditionClass", "default")
		p.Plain("pdf:Producer", producer)
		p.Plain("pdf:Trapped", "False")
		if !e.preset.version.flat {
			p.Plain("pdfxid:GTS_PDFXVersion", e.preset.version.x)
		}
	})
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
