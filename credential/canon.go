package credential

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/piprate/json-gold/ld"
)

// The contexts of credentials. They are embedded: what a signature covers may
// not depend on the network, nor on who answers there.
const (
	contextVC     = "https://www.w3.org/ns/credentials/v2"
	contextOB     = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
	contextSchema = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
)

//go:embed contexts/*.json
var contextFiles embed.FS

var contexts = map[string]string{
	contextVC:     "contexts/credentials-v2.json",
	contextOB:     "contexts/openbadges-3.0.3.json",
	contextSchema: "contexts/openbadges-extensions.json",
}

// A library knows the contexts above and no other document.
type library map[string]*ld.RemoteDocument

// LoadDocument returns the context with a URL.
func (l library) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if d, ok := l[url]; ok {
		return d, nil
	}
	return nil, fmt.Errorf("no context is called %q", url)
}

var loadLibrary = sync.OnceValues(func() (library, error) {
	l := make(library, len(contexts))
	for url, file := range contexts {
		data, err := contextFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		doc, err := ld.DocumentFromReader(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		l[url] = &ld.RemoteDocument{DocumentURL: url, Document: doc}
	}
	return l, nil
})

// canonical returns the N-Quads of a JSON-LD document in the one order and
// with the one labelling that RDFC-1.0 gives them (W3C RDF Dataset
// Canonicalization). A property that its contexts do not define is an error:
// it would be signed by nobody.
func canonical(document any) ([]byte, error) {
	l, err := loadLibrary()
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	doc, err := ld.DocumentFromReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	options := ld.NewJsonLdOptions("")
	options.ProcessingMode = ld.JsonLd_1_1
	options.Algorithm = ld.AlgorithmURDNA2015 // that of RDFC-1.0
	options.Format = "application/n-quads"
	options.DocumentLoader = l
	options.SafeMode = true
	processor := ld.NewJsonLdProcessor()
	expanded, err := processor.Expand(doc, options) // Normalize has no safe mode
	if err != nil {
		return nil, fmt.Errorf("canonical form: %w", err)
	}
	quads, err := processor.Normalize(expanded, options)
	if err != nil {
		return nil, fmt.Errorf("canonical form: %w", err)
	}
	return []byte(quads.(string)), nil
}
