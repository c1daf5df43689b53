package kit

import (
	"bytes"
	"encoding/json"

	"panonceau/attest"
	"panonceau/catalog"
	"panonceau/press"
)

// A manifest is manifest.json: what programs want to know of a kit.
type manifest struct {
	Label     string         `json:"label"`
	LabelName string         `json:"label_name"`
	Title     string         `json:"title"`
	Edition   string         `json:"edition"`
	Level     string         `json:"level"`
	LevelName string         `json:"level_name"`
	Holder    manifestHolder `json:"holder"`
	Code      string         `json:"code"`            // of the award, as printed
	Proof     string         `json:"proof,omitempty"` // where the award can be checked
	URL       string         `json:"url"`
	Issuer    string         `json:"issuer,omitempty"`
	License   string         `json:"license,omitempty"`
	Notice    string         `json:"notice,omitempty"`
	Lang      string         `json:"lang"`
	Files     []manifestFile `json:"files"`
	Texts     []manifestText `json:"texts,omitempty"`
	Omitted   []omission     `json:"omitted,omitempty"`

	Credential *credential `json:"credential,omitempty"`

	Key       string `json:"key,omitempty"` // that signed all of the manifest
	Signature string `json:"signature,omitempty"`
}

type manifestHolder struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	SecondName string `json:"second_name,omitempty"`
}

type manifestFile struct {
	Path      string `json:"path"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	Width     int    `json:"width_px,omitempty"`
	Height    int    `json:"height_px,omitempty"`
	Design    string `json:"design"`
	Name      string `json:"name"`
	Alt       string `json:"alt"`
	URL       string `json:"url"`
}

type manifestText struct {
	Path      string `json:"path"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	MediaType string `json:"media_type"`
	Text      string `json:"text"`
	Name      string `json:"name"`
	Lang      string `json:"lang"`
	URL       string `json:"url"`
}

func (k *kit) manifest(a *archive) {
	o := k.order
	m := manifest{
		Label: o.Label.ID, LabelName: o.Label.Name(o.Lang), Title: o.Title, Lang: o.Lang,
		Edition: o.Edition.ID, Level: o.Level.ID, LevelName: o.Level.Name[o.Lang],
		Holder: manifestHolder{o.Holder.ID, o.Award.Name, o.Award.Second},
		Code:   catalog.ShowCode(o.Award.Code()), Proof: k.proof(), Issuer: o.Label.Issuer, Credential: k.credential,
		URL: k.url(o), License: o.Label.License, Notice: o.Label.Notice[o.Lang], Omitted: k.omitted,
	}
	if o.Signer != nil {
		m.Key, m.Signature = o.Signer.ID(), attest.BlankSignature
	}
	for _, f := range k.files {
		if f.bytes == 0 {
			continue
		}
		format, err := press.FormatOf(f.ext)
		if err != nil { // it was drawn in this format
			a.err = err
			return
		}
		m.Files = append(m.Files, manifestFile{
			Path: f.path, Bytes: f.bytes, SHA256: f.digest, MediaType: format.MediaType, Width: f.width, Height: f.height,
			Design: f.design.ID, Name: f.design.Name[o.Lang], Alt: f.order.Alt, URL: k.url(f.order),
		})
	}
	for _, d := range k.texts {
		for _, f := range d.files {
			media, _ := catalog.FormatOf(f.ext)
			m.Texts = append(m.Texts, manifestText{Path: f.path, Bytes: int64(len(f.body)), SHA256: f.digest, MediaType: media.Media,
				Text: d.order.Document.ID, Name: d.order.Document.Name[d.order.Lang], Lang: d.order.Lang, URL: k.url(f.order)})
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // alt texts stay readable
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		a.err = err
		return
	}
	body := b.Bytes()
	if o.Signer != nil {
		var err error
		if body, err = attest.SignManifest(body, *o.Signer); err != nil {
			a.err = err
			return
		}
	}
	a.addText("manifest.json", body)
}

// proof returns where the award can be checked, or "" if the origin of the service
// is not known.
func (k *kit) proof() string {
	if k.catalog.Base() == "" {
		return ""
	}
	return k.catalog.Base() + k.order.ProofPath()
}

// url returns the address of a picture that keeps its meaning: with the origin
// of the service, if it is known.
func (k *kit) url(o *catalog.Order) string { return k.catalog.Base() + o.Permanent }
