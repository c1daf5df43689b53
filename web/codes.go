package web

import (
	"strings"

	"panonceau/catalog"
)

func shortCode(a *catalog.Award) string { return "" }

func awardOf(c *catalog.Catalog, code string) *catalog.Award { return nil }

func normal(s string) string {
	return strings.NewReplacer("-", "", " ", "").Replace(strings.ToUpper(s))
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
