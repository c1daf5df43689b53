package server

import (
	"io"
	"net/http"
)

// health says that the process answers.
func (s *Server) health(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok\n") }

// ready says whether new requests are welcome.
func (s *Server) ready(w http.ResponseWriter, _ *http.Request) {
	if s.draining.Load() {
		plain(w, http.StatusServiceUnavailable, "stopping\n")
		return
	}
	plain(w, http.StatusOK, "ready\n")
}

// plain answers with a line that nobody may keep.
func plain(w http.ResponseWriter, status int, line string) {
	w.Header().Set("Cache-Control", "no-store")
	text(w, status, line)
}

func text(w http.ResponseWriter, status int, body string) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h["X-Content-Type-Options"] = noSniff
	w.WriteHeader(status)
	io.WriteString(w, body)
}
