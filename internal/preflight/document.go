package preflight

import (
	"encoding/binary"
	"html"
	"regexp"
	"strings"

	"panonceau/internal/pdffile"
)

// maxXMP bounds the metadata that is searched. Ours has 2 kB.
const maxXMP = 1 << 20

// level reads which PDF/X level the file claims: PDF/X-4 in its XMP metadata
// (ISO 15930-7 §6.2), older ones in its information (ISO 15930-4 §6.2).
func (c *checker) level() {
	if s, ok := c.f.Resolve(c.catalog["Metadata"]).(*pdffile.Stream); ok {
		if data, err := c.f.Decode(s); err == nil && len(data) <= maxXMP {
			c.xmp = string(data)
		}
	}
	c.report.Level = c.property("pdfxid:GTS_PDFXVersion")
	if c.report.Level == "" {
		c.report.Level = c.text(c.dict(c.f.Trailer["Info"])["GTS_PDFXVersion"])
	}
	if c.report.Level == "" {
		c.add("level", Warns, "the file claims no PDF/X level: it is not made for a press")
		return
	}
	c.add("level", Holds, "the file claims %s", c.report.Level)
}

// flat reports whether the level forbids transparency and layers.
func (c *checker) flat() bool { return strings.HasPrefix(c.report.Level, "PDF/X-1") }

// structure checks the version and what surrounds the objects.
func (c *checker) structure() {
	limit := "1.6"
	if c.flat() {
		limit = "1.4"
	}
	if c.report.Level != "" {
		c.require("version", c.f.Version <= limit,
			"the PDF version is "+c.f.Version, "the PDF version is "+c.f.Version+", "+c.report.Level+" allows "+limit)
	}
	c.require("binary", c.f.Binary, "the header says that the file is binary", "the header lacks the comment of four binary bytes")
	c.require("encryption", c.f.Trailer["Encrypt"] == nil, "the file is not encrypted", "the file is encrypted")
	c.require("id", len(c.array(c.f.Trailer["ID"])) == 2, "the file has an identifier", "the file has no identifier")
	if c.f.Updates > 0 {
		c.add("updates", Warns, "the file was changed after it was written")
	}
}

// property returns the text of an XMP property, or nothing. The packet is
// searched rather than parsed: writers put properties in elements or in
// attributes.
func (c *checker) property(tag string) string {
	quoted := regexp.QuoteMeta(tag)
	if m := regexp.MustCompile(`(?s)<` + quoted + `(?:\s[^>]*)?>(.*?)</` + quoted + `>`).FindStringSubmatch(c.xmp); m != nil {
		return strings.TrimSpace(html.UnescapeString(markup.ReplaceAllString(m[1], "")))
	}
	if m := regexp.MustCompile(quoted + `=(?:"([^"]*)"|'([^']*)')`).FindStringSubmatch(c.xmp); m != nil {
		return html.UnescapeString(m[1] + m[2])
	}
	return ""
}

var markup = regexp.MustCompile(`<[^>]*>`)

// metadata checks that the two places where a PDF describes itself are there
// and agree.
func (c *checker) metadata() {
	info := c.dict(c.f.Trailer["Info"])
	if c.xmp == "" {
		s := Breaks
		if c.flat() || c.report.Level == "" {
			s = Note
		}
		c.add("metadata", s, "the file has no readable XMP metadata")
		return
	}
	if m, ok := c.f.Resolve(c.catalog["Metadata"]).(*pdffile.Stream); ok && len(c.f.Filters(m)) > 0 {
		c.add("metadata", Breaks, "the XMP metadata is compressed, so that tools cannot find it")
	}
	var missing []string
	for _, tag := range []string{"dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped"} {
		if c.property(tag) == "" {
			missing = append(missing, tag)
		}
	}
	if len(missing) > 0 && c.report.Level == "PDF/X-4" {
		c.add("metadata", Breaks, "the XMP metadata lacks %s", strings.Join(missing, ", "))
	} else {
		c.add("metadata", Holds, "the title is %q", c.property("dc:title"))
	}
	var differ []string
	if info["Title"] != nil && c.text(info["Title"]) != c.property("dc:title") {
		differ = append(differ, "the title")
	}
	dates := []struct {
		key pdffile.Name
		tag string
	}{{"CreationDate", "xmp:CreateDate"}, {"ModDate", "xmp:ModifyDate"}}
	for _, d := range dates {
		if info[d.key] != nil && digits(c.text(info[d.key])) != digits(c.property(d.tag)) {
			differ = append(differ, d.tag)
		}
	}
	if t := c.name(info["Trapped"]); t != "" && t != c.property("pdf:Trapped") {
		differ = append(differ, "the trapping")
	}
	c.require("agreement", len(differ) == 0, "the information and the XMP metadata agree",
		"the information and the XMP metadata differ in "+strings.Join(differ, ", "))
}

