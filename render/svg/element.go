package svg

import "strings"

// An element is one element of a file, with its style sheets applied. Elements
// of other namespaces are not kept.
type element struct {
	name     string // local name; "#text" for character data
	attrs    []attribute
	props    []property // what style sheets and the style attribute set
	parent   *element
	children []*element
	line     int
	weight   int      // characters in its attributes
	text     string   // of "#text"
	previous *element // the sibling before that is an element
	last     *element // the last child that is an element
	doc      *document
}

// An attribute is named locally, but for "xlink:href" and the "xml:" ones.
type attribute struct{ name, value string }

// A property is a CSS property that wins over the attribute of the same name.
type property struct {
	name, value string
	important   bool
}

const textName = "#text"

// A document is one file.
type document struct {
	name string // empty for the file that is decoded
	root *element
	ids  map[string]*element // the first element of each id
}

// attr returns an attribute as written, whatever style sheets say.
func (e *element) attr(name string) string {
	v, _ := e.lookupAttr(name)
	return v
}

func (e *element) lookupAttr(name string) (string, bool) {
	for i := range e.attrs {
		if e.attrs[i].name == name {
			return e.attrs[i].value, true
		}
	}
	return "", false
}

func (e *element) has(name string) bool {
	_, ok := e.lookupAttr(name)
	return ok
}

// prop returns the value of a property: that of the style sheets or else of the
// presentation attribute, without white space around it. It is empty if the
// element sets none.
func (e *element) prop(name string) string {
	for i := range e.props {
		if e.props[i].name == name {
			return e.props[i].value
		}
	}
	if cssOnly(name) {
		return ""
	}
	return strings.TrimSpace(e.attr(name))
}

// own returns the value of a property that is not inherited, following the
// keyword inherit to the parents.
func (e *element) own(name string) string {
	for ; e != nil; e = e.parent {
		if v := e.prop(name); v != "inherit" {
			return v
		}
	}
	return ""
}

// cssOnly reports whether a property has no presentation attribute
// (Compositing 1 §5, §6).
func cssOnly(name string) bool {
	return name == "mix-blend-mode" || name == "isolation" || name == "background-color"
}

// href returns the target of a reference. The plain attribute wins over that of
// XLink (SVG 2 §16.1.5).
func (e *element) href() string {
	if v, ok := e.lookupAttr("href"); ok {
		return strings.TrimSpace(v)
	}
	return strings.TrimSpace(e.attr("xlink:href"))
}

// target returns the element of the same file that a fragment "#id" names, or
// nil.
func (e *element) target(ref string) *element {
	if id, ok := strings.CutPrefix(ref, "#"); ok && id != "" {
		return e.doc.ids[id]
	}
	return nil
}

// content returns the character data directly within e.
func (e *element) content() string {
	var b strings.Builder
	for _, c := range e.children {
		if c.name == textName {
			b.WriteString(c.text)
		}
	}
	return b.String()
}

// within reports whether e is a or lies in it.
func (e *element) within(a *element) bool {
	for ; e != nil; e = e.parent {
		if e == a {
			return true
		}
	}
	return false
}
