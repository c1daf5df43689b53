package svg

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// The namespaces of SVG 2 §1.2.
const (
	nsSVG   = "http://www.w3.org/2000/svg"
	nsXLink = "http://www.w3.org/1999/xlink"
	nsXML   = "http://www.w3.org/XML/1998/namespace"
)

// parse reads a file into a tree with its style sheets applied. A gzipped file
// (svgz) is unpacked first. Main says that it is the file to decode, and not one
// that this refers to.
func parse(data []byte, name string, main bool, report *Report) (*document, error) {
	fail := func(line int, msg string) error { return &DecodeError{Name: name, Line: line, Msg: msg} }
	data, err := plainText(data)
	if err != nil {
		return nil, fail(0, err.Error())
	}
	t := treeBuilder{doc: &document{ids: map[string]*element{}}}
	if !main {
		t.doc.name = name
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // done by plainText
	for {
		line, _ := d.InputPos()
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			return nil, fail(line, strings.TrimPrefix(err.Error(), fmt.Sprintf("XML syntax error on line %d: ", line)))
		}
		if err := t.token(token, line); err != nil {
			return nil, fail(line, err.Error())
		}
	}
	if t.doc.root == nil {
		return nil, fail(0, "no svg element")
	}
	applyStyles(t.doc, t.styles, report)
	dropCycles(t.doc, "clipPath", "clip-path")
	dropCycles(t.doc, "mask", "mask")
	return t.doc, nil
}

// plainText returns a file as UTF-8, unpacked, with its entities expanded.
func plainText(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(z, maxBytes+1)); err != nil {
			return nil, err
		}
	}
	if len(data) > maxBytes {
		return nil, fmt.Errorf("file larger than %d bytes", maxBytes)
	}
	data, err := toUTF8(data)
	if err != nil {
		return nil, err
	}
	return expandEntities(data)
}

// toUTF8 converts the encodings that drawing programs are seen to use.
func toUTF8(data []byte) ([]byte, error) {
	if len(data) >= 2 && (data[0] == 0xfe && data[1] == 0xff || data[0] == 0xff && data[1] == 0xfe) {
		high := int(data[0] & 1) // index of the high byte in each pair
		units := make([]uint16, 0, len(data)/2)
		for i := 2; i+1 < len(data); i += 2 {
			units = append(units, uint16(data[i+high])<<8|uint16(data[i+1-high]))
		}
		return []byte(string(utf16.Decode(units))), nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(data, []byte("<?xml")) {
		return data, nil
	}
	declaration, _, _ := bytes.Cut(data, []byte("?>"))
	_, rest, ok := bytes.Cut(declaration, []byte("encoding="))
	if !ok || len(rest) < 2 {
		return data, nil
	}
	encoding, _, _ := bytes.Cut(rest[1:], rest[:1])
	switch strings.ToLower(string(encoding)) {
	case "utf-8", "us-ascii":
		return data, nil
	case "iso-8859-1":
		return charmap.ISO8859_1.NewDecoder().Bytes(data)
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Bytes(data)
	case "windows-1252":
		return charmap.Windows1252.NewDecoder().Bytes(data)
	}
	return nil, fmt.Errorf("encoding %.40q is not read", encoding)
}

// A treeBuilder makes a document of the tokens of a file.
type treeBuilder struct {
	doc     *document
	current *element
	depth   int
	foreign int // elements of other namespaces that are open
	count   int
	bare    bool // the file declares no namespace at all
	styles  []*element
}

func (t *treeBuilder) token(token xml.Token, line int) error {
	switch token := token.(type) {
	case xml.StartElement:
		return t.start(token, line)
	case xml.EndElement:
		t.end()
	case xml.CharData:
		t.charData(string(token), line)
	}
	return nil
}

func (t *treeBuilder) start(token xml.StartElement, line int) error {
	if t.depth++; t.depth > maxDepth {
		return fmt.Errorf("elements nest deeper than %d", maxDepth)
	}
	if t.count++; t.count > maxElements {
		return fmt.Errorf("more than %d elements", maxElements)
	}
	if t.doc.root == nil && token.Name.Space == "" {
		t.bare = true
	}
	if t.foreign > 0 || token.Name.Space != nsSVG && !(t.bare && token.Name.Space == "") {
		if t.doc.root == nil {
			return errors.New("not an SVG file")
		}
		t.foreign++
		return nil
	}
	if t.doc.root == nil && token.Name.Local != "svg" {
		return errors.New("not an SVG file")
	}

	e := &element{name: token.Name.Local, parent: t.current, line: line, doc: t.doc}
	if len(token.Attr) > maxAttributes {
		return fmt.Errorf("more than %d attributes", maxAttributes)
	}
	for _, a := range token.Attr {
		e.weight += len(a.Value)
		if name := attributeName(a.Name); name != "" {
			e.attrs = append(e.attrs, attribute{name, a.Value})
		}
	}
	if t.current == nil {
		if t.doc.root != nil {
			return errors.New("two root elements")
		}
		t.doc.root = e
	} else {
		e.previous, t.current.last = t.current.last, e
		t.current.children = append(t.current.children, e)
	}
	if id := e.attr("id"); id != "" && t.doc.ids[id] == nil {
		t.doc.ids[id] = e
	}
	if e.name == "style" {
		t.styles = append(t.styles, e)
	}
	t.current = e
	return nil
}

// attributeName returns the name under which an attribute is kept, or "" if it
// belongs to another namespace.
func attributeName(n xml.Name) string {
	switch n.Space {
	case "":
		if n.Local == "xmlns" {
			return ""
		}
		return n.Local
	case nsXLink, "xlink": // a prefix that is not declared is kept as it is
		if n.Local == "href" {
			return "xlink:href"
		}
	case nsXML, "xml":
		return "xml:" + n.Local
	}
	return ""
}

func (t *treeBuilder) end() {
	t.depth--
	if t.foreign > 0 {
		t.foreign--
		return
	}
	t.current = t.current.parent
}

// charData keeps the text of the elements in which it means something.
func (t *treeBuilder) charData(s string, line int) {
	if t.current == nil || t.foreign > 0 {
		return
	}
	switch t.current.name {
	case "text", "tspan", "textPath", "a", "tref", "style", "title", "desc":
		text := &element{name: textName, parent: t.current, line: line, doc: t.doc, text: s}
		t.current.children = append(t.current.children, text)
	}
}
