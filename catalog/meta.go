package catalog

import (
	"cmp"

	"panonceau/render"
)

// meta returns what the file of a picture says of it: where it is from and what
// it shows, whatever the picture hides.
func (v *resolver) meta(fields []render.Field, url, proof string) render.Meta {
	m := render.Meta{
		URL: url, Proof: proof, Label: find(fields, "label"), Edition: v.Edition.ID,
		Level: find(fields, "level"), LevelID: v.Level.ID, Holder: v.Request.Name, HolderID: v.Request.Holder,
		Issuer: v.Label.Issuer, License: v.Label.License, Notice: v.Label.Notice[v.Lang], Specimen: v.State.isFree(),
	}
	if v.Award != nil {
		m.Holder, m.Code = cmp.Or(m.Holder, v.Award.fullName()), v.Award.code
	}
	if m.Specimen {
		m.Issuer = ""
	}
	if v.sign(); v.Signer != nil {
		m.Key = v.Signer.ID()
	}
	return m
}

// sign finds the key that signs the file.
func (v *resolver) sign() {
	if k, ok := v.catalog.attest.Signer(); ok {
		v.Signer = &k
	}
}
