package web

import (
	"fmt"
	"net/http"
)

// A lostPage says why there is no proof at an address, and what to do.
type lostPage struct {
	frame
	Text   string
	Tone   string
	Verify string // address of the page that checks files; empty: there is none
	List   string // of all holders
}

// lostTones are the classes of answers.
var lostTones = map[int]string{http.StatusOK: "past", http.StatusNotFound: "bad"}

// lost answers with a page whose title and text are phrases; the text quotes
// what was asked for.
func (s *Web) lost(w http.ResponseWriter, r *http.Request, status int, name, asked string) {
	f := s.frame(w, r, name)
	f.Robots = "noindex"
	p := &lostPage{frame: f, Tone: lostTones[status], Text: phrases[name+"-text"].in(f.Lang)}
	if asked != "" {
		p.Text = fmt.Sprintf(p.Text, clip(asked))
	}
	p.Verify = s.verifyPage(f)
	if label := s.site.Load().catalog.Packs[0].ID; s.serves("/{label}/holders.csv") {
		p.List = "/" + label + "/holders.csv"
	}
	w.Header().Set("Cache-Control", cacheMissing)
	s.respond(w, r, status, "lost.html", p)
}

// verifyPage returns the address of the page that checks files and codes, or
// "" if there is none.
func (s *Web) verifyPage(f frame) string {
	if !s.serves("/verify") {
		return ""
	}
	return f.Link("/verify")
}
