package press

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
)

// A Document is a text that is kept and served as pictures are.
type Document struct {
	// Key identifies the text among all that this program ever writes: it
	// changes with everything the text is made of.
	Key       string
	MediaType string
	Write     func(io.Writer) error
}

// ETag returns the entity tag of the text that p would publish.
func (d *Document) ETag(p *Press) string {
	sum := sha256.Sum256([]byte(p.options.Revision + "\x00document\x00" + d.MediaType + "\x00" + d.Key))
	return `"` + hex.EncodeToString(sum[:16]) + `"`
}

// Publish returns a document, from the cache or newly written, as Print does
// for pictures.
func (p *Press) Publish(ctx context.Context, d *Document) (*Output, error) {
	etag := d.ETag(p)
	if out, ok := p.Kept(etag); ok {
		return out, nil
	}
	f := &Format{MediaType: d.MediaType, Compressible: true}
	return p.once(ctx, etag, func(ctx context.Context) (*Output, error) {
		return p.make(ctx, prints, f, etag, func() ([]byte, error) { return written(d.Write) })
	})
}
