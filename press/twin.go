package press

import (
	"bytes"
	"encoding/json"
	"strings"

	"panonceau/catalog"
)

// Twin returns the description of the picture that o asks for, as JSON. Its
// addresses begin with base, the origin of the service.
func (p *Press) Twin(c *catalog.Catalog, o *catalog.Order, base string) ([]byte, error) {
	d, err := compose(o)
	if err != nil {
		return nil, err
	}
	options := catalog.TwinOptions{Base: base, Formats: extensions(), Drawing: d, Signs: c.Credentials() != nil}
	twin := o.Twin(options)
	twin.Digest = p.digestOf(c, strings.TrimPrefix(twin.URL, base))
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false) // snippets stay readable; the media type is not HTML
	enc.SetIndent("", "  ")
	err = enc.Encode(twin)
	return b.Bytes(), err
}

// digestOf returns the digest of the picture at an address, or "".
func (p *Press) digestOf(c *catalog.Catalog, address string) string {
	request, err := catalog.ParseRequest(address)
	if err != nil {
		return ""
	}
	o, err := c.Resolve(request)
	if err != nil {
		return ""
	}
	return p.Digest(o)
}

func extensions() []string {
	var exts []string
	for _, f := range formats {
		exts = append(exts, f.Ext)
	}
	return exts
}
