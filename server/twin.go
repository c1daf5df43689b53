package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"

	"panonceau/catalog"
	"panonceau/internal/header"
)

// twin answers with the description of a picture. Its status is the true one:
// programs, unlike pages, can deal with it.
func (s *Server) twin(w http.ResponseWriter, r *http.Request, o *catalog.Order) {
	body, err := s.press.Twin(s.site.Load().catalog, o, s.web.Origin(r))
	if err != nil {
		s.refuse(w, r, o.Request, err)
		return
	}
	s.describe(w, r, o, body)
}

// describe answers with a description of what an order asks for.
func (s *Server) describe(w http.ResponseWriter, r *http.Request, o *catalog.Order, body []byte) {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	h := w.Header()
	h["Access-Control-Allow-Origin"] = anyOrigin
	h["X-Content-Type-Options"] = noSniff
	h.Set("Cache-Control", cachePage)
	if !o.State.OK() {
		h.Set("Cache-Control", cacheState)
	}
	if o.State.Code != "" {
		h.Set("Panonceau-State", o.State.Code)
		h.Set("Access-Control-Expose-Headers", "Panonceau-State")
	}
	h.Set("Etag", tag)
	if _, held := header.Confirms(header.Conditional(r), tag); held && o.State.OK() {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", "application/json")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(o.State.Status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}
