package kit

import (
	"bytes"
	"embed"
	"html/template"
	texttemplate "text/template"

	"panonceau/catalog"
)

//go:embed page
var texts embed.FS

var (
	pageTemplate    = template.Must(template.ParseFS(texts, "page/index.html"))
	readmeTemplates = texttemplate.Must(texttemplate.ParseFS(texts, "page/*.txt"))
)

// readmes adds what to read first, in French and in English.
func (k *kit) readmes(a *archive) {
	o := k.order
	data := struct {
		Title, Notice, License, URL, Code, Proof string
		Texts, Badge                             bool
	}{o.Title, o.Label.Notice[o.Lang], o.Label.License, k.url(o), catalog.ShowCode(o.Award.Code()), k.proof(),
		len(k.texts) > 0, k.credential != nil}
	for _, name := range []string{"LISEZ-MOI.txt", "README.txt"} {
		var b bytes.Buffer
		if err := readmeTemplates.ExecuteTemplate(&b, name, data); err != nil && a.err == nil {
			a.err = err
		}
		a.addText(name, b.Bytes())
	}
}
