package kit

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"panonceau/catalog"
	"panonceau/render/proof"
)

// A page is what index.html shows.
type page struct {
	Lang     string
	Title    both
	Holder   string
	Edition  string
	Level    both
	Label    both
	Notice   both
	License  string
	URL      string
	Code     string         // of the award
	Proof    string         // where it can be checked; empty: not known
	Badge    string         // path of the open badge; empty: there is none
	Steps    []template.CSS // colours of the steps that are reached
	Count    int
	Weight   string
	Sections []*section
	Texts    []shownText
	Omitted  []omission
}

// both is a text in French, or in the first language of the pack if it has no
// French, and in English if that is not the same.
type both struct{ Lang, First, English string }

// A section is a folder of the kit.
type section struct {
	ID      catalog.Folder
	Name    both
	Hint    both
	Designs []*shownDesign
}

type shownDesign struct {
	design    *catalog.Design
	Name, Use both
	Pieces    []shownPiece
}

type shownPiece struct {
	Picture       string // path
	Width, Height int    // pixels
	Dark          bool   // made for dark grounds
	Name          both
	Size          string // of a thing
	Alt           string
	Snippet       string // HTML that shows the picture; empty: it is not for pages
	Files         []shownFile
}

type shownFile struct {
	Path, Format   string
	Pixels, Weight string
	What           both
}

// sections say for whom the folders are.
var sections = map[catalog.Folder]section{
	catalog.FolderWeb: {
		Name: both{"fr", "Site web et documents", "Web site and documents"},
		Hint: both{"fr", "Préférez le SVG : il est net à toutes les tailles. Le PNG convient aux logiciels de bureau.", "Use SVG if you can: it is sharp at every size. PNG suits office software."},
	},
	catalog.FolderSocial: {
		Name: both{"fr", "Réseaux sociaux", "Social networks"},
		Hint: both{"fr", "Recopiez le texte alternatif avec l’image.", "Paste the alternative text with the picture."},
	},
	catalog.FolderPrint: {
		Name: both{"fr", "Imprimeur", "Printer"},
		Hint: both{"fr", "PDF/X-4, avec fond perdu là où le dessin va au bord.", "PDF/X-4, with bleed where the artwork runs to the edge."},
	},
	catalog.FolderSignMaker: {
		Name: both{"fr", "Enseigniste et graveur", "Sign maker and engraver"},
		Hint: both{"fr", "Le bon à tirer est à relire et à signer avant toute fabrication.", "The proof is to be checked and signed before anything is made."},
	},
}

func (k *kit) page(a *archive) {
	if a.err != nil {
		return
	}
	o := k.order
	p := page{
		Lang: o.Lang, Holder: o.Award.Name, Edition: o.Edition.ID, License: o.Label.License, URL: k.url(o),
		Title: k.title(), Level: k.both(o.Level.Name), Notice: k.both(o.Label.Notice),
		Label: k.inBoth(func(lang string) string { return o.Label.Name(lang) }),
		Code:  catalog.ShowCode(o.Award.Code()), Proof: k.proof(), Omitted: k.omitted,
	}
	if k.credential != nil {
		p.Badge = k.credential.Path
	}
	if o.Award.Second != "" {
		p.Holder += " / " + o.Award.Second
	}
	for _, ink := range o.Level.Ramp[:min(o.Level.Rank, len(o.Level.Ramp))] {
		p.Steps = append(p.Steps, template.CSS(fmt.Sprintf("#%02x%02x%02x", ink.RGB.R, ink.RGB.G, ink.RGB.B)))
	}
	var total int64
	for _, f := range k.files {
		if f.bytes > 0 {
			p.Count++
			total += f.bytes
		}
	}
	for _, d := range k.texts {
		for _, f := range d.files {
			p.Count++
			total += int64(len(f.body))
		}
	}
	p.Weight = weight(total)
	p.Texts = k.shownTexts()
	for _, piece := range k.pieces {
		p.add(k, piece)
	}
	var b bytes.Buffer
	if err := pageTemplate.Execute(&b, p); err != nil {
		a.err = err
		return
	}
	a.addText("index.html", b.Bytes())
}

