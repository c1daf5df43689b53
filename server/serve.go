package server

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Limits of a connection. Pictures are made in milliseconds: what takes longer
// is a slow client, and slow clients may not hold a connection for ever.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 30 * time.Second
	idleTimeout       = 120 * time.Second // longer than that of load balancers
	maxHeaderBytes    = 16 << 10
	stopTimeout       = 15 * time.Second // for answers under way at the end
)

// Serve answers requests on ln until ctx ends. Then /readyz says so, answers
// ask clients to close their connections for Options.Drain, so that a load
// balancer can send them elsewhere, and only after that the listener closes
// and the answers under way are finished.
func (s *Server) Serve(ctx context.Context, ln net.Listener) error {
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.options.Log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(ln) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	s.Drain()
	s.options.Log.Info("stopping", "drain", s.options.Drain)
	select {
	case err := <-failed:
		return err
	case <-time.After(s.options.Drain):
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	if err := h.Shutdown(stop); err != nil {
		return errors.Join(err, h.Close())
	}
	return nil
}

// Drain makes /readyz fail and answers ask for their connection to be closed.
func (s *Server) Drain() { s.draining.Store(true) }
