package catalog

import (
	"errors"
	"fmt"
	"strings"

	"panonceau/prose"
	"panonceau/render/text"
)

// A Document is a text that goes with an award: a press release, a post. It is
// filled in for each holder.
type Document struct {
	ID      string
	Name    Texts
	Purpose Texts  // who uses it, and where
	Network string // that it is a post for, by its id in package prose; empty: none
	Words   int    // most of them; 0: any number

	langs []int               // by language of the pack: that of the words
	forms [][]*prose.Template // by language of the pack, the longest first
}

// Document returns the text with the given id, or nil.
func (p *Pack) Document(id string) *Document {
	for _, d := range p.Documents {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// document fills in the text that is asked for. Nobody embeds a text in a page:
// what does not exist is an error, or a state without a text.
func (v *resolver) document() error {
	d := v.Label.Document(v.Request.Design)
	if d == nil || v.Request.Holder == "" {
		return v.noDocument()
	}
	if err := v.onlyLanguage("un texte", "a text"); err != nil {
		return err
	}
	v.Document = d
	v.State, v.Detail = v.lookUp()
	v.addresses()
	v.Key = v.key()
	if !v.State.OK() {
		v.Title = v.Label.Name(v.Lang) + " – " + v.State.In(v.Lang)
		return nil
	}
	v.lang = d.langs[v.lang] // the text is all in one language
	v.Lang = v.Label.Languages[v.lang]
	w := v.documentWords()
	v.Title = find(w.fields, "title-holder", "title")
	var err error
	if v.Text, err = d.fill(v.lang, v.Lang, w); err != nil {
		return fault(ErrInvalid, "design", "le texte %s ne peut pas être rempli : %v", "the text %s cannot be filled in: %v", d.ID, err)
	}
	return nil
}

// noDocument says which texts there are.
func (v *resolver) noDocument() error {
	if v.Request.Holder == "" {
		return fault(ErrNotFound, "format", "les textes sont ceux d’un titulaire : /label/holders/identifiant/édition/texte.%s",
			"texts are of a holder: /label/holders/id/edition/text.%s", v.Request.Ext)
	}
	if len(v.Label.Documents) == 0 {
		return fault(ErrNotFound, "design", "ce label n’a pas de texte", "this label has no texts")
	}
	var names []string
	for _, d := range v.Label.Documents {
		names = append(names, d.ID)
	}
	return fault(ErrNotFound, "design", "texte inconnu : %s ; attendu : %s", "unknown text: %s; expected: %s",
		quote(v.Request.Design), oneOf(names))
}

// fill returns the longest form of d that fits, in a language of the pack.
func (d *Document) fill(i int, lang string, w *documentWords) (string, error) {
	err := errors.New("it has no words")
	for _, t := range d.forms[i] {
		var md string
		if md, err = t.Fill(w.word, w.fact); err != nil {
			return "", err
		}
		md = typesetLines(lang, md)
		if err = d.fits(md); err == nil {
			return md, nil
		}
	}
	return "", err
}

// fits checks the length of a filled text.
func (d *Document) fits(md string) error {
	plain := prose.Plain(md)
	if n, ok := prose.NetworkOf(d.Network); ok && !n.Fits(plain) {
		return fmt.Errorf("%d characters, as %s counts them; at most %d", n.Count(plain), n.Name, n.Most)
	}
	if n := prose.Words(plain); d.Words > 0 && n > d.Words {
		return fmt.Errorf("%d words; at most %d", n, d.Words)
	}
	return nil
}

// typesetLines sets Markdown as printers do, but for what indents its lines.
func typesetLines(lang, md string) string {
	lines := strings.Split(md, "\n")
	for i, l := range lines {
		rest := strings.TrimLeft(l, " ")
		lines[i] = l[:len(l)-len(rest)] + text.Typeset(lang, rest)
	}
	return strings.Join(lines, "\n")
}

// In returns the text of o as it is written in a format: the body of a file.
func (o *Order) In(ext string) string {
	switch ext {
	case "txt":
		return prose.Plain(o.Text)
	case "html":
		return prose.Page(o.Lang, o.Document.Name[o.Lang]+" – "+o.Title, o.Text)
	}
	return o.Text
}

// Fragment returns the text of o as HTML, to be put in a page below a heading
// of a level.
func (o *Order) Fragment(level int) string { return prose.HTMLBelow(o.Text, level) }

// Count says how long the text of o is, and how long it may be, in the words
// of a language: as its network counts, or in words.
func (o *Order) Count(lang string) string {
	plain, d := prose.Plain(o.Text), o.Document
	unit := "words"
	n, most := prose.Words(plain), d.Words
	if isFrench(lang) {
		unit = "mots"
	}
	if net, ok := prose.NetworkOf(d.Network); ok {
		n, most, unit = net.Count(plain), net.Most, "characters on "+net.Name
		if isFrench(lang) {
			unit = "caractères sur " + net.Name
		}
	}
	if most == 0 {
		return fmt.Sprintf("%d %s", n, unit)
	}
	return fmt.Sprintf("%d / %d %s", n, most, unit)
}
