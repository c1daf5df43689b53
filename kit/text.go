package kit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"panonceau/catalog"
)

// textFormats are the files that a kit has of each text: to paste, for a page,
// and for those who write Markdown.
var textFormats = []struct {
	ext    string
	fr, en string // what it is for
}{
	{"txt", "à copier-coller", "to paste"},
	{"html", "traitement de texte, site", "word processor, web site"},
	{"md", "pour un site qui lit le Markdown", "for sites that read Markdown"},
}

// A document is a text of a kit.
type document struct {
	order *catalog.Order // as plain text
	files []textFile
}

type textFile struct {
	path, ext, digest string
	what              both
	order             *catalog.Order
	body              []byte
}

// documents fills in the texts of the award. One that cannot be filled in is
// left out; the manifest says so.
func (k *kit) documents() error {
	for _, d := range k.order.Label.Documents {
		one := new(document)
		for i, f := range textFormats {
			if i > 0 && d.Network != "" {
				break // networks know no markup
			}
			file := textFile{path: k.textPath(d, f.ext), ext: f.ext, what: both{"fr", f.fr, f.en}}
			var err error
			file.order, err = k.catalog.Resolve(catalog.Request{
				Label: k.order.Label.ID, Holder: k.order.Holder.ID, Edition: k.order.Edition.ID, Lang: k.order.Request.Lang,
				Design: d.ID, Ext: f.ext,
			})
			if err != nil {
				k.omit(file.path, err.Error())
				continue
			}
			if !file.order.State.OK() { // it ended since the kit was asked for
				return fmt.Errorf("%s: %s", file.path, file.order.State.En)
			}
			file.body = []byte(file.order.In(f.ext))
			sum := sha256.Sum256(file.body)
			file.digest = hex.EncodeToString(sum[:])
			if one.order == nil {
				one.order = file.order
			}
			one.files = append(one.files, file)
		}
		if one.order != nil {
			k.texts = append(k.texts, one)
		}
	}
	return nil
}

// addTexts adds the texts to the archive.
func (k *kit) addTexts(a *archive) {
	for _, d := range k.texts {
		for _, f := range d.files {
			a.addText(f.path, f.body)
		}
	}
}
