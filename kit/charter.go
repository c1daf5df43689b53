package kit

import (
	"panonceau/catalog"
	"panonceau/render/charter"
)

// charterSheet returns the charter of the label as a piece: printers and sign
// makers ask what is allowed. It is an A3 sheet.
func charterSheet(p *catalog.Pack) *piece {
	name, purpose := make(catalog.Texts), make(catalog.Texts)
	for _, lang := range p.Languages {
		name[lang] = charter.Title(lang)
		purpose[lang] = "What is allowed: versions, free space, minimum sizes, inks"
		if lang == "fr" {
			purpose[lang] = "Ce qui est permis : versions, espace libre, tailles minimales, encres"
		}
	}
	return &piece{sheet: catalog.SheetCharter, w: 420, h: 297, style: &catalog.Style{},
		design: &catalog.Design{ID: catalog.SheetCharter, Name: name, Purpose: purpose, For: catalog.ForPrint}}
}
