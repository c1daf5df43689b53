package server

import (
	"net/http"

	"panonceau/internal/header"
	"panonceau/press"
)

// An answer is the response to one address, but for the bytes of the picture.
// It is made once and then shared, so that a cached picture costs a look-up
// and a write; nobody may change its slices.
type answer struct {
	status int
	etag   string
	always []field // of every response
	body   []field // of those with a body or the length of one, not of 304
	vary   bool    // the picture has twins in other codings
}

// A field is one header field as net/http stores it: its name in canonical
// form, its values in a slice that is shared between responses.
type field struct {
	name   string
	values []string
}

func (a *answer) add(list *[]field, name, value string) {
	*list = append(*list, field{http.CanonicalHeaderKey(name), []string{value}})
}

// Fields shared by all pictures.
var (
	anyOrigin   = []string{"*"}
	crossOrigin = []string{"cross-origin"}
	noSniff     = []string{"nosniff"}
	varyCoding  = []string{"Accept-Encoding"}
	closing     = []string{"close"}
)

// notModified answers 304 if the client has the picture already, which needs
// no picture here.
func (a *answer) notModified(w http.ResponseWriter, r *http.Request) bool {
	lines := header.Conditional(r)
	if lines == nil || a.status != http.StatusOK {
		return false
	}
	held, ok := header.Confirms(lines, a.etag)
	if !ok {
		return false
	}
	h := w.Header()
	a.writeFields(h, a.always)
	h["Etag"] = []string{held}
	w.WriteHeader(http.StatusNotModified)
	return true
}

// write answers with out in the coding the client likes best. Ranges are not
// honoured, as RFC 9110 §14.2 allows: pictures are small.
func (a *answer) write(w http.ResponseWriter, r *http.Request, out *press.Output) {
	rep := out.In(press.Identity)
	if a.vary {
		rep = out.In(codingFor(r.Header.Get("Accept-Encoding")))
	}
	h := w.Header()
	a.writeFields(h, a.always)
	a.writeFields(h, a.body)
	h["Etag"] = rep.ETag
	h["Content-Length"] = rep.Length
	if rep.Coding != nil {
		h["Content-Encoding"] = rep.Coding
	}
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(rep.Body) // an error here means that the client is gone
	}
}

func (a *answer) writeFields(h http.Header, fields []field) {
	for _, f := range fields {
		h[f.name] = f.values
	}
	if a.vary {
		h["Vary"] = varyCoding
	}
}

// weight is about what a takes in memory.
func (a *answer) weight() int64 {
	n := int64(256)
	for _, list := range [2][]field{a.always, a.body} {
		for _, f := range list {
			n += int64(len(f.name)+64) + int64(len(f.values[0]))
		}
	}
	return n
}
