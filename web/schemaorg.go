package web

import (
	"strings"

	"panonceau/catalog"
)

// The structs below are what a proof page tells search engines, in the words of
// schema.org, as JSON-LD. They stand in the page as a data block, the only form
// that search engines read; it is not a script, and the policy of the page needs
// no exception for it (HTML Living Standard, "prepare the script element").
type (
	schemaPage struct {
		Context string    `json:"@context"`
		Type    string    `json:"@type"`
		URL     string    `json:"url"`
		Name    string    `json:"name"`
		Lang    string    `json:"inLanguage"`
		Entity  schemaOrg `json:"mainEntity"`
	}

	schemaOrg struct {
		Type           string                `json:"@type"`
		Name           string                `json:"name"`
		URL            string                `json:"url,omitempty"`
		Identifier     *schemaValue          `json:"identifier,omitempty"`
		Certifications []schemaCertification `json:"hasCertification,omitempty"`
	}

	schemaValue struct {
		Type  string `json:"@type"`
		Name  string `json:"propertyID"`
		Value string `json:"value"`
	}

	schemaCertification struct {
		Type    string       `json:"@type"`
		Name    string       `json:"name"`
		ID      string       `json:"certificationIdentification,omitempty"`
		Status  string       `json:"certificationStatus"`
		Rating  schemaRating `json:"certificationRating"`
		Issuer  *schemaOrg   `json:"issuedBy,omitempty"`
		From    string       `json:"validFrom,omitempty"`
		Expires string       `json:"expires,omitempty"`
		URL     string       `json:"url"`
	}

	schemaRating struct {
		Type  string `json:"@type"`
		Value int    `json:"ratingValue"`
		Best  int    `json:"bestRating"`
		Worst int    `json:"worstRating"`
	}
)

// schema tells search engines what the page says.
func (g *guide) schema(page *proofPage, h *catalog.Holder) *schemaPage {
	out := &schemaPage{Context: "https://schema.org", Type: "WebPage", URL: page.Canonical, Name: page.Title, Lang: g.Lang,
		Entity: schemaOrg{Type: "Organization", Name: page.Holder.Name}}
	if !strings.HasPrefix(h.ID, "x") {
		out.Entity.Identifier = &schemaValue{"PropertyValue", "SIREN", h.ID}
	}
	for i := range page.proof.Awards {
		a := &page.proof.Awards[i]
		c := schemaCertification{Type: "Certification", Name: a.Title, ID: a.Code,
			Status: "https://schema.org/CertificationInactive",
			Rating: schemaRating{"Rating", a.Level.Rank, a.Level.Of, 1},
			From:   a.Date, Expires: a.State.Until, URL: a.Proof}
		if a.State.Code == "ok" {
			c.Status = "https://schema.org/CertificationActive"
		}
		if g.pack.Issuer != "" {
			c.Issuer = &schemaOrg{Type: "Organization", Name: g.pack.Issuer, URL: g.pack.Site}
		}
		out.Entity.Certifications = append(out.Entity.Certifications, c)
	}
	return out
}
