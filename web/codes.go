package web

import (
	"net/http"
	"net/url"
	"strings"

	"panonceau/catalog"
)

// code leads from the short code of an award, as printed below a QR code, to
// its proof.
func (s *Web) code(w http.ResponseWriter, r *http.Request) {
	word := r.PathValue("code")
	if catalog.NormalCode(word) == catalog.NormalCode(catalog.SpecimenCode) {
		s.lost(w, r, http.StatusOK, "lost-specimen", "")
		return
	}
	site := s.site.Load()
	a := site.catalog.ByCode(word)
	if a == nil {
		s.lost(w, r, http.StatusNotFound, "lost-code", word)
		return
	}
	w.Header().Set("Cache-Control", cacheMissing)
	http.Redirect(w, r, proofOf(site.labelOf(a.Holder), a), http.StatusFound)
}

// codeForm takes a code that was typed into a form.
func (s *Web) codeForm(w http.ResponseWriter, r *http.Request) {
	word := strings.TrimSpace(r.URL.Query().Get("code"))
	if word == "" {
		s.lost(w, r, http.StatusOK, "lost-typed", "")
		return
	}
	w.Header().Set("Cache-Control", cacheMissing)
	http.Redirect(w, r, "/c/"+url.PathEscape(clip(word)), http.StatusFound)
}

// proofOf returns the address of an award on the page of its holder.
func proofOf(label string, a *catalog.Award) string {
	return proofPath(label, a.Holder.ID) + "#" + a.Edition
}

// proofPath returns the path of the page that tells of the awards of a holder.
func proofPath(label, holder string) string { return "/" + label + "/holders/" + holder }

// labelOf returns the label of a holder.
func (s *site) labelOf(h *catalog.Holder) string {
	for _, p := range s.catalog.Packs {
		if s.catalog.Holder(p.ID, h.ID) == h {
			return p.ID
		}
	}
	return ""
}
