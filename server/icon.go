package server

import "net/http"

// icon answers with the mark of the first label as a small PNG file, which
// browsers take for an icon whatever its name.
func (s *Server) icon(w http.ResponseWriter, r *http.Request) {
	p := s.site.Load().catalog.Packs[0]
	if p.Design("mark") == nil {
		s.web.Missing(w, r)
		return
	}
	e := p.Editions[len(p.Editions)-1]
	levels := e.Scale.Levels
	mark := r.Clone(r.Context())
	mark.RequestURI = "/" + p.ID + "/" + e.ID + "/" + levels[len(levels)-1].ID + "/mark.png?width=48"
	s.picture(w, mark)
}
