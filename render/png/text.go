package png

import (
	"strings"

	"panonceau/render"
	"panonceau/render/meta"
)

// A Text is one piece of metadata: an iTXt chunk (§11.3.3.4).
type Text struct {
	Keyword string // 1 to 79 printable ASCII characters
	Lang    string // BCP 47, or empty
	Value   string
}

// data returns the data of the chunk, uncompressed, or nil if there is none to
// write. What the format does not allow in a text is left out of it.
func (t Text) data() []byte {
	if t.Value == "" || t.Keyword == "" || len(t.Keyword) > 79 || len(t.Value) > maxText {
		return nil
	}
	value := strings.ReplaceAll(strings.ToValidUTF8(t.Value, "\uFFFD"), "\x00", "")
	// Keyword, not compressed, language, no translated keyword, text.
	return []byte(t.Keyword + "\x00\x00\x00" + t.Lang + "\x00\x00" + value)
}

// xmpKeyword is that of a chunk with an XMP packet (ISO 16684-3, PNG).
const xmpKeyword = "XML:com.adobe.xmp"

// texts returns the metadata of d: what viewers show, under the keywords of
// §11.3.3.1, of which Source is where the picture comes from, and Comment where
// the award can be checked; and all of it as XMP.
func texts(d *render.Drawing) []Text {
	m := d.Meta
	all := []Text{
		{"Title", d.Lang, d.Title},
		{"Source", "", m.URL},
		{"Comment", "", m.Proof},
	}
	if m.Specimen {
		all = append(all, Text{"Warning", "en", "Specimen: this award is attested by nobody."})
	}
	if m.Credential != "" { // Open Badges 3.0 §5.3.1.1: once, not compressed
		all = append(all, Text{"openbadgecredential", "", m.Credential})
	}
	if about := meta.Of(d); !about.Empty() {
		all = append(all, Text{xmpKeyword, "", string(meta.XMP(about, "", nil))})
	}
	return all
}
