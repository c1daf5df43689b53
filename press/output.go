package press

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// An Output is a picture in one format, as it is served. It is never modified.
type Output struct {
	MediaType string
	ETag      string // strong, with its quotes (RFC 9110 §8.8.3)

	plain        *Representation
	gzip, brotli *twin // nil: not compressed, or not again
}

// newOutput takes over body.
func newOutput(f *Format, etag string, body []byte) *Output {
	o := &Output{MediaType: f.MediaType, ETag: etag, plain: newRepresentation(etag, Identity, body)}
	if f.Compressible && len(body) >= smallest {
		o.gzip, o.brotli = new(twin), new(twin)
	}
	return o
}

// Body returns the picture.
func (o *Output) Body() []byte { return o.plain.Body }

// Coding is a content coding (RFC 9110 §8.4.1). Its value is the token that
// stands for it in Content-Encoding.
type Coding string

// The codings that an Output may have twins in.
const (
	Identity Coding = ""
	Gzip     Coding = "gzip"
	Brotli   Coding = "br"
)

// suffix tells the entity tags of the codings of one picture apart: a strong
// tag stands for bytes (RFC 9110 §8.8.3.3).
func (c Coding) suffix() string {
	if c == Identity {
		return ""
	}
	return "-" + string(c)
}

// A Representation is a picture in one coding, with its part of the response
// header as net/http stores it, so that sending it allocates nothing.
type Representation struct {
	Body   []byte
	Coding []string // Content-Encoding; nil for Identity
	ETag   []string
	Length []string // Content-Length
}

func newRepresentation(etag string, c Coding, body []byte) *Representation {
	r := &Representation{
		Body:   body,
		ETag:   []string{strings.TrimSuffix(etag, `"`) + c.suffix() + `"`},
		Length: []string{strconv.Itoa(len(body))},
	}
	if c != Identity {
		r.Coding = []string{string(c)}
	}
	return r
}

// In returns the picture in a coding, or in Identity if the twin would not be
// smaller by a fifth at least. A twin is made when it is first asked for, once.
func (o *Output) In(c Coding) *Representation {
	var t *twin
	switch c {
	case Gzip:
		t = o.gzip
	case Brotli:
		t = o.brotli
	}
	if t == nil {
		return o.plain
	}
	t.once.Do(func() { t.kept = o.makeTwin(c) })
	return t.kept
}

// A twin is a place for the picture in a coding.
type twin struct {
	once sync.Once
	kept *Representation
}

func (o *Output) makeTwin(c Coding) *Representation {
	encode := gzipped
	if c == Brotli {
		encode = brotlied
	}
	body := encode(o.Body())
	if int64(len(body)) > largestTwin(int64(len(o.Body()))) {
		return o.plain
	}
	return newRepresentation(o.ETag, c, bytes.Clone(body)) // without a buffer's spare room
}

// overhead is about what the cache spends on an output besides its bytes: the
// key, the entry, the headers.
const overhead = 512

// weight bounds what o takes in memory once its twins are made.
func (o *Output) weight() int64 {
	n := int64(len(o.Body())) + overhead
	if o.gzip != nil {
		n += 2 * largestTwin(int64(len(o.Body())))
	}
	return n
}

// largestTwin is what a twin of a body of n bytes may weigh.
func largestTwin(n int64) int64 { return n * 4 / 5 }

// smallest is the body size below which compression saves no packet: with its
// headers such an answer fits in one TCP segment.
const smallest = 1200

// The writers below fail only if the buffer does, which cannot.

func gzipped(body []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(body)
	w.Close()
	return b.Bytes()
}

// brotliQuality makes twins a tenth smaller than gzip's in a quarter of a
// millisecond; the qualities above 9 take forty times as long.
const brotliQuality = 6

func brotlied(body []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotliQuality)
	w.Write(body)
	w.Close()
	return b.Bytes()
}
