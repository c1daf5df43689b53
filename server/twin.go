package server

import (
	"net/http"

	"panonceau/catalog"
)

func (s *Server) twin(w http.ResponseWriter, r *http.Request, o *catalog.Order) {
	plain(w, o.State.Status, "{}\n")
}
func (g *guide) snippets(p picture) (string, string) { return "", "" }
