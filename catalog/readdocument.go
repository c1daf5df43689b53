package catalog

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"panonceau/prose"
)

// textDir is the directory of a pack that has its texts, as in
// text/press-release.fr.md.
const textDir = "text/"

// formMark separates the forms of a text, the longest first: a line of its own.
const formMark = "|"

func (r *packReader) documents(from []documentFile) {
	r.unique("document", len(from), func(i int) string { return from[i].ID })
	for i := range from {
		at := "document." + strconv.Itoa(i)
		r.Documents = append(r.Documents, r.document(at, &from[i]))
	}
}

func (r *packReader) document(at string, from *documentFile) *Document {
	d := &Document{ID: from.ID, Network: from.Network, Words: from.Words,
		Name: r.texts(at+".name", from.Name, from.ID), Purpose: r.texts(at+".use", from.Use, "")}
	if _, ok := prose.NetworkOf(d.Network); d.Network != "" && !ok {
		r.fail(at+".network", "%s: no such network; want one of %s, or a number of words", quote(d.Network), oneOf(networkWords()))
	}
	if d.Words < 0 || d.Words > maxDocumentWords {
		r.fail(at+".words", "%d words; want 0, for any number, to %d", d.Words, maxDocumentWords)
	}
	for i, lang := range r.Languages {
		name := textDir + d.ID + "." + lang + ".md"
		data, err := r.read(name, prose.MaxFile)
		if errors.Is(err, fs.ErrNotExist) && i > 0 && len(d.forms) == i {
			d.forms, d.langs = append(d.forms, d.forms[0]), append(d.langs, 0)
			continue
		}
		if err != nil {
			r.fail(at, "text %q: %v", d.ID, err)
			continue
		}
		d.forms, d.langs = append(d.forms, r.templates(name, string(data))), append(d.langs, i)
	}
	return d
}

// templates reads the forms of a text.
func (r *packReader) templates(name, src string) []*prose.Template {
	var forms []*prose.Template
	line := 0 // before the form
	for _, form := range splitForms(src) {
		t, err := prose.Parse(form)
		if err == nil {
			err = r.checkTemplate(t)
		}
		if err != nil {
			r.failIn(name, line, err)
			return nil
		}
		forms = append(forms, t)
		line += strings.Count(form, "\n") + 1
	}
	if len(forms) > maxForms {
		r.failIn(name, 0, fmt.Errorf("1: %d forms; at most %d", len(forms), maxForms))
	}
	return forms
}

// splitForms splits a text at the lines that separate its forms.
func splitForms(src string) []string {
	var forms []string
	var form strings.Builder
	for line := range strings.Lines(src) {
		if strings.TrimSpace(line) == formMark {
			forms = append(forms, form.String())
			form.Reset()
			continue
		}
		form.WriteString(line)
	}
	return append(forms, form.String())
}

// checkTemplate checks that the words and the facts of a text exist, and that
// it is nothing but Markdown.
func (r *packReader) checkTemplate(t *prose.Template) error {
	own := func(list []Key, name string) bool {
		return slices.ContainsFunc(list, func(k Key) bool { return k.Name == name })
	}
	for _, w := range t.Words() {
		if !r.knows(w.Name) && !own(documentKeys, w.Name) {
			return fmt.Errorf("%d: {%s}: no text is called so", w.Line, w.Name)
		}
	}
	for _, f := range t.Facts() {
		if !own(documentFacts, f.Name) {
			return fmt.Errorf("%d: {?…%s…}: no fact of texts is called so", f.Line, f.Name)
		}
	}
	return t.Check()
}

// failIn tells a fault that begins with its line, in a part of a file that
// begins after some lines.
func (r *packReader) failIn(name string, before int, err error) {
	line, what, _ := strings.Cut(err.Error(), ": ")
	n, _ := strconv.Atoi(line)
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, fmt.Errorf("%s/%s:%d: %s", path.Dir(r.file), name, before+n, what))
	}
}

func networkWords() []string {
	var words []string
	for _, n := range prose.Networks() {
		words = append(words, n.ID)
	}
	return words
}
