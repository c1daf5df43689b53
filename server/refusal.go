package server

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"panonceau/catalog"
	"panonceau/press"
	"panonceau/render"
)

// statusOf is where errors meet HTTP.
func statusOf(err error) int {
	switch {
	case errors.Is(err, catalog.ErrInvalid), errors.Is(err, catalog.ErrRefused),
		errors.Is(err, render.ErrOverflow), errors.Is(err, press.ErrUnsuited):
		return http.StatusBadRequest
	case errors.Is(err, catalog.ErrNotFound), errors.Is(err, press.ErrFormat):
		return http.StatusNotFound
	case errors.Is(err, press.ErrBusy):
		return http.StatusServiceUnavailable
	default:
		return http.StatusInternalServerError
	}
}

// retryAfter is when a client should come back, in seconds: the queue it found
// full is empty by then.
const retryAfter = "2"

// refuse answers a request for a picture that cannot be had.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, request catalog.Request, err error) {
	switch status := statusOf(err); {
	case errors.Is(err, context.Canceled):
		// The client has left; there is nobody to answer.
	case status == http.StatusBadRequest && request.Ext == twinExt:
		s.refuseTwin(w, err)
	case status == http.StatusBadRequest:
		s.refusePicture(w, r, request, err)
	case status == http.StatusNotFound && isText(request.Ext):
		w.Header().Set("Cache-Control", cacheState)
		text(w, status, message(err)+"\n")
	case status == http.StatusNotFound:
		s.web.Missing(w, r)
	case status == http.StatusServiceUnavailable:
		w.Header().Set("Retry-After", retryAfter)
		plain(w, status, "busy; please try again\n")
	default:
		s.fail(w, r, err)
	}
}

// refusePicture answers with a picture that says what is wrong with the
// address, in the format that was asked for: whoever pasted it sees why. Files
// that no page shows are refused in words.
func (s *Server) refusePicture(w http.ResponseWriter, r *http.Request, request catalog.Request, err error) {
	status := statusOf(err)
	format, formatErr := press.FormatOf(request.Ext)
	spec := s.site.Load().catalog.ErrorSpec(err, request)
	if formatErr != nil || !format.Shown || spec == nil {
		w.Header().Set("Cache-Control", cacheState)
		text(w, status, message(err)+"\n")
		return
	}
	order := &catalog.Order{Format: format.Ext, Spec: spec, Key: "refused " + r.RequestURI}
	out, drawErr := s.press.Print(r.Context(), order)
	if drawErr != nil {
		w.Header().Set("Cache-Control", cacheState)
		text(w, status, message(err)+"\n")
		return
	}
	a := newAnswer(status, out.ETag, format)
	a.add(&a.always, "Cache-Control", cacheState)
	a.addState(catalog.StateInvalid)
	a.write(w, r, out)
}

// A twinFault says why a picture cannot be described.
type twinFault struct {
	Error struct {
		Param string `json:"param,omitempty"`
		Fr    string `json:"fr"`
		En    string `json:"en"`
	} `json:"error"`
}

// refuseTwin answers with the description of a picture that cannot be had.
func (s *Server) refuseTwin(w http.ResponseWriter, err error) {
	var fault twinFault
	fault.Error.Fr, fault.Error.En = err.Error(), err.Error()
	var e *catalog.Error
	if errors.As(err, &e) {
		fault.Error.Param, fault.Error.Fr, fault.Error.En = e.Param, e.Fr, e.En
	}
	body, _ := json.Marshal(fault) // strings only
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", cacheState)
	h["Access-Control-Allow-Origin"] = anyOrigin
	h["X-Content-Type-Options"] = noSniff
	w.WriteHeader(statusOf(err))
	w.Write(append(body, '\n'))
}

// message returns what an error says to whoever made the address, in both
// languages.
func message(err error) string {
	var e *catalog.Error
	if errors.As(err, &e) && e.Fr != e.En {
		return e.Fr + "\n" + e.En
	}
	return err.Error()
}

// fail answers a request that met a defect, and logs it.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	attrs := []slog.Attr{slog.String("uri", clipped(r.RequestURI, loggedURI)), slog.Any("error", err)}
	var defect *press.PanicError
	if errors.As(err, &defect) {
		attrs = append(attrs, slog.String("stack", string(defect.Stack)))
	}
	s.options.Log.LogAttrs(r.Context(), slog.LevelError, "request failed", attrs...)
	plain(w, http.StatusInternalServerError, "internal error\n")
}
