package server

import (
	"log/slog"
	"net/http"
	"net/netip"
	"time"
)

// A recorder notes the status and the size of a response for the access log.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// logRequest writes a line about a request that was answered.
func (s *Server) logRequest(r *http.Request, rec *recorder, took time.Duration) {
	s.options.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
		slog.String("method", r.Method),
		slog.String("uri", clipped(r.RequestURI, loggedURI)),
		slog.Int("status", rec.status),
		slog.Int("bytes", rec.bytes),
		slog.Duration("took", took),
		slog.String("from", network(r.RemoteAddr)))
}

// loggedURI bounds what a line of the log holds of an address.
const loggedURI = 256

func clipped(s string, n int) string {
	if len(s) > n {
		return s[:n] + "…"
	}
	return s
}

// network returns the network of an address: its first 24 bits, or 48 for
// IPv6. Whole addresses are personal data and are not written down.
func network(remote string) string {
	ap, err := netip.ParseAddrPort(remote)
	if err != nil {
		return "unknown"
	}
	addr, bits := ap.Addr().Unmap(), 24
	if addr.Is6() {
		bits = 48
	}
	p, err := addr.WithZone("").Prefix(bits)
	if err != nil {
		return "unknown"
	}
	return p.String()
}