// add shows a piece in its section, below its design.
func (p *page) add(k *kit, from *piece) {
	shown := k.shown(from)
	if len(shown.Files) == 0 {
		return // all of it was omitted
	}
	if n := len(p.Sections); n == 0 || p.Sections[n-1].ID != from.folder {
		s := sections[from.folder]
		s.ID = from.folder
		p.Sections = append(p.Sections, &s)
	}
	s := p.Sections[len(p.Sections)-1]
	if n := len(s.Designs); n == 0 || s.Designs[n-1].design != from.design {
		s.Designs = append(s.Designs, &shownDesign{design: from.design,
			Name: k.both(from.design.Name), Use: k.both(from.design.Purpose)})
	}
	d := s.Designs[len(s.Designs)-1]
	d.Pieces = append(d.Pieces, shown)
}

// shown returns what the page shows of a piece.
func (k *kit) shown(p *piece) shownPiece {
	s := shownPiece{Name: k.pieceName(p), Size: p.measures(), Dark: p.variant != nil && p.variant.Dark}
	for _, f := range p.files {
		if f.bytes == 0 {
			continue
		}
		if f.shown {
			s.Picture, s.Alt = f.path, f.order.Alt
		}
		if f.width > 0 && f.scale == "" {
			s.Width, s.Height = f.width, f.height
		}
		link := shownFile{Path: f.path, Format: strings.ToUpper(f.ext), Weight: weight(f.bytes), What: both{"fr", f.fr, f.en}}
		if f.width > 0 {
			link.Pixels = fmt.Sprintf("%d × %d px", f.width, f.height)
		}
		s.Files = append(s.Files, link)
	}
	if p.folder == catalog.FolderWeb && s.Picture != "" {
		s.Snippet = k.snippet(p.files[0], s.Width, s.Height)
	}
	return s
}

// pieceName says which version of its design a piece is.
func (k *kit) pieceName(p *piece) both {
	var name both
	add := func(b both) {
		name = both{b.Lang, join(name.First, b.First), join(cmp.Or(name.English, name.First), cmp.Or(b.English, b.First))}
	}
	if p.style.ID != "" {
		add(k.both(p.style.Name))
	}
	if p.variant != nil {
		add(k.both(p.variant.Name))
	}
	if p.material != "" {
		add(both{"fr", proof.Term("fr", p.material), proof.Term("en", p.material)})
	}
	for _, n := range p.design.Sizes {
		if n.ID == p.sizeName() && n.Name[k.order.Lang] != n.ID {
			add(k.both(n.Name))
		}
	}
	if name.English == name.First {
		name.English = ""
	}
	name.Lang = k.order.Lang
	return name
}

// measures says how large a piece is, if it is a thing.
func (p *piece) measures() string {
	if p.design.For != catalog.ForPrint {
		return ""
	}
	return whole(p.w) + " × " + whole(p.h) + " mm"
}

// join joins two facts.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// both returns a text of the pack in two languages.
func (k *kit) both(t catalog.Texts) both {
	return k.inBoth(func(lang string) string { return t[lang] })
}

// inBoth returns what text says in the two languages of the page, as far as
// the pack has them.
func (k *kit) inBoth(text func(lang string) string) both {
	pack := k.order.Label
	b := both{Lang: pack.Languages[0]}
	english := ""
	for _, lang := range pack.Languages {
		switch lang {
		case "fr":
			b.Lang = lang
		case "en":
			english = text(lang)
		}
	}
	b.First = text(b.Lang)
	if english != b.First {
		b.English = english
	}
	return b
}

// title returns the award in words.
func (k *kit) title() both {
	return k.inBoth(func(lang string) string {
		r := k.order.Request
		r.Lang = lang
		if o, err := k.catalog.Resolve(r); err == nil {
			return o.Title
		}
		return k.order.Title
	})
}

// weight says how large a file is, in the French units.
func weight(bytes int64) string {
	v, unit := float64(bytes)/1000, "ko"
	if v >= 1000 {
		v, unit = v/1000, "Mo"
	}
	digits := 0
	if v < 10 {
		digits = 1
	}
	return strings.Replace(strconv.FormatFloat(v, 'f', digits, 64), ".", ",", 1) + " " + unit
}
