package kit

import (
	"fmt"
	"html"
	"html/template"
	"path"
	"strings"

	"panonceau/prose"
)

// A shownText is a text on the page.
type shownText struct {
	ID        string
	Name, Use both
	Lang      string
	Count     both
	Post      bool          // to paste as it is
	Plain     string        // of a post
	HTML      template.HTML // of another text; escaped by package prose
	Files     []shownFile
}

// shownTexts returns what the page shows of the texts.
func (k *kit) shownTexts() []shownText {
	var all []shownText
	for _, d := range k.texts {
		o := d.order
		s := shownText{ID: o.Document.ID, Name: k.both(o.Document.Name), Use: k.both(o.Document.Purpose), Lang: o.Lang,
			Count: both{"fr", o.Count("fr"), o.Count("en")}, Post: o.Document.Network != ""}
		if s.Post {
			s.Plain = prose.Plain(o.Text)
		} else {
			s.HTML = template.HTML(o.Fragment(3))
		}
		for _, f := range d.files {
			s.Files = append(s.Files, shownFile{Path: f.path, Format: strings.ToUpper(f.ext), Weight: weight(int64(len(f.body))),
				What: f.what})
		}
		all = append(all, s)
	}
	return all
}

// snippet returns HTML that shows a file in a page: from the service, if its
// origin is known, or from where the file will be put.
func (k *kit) snippet(f *file, width, height int) string {
	src := path.Base(f.path)
	if k.catalog.Base() != "" {
		src = k.url(f.order)
	}
	return fmt.Sprintf(`<img src="%s" alt="%s" width="%d" height="%d">`, html.EscapeString(src), html.EscapeString(f.order.Alt), width, height)
}
