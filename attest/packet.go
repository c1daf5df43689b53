package attest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The namespaces of what is read.
const (
	nsRDF   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC    = "http://purl.org/dc/elements/1.1/"
	nsAward = "urn:panonceau:award"
)

// A property is the name of one.
type property struct{ space, local string }

// nameOf returns the name of an element or an attribute. Editors of SVG declare
// namespaces at the root, which is not read: their usual prefixes will do.
func nameOf(n xml.Name) property {
	switch n.Space {
	case "rdf":
		n.Space = nsRDF
	case "dc":
		n.Space = nsDC
	case "panonceau":
		n.Space = nsAward
	}
	return property{n.Space, n.Local}
}

// A packet is metadata in a file: RDF, alone or as XMP.
type packet struct {
	start, end int // in the file

	// Where the digest and the signature are written, in the file; 0: they are
	// not, or in a form that cannot be written over.
	contentAt, signatureAt int
}

// A packetReader reads the properties that XML has in rdf:Description.
type packetReader struct {
	data   []byte
	offset int // of data in the file
	dec    *xml.Decoder
	open   []property // elements, the outermost first
	within int        // how many of them are an rdf:Description and what is around
	value  strings.Builder
	start  int64 // of the value, in data
	claims Claims
	packet packet
}

// readPacket reads the claims in data[p.start:p.end]. An error wraps
// ErrUnmarked.
func readPacket(data []byte, start, end int) (Claims, packet, error) {
	if end-start > maxPacket {
		return Claims{}, packet{}, fmt.Errorf("%w: metadata of %d bytes; at most %d", ErrUnmarked, end-start, maxPacket)
	}
	r := &packetReader{data: data[start:end], offset: start, packet: packet{start: start, end: end}}
	r.dec = xml.NewDecoder(bytes.NewReader(r.data))
	for {
		token, err := r.dec.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = r.token(token)
		}
		if err != nil {
			if !errors.Is(err, ErrUnmarked) {
				err = fmt.Errorf("%w: its metadata: %w", ErrUnmarked, err)
			}
			return Claims{}, packet{}, err
		}
	}
	return r.claims, r.packet, nil
}

func (r *packetReader) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.startElement(t)
	case xml.EndElement:
		return r.endElement()
	case xml.CharData:
		if r.depth() == 1 || r.depth() > 1 && r.open[len(r.open)-1] == (property{nsRDF, "li"}) {
			r.value.Write(t)
		}
	case xml.Directive:
		return fmt.Errorf("%w: its metadata has a document type", ErrUnmarked)
	}
	return nil
}

// depth returns how many elements are open below a description: 1 in that of a
// property; 0 outside.
func (r *packetReader) depth() int {
	if r.within == 0 {
		return 0
	}
	return len(r.open) - r.within
}

func (r *packetReader) startElement(t xml.StartElement) error {
	name := nameOf(t.Name)
	if len(r.open) == maxDepth {
		return fmt.Errorf("%w: its metadata is more than %d deep", ErrUnmarked, maxDepth)
	}
	r.open = append(r.open, name)
	if r.within == 0 && name == (property{nsRDF, "Description"}) {
		r.within = len(r.open)
		for _, a := range t.Attr { // the short form of RDF
			if err := r.claims.set(nameOf(a.Name), a.Value); err != nil {
				return err
			}
		}
	}
	if r.depth() == 1 {
		r.value.Reset()
		r.start = r.dec.InputOffset()
	}
	return nil
}

func (r *packetReader) endElement() error {
	if r.depth() == 1 {
		name := r.open[len(r.open)-1]
		if err := r.claims.set(name, strings.TrimSpace(r.value.String())); err != nil {
			return err
		}
		r.place(name)
	}
	r.open = r.open[:len(r.open)-1]
	if len(r.open) < r.within {
		r.within = 0
	}
	return nil
}

// place notes where a digest or a signature stands, if nothing but its bytes is
// there.
func (r *packetReader) place(name property) {
	at, n := &r.packet.contentAt, contentLength
	if name == (property{nsAward, "signature"}) {
		at, n = &r.packet.signatureAt, signatureLength
	} else if name != (property{nsAward, "content"}) {
		return
	}
	value := r.value.String()
	if len(value) == n && bytes.HasPrefix(r.data[r.start:], []byte(value+"<")) {
		*at = r.offset + int(r.start)
	}
}
