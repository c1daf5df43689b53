package badge

import (
	"embed"
	"fmt"
	"sync"

	"panonceau/render"
	"panonceau/render/svg"
	"panonceau/render/text"
)

//go:embed art/*.svg
var art embed.FS

// The colours of the artwork stand for those of a badge.
var inks = []*render.Ink{
	{Name: "left", RGB: render.RGB{R: 0x55, G: 0x55, B: 0x55}}, {Name: "left-text", RGB: render.RGB{R: 0xff, G: 0xff, B: 0xff}},
	{Name: "right", RGB: render.RGB{R: 0x00, G: 0x7e, B: 0xc6}}, {Name: "right-text", RGB: render.RGB{R: 0xfe, G: 0xfe, B: 0xfe}},
}

// designs are the artworks, by name; those without a left part end in -message.
var designs = sync.OnceValue(func() map[string]*render.Design {
	all := make(map[string]*render.Design)
	for _, style := range Styles() {
		for _, name := range []string{style, style + "-message"} {
			d, err := readDesign(name)
			if err != nil {
				panic(err) // the files are embedded: this is a defect of the build
			}
			all[name] = d
		}
	}
	return all
})

func readDesign(name string) (*render.Design, error) {
	data, err := art.ReadFile("art/" + name + ".svg")
	if err != nil {
		return nil, err
	}
	drawing, _, err := svg.Decode(data, svg.DecodeOptions{Name: name, KeepMarks: true})
	if err != nil {
		return nil, err
	}
	return render.NewDesign(name, drawing, inks)
}

// Spec returns the picture of b, with a word laid across it if there is one.
// The error is a *catalog.Error that names a character no font has.
func (b *Badge) Spec(fonts *text.Collection, specimen string) (*render.Spec, error) {
	for _, part := range []struct{ name, text string }{{"label", b.Left}, {"message", b.Right}} {
		for _, c := range part.text {
			if !fonts.Has(c) {
				what := fmt.Sprintf("U+%04X", c)
				return nil, fault(part.name, part.name+" : aucune police n’a le caractère "+what, part.name+": no font has the character "+what)
			}
		}
	}
	name := b.Style
	if b.Left == "" {
		name += "-message"
	}
	swap := func(i int, c render.RGB) render.Swap {
		return render.Swap{From: inks[i].Name, To: &render.Ink{Name: inks[i].Name, RGB: c}}
	}
	return &render.Spec{
		Design: designs()[name],
		Inks:   inks,
		Palette: []render.Swap{
			swap(0, b.LeftColor), swap(1, textOn(b.LeftColor)),
			swap(2, b.Color), swap(3, textOn(b.Color)),
		},
		Fields:   []render.Field{{Key: "left", Text: b.Left}, {Key: "right", Text: b.Right}},
		Specimen: specimen,
		Title:    b.Title(specimen),
		Lang:     "fr",
		Fonts:    fonts,
	}, nil
}

// Title says what the badge shows.
func (b *Badge) Title(specimen string) string {
	title := b.Right
	if b.Left != "" {
		title = b.Left + ": " + b.Right
	}
	if specimen != "" {
		title = specimen + " – " + title
	}
	return title
}
