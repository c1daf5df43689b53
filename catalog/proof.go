package catalog

import (
	"cmp"
	"strconv"

	"panonceau/render/proof"
)

// proofDPI is the resolution of a proof of pixels when none is asked for: its
// small type can be read.
const proofDPI = 150

// maxCode bounds the address in a QR code, in bytes: what version 11 holds at
// level M (ISO/IEC 18004 §7.1). The modules of more are too small on a proof.
const maxCode = 251

// sheet returns the size of the proof, in millimetres, and settles how many
// pixels it has.
func (v *resolver) sheet() (w, h float64) {
	if v.Raster == (Raster{}) {
		v.Raster.DPI = proofDPI
	}
	if v.Request.Proof == "a3" {
		return 297, 420
	}
	return 210, 297
}

// ticket writes what the proof says of the job, if one is asked for.
func (v *resolver) ticket() {
	r, d := &v.Request, v.Design
	if r.Proof == "" {
		return
	}
	t := &proof.Ticket{
		Lang: v.Lang, Reference: r.Ref, Version: r.Version, Date: r.Date,
		Product:  d.Name[v.Lang],
		Material: cmp.Or(r.Material, cmp.Or(d.Materials...)), Film: r.Film, Finish: r.Finish, Fixing: r.Fixing,
		Sign: d.Road,
	}
	if r.Proof == "a3" {
		t.Sheet = proof.A3
	}
	t.Thickness, _ = decimal(r.Thickness)
	t.Quantity, _ = strconv.Atoi(r.Quantity) // the grammar has checked it
	t.Permalink = v.catalog.base + v.printFile()
	if v.catalog.base != "" && len(t.Permalink) <= maxCode {
		t.Code = t.Permalink
	}
	for i, k := range v.Label.Inks {
		t.InkNames = append(t.InkNames, proof.InkName{Ink: k.Name, Name: v.Label.inkNames[i][v.Lang]})
	}
	v.Proof = t
}

// printFile returns the permanent address of what the proof is a proof of: the
// print file.
func (v *resolver) printFile() string {
	r := v.Request
	if v.Latest {
		r.Edition = v.Edition.ID
	}
	r.V, r.Download, r.Sig = "", "", ""
	r.Proof, r.Ref, r.Version, r.Date, r.Quantity, r.Thickness, r.Film, r.Finish, r.Fixing = "", "", "", "", "", "", "", "", ""
	r.Width, r.Scale, r.DPI = "", "", ""
	if len(v.Design.Materials) == 0 {
		r.Material = ""
	}
	r.Ext = "pdf"
	return r.String()
}