// digits returns the first fourteen digits of a date, which are its day and
// time in either notation.
func digits(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), 14)]
}

// intent checks the output intent (ISO 15930-7 §6.4).
func (c *checker) intent() {
	var found []pdffile.Dict
	for _, o := range c.array(c.catalog["OutputIntents"]) {
		if d := c.dict(o); c.name(d["S"]) == "GTS_PDFX" {
			found = append(found, d)
		}
	}
	switch {
	case len(found) == 0 && c.report.Level == "":
		return
	case len(found) != 1:
		c.add("intent", Breaks, "the file has %d output intents for print, not one: the press is not said", len(found))
		return
	}
	condition := c.text(found[0]["OutputConditionIdentifier"])
	s, ok := c.f.Resolve(found[0]["DestOutputProfile"]).(*pdffile.Stream)
	if !ok {
		status := Breaks
		if c.flat() {
			status = Note // a name from the ICC registry is enough
		}
		c.add("intent", status, "the file is meant for %q and does not embed its profile", condition)
		return
	}
	profile, err := c.f.Decode(s)
	n, _ := c.f.Resolve(s.Dict["N"]).(float64)
	switch {
	case err != nil || len(profile) < 132 || int64(binary.BigEndian.Uint32(profile)) != int64(len(profile)):
		c.add("intent", Breaks, "the profile of the output intent cannot be read")
	case string(profile[12:16]) != "prtr":
		c.add("intent", Breaks, "the profile of the output intent is no output profile")
	case components(string(profile[16:20])) != int(n):
		c.add("intent", Breaks, "the profile of the output intent has %q colours and says %g", profile[16:20], n)
	default:
		c.intents = int(n)
		c.add("intent", Holds, "the file is meant for %s, whose profile it embeds", condition)
	}
}

// components returns the number of channels of a colour space of ICC profiles.
func components(space string) int {
	switch space {
	case "CMYK":
		return 4
	case "RGB ":
		return 3
	case "GRAY":
		return 1
	}
	return 0
}

// activeContent checks that nothing in the file does anything.
func (c *checker) activeContent() {
	var found []string
	for _, key := range []pdffile.Name{"AcroForm", "OpenAction", "AA", "Perms", "Legal", "Threads", "URI"} {
		if c.catalog[key] != nil {
			found = append(found, string(key))
		}
	}
	names := c.dict(c.catalog["Names"])
	for _, key := range []pdffile.Name{"JavaScript", "AlternatePresentations", "EmbeddedFiles"} {
		if names[key] != nil {
			found = append(found, string(key))
		}
	}
	c.require("active", len(found) == 0, "the file has no forms, scripts, actions or attachments",
		"the file has "+strings.Join(found, ", ")+", which a press cannot use")
}

// layers lists the layers and the processing steps they stand for (ISO 19593-1).
func (c *checker) layers() {
	properties := c.dict(c.catalog["OCProperties"])
	if properties == nil {
		return
	}
	if c.flat() {
		c.add("layers", Breaks, "the file has layers, which %s does not allow", c.report.Level)
		return
	}
	var list []string
	for _, o := range c.array(properties["OCGs"]) {
		d := c.dict(o)
		s := c.text(d["Name"])
		if meta := c.dict(d["GTS_Metadata"]); meta != nil {
			s += " (" + strings.TrimSuffix(c.name(meta["GTS_ProcStepsGroup"])+"/"+c.name(meta["GTS_ProcStepsType"]), "/") + ")"
		}
		list = append(list, s)
	}
	config := c.dict(properties["D"])
	if config["AS"] != nil {
		c.add("layers", Breaks, "layers are switched automatically, which PDF/X does not allow")
	}
	c.add("layers", Note, "the layers are %s", strings.Join(list, ", "))
}
