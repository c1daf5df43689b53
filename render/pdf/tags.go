package pdf

import (
	"fmt"
	"strings"

	"panonceau/render"
)

// A tagger marks what is on the page for those who cannot see it (ISO 32000-2
// §14.7 and §14.8): the artwork is one figure with an alternate text, the texts
// of a proof are paragraphs, its lines and the crop marks are decoration.
type tagger struct {
	on       bool
	current  string // what is open on the page
	elements []element
}

// An element is a leaf of the structure tree. Its number is that of its marked
// content.
type element struct {
	kind string // Figure, P or Artifact
	text string // what a P says
	lang string
}

// end closes what is open. Marked content must not overlap with layers.
func (t *tagger) end(c *content) {
	if c.page && t.current != "" {
		c.op("EMC")
		t.current = ""
	}
}

// leaf marks n, which is drawn next.
func (t *tagger) leaf(c *content, n render.Node) {
	switch s, isText := n.(*render.Text); {
	case c.layer == render.LayerProof && isText:
		t.begin(c, element{kind: "P", text: s.String, lang: s.Lang})
	case c.layer == render.LayerProof || c.layer.Technical():
		t.begin(c, element{kind: "Artifact"})
	default:
		t.begin(c, element{kind: "Figure"})
	}
}

func (t *tagger) begin(c *content, el element) {
	if !t.on || !c.page || t.current == el.kind && el.kind != "P" {
		return
	}
	t.end(c)
	t.current = el.kind
	if el.kind == "Artifact" {
		c.op("/Artifact BMC")
		return
	}
	c.op(fmt.Sprintf("/%s << /MCID %d >> BDC", el.kind, len(t.elements)))
	t.elements = append(t.elements, el)
}

// tree writes the structure tree and returns the entries of the catalog and of
// the page that lead to it.
func (e *encoder) tree(page ref) (catalog, onPage string) {
	t := &e.tags
	if !t.on {
		return "", ""
	}
	root, document := e.file.reserve(), e.file.reserve()
	var kids, parents []string
	var figure ref
	var pieces []string // marked contents of the figure, which a layer may interrupt
	for i, el := range t.elements {
		if el.kind == "Figure" {
			if figure == 0 {
				figure = e.file.reserve()
				kids = append(kids, figure.String())
			}
			pieces = append(pieces, fmt.Sprint(i))
			parents = append(parents, figure.String())
			continue
		}
		lang := ""
		if el.lang != "" {
			lang = " /Lang " + text(el.lang)
		}
		r := e.file.value("<< /Type /StructElem /S /P /P %v /Pg %v /K %d /ActualText %s%s >>", document, page, i, text(el.text), lang)
		kids = append(kids, r.String())
		parents = append(parents, r.String())
	}
	if figure != 0 {
		// ISO 32000-2 §14.8.5.4.3: the place of the figure, for those who
		// zoom to it.
		e.file.set(figure, object{body: fmt.Sprintf("<< /Type /StructElem /S /Figure /P %v /Pg %v /K [%s] /Alt %s /A << /O /Layout /BBox %s /Placement /Block >> >>",
			document, page, strings.Join(pieces, " "), text(e.alt()), rectangle(e.page.trim))})
	}
	e.file.set(document, object{body: fmt.Sprintf("<< /Type /StructElem /S /Document /P %v /K [%s] >>", root, strings.Join(kids, " "))})
	e.file.set(root, object{body: fmt.Sprintf("<< /Type /StructTreeRoot /K [%v] /ParentTree << /Nums [0 [%s]] >> /ParentTreeNextKey 1 >>",
		document, strings.Join(parents, " "))})
	return fmt.Sprintf(" /MarkInfo << /Marked true >> /StructTreeRoot %v", root), " /StructParents 0 /Tabs /S"
}

// alt is the alternate text of the artwork.
func (e *encoder) alt() string {
	if e.d.Desc != "" && e.d.Desc != e.d.Title {
		return e.d.Title + ". " + e.d.Desc
	}
	return e.d.Title
}
