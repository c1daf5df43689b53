package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"

	"panonceau/internal/header"
)

// How long pages may be kept: what they show follows the registry.
var (
	cachePage    = header.MaxAge(pageAge)
	cacheMissing = header.MaxAge(time.Minute)
	cacheDay     = header.MaxAge(24 * time.Hour)
	cachePinned  = header.MaxAge(365*24*time.Hour) + ", immutable"
)

// respond answers with a page: the template of a file, and what it shows, which
// embeds a frame.
func (s *Web) respond(w http.ResponseWriter, r *http.Request, status int, file string, data any) {
	var b bytes.Buffer
	if err := templates[file].ExecuteTemplate(&b, "layout", data); err != nil {
		s.options.Fail(w, r, err)
		return
	}
	h := w.Header()
	if h.Get("Content-Security-Policy") == "" {
		h.Set("Content-Security-Policy", policy)
	}
	h.Set("Referrer-Policy", "same-origin")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", cachePage)
	}
	send(w, r, status, "text/html; charset=utf-8", b.Bytes())
}

// Missing answers that there is nothing at an address.
func (s *Web) Missing(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", cacheMissing)
	s.respond(w, r, http.StatusNotFound, "missing.html", s.frame(w, r, "missing-title"))
}

// smallest is the body size below which compression saves no packet.
const smallest = 1200

var writers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// send answers with a body that was just made, compressed if the client wants
// that, or with 304 if the client has it. Cache-Control is the caller's.
func send(w http.ResponseWriter, r *http.Request, status int, mediaType string, body []byte) {
	h := w.Header()
	sum := sha256.Sum256(body)
	etag := `"` + hex.EncodeToString(sum[:12]) + `"`
	h["X-Content-Type-Options"] = []string{"nosniff"}
	h.Add("Vary", "Accept-Encoding")
	if status == http.StatusOK {
		if held, ok := header.Confirms(header.Conditional(r), etag); ok {
			h.Set("Etag", held)
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Type", mediaType)
	if len(body) >= smallest && acceptsGzip(r.Header.Get("Accept-Encoding")) {
		var b bytes.Buffer
		z := writers.Get().(*gzip.Writer)
		z.Reset(&b)
		z.Write(body) // a buffer does not fail
		z.Close()
		writers.Put(z)
		body, etag = b.Bytes(), strings.TrimSuffix(etag, `"`)+`-gzip"`
		h.Set("Content-Encoding", "gzip")
	}
	if status == http.StatusOK {
		h.Set("Etag", etag)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// acceptsGzip reads Accept-Encoding (RFC 9110 §12.5.3).
func acceptsGzip(accept string) bool {
	for item := range strings.SplitSeq(accept, ",") {
		name, params, _ := strings.Cut(item, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			return header.Weight(params) > 0
		}
	}
	return false
}

// Origin returns the scheme and host that absolute addresses begin with.
func (s *Web) Origin(r *http.Request) string {
	if s.options.Base != "" {
		return s.options.Base
	}
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return (&url.URL{Scheme: scheme, Host: r.Host}).String()
}
